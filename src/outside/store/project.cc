#include "store/project.h"

#include <array>

#include "store/division_rows.h"
#include "store/task_words.h"

namespace anmin::store {
namespace {

// In an order in which rows go before the rows they refer to.
constexpr auto folded_tables = std::to_array<std::string_view>({"account",
                                                                "appointment",
                                                                "post",
                                                                "unit",
                                                                "task_count",
                                                                "task_place",
                                                                "task_node",
                                                                "task",
                                                                "candidate",
                                                                "document",
                                                                "mission_member",
                                                                "mission_group",
                                                                "activity",
                                                                "remark",
                                                                "problem",
                                                                "problem_list",
                                                                "mission",
                                                                "audit",
                                                                "account_guard",
                                                                "glass",
                                                                "person",
                                                                "unit_relation",
                                                                "citation",
                                                                "attendance",
                                                                "meeting_branch",
                                                                "meeting_agenda",
                                                                "meeting",
                                                                "instruction",
                                                                "ask",
                                                                "ask_period",
                                                                "task_mark",
                                                                "register_row",
                                                                "conveyance_task",
                                                                "conveyance_meeting",
                                                                "conveyance"});

// Lists of theirs are slow while the planner takes the tables for empty.
constexpr auto large_tables =
    std::to_array<std::string_view>({"task", "task_place", "task_node", "task_word"});

Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const document::Event& event) {
    return project_document(connection, recorded, event);
}
Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const directive::Event& event) {
    return project_directive(connection, recorded, event);
}
Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const organisation::Event& event) {
    return project_organisation(connection, recorded, event);
}
Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const authority::Event& event) {
    return project_account(connection, recorded, event);
}

Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const problem::Event& event) {
    return project_problem(connection, recorded, event);
}

Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const source::Event& event) {
    return project_source(connection, recorded, event);
}

Result<void> project_room(Connection& connection, const Recorded& recorded,
                          const registers::Event& event) {
    return project_registers(connection, recorded, event);
}

// The division table is reference data that the log only names: it must be the one imported last.
Result<void> check_divisions(const std::string& found, const std::string& expected) {
    if (expected == found) return {};
    return failure(Refusal::bad_divisions, "division", "重建时发现区划表与最近一次导入不符");
}

}  // namespace

Result<void> project(Connection& connection, const Recorded& recorded,
                     const journal::Event& event) {
    return std::visit([&](const auto& room) { return project_room(connection, recorded, room); },
                      event);
}

Result<void> rebuild(Connection& connection) {
    TRY(connection.empty(folded_tables));
    TRY(undo_division_changes(connection));
    const std::string found = TRY(division_digest(connection));
    std::string divisions = hexadecimal(view(Sm3().finish()));  // of no rows
    TRY(read_log(connection, 0,
                 [&](const Recorded& recorded, const journal::Event& event) -> Result<void> {
                     if (const auto* room = std::get_if<organisation::Event>(&event)) {
                         const auto* imported = std::get_if<organisation::DivisionsImported>(room);
                         if (imported != nullptr) divisions = imported->digest;
                     }
                     return project(connection, recorded, event);
                 }));
    TRY(index_all_words(connection));
    for (const auto table : large_tables) TRY(connection.count_values(table));
    return check_divisions(found, divisions);
}

}  // namespace anmin::store
