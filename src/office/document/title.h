// Which lines are the title of an article.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "document/draft.h"
#include "document/lexicon.h"

namespace anmin::document {

// A line that could be a title: one piece, no sentence marks, with the words titles are made of.
bool looks_like_title(std::u32string_view line, const Lexicon& lexicon);

struct Title {
    std::u32string text;
    std::size_t first_line = 0;  // [first_line, end_line) of the draft hold it
    std::size_t end_line = 0;
};

// A title outside the body (of a page or a mail) is put in front when the body has none.
std::optional<Title> find_title(Draft& draft, const Lexicon& lexicon);

}  // namespace anmin::document
