#include "batch/fused.h"

#include <algorithm>

#include "batch/width.h"
#include "feel/evaluate.h"

namespace anmin::batch {

using feel::Kind;
using feel::Node;
using feel::Op;
using feel::RangeForm;
using feel::Value;

namespace {

constexpr Narrow least_narrow = INT32_MIN + 1;  // below it: null (nulls_as_least)
constexpr Narrow most_narrow = INT32_MAX;

// The raw value as four bytes.
std::optional<Narrow> narrow_of(const Series& series, const std::optional<Value>& value) {
    if (!value) return std::nullopt;
    const auto raw = raw_of(series, *value);
    if (!raw || *raw <= least_narrow || *raw >= most_narrow) return std::nullopt;
    return static_cast<Narrow>(*raw);
}

}  // namespace

Result<void> FusedTable::add_input(const Series& input) {
    if (input.unknown != no_register) return not_compiled("输入可能未给出");
    if (input.width != frame::Width::four || input.least < least_narrow)
        return not_compiled("输入太宽");
    if (!inputs_.empty() && inputs_[0].level != input.level) return not_compiled("户与人的输入");
    inputs_.push_back(input);
    return {};
}

// Adds what the test allows; true when it is "anything".
Result<bool> FusedTable::add_test(const Node& test, std::uint32_t input, Cell& cell) const {
    const Series& series = inputs_[input];
    if (test.op == Op::any) return true;
    if (test.uses_input) return not_compiled("含 ? 的条件");
    const bool ordered = series.kind == Kind::number || series.kind == Kind::date ||
                         series.kind == Kind::years_months;
    if (test.op == Op::test) {
        const auto end = narrow_of(series, constant_of_(*test.kids[0]));
        if (!end) return not_compiled("条件不是常数");
        Condition made{input, least_narrow, most_narrow, false};
        const bool equality = test.form == RangeForm::equal;
        if (!equality && (!ordered || test.form == RangeForm::unequal))
            return not_compiled("这样的条件");
        if (test.form == RangeForm::less) made.most = *end - 1;
        if (test.form == RangeForm::less_equal || equality) made.most = *end;
        if (test.form == RangeForm::greater) made.least = *end + 1;
        if (test.form == RangeForm::greater_equal || equality) made.least = *end;
        cell.alternatives.push_back(made);
        return false;
    }
    if (test.op == Op::range && ordered) {
        const auto low = narrow_of(series, constant_of_(*test.kids[0]));
        const auto high = narrow_of(series, constant_of_(*test.kids[1]));
        if (!low || !high || *low > *high) return not_compiled("区间不是常数");
        cell.alternatives.push_back({input, test.low_included ? *low : *low + 1,
                                     test.high_included ? *high : *high - 1, false});
        return false;
    }
    const auto value = constant_of_(test);
    if (value && value->range()) return not_compiled("区间的变量");
    if (!value || value->kind() != series.kind) return not_compiled("条件不是常数");
    const auto raw = narrow_of(series, value);
    // A text that no row has is met by none.
    if (!raw && series.kind == Kind::text) return false;
    if (!raw) return not_compiled("条件的位数");
    cell.alternatives.push_back({input, *raw, *raw, false});
    return false;
}

Result<FusedTable::Cell> FusedTable::cell_of(const feel::Tests& tests, std::uint32_t input) const {
    Cell cell;
    cell.any = tests.any;
    if (tests.any) return cell;
    for (const auto& test : tests.code->root->kids)
        if (TRY(add_test(*test, input, cell))) cell.any = true;
    if (!tests.negated) return cell;
    // "not" of one interval is what lies outside; a null lies nowhere, though not("a") takes it.
    if (cell.any || cell.alternatives.size() != 1 || inputs_[input].nullable)
        return not_compiled("not 的条件");
    cell.alternatives[0].outside = true;
    return cell;
}

Result<void> FusedTable::add_rule(const std::vector<feel::Tests>& cells) {
    constexpr std::size_t most_alternatives = 32;
    std::vector<std::vector<Condition>> ways(1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell cell = TRY(cell_of(cells[i], static_cast<std::uint32_t>(i)));
        if (cell.any) continue;
        std::vector<std::vector<Condition>> more;
        for (const auto& way : ways)
            for (const Condition& condition : cell.alternatives) {
                more.push_back(way);
                more.back().push_back(condition);
            }
        ways = std::move(more);
        if (ways.size() > most_alternatives) return not_compiled("条件太多");
    }
    for (const auto& way : ways) {
        table_.rules.push_back({static_cast<std::uint32_t>(table_.conditions.size()),
                                static_cast<std::uint32_t>(way.size()), rules_});
        table_.conditions.insert(table_.conditions.end(), way.begin(), way.end());
    }
    ++rules_;
    return {};
}

// Conditions on an age become conditions on the date of birth: what lies between two ages lies
// between two days, and the ages themselves need not be computed.
void FusedTable::ask_origin(frame::RuleTable<Narrow>& table, std::uint32_t input,
                            const Emitter::Origin& origin) {
    const auto first_where = [&](auto holds) {
        Wide from = origin.from.least;
        Wide to = origin.from.most + 1;
        while (from < to) {
            const Wide middle = from + (to - from) / 2;
            if (holds(origin.value(static_cast<Narrow>(middle)))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return static_cast<Narrow>(from);
    };
    for (Condition& condition : table.conditions) {
        if (condition.input != input) continue;
        const Narrow least = condition.least;
        const Narrow most = condition.most;
        condition.least = first_where([=](Narrow value) { return value <= most; });
        condition.most = first_where([=](Narrow value) { return value < least; }) - 1;
    }
}

Series FusedTable::emit(Emitter& emitter) const {
    std::vector<Narrow> numbers;
    for (Narrow i = 0; i <= rules_; ++i) numbers.push_back(i);
    Series like;
    like.most = rules_;
    return emit(emitter, numbers, like);
}

Series FusedTable::emit(Emitter& emitter, const std::vector<Narrow>& values,
                        const Series& like) const {
    frame::RuleTable<Narrow> table = table_;
    table.rules.push_back({static_cast<std::uint32_t>(table.conditions.size()), 0, rules_});
    for (frame::Rule<Narrow>& rule : table.rules)
        rule.value = values[static_cast<std::size_t>(rule.value)];
    std::vector<Register> reads;
    for (std::uint32_t i = 0; i < inputs_.size(); ++i) {
        const Emitter::Origin* origin = emitter.origin_of(inputs_[i].values);
        if (origin != nullptr) ask_origin(table, i, *origin);
        reads.push_back(emitter.null_as_least(origin != nullptr ? origin->from : inputs_[i]));
    }
    Series out = like;
    out.level = inputs_.front().level;
    out.values =
        emitter.step(frame::Width::four, out.level, reads, [=](Machine& machine, Register to) {
            std::vector<frame::Lane<Narrow>> lanes;
            lanes.reserve(reads.size());
            for (const Register read : reads) lanes.push_back(machine.get<Narrow>(read));
            machine.set(to,
                        frame::first_hit<Narrow>(table, lanes, machine.slot<Narrow>(to), nullptr));
        });
    return out;
}

}  // namespace anmin::batch
