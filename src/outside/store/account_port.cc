#include <utility>

#include "store/codec.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using authority::Account;
using authority::Actor;

const std::string actor_columns =
    "a.id, a.name, a.post, p.title, u.id, u.name, u.division, a.roles, a.login";
const std::string actor_tables =
    " FROM account a JOIN post p ON p.id = a.post JOIN unit u ON u.id = p.unit";

Result<Actor> actor_of(const Row& row) {
    Actor actor;
    actor.account.value = row.string(0);
    actor.name = row.string(1);
    actor.post.value = row.string(2);
    actor.post_title = row.string(3);
    actor.unit.value = row.string(4);
    actor.unit_name = row.string(5);
    actor.division = ident::DivisionCode::parse(row.text(6)).value_or(ident::DivisionCode());
    actor.roles = TRY(roles_from(row.text(7), "账号 " + actor.account.value));
    actor.login = row.string(8);
    return actor;
}

Result<Account> account_of(const Row& row) {
    Account account;
    account.actor = TRY(actor_of(row));
    account.id = account.actor.account;
    account.login = account.actor.login;
    return account;
}

// Sessions that ran out are swept when a new one opens, so that the table does not grow for ever.
Result<void> put_session(Connection& connection, const authority::Session& session,
                         calendar::Instant now) {
    TRY(connection.run("DELETE FROM session WHERE expires <= $1", {now.milliseconds}));
    TRY(connection.run(
        "INSERT INTO session (token_digest, account, expires) VALUES ($1, $2, $3)",
        {session.token_digest, session.account.value, session.expires.milliseconds}));
    return {};
}

}  // namespace

Result<std::optional<Account>> AccountPort::find_login(const std::string& login) {
    std::optional<Account> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + actor_columns + ", s.secret" + actor_tables +
                        " LEFT JOIN secret s ON s.account = a.id WHERE a.login = $1",
                    {login}, [&](const Row& row) -> Result<void> {
                        found = TRY(account_of(row));
                        found->secret = row.string(9);
                        return {};
                    }));
    return found;
}

Result<std::vector<Account>> AccountPort::accounts() {
    std::vector<Account> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + actor_columns + actor_tables + " ORDER BY a.login", {},
                    [&](const Row& row) -> Result<void> {
                        found.push_back(TRY(account_of(row)));
                        return {};
                    }));
    return found;
}

Result<std::optional<Actor>> AccountPort::find_session(const std::string& token_digest,
                                                       calendar::Instant now) {
    std::optional<Actor> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT " + actor_columns + actor_tables +
            " JOIN session s ON s.account = a.id WHERE s.token_digest = $1 AND s.expires > $2",
        {token_digest, now.milliseconds}, [&](const Row& row) -> Result<void> {
            found = TRY(actor_of(row));
            return {};
        }));
    return found;
}

Result<void> AccountPort::open_session(const authority::Session& session) {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        return put_session(transaction.connection, session, transaction.now);
    });
}

Result<void> AccountPort::close_session(const std::string& token_digest) {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        TRY(transaction.connection.run("DELETE FROM session WHERE token_digest = $1",
                                       {token_digest}));
        return {};
    });
}

Result<void> AccountPort::set_secret(const ident::AccountId& account, const std::string& secret) {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        TRY(transaction.connection.run(
            "INSERT INTO secret (account, secret) VALUES ($1, $2) "
            "ON CONFLICT (account) DO UPDATE SET secret = excluded.secret",
            {account.value, secret}));
        return {};
    });
}

Result<bool> AccountPort::is_demo() {
    const auto reader = TRY(connections_.readers->borrow());
    const auto rows =
        TRY(reader->run("SELECT value FROM meta WHERE name = 'demo' AND value = 'yes'"));
    return rows == 1;
}

Result<void> AccountPort::mark_demo() {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        TRY(
            transaction.connection.run("INSERT INTO meta (name, value) VALUES ('demo', 'yes') "
                                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
        return {};
    });
}

}  // namespace anmin::store
