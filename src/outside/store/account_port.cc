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

const std::string account_columns =
    actor_columns +
    ", coalesce(g.locked_until, 0), coalesce(g.reason, ''), coalesce(f.confirmed, 0)";
const std::string account_tables =
    actor_tables +
    " LEFT JOIN account_guard g ON g.account = a.id LEFT JOIN second_factor f ON f.account = a.id";

Result<Account> account_of(const Row& row) {
    Account account;
    account.actor = TRY(actor_of(row));
    account.id = account.actor.account;
    account.login = account.actor.login;
    if (row.integer(9) > 0) account.locked_until = calendar::Instant{row.integer(9)};
    account.lock_reason = row.string(10);
    account.has_second_factor = row.integer(11) == 1;
    return account;
}

// Sessions that ran out are swept when a new one opens, so that the table does not grow for ever.
Result<void> put_session(Connection& connection, const authority::Session& session,
                         calendar::Instant now) {
    TRY(connection.run("DELETE FROM session WHERE expires <= $1 OR idle_until <= $1",
                       {now.milliseconds}));
    TRY(connection.run(
        "INSERT INTO session (token_digest, account, expires, idle_until) VALUES ($1, $2, $3, $4)",
        {session.token_digest, session.account.value, session.expires.milliseconds,
         session.idle_until.milliseconds}));
    return {};
}

}  // namespace

Result<std::int64_t> AccountPort::change(std::string_view sql,
                                         std::initializer_list<Parameter> parameters) {
    std::int64_t changed = 0;
    TRY(connections_.write([&](Transaction& transaction) -> Result<void> {
        changed = TRY(transaction.connection.run(sql, parameters));
        return {};
    }));
    return changed;
}

Result<std::optional<Account>> AccountPort::find_by(const std::string& column,
                                                    const std::string& value) {
    std::optional<Account> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + account_columns + ", s.secret" + account_tables +
                        " LEFT JOIN secret s ON s.account = a.id WHERE a." + column + " = $1",
                    {value}, [&](const Row& row) -> Result<void> {
                        found = TRY(account_of(row));
                        found->secret = row.string(12);
                        return {};
                    }));
    return found;
}

Result<std::optional<Account>> AccountPort::find_login(const std::string& login) {
    return find_by("login", login);
}

Result<std::optional<Account>> AccountPort::find_account(const ident::AccountId& id) {
    return find_by("id", id.value);
}

Result<std::vector<Account>> AccountPort::accounts() {
    std::vector<Account> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + account_columns + account_tables + " ORDER BY a.login", {},
                    [&](const Row& row) -> Result<void> {
                        found.push_back(TRY(account_of(row)));
                        return {};
                    }));
    return found;
}

Result<std::int64_t> AccountPort::failures_since(const std::string& login,
                                                 calendar::Instant since) {
    std::int64_t count = 0;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT count(*) FROM audit WHERE login = $1 AND kind = 'sign_in_refused' AND at >= $2 AND "
        "seq > coalesce((SELECT max(seq) FROM audit WHERE login = $1 AND kind IN ('signed_in', "
        "'account_locked', 'account_unlocked')), 0)",
        {login, since.milliseconds}, [&count](const Row& row) -> Result<void> {
            count = row.integer(0);
            return {};
        }));
    return count;
}

Result<std::optional<authority::FoundSession>> AccountPort::find_session(
    const std::string& token_digest, calendar::Instant now) {
    std::optional<authority::FoundSession> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT " + actor_columns + ", s.expires, s.idle_until, g.division, g.until" +
                        actor_tables +
                        " JOIN session s ON s.account = a.id LEFT JOIN glass g ON "
                        "g.account = a.id AND g.until > $2 "
                        "WHERE s.token_digest = $1 AND s.expires > $2 AND s.idle_until > $2 "
                        "ORDER BY g.seq",
                    {token_digest, now.milliseconds}, [&](const Row& row) -> Result<void> {
                        found = authority::FoundSession{
                            TRY(actor_of(row)), {row.integer(9)}, {row.integer(10)}};
                        const auto wider = ident::DivisionCode::parse(row.text(11));
                        if (!row.is_null(11) && wider) {
                            found->actor.glass = authority::Glass{*wider, {row.integer(12)}};
                        }
                        return {};
                    }));
    return found;
}

Result<void> AccountPort::open_session(const authority::Session& session) {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        return put_session(transaction.connection, session, transaction.now);
    });
}

Result<void> AccountPort::prolong_session(const std::string& token_digest,
                                          calendar::Instant idle_until) {
    TRY(change("UPDATE session SET idle_until = $2 WHERE token_digest = $1",
               {token_digest, idle_until.milliseconds}));
    return {};
}

Result<void> AccountPort::close_session(const std::string& token_digest) {
    TRY(change("DELETE FROM session WHERE token_digest = $1", {token_digest}));
    return {};
}

Result<void> AccountPort::close_sessions(const ident::AccountId& account) {
    TRY(change("DELETE FROM session WHERE account = $1", {account.value}));
    return {};
}

Result<void> AccountPort::set_secret(const ident::AccountId& account, const std::string& secret) {
    TRY(
        change("INSERT INTO secret (account, secret) VALUES ($1, $2) "
               "ON CONFLICT (account) DO UPDATE SET secret = excluded.secret",
               {account.value, secret}));
    return {};
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
