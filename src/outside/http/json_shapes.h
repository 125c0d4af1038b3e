// The shapes of contract/openapi.yaml: one write() for each thing that crosses the boundary.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "http/json_writer.h"
#include "operations/compare_divisions.h"
#include "operations/correct_divisions.h"
#include "operations/import_book.h"
#include "operations/manage_staff.h"
#include "operations/open_document.h"
#include "operations/open_task.h"
#include "operations/own_sessions.h"
#include "operations/split_task.h"

namespace anmin::http {

// json_organisation.cc
void write(JsonWriter& out, const organisation::Division& division);
struct DivisionPath {
    const std::vector<organisation::Division>& path;  // not empty; the last is the division itself
    std::vector<organisation::LevelCount> counts{};
};
void write(JsonWriter& out, const DivisionPath& path);
// A post of the list, with its division's name.
struct NamedPost {
    organisation::Post post;
    std::string division_name;
};
void write(JsonWriter& out, const NamedPost& post);

// json_administration.cc
std::string_view name_of(organisation::ChangeKind kind);
inline constexpr std::array<std::string_view, 6> change_kinds{"establish", "rename", "merge",
                                                              "split",     "move",   "abolish"};
inline constexpr std::array<std::string_view, 6> unit_kinds{"bureau",    "section", "township",
                                                            "committee", "station", "institution"};
inline constexpr std::array<std::string_view, 2> relation_kinds{"leads", "cooperates"};
void write(JsonWriter& out, const organisation::Withdrawal& withdrawal);
void write(JsonWriter& out, const organisation::RecordedChange& change);
void write(JsonWriter& out, const organisation::DivisionsChanged& change);
void write(JsonWriter& out, const operations::OpenedChange& change);
void write(JsonWriter& out, const operations::DivisionComparison& comparison);
void write(JsonWriter& out, const organisation::Unit& unit);
void write(JsonWriter& out, const organisation::Post& post);
void write(JsonWriter& out, const operations::StaffedUnit& unit);
void write(JsonWriter& out, const organisation::Person& person);
void write(JsonWriter& out, const authority::AuditEntry& entry);
// An account as its administrators see it; `now` decides whether a lock still holds.
struct AccountView {
    const authority::Account& account;
    calendar::Instant now;
};
void write(JsonWriter& out, const AccountView& view);

// json_session.cc
struct SessionView {
    const authority::Actor& actor;
    std::string division_name;
    bool demo = false;
};
void write(JsonWriter& out, const SessionView& session);
void write(JsonWriter& out, const operations::OwnSession& own);
struct DemoRoleView {
    authority::Actor actor;
    std::string division_name;
    std::string story_zh;
    std::string story_en;
};
void write(JsonWriter& out, const DemoRoleView& role);
void write(JsonWriter& out, authority::Role role);

// json_documents.cc
void write(JsonWriter& out, document::Span span);
void write(JsonWriter& out, const document::Summary& summary);
void write(JsonWriter& out, const document::Part& part);
void write(JsonWriter& out, const operations::OpenedDocument& document);
void write(JsonWriter& out, const operations::CandidatePage& page);
// What a command did to a document whose texts the caller has.
struct DocumentChange {
    const operations::OpenedDocument& document;  // as it stands after the command
    std::set<std::int32_t> numbers;              // of the proposals that the command touched
};
void write(JsonWriter& out, const DocumentChange& change);

// json_candidates.cc
void write(JsonWriter& out, const directive::DecidedCandidate& candidate);
void write(JsonWriter& out, directive::TaskKind kind);

// json_tasks.cc
void write(JsonWriter& out, const operations::LedgerRow& row);
void write(JsonWriter& out, const operations::OpenedTask& task);
void write(JsonWriter& out, const operations::LedgerPage& page);
void write(JsonWriter& out, const operations::Workbench& bench);
void write(JsonWriter& out, const directive::Evidence& evidence);
void write(JsonWriter& out, const directive::Tally& tally);

// json_book.cc
void write(JsonWriter& out, const operations::BookOutcome& outcome);

// json_tasks.cc
void write(JsonWriter& out, const directive::Owner& owner);
void write(JsonWriter& out, const directive::Step& step);
std::string_view name_of(directive::Light light);
constexpr std::array<std::pair<directive::SuspensionGround, std::string_view>, 5>
    suspension_grounds{{{directive::SuspensionGround::disaster, "disaster"},
                        {directive::SuspensionGround::policy, "policy"},
                        {directive::SuspensionGround::others, "others"},
                        {directive::SuspensionGround::procedure, "procedure"},
                        {directive::SuspensionGround::objective, "objective"}}};
std::string_view name_of(directive::SuspensionGround ground);
void write(JsonWriter& out, const directive::Suspension& suspension);
void write(JsonWriter& out, const directive::Quantity& quantity);
// "struck_off", the contract's word for a state; and back.
std::string_view name_of(directive::TaskState state);
std::optional<directive::TaskState> task_state_named(std::string_view name);

// json_tree.cc
void write(JsonWriter& out, const operations::OpenedTree& tree);

template <class T>
void write(JsonWriter& out, const organisation::Page<T>& page) {
    out.begin_object();
    out.field("items", page.items);
    out.field("next", page.next);
    out.end_object();
}

template <class T>
std::string json_of(const T& value) {
    JsonWriter out;
    write(out, value);
    return std::move(out).text();
}

}  // namespace anmin::http
