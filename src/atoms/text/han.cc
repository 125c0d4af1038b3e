#include "text/han.h"

#include <string_view>

namespace anmin::text {

int chinese_digit(char32_t c) {
    static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    if (c == U'零') return 0;
    if (c == U'两') return 2;
    const std::size_t at = digits.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

bool is_chinese_number(char32_t c) {
    return chinese_digit(c) >= 0 || c == U'十' || c == U'百' || c == U'千' || c == U'万' ||
           c == U'亿';
}

}  // namespace anmin::text
