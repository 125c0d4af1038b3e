#include <algorithm>
#include <map>
#include <set>

#include "document/line_shape.h"
#include "document/steps.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

std::u32string without_blanks(View view) {
    std::u32string out;
    for (const char32_t c : view) {
        if (!text::is_blank(c)) out.push_back(c);
    }
    return out;
}

std::size_t count_of(View view, char32_t c) {
    return static_cast<std::size_t>(std::count(view.begin(), view.end(), c));
}

std::size_t han_in(View view) {
    return static_cast<std::size_t>(std::count_if(view.begin(), view.end(), text::is_han));
}

// — 1 —, - 12 -, 第3页 共8页, 3/8.
bool is_page_number(View line) {
    const std::u32string bare = without_blanks(line);
    if (bare.empty() || bare.size() > 16) return false;
    const bool digit = std::any_of(bare.begin(), bare.end(), text::is_digit);
    const bool only =
        bare.find_first_not_of(U"0123456789-—－–─/第页共,，·") == std::u32string::npos;
    const bool framed = bare.find_first_of(U"-—－–─/页") != std::u32string::npos;
    return digit && only && framed && !date_at(bare, 0);
}

// 首页 | 新闻 | 公告: nothing but short words between bars.
bool is_bar_list(View line) {
    std::size_t cells = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] != U'|' && line[at] != U'｜') continue;
        const std::u32string cell = without_blanks(line.substr(from, at - from));
        if (cell.size() > 8 || std::any_of(cell.begin(), cell.end(), text::is_digit)) return false;
        ++cells;
        from = at + 1;
    }
    return cells >= 3;
}

// Words of a menu between bars: 首页 | 机构概况 | 政务公开.
bool is_menu(View line, const BoilerplateRules& rules) {
    if (line.size() > 200 || has_sentence_mark(line)) return false;
    const std::size_t words = rules.links.all(line).size();
    const std::size_t bars = count_of(line, U'|') + count_of(line, U'｜') + count_of(line, U'>') +
                             count_of(line, U'»') + count_of(line, U'·') + count_of(line, U'[') +
                             count_of(line, U'】') + count_of(line, U' ') + count_of(line, U'　');
    if (is_bar_list(line)) return true;
    // 民政部门户网站  首页  机构  新闻
    std::size_t cells = 0;
    bool short_cells = true;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size() && !text::is_blank(line[end])) ++end;
        if (end > at) ++cells;
        short_cells = short_cells && end - at <= 10;
        at = end + 1;
    }
    if (words >= 1 && cells >= 3 && short_cells && line.find_first_of(U"，、：") == View::npos)
        return true;
    return (words >= 2 && bars >= 1) || (words >= 3 && han_in(line) <= words * 6);
}

bool is_spam(View line, const BoilerplateRules& rules) {
    if (rules.spam_strong.contains(line)) return true;
    return rules.spam_weak.all(line).size() >= 3 && count_of(line, U'。') == 0;
}

// How many different labels of a line about the page it has: 来源, 浏览, 字号.
std::size_t names_of_page(View line, const BoilerplateRules& rules) {
    std::set<View> names;
    for (const auto& hit : rules.info_labels.all(line)) {
        names.insert(line.substr(hit.start, hit.end - hit.start));
    }
    return names.size();
}

// A label like 责任编辑： may head a longer line; a bare word like 登录 only a short one without a
// sentence.
bool is_furniture_line(View line, const BoilerplateRules& rules) {
    // 【返回顶部】, [打印本页]
    const bool framed = line.size() < 30 && (line.front() == U'【' || line.front() == U'[' ||
                                             line.front() == U'〖' || line.front() == U'·');
    if (framed && line.size() > 2 && is_furniture_line(line.substr(1), rules)) return true;
    const auto begin = rules.begins.at(line, 0);
    if (begin && static_cast<std::int64_t>(line.size()) <= rules.longest_line) {
        const bool label = begin->end == line.size() || line[begin->end - 1] == U'：' ||
                           line[begin->end - 1] == U':' || line[begin->end] == U'：' ||
                           line[begin->end] == U':' || line[begin->end] == U'】';
        if (label || (line.size() <= 60 && line.find_first_of(U"。；") == View::npos &&
                      (line.size() <= 24 || line.find(U'，') == View::npos)))
            return true;
    }
    if (rules.equals.has(without_blanks(line))) return true;
    // 2024年12月03日 08:40 来源：某报
    const auto day = line.size() <= 80 ? date_at(line, 0) : std::nullopt;
    if (day && day->year > 0 && line.find_first_of(U"。，") == View::npos &&
        names_of_page(line, rules) >= 1)
        return true;
    if (line.size() <= 120 && line.find(U'。') == View::npos && names_of_page(line, rules) >= 2)
        return true;
    const bool address = line.find(U'@') != View::npos || line.find(U"http") != View::npos ||
                         line.find(U"www.") != View::npos;
    return address && han_in(line) <= 4;
}

// 来源：县民政局 发布时间：2025-06-10 -> metadata.
void read_info(View line, const BoilerplateRules& rules, Metadata& metadata) {
    if (metadata.published.empty() && line.size() < 80) {
        // 2024-10-12 09:30 来源：…: a day without a label
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (at > 0 && text::is_digit(line[at - 1])) continue;
            const auto date = text::is_digit(line[at]) ? date_at(line, at) : std::nullopt;
            if (!date || date->year == 0) continue;
            metadata.published = line.substr(at, date->end - at);
            break;
        }
    }
    for (const auto& label : rules.source_labels.all(line)) {
        std::size_t at = label.end;
        while (at < line.size() &&
               (text::is_blank(line[at]) || line[at] == U'：' || line[at] == U':'))
            ++at;
        std::size_t end = at;
        const bool dated = at < line.size() && (text::is_digit(line[at]) || line[at] == U'二');
        while (end < line.size() && line[end] != U'|' && line[end] != U'　' &&
               (dated || !text::is_blank(line[end])) && end - at < 30) {
            ++end;
        }
        std::u32string value(line.substr(at, end - at));
        if (value.empty()) continue;
        if (dated) {
            if (metadata.published.empty() && date_at(value, 0)) metadata.published = value;
        } else if (metadata.source.empty() && han_in(value) >= 2) {
            metadata.source = value;
        }
    }
}

class Sweeper {
public:
    Sweeper(Draft& draft, const Lexicon& lexicon)
        : draft_(draft), rules_(lexicon.boilerplate), lexicon_(lexicon) {
        for (const Line& line : draft.lines) {
            if (line.text.size() <= 30) ++seen_[std::u32string(line.text.view())];
            is_page_ = is_page_ || line.furniture || is_furniture_line(line.text.view(), rules_) ||
                       is_menu(line.text.view(), rules_);
        }
    }

    void run() {
        std::vector<Line> kept;
        bool after_page = false;
        for (std::size_t at = 0; at < draft_.lines.size(); ++at) {
            Line& line = draft_.lines[at];
            const View view = line.text.view();
            if (at == 0 && names_the_page(view)) {
                ++removed_;
                continue;
            }
            const bool header = after_page && is_running_header(line);
            after_page = is_page_number(view);
            if (after_page || header) {
                ++pages_;
                continue;
            }
            if (is_spam(view, rules_)) {
                ++spam_;
                continue;
            }
            if (is_page_record(line)) {
                read_info(view, rules_, draft_.metadata);
                ++removed_;
                continue;
            }
            if (line.kind != LineKind::row || line.furniture) {
                const bool organ = is_page_ && view.size() <= 120 && rules_.page_organs.at(view, 0);
                if (line.furniture || organ || is_furniture_line(view, rules_) ||
                    is_menu(view, rules_)) {
                    read_info(view, rules_, draft_.metadata);
                    ++removed_;
                    if (ends_here(at)) break;
                    continue;
                }
            }
            kept.push_back(std::move(line));
        }
        draft_.lines = std::move(kept);
        draft_.note("page_marks_removed", "去除页码与页眉", pages_);
        draft_.note("spam_removed", "去除广告行", spam_);
        draft_.note("boilerplate_removed", "去除页面附属文字", removed_);
    }

private:
    bool is_running_header(const Line& line) const {
        const View view = line.text.view();
        if (line.indented || view.size() > 24 || view.find_first_of(U"，。；：、") != View::npos)
            return false;
        const auto times = seen_.find(std::u32string(view));
        return view.ends_with(U"文件") || (times != seen_.end() && times->second > 1);
    }

    // 标题_某某网 above the title itself: what the browser's tab says.
    bool names_the_page(View first) const {
        const std::size_t mark = first.find_first_of(U"_|-｜");
        if (mark == View::npos || mark < 6) return false;
        const std::u32string title = without_blanks(first.substr(0, mark));
        for (std::size_t at = 1; at < std::min<std::size_t>(draft_.lines.size(), 8); ++at) {
            if (without_blanks(draft_.lines[at].text.view()) == title) return true;
        }
        return false;
    }

    // 索引号 | … | 发文日期 | …: a row of the page's own record.
    bool is_page_record(const Line& line) const {
        if (line.kind != LineKind::row) return false;
        const View view = line.text.view();
        std::size_t labels = 0;
        std::size_t cells = 0;
        for (std::size_t from = 0; from <= view.size();) {
            const std::size_t end = std::min(view.find(U'\t', from), view.size());
            std::u32string cell = without_blanks(view.substr(from, end - from));
            while (!cell.empty() && (cell.back() == U'：' || cell.back() == U':')) cell.pop_back();
            labels += rules_.record_labels.has(cell);
            ++cells;
            from = end + 1;
        }
        return labels > 0 && labels * 2 >= cells;
    }

    // From a line like 责任编辑 or 分享到 on, what follows without sentences is furniture too.
    bool ends_here(std::size_t at) {
        if (draft_.lines[at].furniture && !rules_.begins.at(draft_.lines[at].text.view(), 0))
            return false;
        if (!rules_.ends_page.at(draft_.lines[at].text.view(), 0)) return false;
        std::size_t stops = 0;
        for (std::size_t next = at + 1; next < draft_.lines.size() && stops <= 1; ++next) {
            stops += count_of(draft_.lines[next].text.view(), U'。');
        }
        if (stops > 1) return false;
        for (std::size_t next = at + 1; next < draft_.lines.size(); ++next) {
            const View view = draft_.lines[next].text.view();
            read_info(view, rules_, draft_.metadata);
            if (draft_.metadata.source.empty() && is_organ_line(view, lexicon_))
                draft_.metadata.source = view;
            ++removed_;
        }
        return true;
    }

    Draft& draft_;
    const BoilerplateRules& rules_;
    const Lexicon& lexicon_;
    std::map<std::u32string, int> seen_;
    bool is_page_ = false;  // some line can only be furniture of a page
    std::int64_t pages_ = 0;
    std::int64_t spam_ = 0;
    std::int64_t removed_ = 0;
};

// Where a remain of a tag ends: /p>, BR>, /td>; 0 when there is none at `at`.
std::size_t tag_remain(View view, std::size_t at) {
    static constexpr View names[] = {
        U"p",    U"P",    U"br",     U"BR",     U"td",   U"TD",   U"tr", U"TR", U"div", U"DIV",
        U"span", U"SPAN", U"strong", U"STRONG", U"font", U"FONT", U"b",  U"B",  U"o:p"};
    std::size_t place = at;
    const bool open = view[place] == U'<';
    if (open) ++place;
    const bool slash = place < view.size() && view[place] == U'/';
    if (slash) ++place;
    for (const View name : names) {
        if (!view.substr(place).starts_with(name)) continue;
        std::size_t end = place + name.size();
        if (open || slash) {
            const std::size_t close = view.substr(end, 200).find(U'>');
            const bool attributes =
                end < view.size() && (view[end] == U' ' || view[end] == U'/' || view[end] == U'>');
            if (attributes && close != View::npos) return end + close + 1;
            continue;
        }
        // Without its slash only BR> and its like are safe to tell from words.
        if (end < view.size() && view[end] == U'>' && name.size() >= 2) return end + 1;
        if (end + 1 < view.size() && view[end] == U'/' && view[end + 1] == U'>') return end + 2;
    }
    return 0;
}

}  // namespace

void remove_boilerplate(Draft& draft, const Lexicon& lexicon) { Sweeper(draft, lexicon).run(); }

void remove_tag_remains(Draft& draft) {
    std::int64_t removed = 0;
    for (Line& line : draft.lines) {
        const View view = line.text.view();
        if (view.find(U'>') == View::npos) continue;
        text::Traced out;
        for (std::size_t at = 0; at < view.size();) {
            const char32_t c = view[at];
            const bool may =
                c == U'<' || c == U'/' || c == U'B' || c == U'b' || c == U't' || c == U'T';
            const std::size_t end =
                may && (at == 0 || !text::is_latin(view[at - 1])) ? tag_remain(view, at) : 0;
            if (end == 0) {
                out.append(line.text, at, at + 1);
                ++at;
                continue;
            }
            // The mark that swallowed the '<' goes with it.
            if (c != U'<' && !out.empty() && out[out.size() - 1] == U'、') out.pop_back();
            ++removed;
            at = end;
        }
        line.text = out.trimmed();
    }
    std::erase_if(draft.lines, [](const Line& line) { return line.text.empty(); });
    draft.note("tag_remains_removed", "去除标签残留", removed);
}

}  // namespace anmin::document
