#include <algorithm>
#include <iterator>
#include <utility>

#include "journal/journal.h"
#include "store/chain.h"
#include "store/conditions.h"
#include "store/import_divisions.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using ident::DivisionCode;
using organisation::Division;
using organisation::Level;
using organisation::Post;
using organisation::Scope;
using organisation::Unit;

const std::string select_division = "SELECT code, name, level, parent, children FROM division";

DivisionCode code_of(std::string_view digits) {
    return DivisionCode::parse(digits).value_or(DivisionCode());
}

Division division_of(const Row& row) {
    Division division;
    division.code = code_of(row.text(0));
    division.name = row.string(1);
    division.level = static_cast<Level>(row.integer(2));
    division.parent = code_of(row.text(3));
    division.children = row.integer(4);
    return division;
}

Result<std::vector<Division>> divisions(Connection& connection, const std::string& rest,
                                        std::span<const Parameter> parameters) {
    std::vector<Division> found;
    TRY(connection.run(select_division + rest, parameters, [&](const Row& row) -> Result<void> {
        found.push_back(division_of(row));
        return {};
    }));
    return found;
}

Result<std::optional<Division>> find_in(Connection& connection, const DivisionCode& code) {
    const std::vector<Parameter> parameters{std::string_view(code.digits())};
    auto found = TRY(divisions(connection, " WHERE code = $1", parameters));
    if (found.empty()) return std::optional<Division>();
    return std::optional(std::move(found.front()));
}

bool is_code(const std::string& typed) {
    return std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// One level's matches in code order; a level at a time keeps the shortest codes first without
// sorting all.
Result<std::vector<Division>> search_level(Connection& connection, const std::string& typed,
                                           const Scope& scope, std::int64_t level,
                                           std::int64_t limit) {
    const bool by_code = is_code(typed);
    const std::string column = by_code ? "code" : "name";
    // Everything that begins with `typed` lies below `typed` followed by the last of all
    // characters.
    const std::string end = typed + (by_code ? ":" : "\xF4\x8F\xBF\xBF");
    Conditions conditions;
    conditions.add("level = " + conditions.bind(level));
    conditions.add(column + " >= " + conditions.bind(typed));
    conditions.add(column + " < " + conditions.bind(end));
    conditions.add(in_scope(conditions, scope, "code"));
    const std::string rows = conditions.bind(limit);
    return divisions(connection, conditions.where() + " ORDER BY code LIMIT " + rows,
                     conditions.parameters());
}

const std::string select_post =
    "SELECT p.id, p.title, p.unit, u.name, u.division, coalesce((SELECT a.holder FROM appointment "
    "a "
    "WHERE a.post = p.id AND a.from_day <= $1 ORDER BY a.from_day DESC, a.seq DESC LIMIT 1), '') "
    "FROM post p JOIN unit u ON u.id = p.unit";

Post post_of(const Row& row) {
    return {{row.string(0)}, row.string(1),        {row.string(2)},
            row.string(3),   code_of(row.text(4)), row.string(5)};
}

Result<std::vector<Post>> posts_where(Connections& connections, const std::string& rest,
                                      std::span<const Parameter> parameters) {
    std::vector<Post> found;
    const auto reader = TRY(connections.readers->borrow());
    TRY(reader->run(select_post + rest, parameters, [&](const Row& row) -> Result<void> {
        found.push_back(post_of(row));
        return {};
    }));
    return found;
}

}  // namespace

Result<std::optional<Division>> OrganisationPort::find_division(const DivisionCode& code) {
    const auto reader = TRY(connections_.readers->borrow());
    return find_in(*reader, code);
}

Result<std::vector<Division>> OrganisationPort::path(const DivisionCode& code) {
    std::vector<Division> upward;
    const auto reader = TRY(connections_.readers->borrow());
    std::optional<DivisionCode> next = code;
    while (next) {
        auto found = TRY(find_in(*reader, *next));
        if (!found) break;
        const bool top = found->parent == found->code || !found->parent.contains(code);
        next = top ? std::nullopt : std::optional(found->parent);
        upward.push_back(*std::move(found));
    }
    std::reverse(upward.begin(), upward.end());
    return upward;
}

Result<organisation::Page<Division>> OrganisationPort::children(
    const DivisionCode& parent, const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    const auto reader = TRY(connections_.readers->borrow());
    // The nation is its own parent, not its own child.
    const std::vector<Parameter> parameters{std::string_view(parent.digits()),
                                            std::string_view(page.after), limit + 1};
    organisation::Page<Division> result;
    result.items = TRY(
        divisions(*reader, " WHERE parent = $1 AND code > $2 AND code <> $1 ORDER BY code LIMIT $3",
                  parameters));
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        result.next = result.items.back().code.digits();
    }
    return result;
}

Result<std::vector<Division>> OrganisationPort::search(const std::string& typed, const Scope& scope,
                                                       std::int32_t limit) {
    std::vector<Division> found;
    const auto wanted = static_cast<std::size_t>(page_limit(limit));
    const auto reader = TRY(connections_.readers->borrow());
    for (auto level = static_cast<std::int64_t>(Level::nation);
         level <= static_cast<std::int64_t>(Level::village) && found.size() < wanted; ++level) {
        auto more = TRY(search_level(*reader, typed, scope, level,
                                     static_cast<std::int64_t>(wanted - found.size())));
        found.insert(found.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
    }
    return found;
}

Result<std::vector<Division>> OrganisationPort::inside(const DivisionCode& root,
                                                       const std::vector<Level>& levels) {
    std::vector<Division> all;
    const auto reader = TRY(connections_.readers->borrow());
    for (const Level level : levels) {
        Conditions conditions;
        conditions.add("level = " + conditions.bind(static_cast<std::int64_t>(level)));
        conditions.add(in_scope(conditions, {root, organisation::Reach::subtree}, "code"));
        auto found =
            TRY(divisions(*reader, conditions.where() + " ORDER BY code", conditions.parameters()));
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
}

Result<std::int64_t> OrganisationPort::count_divisions() {
    std::int64_t count = 0;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT count(*) FROM division", {}, [&](const Row& row) -> Result<void> {
        count = row.integer(0);
        return {};
    }));
    return count;
}

Result<void> OrganisationPort::import_divisions(const std::vector<Division>& rows,
                                                const organisation::DivisionsImported& event) {
    TRY(check_rows(rows, event));
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        return replace_divisions(transaction, rows, event);
    });
}

Result<std::vector<Unit>> OrganisationPort::units(const Scope& scope) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "division"));
    std::vector<Unit> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT id, name, division FROM unit" + conditions.where() + " ORDER BY division, id",
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            found.push_back({{row.string(0)}, row.string(1), code_of(row.text(2))});
            return {};
        }));
    return found;
}

Result<std::vector<Post>> OrganisationPort::posts(const Scope& scope) {
    Conditions conditions;
    conditions.bind(connections_.now().date_in_china().iso());
    conditions.add(in_scope(conditions, scope, "u.division"));
    return posts_where(connections_, conditions.where() + " ORDER BY u.division, u.id, p.id",
                       conditions.parameters());
}

Result<std::optional<Post>> OrganisationPort::find_post(const ident::PostId& id) {
    const std::string today = connections_.now().date_in_china().iso();
    const std::vector<Parameter> parameters{std::string_view(today), std::string_view(id.value)};
    auto found = TRY(posts_where(connections_, " WHERE p.id = $2", parameters));
    if (found.empty()) return std::optional<Post>();
    return std::optional(std::move(found.front()));
}

}  // namespace anmin::store
