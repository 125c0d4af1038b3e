#include "http/briefing_page.h"

#include <string>
#include <utility>

namespace anmin::http {
namespace {

using operations::Briefing;
using operations::LedgerRow;

std::string count(std::int64_t number) { return std::to_string(number); }

std::string owner_of(const directive::Task& task) {
    if (!task.owner) return "未交办";
    return task.owner->unit_name + " " + task.owner->post_title;
}

// Of more than the page has room for, the heading says how many there are.
std::string heading_of(const std::string& name, std::size_t shown, std::int64_t total) {
    if (total <= static_cast<std::int64_t>(shown)) return name;
    return name + "（共 " + count(total) + " 项，列前 " + std::to_string(shown) + " 项）";
}

sheets::PrintedTable tasks_table(std::string heading, const std::vector<LedgerRow>& rows) {
    sheets::PrintedTable table{
        std::move(heading), {{"任务", 70}, {"责任单位", 42}, {"时限", 22}, {"状态", 22}}, {}};
    for (const auto& row : rows) {
        table.rows.push_back({row.task.item.text, owner_of(row.task),
                              row.task.due ? row.task.due->iso() : std::string("无期限"),
                              directive::word(row.task.state)});
    }
    return table;
}

}  // namespace

sheets::PrintedPage page_of(const Briefing& briefing) {
    const auto& lateness = briefing.lateness;
    const auto& tally = lateness.tally;
    sheets::PrintedPage page{
        lateness.division.name + "重点任务调度情况", briefing.unit, lateness.as_of, {}, {}};
    // Four figures, never added: closed-loop A.2.
    page.lines = {"办理中 " + count(tally.assigned) + " 项，待交办 " + count(tally.confirmed) +
                      " 项，超期 " + count(tally.overdue) + " 项。",
                  "自报完成待核验 " + count(tally.reported) + " 项，核验通过待销号 " +
                      count(tally.verified) + " 项，已销号待回头看 " + count(tally.struck_off) +
                      " 项，回头看已巩固 " + count(tally.held) + " 项（四个数分列，不相加）。",
                  "退回后还没有重报 " + count(briefing.returned_total) + " 项，到期应回头看 " +
                      count(briefing.look_backs) + " 项。"};
    sheets::PrintedTable levels{
        "各地未办结和超期", {{"地区", 76}, {"未办结", 40}, {"超期", 40}}, {}};
    for (const auto& row : lateness.below) {
        levels.rows.push_back({row.name, count(row.open), count(row.late)});
    }
    page.tables.push_back(std::move(levels));
    page.tables.push_back(
        tasks_table(heading_of("超期任务", briefing.late.size(), tally.overdue), briefing.late));
    page.tables.push_back(
        tasks_table(heading_of("退回重办", briefing.returned.size(), briefing.returned_total),
                    briefing.returned));
    sheets::PrintedTable problems{"突出问题", {{"问题", 96}, {"责任单位", 38}, {"状态", 22}}, {}};
    for (const auto& row : briefing.problems) {
        const auto& one = row.problem;
        problems.rows.push_back({one.text, one.owner ? one.owner->unit_name : std::string("未定"),
                                 problem::word(one.state)});
    }
    page.tables.push_back(std::move(problems));
    return page;
}

}  // namespace anmin::http
