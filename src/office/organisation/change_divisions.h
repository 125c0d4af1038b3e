// Decides what an order to change divisions does to each code. Pure: the operation hands in what
// lives and which codes were ever used.
#pragma once

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "organisation/division.h"
#include "result/result.h"

namespace anmin::organisation {

struct Establish {
    DivisionCode code;
    std::string name;
};
struct Rename {
    DivisionCode code;
    std::string name;
};
// All that lies in the sources goes on in `into`, which may be one of them, another division of
// their level, or a new code.
struct Merge {
    std::vector<DivisionCode> sources;
    DivisionCode into;
    std::string name;  // empty: as `into` is called now
};
struct Part {
    DivisionCode code;
    std::string name;
    std::vector<DivisionCode> takes;  // direct children of the source that go with it
};
struct Split {
    DivisionCode source;
    std::vector<Part> parts;
    bool source_ends = false;  // every child must be taken then
};
// 改隶: the division and all in it get new codes under the parent that the new code names.
struct Move {
    DivisionCode division;
    DivisionCode to;
    std::string name;  // empty: as before
};
// Nobody lives below any more; a successor may be named for what was counted there.
struct Abolish {
    DivisionCode code;
    std::optional<DivisionCode> successor{};
};
using ChangeStep = std::variant<Establish, Rename, Merge, Split, Move, Abolish>;

struct ChangeOrder {
    std::string id;
    calendar::Date on;
    std::string basis;
    ChangeStep step;
};

// The divisions that the step names, for which the operation fetches what Surroundings holds.
std::vector<DivisionCode> named_in(const ChangeStep& step);

struct Surroundings {
    std::map<DivisionCode, Division> living;  // on the day: those named with all below and above
    std::set<DivisionCode> used;              // ever, inside those named and where they go
};

// Errors E-ORG-020 to E-ORG-031, each naming the code at fault. Nothing is changed by an error.
Result<DivisionsChanged> decide(const ChangeOrder& order, const Surroundings& around);

// 下城区 330103 并入 拱墅区 330105; `names` are those before the change.
std::string summary(const ChangeStep& step, const std::map<DivisionCode, Division>& names);

}  // namespace anmin::organisation
