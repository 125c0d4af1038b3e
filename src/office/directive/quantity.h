// A target or a figure with its unit: 1200 户, 98.5 %. Exact to three decimal places, so that sums
// tie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anmin::directive {

struct Quantity {
    std::int64_t thousandths = 0;
    std::string unit;  // 户, 人次, %: figures of different units are never added

    bool operator==(const Quantity&) const = default;
};

// "1200", "0.125" as thousandths; nothing for anything else, for a sign, for more than three
// decimal places and above 10^12.
std::optional<std::int64_t> parse_thousandths(std::string_view digits);

// "1200", "0.125": without zeros at the end.
std::string figure(std::int64_t thousandths);

// "1200户".
std::string figure(const Quantity& quantity);

}  // namespace anmin::directive
