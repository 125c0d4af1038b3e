// xml::parse on any bytes: an element or an Error, within its limits.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "xml/xml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed =
        anmin::xml::parse(text, "input", {.bytes = 1 << 20, .depth = 64, .elements = 10000});
    if (!parsed.ok() && parsed.error().code.empty()) __builtin_trap();
    return 0;
}
