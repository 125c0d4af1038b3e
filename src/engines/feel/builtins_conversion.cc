// Conversion functions and not(). SPEC: DMN 10.3.4.1 and 2.
#include "feel/builtins.h"
#include "feel/compile.h"
#include "feel/literals.h"
#include "feel/print.h"

namespace anmin::feel {

namespace {

Value not_a(const Arguments& arguments, const char* what) {
    return arguments.fail("“" + arguments.text(0) + "” 不是" + what);
}

Value date_of_text(const Arguments& arguments) {
    const auto date = calendar::parse_civil_date(arguments.text(0));
    return date ? Value::of(*date) : not_a(arguments, "日期");
}

Value date_of_day(const Arguments& arguments) {
    return Value::of(arguments[0].date() ? *arguments[0].date() : arguments[0].date_time()->date);
}

std::optional<CivilDate> date_of_parts(const Arguments& arguments) {
    const auto year = arguments.number(0).whole();
    const auto month = arguments.number(1).whole();
    const auto day = arguments.number(2).whole();
    if (!year || !month || !day) return std::nullopt;
    return CivilDate::of(*year, *month, *day);
}

Value date_of_numbers(const Arguments& arguments) {
    const auto date = date_of_parts(arguments);
    return date ? Value::of(*date) : arguments.fail("没有这一天");
}

// Hour, minute and second (with a fraction) from three arguments on.
std::optional<ClockTime> clock_of_parts(const Arguments& arguments, std::size_t first,
                                        calendar::Zone zone) {
    const auto hour = arguments.number(first).whole();
    const auto minute = arguments.number(first + 1).whole();
    const Decimal& seconds = arguments.number(first + 2);
    const auto second = seconds.truncated();
    if (!hour || !minute || !second || seconds.negative()) return std::nullopt;
    if (*hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 || *second > 59) return std::nullopt;
    const auto fraction = decimal::subtract(seconds, Decimal::of(*second));
    const auto nanoseconds = decimal::multiply(*fraction, Decimal::of(1000000000))->truncated();
    return ClockTime::of(static_cast<int>(*hour), static_cast<int>(*minute),
                         static_cast<int>(*second), static_cast<std::int32_t>(*nanoseconds),
                         std::move(zone));
}

// A zone from an offset; nothing beyond 18 hours.
std::optional<calendar::Zone> zone_of(const Value& offset) {
    if (!offset.days_time()) return calendar::Zone{};
    const auto seconds = offset.days_time()->nanoseconds / calendar::nanoseconds_per_second;
    if (seconds > 18 * 3600 || seconds < -18 * 3600) return std::nullopt;
    return calendar::Zone::fixed(static_cast<std::int32_t>(seconds));
}

Value moment_of_text(const Arguments& arguments) {
    if (const auto moment = calendar::parse_date_time(arguments.text(0))) return Value::of(*moment);
    const auto date = calendar::parse_civil_date(arguments.text(0));
    if (!date) return not_a(arguments, "日期时间");
    return Value::of(DateTime{*date, ClockTime{}});
}

Value moment_of_day(const Arguments& arguments) {
    if (arguments[0].date_time()) return arguments[0];
    DateTime out{*arguments[0].date(), ClockTime{}};
    out.time.zone = calendar::Zone::fixed(0);
    return Value::of(std::move(out));
}

Value moment_of_two(const Arguments& arguments) {
    if (!arguments[1].time()) return arguments.fail("第二个参数应为时间");
    const Value& day = arguments[0];
    return Value::of(
        DateTime{day.date() ? *day.date() : day.date_time()->date, *arguments[1].time()});
}

Value moment_of_numbers(const Arguments& arguments) {
    calendar::Zone zone;
    if (arguments.size() > 6) {
        const auto made = arguments[6].text() ? calendar::Zone::of_name(*arguments[6].text())
                                              : zone_of(arguments[6]);
        if (!made) return arguments.fail("没有这个时区");
        zone = *made;
    }
    const auto date = date_of_parts(arguments);
    auto time = clock_of_parts(arguments, 3, std::move(zone));
    if (!date || !time) return arguments.fail("没有这个时刻");
    return Value::of(DateTime{*date, std::move(*time)});
}

Value time_of_text(const Arguments& arguments) {
    auto time = calendar::parse_clock_time(arguments.text(0));
    return time ? Value::of(std::move(*time)) : not_a(arguments, "时间");
}

Value time_of_value(const Arguments& arguments) {
    const Value& from = arguments[0];
    if (from.time()) return from;
    if (from.date_time()) return Value::of(from.date_time()->time);
    if (!from.date())
        return arguments.fail("不能由 " + std::string(kind_name(from.kind())) + " 得到时间");
    ClockTime midnight;
    midnight.zone = calendar::Zone::fixed(0);
    return Value::of(std::move(midnight));
}

Value time_of_numbers(const Arguments& arguments) {
    auto zone = arguments.size() > 3 ? zone_of(arguments[3]) : std::optional(calendar::Zone{});
    if (!zone) return arguments.fail("时差超过 18 小时");
    auto time = clock_of_parts(arguments, 0, std::move(*zone));
    return time ? Value::of(std::move(*time)) : arguments.fail("没有这个时间");
}

bool is_separator(const Value& value, std::string_view allowed) {
    return value.is_null() || (value.text()->size() == 1 &&
                               allowed.find((*value.text())[0]) != std::string_view::npos);
}

Value number_of_text(const Arguments& arguments) {
    const Value grouping = arguments.size() > 1 ? arguments[1] : Value();
    const Value point = arguments.size() > 2 ? arguments[2] : Value();
    if (!is_separator(grouping, " ,.") || !is_separator(point, ",."))
        return arguments.fail("分组符应为空格、逗号或点，小数点应为逗号或点");
    const std::string mark = point.text() ? *point.text() : ".";
    if (grouping.text() && *grouping.text() == mark) return arguments.fail("分组符与小数点相同");
    std::string plain;
    for (const char c : arguments.text(0)) {
        if (grouping.text() && c == (*grouping.text())[0]) continue;
        if (c == '.' && mark != ".") return not_a(arguments, "数字");
        plain.push_back(c == mark[0] ? '.' : c);
    }
    const auto number = Decimal::parse(plain);
    return number ? Value::of(*number) : not_a(arguments, "数字");
}

Value string_of_value(const Arguments& arguments) {
    if (arguments[0].is_null()) return arguments[0];
    const std::size_t most = arguments.session().options().limits.text;
    std::string out = string_of(arguments[0], most);
    if (out.size() > most) return arguments.session().stop_over_limit("字符串过长");
    return Value::of(std::move(out));
}

Value duration_of_text(const Arguments& arguments) {
    const auto read = calendar::parse_duration(arguments.text(0));
    if (!read) return not_a(arguments, "时长");
    return std::visit([](const auto& duration) { return Value::of(duration); }, *read);
}

Value years_and_months(const Arguments& arguments) {
    // SPEC: by the days; times of day do not count.
    const auto day = [&](std::size_t at) {
        return arguments[at].date() ? *arguments[at].date() : arguments[at].date_time()->date;
    };
    return Value::of(YearsMonths{calendar::whole_months_between(day(0), day(1))});
}

// SPEC: DMN 1.5 range(from): a range literal whose ends are literals.
bool literal_end(const Node& node) {
    if (node.op == Op::literal) return !node.value.function();
    if (node.op == Op::negate) return literal_end(*node.kids[0]);
    if (node.op != Op::call || node.kids.size() < 2 || !node.names.empty()) return false;
    for (std::size_t i = 1; i < node.kids.size(); ++i)
        if (node.kids[i]->op != Op::literal || node.kids[i]->value.function()) return false;
    const auto* builtin = dynamic_cast<const Builtin*>(node.kids[0]->value.function());
    return builtin && (builtin->name() == "date" || builtin->name() == "time" ||
                       builtin->name() == "date and time" || builtin->name() == "duration");
}

Value range_of_text(const Arguments& arguments) {
    Source source;
    source.text = arguments.text(0);
    const auto compiled = compile(source, Scope());
    const Node& root = *compiled.value->root;
    if (root.op != Op::range || !literal_end(*root.kids[0]) || !literal_end(*root.kids[1]))
        return not_a(arguments, "区间");
    Value made = arguments.session().run(*compiled.value, std::vector<Value>());
    const bool open = made.range() && (made.range()->low.is_null() || made.range()->high.is_null());
    return made.range() && !open ? made : not_a(arguments, "区间");
}

Value negation(const Arguments& arguments) {
    const Value* single = arguments.single(0);
    const Value& value = single ? *single : arguments[0];
    if (value.boolean()) return Value::of(!*value.boolean());
    return arguments[0].cause() ? arguments[0] : arguments.fail("参数应为布尔值");
}

constexpr Registration table[] = {
    {"date", "from: text", date_of_text},
    {"date", "from: day", date_of_day},
    {"date", "year: number, month: number, day: number", date_of_numbers},
    {"date and time", "from: text", moment_of_text},
    {"date and time", "from: day", moment_of_day},
    {"date and time", "date: day, time: any", moment_of_two},
    {"date and time",
     "year: number, month: number, day: number, hour: number, minute: number, second: number, "
     "offset?: duration or null",
     moment_of_numbers},
    {"date and time",
     "year: number, month: number, day: number, hour: number, minute: number, second: number, "
     "timezone: text",
     moment_of_numbers},
    {"time", "from: text", time_of_text},
    {"time", "from: any", time_of_value},
    {"time", "hour: number, minute: number, second: number, offset?: duration or null",
     time_of_numbers},
    {"number", "from: text, grouping separator: text or null, decimal separator: text or null",
     number_of_text},
    {"number", "from: text", number_of_text},
    {"string", "from: any", string_of_value},
    {"duration", "from: text", duration_of_text},
    {"years and months duration", "from: day, to: day", years_and_months},
    {"range", "from: text", range_of_text},
    {"not", "negand: any", negation},
};

}  // namespace

Value at_literal_value(const std::string& text) {
    if (const auto date = calendar::parse_civil_date(text)) return Value::of(*date);
    if (auto moment = calendar::parse_date_time(text)) return Value::of(std::move(*moment));
    if (auto time = calendar::parse_clock_time(text)) return Value::of(std::move(*time));
    if (const auto read = calendar::parse_duration(text))
        return std::visit([](const auto& duration) { return Value::of(duration); }, *read);
    return Value();
}

std::span<const Registration> conversion_builtins() { return table; }

}  // namespace anmin::feel
