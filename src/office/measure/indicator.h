// Figures that the system computes by itself, so that nobody is asked for them. Start here.
//
// An indicator is one entry of a closed list (packages/indicator): a count over the ledger or over
// the problem lists, for one area, now. Its rows can always be opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directive/task.h"
#include "problem/problem_store.h"
#include "result/result.h"

namespace anmin::measure {

enum class Of { tasks, problems };

struct Indicator {
    std::string id;
    std::string name;
    std::string unit;
    std::vector<std::string> also;  // what offices call it when they ask for it
    Of of = Of::tasks;
    std::vector<directive::TaskState> states;  // of tasks; empty: all
    bool overdue = false;                      // of tasks: past the date and not closed
    problem::Query query;                      // of problems
};

const Indicator* find_indicator(const std::vector<Indicator>& all, const std::string& id);

// The indicator that `asked` means: its identifier, its name or one of its other names, blanks and
// brackets aside. Nothing when no name is the same: a name that is only similar is not refused.
const Indicator* find_held(const std::vector<Indicator>& all, const std::string& asked);

// Asking for a figure that is held is refused with the place where it stands (E-LOAD-001); a name
// that is empty is E-LOAD-002.
Result<void> may_ask(const std::vector<Indicator>& all, const directive::AskedItem& item,
                     const ident::DivisionCode& division);

}  // namespace anmin::measure
