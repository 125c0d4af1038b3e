// http::RequestParser on any bytes, handed in two pieces cut anywhere: it never takes more than it
// was given, and says the same as when it gets them at once.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/request_parser.h"

namespace {

using anmin::http::RequestParser;

// Hands in what is left until the parser stops.
void feed(RequestParser& parser, std::string_view& bytes) {
    while (!bytes.empty() && !parser.is_complete() && !parser.refusal()) {
        const std::size_t used = parser.take(bytes);
        if (used > bytes.size()) __builtin_trap();
        bytes.remove_prefix(used);
        if (parser.has_head()) parser.set_body_limit(4096);
        if (used == 0) break;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::string_view all(reinterpret_cast<const char*>(data) + 1, size - 1);
    RequestParser whole(8192);
    std::string_view rest = all;
    feed(whole, rest);
    if (whole.is_complete() && !whole.refusal()) anmin::http::read_target(whole.request());

    const std::size_t cut = std::min<std::size_t>(data[0], all.size());
    RequestParser parts(8192);
    std::string_view first = all.substr(0, cut);
    feed(parts, first);
    std::string_view second = all.substr(cut - first.size());
    feed(parts, second);
    if (whole.is_complete() != parts.is_complete()) __builtin_trap();
    return 0;
}
