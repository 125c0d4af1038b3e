// Decision tables (dmn: table.cc). Rules become masks; the outputs are folded from the last rule to
// the first, or in the order of the hit policy.
#include <algorithm>
#include <numeric>

#include "batch/fused.h"
#include "batch/translate.h"
#include "feel/compare.h"

namespace anmin::batch {

using dmn::HitPolicy;
using feel::Kind;
using feel::Value;

Result<Term> Translator::output(const dmn::Table& table, std::size_t column, const feel::Code* code,
                                Slots& slots) {
    const dmn::Output& described = table.outputs[column];
    if (!code) return term_of(Value());
    const Term term =
        TRY(conform(TRY(seen(TRY(expression(*code, slots)))), described.variable.type));
    if (!described.has_allowed || (term.constant() && term.constant()->is_null())) return term;
    if (!term.constant()) return not_compiled("算出的输出有允许范围");
    feel::Session session;
    feel::Frame frame;
    if (!session.test(described.allowed, *term.constant(), frame).is_true())
        return term_of(Value());
    return term;
}

namespace {

// A rule that may hold: which rows, and the rows where that is not known.
struct RuleMasks {
    std::size_t rule = 0;
    bool always = false;
    Register yes = no_register;
    Register maybe = no_register;
};

Series condition_of(Emitter& emitter, Register yes, Register maybe) {
    Series out;
    out.kind = Kind::boolean;
    out.level = emitter.level_of(yes);
    out.values = yes;
    return emitter.made_unknown(out, maybe);
}

}  // namespace

// One rule: true where every cell is; maybe where no cell says no and some is unknown.
static Result<std::optional<RuleMasks>> rule_masks(Emitter& emitter, std::size_t rule,
                                                   const std::vector<Term>& cells) {
    RuleMasks out{rule, true, no_register, no_register};
    Register possible = no_register;
    for (const Term& cell : cells) {
        if (const Value* value = cell.constant()) {
            if (value->is_true()) continue;
            return std::optional<RuleMasks>();
        }
        const Series& series = *cell.series();
        const Register yes = emitter.masks_of(series);
        out.yes = out.always ? yes : emitter.mask_and(out.yes, yes);
        const Register open = emitter.mask_or(yes, series.unknown);
        possible = out.always ? open : emitter.mask_and(possible, open);
        if (series.unknown != no_register) out.maybe = possible;
        out.always = false;
    }
    if (out.maybe != no_register) {
        out.yes = emitter.mask_at(out.yes, emitter.level_of(possible));
        out.maybe = emitter.mask_and(possible, emitter.mask_not(out.yes));
    }
    return std::optional<RuleMasks>(out);
}

// The outputs of a table, column by column.
class TableFold {
public:
    TableFold(Emitter& emitter, HitPolicy policy, std::vector<RuleMasks> rules)
        : emitter_(emitter), policy_(policy), rules_(std::move(rules)) {
        for (const RuleMasks& rule : rules_)
            if (rule.maybe != no_register) maybe_ = emitter_.mask_or(maybe_, rule.maybe);
    }

    using Choose = std::function<Result<Term>(const Term&, const Term&, const Term&)>;

    // `outputs` by rule of the table, `otherwise` when none holds.
    Result<Term> fold(const std::vector<Term>& outputs, const Term& otherwise,
                      const Choose& choose) {
        Term out = otherwise;
        const bool certain = policy_ == HitPolicy::first;
        for (std::size_t i = rules_.size(); i-- > 0;) {
            const RuleMasks& rule = rules_[i];
            const Term& next = outputs[rule.rule];
            if (rule.always) {
                out = next;
                continue;
            }
            const Series how = condition_of(emitter_, rule.yes, certain ? rule.maybe : no_register);
            out = TRY(choose(term_of(how), next, out));
        }
        return out;
    }

    // UNIQUE: the rows where two rules hold have no result.
    Register several() {
        Register any = no_register;
        Register twice = no_register;
        for (const RuleMasks& rule : rules_) {
            const Register yes = rule.always ? all_rows() : rule.yes;
            if (any != no_register) twice = emitter_.mask_or(twice, emitter_.mask_and(any, yes));
            any = emitter_.mask_or(any, yes);
        }
        return twice;
    }

    const std::vector<RuleMasks>& rules() const { return rules_; }
    Register maybe() const { return maybe_; }
    Register all_rows() {
        Series like;
        like.kind = Kind::boolean;
        for (const RuleMasks& rule : rules_)
            if (!rule.always) like.level = std::max(like.level, emitter_.level_of(rule.yes));
        return emitter_.filled(Value::of(true), like).value().values;
    }

private:
    Emitter& emitter_;
    HitPolicy policy_;
    std::vector<RuleMasks> rules_;
    Register maybe_ = no_register;
};

// The rules of PRIORITY in the order of their outputs, the best first.
static Result<std::vector<std::size_t>> ranked(const dmn::Table& table,
                                               const std::vector<std::vector<Term>>& outputs) {
    std::vector<std::vector<std::size_t>> ranks(table.rules.size());
    feel::Session session;
    for (std::size_t column = 0; column < table.outputs.size(); ++column) {
        feel::List order;
        for (const auto& code : table.outputs[column].order)
            order.push_back(session.run(*code, std::vector<Value>()));
        if (order.empty()) continue;
        for (std::size_t rule = 0; rule < ranks.size(); ++rule) {
            const Value* value = outputs[column][rule].constant();
            if (!value) return not_compiled("优先级表的输出不是常数");
            std::size_t at = 0;
            while (at < order.size() && !feel::equal(order[at], *value).value_or(false)) ++at;
            ranks[rule].push_back(at);
        }
    }
    std::vector<std::size_t> places(table.rules.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    return places;
}

Result<Term> Translator::table(const dmn::Box& box, Slots& slots) {
    const dmn::Table& table = *box.table;
    std::vector<Term> inputs;
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        if (table.inputs[i].has_allowed) return not_compiled("表的输入有允许范围");
        inputs.push_back(TRY(seen(TRY(expression(*table.inputs[i].code, slots)))));
    }
    if (table.policy == HitPolicy::first) {
        Result<Term> fused = fused_table(table, inputs, slots);
        if (fused.ok()) return fused;
    }
    std::vector<std::optional<RuleMasks>> masks(table.rules.size());
    for (std::size_t r = 0; r < table.rules.size(); ++r) {
        std::vector<Term> cells;
        for (std::size_t i = 0; i < inputs.size(); ++i)
            cells.push_back(TRY(tested(table.rules[r].tests[i], inputs[i], slots)));
        masks[r] = TRY(rule_masks(emitter_, r, cells));
    }
    std::vector<std::vector<Term>> outputs(table.outputs.size());
    bool has_default = false;
    std::vector<Term> otherwise;
    for (std::size_t c = 0; c < table.outputs.size(); ++c) {
        for (const dmn::Rule& rule : table.rules)
            outputs[c].push_back(TRY(output(table, c, rule.outputs[c].get(), slots)));
        has_default = has_default || table.outputs[c].default_code;
        otherwise.push_back(TRY(output(table, c, table.outputs[c].default_code.get(), slots)));
    }
    std::vector<std::size_t> order(table.rules.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (table.policy == HitPolicy::priority) order = TRY(ranked(table, outputs));
    std::vector<RuleMasks> rules;
    for (const std::size_t rule : order)
        if (masks[rule]) rules.push_back(*masks[rule]);
    TableFold fold(emitter_, table.policy, std::move(rules));
    return folded(table, fold, outputs, otherwise, has_default);
}

Result<Term> Translator::folded(const dmn::Table& table, TableFold& fold,
                                const std::vector<std::vector<Term>>& outputs,
                                const std::vector<Term>& otherwise, bool has_default) {
    const auto choose = [this](const Term& how, const Term& yes, const Term& no) {
        return chosen(how, yes, no);
    };
    const bool one = table.outputs.size() == 1;
    if (table.policy == HitPolicy::collect) {
        if (!one || has_default) return not_compiled("这样的汇总表");
        return collected(table, fold, outputs[0]);
    }
    if (table.policy == HitPolicy::rule_order || table.policy == HitPolicy::output_order)
        return not_compiled("结果是列表的表");
    const Register several = table.policy == HitPolicy::unique ? fold.several() : no_register;
    auto fields = std::make_shared<Fields>();
    Register lost = no_register;
    std::vector<Term> results;
    for (std::size_t c = 0; c < table.outputs.size(); ++c) {
        Term result = TRY(fold.fold(outputs[c], otherwise[c], choose));
        if (several != no_register || fold.maybe() != no_register ||
            table.policy == HitPolicy::any) {
            const Series* like = result.series();
            if (!like && result.constant()) {
                // The same constant in every row, as long as one rule holds.
                if (result.constant()->is_null()) return result;
                result = term_of(TRY(series_of(result, nullptr)));
                like = result.series();
            }
            if (!like) return not_compiled("表的输出");
            result = term_of(TRY(exceptions(table, fold, outputs[c], *like, several)));
            lost = emitter_.mask_or(lost, result.series()->unknown);
        }
        results.push_back(std::move(result));
    }
    if (one) return results[0];
    for (std::size_t c = 0; c < results.size(); ++c) {
        Term result = results[c];
        if (lost != no_register) result = TRY(lost_to(result, lost));
        fields->entries.emplace_back(table.outputs[c].name, std::move(result));
    }
    return Term{std::shared_ptr<const Fields>(std::move(fields))};
}

// What the hit policy says of rows where several rules hold, or perhaps hold.
Result<Series> Translator::exceptions(const dmn::Table& table, TableFold& fold,
                                      const std::vector<Term>& outputs, Series result,
                                      Register several) {
    if (table.policy == HitPolicy::any) {
        for (const RuleMasks& rule : fold.rules()) {
            Series mine = TRY(series_of(outputs[rule.rule], &result));
            Series whole = result;
            TRY(emitter_.unify(mine, whole));
            const Register differ = emitter_.mask_not(emitter_.identical(mine, whole));
            const Register yes = rule.always ? fold.all_rows() : rule.yes;
            several = emitter_.mask_or(several, emitter_.mask_and(yes, differ));
        }
    }
    if (several != no_register) {
        if (result.unknown != no_register) return not_compiled("不能确定的输出");
        result = emitter_.nulled(emitter_.at_level(result, emitter_.level_of(several)), several);
    }
    if (fold.maybe() == no_register || table.policy == HitPolicy::first) return result;
    if (table.policy == HitPolicy::priority) return emitter_.made_unknown(result, fold.maybe());
    // Certain only when all that may hold give the same; whether two of them would exclude each
    // other then, the row engine decides.
    Register lost = no_register;
    for (const RuleMasks& rule : fold.rules()) {
        if (rule.maybe == no_register) continue;
        Series mine = TRY(series_of(outputs[rule.rule], &result));
        Series whole = result;
        TRY(emitter_.unify(mine, whole));
        const Register differ = emitter_.mask_not(emitter_.identical(mine, whole));
        lost = emitter_.mask_or(lost, emitter_.mask_and(rule.maybe, differ));
    }
    const Level level = emitter_.level_of(lost);
    emitter_.doubt(emitter_.mask_and(fold.maybe(), emitter_.mask_not(lost)), level);
    return emitter_.made_unknown(emitter_.at_level(result, level), lost);
}

// COLLECT with an operator.
Result<Term> Translator::collected(const dmn::Table& table, TableFold& fold,
                                   const std::vector<Term>& outputs) {
    const bool count = table.aggregation == dmn::Aggregation::count;
    if (!count && table.aggregation != dmn::Aggregation::sum) return not_compiled("汇总方式");
    std::optional<Series> total;
    Register any = no_register;
    Series zero;
    for (const RuleMasks& rule : fold.rules()) {
        const Register yes = rule.always ? fold.all_rows() : rule.yes;
        any = emitter_.mask_or(any, yes);
        const Term mine = count ? term_of(Value::of(std::int64_t{1})) : outputs[rule.rule];
        const Term one = TRY(chosen(term_of(condition_of(emitter_, yes, no_register)), mine,
                                    term_of(Value::of(std::int64_t{0}))));
        if (!one.series() || one.series()->kind != Kind::number)
            return not_compiled("汇总的不是数字");
        total = total ? TRY(emitter_.arithmetic(frame::Operation::add, *total, *one.series()))
                      : *one.series();
    }
    if (!total) return not_compiled("没有规则的表");
    if (!count) total = emitter_.nulled(*total, emitter_.mask_not(any));
    return term_of(emitter_.made_unknown(*total, fold.maybe()));
}

// The whole table in one kernel: intervals of constants over numbers, codes and truths that are
// never unknown, constant outputs.
Result<Term> Translator::fused_table(const dmn::Table& table, const std::vector<Term>& inputs,
                                     Slots& slots) {
    FusedTable fused([&](const feel::Node& node) -> std::optional<Value> {
        if (node.op == feel::Op::test || node.op == feel::Op::range) return std::nullopt;
        const Result<Term> term = eval(node, slots);
        if (!term.ok() || !term.value().constant()) return std::nullopt;
        return *term.value().constant();
    });
    for (const Term& input : inputs) {
        if (!input.series()) return not_compiled("表的输入不是列");
        TRY(fused.add_input(*input.series()));
    }
    std::vector<std::vector<Value>> outputs(table.outputs.size());
    const auto add_outputs = [&](const auto& code_of) -> Result<void> {
        for (std::size_t c = 0; c < table.outputs.size(); ++c) {
            const Term term = TRY(output(table, c, code_of(c), slots));
            if (!term.constant()) return not_compiled("表的输出不是常数");
            outputs[c].push_back(*term.constant());
        }
        return {};
    };
    for (const dmn::Rule& rule : table.rules) {
        TRY(fused.add_rule(rule.tests));
        TRY(add_outputs([&](std::size_t c) { return rule.outputs[c].get(); }));
    }
    TRY(add_outputs([&](std::size_t c) { return table.outputs[c].default_code.get(); }));
    auto fields = std::make_shared<Fields>();
    const Series rule = fused.emit(emitter_);
    for (std::size_t c = 0; c < table.outputs.size(); ++c) {
        const Term result = TRY(looked_up({Emitter::Axis{rule, rule.most + 1, 1}}, outputs[c]));
        if (table.outputs.size() == 1) return result;
        fields->entries.emplace_back(table.outputs[c].name, result);
    }
    return Term{std::shared_ptr<const Fields>(std::move(fields))};
}

}  // namespace anmin::batch
