// Taking a task apart: parts for units, posts and persons, at one level or several at once, as one
// event (closed-loop A.3 model 2). Lower levels may add parts, never drop what came from above.
//
// The rules: every part has an owner, a date inside the task's, and an acceptance standard; where
// the task has a target, the parts' figures sum up to it, or the reason why they do not is
// declared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "directive/task.h"

namespace anmin::directive {

struct PartOrder {
    ident::TaskId task;       // its identifier, made by the caller
    std::int32_t under = -1;  // as in Share; smaller than the part's own place in the list
    Owner owner;
    std::vector<Owner> helpers;
    std::optional<std::int64_t> thousandths;
    std::optional<calendar::Date> due;  // none: the spread's, else the task's
    std::string text;
    std::string standard;  // empty: the spread's
};

struct SpreadOrder {
    std::optional<Owner> lead;       // who answers for the whole when nobody does
    std::optional<Quantity> target;  // of a task that has none yet
    std::optional<calendar::Date> due;
    std::string standard;
    std::string split_reason;
    ident::DivisionCode division;
    std::string issuer;
    std::vector<PartOrder> parts;
    std::vector<AskedItem> asks{};  // of every part; whether they may be asked is decided before
};

// `below`: the parts it has already. Errors name the row (第 n 行, from 1) and the column.
Result<Event> spread(const Task& task, const Below& below, SpreadOrder order,
                     const Officer& officer, calendar::Date on);

// The parts as tasks, in the order of the spread. `before`: how many parts the task had.
std::vector<Task> parts_of(const Task& task, std::int64_t before, const TaskSpread& spread);

// How many levels a tree may have below its order.
inline constexpr std::size_t most_levels = 12;
// Figures of a path for one level, and how many parts one task may have.
inline constexpr std::size_t path_step = 5;
inline constexpr std::int64_t most_parts = 99'999;

}  // namespace anmin::directive
