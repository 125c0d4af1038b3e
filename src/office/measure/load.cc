#include "measure/load.h"

namespace anmin::measure {
namespace {

using calendar::Date;
using directive::Period;

// Digits of a township's and a village's code (ident.h).
constexpr std::size_t township_digits = 9;
constexpr std::size_t village_digits = 12;

}  // namespace

const char* word(Ask ask) {
    switch (ask) {
        case Ask::task: return "交办任务";
        case Ask::period: return "定期报告";
        case Ask::figure: return "报送数字";
        case Ask::form: return "填报表格";
        case Ask::problem: return "问题整改";
    }
    CHECK(false, "every ask has a word");
}

bool is_metered(const ident::DivisionCode& division) {
    return division.digits().size() >= township_digits;
}

std::optional<Month> Month::parse(const std::string& text) {
    const auto first = Date::parse(text + "-01");
    if (!first) return std::nullopt;
    return Month::of(*first);
}

Date Month::first() const {
    const auto day = Date::of(year, month, 1);
    CHECK(day.has_value(), "a month has its first day");
    return *day;
}
Date Month::last() const { return first().end_of_month(); }
std::string Month::text() const { return first().iso().substr(0, 7); }

std::int64_t times_in(Period period, Date from, Date until) {
    std::int64_t times = 0;
    for (Date day = from; day <= until; day = day.plus_days(1)) {
        const Date next = day.plus_days(1);
        if (directive::period_start(period, next) == next) ++times;
    }
    return times;
}

std::int64_t times_in(Period period, const Month& month) {
    return times_in(period, month.first(), month.last());
}

Burden burden(const Limits& limits, const ident::DivisionCode& division, std::int64_t asks) {
    const bool village = division.digits().size() >= village_digits;
    const std::int64_t limit = village ? limits.village : limits.township;
    constexpr std::int64_t percent = 100;
    if (limit == 0) return Burden::unlimited;
    if (asks > limit) return Burden::over;
    return asks * percent >= limit * limits.warning_percent ? Burden::near : Burden::light;
}

std::int64_t& count_of(Counts& counts, Ask ask) {
    switch (ask) {
        case Ask::task: return counts.task;
        case Ask::period: return counts.period;
        case Ask::figure: return counts.figure;
        case Ask::form: return counts.form;
        case Ask::problem: return counts.problem;
    }
    CHECK(false, "every ask is counted somewhere");
}

}  // namespace anmin::measure
