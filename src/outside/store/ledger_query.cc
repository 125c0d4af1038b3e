#include "store/ledger_query.h"

#include "store/ask_rows.h"
#include "store/codec.h"

namespace anmin::store {

using directive::LedgerFilter;
using organisation::Reach;
using organisation::Scope;

void add_scope(Conditions& conditions, const Scope& scope) {
    const std::string issued = in_scope(conditions, scope, "t.division");
    conditions.add(issued + " OR " + in_scope(conditions, scope, "t.owner_division"));
}

Source source_of(Conditions& conditions, const Scope& scope, const LedgerFilter& filter) {
    if (filter.taken_apart) {
        add_scope(conditions, scope);
        conditions.add("n.path = '' AND n.leaf = 0");
        return {" FROM task_node n JOIN task t ON t.id = n.root", "t."};
    }
    const bool narrow = filter.document.has_value() || filter.owner.has_value() ||
                        filter.marked.has_value() || filter.unsigned_for ||
                        !scope.former.empty();
    if (narrow || scope.reach != Reach::subtree) {
        add_scope(conditions, scope);
        return {" FROM task t", "t."};
    }
    conditions.add("p.division = " + conditions.bind(scope.root.digits()));
    return {filter.words.empty() ? " FROM task_place p"
                                 : " FROM task_place p JOIN task t ON t.id = p.id",
            "p."};
}

void add_filter(Conditions& conditions, const LedgerFilter& filter, const Source& source) {
    std::string states;
    for (const auto state : filter.states) {
        states += (states.empty() ? "" : ", ") + conditions.bind(std::string(word_of_state(state)));
    }
    if (!states.empty()) conditions.add(source.key + "state IN (" + states + ")");
    if (filter.document) conditions.add("t.document = " + conditions.bind(filter.document->value));
    if (filter.owner) conditions.add("t.owner_post = " + conditions.bind(filter.owner->value));
    if (filter.due_before) {
        conditions.add(source.key + "due < " + conditions.bind(filter.due_before->iso()));
    }
    if (filter.unsigned_for && source.key == "t.") conditions.add("t.unsigned = 1");
    if (filter.marked) {
        conditions.add("t.id IN (SELECT m.task FROM task_mark m WHERE m.mark = " +
                       conditions.bind(std::string(word_of_mark(filter.marked->mark))) +
                       " AND m.on_day <= " + conditions.bind(filter.marked->until.iso()) + ")");
    }
}

std::string holds_words(Conditions& conditions, const std::string& words) {
    // Not LIKE: PostgreSQL takes that for rare and would read and sort every task where a few rows
    // in the ledger's order are enough.
    return "replace(t.search, " + conditions.bind(words) + ", '') <> t.search";
}

bool is_short(const LedgerFilter& filter) {
    return filter.document.has_value() || filter.owner.has_value() || filter.taken_apart;
}

}  // namespace anmin::store
