#include "cli/demo_registers.h"

#include <string>

#include "operations/keep_register.h"

namespace anmin::cli {
namespace {

// "{-12} 08:30" is that time of the day 12 days before `today`.
Result<std::string> dated(std::string text, calendar::Date today) {
    for (auto from = text.find('{'); from != std::string::npos; from = text.find('{', from)) {
        const auto until = text.find('}', from);
        const std::string days =
            until == std::string::npos ? std::string() : text.substr(from + 1, until - from - 1);
        constexpr std::size_t longest = 4;
        const bool number =
            !days.empty() && days.size() <= longest &&
            days.find_first_not_of("0123456789", days[0] == '-' ? 1 : 0) == std::string::npos &&
            days != "-";
        if (!number) {
            return Error{Fault::invalid, "E-DEMO-007", "registers.json 的“" + text + "”",
                         "读不出天数",   "{-12} 之类", "修改 packages/demo/registers.json 后重试"};
        }
        const std::string day = today.plus_days(std::stoi(days)).iso();
        text.replace(from, until - from + 1, day);
        from += day.size();
    }
    return text;
}

}  // namespace

Result<void> tell_registers(Workplace& place, const files::DemoRegisters& registers,
                            calendar::Date today) {
    const auto keeper = TRY(place.caller_named(registers.keeper));
    for (const auto& row : registers.rows) {
        operations::AddRow order{row.table, {}};
        for (const auto& [key, text] : row.cells) order.cells[key] = TRY(dated(text, today));
        TRY(operations::add_row(place.desk(), keeper, order));
    }
    return {};
}

}  // namespace anmin::cli
