// Which days offices work: Monday to Friday, but for the days off and the make-up days that a
// yearly notice names (全国年节及纪念日放假办法, closed-loop B.13). A year that is not loaded is not known:
// its days count as Monday to Friday, and knows() says that this is provisional.
#pragma once

#include <set>

#include "calendar/date.h"

namespace anmin::calendar {

class WorkDays {
public:
    // Marks a year as known; its notice is what the two below then say.
    void add_year(int year) { years_.insert(year); }
    // A day off (放假), whatever day of the week it is.
    void add_off(Date day) { off_.insert(day); }
    // A day worked instead (调休上班).
    void add_make_up(Date day) { made_up_.insert(day); }

    bool works(Date day) const;
    // Whether every year from `from` to `to` is loaded.
    bool knows(Date from, Date to) const;
    // The earliest day with at most `count` working days after it up to `day`, that included: the
    // day of the event is not counted, the last one is. INVARIANT: count >= 0.
    Date back(Date day, int count) const;

private:
    std::set<int> years_;
    std::set<Date> off_;
    std::set<Date> made_up_;
};

}  // namespace anmin::calendar
