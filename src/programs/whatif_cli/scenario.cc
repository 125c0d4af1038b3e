#include "whatif_cli/scenario.h"

#include <filesystem>

#include "dmn/inputs.h"
#include "feel/json_value.h"
#include "rules_cli/command.h"
#include "rules_cli/models.h"

namespace anmin::whatif_cli {

namespace {

// The input that is the day for which is decided.
constexpr const char* day_input = "基准日";

Result<std::size_t> column_of(const frame::Frame& table, const std::string& name,
                              const char* option) {
    if (const frame::Column* found = table.find_column(name))
        return static_cast<std::size_t>(found - table.columns.data());
    std::string names;
    for (const frame::Column& column : table.columns)
        names += (names.empty() ? "" : "、") + column.name +
                 (column.label.empty() ? "" : "（" + column.label + "）");
    return Error{Fault::invalid,         "E-WHATIF-003",   option,
                 "没有列“" + name + "”", "现有：" + names, "改用其中之一"};
}

Result<dmn::Model> load_model(const std::string& path) {
    auto loaded = TRY(dmn::load(TRY(rules_cli::read_documents(path))));
    if (loaded.findings.empty()) return std::move(loaded.value);
    const Finding& first = loaded.findings[0];
    return Error{Fault::invalid,
                 "E-WHATIF-002",
                 path,
                 "模型有 " + std::to_string(loaded.findings.size()) + " 处错误，第一处：" +
                     first.code + " " + first.place + "：" + first.text,
                 "没有错误的模型",
                 "用 anmin model check 看全部，改正后再算"};
}

// The values that are the same for all households: the file of inputs, and the day.
Result<dmn::Inputs> constants_of(const WhatIf& order, const dmn::Model& model,
                                 const std::string& model_path) {
    dmn::Inputs out;
    std::string path = order.inputs;
    if (path.empty()) {
        const auto beside = std::filesystem::path(model_path).replace_extension(".json");
        std::error_code ignored;
        if (std::filesystem::exists(beside, ignored)) path = beside.string();
    }
    if (!path.empty()) {
        const std::string text = TRY(rules_cli::read_text_file(path));
        auto inputs = dmn::inputs_of(model, TRY(feel::value_of_json(text, path)));
        if (!inputs.findings.empty())
            return Error{Fault::invalid,
                         "E-WHATIF-004",
                         path,
                         inputs.findings[0].code + " " + inputs.findings[0].place + "：" +
                             inputs.findings[0].text,
                         "以模型的输入为名的对象",
                         "改正参数文件"};
        out = std::move(inputs.value);
    }
    const auto day = calendar::parse_civil_date(order.as_of);
    if (!day)
        return Error{Fault::invalid,  "E-WHATIF-004", "--as-of", "“" + order.as_of + "”不是日期",
                     "如 2026-01-01", "改正日期"};
    for (const dmn::Element& element : model.data().elements)
        if (element.kind == dmn::ElementKind::input && element.variable.name == day_input)
            out[day_input] = feel::Value::of(*day);
    return out;
}

Result<std::vector<batch::Change>> changes_of(const dmn::Model& model, const std::string& text) {
    std::vector<batch::Change> out;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t to = std::min(text.find(';', from), text.size());
        out.push_back(TRY(batch::read_change(model, text.substr(from, to - from))));
        from = to + 1;
    }
    return out;
}

}  // namespace

Result<frame::Frame> layout_of(const population::Population& population, const WhatIf& order) {
    if (population.segments() == 0)
        return Error{Fault::invalid, "E-WHATIF-003",     order.population,
                     "没有一户",     "有数据的人口文件", "检查生成步骤"};
    frame::Frame layout = TRY(population.segment(0));
    std::size_t number = 0;
    for (frame::Column& column : layout.columns) column.range = population.range(number++);
    for (frame::Column& column : layout.children[0].frame.columns)
        column.range = population.range(number++);
    if (!order.cliffs.empty()) {
        frame::Frame& members = layout.children[0].frame;
        frame::Column& earned = members.columns[TRY(column_of(members, order.cliffs, "--cliffs"))];
        if (earned.type.meaning != frame::Meaning::number ||
            earned.type.width != frame::Width::four)
            return Error{Fault::invalid, "E-WHATIF-003",
                         "--cliffs",     "“" + order.cliffs + "”不是金额列",
                         "如 wage",      "改用其中之一"};
        earned.range.most += frame::power_of_ten(earned.type.scale);
    }
    return layout;
}

Result<Scenarios> scenarios_of(const WhatIf& order, const frame::Frame& layout) {
    Scenarios out;
    out.tier = TRY(column_of(layout, order.tier, "--tier"));
    out.division = TRY(column_of(layout, "division", "--by"));
    if (!order.cliffs.empty())
        out.cliffs = TRY(column_of(layout.children[0].frame, order.cliffs, "--cliffs"));
    const auto add = [&](const std::string& title, const dmn::Model& model, const std::string& path,
                         std::vector<batch::Change> changes) -> Result<void> {
        batch::Order plan{TRY(constants_of(order, model, path)),
                          std::move(changes),
                          {order.amount},
                          order.sample != 0};
        out.all.push_back({title, TRY(batch::plan_for(model, layout, std::move(plan)))});
        for (const std::string& message : out.all.back().plan.messages())
            out.messages.push_back(title + "：" + message);
        return {};
    };
    out.models.push_back(TRY(load_model(order.model)));
    const dmn::Model& model = out.models.back();
    TRY(add("现行", model, order.model, {}));
    for (const std::string& text : order.changes)
        TRY(add(text, model, order.model, TRY(changes_of(model, text))));
    if (!order.model_b.empty()) {
        out.models.push_back(TRY(load_model(order.model_b)));
        TRY(add(order.model_b, out.models.back(), order.model_b, {}));
    }
    return out;
}

}  // namespace anmin::whatif_cli
