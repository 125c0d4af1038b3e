#include "directive/recurrence.h"

#include <array>
#include <string>

#include "directive/time_words.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

struct Unit {
    View word;
    const char* name;
};
constexpr std::array<Unit, 16> units = {{{U"半个月", "每半月"},
                                         {U"半月", "每半月"},
                                         {U"半年", "每半年"},
                                         {U"季度", "每季度"},
                                         {U"两周", "每两周"},
                                         {U"个季度", "每季度"},
                                         {U"个月", "每月"},
                                         {U"工作日", "每日"},
                                         {U"季", "每季度"},
                                         {U"月", "每月"},
                                         {U"周", "每周"},
                                         {U"星期", "每周"},
                                         {U"日", "每日"},
                                         {U"天", "每日"},
                                         {U"旬", "每旬"},
                                         {U"年", "每年"}}};

class Repetition {
public:
    Repetition(View text, std::size_t at) : text_(text) { out_.start = at; }

    // `end`: behind the unit. `by`: 按月, 逐月: no day can follow.
    std::optional<TimePoint> run(std::size_t end, const std::string& name, bool by) {
        const std::size_t at = out_.start;
        // 每人每月660元 is an amount, 每年一次 a repetition; 按月度, 按年龄 are none.
        if (at > 0 && (text_[at - 1] == U'人' || text_[at - 1] == U'户' || text_[at - 1] == U'床'))
            return std::nullopt;
        if (by && end < text_.size() &&
            (text_[end] == U'龄' || text_[end] == U'度' || text_[end] == U'计'))
            return std::nullopt;
        out_.end = end;
        out_.recurrence = name;
        if (by) return out_;
        normal_ = name;
        out_.deadline.normal = name;
        if (name == "每周" && weekday(end)) return out_;
        // 每日16时前
        if (const std::size_t clock = skip_clock(text_, end); clock > end && name == "每日") {
            normal_ += text::encode(text_.substr(end, clock - end));
            close(clock);
            return out_;
        }
        return position(end) ? std::optional(out_) : std::nullopt;
    }

private:
    void close(std::size_t place) {
        const std::size_t clock = skip_clock(text_, place);
        const std::size_t tail = skip_one(text_, clock, before_words);
        out_.end = tail > clock ? tail : place;
        out_.deadline.normal = normal_;
    }

    // 每周一, 每周五下班前
    bool weekday(std::size_t end) {
        // 每周一次 counts, 每周一前 names a day.
        if (weekday_at(text_, end) == 0 || follows(text_, end + 1, U"次") ||
            follows(text_, end + 1, U"至") || follows(text_, end + 1, U"轮"))
            return false;
        normal_ += text::encode(text_.substr(end, 1));
        close(end + 1);
        return true;
    }

    // The day within: 5日, 12月底, 末月20日, 底. False: an amount, no repetition.
    bool position(std::size_t end) {
        static constexpr std::array<View, 7> months = {
            U"首月", U"末月", U"次月", U"第一个月", U"第二个月", U"第三个月", U"最后一个月"};
        const std::size_t start = skip_one(text_, end, months);
        normal_ += text::encode(text_.substr(end, start - end));
        const Number day = number_at(text_, start);
        if (day.value > 0) return numbered(day, start > end);
        static constexpr std::array<View, 3> ends = {U"底", U"末", U"初"};
        const std::size_t tail = skip_one(text_, start, ends);
        if (tail > end) {
            normal_ += text::encode(text_.substr(start, tail - start));
            close(tail);
        }
        return true;
    }

    bool numbered(const Number& day, bool in_month) {
        std::size_t place = day.end;
        std::string normal = normal_ + std::to_string(day.value);
        if (!in_month && follows(text_, place, U"月")) {
            normal += "月";
            const Number date = number_at(text_, ++place);
            if (date.value > 0) {
                normal += std::to_string(date.value);
                place = date.end;
            }
        }
        if (follows(text_, place, U"元")) return false;
        if (follows(text_, place, U"日") || follows(text_, place, U"号")) {
            normal += "日";
            ++place;
        } else if (follows(text_, place, U"底")) {
            normal += "底";
            ++place;
        } else if (place == day.end) {
            return true;  // 每季度3次
        }
        normal_ = normal;
        close(place);
        return true;
    }

    View text_;
    TimePoint out_;
    std::string normal_;
};

}  // namespace

std::optional<TimePoint> recurring_at(View text, std::size_t at) {
    if (follows(text, at, U"定期") && !follows(text, at, U"定期存")) {
        TimePoint out;
        out.start = at;
        out.end = at + 2;
        out.recurrence = "定期";
        out.cuts = false;
        return out;
    }
    const bool by = text[at] == U'按' || text[at] == U'逐';
    if (!by && text[at] != U'每') return std::nullopt;
    for (const Unit& unit : units) {
        if (follows(text, at + 1, unit.word))
            return Repetition(text, at).run(at + 1 + unit.word.size(), unit.name, by);
    }
    // 每3个月, 每两年
    const Number count = by ? Number{} : number_at(text, at + 1);
    if (count.value <= 1) return std::nullopt;
    for (const View unit : {View(U"个月"), View(U"年"), View(U"天"), View(U"周")}) {
        if (!follows(text, count.end, unit)) continue;
        const std::size_t end = count.end + unit.size();
        return Repetition(text, at).run(end, text::encode(text.substr(at, end - at)), true);
    }
    return std::nullopt;
}

std::optional<TimePoint> length_at(View text, std::size_t at) {
    if (at > 0 && (text::is_digit(text[at - 1]) || text[at - 1] == U'月' || text[at - 1] == U'第'))
        return std::nullopt;
    const bool half = text[at] == U'半';
    const Number number = half ? Number{} : number_at(text, at);
    if (!half && number.value <= 0) return std::nullopt;
    const std::size_t place = half ? at + 1 : number.end;
    static constexpr std::array<View, 11> lengths = {U"个工作日", U"工作日", U"个自然日", U"个小时",
                                                     U"小时",     U"分钟",   U"个月",     U"日",
                                                     U"天",       U"周",     U"年"};
    for (const View unit : lengths) {
        if (!follows(text, place, unit)) continue;
        static constexpr std::array<View, 3> inside = {U"以内", U"之内", U"内"};
        const std::size_t end = place + unit.size();
        const std::size_t tail = skip_one(text, end, inside);
        if (tail == end) return std::nullopt;
        const std::string name = unit == U"个小时"                      ? "小时"
                                 : unit == U"工作日"                    ? "个工作日"
                                 : unit == U"天" || unit == U"个自然日" ? "日"
                                                                        : text::encode(unit);
        TimePoint out;
        out.start = at;
        out.end = tail;
        out.deadline.normal = (half ? "半" : std::to_string(number.value)) + name;
        return out;
    }
    return std::nullopt;
}

}  // namespace anmin::directive
