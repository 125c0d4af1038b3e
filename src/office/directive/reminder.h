// What waits for a person this morning, and who is late with what. Read, never decided here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directive/task.h"
#include "organisation/organisation.h"

namespace anmin::directive {

// How often a period report is due.
enum class Period {
    daily,
    weekly,
    fortnightly,   // 每两周
    ten_day,       // 每旬: from the 1st, the 11th, the 21st
    half_monthly,  // 每半月: from the 1st, the 16th
    monthly,
    quarterly,
    half_yearly,
    yearly,
};
// 每周, 每旬, 每月, 按季: the period that is named first in this order; nothing for 定期 and the
// like.
std::optional<Period> period_of(std::string_view recurrence);
// The first day of the period that `day` lies in. Weeks begin on Monday; no text
// says which weeks make a pair (每两周), so they are paired from the one of 1970-01-05 on.
calendar::Date period_start(Period period, calendar::Date day);
const char* word(Period period);

// Why a task stands on its holder's list. One task may stand there for several reasons.
enum class Wait {
    sign,      // 待签收
    returned,  // 退回重办
    late,      // 已超期
    due_soon,  // 临近时限
    period,    // 本期进展未报
};
const char* word(Wait wait);
std::vector<Wait> waits_of(const Task& task, calendar::Date as_of, const LightRule& rule);

// The tasks that a division below the one that looks holds, all levels of it together.
struct LateRow {
    ident::DivisionCode division;
    std::string name;
    std::int64_t open = 0;
    std::int64_t late = 0;  // past the date and not closed
};

class ReminderStore {
public:
    virtual ~ReminderStore() = default;
    // Divisions right below `division`, and those of `former`, that hold tasks, most late ones
    // first.
    virtual Result<std::vector<LateRow>> late_below(const ident::DivisionCode& division,
                                                    const std::vector<ident::DivisionCode>& former,
                                                    calendar::Date as_of) = 0;
};

}  // namespace anmin::directive
