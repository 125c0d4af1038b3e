// Who may do what, for which division: one gate. Every operation's first line asks may(...), every
// query takes its Scope from scope_of(...). Unknown is refused; an unknown scope shows nothing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
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
    administrator,  // 系统管理: accounts, divisions, backup
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
    export_ledger,
    see_organisation,
    administer,
    verify_log,
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
// the same person).
Result<void> may(const Actor& actor, Action action, const Subject& subject);

// The divisions whose records `actor` may see by `action`; Reach::nothing when no role allows it.
organisation::Scope scope_of(const Actor& actor, Action action);

// Does some role of the actor allow the action anywhere? For menus only, never for a decision.
bool ever_may(const Actor& actor, Action action);

// --- accounts and sessions
// ---------------------------------------------------------------------------

struct Account {
    ident::AccountId id;
    std::string login;
    Actor actor;
    std::string secret;  // argon2id string; never leaves the store and the vault
};

struct AccountOpened {
    ident::AccountId account;
    std::string login;
    std::string name;
    ident::PostId post;
    std::set<Role> roles;
};
struct SignedIn {
    ident::AccountId account;
};
struct SignInRefused {
    std::string login;
};
struct SignedOut {
    ident::AccountId account;
};
using Event = std::variant<AccountOpened, SignedIn, SignInRefused, SignedOut>;

struct Session {
    std::string token_digest;  // SM3 of the token; the token itself is only in the cookie
    ident::AccountId account;
    calendar::Instant expires;
};

class AccountStore {
public:
    virtual ~AccountStore() = default;
    virtual Result<std::optional<Account>> find_login(const std::string& login) = 0;
    virtual Result<std::vector<Account>> accounts() = 0;  // secrets left out
    // The actor of an unexpired session; nothing when there is none.
    virtual Result<std::optional<Actor>> find_session(const std::string& token_digest,
                                                      calendar::Instant now) = 0;
    virtual Result<void> open_session(const Session& session) = 0;
    virtual Result<void> close_session(const std::string& token_digest) = 0;
    virtual Result<void> set_secret(const ident::AccountId& account, const std::string& secret) = 0;
    virtual Result<bool> is_demo() = 0;
    virtual Result<void> mark_demo() = 0;
};

// Secrets and randomness, a port: implemented outside with libsodium.
class Vault {
public:
    virtual ~Vault() = default;
    virtual Result<std::string> seal_password(const std::string& password) = 0;  // argon2id string
    virtual bool password_fits(const std::string& sealed, const std::string& password) = 0;
    virtual std::string new_token() = 0;                      // 256 random bits, URL-safe text
    virtual std::string digest(const std::string& text) = 0;  // SM3, hexadecimal
};

}  // namespace anmin::authority
