// authority events -> account, account_guard, glass; every one of them -> audit.
#include "store/codec.h"
#include "store/project.h"

namespace anmin::store {
namespace {

Result<void> open_account(Connection& connection, const authority::AccountOpened& event) {
    const std::string roles = words_of_roles(event.roles);
    TRY(connection.run(
        "INSERT INTO account (id, login, name, post, roles) VALUES ($1, $2, $3, $4, $5)",
        {event.account.value, event.login, event.name, event.post.value, roles}));
    return {};
}

Result<void> lock(Connection& connection, const ident::AccountId& account, std::int64_t until,
                  std::string_view reason) {
    TRY(connection.run(
        "INSERT INTO account_guard (account, locked_until, reason) VALUES ($1, $2, $3) "
        "ON CONFLICT (account) DO UPDATE SET locked_until = excluded.locked_until, "
        "reason = excluded.reason",
        {account.value, until, reason}));
    return {};
}

// Whom the line of the audit log is about, and in whose area they are.
struct About {
    std::string account;
    std::string login;
    std::string division = "0";
};
Result<About> about(Connection& connection, const std::string& column, const std::string& value) {
    About found;
    if (column == "login") found.login = value;
    TRY(
        connection.run("SELECT a.id, a.login, u.division FROM account a JOIN post p ON "
                       "p.id = a.post JOIN unit u ON u.id = p.unit WHERE a." +
                           column + " = $1",
                       {value}, [&found](const Row& row) -> Result<void> {
                           found = {row.string(0), row.string(1), row.string(2)};
                           return {};
                       }));
    return found;
}

template <class AccountEvent>
Result<About> about(Connection& connection, const AccountEvent& event) {
    return about(connection, "id", event.account.value);
}
Result<About> about(Connection& connection, const authority::SignInRefused& event) {
    return about(connection, "login", event.login);
}

Result<void> fold(Connection& connection, const Recorded&, const About&,
                  const authority::AccountLocked& event) {
    return lock(connection, event.account, event.until, event.reason);
}
Result<void> fold(Connection& connection, const Recorded&, const About&,
                  const authority::AccountUnlocked& event) {
    return lock(connection, event.account, 0, "");
}
Result<void> fold(Connection& connection, const Recorded&, const About&,
                  const authority::RolesGiven& event) {
    const std::string roles = words_of_roles(event.roles);
    TRY(connection.run("UPDATE account SET roles = $2 WHERE id = $1",
                       {event.account.value, roles}));
    return {};
}
Result<void> fold(Connection& connection, const Recorded& recorded, const About&,
                  const authority::GlassBroken& event) {
    TRY(connection.run("INSERT INTO glass (account, seq, division, until) VALUES ($1, $2, $3, $4)",
                       {event.account.value, recorded.seq, event.division.digits(), event.until}));
    return {};
}
Result<void> fold(Connection& connection, const Recorded&, const About&,
                  const authority::AccountOpened& event) {
    return open_account(connection, event);
}
// These stand in the audit log only.
template <class AccountEvent>
Result<void> fold(Connection&, const Recorded&, const About&, const AccountEvent&) {
    return {};
}

std::string detail(const authority::SignInRefused& event) { return event.cause.value_or(""); }
std::string detail(const authority::AccountLocked& event) { return event.reason; }
std::string detail(const authority::AccountUnlocked& event) { return event.reason; }
std::string detail(const authority::RolesGiven& event) {
    return words_of_roles(event.roles) + "；" + event.reason;
}
std::string detail(const authority::PasswordGiven& event) { return event.reason; }
std::string detail(const authority::SessionsEnded& event) { return event.reason; }
std::string detail(const authority::SecondFactorRemoved& event) { return event.reason; }
std::string detail(const authority::AccessDenied& event) { return event.code + "；" + event.place; }
std::string detail(const authority::GlassBroken& event) {
    return "区划 " + event.division.digits() + "；" + event.reason;
}
std::string detail(const authority::SealedRevealed& event) {
    return event.subject + " " + event.field + "；" + event.reason;
}
std::string detail(const authority::AccountOpened& event) { return words_of_roles(event.roles); }
template <class AccountEvent>
std::string detail(const AccountEvent&) {
    return {};
}

}  // namespace

Result<void> project_account(Connection& connection, const Recorded& recorded,
                             const authority::Event& event) {
    return std::visit(
        [&](const auto& one) -> Result<void> {
            const About before = TRY(about(connection, one));
            TRY(fold(connection, recorded, before, one));
            const About whom = before.account.empty() ? TRY(about(connection, one)) : before;
            const std::string actor =
                recorded.actor_name +
                (recorded.post_title.empty() ? "" : "（" + recorded.post_title + "）");
            const std::string_view kind = kind_name(event);
            TRY(
                connection.run("INSERT INTO audit (seq, at, kind, login, actor, division, detail) "
                               "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                               {recorded.seq, recorded.at, kind.substr(kind.find('.') + 1),
                                whom.login, actor, whom.division, detail(one)}));
            return {};
        },
        event);
}

}  // namespace anmin::store
