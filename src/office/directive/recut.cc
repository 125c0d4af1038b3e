#include "directive/recut.h"

#include <algorithm>
#include <utility>

#include "directive/clause.h"
#include "directive/item.h"
#include "directive/written_when.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

std::string place_of(const Candidate& item) { return "第 " + std::to_string(item.number) + " 条"; }

// Without the marks and blanks at either end.
document::Span trimmed(View text, document::Span span) {
    static constexpr View marks = U"，。；：、！？,;:";
    const auto bare = [text](std::int64_t at) {
        const char32_t c = text[static_cast<std::size_t>(at)];
        return text::is_blank(c) || c == U'\n' || marks.find(c) != View::npos;
    };
    while (span.start < span.end && bare(span.start)) ++span.start;
    while (span.end > span.start && bare(span.end - 1)) --span.end;
    return span;
}

Candidate of_span(const Candidate& before, const document::Part& part, document::Span span,
                  const char* what, const Frames& frames) {
    Candidate item = read_span(part, before.part, span, frames);
    item.number = before.number;
    item.confidence = before.confidence;
    item.reason = before.reason + what;
    return item;
}

}  // namespace

Candidate read_span(const document::Part& part, std::int32_t part_index, document::Span span,
                    const Frames& frames) {
    const std::u32string text = text::decode(part.clean_text);
    CHECK(span.start >= 0 && span.start < span.end &&
              span.end <= static_cast<std::int64_t>(text.size()),
          "the span lies in the text");
    const Range range{static_cast<std::size_t>(span.start), static_cast<std::size_t>(span.end)};
    std::vector<Clause> clauses;
    for (const Range& clause : cut_at(text, range, U"，。；！？\t\n"))
        clauses.push_back(look_at(text, clause, frames));
    const ItemContext context{part, part_index, written_when(part), Authority::none, false, false};
    return item_over(text, range, clauses, context, frames);
}

Result<std::vector<Candidate>> split(const Candidate& whole, std::int64_t at,
                                     std::int32_t next_number, const document::Part& part,
                                     const Frames& frames) {
    const std::u32string text = text::decode(part.clean_text);
    const bool inside = at > whole.span.start && at < whole.span.end;
    const document::Span first = inside ? trimmed(text, {whole.span.start, at}) : document::Span{};
    const document::Span second = inside ? trimmed(text, {at, whole.span.end}) : document::Span{};
    if (first.start >= first.end || second.start >= second.end) {
        return Error{Fault::invalid,
                     "E-TASK-026",
                     place_of(whole) + "的拆分位置",
                     "在第 " + std::to_string(at) + " 字处拆分，有一半没有文字",
                     "条目中间的一处，两边都有文字",
                     "在条目文字中间重新选取拆分位置"};
    }
    const char* const what = "；由经办人员拆分";
    std::vector<Candidate> halves{of_span(whole, part, first, what, frames),
                                  of_span(whole, part, second, what, frames)};
    halves[1].number = next_number;
    return halves;
}

Result<Candidate> merge(const Candidate& one, const Candidate& other, const document::Part& part,
                        const Frames& frames) {
    if (one.part != other.part || one.number == other.number) {
        return Error{Fault::invalid,
                     "E-TASK-027",
                     place_of(one) + "与" + place_of(other),
                     "不在同一篇文章里，或是同一条",
                     "同一篇文章中的两条",
                     "选择同一篇文章中相邻的两条"};
    }
    const bool in_order = one.span.start <= other.span.start;
    const document::Span span{std::min(one.span.start, other.span.start),
                              std::max(one.span.end, other.span.end)};
    return of_span(in_order ? one : other, part, span, "；由经办人员合并", frames);
}

}  // namespace anmin::directive
