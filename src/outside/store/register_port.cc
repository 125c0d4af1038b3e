#include <utility>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/ports.h"
#include "store/register_words.h"

namespace anmin::store {
namespace {

using registers::RegisterRow;

std::string pattern_of(const std::string& words) {
    std::string pattern = "%";
    for (const char c : lower_case(words)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

Result<std::optional<RegisterRow>> RegisterPort::find_row(const registers::RowId& id) {
    std::optional<RegisterRow> found;
    const std::string place = "登记行 " + id.value;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT body, steps FROM register_row WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = TRY(row_from(row.text(0), place));
                        found->steps = TRY(steps_from(row.text(1), place));
                        return {};
                    }));
    return found;
}

Result<organisation::Page<RegisterRow>> RegisterPort::rows(const organisation::Scope& scope,
                                                           const registers::RowFilter& filter,
                                                           const organisation::PageRequest& page) {
    organisation::Page<RegisterRow> found;
    Conditions conditions;
    conditions.add("r.register = " + conditions.bind(filter.table));
    conditions.add(in_scope(conditions, scope, "r.division"));
    conditions.add("r.withdrawn = 0");
    if (filter.unit) conditions.add("r.unit = " + conditions.bind(filter.unit->value));
    if (!filter.words.empty()) {
        conditions.add("r.words LIKE " + conditions.bind(pattern_of(filter.words)) +
                       " ESCAPE '\\'");
    }
    if (!page.after.empty()) conditions.add("r.id > " + conditions.bind(page.after));
    const std::int64_t limit = page_limit(page.limit);
    const std::string rows = conditions.bind(limit + 1);
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT r.body FROM register_row r" + conditions.where() + " ORDER BY r.id LIMIT " + rows,
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            found.items.push_back(TRY(row_from(row.text(0), "register_row")));
            return {};
        }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        found.next = found.items.back().id.value;
    }
    return found;
}

}  // namespace anmin::store
