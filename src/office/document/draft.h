// A document on its way from decoded characters to clean parts: lines that remember their origin.
// Only the steps of this room use it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "text/traced.h"

namespace anmin::document {

enum class LineKind {
    text,
    heading,  // marked as such by the container (#, <h1>, a heading style)
    row,      // cells of a table, separated by one tab each
};

struct Line {
    text::Traced text;
    LineKind kind = LineKind::text;
    int level = 0;          // of a heading: 1 is the highest
    bool indented = false;  // began with blanks in the source
    bool block = false;  // a paragraph of its own by the container's word: never joined to another
    bool furniture = false;  // stands in navigation, footer or a list of links
    bool after_gap = false;  // an empty line or a block border stood before it
};

// What the container says about its text beside the text itself.
struct Metadata {
    std::u32string title;      // <title>, ArticleTitle, Subject, "title": not part of the body
    std::u32string published;  // a date as it stands
    std::u32string source;     // who is named as source or publisher
};

// One article, or the whole file before it is split.
struct Draft {
    std::vector<Line> lines;
    Metadata metadata;
    std::vector<Repair> repairs;
    std::vector<Warning> warnings;

    // Adds to the repair of this code; nothing when count is 0.
    void note(const std::string& code, const std::string& label, std::int64_t count);
    void warn(const std::string& code, const std::string& text, Span clean = {});
};

}  // namespace anmin::document
