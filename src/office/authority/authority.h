// Who may do what, for which division: one gate. Every operation's first line asks may(...), every
// query takes its Scope from scope_of(...). Unknown is refused; an unknown scope shows nothing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::authority {

// What a post is trusted with. A post may carry several.
enum class Role {
    leader,         // 领导: sees all of the division, decides nothing by machine
    directive,      // 综合处室: receives documents, confirms, hands out and strikes off tasks
    executor,       // 经办: signs for, reports
    supervisor,     // 督查: verifies what others reported
    policy,         // 政策: packages
    administrator,  // 系统管理: divisions, units and posts, backup; one of three kept apart
    security,       // 安全管理: accounts, roles, locks
    audit,          // 审计管理: reads who did what, and verifies the log
    citizen,        // 公众
};

enum class Action {
    see_documents,
    receive_document,
    confirm_tasks,
    see_tasks,
    assign_task,
    report_task,
    verify_task,
    strike_off_task,
    split_task,
    urge_task,
    record_field_work,
    manage_problems,
    export_ledger,
    see_organisation,
    administer,
    verify_log,
    change_divisions,
    manage_staff,     // units, posts, appointments
    manage_accounts,  // opens, locks and unlocks accounts, gives roles
    read_audit,
    reveal_sealed,  // sees a person's numbers in full; each look is recorded
    break_glass,    // widens one's own view for a while, with a reason
};

// A view widened in an emergency: everything the actor may see, in a wider division, until then.
struct Glass {
    ident::DivisionCode division;
    calendar::Instant until;

    bool operator==(const Glass&) const = default;
};

// What somebody has to do about their own account before anything else.
enum class Owed {
    password,       // change the one that another gave
    second_factor,  // turn on the one that their roles ask for
};

// The person at the keyboard, as the session knows them.
struct Actor {
    ident::AccountId account;
    std::string name;  // shown in logs and time lines
    ident::PostId post;
    std::string post_title;
    ident::UnitId unit;
    std::string unit_name;
    ident::DivisionCode division;
    std::set<Role> roles;
    std::string login;
    std::optional<Glass> glass{};  // only one that has not run out
    std::optional<Owed> owes{};
    // Ended divisions all of whose ground went on inside `division`: what is recorded under their
    // codes may be seen, and only seen (docs/decisions/0019-who-goes-on.md).
    std::vector<ident::DivisionCode> former{};
};

// What the action is about. `holder` is the post a task is handed to; `doer` the account that
// reported it.
struct Subject {
    ident::DivisionCode division;
    std::optional<ident::PostId> holder;
    std::optional<ident::AccountId> doer;
};

// Nothing when allowed, else an Error of Fault::denied that says why and who could.
// Rules: the role table of this room; the subject's division inside the actor's; report_task only
// by the holder's post; verify_task never by the doer (closed-loop A.2: doer and verifier are not
// the same person). The three administrators are apart: whoever holds two of their roles, or one
// beside a role of the office's business, may do nothing (E-AUTH-005). Nor may whoever owes
// something (E-AUTH-006, -007).
Result<void> may(const Actor& actor, Action action, const Subject& subject);

// The divisions whose records `actor` may see by `action`; Reach::nothing when no role allows it.
organisation::Scope scope_of(const Actor& actor, Action action);

// What the gate asks first: nothing is owed.
Result<void> check_nothing_owed(const Actor& actor);

// Do these roles fit into one hand? Asked when they are given and again at every step.
Result<void> check_separation(const std::set<Role>& roles, const std::string& place);

// Does some role of the actor allow the action anywhere? For menus only, never for a decision.
bool ever_may(const Actor& actor, Action action);

}  // namespace anmin::authority
