#include "directive/quantity.h"

#include <algorithm>

namespace anmin::directive {
namespace {

constexpr std::size_t most_digits = 12;
constexpr std::size_t places = 3;

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number_of(std::string_view digits) {
    std::int64_t value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

}  // namespace

std::optional<std::int64_t> parse_thousandths(std::string_view digits) {
    const auto point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view part =
        point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
    if (whole.empty() || whole.size() > most_digits || part.size() > places) return std::nullopt;
    if (point != std::string_view::npos && part.empty()) return std::nullopt;
    if (!all_digits(whole) || !all_digits(part)) return std::nullopt;
    std::string padded(part);
    padded.resize(places, '0');
    return number_of(whole) * 1000 + number_of(padded);
}

std::string figure(std::int64_t thousandths) {
    std::string text = std::to_string(thousandths / 1000);
    std::int64_t part = thousandths % 1000;
    if (part < 0) part = -part;
    if (part == 0) return text;
    std::string decimals = std::to_string(part);
    decimals.insert(0, places - decimals.size(), '0');
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return text + "." + decimals;
}

std::string figure(const Quantity& quantity) {
    return figure(quantity.thousandths) + quantity.unit;
}

}  // namespace anmin::directive
