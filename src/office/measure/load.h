// The load meter (为基层减负): what is asked of each township and village, by month, and who asks.
//
// An ask is counted when the log says that it was made: a task handed out, a figure or form wanted
// with it, an item of a problem list. A standing period report is asked once in each of its periods
// while the task is open.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "directive/reminder.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::measure {

enum class Ask { task, period, figure, form, problem };
const char* word(Ask ask);

// Is the division one whose load is metered? Townships and villages are.
bool is_metered(const ident::DivisionCode& division);

// "2025-03".
struct Month {
    int year = 1970;
    int month = 1;

    static std::optional<Month> parse(const std::string& text);
    static Month of(calendar::Date day) { return {day.year(), day.month()}; }
    calendar::Date first() const;
    calendar::Date last() const;
    std::string text() const;

    auto operator<=>(const Month&) const = default;
};

// How many times a report of this period falls due from the one day to the other, both included:
// on the last day of each period.
std::int64_t times_in(directive::Period period, calendar::Date from, calendar::Date until);
std::int64_t times_in(directive::Period period, const Month& month);

// How many asks a month are bearable: policy (packages/load/limits.json); 0: no limit is set.
struct Limits {
    std::int64_t township = 0;
    std::int64_t village = 0;
    int warning_percent = 100;
};
enum class Burden { unlimited, light, near, over };
Burden burden(const Limits& limits, const ident::DivisionCode& division, std::int64_t asks);

struct Counts {
    std::int64_t task = 0;
    std::int64_t period = 0;
    std::int64_t figure = 0;
    std::int64_t form = 0;
    std::int64_t problem = 0;

    std::int64_t total() const { return task + period + figure + form + problem; }
};
std::int64_t& count_of(Counts& counts, Ask ask);

struct LoadRow {
    ident::DivisionCode division;
    std::string name;
    Counts counts;
    std::int64_t caused = 0;  // of the total, by the division that looks
};
struct LoadPage {
    std::vector<LoadRow> rows;   // most loaded first
    std::int64_t divisions = 0;  // with any ask, over all pages
    Counts counts;               // over all of them
    std::int64_t caused = 0;
};

// One ask behind a number.
struct AskRow {
    Ask ask = Ask::task;
    std::string ref;  // the task or the problem
    std::string title;
    ident::DivisionCode cause;
    std::string cause_name;
    calendar::Date on;  // of a period: from when
    std::int64_t times = 1;
};

class LoadStore {
public:
    virtual ~LoadStore() = default;
    // Over the metered divisions of the scope; `cause` is the division that looks. A period report
    // of what is still open is asked for on, its date past or not, up to `today`; after that, to
    // its date.
    virtual Result<LoadPage> load(const organisation::Scope& scope,
                                  const ident::DivisionCode& cause, const Month& month,
                                  calendar::Date today, std::int32_t limit) = 0;
    // Of one division, oldest first.
    virtual Result<std::vector<AskRow>> asks(const ident::DivisionCode& division,
                                             const Month& month, calendar::Date today) = 0;
};

}  // namespace anmin::measure
