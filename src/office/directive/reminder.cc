#include "directive/reminder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "directive/suspension.h"

namespace anmin::directive {
namespace {

using calendar::Date;

// The longer word first where one holds the other.
constexpr std::array<std::pair<std::string_view, Period>, 22> period_words{{
    {"每日", Period::daily},
    {"每天", Period::daily},
    {"按日", Period::daily},
    {"每周", Period::weekly},
    {"每星期", Period::weekly},
    {"按周", Period::weekly},
    {"每两周", Period::fortnightly},
    {"每双周", Period::fortnightly},
    {"每旬", Period::ten_day},
    {"按旬", Period::ten_day},
    {"逐旬", Period::ten_day},
    {"每半月", Period::half_monthly},
    {"每半个月", Period::half_monthly},
    {"每月", Period::monthly},
    {"按月", Period::monthly},
    {"逐月", Period::monthly},
    {"每季", Period::quarterly},
    {"按季", Period::quarterly},
    {"半年", Period::half_yearly},
    {"每年", Period::yearly},
    {"按年", Period::yearly},
    {"年度", Period::yearly},
}};

constexpr int days_of_pair = 14;
constexpr int first_pair = 4;  // 1970-01-05, a Monday, in days of the epoch
constexpr int days_of_stretch = 10;
constexpr int stretches = 3;  // 上旬, 中旬, 下旬: the last one takes the rest of the month
constexpr int second_half = 16;
constexpr int months_of_quarter = 3;
constexpr int months_of_half = 6;

// The first day of a stretch of `months` months counted from January.
Date stretch_start(Date day, int months) {
    const int month = (day.month() - 1) / months * months + 1;
    return *Date::of(day.year(), month, 1);
}

}  // namespace

std::optional<Period> period_of(std::string_view recurrence) {
    for (const auto& [word, period] : period_words) {
        if (recurrence.find(word) != std::string_view::npos) return period;
    }
    return std::nullopt;
}

Date period_start(Period period, Date day) {
    switch (period) {
        case Period::daily: return day;
        case Period::weekly: {
            const std::chrono::weekday name(day.days());
            return day.plus_days(1 - static_cast<int>(name.iso_encoding()));
        }
        case Period::fortnightly: {
            const auto since = static_cast<int>(
                (day.days().time_since_epoch().count() - first_pair) % days_of_pair);
            return day.plus_days(-(since < 0 ? since + days_of_pair : since));
        }
        case Period::ten_day: {
            const int past = std::min((day.day() - 1) / days_of_stretch, stretches - 1);
            return *Date::of(day.year(), day.month(), past * days_of_stretch + 1);
        }
        case Period::half_monthly:
            return *Date::of(day.year(), day.month(), day.day() < second_half ? 1 : second_half);
        case Period::monthly: return stretch_start(day, 1);
        case Period::quarterly: return stretch_start(day, months_of_quarter);
        case Period::half_yearly: return stretch_start(day, months_of_half);
        case Period::yearly: return *Date::of(day.year(), 1, 1);
    }
    CHECK(false, "every period has its beginning");
}

const char* word(Period period) {
    switch (period) {
        case Period::daily: return "每日";
        case Period::weekly: return "每周";
        case Period::fortnightly: return "每两周";
        case Period::ten_day: return "每旬";
        case Period::half_monthly: return "每半月";
        case Period::monthly: return "每月";
        case Period::quarterly: return "每季度";
        case Period::half_yearly: return "每半年";
        case Period::yearly: return "每年";
    }
    CHECK(false, "every period has a word");
}

const char* word(Wait wait) {
    switch (wait) {
        case Wait::sign: return "待签收";
        case Wait::returned: return "退回重办";
        case Wait::late: return "已超期";
        case Wait::due_soon: return "临近时限";
        case Wait::period: return "本期进展未报";
    }
    CHECK(false, "every reason to wait has a word");
}

std::vector<Wait> waits_of(const Task& task, Date as_of, const LightRule& rule) {
    std::vector<Wait> waits;
    if (task.state != TaskState::assigned || suspended(task, as_of)) return waits;
    if (unsigned_for(task)) waits.push_back(Wait::sign);
    if (task.returned_on) waits.push_back(Wait::returned);
    const Light shows = light(task, as_of, rule);
    if (shows == Light::overdue) waits.push_back(Wait::late);
    if (shows == Light::due_soon) waits.push_back(Wait::due_soon);
    if (const auto period = period_of(task.item.recurrence.value_or(""))) {
        const Date since = period_start(*period, as_of);
        if (!task.progressed_on || *task.progressed_on < since) waits.push_back(Wait::period);
    }
    return waits;
}

}  // namespace anmin::directive
