#include "store/import_divisions.h"

#include <string>
#include <unordered_map>

#include "store/chain.h"
#include "store/commit.h"
#include "store/division_rows.h"
#include "store/many_rows.h"

namespace anmin::store {
namespace {

using organisation::Division;

std::unordered_map<std::string, std::int64_t> children_of(const std::vector<Division>& rows) {
    std::unordered_map<std::string, std::int64_t> children;
    for (const Division& row : rows) {
        if (row.parent != row.code) ++children[row.parent.digits()];
    }
    return children;
}

Result<void> insert_rows(Connection& connection, const std::vector<Division>& rows) {
    const auto children = children_of(rows);
    ManyRows written(connection, "division", "code, name, level, parent, children, initials", 6);
    for (const Division& row : rows) {
        const auto found = children.find(row.code.digits());
        TRY(written.add({row.code.digits(), row.name, static_cast<std::int64_t>(row.level),
                         row.parent.digits(), found == children.end() ? 0 : found->second,
                         row.initials}));
    }
    return written.finish();
}

// A new data set knows nothing of what was recorded here since.
Result<void> expect_no_changes(Connection& connection) {
    std::int64_t changes = 0;
    TRY(connection.run("SELECT count(*) FROM division_change", {},
                       [&changes](const Row& row) -> Result<void> {
                           changes = row.integer(0);
                           return {};
                       }));
    if (changes == 0) return {};
    return failure(Refusal::dated_divisions, "区划数据",
                   "已登记 " + std::to_string(changes) + " 次区划变更");
}

}  // namespace

Result<void> check_rows(const std::vector<Division>& rows,
                        const organisation::DivisionsImported& event) {
    DivisionDigest digest;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && !(rows[i - 1].code < rows[i].code)) {
            return failure(Refusal::bad_divisions, "区划第 " + std::to_string(i + 1) + " 行",
                           rows[i].code.digits() + " 不在前一行之后");
        }
        digest.add(rows[i].code.digits(), rows[i].name);
    }
    if (digest.finish() == event.digest) return {};
    return failure(Refusal::bad_divisions, "区划数据 " + event.version, "摘要不符");
}

Result<void> replace_divisions(Transaction& transaction, const std::vector<Division>& rows,
                               const organisation::DivisionsImported& event) {
    TRY(expect_no_changes(transaction.connection));
    TRY(transaction.connection.run("DELETE FROM division"));
    TRY(insert_rows(transaction.connection, rows));
    TRY(transaction.connection.count_values("division"));
    TRY(recount_divisions(transaction.connection));
    const std::vector<journal::Append> appends{
        {journal::organisation_stream(), journal::any_version, {organisation::Event(event)}}};
    const journal::Command by_the_program{{"system"}, "系统", "", ident::DivisionCode::nation(),
                                          "",         ""};
    TRY(commit_events(transaction, by_the_program, TRY(prepare(appends))));
    return {};
}

}  // namespace anmin::store
