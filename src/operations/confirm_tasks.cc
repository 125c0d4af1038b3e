#include "operations/confirm_tasks.h"

#include <algorithm>
#include <set>
#include <utility>

#include "directive/recut.h"
#include "operations/candidates.h"
#include "text/utf8.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Candidate;

// The candidate over another stretch of its part: what is found there, not what was found before.
Result<Candidate> cut_to(const Candidate& before, const document::Span& span,
                         const document::Part& part, const directive::Frames& frames) {
    const std::int64_t length = text::count(part.clean_text);
    if (span.start < 0 || span.end <= span.start || span.end > length) {
        return Error{
            Fault::invalid,
            "E-TASK-022",
            candidate_place(before.number) + "的原文位置",
            std::to_string(span.start) + "–" + std::to_string(span.end) + " 不是正文中的一段",
            "0–" + std::to_string(length) + " 之间的一段文字",
            "重新在正文中选取文字"};
    }
    Candidate item = directive::read_span(part, before.part, span, frames);
    item.number = before.number;
    item.confidence = before.confidence;
    item.reason = before.reason + "；经办人员调整了原文范围";
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
        item =
            TRY(cut_to(item, *order.span, document.reading.parts[part], desk.policies.proposing));
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
        return Error{Fault::invalid, "E-TASK-023", candidate_place(order.number) + "的不采纳理由",
                     "没有填写",     "一句理由",   "写明为什么不作为任务"};
    }
    decided.of_document.push_back(directive::Event{directive::CandidateRejected{
        document.summary.id, order.number, order.reason, officer_of(caller.actor)}});
    return {};
}

// A rejection taken back: the proposal is undecided again. What became a task stays one.
Result<void> reopen_one(const Caller& caller, const OpenedDocument& document, std::int32_t number,
                        Decided& decided) {
    const bool rejected =
        std::any_of(document.candidates.begin(), document.candidates.end(), [&](const auto& one) {
            return one.candidate.number == number &&
                   one.state == directive::CandidateState::rejected;
        });
    if (!rejected) {
        return Error{Fault::conflict,      "E-TASK-028",     candidate_place(number),
                     "这一条没有被不采纳", "不采纳过的条目", "刷新页面查看处理结果"};
    }
    decided.of_document.push_back(directive::Event{
        directive::CandidateReopened{document.summary.id, number, officer_of(caller.actor)}});
    return {};
}

Result<void> each_number_once(const ConfirmTasks& order) {
    std::set<std::int32_t> seen;
    const auto again = [&seen](std::int32_t number) { return !seen.insert(number).second; };
    for (const auto& one : order.confirm) {
        if (again(one.number)) {
            return Error{Fault::invalid,     "E-TASK-024",     candidate_place(one.number),
                         "同一条出现了两次", "每条只处理一次", "去掉重复的序号"};
        }
    }
    for (const auto& one : order.reject) {
        if (again(one.number)) {
            return Error{Fault::invalid,     "E-TASK-024",     candidate_place(one.number),
                         "同一条出现了两次", "每条只处理一次", "去掉重复的序号"};
        }
    }
    for (const std::int32_t number : order.reopen) {
        if (again(number)) {
            return Error{Fault::invalid,     "E-TASK-024",     candidate_place(number),
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
    for (const auto number : order.reopen) TRY(reopen_one(caller, document, number, decided));

    std::vector<journal::Append> appends{
        {journal::stream_of(order.document), order.seen_version, std::move(decided.of_document)}};
    appends.insert(appends.end(), std::make_move_iterator(decided.of_tasks.begin()),
                   std::make_move_iterator(decided.of_tasks.end()));
    TRY(desk.journal.commit(command_of(caller), appends));
    return open_document(desk, caller.actor, order.document);
}

}  // namespace anmin::operations
