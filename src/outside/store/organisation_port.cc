#include <utility>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/division_rows.h"
#include "store/kept_values.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using ident::DivisionCode;
using organisation::Post;
using organisation::Scope;
using organisation::Unit;

const std::string select_post =
    "SELECT p.id, p.title, p.unit, u.name, u.division, coalesce((SELECT a.holder FROM appointment "
    "a WHERE a.post = p.id AND a.from_day <= $1 AND a.until_day > $1 "
    "ORDER BY a.from_day DESC, a.seq DESC LIMIT 1), ''), p.until_day "
    "FROM post p JOIN unit u ON u.id = p.unit";

std::optional<calendar::Date> end_of(std::string_view day) {
    return day == no_end ? std::nullopt : calendar::Date::parse(day);
}

Post post_of(const Row& row) {
    return {{row.string(0)},      row.string(1), {row.string(2)},    row.string(3),
            code_of(row.text(4)), row.string(5), end_of(row.text(6))};
}

const std::string select_unit = "SELECT id, name, division, kind, reports_to, until_day FROM unit";

Unit unit_of(const Row& row) {
    Unit unit{{row.string(0)}, row.string(1), code_of(row.text(2))};
    unit.kind = unit_kind_named(row.text(3));
    if (!row.text(4).empty()) unit.reports_to = ident::UnitId{row.string(4)};
    unit.until = end_of(row.text(5));
    return unit;
}

const std::string select_person =
    "SELECT id, name, division, resident_sealed, resident_index, resident_mask, telephone_sealed, "
    "telephone_mask FROM person";

organisation::Person person_of(const Row& row) {
    return {{row.string(0)}, row.string(1), code_of(row.text(2)), row.string(3),
            row.string(4),   row.string(5), row.string(6),        row.string(7)};
}

// The rows of one statement, each by `make`.
template <class Item>
Result<std::vector<Item>> rows_of(Connections& connections, const std::string& sql,
                                  std::span<const Parameter> parameters, Item (*make)(const Row&)) {
    std::vector<Item> found;
    const auto reader = TRY(connections.readers->borrow());
    TRY(reader->run(sql, parameters, [&](const Row& row) -> Result<void> {
        found.push_back(make(row));
        return {};
    }));
    return found;
}

template <class Item>
std::optional<Item> first_of(std::vector<Item> found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Result<std::vector<Post>> posts_where(Connections& connections, const std::string& rest,
                                      std::span<const Parameter> parameters) {
    return rows_of<Post>(connections, select_post + rest, parameters, post_of);
}

organisation::Appointment appointment_of(const Row& row) {
    organisation::Appointment one;
    one.post = {row.string(0)};
    one.holder = row.string(1);
    one.from = date_of(row.text(2));
    one.until = end_of(row.text(3));
    if (!row.text(4).empty()) one.person = ident::PersonId{row.string(4)};
    return one;
}

organisation::Relation relation_of(const Row& row) {
    organisation::Relation one;
    one.unit = {row.string(0)};
    one.other = {row.string(1)};
    one.kind = relation_named(row.text(2)).value_or(organisation::RelationKind::leads);
    one.matter = row.string(3);
    one.from = date_of(row.text(4));
    one.until = end_of(row.text(5));
    return one;
}

// The pattern of what has these words anywhere in it.
std::string anywhere(const std::string& typed) {
    std::string pattern = "%";
    for (const char c : typed) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pattern + "%";
}

void add_one_of(Conditions& conditions, const std::string& column,
                const std::vector<ident::UnitId>& units) {
    std::string all;
    for (const auto& unit : units) all += (all.empty() ? "" : ", ") + conditions.bind(unit.value);
    conditions.add(all.empty() ? "1 = 0" : column + " IN (" + all + ")");
}

}  // namespace

Result<std::vector<Unit>> OrganisationPort::units(const Scope& scope) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "division"));
    return rows_of<Unit>(connections_, select_unit + conditions.where() + " ORDER BY division, id",
                         conditions.parameters(), unit_of);
}

Result<std::optional<Unit>> OrganisationPort::find_unit(const ident::UnitId& id) {
    const std::vector<Parameter> parameters{std::string_view(id.value)};
    return first_of(
        TRY(rows_of<Unit>(connections_, select_unit + " WHERE id = $1", parameters, unit_of)));
}

Result<std::vector<organisation::Appointment>> OrganisationPort::appointments(
    const ident::PostId& post) {
    const std::vector<Parameter> parameters{std::string_view(post.value)};
    return rows_of<organisation::Appointment>(
        connections_,
        "SELECT post, holder, from_day, until_day, person FROM appointment WHERE post = $1 "
        "ORDER BY from_day, seq",
        parameters, appointment_of);
}

Result<organisation::Page<Unit>> OrganisationPort::find_units(
    const Scope& scope, const std::string& typed, const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "division"));
    if (!typed.empty()) {
        const std::string like = conditions.bind(anywhere(typed));
        conditions.add("lower(name) LIKE " + like +
                       " ESCAPE '!' OR EXISTS (SELECT 1 FROM post p WHERE p.unit = unit.id AND "
                       "lower(p.title) LIKE " +
                       like + " ESCAPE '!')");
    }
    if (!page.after.empty()) {
        const auto key = TRY(page_key(page.after));
        const std::string division = conditions.bind(key.first);
        conditions.add("division > " + division + " OR (division = " + division + " AND id > " +
                       conditions.bind(key.second) + ")");
    }
    const std::string rows = conditions.bind(limit + 1);
    organisation::Page<Unit> result;
    result.items = TRY(rows_of<Unit>(
        connections_, select_unit + conditions.where() + " ORDER BY division, id LIMIT " + rows,
        conditions.parameters(), unit_of));
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        result.next = result.items.back().division.digits() + "/" + result.items.back().id.value;
    }
    return result;
}

Result<std::vector<Unit>> OrganisationPort::units_of(const std::vector<ident::UnitId>& units) {
    Conditions conditions;
    add_one_of(conditions, "id", units);
    return rows_of<Unit>(connections_, select_unit + conditions.where() + " ORDER BY division, id",
                         conditions.parameters(), unit_of);
}

Result<std::vector<Post>> OrganisationPort::posts_of(const std::vector<ident::UnitId>& units) {
    Conditions conditions;
    conditions.bind(connections_.now().date_in_china().iso());
    add_one_of(conditions, "p.unit", units);
    return posts_where(connections_, conditions.where() + " ORDER BY u.division, u.id, p.id",
                       conditions.parameters());
}

Result<std::vector<organisation::Appointment>> OrganisationPort::appointments_of(
    const std::vector<ident::UnitId>& units) {
    Conditions conditions;
    add_one_of(conditions, "p.unit", units);
    return rows_of<organisation::Appointment>(
        connections_,
        "SELECT a.post, a.holder, a.from_day, a.until_day, a.person FROM appointment a JOIN post p "
        "ON p.id = a.post" +
            conditions.where() + " ORDER BY a.post, a.from_day, a.seq",
        conditions.parameters(), appointment_of);
}

Result<std::vector<organisation::Relation>> OrganisationPort::relations_of(
    const std::vector<ident::UnitId>& units) {
    Conditions conditions;
    add_one_of(conditions, "unit", units);
    return rows_of<organisation::Relation>(
        connections_,
        "SELECT unit, other, kind, matter, from_day, until_day FROM unit_relation" +
            conditions.where() + " ORDER BY seq",
        conditions.parameters(), relation_of);
}

Result<std::optional<organisation::Person>> OrganisationPort::find_person(
    const ident::PersonId& id) {
    const std::vector<Parameter> parameters{std::string_view(id.value)};
    return first_of(TRY(rows_of<organisation::Person>(
        connections_, select_person + " WHERE id = $1", parameters, person_of)));
}

Result<std::optional<organisation::Person>> OrganisationPort::find_resident(
    const std::string& index) {
    const std::vector<Parameter> parameters{std::string_view(index)};
    return first_of(TRY(rows_of<organisation::Person>(
        connections_, select_person + " WHERE resident_index = $1 AND resident_index <> ''",
        parameters, person_of)));
}

Result<organisation::Page<organisation::Person>> OrganisationPort::people(
    const Scope& scope, const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "division"));
    conditions.add("id > " + conditions.bind(page.after));
    const std::string rows = conditions.bind(limit + 1);
    organisation::Page<organisation::Person> result;
    result.items = TRY(rows_of<organisation::Person>(
        connections_, select_person + conditions.where() + " ORDER BY id LIMIT " + rows,
        conditions.parameters(), person_of));
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        result.next = result.items.back().id.value;
    }
    return result;
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
