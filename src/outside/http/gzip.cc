#include "http/gzip.h"

#include <algorithm>
#include <zlib.h>

#include "http/message.h"
#include "result/result.h"

namespace anmin::http {

std::string gzipped(std::string_view bytes, int level) {
    constexpr int gzip_window = 15 + 16;
    constexpr int memory_level = 8;
    z_stream stream{};
    const int ready =
        deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY);
    CHECK(ready == Z_OK, "zlib has the memory and the version it was built with");
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    // zlib does not write to next_in; its type is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int done = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    CHECK(done == Z_STREAM_END, "deflateBound() is enough for one call");
    return packed;
}

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        const std::size_t end = std::min(accept_encoding.find(','), accept_encoding.size());
        const std::string item = lower_ascii(trimmed(accept_encoding.substr(0, end)));
        accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
        if (!item.starts_with("gzip")) continue;
        const std::string_view rest = trimmed(std::string_view(item).substr(4));
        if (rest.empty()) return true;
        const std::size_t weight = rest.find("q=");
        if (rest.front() == ';') {
            return weight == std::string_view::npos ||
                   rest.substr(weight + 2).find_first_of("123456789") != std::string_view::npos;
        }
    }
    return false;
}

}  // namespace anmin::http
