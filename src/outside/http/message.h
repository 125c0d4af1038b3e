// A request and its answer as the handlers see them. Start here; nothing of sockets or parsers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace anmin::http {

struct Header {
    std::string name;
    std::string value;

    bool operator==(const Header&) const = default;
};

struct Request {
    std::string method;             // as sent: GET, POST, ...
    std::string target;             // as sent, for digests only: it may carry personal data
    std::vector<std::string> path;  // decoded segments: /a/b%2Fc is {"a", "b/c"}; "/" is {}
    std::vector<Header> query;      // decoded, in order; names may repeat
    std::vector<Header> headers;    // names in lower case
    std::string body;
    std::string remote;     // address of the peer
    std::string number;     // of this request in the server's log
    int minor_version = 1;  // of HTTP/1
    bool keep_alive = true;

    // The first of that name (given in lower case); nothing when there is none.
    std::optional<std::string_view> find_header(std::string_view name) const;
    std::size_t count_headers(std::string_view name) const;
    std::optional<std::string_view> find_query(std::string_view name) const;
    // A cookie's value.
    std::optional<std::string_view> find_cookie(std::string_view name) const;

    bool is_head() const { return method == "HEAD"; }
    // Asks for nothing to change (SPEC: RFC 9110, 9.2.1).
    bool is_safe() const { return method == "GET" || method == "HEAD" || method == "OPTIONS"; }
};

// A body that goes on: server-sent events, one whenever the log grows beyond `seen`.
struct ChangeStream {
    std::int64_t seen = 0;
};

// Bytes of this answer alone; bytes that live longer than it (static files); or a stream.
using Body = std::variant<std::string, std::shared_ptr<const std::string>, ChangeStream>;

struct Response {
    int status = 200;
    // Without Date, Connection and Content-Length: the server writes those.
    std::vector<Header> headers;
    Body body;
    std::string route;  // pattern of the route that answered, for log and figures; never the path

    void set(std::string name, std::string value);
    // Nothing for a stream, whose size is not known.
    std::optional<std::string_view> bytes() const;
};

// Decodes %XX; nothing when it is malformed, is not UTF-8 or holds a control character.
// A form's `+` becomes a space (query strings), or stays (paths).
enum class Plus { stays, is_space };
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

// SPEC: RFC 8187 ext-value: everything but attr-char as %XX of UTF-8.
std::string percent_encoded(std::string_view text);

// Splits origin form (/path?query) or absolute form (http://host/path?query) into `request`'s path
// and query. False when it is neither, or an escape is wrong.
bool read_target(Request& request);

std::string lower_ascii(std::string_view text);
bool same_ignoring_case(std::string_view left, std::string_view right);
std::string_view trimmed(std::string_view text);

// Does a comma-separated header value hold this token (given in lower case), parameters aside?
bool lists_token(std::string_view value, std::string_view token);

}  // namespace anmin::http
