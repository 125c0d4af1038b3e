// The division side of OrganisationPort: every answer is as of a view.
#include <algorithm>
#include <iterator>
#include <utility>

#include "journal/journal.h"
#include "store/codec.h"
#include "store/division_rows.h"
#include "store/import_divisions.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using ident::DivisionCode;
using organisation::Division;
using organisation::Level;
using organisation::Scope;

// Everything that begins with `typed` lies below `typed` followed by the last of all characters.
constexpr const char* last_character = "\xF4\x8F\xBF\xBF";

struct Typed {
    std::string text;
    std::string column;
};

// Digits are a code, Latin letters pinyin initials, all else a name.
Typed typed_as(std::string text) {
    const auto all = [&text](auto&& is) { return std::all_of(text.begin(), text.end(), is); };
    if (all([](char c) { return c >= '0' && c <= '9'; })) return {std::move(text), "code"};
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const bool latin = all([](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    return {std::move(text), latin ? "initials" : "name"};
}

// One level's matches in the order of the index: a level at a time keeps the upper ones first
// without sorting all.
Result<std::vector<Division>> search_level(Connection& connection, const Typed& typed,
                                           const Scope& scope, const DivisionView& view,
                                           std::int64_t level, std::int64_t limit) {
    Conditions conditions;
    conditions.add("level = " + conditions.bind(level));
    conditions.add(typed.column + " >= " + conditions.bind(typed.text));
    conditions.add(typed.column + " < " + conditions.bind(typed.text + last_character));
    conditions.add(in_scope(conditions, scope, "code"));
    conditions.add(lives(conditions, view));
    const std::string rows = conditions.bind(limit);
    const std::string order = typed.column == "code" ? "" : typed.column + ", ";
    auto found = TRY(division_rows(connection, conditions,
                                   " ORDER BY level, " + order + "code LIMIT " + rows, view));
    // Found by a name that it bore on another day only.
    if (typed.column == "name") {
        std::erase_if(found,
                      [&typed](const Division& one) { return !one.name.starts_with(typed.text); });
    }
    return found;
}

// Those that bore a name like this in the view, though it is another one now.
Result<std::vector<Division>> search_former(Connection& connection, const Typed& typed,
                                            const Scope& scope, const DivisionView& view,
                                            std::int64_t limit) {
    if (typed.column == "code") return std::vector<Division>();
    Conditions conditions;
    const std::string first = conditions.bind(typed.text);
    const std::string last = conditions.bind(typed.text + last_character);
    conditions.add("code IN (SELECT code FROM division_former WHERE " + typed.column +
                   " >= " + first + " AND " + typed.column + " < " + last + ")");
    conditions.add(in_scope(conditions, scope, "code"));
    conditions.add(lives(conditions, view));
    const std::string rows = conditions.bind(limit);
    auto found =
        TRY(division_rows(connection, conditions, " ORDER BY level, code LIMIT " + rows, view));
    std::erase_if(found, [&typed](const Division& one) {
        return !(typed.column == "name" ? one.name : one.initials).starts_with(typed.text);
    });
    return found;
}

organisation::RecordedChange change_of(const Row& row) {
    organisation::RecordedChange change;
    change.id = row.string(0);
    change.kind = change_named(row.text(1)).value_or(organisation::ChangeKind::establish);
    change.on = calendar::Date::parse(row.text(2)).value_or(calendar::Date());
    change.known = {row.integer(3)};
    change.basis = row.string(4);
    change.summary = row.string(5);
    change.started = row.integer(6);
    change.ended = row.integer(7);
    return change;
}

// Everything inside a division, as a range of its codes.
void add_inside(Conditions& conditions, const DivisionCode& code, const std::string& column) {
    if (code.is_nation()) return;
    conditions.add(column + " >= " + conditions.bind(code.digits()));
    conditions.add(column + " < " + conditions.bind(code.digits() + ":"));
}

}  // namespace

Result<std::optional<Division>> OrganisationPort::find_division(const DivisionCode& code) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    conditions.add("code = " + conditions.bind(code.digits()));
    auto found = TRY(division_rows(*reader, conditions, "", filled({}, today())));
    if (found.empty()) return std::optional<Division>();
    return std::optional(std::move(found.front()));
}

Result<std::vector<Division>> OrganisationPort::path(const DivisionCode& code) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    std::string codes = conditions.bind(code.digits());
    for (auto up = code.parent(); up; up = up->parent()) {
        codes += ", " + conditions.bind(up->digits());
    }
    conditions.add("code IN (" + codes + ")");
    auto found = TRY(division_rows(*reader, conditions, " ORDER BY level", filled({}, today())));
    if (found.empty() || found.back().code != code) return std::vector<Division>();
    return found;
}

Result<std::vector<Division>> OrganisationPort::inside(const DivisionCode& root,
                                                       const std::vector<Level>& levels) {
    std::vector<Division> all;
    const auto reader = TRY(connections_.readers->borrow());
    const DivisionView seen = filled({}, today());
    for (const Level level : levels) {
        Conditions conditions;
        conditions.add("level = " + conditions.bind(static_cast<std::int64_t>(level)));
        conditions.add(in_scope(conditions, {root, organisation::Reach::subtree}, "code"));
        conditions.add(lives(conditions, seen));
        auto found = TRY(division_rows(*reader, conditions, " ORDER BY code", seen));
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
}

Result<organisation::Page<Division>> OrganisationPort::children(
    const DivisionCode& parent, const organisation::View& view,
    const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    const auto reader = TRY(connections_.readers->borrow());
    const DivisionView seen = filled(view, today());
    Conditions conditions;
    const std::string above = conditions.bind(parent.digits());
    conditions.add("parent = " + above);
    conditions.add("code <> " + above);  // the nation is its own parent, not its own child
    conditions.add("code > " + conditions.bind(page.after));
    conditions.add(lives(conditions, seen));
    const std::string rows = conditions.bind(limit + 1);
    organisation::Page<Division> result;
    result.items =
        TRY(division_rows(*reader, conditions, " ORDER BY parent, code LIMIT " + rows, seen));
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        result.next = result.items.back().code.digits();
    }
    return result;
}

Result<std::vector<Division>> OrganisationPort::search(const std::string& typed, const Scope& scope,
                                                       const organisation::View& view,
                                                       std::int32_t limit) {
    std::vector<Division> found;
    const auto wanted = static_cast<std::size_t>(page_limit(limit));
    const auto reader = TRY(connections_.readers->borrow());
    const DivisionView seen = filled(view, today());
    const Typed words = typed_as(typed);
    found = TRY(search_former(*reader, words, scope, seen, static_cast<std::int64_t>(wanted)));
    const auto former = found;
    for (auto level = static_cast<std::int64_t>(Level::nation);
         level <= static_cast<std::int64_t>(Level::village) && found.size() < wanted; ++level) {
        auto more = TRY(search_level(*reader, words, scope, seen, level,
                                     static_cast<std::int64_t>(wanted - found.size())));
        std::erase_if(more, [&former](const Division& one) {
            return std::any_of(former.begin(), former.end(),
                               [&one](const Division& other) { return other.code == one.code; });
        });
        found.insert(found.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
    }
    return found;
}

Result<std::vector<organisation::LevelCount>> OrganisationPort::counts_below(
    const DivisionCode& code, const organisation::View& view) {
    std::array<std::int64_t, 6> counts{};
    const auto add = [&counts](const Row& row) -> Result<void> {
        counts[static_cast<std::size_t>(std::clamp<std::int64_t>(row.integer(0), 0, 5))] +=
            row.integer(1);
        return {};
    };
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT level, count FROM division_tally WHERE code = $1", {code.digits()},
                    add));
    Conditions conditions;
    conditions.add("dated = 1");
    conditions.add("code <> " + conditions.bind(code.digits()));
    add_inside(conditions, code, "code");
    conditions.add(lives(conditions, filled(view, today())));
    TRY(reader->run("SELECT level, count(*) FROM division" + conditions.where() + " GROUP BY level",
                    conditions.parameters(), add));
    std::vector<organisation::LevelCount> found;
    for (std::size_t level = 1; level < counts.size(); ++level) {
        if (counts[level] > 0) found.push_back({static_cast<Level>(level), counts[level]});
    }
    return found;
}

Result<std::vector<Division>> OrganisationPort::subtree(const DivisionCode& code,
                                                        const organisation::View& view,
                                                        std::int64_t limit) {
    const auto reader = TRY(connections_.readers->borrow());
    const DivisionView seen = filled(view, today());
    Conditions conditions;
    add_inside(conditions, code, "code");
    conditions.add(lives(conditions, seen));
    const std::string rows = conditions.bind(limit);
    return division_rows(*reader, conditions, " ORDER BY code LIMIT " + rows, seen);
}

Result<std::vector<DivisionCode>> OrganisationPort::codes_ever(const DivisionCode& code) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    add_inside(conditions, code, "code");
    std::vector<DivisionCode> found;
    TRY(reader->run("SELECT code FROM division" + conditions.where() + " ORDER BY code",
                    conditions.parameters(), [&found](const Row& row) -> Result<void> {
                        const auto one = DivisionCode::parse(row.text(0));
                        if (one) found.push_back(*one);
                        return {};
                    }));
    return found;
}

Result<organisation::Page<organisation::RecordedChange>> OrganisationPort::changes(
    const DivisionCode& inside, const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    const auto reader = TRY(connections_.readers->borrow());
    Conditions touched;
    std::string within;
    if (!inside.is_nation()) {
        const std::string first = touched.bind(inside.digits());
        const std::string last = touched.bind(inside.digits() + ":");
        within = "seq IN (SELECT change FROM division_touch WHERE code >= " + first +
                 " AND code < " + last + ")";
        touched.add(within);
    }
    if (!page.after.empty()) {
        const auto key = TRY(page_key(page.after));
        const std::string day = touched.bind(key.first);
        touched.add("on_day < " + day + " OR (on_day = " + day + " AND id < " +
                    touched.bind(key.second) + ")");
    }
    const std::string rows = touched.bind(limit + 1);
    organisation::Page<organisation::RecordedChange> result;
    TRY(reader->run(
        "SELECT id, kind, on_day, known, basis, summary, started, ended FROM division_change" +
            touched.where() + " ORDER BY on_day DESC, id DESC LIMIT " + rows,
        touched.parameters(), [&result](const Row& row) -> Result<void> {
            result.items.push_back(change_of(row));
            return {};
        }));
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        result.next = result.items.back().on.iso() + "/" + result.items.back().id;
    }
    return result;
}

Result<std::vector<organisation::Link>> OrganisationPort::links(const DivisionCode& inside,
                                                                calendar::Date from,
                                                                calendar::Date to) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    conditions.add("on_day > " + conditions.bind(from.iso()));
    conditions.add("on_day <= " + conditions.bind(to.iso()));
    if (!inside.is_nation()) {
        const std::string first = conditions.bind(inside.digits());
        const std::string last = conditions.bind(inside.digits() + ":");
        conditions.add("(before_code >= " + first + " AND before_code < " + last +
                       ") OR (after_code >= " + first + " AND after_code < " + last + ")");
    }
    std::vector<organisation::Link> found;
    TRY(reader->run("SELECT before_code, after_code FROM division_link" + conditions.where() +
                        " ORDER BY on_day, before_code, after_code",
                    conditions.parameters(), [&found](const Row& row) -> Result<void> {
                        const auto before = DivisionCode::parse(row.text(0));
                        const auto after = DivisionCode::parse(row.text(1));
                        if (before && after) found.push_back({*before, *after});
                        return {};
                    }));
    return found;
}

Result<std::int64_t> OrganisationPort::tasks_confirmed(const std::vector<DivisionCode>& divisions,
                                                       calendar::Date from, calendar::Date to) {
    std::int64_t count = 0;
    if (divisions.empty()) return count;
    Conditions conditions;
    std::string codes;
    for (const DivisionCode& code : divisions) {
        codes += (codes.empty() ? "" : ", ") + conditions.bind(code.digits());
    }
    conditions.add("p.division IN (" + codes + ")");
    conditions.add("t.confirmed_day >= " + conditions.bind(day_number(from)));
    conditions.add("t.confirmed_day <= " + conditions.bind(day_number(to)));
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT count(DISTINCT p.id) FROM task_place p JOIN task t ON t.id = p.id" +
                        conditions.where(),
                    conditions.parameters(), [&count](const Row& row) -> Result<void> {
                        count = row.integer(0);
                        return {};
                    }));
    return count;
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

}  // namespace anmin::store
