// Figures with their unit as texts write them: 1.26万户, 百分之十, 八项, 不低于30%.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "document/lexicon.h"

namespace anmin::document {

struct Figure {
    std::size_t start = 0;
    std::size_t end = 0;  // behind the unit
    std::string value;    // decimal digits in base units (万, 亿 expanded; 元 for money)
    std::string unit;
    bool lower_bound = false;  // 多, 余, 以上, 不少于
};

// The figure that begins at `at`; nothing for dates, ordinals, versions and figures without a unit.
std::optional<Figure> figure_at(std::u32string_view text, std::size_t at,
                                const text::Matcher& units);

}  // namespace anmin::document
