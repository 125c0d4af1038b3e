#include "operations/one_step.h"

#include "operations/list_organisation.h"

namespace anmin::operations {
namespace {

// Who held the post on that day; nothing when it was vacant or nobody wrote down who it was.
Result<std::optional<ident::PersonId>> person_on(Desk& desk, const ident::PostId& post,
                                                 calendar::Date day) {
    for (const auto& one : TRY(desk.organisation.appointments(post))) {
        const bool held = one.from <= day && (!one.until || day < *one.until);
        if (held && one.person) return one.person;
    }
    return std::optional<ident::PersonId>();
}

}  // namespace

Result<std::optional<calendar::Date>> limit_of(Desk& desk, const directive::Task& task) {
    if (!task.parent) return std::optional<calendar::Date>();
    const auto above = TRY(desk.tasks.find_task(*task.parent));
    CHECK(above.has_value(), "the task above a part is there");
    return above->due;
}

Result<void> another_person(Desk& desk, const authority::Actor& actor,
                            const std::vector<directive::Deed>& deeds, const Verifying& verifying) {
    const auto today = desk.clock.now().date_in_china();
    const auto self = TRY(person_on(desk, actor.post, today));
    if (!self) return {};
    for (const directive::Deed& deed : deeds) {
        const auto doer = TRY(desk.accounts.find_account(deed.account));
        if (!doer) continue;
        if (TRY(person_on(desk, doer->actor.post, deed.on)) != self) continue;
        return Error{Fault::denied,
                     verifying.code,
                     verifying.place,
                     verifying.what + "的人（" + actor.name + "）就是办理的人，当时的岗位是" +
                         doer->actor.unit_name + " " + doer->actor.post_title,
                     "由办理人以外的人" + verifying.what,
                     "请督查岗位的其他人员办理"};
    }
    return {};
}

Error commit_refused(Desk& desk, const authority::Actor& actor, const directive::Task& seen,
                     const Error& error) {
    if (error.fault != Fault::stale) return error;
    const auto now = visible_task(desk, actor, seen.id);
    if (!now.ok() || now.value().version == seen.version) return error;
    return stale_task(now.value(), seen.version);
}

Result<directive::Owner> owner_of(Desk& desk, const authority::Actor& actor,
                                  const ident::PostId& id, const std::string& place) {
    for (const auto& post : TRY(list_posts(desk, actor))) {
        if (post.id == id) {
            return directive::Owner{post.id, post.title, post.unit_name, post.division};
        }
    }
    return Error{
        Fault::invalid,           "E-TASK-033",
        place + " " + id.value,   "没有这个岗位，或它不在您的管辖范围内，或没有人能在该岗位上报结",
        "本地区有经办人员的岗位", "从岗位列表中选择"};
}

Result<void> evidence_is_kept(Desk& desk, const std::vector<directive::Evidence>& evidence) {
    for (const auto& one : evidence) {
        const auto bytes = TRY(desk.documents.find_bytes(one.digest));
        if (bytes && static_cast<std::int64_t>(bytes->size()) == one.bytes) continue;
        return Error{Fault::invalid,   "E-TASK-034",   "佐证材料“" + one.file_name + "”",
                     "还没有上传成功", "先上传的文件", "重新上传这份材料后再提交"};
    }
    return {};
}

Result<std::optional<std::int64_t>> amount_of(const std::string& digits, const std::string& place) {
    if (digits.empty()) return std::optional<std::int64_t>();
    const auto found = directive::parse_thousandths(digits);
    if (found) return found;
    return Error{Fault::invalid,       "E-TASK-070",        place, "“" + digits + "”不是数量",
                 "数字，至多三位小数", "只填数字，不带单位"};
}

}  // namespace anmin::operations
