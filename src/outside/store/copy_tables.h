// All rows of all tables from one database into another that has the same schema.
#pragma once

#include <array>
#include <string_view>

#include "store/database.h"

namespace anmin::store {

// Every table but schema_version and those of the index of words, which is filled anew; a
// referenced table stands before those that refer to it.
inline constexpr auto all_tables = std::to_array<std::string_view>({
    // the log and what is kept beside it
    "meta",
    "event",
    "log_head",
    "stream",
    "command",
    "kept_bytes",
    "secret",
    "session",
    // divisions
    "division",
    // folded: offices, documents, tasks
    "document",
    "task",
    "unit",
    "post",
    "appointment",
    "account",
    "candidate",
    "task_place",
    "task_node",
    "task_count",
    // problems
    "mission",
    "mission_group",
    "mission_member",
    "activity",
    "remark",
    "problem_list",
    "problem",
    // divisions with their changes
    "division_tally",
    "division_former",
    "division_change",
    "division_touch",
    "division_link",
    "division_once",
    "division_once_former",
    // accounts and people
    "second_factor",
    "recovery_code",
    "account_guard",
    "glass",
    "audit",
    "unit_relation",
    "person",
    // registers
    "register_row",
    // sources, asks, reminders
    "meeting",
    "meeting_branch",
    "meeting_agenda",
    "attendance",
    "instruction",
    "citation",
    "conveyance",
    "conveyance_meeting",
    "conveyance_task",
    "ask",
    "ask_period",
    "ask_pause",
    "task_mark",
});

// The caller holds a read transaction of `from` and a write transaction of `to`, whose tables are
// emptied.
Result<void> copy_tables(Connection& from, Connection& to);

// Is there nothing yet but the empty schema?
Result<bool> is_empty(Connection& connection);

}  // namespace anmin::store
