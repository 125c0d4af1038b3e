// What a cleaned article says about itself: kind, number, organs, day, persons, figures,
// programmes. Each function fills its own fields of the Part; offsets are characters of the clean
// text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/draft.h"
#include "document/lexicon.h"
#include "document/title.h"

namespace anmin::document {

// The article as the finders see it.
struct Article {
    std::u32string text;      // the clean text
    std::vector<Span> lines;  // of the text
    std::vector<LineKind> line_kinds;
    std::optional<Title> title;
    Metadata metadata;

    std::u32string_view line(std::size_t at) const {
        return std::u32string_view(text).substr(
            static_cast<std::size_t>(lines[at].start),
            static_cast<std::size_t>(lines[at].end - lines[at].start));
    }
    // The first line that is not of the title.
    std::size_t body_line() const { return title && title->first_line == 0 ? title->end_line : 0; }
};

// Sets clean_text and pieces of the part and gives the article for the finders. `original` is the
// whole file.
Article compose(const Draft& draft, std::u32string_view original, std::optional<Title> title,
                Part& part);

void find_kind(const Article& article, const Lexicon& lexicon, Part& part);
void find_number(const Article& article, Part& part);
void find_organs(const Article& article, const Lexicon& lexicon, Part& part);
void find_event_date(const Article& article, const Lexicon& lexicon, Part& part);
void find_persons(const Article& article, const Lexicon& lexicon, Part& part);
void find_quantities(const Article& article, const Lexicon& lexicon, Part& part);
void find_programmes(const Article& article, const Lexicon& lexicon, Part& part);
void find_domains(const Article& article, const Lexicon& lexicon, Part& part);
// Lost characters, lost digits, spun text, personal data; and the grade of quality.
void find_warnings(const Article& article, const Lexicon& lexicon, Part& part);

}  // namespace anmin::document
