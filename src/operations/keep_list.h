// Lists of problems: opened, frozen and thawed, closed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "operations/open_problem.h"

namespace anmin::operations {

struct OpenList {
    std::string name;
    std::string scheme;
    std::string source;
    std::optional<std::int64_t> declared;
};
Result<OpenedList> open_list(Desk& desk, const Caller& caller, const OpenList& order);

// Each names the version the caller saw; E-PROB-055 when the list has changed since.
struct ListOrder {
    problem::ListId list;
    std::int64_t seen_version = 0;
    std::string text;  // reason or note
};
struct FreezeList : ListOrder {
    calendar::Date from;
};
Result<OpenedList> freeze_list(Desk& desk, const Caller& caller, const FreezeList& order);
Result<OpenedList> thaw_list(Desk& desk, const Caller& caller, const ListOrder& order);
Result<OpenedList> close_list(Desk& desk, const Caller& caller, const ListOrder& order);

}  // namespace anmin::operations
