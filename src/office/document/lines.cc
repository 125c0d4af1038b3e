#include <algorithm>
#include <map>

#include "document/line_shape.h"
#include "document/steps.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

std::size_t display_width(View view) {
    std::size_t width = 0;
    for (const char32_t c : view) width += c < 0x2E80 && !text::is_chinese_mark(c) ? 1U : 2U;
    return width;
}

bool ends_closed(View view) {
    static constexpr View closing = U"。！？；：…!?;:";
    if (view.empty() || closing.find(view.back()) != View::npos) return true;
    const bool bracket =
        view.back() == U'）' || view.back() == U')' || view.back() == U'”' || view.back() == U'】';
    return bracket && view.size() > 1 &&
           (closing.find(view[view.size() - 2]) != View::npos || view.front() == U'（' ||
            view.front() == U'(');
}

// A mark no line begins with: what stands before it is its own line's other half.
bool begins_inside(View view) {
    static constexpr View inner = U"，、。；：！？）》”’】,;:!?)";
    return inner.find(view.front()) != View::npos;
}

// An opened 《 “ or （ near the end that is not closed in the line.
bool ends_inside_marks(View view) {
    static constexpr View opening = U"《“（(";
    static constexpr View closing = U"》”）)";
    for (std::size_t at = view.size(); at > 0 && view.size() - at < 60; --at) {
        if (closing.find(view[at - 1]) != View::npos) return false;
        if (opening.find(view[at - 1]) != View::npos) return true;
    }
    return false;
}

// The widest line of text that many lines share: where a fixed-width page breaks. Width 0 when
// there is none.
struct Wrap {
    std::size_t width = 0;
    std::size_t lines = 0;       // that are as wide
    bool by_characters = false;  // every character counts one; else Chinese ones count two
};

std::size_t measure(View view, bool indented, bool by_characters) {
    if (by_characters) return view.size() + (indented ? 2U : 0U);
    return display_width(view) + (indented ? 4U : 0U);
}

Wrap wrap_of(const std::vector<Line>& lines, bool by_characters) {
    const std::size_t slack = by_characters ? 1 : 3;
    std::map<std::size_t, std::size_t> widths;
    std::size_t open = 0;
    std::size_t texts = 0;
    for (const Line& line : lines) {
        if (line.kind != LineKind::text || line.block) continue;
        ++texts;
        const std::size_t width = measure(line.text.view(), line.indented, by_characters);
        if (width > 130 || width < (by_characters ? 12U : 24U)) continue;
        ++widths[width];
        open += ends_closed(line.text.view()) ? 0U : 1U;
    }
    Wrap best{0, 0, by_characters};
    if (texts < 6 || open * 4 < texts) return best;
    for (const auto& [width, count] : widths) {
        std::size_t near = 0;
        for (std::size_t other = width >= slack ? width - slack : 0; other <= width; ++other) {
            const auto found = widths.find(other);
            near += found == widths.end() ? 0 : found->second;
        }
        if (near >= best.lines) best = {width, near, by_characters};
    }
    return best.lines * 3 >= texts && best.lines >= 4 ? best : Wrap{0, 0, by_characters};
}

Wrap wrap_of(const std::vector<Line>& lines) {
    const Wrap characters = wrap_of(lines, true);
    const Wrap display = wrap_of(lines, false);
    return characters.lines > display.lines ? characters : display;
}

bool is_signature(View view, const Lexicon& lexicon) {
    return is_date_line(view) || is_organ_line(view, lexicon);
}

bool starts_new(const Line& line, const Lexicon& lexicon) {
    const View view = line.text.view();
    if (const auto mark = enumerator_at(view, 0)) {
        if (mark->level != 5 || view.size() > 2) return true;
    }
    if (view.size() < 40 && document_number(view)) return true;
    return has_label(view) || is_salutation(view) || is_signature(view, lexicon) ||
           view.front() == U'•' || view.starts_with(U"（据") || view.starts_with(U"(据") ||
           view.starts_with(U"附件");
}

class Joiner {
public:
    Joiner(Draft& draft, const Lexicon& lexicon)
        : draft_(draft), lexicon_(lexicon), wrap_(wrap_of(draft.lines)) {
        indents_ = begins_indented();
    }

    void run() {
        std::vector<Line> out;
        std::int64_t joined = 0;
        for (Line& line : draft_.lines) {
            if (!out.empty() && belongs(out.back(), last_, line, out.size() == 1)) {
                last_ = std::u32string(line.text.view());
                last_indented_ = line.indented;
                out.back().text.append(line.text);
                ++joined;
                continue;
            }
            last_ = std::u32string(line.text.view());
            last_indented_ = line.indented;
            out.push_back(std::move(line));
        }
        draft_.lines = std::move(out);
        draft_.note("lines_joined", "拼接断行", joined);
    }

private:
    bool is_full(View last, bool indented) const {
        const std::size_t slack = wrap_.by_characters ? 1 : 4;
        return measure(last, indented, wrap_.by_characters) + slack >= wrap_.width;
    }

    // Do paragraphs begin with blanks here? After a line that was not full, most lines do.
    bool begins_indented() const {
        std::size_t indented = 0;
        std::size_t begun = 0;
        std::size_t all = 0;
        for (std::size_t at = 0; at < draft_.lines.size(); ++at) {
            all += draft_.lines[at].indented ? 1U : 0U;
            const bool after_full =
                at > 0 && wrap_.width > 0 &&
                is_full(draft_.lines[at - 1].text.view(), draft_.lines[at - 1].indented);
            if (at == 0 || after_full) continue;
            ++begun;
            indented += draft_.lines[at].indented ? 1U : 0U;
        }
        return all >= 2 && indented * 2 >= begun;
    }

    // Does `next` go on where `before` broke off? `last` is the last source line of `before`.
    bool belongs(const Line& before, const std::u32string& last, const Line& next,
                 bool first) const {
        if (before.kind != LineKind::text || next.kind != LineKind::text || before.block ||
            next.block)
            return false;
        const View end = before.text.view();
        const View begin = next.text.view();
        if (begins_inside(begin)) return !ends_closed(end) || end.back() == U'；';
        if (starts_new(next, lexicon_)) return false;
        if (wrap_.width > 0) {
            const bool full = is_full(last, last_indented_);
            if (!full || (next.indented && indents_)) return false;
            return !ends_closed(end) || indents_;
        }
        if (ends_closed(end)) return false;
        if (ends_inside_marks(end) && end.size() >= 10) return true;
        if (next.indented && indents_) return false;
        if (is_signature(end, lexicon_) || has_label(end)) return false;
        const bool sentence = end.find_first_of(U"，。；,;") != View::npos;
        if (first && end.find(U'。') == View::npos && end.size() < 50) return false;
        return sentence && end.size() >= 20;
    }

    Draft& draft_;
    const Lexicon& lexicon_;
    Wrap wrap_;
    bool indents_ = false;
    std::u32string last_;
    bool last_indented_ = false;
};

// Where a paragraph begins inside the line, though no line end stands there. 0: nowhere.
std::size_t lost_break(View view, std::size_t at) {
    if (!text::is_blank(view[at]) || view[at] == U'\t') return 0;
    static constexpr View stops = U"。！？；!?;”）";
    if (stops.find(view[at - 1]) == View::npos) return 0;
    std::size_t next = at;
    while (next < view.size() && text::is_blank(view[next])) ++next;
    if (next >= view.size()) return 0;
    const bool wide = next - at >= 2 || view[at] == U'　';
    return wide || enumerator_at(view, next) ? next : 0;
}

// 标题 2月7日，…: a title that lost its line end, before the date the first sentence begins with.
std::size_t title_break(View view) {
    const std::size_t at = view.substr(0, 80).find(U' ');
    if (at == View::npos || at < 10 ||
        view.substr(0, at).find_first_of(U"，。；,;：:") != View::npos)
        return 0;
    std::size_t next = at;
    while (next < view.size() && text::is_blank(view[next])) ++next;
    const bool dated = date_at(view, next).has_value() || view.substr(next).starts_with(U"近日") ||
                       view.substr(next).starts_with(U"日前");
    return dated && view.size() > next + 30 ? next : 0;
}

}  // namespace

void restore_paragraphs(Draft& draft, const Lexicon& /*lexicon*/) {
    std::vector<Line> out;
    std::int64_t restored = 0;
    for (std::size_t index = 0; index < draft.lines.size(); ++index) {
        Line& line = draft.lines[index];
        if (line.kind != LineKind::text ||
            line.text.view().find_first_of(U" 　\u00A0") == View::npos) {
            out.push_back(std::move(line));
            continue;
        }
        std::vector<std::size_t> cuts;
        if (index == 0) {
            if (const std::size_t cut = title_break(line.text.view())) cuts.push_back(cut);
        }
        for (std::size_t at = 1; at < line.text.size(); ++at) {
            const std::size_t cut = lost_break(line.text.view(), at);
            if (cut == 0) continue;
            cuts.push_back(cut);
            at = cut;
        }
        std::size_t from = 0;
        for (const std::size_t cut : cuts) {
            Line part = line;
            part.text = line.text.part(from, cut).trimmed();
            // What stands before a restored break is whole: it is joined to nothing.
            part.block = true;
            out.push_back(std::move(part));
            from = cut;
        }
        restored += static_cast<std::int64_t>(cuts.size());
        line.block = line.block || !cuts.empty();
        line.text = line.text.part(from, line.text.size());
        out.push_back(std::move(line));
    }
    draft.lines = std::move(out);
    draft.note("paragraphs_restored", "恢复段落", restored);
}

void join_broken_lines(Draft& draft, const Lexicon& lexicon) { Joiner(draft, lexicon).run(); }

}  // namespace anmin::document
