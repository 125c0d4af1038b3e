#include "sheets/cell_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "text/utf8.h"

namespace anmin::sheets {
namespace {

// SPEC: Excel specifications and limits: 32,767 UTF-16 units in a cell, 16,384 columns, 1,048,576
// rows.
constexpr std::size_t most_units = 32'767;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_rows = 1'048'576;
constexpr std::u32string_view cut_remark = U"……（超出单元格长度，余下部分请在系统中查看）";

std::size_t units_of(char32_t c) { return c > 0xFFFF ? 2 : 1; }

// SPEC: XML 1.0, production 2.
bool is_xml_character(char32_t c) {
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c <= 0xFFFD) || c >= 0x10000;
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// SPEC: ECMA-376 part 1, 22.4.2.4 (ST_Xstring): _xHHHH_ is the character HHHH.
bool is_escape(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

std::u32string within_limit(const std::u32string& text) {
    std::size_t units = 0;
    std::size_t room_for_remark = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        units += units_of(text[i]);
        if (units + cut_remark.size() <= most_units) room_for_remark = i + 1;
        if (units > most_units) return text.substr(0, room_for_remark) + std::u32string(cut_remark);
    }
    return text;
}

}  // namespace

std::string to_cell(std::string_view text) {
    std::string guarded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_escape(text.substr(i))) guarded += "_x005F";
        const bool line_end = text[i] == '\r';
        if (line_end && text.substr(i + 1).starts_with('\n')) continue;
        guarded += line_end ? '\n' : text[i];
    }
    std::u32string clean = text::decode(guarded);
    for (char32_t& c : clean) {
        if (!is_xml_character(c)) c = text::lost_character;
    }
    return text::encode(within_limit(clean));
}

std::string from_cell(std::string_view stored) {
    std::string text;
    while (!stored.empty()) {
        if (!is_escape(stored)) {
            text += stored.front();
            stored.remove_prefix(1);
            continue;
        }
        std::uint32_t character = 0;
        std::from_chars(stored.data() + 2, stored.data() + 6, character, 16);
        text::append_utf8(text, character);
        stored.remove_prefix(7);
    }
    return text;
}

bool is_date_format(std::string_view format) {
    bool quoted = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\\' || c == '_' || c == '*') {
            ++i;  // the next character is literal, or a width
        } else if (c == ';') {
            return false;  // only the first section speaks of positive numbers
        } else if (c == '[') {
            const std::size_t close = format.find(']', i);
            const std::string_view inside = format.substr(i + 1, close - i - 1);
            if (inside == "h" || inside == "hh" || inside == "m" || inside == "mm" ||
                inside == "s" || inside == "ss") {
                return true;
            }
            if (close == std::string_view::npos) return false;
            i = close;  // colour, condition or locale
        } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_date_format(int built_in) {
    // SPEC: ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are the East Asian date formats.
    return (built_in >= 14 && built_in <= 22) || (built_in >= 27 && built_in <= 36) ||
           (built_in >= 45 && built_in <= 47) || (built_in >= 50 && built_in <= 58);
}

bool is_percent_format(std::string_view format) {
    bool quoted = false;
    for (std::size_t i = 0; i < format.size() && (quoted || format[i] != ';'); ++i) {
        if (format[i] == '"') quoted = !quoted;
        if (!quoted && format[i] == '\\') ++i;
        if (!quoted && i < format.size() && format[i] == '%') return true;
    }
    return false;
}

// SPEC: ECMA-376 part 1, 18.8.30: 9 is 0%, 10 is 0.00%.
bool is_percent_format(int built_in) { return built_in == 9 || built_in == 10; }

std::string percent_text(double stored) {
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%.15g%%", stored * 100);
    return out.data();
}

std::optional<std::string> date_text(double serial, Epoch epoch) {
    using std::chrono::days;
    if (!std::isfinite(serial) || serial < 0 || serial >= 2'958'466) return std::nullopt;
    auto whole = static_cast<int>(std::floor(serial));
    const double fraction = serial - whole;
    auto second = static_cast<int>(std::lround(fraction * 86'400));
    if (second == 86'400) {
        second = 0;
        ++whole;
    }
    // SPEC: day 60 of the 1900 system is 1900-02-29, which never was; days before it are one off.
    if (epoch == Epoch::year_1900 && (whole == 0 || whole == 60)) return std::nullopt;
    const int shift = epoch == Epoch::year_1900 && whole < 60 ? 1 : 0;
    const auto first = epoch == Epoch::year_1900
                           ? std::chrono::sys_days(std::chrono::year(1899) / 12 / 30)
                           : std::chrono::sys_days(std::chrono::year(1904) / 1 / 1);
    std::string text = calendar::Date(first + days(whole + shift)).iso();
    if (second == 0) return text;
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), " %02d:%02d:%02d", second / 3600 % 24, second / 60 % 60,
                  second % 60);
    return text + time.data();
}

std::optional<Reference> reference_of(std::string_view text) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 4; ++at) {
        column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    }
    std::size_t row = 0;
    const auto [end, failure] = std::from_chars(text.data() + at, text.data() + text.size(), row);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (column == 0 || column > most_columns || row == 0 || row > most_rows) return std::nullopt;
    return Reference{row - 1, column - 1};
}

}  // namespace anmin::sheets
