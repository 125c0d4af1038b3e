#include <algorithm>

#include "document/figures.h"
#include "document/structure.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

// The clause around a place: between commas and stops.
View clause_around(View text, std::size_t at, std::size_t& offset) {
    static constexpr View marks = U"，。；！？\n";
    std::size_t start = at;
    while (start > 0 && at - start < 80 && marks.find(text[start - 1]) == View::npos) --start;
    std::size_t end = at;
    while (end < text.size() && end - at < 80 && marks.find(text[end]) == View::npos) ++end;
    offset = start;
    return text.substr(start, end - start);
}

View sentence_around(View text, std::size_t at) {
    static constexpr View marks = U"。！？\n";
    std::size_t start = at;
    while (start > 0 && at - start < 150 && marks.find(text[start - 1]) == View::npos) --start;
    std::size_t end = at;
    while (end < text.size() && end - at < 150 && marks.find(text[end]) == View::npos) ++end;
    return text.substr(start, end - start);
}

// What is counted: the noun behind the figure, or before it for a share.
std::string counted(View clause, std::size_t start, std::size_t end, bool share) {
    const auto is_noun = [](char32_t c) { return text::is_han(c); };
    if (!share) {
        std::size_t stop = end;
        while (stop < clause.size() && stop - end < 10 && is_noun(clause[stop])) ++stop;
        if (stop > end) return text::encode(clause.substr(end, stop - end));
    }
    std::size_t from = start;
    while (from > 0 && start - from < 14 && is_noun(clause[from - 1])) --from;
    return text::encode(clause.substr(from, start - from));
}

QuantityStatus status_of(View clause, View sentence, const Lexicon& lexicon) {
    if (lexicon.event_words.contains(sentence)) return QuantityStatus::event;
    static const text::Matcher demands(
        std::vector<std::u32string>{U"要", U"须", U"请", U"确保", U"力争"});
    const bool demanded = demands.contains(sentence);
    if (lexicon.past_words.contains(clause)) return QuantityStatus::result;
    if (lexicon.future_words.contains(clause)) return QuantityStatus::target;
    if (!demanded && lexicon.past_words.contains(sentence)) return QuantityStatus::result;
    return QuantityStatus::reference;
}

}  // namespace

void find_quantities(const Article& article, const Lexicon& lexicon, Part& part) {
    const View text = article.text;
    int quoted = 0;
    for (std::size_t at = 0; at < text.size() && part.quantities.size() < 20000;) {
        const char32_t c = text[at];
        if (c == U'“') ++quoted;
        if (c == U'”' || c == U'\n') quoted = 0;
        const bool may = text::is_digit(c) || c == U'百' || text::is_chinese_number(c);
        // Figures inside quotation marks belong to the name quoted: “四个意识”.
        const auto figure = may && (quoted == 0 || text::is_digit(c))
                                ? figure_at(text, at, lexicon.measure_words)
                                : std::nullopt;
        if (!figure) {
            ++at;
            while (text::is_digit(c) && at < text.size() && text::is_digit(text[at])) ++at;
            continue;
        }
        std::size_t offset = 0;
        const View clause = clause_around(text, at, offset);
        Quantity quantity;
        quantity.text = text::encode(text.substr(figure->start, figure->end - figure->start));
        quantity.value = figure->value;
        quantity.unit = figure->unit;
        quantity.of = counted(clause, figure->start - offset,
                              std::min(figure->end - offset, clause.size()), figure->unit == "%");
        if (figure->lower_bound) quantity.of += "（不少于）";
        // 由30个工作日压缩至20个工作日: the first is where it starts from
        const bool starting = figure->start > 0 && (text[figure->start - 1] == U'由' ||
                                                    text[figure->start - 1] == U'从');
        quantity.status = starting ? QuantityStatus::reference
                                   : status_of(clause, sentence_around(text, at), lexicon);
        quantity.span = {static_cast<std::int64_t>(figure->start),
                         static_cast<std::int64_t>(figure->end)};
        part.quantities.push_back(std::move(quantity));
        at = figure->end;
    }
}

}  // namespace anmin::document
