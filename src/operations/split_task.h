// A task is taken apart for the units, posts and persons below; the tree is looked at by levels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"

namespace anmin::operations {

// One part, for a post, or for a division whose unit may not have a fitting post yet.
struct PartFor {
    std::optional<ident::PostId> post;
    std::optional<ident::DivisionCode> division;
    std::vector<ident::PostId> helpers;
    std::string amount;  // "1200", in the target's unit; empty: none
    std::optional<calendar::Date> due;
    std::string text;
    std::string standard;
};

struct SplitTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    std::string amount;  // the whole target, for a task that has none
    std::string unit;
    std::optional<calendar::Date> due;
    std::string standard;
    std::string split_reason;
    std::vector<PartFor> parts;
    // Instead of `parts`: every division of these levels inside the task's own, each level below
    // the one above it.
    std::vector<organisation::Level> levels;
    // What every part hands in beside its work. A figure that the system holds is refused:
    // E-LOAD-001.
    std::vector<directive::AskedItem> asks{};
};

// All parts as one event. Errors: E-TASK-04x with row and column, E-TASK-033 for a post that cannot
// take it, E-TASK-07x for the order itself.
Result<OpenedTask> split_task(Desk& desk, const Caller& caller, const SplitTask& order);

struct OpenedTree {
    directive::TreeLevel level;
    calendar::Date as_of;
    directive::Light light = directive::Light::undated;  // of the task itself
    std::vector<LedgerRow> above;                        // from the order down, as far as seen
    std::vector<directive::Light> lights;                // of the parts, in their order
};
Result<OpenedTree> open_tree(Desk& desk, const authority::Actor& actor, const ident::TaskId& id,
                             const organisation::PageRequest& page);

}  // namespace anmin::operations
