#include "store/import_divisions.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "store/chain.h"
#include "store/commit.h"
#include "store/division_rows.h"

namespace anmin::store {
namespace {

using organisation::Division;

// Rows of one INSERT: few statements, and far below both engines' limit of parameters.
constexpr std::size_t rows_at_once = 200;

std::string insert_of(std::size_t rows) {
    std::string sql =
        "INSERT INTO division (code, name, level, parent, children, initials) VALUES ";
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (int column = 0; column < 6; ++column) {
            sql += (column == 0 ? "$" : ", $") + std::to_string(++number);
        }
        sql += ")";
    }
    return sql;
}

std::unordered_map<std::string, std::int64_t> children_of(const std::vector<Division>& rows) {
    std::unordered_map<std::string, std::int64_t> children;
    for (const Division& row : rows) {
        if (row.parent != row.code) ++children[row.parent.digits()];
    }
    return children;
}

Result<void> insert_rows(Connection& connection, const std::vector<Division>& rows) {
    const auto children = children_of(rows);
    std::vector<Parameter> parameters;
    for (std::size_t start = 0; start < rows.size(); start += rows_at_once) {
        const std::size_t count = std::min(rows_at_once, rows.size() - start);
        parameters.clear();
        for (std::size_t i = start; i < start + count; ++i) {
            const Division& row = rows[i];
            const auto found = children.find(row.code.digits());
            parameters.emplace_back(std::string_view(row.code.digits()));
            parameters.emplace_back(std::string_view(row.name));
            parameters.emplace_back(static_cast<std::int64_t>(row.level));
            parameters.emplace_back(std::string_view(row.parent.digits()));
            parameters.emplace_back(found == children.end() ? 0 : found->second);
            parameters.emplace_back(std::string_view(row.initials));
        }
        TRY(connection.run(insert_of(count), parameters, {}));
    }
    return {};
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
    Sm3 sum;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && !(rows[i - 1].code < rows[i].code)) {
            return failure(Refusal::bad_divisions, "区划第 " + std::to_string(i + 1) + " 行",
                           rows[i].code.digits() + " 不在前一行之后");
        }
        sum.add(rows[i].code.digits()).add("\t").add(rows[i].name).add("\n");
    }
    if (hexadecimal(view(sum.finish())) == event.digest) return {};
    return failure(Refusal::bad_divisions, "区划数据 " + event.version, "摘要不符");
}

Result<void> replace_divisions(Transaction& transaction, const std::vector<Division>& rows,
                               const organisation::DivisionsImported& event) {
    TRY(expect_no_changes(transaction.connection));
    TRY(transaction.connection.run("DELETE FROM division"));
    TRY(insert_rows(transaction.connection, rows));
    TRY(recount_divisions(transaction.connection));
    const std::vector<journal::Append> appends{
        {journal::organisation_stream(), journal::any_version, {organisation::Event(event)}}};
    const journal::Command by_the_program{{"system"}, "系统", "", ident::DivisionCode::nation(),
                                          "",         ""};
    TRY(commit_events(transaction, by_the_program, TRY(prepare(appends))));
    return {};
}

}  // namespace anmin::store
