#include "store/division_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "store/kept_values.h"

namespace anmin::store {
namespace {

using ident::DivisionCode;
using organisation::Division;

Division division_of(const Row& row) {
    Division division;
    division.code = code_of(row.text(0));
    division.name = row.string(1);
    division.level = static_cast<organisation::Level>(row.integer(2));
    division.parent = code_of(row.text(3));
    division.children = row.integer(4);
    division.initials = row.string(5);
    division.from = calendar::Date::parse(row.text(6));
    if (row.text(7) != no_end) division.until = calendar::Date::parse(row.text(7));
    return division;
}

// All codes of the rows lie between these two; `last` is behind everything inside the last row.
struct Range {
    std::string first;
    std::string last;
};
Range range_of(const std::vector<Division>& rows) {
    const auto [first, last] = std::minmax_element(
        rows.begin(), rows.end(),
        [](const auto& left, const auto& right) { return left.code < right.code; });
    return {first->code.digits(), first->code.is_nation() ? ":" : last->code.digits() + ":"};
}

// The rows whose `column` names one of these: by name when they are few, as a path is, so that what
// was dated elsewhere in the country costs nothing; else the range they lie in.
void add_among(Conditions& conditions, const std::vector<Division>& rows,
               const std::string& column) {
    constexpr std::size_t few = 16;
    if (rows.size() > few) {
        const Range range = range_of(rows);
        conditions.add("code >= " + conditions.bind(range.first));
        conditions.add("code < " + conditions.bind(range.last));
        return;
    }
    std::string codes;
    for (const Division& one : rows) {
        codes += (codes.empty() ? "" : ", ") + conditions.bind(one.code.digits());
    }
    conditions.add(column + " IN (" + codes + ")");
}

// A row with the withdrawal at which it was set aside; 0: it is what is known now.
struct Seen {
    std::int64_t withdrawal = 0;
    std::string code;

    auto operator<=>(const Seen&) const = default;
};
using Names = std::map<Seen, std::pair<std::string, std::string>>;

// Names that were borne until the first change of name after the view.
Result<void> read_names(Connection& connection, const std::vector<Division>& rows,
                        const DivisionView& view, const std::string& table, Names& names) {
    Conditions conditions;
    add_among(conditions, rows, "code");
    std::string then = "until_day > " + conditions.bind(view.day);
    if (view.known) then += " OR known > " + conditions.bind(*view.known);
    conditions.add(then);
    const std::string withdrawal = table == "division_former" ? "0" : "withdrawal";
    TRY(connection.run("SELECT code, name, initials, " + withdrawal + " FROM " + table +
                           conditions.where() + " ORDER BY code, until_day, known",
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           names.try_emplace(Seen{row.integer(3), row.string(0)}, row.string(1),
                                             row.string(2));
                           return {};
                       }));
    return {};
}

// The name a division had in the view: the one it bore until the first change of name after it.
Result<void> take_names(Connection& connection, std::vector<Division>& rows,
                        const std::vector<std::int64_t>& withdrawals, const DivisionView& view) {
    Names names;
    TRY(read_names(connection, rows, view, "division_former", names));
    if (view.known) TRY(read_names(connection, rows, view, "division_once_former", names));
    if (names.empty()) return {};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto found = names.find(Seen{withdrawals[i], rows[i].code.digits()});
        if (found == names.end()) continue;
        rows[i].name = found->second.first;
        rows[i].initials = found->second.second;
    }
    return {};
}

// The column counts undated children; the few that a change began or ended are added here.
Result<void> add_dated_children(Connection& connection, std::vector<Division>& rows,
                                const DivisionView& view) {
    Conditions conditions;
    conditions.add("dated = 1");
    add_among(conditions, rows, "parent");
    conditions.add(lives(conditions, view));
    std::map<std::string, std::int64_t> children;
    TRY(connection.run("SELECT parent, count(*) FROM " + divisions_of(view) + conditions.where() +
                           " GROUP BY parent",
                       conditions.parameters(), [&](const Row& row) -> Result<void> {
                           children.emplace(row.string(0), row.integer(1));
                           return {};
                       }));
    if (children.empty()) return {};
    for (Division& division : rows) {
        const auto found = children.find(division.code.digits());
        if (found != children.end()) division.children += found->second;
    }
    return {};
}

}  // namespace

DivisionView filled(const organisation::View& view, calendar::Date today) {
    DivisionView made{view.at.value_or(today).iso(), std::nullopt};
    if (view.known) made.known = view.known->milliseconds;
    return made;
}

std::string divisions_of(const DivisionView& view) {
    if (!view.known) return "division";
    return "(SELECT code, name, level, parent, children, initials, from_day, until_day, "
           "from_known, until_known, dated, 9223372036854775807 AS gone_known, 0 AS withdrawal "
           "FROM division UNION ALL SELECT o.code, o.name, o.level, o.parent, coalesce((SELECT "
           "d.children FROM division d WHERE d.code = o.code), 0), o.initials, o.from_day, "
           "o.until_day, o.from_known, o.until_known, 1, o.gone_known, o.withdrawal FROM "
           "division_once o) AS division";
}

std::string known_in(Conditions& conditions, const DivisionView& view) {
    if (!view.known) return "1 = 1";
    const std::string known = conditions.bind(*view.known);
    return "from_known <= " + known + " AND gone_known > " + known;
}

std::string lives(Conditions& conditions, const DivisionView& view) {
    const std::string day = conditions.bind(view.day);
    if (!view.known) return "from_day <= " + day + " AND until_day > " + day;
    const std::string known = conditions.bind(*view.known);
    return known_in(conditions, view) + " AND from_day <= " + day + " AND (until_day > " + day +
           " OR until_known > " + known + ")";
}

Result<void> make_dated(Connection& connection, const DivisionCode& code) {
    std::string parent;
    std::int64_t level = 0;
    TRY(connection.run("SELECT parent, level FROM division WHERE code = $1 AND dated = 0",
                       {code.digits()}, [&](const Row& row) -> Result<void> {
                           parent = row.string(0);
                           level = row.integer(1);
                           return {};
                       }));
    if (parent.empty()) return {};
    TRY(connection.run("UPDATE division SET dated = 1 WHERE code = $1", {code.digits()}));
    TRY(connection.run("UPDATE division SET children = children - 1 WHERE code = $1", {parent}));
    for (auto up = code.parent(); up; up = up->parent()) {
        TRY(connection.run(
            "UPDATE division_tally SET count = count - 1 WHERE code = $1 AND level = $2",
            {up->digits(), level}));
    }
    return {};
}

Result<std::vector<Division>> division_rows(Connection& connection, Conditions& conditions,
                                            const std::string& order, const DivisionView& view) {
    std::vector<Division> rows;
    std::vector<std::int64_t> withdrawals;
    TRY(connection.run(
        "SELECT code, name, level, parent, children, initials, from_day, until_day, " +
            std::string(view.known ? "withdrawal" : "0") + " FROM " + divisions_of(view) +
            conditions.where() + order,
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            rows.push_back(division_of(row));
            withdrawals.push_back(row.integer(8));
            return {};
        }));
    if (rows.empty()) return rows;
    TRY(take_names(connection, rows, withdrawals, view));
    TRY(add_dated_children(connection, rows, view));
    return rows;
}

Result<void> recount_divisions(Connection& connection) {
    TRY(connection.run("DELETE FROM division_tally"));
    TRY(
        connection.run("INSERT INTO division_tally (code, level, count) SELECT '0', level, "
                       "count(*) FROM division WHERE code <> '0' AND dated = 0 GROUP BY level"));
    for (const char* length : {"2", "4", "6", "9"}) {
        const std::string stem = "substr(code, 1, " + std::string(length) + ")";
        TRY(connection.run("INSERT INTO division_tally (code, level, count) SELECT " + stem +
                           ", level, count(*) FROM division WHERE length(code) > " + length +
                           " AND dated = 0 GROUP BY " + stem + ", level"));
    }
    return {};
}

Result<void> undo_division_changes(Connection& connection) {
    std::int64_t changes = 0;
    TRY(connection.run("SELECT count(*) FROM division_change", {},
                       [&changes](const Row& row) -> Result<void> {
                           changes = row.integer(0);
                           return {};
                       }));
    if (changes == 0) return {};
    TRY(connection.run("DELETE FROM division WHERE from_day <> ''"));
    TRY(
        connection.run("UPDATE division SET dated = 0, until_day = $1, until_known = 0, "
                       "from_known = 0 WHERE dated = 1",
                       {no_end}));
    for (const char* column : {"name", "initials"}) {
        TRY(connection.run("UPDATE division SET " + std::string(column) + " = (SELECT n." + column +
                           " FROM division_former n WHERE n.code = division.code "
                           "ORDER BY n.until_day, n.known LIMIT 1) "
                           "WHERE code IN (SELECT code FROM division_former)"));
    }
    for (const char* table : {"division_former", "division_change", "division_touch",
                              "division_link", "division_once", "division_once_former"}) {
        TRY(connection.run("DELETE FROM " + std::string(table)));
    }
    TRY(
        connection.run("UPDATE division SET children = (SELECT count(*) FROM division c "
                       "WHERE c.parent = division.code AND c.code <> division.code)"));
    return recount_divisions(connection);
}

}  // namespace anmin::store
