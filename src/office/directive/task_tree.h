// A tree of tasks as it is read: by levels, with figures and gaps, never whole.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "directive/task.h"

namespace anmin::directive {

// Over a task and everything below it. Only leaves are counted: what has parts is the sum of them.
// Self-reported, verified, struck off and held are four figures, each a part of the one before;
// they are never added. Amounts are thousandths in the unit of the order's target.
struct Figures {
    std::int64_t leaves = 0;  // ended and merged ones left out
    std::int64_t unowned = 0;
    std::int64_t overdue = 0;
    std::int64_t reported = 0;
    std::int64_t verified = 0;
    std::int64_t struck_off = 0;
    std::int64_t held = 0;
    std::int64_t ended = 0;
    std::int64_t done_reported = 0;
    std::int64_t done_verified = 0;
    std::int64_t done_struck_off = 0;
    std::int64_t done_held = 0;
    std::int64_t merged = 0;

    bool operator==(const Figures&) const = default;
};

// What is missing in a task's own decomposition.
enum class Gap {
    no_owner,     // 无承办岗位
    no_due,       // 无时限
    no_standard,  // 无验收标准
    unmeasured,   // a part has no figure although the task has a target
    sum_differs,  // the parts' figures do not sum up to it, and no reason is declared
};
std::vector<Gap> gaps_of(const Task& task, const Below& below);

struct TreeRow {
    Task task;  // without steps
    Below below;
    Figures figures;
};

struct TreeLevel {
    TreeRow node;
    organisation::Page<TreeRow> parts;
};

class TreeStore {
public:
    virtual ~TreeStore() = default;
    virtual Result<Below> below(const Task& task) = 0;
    virtual Result<std::vector<Task>> above(const Task& task) = 0;  // from the order down
    virtual Result<Figures> figures(const Task& task, calendar::Date as_of) = 0;
    // In the order in which they were made.
    virtual Result<organisation::Page<TreeRow>> parts(const Task& task, calendar::Date as_of,
                                                      const organisation::PageRequest& page) = 0;
};

}  // namespace anmin::directive
