#include "store/migrations.h"

#include <span>

#include "store/migration_texts.h"
#include "store/project.h"

namespace anmin::store {
namespace {

constexpr std::string_view version_table =
    "CREATE TABLE schema_version (version {integer} PRIMARY KEY) {strict};";

// 0 for an empty database.
Result<std::int64_t> schema_of(Connection& connection) {
    if (!TRY(connection.has_table("schema_version"))) {
        if (TRY(connection.has_tables())) return failure(Refusal::not_anmin, connection.place());
        return std::int64_t{0};
    }
    std::int64_t version = 0;
    TRY(connection.run("SELECT coalesce(max(version), 0) FROM schema_version", {},
                       [&](const Row& row) -> Result<void> {
                           version = row.integer(0);
                           return {};
                       }));
    if (version <= newest_schema()) return version;
    return failure(
        Refusal::newer_version, connection.place(),
        "数据库版本 " + std::to_string(version) + "，本程序 " + std::to_string(newest_schema()));
}

Result<void> run_steps(Connection& connection) {
    const std::int64_t from = TRY(schema_of(connection));
    if (!TRY(connection.has_table("schema_version"))) TRY(connection.script(version_table));
    for (std::int64_t step = from + 1; step <= newest_schema(); ++step) {
        TRY(connection.script(migration_texts()[static_cast<std::size_t>(step - 1)]));
        TRY(connection.run("INSERT INTO schema_version (version) VALUES ($1)", {step}));
    }
    // Tables that are new or have new columns are filled from the log.
    if (from > 0) TRY(rebuild(connection));
    return connection.commit();
}

}  // namespace

std::int64_t newest_schema() { return static_cast<std::int64_t>(migration_texts().size()); }

Result<void> migrate(Connection& connection) {
    if (TRY(schema_of(connection)) == newest_schema()) return {};
    TRY(connection.begin_migration());
    // Looked at again inside: another server may have migrated while this one waited for the lock.
    auto outcome = run_steps(connection);
    if (!outcome.ok()) connection.rollback();
    connection.checkpoint();  // nobody waits yet, and all words may be new
    return outcome;
}

Result<void> expect_schema(Connection& connection) {
    const std::int64_t found = TRY(schema_of(connection));
    if (found == newest_schema()) return {};
    return failure(Refusal::not_anmin, connection.place(),
                   "数据库版本 " + std::to_string(found) + "，需要 " +
                       std::to_string(newest_schema()) + "；请先由服务器打开一次");
}

}  // namespace anmin::store
