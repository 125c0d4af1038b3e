#include "operations/confirm_tasks.h"

#include <algorithm>
#include <set>
#include <utility>

#include "text/utf8.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Candidate;

std::string place_of(std::int32_t number) { return "第 " + std::to_string(number) + " 条"; }

Error stale_document(const ident::DocumentId& id) {
    return {Fault::stale,       "E-DOC-002",
            "文件 " + id.value, "您打开之后，这份文件已有新的处理结果",
            "最新的版本",       "刷新后再处理；您填写的内容仍保留在页面上"};
}

// The proposal with this number, when it is still undecided.
Result<Candidate> undecided(const OpenedDocument& document, std::int32_t number) {
    for (const auto& one : document.candidates) {
        if (one.candidate.number != number) continue;
        if (one.state == directive::CandidateState::proposed) return one.candidate;
        return Error{Fault::conflict,    "E-TASK-021",     place_of(number),
                     "这一条已经处理过", "尚未处理的条目", "刷新页面查看处理结果"};
    }
    return Error{Fault::invalid,       "E-TASK-020",       place_of(number),
                 "没有这一条建议任务", "本文件列出的序号", "刷新页面后重新选择"};
}

// The candidate over another stretch of its part: what lies outside the stretch no longer belongs
// to it.
Result<Candidate> cut_to(Candidate item, const document::Span& span, const document::Part& part) {
    const std::int64_t length = text::count(part.clean_text);
    if (span.start < 0 || span.end <= span.start || span.end > length) {
        return Error{
            Fault::invalid,
            "E-TASK-022",
            place_of(item.number) + "的原文位置",
            std::to_string(span.start) + "–" + std::to_string(span.end) + " 不是正文中的一段",
            "0–" + std::to_string(length) + " 之间的一段文字",
            "重新在正文中选取文字"};
    }
    item.span = span;
    item.text = text::slice(part.clean_text, span.start, span.end);
    const auto outside = [&item](const std::string& words) {
        return item.text.find(words) == std::string::npos;
    };
    std::erase_if(item.quantities, outside);
    std::erase_if(item.actors, outside);
    if (item.deadline && outside(item.deadline->text)) item.deadline.reset();
    if (item.recurrence && outside(*item.recurrence)) item.recurrence.reset();
    item.reason += "；经办人员调整了原文范围";
    return item;
}

struct Decided {
    std::vector<journal::Event> of_document;
    std::vector<journal::Append> of_tasks;
};

Result<void> confirm_one(Desk& desk, const Caller& caller, const OpenedDocument& document,
                         const ConfirmCandidate& order, Decided& decided) {
    Candidate item = TRY(undecided(document, order.number));
    if (order.span) {
        const auto part = static_cast<std::size_t>(item.part);
        CHECK(part < document.reading.parts.size(), "a candidate lies in a part of its document");
        item = TRY(cut_to(std::move(item), *order.span, document.reading.parts[part]));
    }
    const ident::TaskId task{desk.ids.next()};
    const auto officer = officer_of(caller.actor);
    const auto& id = document.summary.id;
    decided.of_document.push_back(
        directive::Event{directive::CandidateConfirmed{id, order.number, task, officer}});
    const auto confirmed =
        directive::confirm(task, id, document.summary.title, item, officer, caller.actor.unit_name,
                           caller.actor.division, desk.clock.now().date_in_china(), order.due);
    decided.of_tasks.push_back({journal::stream_of(task), 0, {directive::Event{confirmed}}});
    return {};
}

Result<void> reject_one(const Caller& caller, const OpenedDocument& document,
                        const RejectCandidate& order, Decided& decided) {
    TRY(undecided(document, order.number));
    if (order.reason.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Error{Fault::invalid, "E-TASK-023", place_of(order.number) + "的不采纳理由",
                     "没有填写",     "一句理由",   "写明为什么不作为任务"};
    }
    decided.of_document.push_back(directive::Event{directive::CandidateRejected{
        document.summary.id, order.number, order.reason, officer_of(caller.actor)}});
    return {};
}

Result<void> each_number_once(const ConfirmTasks& order) {
    std::set<std::int32_t> seen;
    const auto again = [&seen](std::int32_t number) { return !seen.insert(number).second; };
    for (const auto& one : order.confirm) {
        if (again(one.number)) {
            return Error{Fault::invalid,     "E-TASK-024",     place_of(one.number),
                         "同一条出现了两次", "每条只处理一次", "去掉重复的序号"};
        }
    }
    for (const auto& one : order.reject) {
        if (again(one.number)) {
            return Error{Fault::invalid,     "E-TASK-024",     place_of(one.number),
                         "同一条出现了两次", "每条只处理一次", "去掉重复的序号"};
        }
    }
    if (seen.empty()) {
        return Error{Fault::invalid,     "E-TASK-025", "处理请求",
                     "没有选择任何一条", "至少一条",   "先勾选要确认或不采纳的条目"};
    }
    return {};
}

}  // namespace

Result<OpenedDocument> confirm_tasks(Desk& desk, const Caller& caller, const ConfirmTasks& order) {
    const OpenedDocument document = TRY(open_document(desk, caller.actor, order.document));
    TRY(authority::may(caller.actor, Action::confirm_tasks, {document.summary.division, {}, {}}));
    if (document.version != order.seen_version) return stale_document(order.document);
    TRY(each_number_once(order));

    Decided decided;
    for (const auto& one : order.confirm) TRY(confirm_one(desk, caller, document, one, decided));
    for (const auto& one : order.reject) TRY(reject_one(caller, document, one, decided));

    std::vector<journal::Append> appends{
        {journal::stream_of(order.document), order.seen_version, std::move(decided.of_document)}};
    appends.insert(appends.end(), std::make_move_iterator(decided.of_tasks.begin()),
                   std::make_move_iterator(decided.of_tasks.end()));
    TRY(desk.journal.commit(command_of(caller), appends));
    return open_document(desk, caller.actor, order.document);
}

}  // namespace anmin::operations
