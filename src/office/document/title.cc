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
    if (line.find(U'\uFFFD') != View::npos && line.size() < 60) return true;
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
    for (std::size_t at = 0; at < reach; ++at) {
        const View view = draft.lines[at].text.view();
        if (document_number(view) && view.size() < 40) continue;
        const bool about_follows =
            at + 1 < draft.lines.size() && draft.lines[at + 1].text.view().starts_with(U"关于");
        const bool head_of_organ = about_follows && view.size() < 24 &&
                                   lexicon.title_endings.before(view, view.size()).has_value();
        if (is_letterhead(view) || is_date_line(view) || head_of_organ) continue;
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
        Title title{std::u32string(view), at, at + 1};
        if (continues_title(view, draft.lines[at + 1].text.view(), lexicon)) {
            title.text += draft.lines[at + 1].text.view();
            title.end_line = at + 2;
        } else if (!looks_like_title(view, lexicon) && view.size() < 8 &&
                   !lexicon.title_endings.before(view, view.size())) {
            break;
        }
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
