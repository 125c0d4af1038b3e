#include <algorithm>
#include <utility>

#include "store/codec.h"
#include "store/kept_values.h"
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
    actor.division = code_of(row.text(6));
    actor.roles = TRY(roles_from(row.text(7), "账号 " + actor.account.value));
    actor.login = row.string(8);
    return actor;
}

const std::string account_columns =
    actor_columns +
    ", coalesce(g.locked_until, 0), coalesce(g.reason, ''), coalesce(f.confirmed, 0), "
    "coalesce(s.given_until, 0)";
const std::string account_tables =
    actor_tables +
    " LEFT JOIN account_guard g ON g.account = a.id LEFT JOIN second_factor f ON f.account = a.id "
    "LEFT JOIN secret s ON s.account = a.id";

Result<Account> account_of(const Row& row) {
    Account account;
    account.actor = TRY(actor_of(row));
    account.id = account.actor.account;
    account.login = account.actor.login;
    if (row.integer(9) > 0) account.locked_until = calendar::Instant{row.integer(9)};
    account.lock_reason = row.string(10);
    account.has_second_factor = row.integer(11) == 1;
    if (row.integer(12) > 0) account.given_until = calendar::Instant{row.integer(12)};
    return account;
}

constexpr std::string_view by_password = "password";
constexpr std::string_view by_demonstration = "demonstration";

std::string_view word_of(authority::Entry entry) {
    switch (entry) {
        case authority::Entry::password: return by_password;
        case authority::Entry::demonstration: return by_demonstration;
    }
    CHECK(false, "every entry has its word");
}
authority::Entry entry_of(std::string_view word) {
    return word == by_demonstration ? authority::Entry::demonstration : authority::Entry::password;
}

// Sessions that ran out are swept when a new one opens, so that the table does not grow for ever.
Result<void> put_session(Connection& connection, const authority::Session& session,
                         calendar::Instant now, std::int64_t most) {
    TRY(connection.run("DELETE FROM session WHERE expires <= $1 OR idle_until <= $1",
                       {now.milliseconds}));
    TRY(connection.run(
        "INSERT INTO session (token_digest, account, expires, idle_until, id, opened, address, "
        "client, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {session.token_digest, session.account.value, session.expires.milliseconds,
         session.idle_until.milliseconds, session.id, session.opened.milliseconds, session.address,
         session.client, word_of(session.entry)}));
    if (most == 0) return {};
    TRY(connection.run(
        "DELETE FROM session WHERE account = $1 AND entry = $2 AND token_digest NOT IN (SELECT "
        "token_digest FROM session WHERE account = $1 AND entry = $2 ORDER BY opened DESC, id DESC "
        "LIMIT $3)",
        {session.account.value, by_password, most}));
    return {};
}

authority::Session session_of(const Row& row) {
    authority::Session session;
    session.id = row.string(0);
    session.account = {row.string(1)};
    session.expires = {row.integer(2)};
    session.idle_until = {row.integer(3)};
    session.opened = {row.integer(4)};
    session.address = row.string(5);
    session.client = row.string(6);
    session.entry = entry_of(row.text(7));
    return session;
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
    TRY(reader->run("SELECT " + account_columns + ", s.secret" + account_tables + " WHERE a." +
                        column + " = $1",
                    {value}, [&](const Row& row) -> Result<void> {
                        found = TRY(account_of(row));
                        found->secret = row.string(13);
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
    TRY(reader->run("SELECT " + actor_columns +
                        ", s.expires, s.idle_until, g.division, g.until, s.id, s.entry, "
                        "coalesce(f.confirmed, 0), coalesce(w.given_until, 0)" +
                        actor_tables +
                        " JOIN session s ON s.account = a.id LEFT JOIN glass g ON "
                        "g.account = a.id AND g.until > $2 LEFT JOIN second_factor f ON "
                        "f.account = a.id LEFT JOIN secret w ON w.account = a.id "
                        "WHERE s.token_digest = $1 AND s.expires > $2 AND s.idle_until > $2 "
                        "ORDER BY g.seq",
                    {token_digest, now.milliseconds}, [&](const Row& row) -> Result<void> {
                        found = authority::FoundSession{
                            TRY(actor_of(row)), {row.integer(9)},       {row.integer(10)},
                            row.string(13),     entry_of(row.text(14)), row.integer(15) == 1,
                            row.integer(16) > 0};
                        const auto wider = ident::DivisionCode::parse(row.text(11));
                        if (!row.is_null(11) && wider) {
                            found->actor.glass = authority::Glass{*wider, {row.integer(12)}};
                        }
                        return {};
                    }));
    if (found) found->actor.former = TRY(former_of(*reader, found->actor.division, now));
    return found;
}

Result<std::vector<ident::DivisionCode>> AccountPort::former_of(Connection& connection,
                                                                const ident::DivisionCode& root,
                                                                calendar::Instant now) {
    std::vector<ident::DivisionCode> former;
    if (root.is_nation()) return former;
    const std::string today = now.date_in_china().iso();
    std::vector<ident::DivisionCode> asked{root};
    // Whoever went on in one that itself went on here is found in the next round.
    while (!asked.empty()) {
        const ident::DivisionCode into = asked.back();
        asked.pop_back();
        TRY(connection.run(
            "SELECT DISTINCT l.before_code FROM division_link l JOIN division d ON "
            "d.code = l.before_code AND d.until_day <= $3 WHERE l.after_code >= $1 AND "
            "l.after_code < $2 AND NOT (l.before_code >= $1 AND l.before_code < $2) AND NOT EXISTS "
            "(SELECT 1 FROM division_link o WHERE o.before_code = l.before_code AND NOT "
            "(o.after_code >= $1 AND o.after_code < $2)) ORDER BY l.before_code",
            {into.digits(), into.digits() + ":", today}, [&](const Row& row) -> Result<void> {
                const auto code = ident::DivisionCode::parse(row.text(0));
                const bool known =
                    !code || std::any_of(former.begin(), former.end(),
                                         [&code](const auto& one) { return one.contains(*code); });
                if (known) return {};
                former.push_back(*code);
                asked.push_back(*code);
                return {};
            }));
    }
    return former;
}

Result<void> AccountPort::open_session(const authority::Session& session, std::int64_t most) {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        return put_session(transaction.connection, session, transaction.now, most);
    });
}

Result<std::vector<authority::Session>> AccountPort::sessions(const ident::AccountId& account,
                                                              calendar::Instant now) {
    std::vector<authority::Session> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT id, account, expires, idle_until, opened, address, client, entry FROM session "
        "WHERE account = $1 AND expires > $2 AND idle_until > $2 ORDER BY opened DESC, id DESC",
        {account.value, now.milliseconds}, [&found](const Row& row) -> Result<void> {
            found.push_back(session_of(row));
            return {};
        }));
    return found;
}

Result<std::int64_t> AccountPort::end_session(const ident::AccountId& account,
                                              const std::string& id) {
    return change("DELETE FROM session WHERE account = $1 AND id = $2", {account.value, id});
}

Result<std::int64_t> AccountPort::end_other_sessions(const ident::AccountId& account,
                                                     const std::string& id) {
    return change("DELETE FROM session WHERE account = $1 AND id <> $2", {account.value, id});
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

Result<void> AccountPort::set_secret(const ident::AccountId& account, const std::string& secret,
                                     std::optional<calendar::Instant> given_until) {
    const std::int64_t until = given_until ? given_until->milliseconds : 0;
    TRY(
        change("INSERT INTO secret (account, secret, given_until) VALUES ($1, $2, $3) "
               "ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, "
               "given_until = excluded.given_until",
               {account.value, secret, until}));
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
