#include <array>
#include <cctype>

#include "document/wrapped_kinds.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::string_view;

std::string lower(View text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// Headers and body of a mail or of one of its parts.
struct MailPart {
    std::string headers;  // unfolded, each on one line
    View body;
};

MailPart split(View text) {
    MailPart out;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = text.find('\n', at);
        if (end == View::npos) end = text.size();
        View line = text.substr(at, end - at);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        at = std::min(end + 1, text.size());
        if (line.empty()) break;
        const bool folded = line.front() == ' ' || line.front() == '\t';
        if (!folded) out.headers += '\n';
        out.headers += line;
        if (out.headers.size() > 200000) break;
    }
    out.body = text.substr(at);
    return out;
}

std::string header(const MailPart& part, const std::string& name) {
    const std::string all = lower(part.headers);
    const std::size_t at = all.find("\n" + name + ":");
    if (at == std::string::npos) return {};
    const std::size_t from = part.headers.find_first_not_of(" \t", at + name.size() + 2);
    if (from == std::string::npos) return {};
    return part.headers.substr(from, part.headers.find('\n', from) - from);
}

// charset="gb2312" out of a Content-Type.
std::string parameter(const std::string& value, const std::string& name) {
    const std::size_t at = lower(value).find(name + "=");
    if (at == std::string::npos) return {};
    std::size_t from = at + name.size() + 1;
    const bool quoted = from < value.size() && value[from] == '"';
    if (quoted) ++from;
    const std::size_t end = value.find_first_of(quoted ? "\"" : "; \t", from);
    return value.substr(from, end == std::string::npos ? std::string::npos : end - from);
}

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

std::string from_base64(View text) {
    std::string out;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        const int value = base64_value(c);
        if (value < 0) continue;
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out.push_back(static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU));
    }
    return out;
}

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string from_quoted_printable(View text, bool in_header) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '_' && in_header) {
            out.push_back(' ');
        } else if (c != '=') {
            out.push_back(c);
        } else if (at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r')) {
            at += text[at + 1] == '\r' && at + 2 < text.size() && text[at + 2] == '\n' ? 2U : 1U;
        } else if (at + 2 < text.size() && hexadecimal(text[at + 1]) >= 0 &&
                   hexadecimal(text[at + 2]) >= 0) {
            out.push_back(
                static_cast<char>(hexadecimal(text[at + 1]) * 16 + hexadecimal(text[at + 2])));
            at += 2;
        } else {
            out.push_back(c);
        }
    }
    return out;
}

// =?gb2312?B?…?= words of a header.
std::u32string decoded_words(const std::string& value) {
    std::u32string out;
    std::size_t at = 0;
    while (at < value.size()) {
        const std::size_t start = value.find("=?", at);
        const std::size_t charset_end =
            start == std::string::npos ? start : value.find('?', start + 2);
        const std::size_t end =
            charset_end == std::string::npos ? charset_end : value.find("?=", charset_end + 3);
        if (end == std::string::npos) return out + text::decode(View(value).substr(at));
        const View between = View(value).substr(at, start - at);
        if (between.find_first_not_of(" \t") != View::npos) out += text::decode(between);
        const View code = View(value).substr(charset_end + 3, end - charset_end - 3);
        const bool base64 = std::tolower(static_cast<unsigned char>(value[charset_end + 1])) == 'b';
        const std::string bytes = base64 ? from_base64(code) : from_quoted_printable(code, true);
        const auto decoded =
            text::decode_bytes(bytes, View(value).substr(start + 2, charset_end - start - 2));
        if (decoded) out += decoded->characters;
        at = end + 2;
    }
    return out;
}

// Wed, 2 Jul 2025 09:12:00 +0800 -> 2025-07-02
std::u32string day_of(const std::string& value) {
    constexpr std::array<View, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (std::size_t month = 0; month < months.size(); ++month) {
        const std::size_t at = value.find(months[month]);
        if (at == std::string::npos || at < 2 || at + 8 > value.size()) continue;
        std::string day;
        for (std::size_t back = at - 1; back > 0 && day.size() < 2; --back) {
            const char c = value[back - 1];
            if (std::isdigit(static_cast<unsigned char>(c)) == 0) break;
            day.insert(day.begin(), c);
        }
        if (day.size() == 1) day.insert(day.begin(), '0');
        std::string number = std::to_string(month + 1);
        if (number.size() == 1) number.insert(number.begin(), '0');
        return text::decode(value.substr(at + 4, 4) + "-" + number + "-" + day);
    }
    return {};
}

// The part people read: plain text before HTML, the first of its kind.
std::optional<text::Decoded> readable(const MailPart& part, int depth) {
    const std::string type = header(part, "content-type");
    const std::string kind = lower(type);
    if (kind.starts_with("multipart/") && depth < 6) {
        const std::string boundary = "--" + parameter(type, "boundary");
        std::optional<text::Decoded> best;
        std::size_t at = part.body.find(boundary);
        for (int parts = 0; boundary.size() > 2 && at != View::npos && parts < 50; ++parts) {
            const std::size_t from = part.body.find('\n', at);
            if (from == View::npos) break;
            const std::size_t end = part.body.find(boundary, from);
            const MailPart inner =
                split(part.body.substr(from + 1, end == View::npos ? View::npos : end - from - 1));
            const bool plain = lower(header(inner, "content-type")).starts_with("text/plain");
            auto found = readable(inner, depth + 1);
            if (found && (plain || !best)) best = std::move(found);
            if (best && plain) return best;
            at = end;
        }
        return best;
    }
    if (!kind.empty() && !kind.starts_with("text/")) return std::nullopt;
    const std::string encoding = lower(header(part, "content-transfer-encoding"));
    std::string bytes(part.body);
    if (encoding.starts_with("base64")) bytes = from_base64(part.body);
    if (encoding.starts_with("quoted-printable")) bytes = from_quoted_printable(part.body, false);
    return text::decode_bytes(bytes, parameter(type, "charset"));
}

}  // namespace

std::optional<Unwrapped> unwrap_mime(const std::string& bytes) {
    const MailPart mail = split(bytes);
    const bool mime =
        !header(mail, "mime-version").empty() || !header(mail, "content-transfer-encoding").empty();
    const bool letter = !header(mail, "from").empty() || !header(mail, "subject").empty();
    if (!mime || !letter) return std::nullopt;
    auto decoded = readable(mail, 0);
    if (!decoded) return std::nullopt;
    Unwrapped out;
    out.characters = std::move(decoded->characters);
    out.encoding = decoded->encoding;
    out.lost = decoded->lost;
    out.metadata.title = decoded_words(header(mail, "subject"));
    out.metadata.published = day_of(header(mail, "date"));
    return out;
}

}  // namespace anmin::document
