#include "measure/wording.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace anmin::measure {
namespace {

constexpr char32_t full_first = 0xFF01;  // ！ to ～ stand for ! to ~
constexpr char32_t full_last = 0xFF5E;
constexpr char32_t full_shift = 0xFEE0;

// What offices put around and between the words of a name. Points, signs and percents stay: 1.5 is
// not 15.
constexpr std::u32string_view layout =
    U" \t\r\n　\u00A0\u200B\uFEFF()[]{}<>（）【】〔〕〈〉《》「」『』“”‘’\"'`、，。；：,;:·_-—～~!?"
    U"？！|";

char32_t half_width(char32_t c) {
    if (c >= full_first && c <= full_last) c -= full_shift;
    return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

std::u32string without_layout(const std::string& name) {
    std::u32string out;
    for (const char32_t c : text::decode(name)) {
        const char32_t half = half_width(c);
        if (layout.find(half) == std::u32string_view::npos) out += half;
    }
    return out;
}

void replace_all(std::u32string& name, const std::u32string& word, const std::u32string& by) {
    if (word.empty()) return;
    for (auto at = name.find(word); at != std::u32string::npos;
         at = name.find(word, at + by.size())) {
        name.replace(at, word.size(), by);
    }
}

bool says_opposite(const std::u32string& name, const Wording& wording) {
    return std::any_of(
        wording.opposites.begin(), wording.opposites.end(),
        [&name](const auto& one) { return name.find(text::decode(one)) != std::u32string::npos; });
}

}  // namespace

std::string plain_name(const std::string& name, const Wording& wording) {
    std::u32string plain = without_layout(name);
    for (const auto& ending : wording.endings) {
        const std::u32string last = text::decode(ending);
        if (plain.size() > last.size() && plain.ends_with(last)) {
            plain.resize(plain.size() - last.size());
            break;
        }
    }
    for (const auto& group : wording.same) {
        for (std::size_t at = 1; at < group.size(); ++at) {
            replace_all(plain, text::decode(group[at]), text::decode(group[0]));
        }
    }
    return text::encode(plain);
}

int likeness(const std::string& left, const std::string& right) {
    std::u32string one = text::decode(left);
    std::u32string other = text::decode(right);
    const std::size_t all = one.size() + other.size();
    if (all == 0) return 0;
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    std::u32string both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                          std::back_inserter(both));
    constexpr std::size_t percent = 100;
    return static_cast<int>(2 * both.size() * percent / all);
}

bool is_near(const std::string& left, const std::string& right, const Wording& wording) {
    const std::u32string one = text::decode(left);
    const std::u32string other = text::decode(right);
    if (wording.near_percent == 0 || std::min(one.size(), other.size()) < wording.near_least) {
        return false;
    }
    if (says_opposite(one, wording) != says_opposite(other, wording)) return false;
    return likeness(left, right) >= wording.near_percent;
}

}  // namespace anmin::measure
