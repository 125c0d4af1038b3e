// json::parse on any bytes; what was read prints and reads back as the same value. A number that is
// no whole number may change in its last binary place: the library reads those only nearly.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "json/json.h"

namespace {

using anmin::json::Value;

bool same(const Value& left, const Value& right) {
    if (left.is_double() && right.is_double()) {
        const double size = std::abs(left.get_double());
        return left == right ||
               std::abs(left.get_double() - right.get_double()) <= size * 1e-14 + 1e-300;
    }
    if (left.is_array() && right.is_array()) {
        const auto& mine = left.get_array();
        const auto& other = right.get_array();
        return std::equal(mine.begin(), mine.end(), other.begin(), other.end(), same);
    }
    if (left.is_object() && right.is_object()) {
        if (left.get_object().size() != right.get_object().size()) return false;
        for (const auto& member : left.get_object()) {
            const Value* other = right.get_object().if_contains(member.key());
            if (!other || !same(member.value(), *other)) return false;
        }
        return true;
    }
    return left == right;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = anmin::json::parse(text, "input");
    if (!parsed.ok()) return 0;
    const auto again = anmin::json::parse(anmin::json::print(parsed.value()), "print");
    if (!again.ok() || !same(again.value(), parsed.value())) __builtin_trap();
    return 0;
}
