#include <algorithm>
#include <vector>

#include "document/line_shape.h"
#include "document/structure.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

struct Found {
    WrittenDate date;
    std::u32string text;
};

std::u32string decimal(int number) {
    std::u32string out;
    for (const char c : std::to_string(number)) out.push_back(static_cast<char32_t>(c));
    return out;
}

Found found_at(View text, std::size_t at, const WrittenDate& date) {
    std::size_t end = date.end;
    for (const auto word : {U"上午", U"下午", U"晚", U"晚上", U"早上", U"凌晨"}) {
        if (text.substr(end).starts_with(word)) {
            end += View(word).size();
            break;
        }
    }
    return {date, std::u32string(text.substr(at, end - at))};
}

std::optional<Found> first_date(View text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && (text::is_digit(text[at - 1]) || text[at - 1] == U'年')) continue;
        if (!text::is_digit(text[at]) && !text::is_chinese_number(text[at])) continue;
        if (const auto date = date_at(text, at)) return found_at(text, at, *date);
    }
    return std::nullopt;
}

std::optional<Found> dated_label(const Article& article) {
    for (std::size_t at = 0; at < article.lines.size() && at < 12; ++at) {
        const View line = article.line(at);
        for (const auto label :
             {U"时间：", U"会议时间：", U"召开时间：", U"批示时间：", U"交办时间：", U"印发时间：",
              U"发文日期：", U"成文日期：", U"签发日期："}) {
            if (line.starts_with(label)) return first_date(line);
        }
    }
    return std::nullopt;
}

// 填报时间：2025年2月28日, at either end of a table
std::optional<Found> filled_in(const Article& article) {
    const std::size_t count = article.lines.size();
    for (std::size_t at = 0; at < count; ++at) {
        if (at >= 5 && at + 5 < count) continue;
        const View line = article.line(at);
        for (const auto label : {U"填报时间", U"填报日期", U"填表日期", U"填表时间", U"制表时间",
                                 U"制表日期", U"更新时间", U"统计时间"}) {
            const std::size_t place = line.find(label);
            if (place != View::npos) return first_date(line.substr(place));
        }
    }
    return std::nullopt;
}

// The day of issue: a line of its own near the end, or in brackets under the title.
std::optional<Found> dated_line(const Article& article, const Lexicon& lexicon) {
    const std::size_t count = article.lines.size();
    // The first date under the name of an organ: what is attached behind it may have others.
    for (std::size_t at = 1; at < std::min<std::size_t>(count, 3000); ++at) {
        const View line = article.line(at);
        if (line.size() < 24 && is_date_line(line) &&
            is_organ_line(article.line(at - 1), lexicon)) {
            return first_date(line);
        }
    }
    for (std::size_t back = 1; back <= 8 && back <= count; ++back) {
        const View line = article.line(count - back);
        if (is_date_line(line)) return first_date(line);
    }
    for (std::size_t at = 0; at < std::min<std::size_t>(count, 5); ++at) {
        if (is_date_line(article.line(at))) return first_date(article.line(at));
    }
    return std::nullopt;
}

// 7月21日上午，…主持召开: the day on which it was held, behind an imprint with another one.
std::optional<Found> held_date(const Article& article) {
    const std::size_t from = article.body_line();
    for (std::size_t at = from; at < article.lines.size() && at < from + 5; ++at) {
        const View line = article.line(at);
        if (!date_at(line, 0) || is_date_line(line)) continue;
        const View head = line.substr(0, 80);
        if (head.find(U"召开") != View::npos || head.find(U"主持") != View::npos)
            return first_date(head);
    }
    return std::nullopt;
}

std::optional<Found> opening_date(const Article& article) {
    const std::size_t from = article.body_line();
    for (std::size_t at = from; at < article.lines.size() && at < from + 3; ++at) {
        if (article.line_kinds[at] == LineKind::row) break;
        const View head = article.line(at).substr(0, 60);
        if (auto found = first_date(head)) return found;
        if (has_sentence_mark(head)) break;
    }
    return std::nullopt;
}

// --- the year when the text gives only month and day
// --------------------------------------------------------

struct Year {
    int year = 0;
    std::u32string basis;
};

// Every 20xx年 of a text, with its place.
std::vector<std::pair<int, std::size_t>> years_in(View text) {
    std::vector<std::pair<int, std::size_t>> out;
    for (std::size_t at = 0; at + 4 < text.size() && out.size() < 400; ++at) {
        if (text[at] != U'2' || text[at + 1] != U'0' || text[at + 4] != U'年') continue;
        if (at > 0 && text::is_digit(text[at - 1])) continue;
        const int year = 2000 + static_cast<int>(text[at + 2] - U'0') * 10 +
                         static_cast<int>(text[at + 3] - U'0');
        if (year >= 2000 && year <= 2099) out.emplace_back(year, at);
    }
    return out;
}

std::optional<Year> by_publication(const Article& article, const WrittenDate& date) {
    const auto published = first_date(article.metadata.published);
    if (!published || published->date.year == 0) return std::nullopt;
    const WrittenDate& day = published->date;
    const bool later = date.month > day.month || (date.month == day.month && date.day > day.day);
    return Year{day.year - (later ? 1 : 0), U"发布日期" + published->text};
}

// 总结2024年、部署2025年: the turn of two years.
std::optional<Year> by_turn(View text, const WrittenDate& date) {
    for (const auto& [year, at] : years_in(text.substr(0, 4000))) {
        const View before = text.substr(at >= 8 ? at - 8 : 0, std::min<std::size_t>(at, 8));
        const bool summed =
            before.find(U"总结") != View::npos || before.find(U"回顾") != View::npos;
        const bool planned =
            before.find(U"部署") != View::npos || before.find(U"安排") != View::npos ||
            before.find(U"谋划") != View::npos || before.find(U"计划") != View::npos;
        if (summed)
            return Year{date.month <= 4 ? year + 1 : year, U"总结" + decimal(year) + U"年工作"};
        if (planned)
            return Year{date.month >= 11 ? year - 1 : year, U"部署" + decimal(year) + U"年工作"};
    }
    return std::nullopt;
}

// Full dates with 前 are still to come: the latest such day before the earliest of them.
std::optional<Year> by_deadlines(View text, const WrittenDate& date) {
    std::optional<Year> best;
    for (const auto& [year, at] : years_in(text)) {
        const View rest = text.substr(at + 5, 12);
        std::size_t digits = 0;
        int month = 0;
        while (digits < rest.size() && digits < 2 && text::is_digit(rest[digits]))
            month = month * 10 + static_cast<int>(rest[digits++] - U'0');
        if (digits == 0 || digits >= rest.size() || rest[digits] != U'月') continue;
        const View tail = rest.substr(digits + 1);
        if (tail.substr(0, 4).find(U'前') == View::npos && !tail.starts_with(U"底")) continue;
        const int guess = date.month > month ? year - 1 : year;
        if (!best || guess < best->year)
            best = Year{guess, U"文中时限为" + decimal(year) + U"年" + decimal(month) + U"月"};
    }
    return best;
}

int number_before(View text, std::size_t end) {
    int value = 0;
    int scale = 1;
    std::size_t at = end;
    while (at > 0 && scale <= 1000) {
        const char32_t c = text[at - 1];
        const int digit = text::is_digit(c) ? static_cast<int>(c - U'0') : text::chinese_digit(c);
        if (digit < 0) break;
        value += digit * scale;
        scale *= 10;
        --at;
    }
    return scale == 1 ? -1 : value;
}

std::optional<Year> by_anchor(View text, const Lexicon& lexicon) {
    for (const YearAnchor& anchor : lexicon.anchors) {
        for (std::size_t at = text.find(anchor.before); at != View::npos;
             at = text.find(anchor.before, at + 1)) {
            const std::size_t from = at + anchor.before.size();
            const std::size_t end = text.substr(from, 12 + anchor.after.size()).find(anchor.after);
            if (end == View::npos) continue;
            const int number = number_before(text, from + end);
            if (number <= 0) continue;
            return Year{anchor.base + number,
                        U"文中“" +
                            std::u32string(text.substr(at, from + end + anchor.after.size() - at)) +
                            U"”"};
        }
    }
    for (const auto& [words, year] : lexicon.fixed_years) {
        if (text.find(words) != View::npos) return Year{year, U"文中“" + words + U"”"};
    }
    return std::nullopt;
}

// The latest year of the text that is not a far goal.
std::optional<Year> by_mention(View text, const WrittenDate& date) {
    int latest = 0;
    bool before_it = false;
    const auto years = years_in(text);
    for (const auto& [year, at] : years) {
        const View rest = text.substr(at + 5, 4);
        if (rest.starts_with(U"远景") || rest.starts_with(U"基本") || year > 2032 ||
            (at > 0 && text[at - 1] == U'到'))
            continue;
        latest = std::max(latest, year);
    }
    for (const auto& [year, at] : years) before_it = before_it || year == latest - 1;
    if (latest == 0) return std::nullopt;
    return Year{date.month >= 11 && before_it ? latest - 1 : latest,
                U"文中出现" + decimal(latest) + U"年"};
}

std::optional<Year> infer_year(const Article& article, const WrittenDate& date,
                               const Lexicon& lexicon) {
    const View text = article.text;
    if (auto year = by_publication(article, date)) return year;
    if (auto year = by_turn(text, date)) return year;
    if (article.title) {
        const auto years = years_in(article.title->text);
        if (!years.empty())
            return Year{years.front().first, U"标题中的" + decimal(years.front().first) + U"年"};
    }
    if (auto year = by_deadlines(text, date)) return year;
    if (auto year = by_anchor(text, lexicon)) return year;
    if (const auto signed_day = dated_line(article, lexicon);
        signed_day && signed_day->date.year > 0) {
        return Year{signed_day->date.year, U"落款日期"};
    }
    return by_mention(text, date);
}

void set_date(Part& part, const Found& found, int year, const std::string& basis) {
    part.event_date_text = text::encode(found.text);
    part.event_date_basis = basis;
    part.event_date = calendar::Date::of(year, found.date.month, found.date.day);
}

}  // namespace

void find_event_date(const Article& article, const Lexicon& lexicon, Part& part) {
    const bool meeting = part.kind == "会议新闻" || part.kind == "会议纪要" ||
                         part.kind == "工作信息" || part.kind == "简报";
    std::optional<Found> found;
    if (meeting) {
        found = dated_label(article);
        if (!found && part.kind != "简报") found = held_date(article);
        if (!found) found = opening_date(article);
    }
    if (!found) found = dated_line(article, lexicon);
    if (!found && !meeting) found = dated_label(article);
    if (!found) found = filled_in(article);
    // A report that opens with its meeting, though its kind is another.
    if (!found && article.metadata.published.empty()) {
        const View body =
            article.lines.size() > article.body_line() ? article.line(article.body_line()) : View();
        if (date_at(body, 0)) found = opening_date(article);
    }
    if (found && found->date.year > 0) return set_date(part, *found, found->date.year, "explicit");
    if (found) {
        if (const auto year = infer_year(article, found->date, lexicon)) {
            return set_date(part, *found, year->year, "inferred: " + text::encode(year->basis));
        }
        part.event_date_text = text::encode(found->text);
        part.event_date_basis = "只有月日，年份无从推定";
        return;
    }
    const auto published = first_date(article.metadata.published);
    if (published && published->date.year > 0)
        set_date(part, *published, published->date.year, "explicit: 发布日期");
}

}  // namespace anmin::document
