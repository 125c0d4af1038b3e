#include "document/title.h"

#include <algorithm>

#include "document/line_shape.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

std::u32string bare(View view) {
    std::u32string out;
    for (const char32_t c : view) {
        if (!text::is_blank(c)) out.push_back(text::to_half_width(c));
    }
    return out;
}

// 民政部办公厅主任 李某: who wrote it, not what it is called.
bool is_byline(View line, const Lexicon& lexicon) {
    const std::size_t lost = line.rfind(U'\uFFFD');
    if (lost != View::npos && line.size() < 60 && lost + 3 >= line.size()) return true;
    std::size_t blank = line.size();
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (text::is_blank(line[at])) blank = at;
    }
    if (blank == line.size()) return false;
    const View before = line.substr(0, blank);
    const View name = line.substr(blank + 1);
    if (name.size() < 2 || name.size() > 4) return false;
    const bool post = lexicon.posts.before(before, before.size()).has_value() ||
                      before.back() == U'）' || before.back() == U')';
    return post && lexicon.surnames.at(name, 0).has_value();
}

// The name of the site behind a page's title: 标题_某县人民政府.
std::u32string without_site(View title) {
    std::size_t cut = title.size();
    for (const char32_t mark : {U'_', U'|', U'｜'}) cut = std::min(cut, title.find(mark));
    const std::size_t dash = title.find(U'-');
    if (dash != View::npos && dash > 8) cut = std::min(cut, dash);
    std::u32string out(title.substr(0, cut));
    while (!out.empty() && text::is_blank(out.back())) out.pop_back();
    while (!out.empty() && text::is_blank(out.front())) out.erase(out.begin());
    return out;
}

bool is_letterhead(View line) {
    if (line.size() >= 30 || line.find(U"关于") != View::npos || has_sentence_mark(line))
        return false;
    for (const View ending : {View(U"文件"), View(U"简报"), View(U"专报"), View(U"快报")}) {
        if (line.size() < 24 && line.ends_with(ending)) return true;
    }
    // 第19期; 某县民政局办公室 2024年5月31日
    const bool issue = line.find(U'第') != View::npos && line.size() <= 14 &&
                       (line.ends_with(U"期") || line.ends_with(U"期）"));
    const std::size_t year = line.find(U"20");
    return issue || (year != View::npos && year > 3 && line[year - 1] != U'的' &&
                     is_date_line(line.substr(year)));
}

// The second half of a title broken in two lines: ...的 / 通知.
bool continues_title(View first, View second, const Lexicon& lexicon) {
    if (has_sentence_mark(second) || second.size() > 40 || has_label(second) ||
        is_salutation(second))
        return false;
    if (document_number(second) || is_date_line(second)) return false;
    const bool open =
        !lexicon.title_endings.before(first, first.size()).has_value() || first.ends_with(U"的");
    return open && first.size() >= 8 && second.size() >= 2 &&
           lexicon.title_endings.before(second, second.size()).has_value() &&
           !enumerator_at(second, 0) && second.find(U'，') == View::npos;
}

// Above the title of a page stand its logo and its menu, and perhaps the number of the document,
// which stays.
std::size_t drop_above(Draft& draft, std::size_t title) {
    std::size_t dropped = 0;
    for (std::size_t at = title; at > 0; --at) {
        const View view = draft.lines[at - 1].text.view();
        if (document_number(view) || has_sentence_mark(view) || view.size() > 30) continue;
        draft.lines.erase(draft.lines.begin() + static_cast<std::ptrdiff_t>(at - 1));
        ++dropped;
    }
    draft.note("boilerplate_removed", "去除页面附属文字", static_cast<std::int64_t>(dropped));
    return dropped;
}

}  // namespace

bool looks_like_title(View line, const Lexicon& lexicon) {
    if (line.size() < 6 || line.size() > 90) return false;
    if (line.find_first_of(U"。；！？;\t") != View::npos || line.back() == U'：' ||
        line.back() == U'，' || line.back() == U'、')
        return false;
    if (line.find(U'，') != View::npos && line.size() > 60) return false;
    const auto han = std::count_if(line.begin(), line.end(), text::is_han);
    if (han < 6) return false;
    return lexicon.title_words.contains(line) ||
           lexicon.title_endings.before(line, line.size()).has_value();
}

namespace {

// ——某中心举办活动: the second line of a title.
bool is_subtitle(View line) {
    return (line.starts_with(U"——") || line.starts_with(U"—")) && line.size() >= 6 &&
           line.size() <= 60 && !has_sentence_mark(line);
}

Title title_at(const Draft& draft, std::size_t at, const Lexicon& lexicon) {
    const View view = draft.lines[at].text.view();
    Title title{std::u32string(view), at, at + 1};
    if (at + 1 >= draft.lines.size()) return title;
    const View next = draft.lines[at + 1].text.view();
    if (is_subtitle(next) || continues_title(view, next, lexicon)) {
        title.text += next;
        title.end_line = at + 2;
    }
    return title;
}

// 第14期, 〔2025〕第9期 (总第120期)
bool is_issue_line(View line) {
    const std::size_t nth = line.find(U'第');
    return line.size() <= 24 && nth != View::npos && line.find(U'期', nth) != View::npos;
}

// 某局办公室 2025年4月11日: who printed it, and when.
bool is_imprint(View line) {
    if (line.size() > 45 || has_sentence_mark(line)) return false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!text::is_digit(line[at]) || (at > 0 && text::is_digit(line[at - 1]))) continue;
        const auto date = date_at(line, at);
        if (date && date->year > 0) return date->end + 3 >= line.size();
    }
    return false;
}

// Under a letterhead: behind the number of the document, or behind issue and imprint of a bulletin.
std::optional<std::size_t> line_under_head(const Draft& draft, const Lexicon& lexicon) {
    const std::size_t reach = std::min<std::size_t>(draft.lines.size(), 6);
    std::size_t head = 0;
    bool bulletin = false;
    for (std::size_t at = 0; at < reach; ++at) {
        const Line& line = draft.lines[at];
        const View view = line.text.view();
        if (line.kind == LineKind::row || has_sentence_mark(view) || view.size() > 60) break;
        if (view.find(U"关于") != View::npos && !document_number(view)) break;
        // A title that stands above its number.
        const bool titled = !bulletin && lexicon.title_endings.before(view, view.size()) &&
                            !view.ends_with(U"函") && view.size() >= 8;
        if (titled && head == 0 && !document_number(view) && !is_issue_line(view)) break;
        const bool issue = is_issue_line(view) && at > 0 && at < 3;
        bulletin = bulletin || issue;
        const bool number = document_number(view) && view.size() < 40;
        if (number || issue || (bulletin && is_imprint(view))) head = at + 1;
    }
    // Other short words may stand between: A类, 急件.
    while (head > 0 && head + 1 < draft.lines.size() && draft.lines[head].text.size() < 4) ++head;
    if (head == 0 || head + 1 >= draft.lines.size()) return std::nullopt;
    const View view = draft.lines[head].text.view();
    const bool fits = looks_like_title(view, lexicon) || (bulletin && view.size() >= 8);
    const bool other = has_label(view) || has_sentence_mark(view) || is_salutation(view) ||
                       enumerator_at(view, 0).has_value();
    if (!fits || other || view.size() > 90) return std::nullopt;
    return head;
}

}  // namespace

std::optional<Title> find_title(Draft& draft, const Lexicon& lexicon) {
    const std::u32string outside = without_site(draft.metadata.title);
    const std::u32string outside_bare = bare(outside);
    const std::size_t reach = std::min<std::size_t>(draft.lines.size(), 8);
    for (std::size_t at = 0; at < reach; ++at) {
        const View view = draft.lines[at].text.view();
        const bool named = !outside_bare.empty() && bare(view) == outside_bare;
        const bool marked = draft.lines[at].kind == LineKind::heading &&
                            draft.lines[at].level <= 2 && !enumerator_at(view, 0);
        if (!named && !(marked && view.size() >= 4)) continue;
        Title title{std::u32string(view), at, at + 1};
        const std::size_t dropped = named ? drop_above(draft, at) : 0;
        title.first_line -= dropped;
        title.end_line -= dropped;
        return title;
    }
    if (const auto head = line_under_head(draft, lexicon)) return title_at(draft, *head, lexicon);
    for (std::size_t at = 0; at < reach; ++at) {
        const View view = draft.lines[at].text.view();
        if (document_number(view) && view.size() < 40) continue;
        if (is_letterhead(view) || is_date_line(view)) continue;
        if (has_sentence_mark(view) || is_salutation(view) || is_byline(view, lexicon) ||
            draft.lines[at].kind == LineKind::row)
            break;
        if (has_label(view) && !view.starts_with(U"关于")) {
            const bool news = looks_like_title(view, lexicon) && at == 0 && view.size() >= 12;
            if (!news) break;
        }
        if (enumerator_at(view, 0)) break;
        const bool heads = at + 1 < draft.lines.size();
        if (!heads || view.back() == U'：' || view.back() == U'，' || view.size() < 4 ||
            view.size() > 90)
            break;
        Title title = title_at(draft, at, lexicon);
        if (title.end_line == at + 1 && !looks_like_title(view, lexicon) && view.size() < 8 &&
            !lexicon.title_endings.before(view, view.size()))
            break;
        return title;
    }
    if (!outside.empty() && looks_like_title(outside, lexicon)) {
        Line line;
        for (const char32_t c : outside) line.text.append_new(c, 0);
        line.kind = LineKind::heading;
        line.level = 1;
        line.block = true;
        draft.lines.insert(draft.lines.begin(), std::move(line));
        draft.note("title_added", "补上网页标题", 1);
        return Title{outside, 0, 1};
    }
    return std::nullopt;
}

}  // namespace anmin::document
