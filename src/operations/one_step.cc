#include "operations/one_step.h"

#include "operations/list_organisation.h"

namespace anmin::operations {

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
