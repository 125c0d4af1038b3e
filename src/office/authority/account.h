// Accounts, sessions and what is recorded of them. Start at AccountStore; the rules of signing in
// are in sign_in_policy.h.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "authority/authority.h"

namespace anmin::authority {

struct Account {
    ident::AccountId id;
    std::string login;
    Actor actor;
    std::string secret;                               // argon2id; never leaves store and vault
    std::optional<calendar::Instant> locked_until{};  // as recorded; may be past
    std::string lock_reason{};
    bool has_second_factor = false;
    // The password was given by another and serves once, up to then; nothing: chosen by its owner.
    std::optional<calendar::Instant> given_until{};

    bool is_locked(calendar::Instant now) const { return locked_until && now < *locked_until; }
};

// Until somebody unlocks it.
inline constexpr calendar::Instant for_ever{253'402'214'400'000};

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
    std::optional<std::string> cause{};  // password, second_factor, locked
};
struct SignedOut {
    ident::AccountId account;
};
struct AccountLocked {
    ident::AccountId account;
    std::string reason;
    std::int64_t until = 0;  // milliseconds
};
struct AccountUnlocked {
    ident::AccountId account;
    std::string reason;
};
struct RolesGiven {
    ident::AccountId account;
    std::set<Role> roles;
    std::string reason;
};
struct PasswordSet {
    ident::AccountId account;
};
// By another: it serves for signing in once and must be changed before anything else.
struct PasswordGiven {
    ident::AccountId account;
    std::string reason;
    std::int64_t until = 0;  // milliseconds
};
struct SessionsEnded {
    ident::AccountId account;
    std::string reason;
};
struct SecondFactorSet {
    ident::AccountId account;
};
struct SecondFactorRemoved {
    ident::AccountId account;
    std::string reason;
};
struct RecoveryCodeUsed {
    ident::AccountId account;
    std::int64_t left = 0;
};
struct AccessDenied {
    ident::AccountId account;
    std::string code;   // of the refusal
    std::string place;  // as the refusal words it: no record's content
};
struct GlassBroken {
    ident::AccountId account;
    ident::DivisionCode division;
    std::string reason;
    std::int64_t until = 0;  // milliseconds
};
struct SealedRevealed {
    ident::AccountId account;
    std::string subject;  // whose: an identifier
    std::string field;
    std::string reason;
};
using Event =
    std::variant<AccountOpened, SignedIn, SignInRefused, SignedOut, AccountLocked, AccountUnlocked,
                 RolesGiven, PasswordSet, SecondFactorSet, SecondFactorRemoved, RecoveryCodeUsed,
                 AccessDenied, GlassBroken, SealedRevealed, PasswordGiven, SessionsEnded>;

// How a session was opened.
enum class Entry {
    password,
    demonstration,  // a role taken on demonstration data
};

struct Session {
    std::string token_digest;  // SM3 of the token; the token itself is only in the cookie
    ident::AccountId account;
    calendar::Instant expires;     // whatever happens
    calendar::Instant idle_until;  // unless it is used before
    std::string id{};              // by which its owner names it
    calendar::Instant opened{};
    std::string address{};  // of the peer
    std::string client{};   // what the browser calls itself
    Entry entry = Entry::password;
};

struct FoundSession {
    Actor actor;
    calendar::Instant expires;
    calendar::Instant idle_until;
    std::string id{};
    Entry entry = Entry::password;
    bool has_second_factor = false;
    bool has_given_password = false;
};

// The secret that one-time codes are made from, sealed; recovery codes as digests.
struct SecondFactor {
    std::string sealed_secret;
    bool confirmed = false;      // a code of it was shown once
    std::int64_t last_step = 0;  // of the newest code taken: none is taken twice
    std::vector<std::string> recovery;
};

struct AuditFilter {
    std::string login;  // empty: all
    std::string kind;   // event kind without its room, as signed_in; empty: all
};

// A line of the audit log, newest first.
struct AuditEntry {
    std::int64_t seq = 0;
    calendar::Instant at;
    std::string kind;
    std::string login;   // of the account it is about
    std::string actor;   // who did it, and from which post
    std::string detail;  // 原因、代码
};

class AccountStore {
public:
    virtual ~AccountStore() = default;
    virtual Result<std::optional<Account>> find_login(const std::string& login) = 0;
    virtual Result<std::optional<Account>> find_account(const ident::AccountId& id) = 0;
    virtual Result<std::vector<Account>> accounts() = 0;  // secrets left out
    // Refused sign-ins since then, and since the last good one, lock or unlock.
    virtual Result<std::int64_t> failures_since(const std::string& login,
                                                calendar::Instant since) = 0;
    // An unexpired session that was used in time; nothing when there is none.
    virtual Result<std::optional<FoundSession>> find_session(const std::string& token_digest,
                                                             calendar::Instant now) = 0;
    // Of sessions opened by password the oldest beyond `most` end; 0: as many as wanted.
    virtual Result<void> open_session(const Session& session, std::int64_t most) = 0;
    // Living ones, newest first; without their digests.
    virtual Result<std::vector<Session>> sessions(const ident::AccountId& account,
                                                  calendar::Instant now) = 0;
    // One of the account's, or all but that one; gives how many ended.
    virtual Result<std::int64_t> end_session(const ident::AccountId& account,
                                             const std::string& id) = 0;
    virtual Result<std::int64_t> end_other_sessions(const ident::AccountId& account,
                                                    const std::string& id) = 0;
    virtual Result<void> prolong_session(const std::string& token_digest,
                                         calendar::Instant idle_until) = 0;
    virtual Result<void> close_session(const std::string& token_digest) = 0;
    // Every session of the account: after a lock, a change of roles or of the password.
    virtual Result<void> close_sessions(const ident::AccountId& account) = 0;
    // `given_until`: see Account.
    virtual Result<void> set_secret(const ident::AccountId& account, const std::string& secret,
                                    std::optional<calendar::Instant> given_until = {}) = 0;
    virtual Result<std::optional<SecondFactor>> find_second_factor(
        const ident::AccountId& account) = 0;
    virtual Result<void> put_second_factor(const ident::AccountId& account,
                                           const SecondFactor& factor) = 0;
    virtual Result<void> remove_second_factor(const ident::AccountId& account) = 0;
    // Marks the step as used; false when it or a later one was used before.
    virtual Result<bool> take_step(const ident::AccountId& account, std::int64_t step) = 0;
    // Uses the recovery code up; false when there is none such.
    virtual Result<bool> take_recovery(const ident::AccountId& account,
                                       const std::string& digest) = 0;
    virtual Result<organisation::Page<AuditEntry>> audit(const organisation::Scope& scope,
                                                         const AuditFilter& filter,
                                                         const organisation::PageRequest& page) = 0;
    virtual Result<bool> is_demo() = 0;
    virtual Result<void> mark_demo() = 0;
};

// Secrets and randomness, a port: implemented outside with libsodium and OpenSSL.
class Vault {
public:
    virtual ~Vault() = default;
    virtual Result<std::string> seal_password(const std::string& password) = 0;  // argon2id string
    virtual bool password_fits(const std::string& sealed, const std::string& password) = 0;
    virtual std::string new_token() = 0;                      // 256 random bits, URL-safe text
    virtual std::string digest(const std::string& text) = 0;  // SM3, hexadecimal

    // Fields that only whoever has the key file can read. `purpose` binds a sealed text to its
    // place: moved elsewhere it does not open. Errors: E-VAULT-010 to -012.
    virtual Result<std::string> seal_field(const std::string& text, const std::string& purpose) = 0;
    virtual Result<std::string> open_field(const std::string& sealed,
                                           const std::string& purpose) = 0;
    // Equal texts give equal values, which tell nothing without the key: for exact search.
    virtual Result<std::string> field_index(const std::string& text,
                                            const std::string& purpose) = 0;

    // RFC 6238: a new secret in base 32, and its six digits for a step of thirty seconds.
    virtual std::string new_code_secret() = 0;
    virtual std::string code_at(const std::string& secret, std::int64_t step) = 0;
};

}  // namespace anmin::authority
