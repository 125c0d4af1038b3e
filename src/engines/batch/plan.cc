#include "batch/plan.h"

#include <algorithm>

#include "batch/translate.h"
#include "feel/compile.h"

namespace anmin::batch {

namespace {

std::string names_of(const dmn::Model& model) {
    std::string out;
    for (const dmn::Element& element : model.data().elements)
        if (element.kind == dmn::ElementKind::input || element.kind == dmn::ElementKind::decision)
            out += (out.empty() ? "" : "、") + element.variable.name;
    return out;
}

Error no_change(const std::string& text, const std::string& finding, const dmn::Model& model) {
    return {Fault::invalid,
            "E-BATCH-003",
            "“" + text + "”",
            finding,
            "以模型的输入或决策开头，如 “低保标准 * 1.06” 或 “低保标准 = 900”；模型中有：" +
                names_of(model),
            "请核对名称，注意全角与半角"};
}

std::string trimmed(std::string text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

}  // namespace

Result<Change> read_change(const dmn::Model& model, const std::string& text) {
    Change change;
    change.text = trimmed(text);
    const auto& elements = model.data().elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string& name = elements[i].variable.name;
        const bool value = elements[i].kind == dmn::ElementKind::input ||
                           elements[i].kind == dmn::ElementKind::decision;
        if (!value || name.empty() || !change.text.starts_with(name)) continue;
        if (name.size() <= change.name.size()) continue;
        change.name = name;
        change.element = static_cast<int>(i);
    }
    if (change.name.empty()) return no_change(text, "没有这个名称的输入或决策", model);
    std::string rest = trimmed(change.text.substr(change.name.size()));
    if (rest.empty()) return no_change(text, "没有说怎样改", model);
    const bool assigned = rest.starts_with('=');
    const bool operated = std::string("+-*/").find(rest[0]) != std::string::npos;
    if (!assigned && !operated) return no_change(text, "没有这个名称的输入或决策", model);
    feel::Source source;
    source.text = assigned ? trimmed(rest.substr(1)) : change.name + " " + rest;
    source.element = "--set";
    feel::Scope scope;
    scope.names.push_back(
        {change.name, elements[static_cast<std::size_t>(change.element)].variable.type});
    auto compiled = feel::compile(source, scope);
    if (!compiled.findings.empty()) return no_change(text, compiled.findings[0].text, model);
    change.code = std::move(compiled.value);
    return change;
}

namespace {

// A result as evaluation reads it: by households.
Result<Term> as_output(Translator& translator, Emitter& emitter, const Term& result) {
    const Term term = TRY(translator.seen(result));
    if (const Series* series = term.series()) {
        if (series->level == Level::household) return term;
        return not_compiled("结果是每个成员的值");
    }
    if (const Quotient* quotient = term.quotient()) {
        if (quotient->top.level == Level::member || quotient->bottom.level == Level::member)
            return not_compiled("结果是每个成员的值");
        return Term{Quotient{emitter.at_width(quotient->top, frame::Width::eight),
                             emitter.at_width(quotient->bottom, frame::Width::eight)}};
    }
    if (term.constant() && !term.constant()->is_unknown() && !term.constant()->function())
        return term;
    return not_compiled("结果不是单个的值");
}

void keep(Program& program, const Series& series) {
    program.kept.push_back(series.values);
    if (series.unknown != no_register) program.kept.push_back(series.unknown);
}

}  // namespace

Result<Plan> plan_for(const dmn::Model& model, const frame::Frame& households, Order order) {
    Plan plan;
    plan.model_ = &model;
    plan.order_ = std::move(order);
    plan.binding_ = TRY(binding_of(model, plan.order_.constants, households));
    Emitter emitter(plan.program_);
    emitter.mark_borders = plan.order_.mark_borders;
    Translator translator(model, plan.binding_, households, emitter);
    std::optional<Error> unchanged;
    for (const Change& change : plan.order_.changes) {
        Result<Term> before = translator.value_of(change.element);
        Result<Term> after =
            before.ok() ? translator.evaluated(*change.code, {before.value()}) : std::move(before);
        if (!after.ok()) {
            unchanged = after.error();
            plan.messages_.push_back("“" + change.text + "”改由逐户引擎计算：" +
                                     after.error().finding);
            break;
        }
        translator.give(change.element, after.value());
    }
    for (const std::string& name : plan.order_.decisions) {
        const dmn::Element* found = model.find(dmn::ElementKind::decision, name);
        if (!found)
            return Error{Fault::missing,
                         "E-DMN-201",
                         model.data().files[0].source,
                         "没有名为 “" + name + "” 的决策",
                         "模型中的决策：" + names_of(model),
                         "请核对名称，注意全角与半角"};
        Output output{name, {}, false};
        Result<Term> term = not_compiled("改动不能按列计算");
        if (!unchanged) {
            term = translator.value_of(model.index_of(*found));
            if (term.ok()) term = as_output(translator, emitter, term.value());
        }
        if (term.ok()) {
            output.term = term.value();
            if (const Series* series = output.term.series()) keep(plan.program_, *series);
            if (const Quotient* quotient = output.term.quotient()) {
                keep(plan.program_, quotient->top);
                keep(plan.program_, quotient->bottom);
            }
        } else {
            output.by_row = true;
            plan.messages_.push_back("“" + name + "”由逐户引擎计算：" + term.error().place + " " +
                                     term.error().finding);
        }
        plan.outputs_.push_back(std::move(output));
    }
    plan.program_.finish();
    return plan;
}

}  // namespace anmin::batch
