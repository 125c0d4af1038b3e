// The table of rights: which roles may do what, and on which records. The only place that says so.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "authority/authority.h"

namespace anmin::authority {

inline constexpr std::array all_roles{Role::leader,     Role::directive, Role::executor,
                                      Role::supervisor, Role::policy,    Role::administrator,
                                      Role::citizen};

inline constexpr std::array all_actions{
    Action::see_documents, Action::receive_document, Action::confirm_tasks,
    Action::see_tasks,     Action::assign_task,      Action::report_task,
    Action::verify_task,   Action::strike_off_task,  Action::split_task,
    Action::urge_task,     Action::export_ledger,    Action::see_organisation,
    Action::administer,    Action::verify_log};

// Which records an action reaches, seen from the actor's post.
enum class Bound {
    inside,           // the actor's division and all inside it
    inside_or_above,  // and its ancestors: orders come from above
    inside_or_held,   // inside, or handed to the actor's own post by whomever
    held,             // only what is handed to the actor's own post
};

struct Grant {
    Action action;
    std::string_view name;  // strike_off_task, as the contract has it
    std::string_view word;  // 销号, as officers call it
    Bound bound;
    std::span<const Role> roles;  // in the order in which a refusal names who could
};

// INVARIANT: every action has exactly one grant.
const Grant& grant_of(Action action);

bool has_role(const Actor& actor, const Grant& grant);

// The identifier's own word ("directive"), for storage, contract and data files, and back.
std::string_view name_of(Role role);
std::string_view name_of(Action action);
std::optional<Role> role_named(std::string_view name);

// What officers call it (综合处室).
std::string_view word(Role role);

}  // namespace anmin::authority
