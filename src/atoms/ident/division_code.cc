#include <algorithm>
#include <array>

#include "ident/ident.h"

namespace anmin::ident {
namespace {

// SPEC: GB/T 2260 (to county), GB/T 10114 (township, village): lengths of the five levels.
constexpr std::array<std::size_t, 5> lengths{2, 4, 6, 9, 12};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<DivisionCode> DivisionCode::parse(std::string_view digits) {
    if (digits == "0") return nation();
    if (std::find(lengths.begin(), lengths.end(), digits.size()) == lengths.end())
        return std::nullopt;
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
    return DivisionCode(std::string(digits));
}

bool DivisionCode::contains(const DivisionCode& other) const {
    return is_nation() || other.digits_.starts_with(digits_);
}

std::optional<DivisionCode> DivisionCode::parent() const {
    if (is_nation()) return std::nullopt;
    const auto mine = std::find(lengths.begin(), lengths.end(), digits_.size());
    if (mine == lengths.begin()) return nation();
    return DivisionCode(digits_.substr(0, *(mine - 1)));
}

}  // namespace anmin::ident
