// Figures that the system computes by itself, so that nobody is asked for them. Start here.
//
// An indicator is one entry of a closed list (packages/indicator): a count over the ledger or over
// the problem lists, for one area, now. Its rows can always be opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directive/task.h"
#include "measure/wording.h"
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

// The indicator that `asked` means: its identifier, or the same as its name or one of its other
// names (wording.h).
const Indicator* find_held(const std::vector<Indicator>& all, const std::string& asked,
                           const Wording& wording);

// The one with the name nearest to `asked`, and that name; null when none is near.
struct NearHeld {
    const Indicator* indicator = nullptr;
    std::string name;
    int percent = 0;  // of the characters are the same
};
NearHeld find_near(const std::vector<Indicator>& all, const std::string& asked,
                   const Wording& wording);

// Asking for a figure that is held is refused with the place where it stands (E-LOAD-001), and so
// is a name that is only near to one, unless the item says what is different (E-LOAD-011). A name
// that is empty is E-LOAD-002.
Result<void> may_ask(const std::vector<Indicator>& all, const Wording& wording,
                     const directive::AskedItem& item, const ident::DivisionCode& division);

}  // namespace anmin::measure
