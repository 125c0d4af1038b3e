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

// 全市158家, 对…的4个问题, 现有862名: what there is, whatever is done with it.
bool is_background(View clause, std::size_t at, View unit) {
    static const text::Matcher leads(std::vector<std::u32string>{
        U"对", U"现有", U"全市", U"全县", U"全区", U"全省", U"辖区", U"其中", U"涉及", U"反馈的",
        U"需", U"超过", U"每人每月", U"每人每年"});
    static const text::Matcher frames(std::vector<std::u32string>{U"方面", U"问题", U"议题"});
    const View before = clause.substr(at > 6 ? at - 6 : 0, std::min<std::size_t>(at, 6));
    return leads.before(before, before.size()).has_value() || frames.contains(unit) ||
           clause.find(U"现有") != View::npos;
}

struct Place {
    View clause;
    View sentence;
    std::size_t in_clause = 0;
    bool narrative = false;  // the text tells and does not order, here at least
};

QuantityStatus status_of(const Place& place, View unit, const Lexicon& lexicon) {
    const View clause = place.clause;
    const View sentence = place.sentence;
    if (lexicon.event_words.contains(sentence)) return QuantityStatus::event;
    const bool background = is_background(clause, place.in_clause, unit);
    static const text::Matcher demands(
        std::vector<std::u32string>{U"要", U"须", U"请", U"确保", U"力争"});
    const bool demanded = demands.contains(sentence);
    if (lexicon.past_words.contains(clause)) return QuantityStatus::result;
    if (place.narrative && !demanded)
        return background ? QuantityStatus::reference : QuantityStatus::result;
    if (background) return QuantityStatus::reference;
    if (lexicon.future_words.contains(clause)) return QuantityStatus::target;
    if (!demanded && lexicon.past_words.contains(sentence)) return QuantityStatus::result;
    return QuantityStatus::reference;
}

// Where a text that reports turns to what comes next.
std::size_t where_telling_ends(View text, const std::string& kind, const Article& article) {
    static const std::vector<std::string> telling = {
        "会议新闻", "总结报告", "工作信息", "整改情况通报", "通报", "讲话", "函", "督办函"};
    if (std::find(telling.begin(), telling.end(), kind) == telling.end()) return 0;
    static const text::Matcher turns(std::vector<std::u32string>{
        U"下一步", U"下步", U"下阶段", U"下一阶段", U"会议要求", U"会议强调", U"会议明确",
        U"工作打算", U"工作安排", U"工作计划", U"工作思路", U"重点任务"});
    const auto from = static_cast<std::size_t>(
        article.lines.size() > article.body_line() ? article.lines[article.body_line()].start : 0);
    const auto turn = turns.first(text, from);
    return turn ? turn->start : text.size();
}

}  // namespace

void find_quantities(const Article& article, const Lexicon& lexicon, Part& part) {
    const View text = article.text;
    const std::size_t told = where_telling_ends(text, part.kind, article);
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
        quantity.status =
            starting
                ? QuantityStatus::reference
                : status_of({clause, sentence_around(text, at), figure->start - offset, at < told},
                            text::decode(figure->unit), lexicon);
        quantity.span = {static_cast<std::int64_t>(figure->start),
                         static_cast<std::int64_t>(figure->end)};
        part.quantities.push_back(std::move(quantity));
        at = figure->end;
    }
}

}  // namespace anmin::document
