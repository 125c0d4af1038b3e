// Functions that make one value of many. SPEC: DMN 10.3.4.4.
#include <algorithm>

#include "feel/builtins.h"
#include "feel/compare.h"

namespace anmin::feel {

namespace {

// The numbers of a list; nothing when one item is none, or there are none at all.
std::optional<std::vector<Decimal>> numbers(const Arguments& arguments) {
    std::vector<Decimal> out;
    for (const Value& item : arguments.list(0)) {
        if (!item.number()) return std::nullopt;
        out.push_back(*item.number());
    }
    if (out.empty()) return std::nullopt;
    return out;
}

// Why there are no numbers: an empty list is plainly null, a foreign item is a mistake.
Value no_numbers(const Arguments& arguments) {
    for (const Value& item : arguments.list(0))
        if (item.cause()) return item;
    return arguments.fail(arguments.list(0).empty() ? "列表为空" : "列表中有不是数字的项");
}

Value made(const Arguments& arguments, const std::optional<Decimal>& number) {
    return number ? Value::of(*number) : arguments.fail("结果超出范围");
}

template <bool least>
Value extreme(const Arguments& arguments) {
    const List& list = arguments.list(0);
    if (list.empty()) return arguments.fail("列表为空");
    const Value* best = &list.front();
    for (const Value& item : list) {
        const auto found = order(item, *best);
        if (!found) return item.cause() ? item : arguments.fail("列表中的项不能比较");
        if (least ? *found < 0 : *found > 0) best = &item;
    }
    return *best;
}

// SPEC: table 76: the sum of numbers, or of durations of one kind.
Value sum(const Arguments& arguments) {
    const List& list = arguments.list(0);
    if (!list.empty() && (list.front().days_time() || list.front().years_months())) {
        const bool months = list.front().years_months() != nullptr;
        calendar::Nanoseconds exact = 0;
        std::int64_t count = 0;
        for (const Value& item : list) {
            if (months ? !item.years_months() : !item.days_time())
                return arguments.fail("列表中的项不是同一种时长");
            if (months) {
                count += item.years_months()->months;
            } else {
                exact += item.days_time()->nanoseconds;
            }
        }
        return months ? Value::of(YearsMonths{count}) : Value::of(DaysTime{exact});
    }
    const auto all = numbers(arguments);
    if (!all) return no_numbers(arguments);
    std::optional<Decimal> total = Decimal::of(0);
    for (const Decimal& number : *all)
        if (total) total = decimal::add(*total, number);
    return made(arguments, total);
}

Value product(const Arguments& arguments) {
    const auto all = numbers(arguments);
    if (!all) return no_numbers(arguments);
    std::optional<Decimal> total = Decimal::of(1);
    for (const Decimal& number : *all)
        if (total) total = decimal::multiply(*total, number);
    return made(arguments, total);
}

std::optional<Decimal> mean_of(const std::vector<Decimal>& all) {
    std::optional<Decimal> total = Decimal::of(0);
    for (const Decimal& number : all)
        if (total) total = decimal::add(*total, number);
    if (!total) return std::nullopt;
    return decimal::divide(*total, Decimal::of(static_cast<std::int64_t>(all.size())));
}

Value mean(const Arguments& arguments) {
    const auto all = numbers(arguments);
    return all ? made(arguments, mean_of(*all)) : no_numbers(arguments);
}

Value median(const Arguments& arguments) {
    auto all = numbers(arguments);
    if (!all) return no_numbers(arguments);
    std::sort(all->begin(), all->end());
    const std::size_t middle = all->size() / 2;
    if (all->size() % 2 == 1) return Value::of((*all)[middle]);
    return made(arguments, mean_of({(*all)[middle - 1], (*all)[middle]}));
}

// Of a sample: divided by one less than there are numbers.
Value standard_deviation(const Arguments& arguments) {
    const auto all = numbers(arguments);
    if (!all) return no_numbers(arguments);
    if (all->size() < 2) return arguments.fail("至少需要两个数字");
    const auto middle = mean_of(*all);
    std::optional<Decimal> total = Decimal::of(0);
    for (const Decimal& number : *all) {
        const auto distance = middle ? decimal::subtract(number, *middle) : std::nullopt;
        const auto square = distance ? decimal::multiply(*distance, *distance) : std::nullopt;
        total = total && square ? decimal::add(*total, *square) : std::nullopt;
    }
    if (total)
        total = decimal::divide(*total, Decimal::of(static_cast<std::int64_t>(all->size()) - 1));
    return made(arguments, total ? decimal::square_root(*total) : std::nullopt);
}

Value mode(const Arguments& arguments) {
    if (arguments.list(0).empty()) return Value::of(List());
    auto all = numbers(arguments);
    if (!all) return no_numbers(arguments);
    std::sort(all->begin(), all->end());
    List best;
    std::size_t most = 0;
    for (std::size_t at = 0; at < all->size();) {
        std::size_t end = at;
        while (end < all->size() && (*all)[end] == (*all)[at]) ++end;
        if (end - at > most) best.clear();
        if (end - at >= most) best.push_back(Value::of((*all)[at]));
        most = std::max(most, end - at);
        at = end;
    }
    return Value::of(std::move(best));
}

// SPEC: table 76: certain as soon as one item decides; else null when one item is no boolean.
Value decided_by(const Arguments& arguments, bool deciding) {
    bool foreign = false;
    for (const Value& item : arguments.list(0)) {
        if (!item.boolean()) {
            foreign = true;
        } else if (*item.boolean() == deciding) {
            return item;
        }
    }
    if (foreign) return arguments.fail("列表中有不是布尔值的项");
    return Value::of(!deciding);
}

Value all(const Arguments& arguments) { return decided_by(arguments, false); }
Value any(const Arguments& arguments) { return decided_by(arguments, true); }

constexpr Registration table[] = {
    {"min", "list: many", extreme<true>},
    {"max", "list: many", extreme<false>},
    {"sum", "list: many", sum},
    {"mean", "list: many", mean},
    {"all", "list: many", all},
    {"any", "list: many", any},
    {"product", "list: many", product},
    {"median", "list: many", median},
    {"stddev", "list: many", standard_deviation},
    {"mode", "list: many", mode},
};

}  // namespace

std::span<const Registration> statistics_builtins() { return table; }

}  // namespace anmin::feel
