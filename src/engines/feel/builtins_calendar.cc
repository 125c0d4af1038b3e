// Date and time functions. SPEC: DMN 10.3.4.7 and 10.3.4.13.
#include "feel/builtins.h"
#include "feel/compare.h"

namespace anmin::feel {

namespace {

constexpr const char* weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                    "Friday", "Saturday", "Sunday"};
constexpr const char* months[] = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};

const CivilDate& day(const Arguments& arguments) {
    return arguments[0].date() ? *arguments[0].date() : arguments[0].date_time()->date;
}

Value day_of_year(const Arguments& arguments) {
    return Value::of(std::int64_t{day(arguments).day_of_year()});
}

Value day_of_week(const Arguments& arguments) {
    return Value::of(std::string(weekdays[day(arguments).weekday() - 1]));
}

Value month_of_year(const Arguments& arguments) {
    return Value::of(std::string(months[day(arguments).month - 1]));
}

Value week_of_year(const Arguments& arguments) {
    return Value::of(std::int64_t{day(arguments).week_of_year()});
}

Value now(const Arguments& arguments) {
    const auto& moment = arguments.session().options().now;
    return moment ? Value::of(*moment) : arguments.fail("没有给出当前时刻");
}

Value today(const Arguments& arguments) {
    const auto& moment = arguments.session().options().now;
    return moment ? Value::of(moment->date) : arguments.fail("没有给出当前日期");
}

// SPEC: table 81: the same element of the domain; unlike "=", times must agree in their zones too.
Value is(const Arguments& arguments) {
    const Value& left = arguments[0];
    const Value& right = arguments[1];
    return Value::of(identical(left, right));
}

constexpr Registration table[] = {
    {"day of year", "date: day", day_of_year},
    {"day of week", "date: day", day_of_week},
    {"month of year", "date: day", month_of_year},
    {"week of year", "date: day", week_of_year},
    {"now", "", now},
    {"today", "", today},
    {"is", "value1: any, value2: any", is},
};

}  // namespace

std::span<const Registration> calendar_builtins() { return table; }

}  // namespace anmin::feel
