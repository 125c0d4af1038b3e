// What each line of a clean text is: title, heading, salutation, text, table row, signature.
#pragma once

#include <string_view>
#include <vector>

#include "directive/clause.h"
#include "document/document.h"
#include "document/line_shape.h"

namespace anmin::directive {

enum class LineRole {
    text,
    heading,
    row,
    aside
};  // aside: title, number, salutation, signature, label

struct OutlineLine {
    Range range;
    LineRole role = LineRole::text;
    document::Enumerator enumerator;  // level 0: none; end counts from the beginning of the text
};

std::vector<OutlineLine> outline(std::u32string_view text, const document::Part& part,
                                 const Frames& frames);

}  // namespace anmin::directive
