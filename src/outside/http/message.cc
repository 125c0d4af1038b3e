#include "http/message.h"

#include <algorithm>

#include "text/utf8.h"

namespace anmin::http {
namespace {

std::optional<std::string_view> find_named(const std::vector<Header>& all, std::string_view name) {
    for (const Header& one : all) {
        if (one.name == name) return one.value;
    }
    return std::nullopt;
}

int hex_digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

bool is_control(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7F;
}

bool is_attr_char(char letter) {
    const bool alphanumeric = (letter >= '0' && letter <= '9') ||
                              (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    return alphanumeric || std::string_view("!#$&+-.^_`|~").find(letter) != std::string_view::npos;
}

bool read_path(std::string_view path, std::vector<std::string>& segments) {
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        auto segment = percent_decoded(path.substr(0, end), Plus::stays);
        if (!segment) return false;
        path.remove_prefix(end);
        if (segment->empty() && path.empty()) break;  // "/" alone, or a slash at the end
        segments.push_back(*std::move(segment));
    }
    return true;
}

bool read_query(std::string_view query, std::vector<Header>& pairs) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        auto value =
            percent_decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
        if (!name || !value) return false;
        pairs.push_back({*std::move(name), *std::move(value)});
    }
    return true;
}

}  // namespace

std::optional<std::string_view> Request::find_header(std::string_view name) const {
    return find_named(headers, name);
}

std::size_t Request::count_headers(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(
        headers.begin(), headers.end(), [name](const Header& one) { return one.name == name; }));
}

std::optional<std::string_view> Request::find_query(std::string_view name) const {
    return find_named(query, name);
}

std::optional<std::string_view> Request::find_cookie(std::string_view name) const {
    for (const Header& header : headers) {
        if (header.name != "cookie") continue;
        std::string_view rest = header.value;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            const std::string_view pair = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
                return pair.substr(name.size() + 1);
            }
        }
    }
    return std::nullopt;
}

void Response::set(std::string name, std::string value) {
    for (Header& header : headers) {
        if (same_ignoring_case(header.name, name)) {
            header.value = std::move(value);
            return;
        }
    }
    headers.push_back({std::move(name), std::move(value)});
}

std::optional<std::string_view> Response::bytes() const {
    if (const auto* own = std::get_if<std::string>(&body)) return *own;
    if (const auto* kept = std::get_if<std::shared_ptr<const std::string>>(&body)) return **kept;
    return std::nullopt;
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char letter = text[at];
        if (letter == '%') {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[at + 1]);
            const int low = hex_digit(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            letter = static_cast<char>(high * 16 + low);
            at += 2;
        } else if (letter == '+' && plus == Plus::is_space) {
            letter = ' ';
        }
        if (is_control(letter)) return std::nullopt;
        decoded.push_back(letter);
    }
    if (!text::is_utf8(decoded)) return std::nullopt;
    return decoded;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        if (is_attr_char(letter)) {
            encoded.push_back(letter);
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        encoded.push_back('%');
        encoded.push_back(digits[byte >> 4U]);
        encoded.push_back(digits[byte & 0x0FU]);
    }
    return encoded;
}

bool read_target(Request& request) {
    std::string_view target = request.target;
    if (target.starts_with("http://") || target.starts_with("https://")) {
        // SPEC: RFC 9112, 3.2.2: a server accepts the absolute form.
        target.remove_prefix(target.find("//") + 2);
        target.remove_prefix(std::min(target.find_first_of("/?"), target.size()));
        if (target.empty()) target = "/";
    }
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view path = target.substr(0, mark);
    if (!path.starts_with('/')) return false;
    const std::string_view query = target.substr(std::min(mark + 1, target.size()));
    return read_path(path, request.path) && read_query(query, request.query);
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

bool same_ignoring_case(std::string_view left, std::string_view right) {
    return left.size() == right.size() && lower_ascii(left) == lower_ascii(right);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(start);
    const std::size_t end = text.find_last_not_of(" \t");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

bool lists_token(std::string_view value, std::string_view token) {
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(','), value.size());
        const std::string_view item = value.substr(0, end);
        if (lower_ascii(trimmed(item.substr(0, item.find(';')))) == token) return true;
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return false;
}

}  // namespace anmin::http
