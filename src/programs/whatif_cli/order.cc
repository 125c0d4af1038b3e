#include "whatif_cli/order.h"

#include <charconv>
#include <functional>
#include <map>

namespace anmin::whatif_cli {

namespace {

constexpr const char* usage =
    "anmin whatif --population 文件 --model 模型.dmn --as-of 日期 [--set '低保标准 * 1.06']… "
    "[--model-b 模型.dmn] [--inputs 文件.json] [--by nation|province|city|county|township] "
    "[--amount 决策] [--tier 列] [--cliffs 成员的列] [--format table|json|csv|xlsx] [--out 文件] "
    "[--threads 数] [--sample 数] [--seed 数]";

Error not_understood(std::string place, std::string finding) {
    return {Fault::invalid,     "E-WHATIF-001", std::move(place),
            std::move(finding), usage,          "按用法重新输入"};
}

template <class T>
Result<void> choose(const std::string& name, const std::string& word,
                    const std::map<std::string, T>& choices, T& into) {
    const auto found = choices.find(word);
    if (found == choices.end()) return not_understood(name, "不认识“" + word + "”");
    into = found->second;
    return {};
}

template <class T>
Result<void> number(const std::string& name, const std::string& word, T& into) {
    T value = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (fault != std::errc() || end != word.data() + word.size() || value < 0)
        return not_understood(name, "“" + word + "”不是自然数");
    into = value;
    return {};
}

Result<void> take(WhatIf& order, const std::string& name, const std::string& value) {
    static const std::map<std::string, std::string WhatIf::*> texts{
        {"--population", &WhatIf::population},
        {"--model", &WhatIf::model},
        {"--model-b", &WhatIf::model_b},
        {"--as-of", &WhatIf::as_of},
        {"--inputs", &WhatIf::inputs},
        {"--amount", &WhatIf::amount},
        {"--tier", &WhatIf::tier},
        {"--cliffs", &WhatIf::cliffs},
        {"--out", &WhatIf::out}};
    if (const auto text = texts.find(name); text != texts.end()) {
        order.*(text->second) = value;
        return {};
    }
    if (name == "--set") {
        order.changes.push_back(value);
        return {};
    }
    if (name == "--by")
        return choose<Division>(name, value,
                                {{"nation", Division::nation},
                                 {"province", Division::province},
                                 {"city", Division::city},
                                 {"county", Division::county},
                                 {"township", Division::township}},
                                order.by);
    if (name == "--format")
        return choose<Format>(name, value,
                              {{"table", Format::table},
                               {"json", Format::json},
                               {"csv", Format::csv},
                               {"xlsx", Format::xlsx}},
                              order.format);
    if (name == "--threads") return number(name, value, order.threads);
    if (name == "--sample") return number(name, value, order.sample);
    if (name == "--seed") return number(name, value, order.seed);
    return not_understood(name, "不认识的选项");
}

}  // namespace

Result<WhatIf> read_order(const std::vector<std::string>& arguments) {
    WhatIf order;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string name = arguments[i];
        std::string value;
        const std::size_t equals = name.find('=');
        if (name.starts_with("--") && equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        } else {
            if (i + 1 == arguments.size()) return not_understood(name, "缺少值");
            value = arguments[++i];
        }
        TRY(take(order, name, value));
    }
    if (order.population.empty()) return not_understood("--population", "缺少");
    if (order.model.empty()) return not_understood("--model", "缺少");
    if (order.as_of.empty()) return not_understood("--as-of", "缺少");
    if (order.threads < 1 || order.threads > 256)
        return not_understood("--threads", "应为 1 到 256");
    if (order.format == Format::xlsx && order.out.empty())
        return not_understood("--format xlsx", "缺少 --out 文件");
    if (order.changes.empty() && order.model_b.empty())
        return not_understood("--set", "没有说要比较什么：至少一个 --set 或 --model-b");
    return order;
}

}  // namespace anmin::whatif_cli
