// gzip (RFC 1952) by zlib.
#pragma once

#include <string>
#include <string_view>

namespace anmin::http {

// `level`: 1 (fast) to 9 (small). Equal arguments give equal bytes.
std::string gzipped(std::string_view bytes, int level);

// Does an Accept-Encoding value allow gzip? (SPEC: RFC 9110, 12.5.3; q=0 forbids.)
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace anmin::http
