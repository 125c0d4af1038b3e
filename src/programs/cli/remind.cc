// anmin morning, late, load, indicator: what waits, who is late, what is asked of the lowest
// levels, and what nobody needs to be asked for.

#include "operations/remind.h"

#include <iostream>

#include "cli/commands.h"
#include "cli/workplace.h"
#include "operations/meter_load.h"

namespace anmin::cli {
namespace {

// The division that stands as the only word, else the actor's own.
Result<ident::DivisionCode> division_of(const Arguments& arguments,
                                        const operations::Caller& caller) {
    if (arguments.words.empty()) return caller.actor.division;
    if (const auto code = ident::DivisionCode::parse(arguments.words[0])) return *code;
    return Error{Fault::invalid, "E-CLI-004", "区划", "“" + arguments.words[0] + "”不是区划代码",
                 "如 330102",    "更正后重试"};
}

void print(const operations::LedgerRow& row) {
    const auto& task = row.task;
    std::cout << "    " << task.id.value << "  " << directive::word(row.light) << "  "
              << (task.due ? task.due->iso() : std::string("无期限")) << "  "
              << (task.owner ? task.owner->unit_name : std::string("未交办")) << "  "
              << task.item.text << "\n";
}

// One command on a database: `run` prints.
template <class Run>
int with_place(const char* command, const char* usage, const Words& words, std::size_t most,
               const Grammar& grammar, const Run& run) {
    const auto done = [&]() -> Result<int> {
        const auto arguments = TRY(parse(words, with_database(grammar)));
        if (arguments.words.size() > most) return not_understood(command, usage);
        const auto place = TRY(Workplace::open(arguments));
        const auto caller = TRY(place->caller(arguments));
        TRY(run(place->desk(), caller, arguments));
        return 0;
    }();
    return done.ok() ? done.value() : fail(done.error());
}

Result<void> morning(operations::Desk& desk, const operations::Caller& caller, const Arguments&) {
    const auto list = TRY(operations::open_morning(desk, caller.actor));
    std::cout << list.as_of.iso() << "  " << caller.actor.name << "\n";
    for (const auto& section : list.sections) {
        std::cout << operations::word(section.part) << "  " << section.total
                  << (list.cut ? " 项以上\n" : " 项\n");
        for (const auto& row : section.rows) print(row);
    }
    if (!list.problems.empty()) std::cout << "整改临期或超期  " << list.problems.size() << " 个\n";
    for (const auto& one : list.problems) {
        std::cout << "    " << one.problem.id.value << "  " << one.problem.text << "\n";
    }
    return {};
}

Result<void> late(operations::Desk& desk, const operations::Caller& caller,
                  const Arguments& arguments) {
    const auto code = TRY(division_of(arguments, caller));
    const auto found = TRY(operations::list_late(desk, caller.actor, code));
    std::cout << found.division.name << "  超期 " << found.tally.overdue << " 项\n";
    for (const auto& row : found.below) {
        std::cout << "    " << row.division.digits() << "  " << row.name << "  未办结 " << row.open
                  << "  超期 " << row.late << "\n";
    }
    return {};
}

const char* word(measure::Burden burden) {
    switch (burden) {
        case measure::Burden::unlimited: return "不设限";
        case measure::Burden::light: return "正常";
        case measure::Burden::near: return "接近上限";
        case measure::Burden::over: return "超过上限";
    }
    CHECK(false, "every burden has a word");
}

Result<void> load(operations::Desk& desk, const operations::Caller& caller,
                  const Arguments& arguments) {
    const auto code = TRY(division_of(arguments, caller));
    const std::string month = arguments.get("month", "");
    if (arguments.has("rows")) {
        const auto opened = TRY(operations::open_load(desk, caller.actor, code, month));
        std::cout << opened.division.name << "  " << opened.month.text() << "  合计 "
                  << opened.total << "  " << word(opened.burden) << "\n";
        for (const auto& ask : opened.asks) {
            std::cout << "    " << ask.on.iso() << "  " << measure::word(ask.ask) << "  "
                      << ask.cause_name << "  " << ask.ref << "  " << ask.title << "  " << ask.times
                      << " 次\n";
        }
        return {};
    }
    const auto metered = TRY(operations::meter_load(desk, caller.actor, code, month));
    std::cout << metered.division.name << "  " << metered.month.text() << "  " << metered.divisions
              << " 个单位，合计 " << metered.counts.total() << "，其中本级要求 " << metered.caused
              << "\n";
    for (const auto& line : metered.lines) {
        const auto& counts = line.row.counts;
        std::cout << "    " << line.row.division.digits() << "  " << line.row.name << "  "
                  << counts.total() << "  " << word(line.burden) << "  任务 " << counts.task
                  << "，定期报告 " << counts.period << "，报数 " << counts.figure << "，填表 "
                  << counts.form << "，问题 " << counts.problem << "，本级要求 " << line.row.caused
                  << "\n";
    }
    return {};
}

Result<void> indicator(operations::Desk& desk, const operations::Caller& caller,
                       const Arguments& arguments) {
    const auto code = TRY(division_of(arguments, caller));
    const auto area = TRY(operations::measure_area(desk, caller.actor, code));
    for (const auto& one : area.figures) {
        std::cout << one.indicator.id << "  " << one.indicator.name << "  " << one.value
                  << one.indicator.unit << "\n";
    }
    return {};
}

}  // namespace

int run_morning(const Words& words) {
    return with_place("morning", "（需 --as 账号）", words, 0, {}, morning);
}
int run_late(const Words& words) {
    return with_place("late", "[区划]（需 --as 账号）", words, 1, {}, late);
}
int run_load(const Words& words) {
    return with_place("load", "[区划] [--month 2025-03] [--rows]（需 --as 账号）", words, 1,
                      {{"month"}, {"rows"}}, load);
}
int run_indicator(const Words& words) {
    return with_place("indicator", "[区划]（需 --as 账号）", words, 1, {}, indicator);
}

}  // namespace anmin::cli
