// List functions. SPEC: DMN 10.3.4.4 and 10.3.4.8 (sort).
#include <algorithm>
#include <unordered_set>

#include "feel/builtins.h"
#include "feel/compare.h"

namespace anmin::feel {

namespace {

bool same(const Value& left, const Value& right) { return equal(left, right).value_or(false); }

bool holds(const Arguments& arguments, const List& list, const Value& wanted) {
    arguments.charge_search(list.size(), wanted);
    return std::any_of(list.begin(), list.end(),
                       [&](const Value& item) { return same(item, wanted); });
}

// Position from 1, or from -1 at the end, as an index; nothing beyond the list.
std::optional<std::size_t> index_of_position(const Decimal& position, std::size_t size) {
    const std::int64_t at = position.truncated().value_or(0);
    const std::int64_t count = static_cast<std::int64_t>(size);
    if (at >= 1 && at <= count) return static_cast<std::size_t>(at - 1);
    if (at <= -1 && at >= -count) return static_cast<std::size_t>(at + count);
    return std::nullopt;
}

Value sized(const Arguments& arguments, List list) {
    if (list.size() > arguments.session().options().limits.list)
        return arguments.session().stop_over_limit("列表过长");
    return Value::of(std::move(list));
}

Value list_contains(const Arguments& arguments) {
    return Value::of(holds(arguments, arguments.list(0), arguments[1]));
}

Value count(const Arguments& arguments) {
    return Value::of(static_cast<std::int64_t>(arguments[0].list()->size()));
}

Value sublist(const Arguments& arguments) {
    const List& list = arguments.list(0);
    const auto start = index_of_position(arguments.number(1), list.size());
    if (!start) return arguments.fail("起始位置超出列表");
    std::size_t size = list.size() - *start;
    if (arguments.has(2)) {
        const auto wanted = arguments.number(2).truncated();
        if (!wanted || *wanted < 0 || static_cast<std::size_t>(*wanted) > size)
            return arguments.fail("长度超出列表");
        size = static_cast<std::size_t>(*wanted);
    }
    const auto first = list.begin() + static_cast<std::ptrdiff_t>(*start);
    return Value::of(List(first, first + static_cast<std::ptrdiff_t>(size)));
}

Value append(const Arguments& arguments) {
    List out = arguments.list(0);
    for (const Value& item : arguments.list(1)) out.push_back(item);
    return sized(arguments, std::move(out));
}

// The lists among the arguments one after the other; nothing when one is null.
std::optional<List> joined(const Arguments& arguments) {
    List out;
    const std::size_t most = arguments.session().options().limits.list;
    for (const Value& part : arguments.list(0)) {
        if (out.size() > most) break;
        if (part.is_null()) return std::nullopt;
        if (part.list()) {
            out.insert(out.end(), part.list()->begin(), part.list()->end());
        } else {
            out.push_back(part);
        }
    }
    return out;
}

// Numbers and strings are told apart by a text of theirs, all else one by one.
List without_duplicates(const Arguments& arguments, const List& list) {
    List out;
    List others;
    std::unordered_set<std::string> known;
    for (const Value& item : list) {
        if (item.number() || item.text()) {
            if (known.insert(search_key(item)).second) out.push_back(item);
            continue;
        }
        arguments.session().charge(others.size() / 8);
        if (arguments.session().stopped()) return out;
        if (holds(arguments, others, item)) continue;
        others.push_back(item);
        out.push_back(item);
    }
    return out;
}

Value concatenate(const Arguments& arguments) {
    auto out = joined(arguments);
    if (!out) return arguments.fail("参数不能是 null");
    return sized(arguments, std::move(*out));
}

Value make_union(const Arguments& arguments) {
    const auto all = joined(arguments);
    if (!all) return arguments.fail("参数不能是 null");
    return Value::of(without_duplicates(arguments, *all));
}

Value distinct_values(const Arguments& arguments) {
    return Value::of(without_duplicates(arguments, arguments.list(0)));
}

Value insert_before(const Arguments& arguments) {
    List out = arguments.list(0);
    const auto at = index_of_position(arguments.number(1), out.size());
    if (!at) return arguments.fail("位置超出列表");
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(*at), arguments[2]);
    return sized(arguments, std::move(out));
}

Value remove(const Arguments& arguments) {
    List out = arguments.list(0);
    const auto at = index_of_position(arguments.number(1), out.size());
    if (!at) return arguments.fail("位置超出列表");
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(*at));
    return Value::of(std::move(out));
}

Value reverse(const Arguments& arguments) {
    List out = arguments.list(0);
    std::reverse(out.begin(), out.end());
    return Value::of(std::move(out));
}

Value index_of(const Arguments& arguments) {
    List out;
    const List& list = arguments.list(0);
    arguments.charge_search(list.size(), arguments[1]);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (same(list[i], arguments[1])) out.push_back(Value::of(static_cast<std::int64_t>(i + 1)));
    return Value::of(std::move(out));
}

void flatten_into(const List& list, std::size_t most, List& out) {
    for (const Value& item : list) {
        if (out.size() > most) return;
        if (item.list()) {
            flatten_into(*item.list(), most, out);
        } else {
            out.push_back(item);
        }
    }
}

Value flatten(const Arguments& arguments) {
    List out;
    // Lists in lists without anything inside are work too.
    arguments.session().charge(arguments[0].bulk().size / 8);
    flatten_into(arguments.list(0), arguments.session().options().limits.list, out);
    return sized(arguments, std::move(out));
}

Value replace_at(const Arguments& arguments) {
    List out = arguments.list(0);
    const auto at = index_of_position(arguments.number(1), out.size());
    if (!at) return arguments.fail("位置超出列表");
    out[*at] = arguments[2];
    return Value::of(std::move(out));
}

Value replace_matching(const Arguments& arguments) {
    const Callable& match = *arguments[1].function();
    if (match.parameters().size() != 2) return arguments.fail("匹配函数应有两个参数");
    List out = arguments.list(0);
    for (Value& item : out) {
        const Value found = arguments.session().call(match, {item, arguments[2]});
        if (!found.boolean()) return found.cause() ? found : arguments.fail("匹配函数应给出布尔值");
        if (found.is_true()) item = arguments[2];
    }
    return Value::of(std::move(out));
}

// Stable merge sort of our own: a comparison that contradicts itself must do no harm.
struct Sorter {
    Session& session;
    const Callable* precedes = nullptr;
    Value problem;
    bool failed = false;

    bool before(const Value& left, const Value& right) {
        if (failed) return false;
        if (!precedes) {
            const auto found = order(left, right);
            failed = !found;
            return found && *found < 0;
        }
        const Value found = session.call(*precedes, {left, right});
        if (!found.boolean()) {
            failed = true;
            problem = found;
        }
        return found.is_true();
    }

    void sort(List& list, List& scratch, std::size_t from, std::size_t to) {
        if (to - from < 2 || failed) return;
        const std::size_t middle = from + (to - from) / 2;
        sort(list, scratch, from, middle);
        sort(list, scratch, middle, to);
        std::size_t left = from;
        std::size_t right = middle;
        for (std::size_t at = from; at < to; ++at) {
            const bool take_right =
                left == middle || (right < to && before(list[right], list[left]));
            scratch[at] = take_right ? list[right++] : list[left++];
        }
        std::copy(scratch.begin() + static_cast<std::ptrdiff_t>(from),
                  scratch.begin() + static_cast<std::ptrdiff_t>(to),
                  list.begin() + static_cast<std::ptrdiff_t>(from));
    }
};

Value sort(const Arguments& arguments) {
    List out = arguments.list(0);
    arguments.session().charge(4 * out.size());
    Sorter sorter{arguments.session(), nullptr, {}, false};
    if (arguments.size() > 1) {
        sorter.precedes = arguments[1].function();
        if (sorter.precedes->parameters().size() != 2)
            return arguments.fail("比较函数应有两个参数");
    }
    List scratch(out.size());
    sorter.sort(out, scratch, 0, out.size());
    if (sorter.failed)
        return sorter.problem.cause() ? sorter.problem : arguments.fail("列表中的项不能比较");
    return Value::of(std::move(out));
}

constexpr Registration table[] = {
    {"list contains", "list: list, element: any", list_contains},
    {"count", "list: list", count},
    {"sublist", "list: list, start position: number, length?: number", sublist},
    {"append", "list: list, item: rest", append},
    {"concatenate", "list: rest", concatenate},
    {"insert before", "list: list, position: number, newItem: any", insert_before},
    {"remove", "list: list, position: number", remove},
    {"reverse", "list: list", reverse},
    {"index of", "list: list, match: any", index_of},
    {"union", "list: rest", make_union},
    {"distinct values", "list: list", distinct_values},
    {"flatten", "list: list", flatten},
    {"list replace", "list: list, position: number, newItem: any", replace_at},
    {"list replace", "list: list, match: function, newItem: any", replace_matching},
    {"sort", "list: list, precedes?: function", sort},
};

}  // namespace

std::span<const Registration> list_builtins() { return table; }

}  // namespace anmin::feel
