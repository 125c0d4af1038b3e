#include "directive/time_point.h"

#include <algorithm>
#include <array>

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
            U"每按到自年全月本上下明今春元清端中国五劳两定第一二三四五六七八九十于";
        return text::is_digit(c) || starts.find(c) != View::npos;
    }

    std::optional<TimePoint> point_at(std::size_t at) {
        if (auto found = recurring(at)) return found;
        if (auto found = length(at)) return found;
        if (auto found = holiday(at)) return found;
        if (auto found = this_week(at)) return found;
        if (auto found = dated(at)) return found;
        return seasonal(at);
    }

    TimePoint make(std::size_t start, std::size_t end, const std::string& normal) const {
        TimePoint out;
        out.start = start;
        out.end = end;
        out.deadline.normal = normal;
        out.deadline.due = Date::parse(normal);
        return out;
    }

    // 每月5日前, 每季度, 按月, 定期
    std::optional<TimePoint> recurring(std::size_t at) {
        if (follows(text_, at, U"定期") && !follows(text_, at, U"定期存")) {
            TimePoint out = make(at, at + 2, "");
            out.recurrence = "定期";
            out.cuts = false;
            return out;
        }
        const bool by = text_[at] == U'按';
        if (!by && text_[at] != U'每') return std::nullopt;
        for (const RepeatUnit& unit : repeat_units) {
            if (!follows(text_, at + 1, unit.word)) continue;
            return recurring_unit(at, at + 1 + unit.word.size(), unit.name, by);
        }
        return std::nullopt;
    }

    // 每日16时前, 每周一上午12时前: the point within the unit
    std::optional<TimePoint> within_unit(std::size_t at, std::size_t end,
                                         const std::string& name) const {
        // 每日16时前
        if (const std::size_t clock = skip_clock(text_, end); clock > end && name == "每日") {
            TimePoint out = make(at, skip_one(text_, clock, before_words), name);
            out.deadline.normal += text::encode(text_.substr(end, clock - end));
            out.recurrence = name;
            return out;
        }
        // 每周一上午12时前
        static constexpr View week_days = U"一二三四五六日天";
        if (name == "每周" && end < text_.size() && week_days.find(text_[end]) != View::npos) {
            TimePoint out = make(at, skip_one(text_, skip_clock(text_, end + 1), before_words),
                                 name + text::encode(text_.substr(end, 1)));
            out.recurrence = name;
            return out;
        }
        return std::nullopt;
    }

    std::optional<TimePoint> recurring_unit(std::size_t at, std::size_t end,
                                            const std::string& name, bool by) {
        // 每人每月660元 is an amount, 每年一次 a repetition; 按月度, 按年龄 are none.
        if (at > 0 && (text_[at - 1] == U'人' || text_[at - 1] == U'户' || text_[at - 1] == U'床'))
            return std::nullopt;
        if (by && end < text_.size() &&
            (text_[end] == U'龄' || text_[end] == U'度' || text_[end] == U'计'))
            return std::nullopt;
        if (auto found = within_unit(at, end, name)) return found;
        Number day = by ? Number{} : number_at(text_, end);
        TimePoint out = make(at, end, name);
        out.recurrence = name;
        if (day.value > 0) {
            std::size_t place = day.end;
            std::string normal = name + std::to_string(day.value);
            if (follows(text_, place, U"月")) {
                normal += "月";
                const Number date = number_at(text_, ++place);
                if (date.value > 0) {
                    normal += std::to_string(date.value);
                    place = date.end;
                }
            }
            if (follows(text_, place, U"元")) return std::nullopt;
            if (follows(text_, place, U"日") || follows(text_, place, U"号")) {
                normal += "日";
                ++place;
            } else if (follows(text_, place, U"底")) {
                normal += "底";
                ++place;
            } else if (place == day.end) {
                return out;
            }
            out.end = skip_one(text_, place, before_words);
            out.deadline.normal = normal;
            return out;
        }
        static constexpr std::array<View, 3> ends = {U"底", U"末", U"初"};
        const std::size_t tail = skip_one(text_, end, ends);
        if (tail > end && !by) {
            // 每季度末月25日前
            const Number of_month =
                follows(text_, tail, U"月") ? number_at(text_, tail + 1) : Number{};
            const bool dated = of_month.value > 0 && follows(text_, of_month.end, U"日");
            const std::size_t stop = dated ? of_month.end + 1 : tail;
            out.deadline.normal = name + text::encode(text_.substr(end, stop - end));
            out.end = skip_one(text_, stop, before_words);
        }
        if (by) out.deadline.normal.clear();
        return out;
    }

    // 5个工作日内, 15日内, 30分钟内
    std::optional<TimePoint> length(std::size_t at) {
        if (at > 0 &&
            (text::is_digit(text_[at - 1]) || text_[at - 1] == U'月' || text_[at - 1] == U'第'))
            return std::nullopt;
        const Number number = number_at(text_, at);
        if (number.value <= 0) return std::nullopt;
        static constexpr std::array<View, 9> units = {
            U"个工作日", U"工作日", U"个小时", U"小时", U"分钟", U"个月", U"日", U"天", U"周"};
        for (const View unit : units) {
            if (!follows(text_, number.end, unit)) continue;
            const std::size_t end = number.end + unit.size();
            static constexpr std::array<View, 3> inside = {U"以内", U"之内", U"内"};
            const std::size_t tail = skip_one(text_, end, inside);
            if (tail == end) return std::nullopt;
            const std::string name = unit == U"个小时"   ? "小时"
                                     : unit == U"工作日" ? "个工作日"
                                     : unit == U"天"     ? "日"
                                                         : text::encode(unit);
            return make(at, tail, std::to_string(number.value) + name);
        }
        return std::nullopt;
    }

    // 本周五下班前, 下周一前
    std::optional<TimePoint> this_week(std::size_t at) {
        const bool next = follows(text_, at, U"下周");
        if ((!next && !follows(text_, at, U"本周")) || !base_.event) return std::nullopt;
        static constexpr View days = U"一二三四五六日";
        const std::size_t day = at + 2 < text_.size() ? days.find(text_[at + 2]) : View::npos;
        if (day == View::npos) return std::nullopt;
        const std::size_t clock = skip_clock(text_, at + 3);
        const std::size_t tail = skip_one(text_, clock, before_words);
        if (tail == clock) return std::nullopt;
        const std::chrono::weekday of_event{base_.event->days()};
        const int back = static_cast<int>(of_event.iso_encoding()) - 1;
        return make(at, tail,
                    iso(base_.event->plus_days(static_cast<int>(day) - back + (next ? 7 : 0))));
    }

    // 春节期间, 2024年元旦春节期间: the last day of the holiday
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
        if (follows(text_, end, U"前"))
            return make(at, end + 1, text::encode(text_.substr(at, end + 1 - at)));
        if (!follows(text_, end, U"期间")) return std::nullopt;
        const std::string& key = frames_.holiday_keys[static_cast<std::size_t>(name->value)];
        TimePoint out = make(at, end + 2, text::encode(text_.substr(at, end + 2 - at)));
        const std::optional<Date> day = year ? holiday_of(*year, key) : next_holiday(key);
        if (!day) return out;
        out.deadline.normal = iso(*day);
        out.deadline.due = day;
        out.deadline.inferred_year = !year;
        return out;
    }

    std::optional<Date> holiday_of(int year, const std::string& key) const {
        const auto days = frames_.holidays.find(year);
        if (days == frames_.holidays.end()) return std::nullopt;
        const auto day = days->second.find(key);
        return day == days->second.end() ? std::nullopt : std::optional(day->second);
    }

    std::optional<Date> next_holiday(const std::string& key) const {
        const auto year = base_year();
        if (!year) return std::nullopt;
        const auto day = holiday_of(*year, key);
        if (day && base_.event && *day < *base_.event) return holiday_of(*year + 1, key);
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
        for (const View word : {View(U"到"), View(U"自"), View(U"于")}) {
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
        if (year && place > at) {
            if (auto found = season_of(at, place, *year)) return found;
            if (auto found = bare_year(at, place, *year)) return found;
        }
        if (relative_year_ && year) {
            relative_year_ = false;
            if (auto found = whole_year(at, place, *year, until)) return found;
        }
        const std::size_t from = led && !until ? at + 1 : at;
        return month_part(from, place, year, until);
    }

    // 2025年三季度
    std::optional<TimePoint> season_of(std::size_t at, std::size_t place, int year) {
        auto found = seasonal(place);
        if (!found || !found->deadline.due) return std::nullopt;
        const Date day = *found->deadline.due;
        base_.hint = year;
        return make(at, found->end, iso(Date::of(year, day.month(), 1)->end_of_month()));
    }

    // 2025年建成80处: at the head of what is asked for, a year is its end
    std::optional<TimePoint> bare_year(std::size_t at, std::size_t place, int year) {
        static const text::Matcher verbs(
            std::vector<std::u32string>{U"建成", U"完成", U"实现", U"达到", U"新增", U"再新增",
                                        U"新建", U"基本建成", U"力争", U"全面完成"});
        if (at > 0 && !text::is_blank(text_[at - 1]) && text_[at - 1] != U'，' &&
            text_[at - 1] != U'；')
            return std::nullopt;
        if (!verbs.at(text_, place)) return std::nullopt;
        base_.hint = year;
        return make(at, place, iso(*Date::of(year, 12, 31)));
    }

    // 2025年底(前), 到2025年
    std::optional<TimePoint> whole_year(std::size_t at, std::size_t place, int year, bool until) {
        static constexpr std::array<View, 3> ends = {U"年底", U"底", U"末"};
        const std::size_t end = skip_one(text_, place, ends);
        const bool plain =
            until && end == place && (place >= text_.size() || !text::is_digit(text_[place]));
        const bool inside =
            end == place && (follows(text_, place, U"内") || follows(text_, place, U"以内"));
        if (end == place && !plain && !inside) return std::nullopt;
        if (plain && number_at(text_, place).value > 0) return std::nullopt;
        std::size_t tail = skip_one(text_, end, before_words);
        base_.hint = year;
        return make(at, tail, iso(*Date::of(year, 12, 31)));
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
        const std::size_t tail = skip_one(text_, place, before_words);
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
        if (!bare_day || day.value > 31 || !base_.event ||
            (!follows(text_, day.end, U"日前") && !follows(text_, day.end, U"日之前")))
            return std::nullopt;
        const Date& event = *base_.event;
        const Date first = *Date::of(event.year(), event.month(), 1);
        const Date month = day.value < event.day() ? first.plus_months(1) : first;
        const auto date = Date::of(month.year(), month.month(), day.value);
        if (!date) return std::nullopt;
        TimePoint out = make(at, skip_one(text_, day.end + 1, before_words), iso(*date));
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
    std::optional<TimePoint> seasonal(std::size_t at) {
        for (const Season& season : seasons) {
            if (!follows(text_, at, season.words)) continue;
            return season_point(at, at + season.words.size(), season.month, season.needs_end);
        }
        for (const View words : {View(U"本月底"), View(U"月底")}) {
            if (!follows(text_, at, words) || !base_.event) continue;
            const std::size_t end = skip_one(text_, at + words.size(), before_words);
            TimePoint out = make(at, end, iso(base_.event->end_of_month()));
            out.deadline.inferred_year = true;
            return out;
        }
        return std::nullopt;
    }

    std::optional<TimePoint> season_point(std::size_t at, std::size_t end, int month,
                                          bool needs_end) {
        if (at > 0 &&
            (text::is_digit(text_[at - 1]) || text_[at - 1] == U'去' || text_[at - 1] == U'前'))
            return std::nullopt;
        const View rest = text_.substr(end);
        const View word = text_.substr(at, end - at);
        if (word == U"全年") {
            for (const View noun :
                 {View(U"目标"), View(U"工作"), View(U"任务"), View(U"各项"), View(U"的"),
                  View(U"民政"), View(U"重点"), View(U"共"), View(U"累计")}) {
                if (rest.starts_with(noun)) return std::nullopt;
            }
        }
        if (rest.starts_with(U"以来") || rest.starts_with(U"工作") || rest.starts_with(U"的"))
            return std::nullopt;
        static constexpr std::array<View, 2> ends = {U"底", U"末"};
        const std::size_t closed = skip_one(text_, end, ends);
        const std::size_t tail = skip_one(text_, closed, before_words);
        // 将于三季度组织抽查
        const bool led = at > 0 && (text_[at - 1] == U'于' || text_[at - 1] == U'在');
        const bool named = bare_ || led || rest.starts_with(U"完成");
        if (needs_end && tail == end && !named) return std::nullopt;
        auto year = base_.section ? base_.section : base_year();
        if (base_.hint && year && *base_.hint == *year + 1 && base_.event &&
            base_.event->month() >= 10)
            year = base_.hint;
        if (!year) return make(at, tail, text::encode(text_.substr(at, tail - at)));
        TimePoint out = make(at, tail, iso(Date::of(*year, month, 1)->end_of_month()));
        out.deadline.inferred_year = true;
        return out;
    }

    View text_;
    WrittenWhen base_;
    const Frames& frames_;
    bool bare_ = false;
    bool relative_year_ = false;
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
