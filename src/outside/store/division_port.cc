// The division side of OrganisationPort: every answer is as of a view.
#include <algorithm>
#include <iterator>
#include <utility>

#include "journal/journal.h"
#include "store/codec.h"
#include "store/division_rows.h"
#include "store/import_divisions.h"
#include "store/kept_values.h"
#include "store/log.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using ident::DivisionCode;
using organisation::Division;
using organisation::FoundChange;
using organisation::Level;
using organisation::RecordedChange;
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
    const std::string of_level = conditions.bind(level);
    const std::string first = conditions.bind(typed.text);
    const std::string end = conditions.bind(typed.text + last_character);
    if (typed.column == "code") {
        // As pairs, which only the index of levels can follow: that of codes alone would be read
        // through for the few of one level.
        conditions.add("(level, code) >= (" + of_level + ", " + first + ")");
        conditions.add("(level, code) < (" + of_level + ", " + end + ")");
    } else {
        conditions.add("level = " + of_level);
        conditions.add(typed.column + " >= " + first);
        conditions.add(typed.column + " < " + end);
    }
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
    const std::string matches =
        " WHERE " + typed.column + " >= " + first + " AND " + typed.column + " < " + last + ")";
    std::string borne = "code IN (SELECT code FROM division_former" + matches;
    if (view.known) borne += " OR code IN (SELECT code FROM division_once_former" + matches;
    conditions.add(borne);
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

RecordedChange change_of(const Row& row) {
    RecordedChange change;
    change.id = row.string(0);
    change.kind = change_named(row.text(1)).value_or(organisation::ChangeKind::establish);
    change.on = date_of(row.text(2));
    change.known = {row.integer(3)};
    change.basis = row.string(4);
    change.summary = row.string(5);
    change.started = row.integer(6);
    change.ended = row.integer(7);
    if (row.integer(8) > 0) {
        change.withdrawn =
            organisation::Withdrawal{{row.integer(8)}, row.string(9), row.string(10)};
    }
    return change;
}

const std::string select_change =
    "SELECT id, kind, on_day, known, basis, summary, started, ended, withdrawn, withdrawn_by, "
    "withdrawn_reason, seq FROM division_change";

struct StoredChange {
    RecordedChange recorded;
    std::int64_t seq = 0;
};
Result<std::vector<StoredChange>> changes_where(Connection& connection,
                                                const Conditions& conditions,
                                                const std::string& order) {
    std::vector<StoredChange> found;
    TRY(connection.run(select_change + conditions.where() + order, conditions.parameters(),
                       [&found](const Row& row) -> Result<void> {
                           found.push_back({change_of(row), row.integer(11)});
                           return {};
                       }));
    return found;
}

// With what the log holds of it.
Result<FoundChange> whole(Connection& connection, StoredChange change) {
    const auto [recorded, event] = TRY(read_event(connection, change.seq));
    const auto* room = std::get_if<organisation::Event>(&event);
    const auto* changed =
        room == nullptr ? nullptr : std::get_if<organisation::DivisionsChanged>(room);
    if (changed == nullptr) return failure(Refusal::bad_body, "区划变更 " + change.recorded.id, "");
    return FoundChange{std::move(change.recorded), *changed};
}

// Touches a division inside this one; all do when it is the nation.
void add_touching(Conditions& conditions, const DivisionCode& inside) {
    if (inside.is_nation()) return;
    const std::string first = conditions.bind(inside.digits());
    const std::string last = conditions.bind(inside.digits() + ":");
    conditions.add("seq IN (SELECT change FROM division_touch WHERE code >= " + first +
                   " AND code < " + last + ")");
}

// The codes that a change touches, but those inside another of them.
Result<std::vector<DivisionCode>> roots_of(Connection& connection, std::int64_t seq) {
    std::vector<DivisionCode> roots;
    TRY(connection.run("SELECT code FROM division_touch WHERE change = $1 ORDER BY code", {seq},
                       [&roots](const Row& row) -> Result<void> {
                           const auto code = DivisionCode::parse(row.text(0));
                           if (code && (roots.empty() || !roots.back().contains(*code))) {
                               roots.push_back(*code);
                           }
                           return {};
                       }));
    return roots;
}

// Recorded after it and in its way: at a division that it touches, inside one or above one.
std::string in_the_way(Conditions& conditions, const std::vector<DivisionCode>& roots) {
    std::string touches;
    for (const DivisionCode& root : roots) {
        touches += (touches.empty() ? "(code >= " : " OR (code >= ") +
                   conditions.bind(root.digits()) + " AND code < " +
                   conditions.bind(root.digits() + ":") + ")";
        for (auto up = root.parent(); up && !up->is_nation(); up = up->parent()) {
            touches += " OR code = " + conditions.bind(up->digits());
        }
    }
    return touches;
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

Result<std::vector<Division>> OrganisationPort::path(const DivisionCode& code,
                                                     const organisation::View& view) {
    const auto reader = TRY(connections_.readers->borrow());
    const DivisionView seen = filled(view, today());
    Conditions conditions;
    std::string codes = conditions.bind(code.digits());
    for (auto up = code.parent(); up; up = up->parent()) {
        codes += ", " + conditions.bind(up->digits());
    }
    conditions.add("code IN (" + codes + ")");
    conditions.add(known_in(conditions, seen));
    auto found = TRY(division_rows(*reader, conditions, " ORDER BY level", seen));
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
    const DivisionView seen = filled(view, today());
    conditions.add(lives(conditions, seen));
    TRY(reader->run("SELECT level, count(*) FROM " + divisions_of(seen) + conditions.where() +
                        " GROUP BY level",
                    conditions.parameters(), add));
    std::vector<organisation::LevelCount> found;
    for (std::size_t level = 1; level < counts.size(); ++level) {
        if (counts[level] > 0) found.push_back({static_cast<Level>(level), counts[level]});
    }
    return found;
}

Result<std::vector<Division>> OrganisationPort::ever_inside(const DivisionCode& code,
                                                            calendar::Date day,
                                                            std::int64_t limit) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    add_inside(conditions, code, "code");
    const std::string rows = conditions.bind(limit);
    return division_rows(*reader, conditions, " ORDER BY code LIMIT " + rows,
                         filled({day, std::nullopt}, today()));
}

Result<organisation::Page<RecordedChange>> OrganisationPort::changes(
    const DivisionCode& inside, const organisation::PageRequest& page) {
    const std::int64_t limit = page_limit(page.limit);
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    add_touching(conditions, inside);
    if (!page.after.empty()) {
        const auto key = TRY(page_key(page.after));
        const std::string day = conditions.bind(key.first);
        conditions.add("on_day < " + day + " OR (on_day = " + day + " AND id < " +
                       conditions.bind(key.second) + ")");
    }
    const std::string rows = conditions.bind(limit + 1);
    organisation::Page<RecordedChange> result;
    for (auto& one :
         TRY(changes_where(*reader, conditions, " ORDER BY on_day DESC, id DESC LIMIT " + rows))) {
        result.items.push_back(std::move(one.recorded));
    }
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        result.next = result.items.back().on.iso() + "/" + result.items.back().id;
    }
    return result;
}

Result<std::optional<RecordedChange>> OrganisationPort::latest_change(const DivisionCode& inside,
                                                                      const std::string& but) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    add_touching(conditions, inside);
    conditions.add("withdrawn = 0");
    conditions.add("id <> " + conditions.bind(but));
    auto found = TRY(changes_where(*reader, conditions, " ORDER BY on_day DESC, id DESC LIMIT 1"));
    if (found.empty()) return std::optional<RecordedChange>();
    return std::optional(std::move(found.front().recorded));
}

Result<std::optional<FoundChange>> OrganisationPort::find_change(const std::string& id) {
    const auto reader = TRY(connections_.readers->borrow());
    Conditions conditions;
    conditions.add("id = " + conditions.bind(id));
    auto found = TRY(changes_where(*reader, conditions, ""));
    if (found.empty()) return std::optional<FoundChange>();
    return std::optional(TRY(whole(*reader, std::move(found.front()))));
}

Result<std::vector<FoundChange>> OrganisationPort::later_changes(const std::string& id) {
    const auto reader = TRY(connections_.readers->borrow());
    std::vector<FoundChange> found;
    Conditions one;
    one.add("id = " + one.bind(id));
    const auto change = TRY(changes_where(*reader, one, ""));
    if (change.empty()) return found;
    const auto roots = TRY(roots_of(*reader, change.front().seq));
    if (roots.empty()) return found;
    Conditions later;
    const std::string seq = later.bind(change.front().seq);
    later.add("withdrawn = 0");
    later.add("seq IN (SELECT change FROM division_touch WHERE change > " + seq + " AND (" +
              in_the_way(later, roots) + "))");
    for (auto& stored : TRY(changes_where(*reader, later, " ORDER BY seq DESC"))) {
        found.push_back(TRY(whole(*reader, std::move(stored))));
    }
    return found;
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
