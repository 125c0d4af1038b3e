#include "directive/time_point.h"

#include <algorithm>
#include <array>

#include "directive/clause.h"
#include "directive/recurrence.h"
#include "directive/time_words.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using calendar::Date;
using View = std::u32string_view;

std::string iso(const Date& date) { return date.iso(); }

class Scanner {
public:
    Scanner(View text, WrittenWhen base, const Frames& frames)
        : text_(text), base_(std::move(base)), frames_(frames) {}

    std::vector<TimePoint> run() {
        std::vector<TimePoint> out;
        for (std::size_t at = 0; at < text_.size();) {
            auto found = may_begin(text_[at]) ? point_at(at) : std::nullopt;
            if (!found) {
                ++at;
                while (at < text_.size() && text::is_digit(text_[at - 1]) &&
                       text::is_digit(text_[at]))
                    ++at;
                continue;
            }
            found->deadline.text =
                text::encode(text_.substr(found->start, found->end - found->start));
            at = found->end;
            out.push_back(std::move(*found));
        }
        return out;
    }

    // A date without 前, as cells of tables have it.
    std::optional<TimePoint> bare(std::size_t at) {
        bare_ = true;
        auto found = point_at(at);
        if (found)
            found->deadline.text =
                text::encode(text_.substr(found->start, found->end - found->start));
        return found;
    }

private:
    bool may_begin(char32_t c) const {
        static constexpr View starts =
            U"每按逐到自年全月本上下明今次当周春元清端中国五劳两半定第一二三四五六七八九十于在";
        return text::is_digit(c) || starts.find(c) != View::npos ||
               frames_.undated_starts.find(c) != View::npos;
    }

    std::optional<TimePoint> point_at(std::size_t at) {
        if (auto found = recurring_at(text_, at)) return found;
        if (auto found = week_day(at)) return found;
        if (auto found = neighbour_month(at)) return found;
        if (auto found = length_at(text_, at)) return found;
        if (auto found = holiday(at)) return found;
        if (auto found = dated(at)) return found;
        if (auto found = seasonal(at)) return found;
        // 汛期前: a time the year's course decides; it stays as it is written.
        if (const auto undated = frames_.undated_times.at(text_, at)) {
            const View own = text_.substr(undated->start, undated->end - undated->start);
            return make(at, undated->end, text::encode(own));
        }
        return std::nullopt;
    }

    TimePoint make(std::size_t start, std::size_t end, const std::string& normal) const {
        TimePoint out;
        out.start = start;
        out.end = end;
        out.deadline.normal = normal;
        out.deadline.due = Date::parse(normal);
        return out;
    }

    // 本周五前, 下周三下班前, 本周内: of the week of the event
    std::optional<TimePoint> week_day(std::size_t at) {
        const bool next = follows(text_, at, U"下周");
        if ((!next && !follows(text_, at, U"本周")) || !base_.event) return std::nullopt;
        std::size_t place = at + 2;
        int day = weekday_at(text_, place);
        if (day > 0) ++place;
        // 本周内 means its last working day.
        if (day == 0 && follows(text_, place, U"内")) day = 5;
        if (day == 0) return std::nullopt;
        const std::size_t clock = skip_clock(text_, place);
        const std::size_t tail = skip_one(text_, clock, before_words);
        if (tail == clock && !bare_) return std::nullopt;
        const auto from_monday = (std::chrono::weekday(base_.event->days()).iso_encoding() - 1U);
        const Date monday = base_.event->plus_days(-static_cast<int>(from_monday));
        TimePoint out = make(at, tail, iso(monday.plus_days(day - 1 + (next ? 7 : 0))));
        out.deadline.inferred_year = true;
        return out;
    }

    // 下月10日前, 本月25日前; 次月5日前 goes with what is done every month
    std::optional<TimePoint> neighbour_month(std::size_t at) {
        int ahead = -1;
        bool repeats = false;
        for (const auto& [word, months] :
             {std::pair(View(U"次月"), 1), std::pair(View(U"下月"), 1),
              std::pair(View(U"下个月"), 1), std::pair(View(U"本月"), 0),
              std::pair(View(U"当月"), 0)}) {
            if (!follows(text_, at, word)) continue;
            ahead = months;
            repeats = word == U"次月" || word == U"当月";
            if (auto third = third_of_month(at, at + word.size(), months)) return third;
            const Number day = number_at(text_, at + word.size());
            if (day.value < 1 || day.value > 31 || !follows(text_, day.end, U"日"))
                return std::nullopt;
            const std::size_t tail = behind_clock(day.end + 1);
            if (tail == day.end + 1) return std::nullopt;
            if (repeats) {
                TimePoint out = make(at, tail, "每月" + std::to_string(day.value) + "日");
                out.recurrence = "每月";
                return out;
            }
            if (!base_.event) return std::nullopt;
            const Date first = *Date::of(base_.event->year(), base_.event->month(), 1);
            const Date month = first.plus_months(ahead);
            const auto date = Date::of(month.year(), month.month(), day.value);
            return date ? std::optional(make(at, tail, iso(*date))) : std::nullopt;
        }
        return std::nullopt;
    }

    // 下月中旬, 下月底前
    std::optional<TimePoint> third_of_month(std::size_t at, std::size_t place, int ahead) const {
        int day = 0;
        bool marked = false;
        const std::size_t end = month_end(place, day, marked);
        if (!marked || ahead == 0 || !base_.event) return std::nullopt;
        const Date first = *Date::of(base_.event->year(), base_.event->month(), 1);
        const Date month = first.plus_months(ahead);
        const Date due = day == 0 ? month.end_of_month() : month.plus_days(day - 1);
        return make(at, skip_one(text_, end, before_words), iso(due));
    }

    // Behind 前 and its like, a time of day before it allowed; `place` itself when there is none.
    std::size_t behind_clock(std::size_t place) const {
        const std::size_t clock = skip_clock(text_, place);
        const std::size_t tail = skip_one(text_, clock, before_words);
        return tail == clock ? place : tail;
    }

    // What follows is done then: 三季度组织…, 2025年再新增…
    bool begins_doing(std::size_t at) const {
        return frames_.doing_verbs.at(text_, at) || frames_.adverbs.at(text_, at) ||
               follows(text_, at, U"再") || follows(text_, at, U"对");
    }

    // 春节期间, 2024年元旦春节期间: the last day of the holiday; 春节前: the day before the
    // festival
    std::optional<TimePoint> holiday(std::size_t at) {
        std::size_t place = at;
        std::optional<int> year;
        const Number first = number_at(text_, at);
        if (first.value >= 1990 && follows(text_, first.end, U"年")) {
            year = first.value;
            place = first.end + 1;
        }
        const auto name = frames_.holiday_names.at(text_, place);
        if (!name) return std::nullopt;
        std::size_t end = name->end;
        if (follows(text_, end, U"节")) ++end;
        if (follows(text_, end, U"假期")) end += 2;
        const std::string& key = frames_.holiday_keys[static_cast<std::size_t>(name->value)];
        if (follows(text_, end, U"前")) {
            TimePoint before = make(at, end + 1, text::encode(text_.substr(at, end + 1 - at)));
            const auto eve =
                year ? day_of(frames_.festivals, *year, key) : next_day(frames_.festivals, key);
            if (!eve) return before;
            before.deadline.due = eve->plus_days(-1);
            before.deadline.normal = iso(*before.deadline.due);
            before.deadline.inferred_year = !year;
            return before;
        }
        if (!follows(text_, end, U"期间")) return std::nullopt;
        TimePoint out = make(at, end + 2, text::encode(text_.substr(at, end + 2 - at)));
        const std::optional<Date> day =
            year ? day_of(frames_.holidays, *year, key) : next_day(frames_.holidays, key);
        if (!day) return out;
        out.deadline.normal = iso(*day);
        out.deadline.due = day;
        out.deadline.inferred_year = !year;
        return out;
    }

    using Days = std::map<int, std::map<std::string, Date>>;

    static std::optional<Date> day_of(const Days& known, int year, const std::string& key) {
        const auto days = known.find(year);
        if (days == known.end()) return std::nullopt;
        const auto day = days->second.find(key);
        return day == days->second.end() ? std::nullopt : std::optional(day->second);
    }

    std::optional<Date> next_day(const Days& known, const std::string& key) const {
        const auto year = base_year();
        if (!year) return std::nullopt;
        const auto day = day_of(known, *year, key);
        if (day && base_.event && *day < *base_.event) return day_of(known, *year + 1, key);
        return day;
    }

    std::optional<int> base_year() const {
        if (base_.event) return base_.event->year();
        return base_.year;
    }

    // The year for a month and day without one: the next such day on or after the event.
    std::optional<int> year_for(int month, int day) const {
        if (base_.section) return base_.section;
        const auto year = base_year();
        if (!year || !base_.event) return year;
        const auto date = Date::of(*year, month, day);
        const bool passed = date ? *date < *base_.event : month < base_.event->month();
        return passed ? *year + 1 : *year;
    }

    // (到|2025年)(3月)(底|31日)前; 2025年底前; 4月起
    std::optional<TimePoint> dated(std::size_t at) {
        std::size_t place = at;
        bool until = false;
        for (const View word : {View(U"到"), View(U"自"), View(U"于"), View(U"在")}) {
            if (!follows(text_, place, word)) continue;
            until = word == U"到";
            ++place;
            break;
        }
        const bool led = place > at;
        std::optional<int> year;
        for (const View word : {View(U"明年"), View(U"今年"), View(U"次年"), View(U"本年")}) {
            if (!follows(text_, place, word)) continue;
            const auto own = base_year();
            if (own) year = *own + (word == U"明年" || word == U"次年" ? 1 : 0);
            place += 2;
            relative_year_ = true;
            break;
        }
        const Number first = number_at(text_, place);
        if (!year && first.value >= 1990 && first.value <= 2100 &&
            follows(text_, first.end, U"年")) {
            year = first.value;
            place = first.end + 1;
            if (auto found = whole_year(at, place, *year, until)) return found;
        }
        if (relative_year_ && year) {
            relative_year_ = false;
            if (auto found = whole_year(at, place, *year, until)) return found;
        }
        const std::size_t from = led && !until ? at + 1 : at;
        led_ = led;
        return month_part(from, place, year, until);
    }

    // 2025年底(前), 到2025年
    std::optional<TimePoint> whole_year(std::size_t at, std::size_t place, int year, bool until) {
        static constexpr std::array<View, 3> ends = {U"年底", U"底", U"末"};
        const std::size_t end = skip_one(text_, place, ends);
        const bool plain =
            until && end == place && (place >= text_.size() || !text::is_digit(text_[place]));
        const bool inside =
            end == place && (follows(text_, place, U"内") || follows(text_, place, U"以内"));
        if (end == place && !plain && !inside) return part_of_year(at, place, year);
        if (plain && number_at(text_, place).value > 0) return std::nullopt;
        std::size_t tail = skip_one(text_, end, before_words);
        base_.hint = year;
        return make(at, tail, iso(*Date::of(year, 12, 31)));
    }

    // 2025年上半年, 2025年三季度末; 2025年再新增40个 where a clause begins so
    std::optional<TimePoint> part_of_year(std::size_t at, std::size_t place, int year) {
        if (auto season = seasonal(place, year)) {
            season->start = at;
            return season;
        }
        const bool opens = at == 0 || text_[at - 1] == U'，' || text_[at - 1] == U'、';
        const auto now = base_year();
        if (!opens || !begins_doing(place) || (now && year < *now)) return std::nullopt;
        if (text_.substr(place, 14).find(U'的') != View::npos) return std::nullopt;
        return make(at, place, iso(*Date::of(year, 12, 31)));
    }

    std::optional<TimePoint> month_part(std::size_t at, std::size_t place, std::optional<int> year,
                                        bool until) {
        if (place > 0 && text::is_digit(text_[place - 1])) return std::nullopt;
        const Number month = number_at(text_, place);
        if (month.value < 1) return std::nullopt;
        if (!follows(text_, month.end, U"月")) return day_part(at, place, month, year);
        if (month.value > 12) return std::nullopt;
        place = month.end + 1;
        const bool month_word = follows(text_, place, U"份");
        if (month_word) ++place;
        int day = 0;
        bool exact = false;
        bool marked = bare_ || until;
        const Number date = number_at(text_, place);
        if (date.value >= 1 && date.value <= 31 &&
            (follows(text_, date.end, U"日") || follows(text_, date.end, U"号"))) {
            day = date.value;
            place = skip_clock(text_, date.end + 1);
            exact = true;
        } else {
            place = month_end(place, day, marked);
        }
        if (!exact && follows(text_, place, U"起")) {
            day = 1;
            marked = true;
            ++place;
        } else if (exact && follows(text_, place, U"起")) {
            marked = true;
            ++place;
        }
        const std::size_t tail = behind_clock(place);
        // 10月份组织…, 于9月开展…: the month in which it is to be done
        if (tail == place && !exact && (month_word || led_) && begins_doing(place)) marked = true;
        if (tail == place && !marked) return std::nullopt;
        return finish(at, tail, month.value, day, year);
    }

    // 底, 末, 中旬, 上旬, 下旬, 初 behind a month: the day they mean (0: the last).
    std::size_t month_end(std::size_t place, int& day, bool& marked) const {
        if (follows(text_, place, U"中旬")) {
            day = 20;
            marked = true;
            return place + 2;
        }
        if (follows(text_, place, U"上旬")) {
            day = 10;
            marked = true;
            return place + 2;
        }
        static constexpr std::array<View, 4> ends = {U"下旬", U"底", U"末", U"尾"};
        const std::size_t end = skip_one(text_, place, ends);
        if (end > place) marked = true;
        return end;
    }

    // 25日前: of the month of the event, or the next.
    std::optional<TimePoint> day_part(std::size_t at, std::size_t place, const Number& day,
                                      std::optional<int> year) {
        if (at > 0 && text_[at - 1] == U'月') return std::nullopt;
        const bool bare_day = at == place && !year && text::is_digit(text_[place]);
        if (!bare_day || day.value > 31 || !base_.event || !follows(text_, day.end, U"日") ||
            follows(text_, day.end + 1, U"内") || follows(text_, day.end + 1, U"之内") ||
            behind_clock(day.end + 1) == day.end + 1)
            return std::nullopt;
        const Date& event = *base_.event;
        const Date first = *Date::of(event.year(), event.month(), 1);
        const Date month = day.value < event.day() ? first.plus_months(1) : first;
        const auto date = Date::of(month.year(), month.month(), day.value);
        if (!date) return std::nullopt;
        TimePoint out = make(at, behind_clock(day.end + 1), iso(*date));
        out.deadline.inferred_year = true;
        return out;
    }

    TimePoint finish(std::size_t at, std::size_t end, int month, int day, std::optional<int> year) {
        const bool explicit_year = year.has_value();
        if (explicit_year) base_.hint = year;
        // 前 of a month without a day means its end as offices use it (3月前 is rare and means
        // 3月底前 not).
        if (!year) year = year_for(month, day == 0 ? 28 : day);
        if (!year) return make(at, end, text::encode(text_.substr(at, end - at)));
        auto date = Date::of(*year, month, day == 0 ? 1 : day);
        if (!date) return make(at, end, text::encode(text_.substr(at, end - at)));
        if (day == 0) date = date->end_of_month();
        TimePoint out = make(at, end, iso(*date));
        out.deadline.inferred_year = !explicit_year;
        return out;
    }

    // 年底前, 年内, 全年, 上半年, 三季度, 月底前, 本月底
    std::optional<TimePoint> seasonal(std::size_t at, std::optional<int> year = {}) {
        struct Season {
            View words;
            int month;
            bool needs_end;  // only with 前, 内, 底 behind it
        };
        static constexpr std::array<Season, 17> seasons = {{{U"年底", 12, false},
                                                            {U"年末", 12, false},
                                                            {U"年内", 12, false},
                                                            {U"本年度内", 12, false},
                                                            {U"全年", 12, false},
                                                            {U"年中", 6, false},
                                                            {U"上半年", 6, true},
                                                            {U"下半年", 12, true},
                                                            {U"第一季度", 3, true},
                                                            {U"第二季度", 6, true},
                                                            {U"第三季度", 9, true},
                                                            {U"第四季度", 12, true},
                                                            {U"一季度", 3, true},
                                                            {U"二季度", 6, true},
                                                            {U"三季度", 9, true},
                                                            {U"四季度", 12, true},
                                                            {U"今年内", 12, false}}};
        for (const Season& season : seasons) {
            if (!follows(text_, at, season.words)) continue;
            return season_point({at, at + season.words.size()}, season.month, season.needs_end,
                                year);
        }
        if (year) return std::nullopt;
        for (const View words : {View(U"本月底"), View(U"月底")}) {
            if (!follows(text_, at, words) || !base_.event) continue;
            const std::size_t end = skip_one(text_, at + words.size(), before_words);
            TimePoint out = make(at, end, iso(base_.event->end_of_month()));
            out.deadline.inferred_year = true;
            return out;
        }
        return std::nullopt;
    }

    // The words of a season that mean no time to do something by: 全年目标, 上半年工作.
    bool names_a_time(View word, View rest) const {
        static const text::Matcher never(
            std::vector<std::u32string>{U"以来", U"工作", U"的", U"各项"});
        static const text::Matcher totals(
            std::vector<std::u32string>{U"目标", U"任务", U"民政", U"重点", U"共", U"累计", U"总"});
        return !never.at(rest, 0) && !(word == U"全年" && totals.at(rest, 0));
    }

    std::optional<TimePoint> season_point(Range own, int month, bool needs_end,
                                          std::optional<int> explicit_year) {
        const std::size_t at = own.start;
        const std::size_t end = own.end;
        if (at > 0 && !explicit_year &&
            (text::is_digit(text_[at - 1]) || text_[at - 1] == U'去' || text_[at - 1] == U'前'))
            return std::nullopt;
        const View rest = text_.substr(end);
        if (!names_a_time(text_.substr(at, end - at), rest)) return std::nullopt;
        static constexpr std::array<View, 2> ends = {U"底", U"末"};
        const std::size_t closed = skip_one(text_, end, ends);
        const std::size_t tail = skip_one(text_, closed, before_words);
        if (needs_end && tail == end && !begins_doing(end) && !bare_) return std::nullopt;
        auto year = explicit_year ? explicit_year : base_.section ? base_.section : base_year();
        if (!explicit_year && base_.hint && year && *base_.hint == *year + 1 && base_.event &&
            base_.event->month() >= 10)
            year = base_.hint;
        if (!year) return make(at, tail, text::encode(text_.substr(at, tail - at)));
        TimePoint out = make(at, tail, iso(Date::of(*year, month, 1)->end_of_month()));
        out.deadline.inferred_year = !explicit_year;
        return out;
    }

    View text_;
    WrittenWhen base_;
    const Frames& frames_;
    bool bare_ = false;
    bool relative_year_ = false;
    bool led_ = false;  // 于 or 在 stands before the date under way
};

}  // namespace

std::vector<TimePoint> time_points(View text, WrittenWhen base, const Frames& frames) {
    return Scanner(text, std::move(base), frames).run();
}

std::optional<TimePoint> cell_deadline(View cell, const WrittenWhen& base, const Frames& frames) {
    auto marked = time_points(cell, base, frames);
    if (!marked.empty()) return marked.front();
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (auto found = Scanner(cell, base, frames).bare(at)) return found;
    }
    return std::nullopt;
}

}  // namespace anmin::directive
