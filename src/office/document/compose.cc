#include <algorithm>

#include "document/structure.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

Origin origin_of(char32_t c, const text::Source& source, std::u32string_view original) {
    if (source.end == source.start) return Origin::inserted;
    const auto at = static_cast<std::size_t>(source.start);
    return source.end == source.start + 1 && at < original.size() && original[at] == c
               ? Origin::same
               : Origin::replaced;
}

// One character more: it lengthens the last piece where it goes on from it.
void add_character(std::vector<Piece>& pieces, Origin origin, const text::Source& source,
                   std::int64_t at) {
    if (!pieces.empty()) {
        Piece& last = pieces.back();
        const bool follows = last.origin == origin && last.original.end == source.start;
        const bool same_stretch = origin == Origin::replaced && last.origin == origin &&
                                  last.original.start <= source.start &&
                                  last.original.end == source.end;
        if (follows || same_stretch) {
            last.clean.end = at + 1;
            last.original.end = source.end;
            return;
        }
    }
    pieces.push_back({{at, at + 1}, {source.start, source.end}, origin});
}

// The line end between two lines: the original's own, or one put in.
text::Source line_end(std::int32_t after, std::int32_t before, std::u32string_view original) {
    const auto from = static_cast<std::size_t>(std::max(after, 0));
    const auto to = static_cast<std::size_t>(std::max(before, after));
    const std::size_t found = original.substr(0, std::min(to, original.size())).find(U'\n', from);
    if (found == std::u32string_view::npos) return {after, after};
    const auto place = static_cast<std::int32_t>(found);
    return {place, place + 1};
}

}  // namespace

Article compose(const Draft& draft, std::u32string_view original, std::optional<Title> title,
                Part& part) {
    Article article;
    article.title = std::move(title);
    article.metadata = draft.metadata;
    std::int32_t last_end = 0;
    for (const Line& line : draft.lines) {
        const auto& sources = line.text.sources();
        if (!article.text.empty()) {
            const text::Source gap = line_end(last_end, sources.front().start, original);
            add_character(part.pieces, gap.end > gap.start ? Origin::same : Origin::inserted, gap,
                          static_cast<std::int64_t>(article.text.size()));
            article.text.push_back(U'\n');
        }
        const auto start = static_cast<std::int64_t>(article.text.size());
        for (std::size_t at = 0; at < line.text.size(); ++at) {
            const char32_t c = line.text[at];
            add_character(part.pieces, origin_of(c, sources[at], original), sources[at],
                          static_cast<std::int64_t>(article.text.size()));
            article.text.push_back(c);
        }
        article.lines.push_back({start, static_cast<std::int64_t>(article.text.size())});
        article.line_kinds.push_back(line.kind);
        last_end = line.text.end_position();
    }
    part.clean_text = text::encode(article.text);
    if (article.title) part.title = text::encode(article.title->text);
    return article;
}

}  // namespace anmin::document
