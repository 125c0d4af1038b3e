// The second factors and the audit log: the rest of AccountPort.
#include <utility>

#include "store/conditions.h"
#include "store/ports.h"

namespace anmin::store {

using authority::SecondFactor;

Result<std::optional<SecondFactor>> AccountPort::find_second_factor(
    const ident::AccountId& account) {
    std::optional<SecondFactor> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT sealed_secret, confirmed, last_step FROM second_factor WHERE account = $1",
        {account.value}, [&found](const Row& row) -> Result<void> {
            found = SecondFactor{row.string(0), row.integer(1) == 1, row.integer(2), {}};
            return {};
        }));
    if (!found) return found;
    TRY(reader->run("SELECT digest FROM recovery_code WHERE account = $1 ORDER BY digest",
                    {account.value}, [&found](const Row& row) -> Result<void> {
                        found->recovery.push_back(row.string(0));
                        return {};
                    }));
    return found;
}

Result<void> AccountPort::put_second_factor(const ident::AccountId& account,
                                            const SecondFactor& factor) {
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection;
        TRY(connection.run(
            "INSERT INTO second_factor (account, sealed_secret, confirmed, last_step) VALUES "
            "($1, $2, $3, $4) ON CONFLICT (account) DO UPDATE SET "
            "sealed_secret = excluded.sealed_secret, confirmed = excluded.confirmed, "
            "last_step = excluded.last_step",
            {account.value, factor.sealed_secret, std::int64_t{factor.confirmed ? 1 : 0},
             factor.last_step}));
        TRY(connection.run("DELETE FROM recovery_code WHERE account = $1", {account.value}));
        for (const std::string& digest : factor.recovery) {
            TRY(connection.run("INSERT INTO recovery_code (account, digest) VALUES ($1, $2)",
                               {account.value, digest}));
        }
        return {};
    });
}

Result<void> AccountPort::remove_second_factor(const ident::AccountId& account) {
    TRY(change("DELETE FROM recovery_code WHERE account = $1", {account.value}));
    TRY(change("DELETE FROM second_factor WHERE account = $1", {account.value}));
    return {};
}

Result<bool> AccountPort::take_step(const ident::AccountId& account, std::int64_t step) {
    const auto changed =
        TRY(change("UPDATE second_factor SET last_step = $2 WHERE account = $1 AND last_step < $2",
                   {account.value, step}));
    return changed == 1;
}

Result<bool> AccountPort::take_recovery(const ident::AccountId& account,
                                        const std::string& digest) {
    const auto changed = TRY(change("DELETE FROM recovery_code WHERE account = $1 AND digest = $2",
                                    {account.value, digest}));
    return changed == 1;
}

Result<organisation::Page<authority::AuditEntry>> AccountPort::audit(
    const organisation::Scope& scope, const authority::AuditFilter& filter,
    const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "division"));
    if (!filter.login.empty()) conditions.add("login = " + conditions.bind(filter.login));
    if (!filter.kind.empty()) conditions.add("kind = " + conditions.bind(filter.kind));
    if (!page.after.empty()) {
        std::int64_t seq = 0;
        for (const char c : page.after) {
            if (c < '0' || c > '9' || seq > INT64_MAX / 10 - 9) {
                return failure(Refusal::bad_page_key, "after");
            }
            seq = seq * 10 + (c - '0');
        }
        conditions.add("seq < " + conditions.bind(seq));
    }
    const std::string rows = conditions.bind(limit + 1);
    organisation::Page<authority::AuditEntry> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT seq, at, kind, login, actor, detail FROM audit" + conditions.where() +
                        " ORDER BY seq DESC LIMIT " + rows,
                    conditions.parameters(), [&found](const Row& row) -> Result<void> {
                        found.items.push_back({row.integer(0),
                                               {row.integer(1)},
                                               row.string(2),
                                               row.string(3),
                                               row.string(4),
                                               row.string(5)});
                        return {};
                    }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = std::to_string(found.items.back().seq);
    }
    return found;
}

}  // namespace anmin::store
