#include "calendar/work_days.h"

#include "result/result.h"

namespace anmin::calendar {

bool WorkDays::works(Date day) const {
    if (made_up_.count(day) > 0) return true;
    if (off_.count(day) > 0) return false;
    const std::chrono::weekday weekday(day.days());
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

bool WorkDays::knows(Date from, Date to) const {
    for (int year = from.year(); year <= to.year(); ++year) {
        if (years_.count(year) == 0) return false;
    }
    return true;
}

Date WorkDays::back(Date day, int count) const {
    CHECK(count >= 0, "a number of days is not negative");
    for (;; day = day.plus_days(-1)) {
        if (works(day) && count-- == 0) return day;
    }
}

}  // namespace anmin::calendar
