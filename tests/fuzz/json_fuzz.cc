// json::parse on any bytes; what was read prints and reads back as the same value.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "json/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = anmin::json::parse(text, "input");
    if (!parsed.ok()) return 0;
    const auto again = anmin::json::parse(anmin::json::print(parsed.value()), "print");
    if (!again.ok() || again.value() != parsed.value()) __builtin_trap();
    return 0;
}
