#include <algorithm>
#include <set>

#include "source/source.h"
#include "source/source_refusal.h"

namespace anmin::source {
namespace {

Result<void> check_agenda(const MeetingHeld& order) {
    const std::string place = "会议“" + order.name + "”的议程";
    if (order.agenda.empty()) return missing(place, "至少写一项议程");
    for (const AgendaItem& item : order.agenda) {
        if (blank(item.title)) return missing(place, "每项议程写明题目");
    }
    const bool any = std::any_of(order.agenda.begin(), order.agenda.end(),
                                 [](const AgendaItem& item) { return item.first_topic; });
    // closed-loop A.3 model 1: what is of this class is item 1.
    if (!any || order.agenda.front().first_topic) return {};
    return Error{Fault::invalid,         "E-SRC-003",     place, "第一议题没有排在第一项",
                 "第一议题是议程第一项", "调整议程的次序"};
}

Result<void> check_branches(const MeetingHeld& order) {
    std::set<std::string> names;
    for (const Branch& branch : order.branches) {
        const std::string place =
            "会议“" + order.name + "”第 " + std::to_string(branch.number) + " 个支部或单位";
        if (blank(branch.name)) return missing(place, "写明名称");
        if (branch.expected < 1) {
            return Error{Fault::invalid, "E-SRC-004", place,
                         "应到 0 人",    "至少 1 人", "填写应到人数，或去掉这一行"};
        }
        if (names.insert(branch.name).second) continue;
        return Error{Fault::invalid, "E-SRC-005",   place, "“" + branch.name + "”列了两次",
                     "每个支部一行", "合并重复的行"};
    }
    return {};
}

bool names(const std::vector<SourceName>& cited, const SourceName& source) {
    return std::find(cited.begin(), cited.end(), source) != cited.end();
}

}  // namespace

const char* word(SourceKind kind) {
    switch (kind) {
        case SourceKind::meeting: return "会议";
        case SourceKind::document: return "文件";
        case SourceKind::instruction: return "批示";
    }
    CHECK(false, "every kind of source has a word");
}

Result<Event> hold(MeetingHeld order) {
    if (blank(order.name)) return missing("会议的“名称”", "写明会议名称");
    const std::string place = "会议“" + order.name + "”";
    if (order.held_on > order.on) return late_entry(place + "的日期", order.held_on, order.on);
    if (blank(order.chair)) return missing(place + "的“主持”", "写明主持人");
    TRY(check_agenda(order));
    TRY(check_branches(order));
    return Event{std::move(order)};
}

Result<Event> take_attendance(const Meeting& meeting, AttendanceTaken order) {
    const std::string place = "会议“" + meeting.held.name + "”的签到";
    const auto found = std::find_if(
        meeting.branches.begin(), meeting.branches.end(),
        [&order](const BranchReach& one) { return one.branch.number == order.branch; });
    if (found == meeting.branches.end()) {
        return Error{Fault::invalid,
                     "E-SRC-006",
                     place,
                     "没有第 " + std::to_string(order.branch) + " 个支部或单位",
                     "会议登记时列出的支部或单位",
                     "从列表中选择"};
    }
    if (!order.made_up && found->present && blank(order.note)) {
        return Error{Fault::conflict,
                     "E-SRC-007",
                     place,
                     found->branch.name + "已登记实到 " + std::to_string(*found->present) + " 人",
                     "一次会议一次签到；更正时写明理由",
                     "会后补传达的选“补传达”；要更正的写明理由"};
    }
    const std::int64_t others = order.made_up ? found->reached() : found->made_up;
    if (order.people < 0 || others + order.people > found->branch.expected) {
        return Error{Fault::invalid,
                     "E-SRC-008",
                     place,
                     found->branch.name + "合计 " + std::to_string(others + order.people) + " 人",
                     "不超过应到 " + std::to_string(found->branch.expected) + " 人",
                     "核对人数；同一人只计一次"};
    }
    return Event{std::move(order)};
}

Result<Event> enter(InstructionEntered order) {
    if (blank(order.by)) return missing("批示的“批示人”", "写明职务和姓名");
    if (blank(order.text)) return missing("批示的“内容”", "照录批示原文");
    if (order.given_on > order.on) {
        return late_entry(order.by + "的批示", order.given_on, order.on);
    }
    return Event{std::move(order)};
}

Result<Event> cite(SourceCited order, const std::vector<SourceName>& cited) {
    if (!names(cited, order.source)) return Event{std::move(order)};
    return Error{Fault::conflict,
                 "E-SRC-009",
                 "任务 " + order.task.value,
                 std::string("已经列为这份") + word(order.source.kind) + "的落实任务",
                 "一个来源列一次",
                 "不用再列"};
}

Result<Event> withdraw(CitationWithdrawn order, const std::vector<SourceName>& cited) {
    const std::string place = "任务 " + order.task.value + " 的来源";
    if (!names(cited, order.source)) {
        return Error{Fault::conflict,  "E-SRC-010",      place,
                     "没有列这个来源", "已经列出的来源", "刷新页面查看最新的来源"};
    }
    if (blank(order.reason)) return missing(place, "写明撤下这个来源的理由");
    return Event{std::move(order)};
}

}  // namespace anmin::source
