// The repairs of one article, in their order of work (closed-loop.md D.5). Each notes what it did.
#pragma once

#include <string>
#include <vector>

#include "document/draft.h"
#include "document/lexicon.h"
#include "text/traced.h"

namespace anmin::document {

// UTF-8 read as GBK or as a Western code page, back to what was written, where that reads far
// better.
void undo_double_decoding(text::Traced& whole, Draft& notes, const Lexicon& lexicon);

// Remains of tags whose beginning or end was lost: /p>, 、BR>, <span ...>.
void remove_tag_remains(Draft& draft);

// One file with several articles, each under its own title, into one draft each.
std::vector<Draft> split_articles(Draft whole, const Lexicon& lexicon);

// Navigation, share lines, editors, page numbers, spam; source and date become metadata.
void remove_boilerplate(Draft& draft, const Lexicon& lexicon);

// Breaks that were lost come back (a space before 一要), breaks that are none go (page and column
// ends).
void restore_paragraphs(Draft& draft, const Lexicon& lexicon);
void join_broken_lines(Draft& draft, const Lexicon& lexicon);

// Widths, spaces, doubled marks, letters between digits.
void normalise_characters(Draft& draft);

}  // namespace anmin::document
