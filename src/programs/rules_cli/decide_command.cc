#include <iostream>

#include "dmn/inputs.h"
#include "feel/json_value.h"
#include "feel/print.h"
#include "rules_cli/command.h"
#include "rules_cli/models.h"
#include "rules_cli/rules_cli.h"

namespace anmin::rules_cli {

namespace {

constexpr const char* form =
    "decide 模型.dmn [--decision 名称 | --service 名称] --input 文件.json|- [--as-of 日期] "
    "[--explain] "
    "[--format json|text]";

// SPEC: a model that does not compile decides nothing.
Result<dmn::Model> load_model(const std::string& path) {
    auto loaded = dmn::load(TRY(read_documents(path)));
    if (!loaded.ok()) return loaded.error();
    const auto& findings = loaded.value().findings;
    if (findings.empty()) return std::move(loaded).value().value;
    for (const Finding& finding : findings)
        std::cerr << finding.code << " " << finding.place << "：" << finding.text << "\n";
    return Error{Fault::invalid,
                 "E-DMN-200",
                 path,
                 "模型有 " + std::to_string(findings.size()) + " 处错误，不作任何决定",
                 "没有错误的模型",
                 "请按上面的提示改正，再用 anmin model check 检查"};
}

// now() of the model: the start of the day it is decided for, or this moment.
Result<feel::DateTime> moment_of(const Command& command) {
    const std::string* day = command.find("--as-of");
    if (!day) return now();
    const auto date = calendar::parse_civil_date(*day);
    if (!date) return Error{Fault::invalid, "E-CLI-004", *day, "不是日期", "如 2025-03-01", ""};
    return feel::DateTime{*date, {}};
}

void print_json(const dmn::Outcome& outcome) {
    std::string out = "{\"answers\":[";
    bool first = true;
    for (const dmn::Answer& answer : outcome.answers) {
        out += first ? "{\"name\":" : ",{\"name\":";
        first = false;
        feel::append_json_string(out, answer.name);
        out += ",\"value\":" + feel::json_text(answer.value);
        if (answer.value.cause()) {
            out += ",\"cause\":";
            feel::append_json_string(out, answer.value.cause()->text());
        }
        out += ",\"missing\":[";
        bool first_name = true;
        for (const std::string& name : answer.missing) {
            if (!first_name) out += ",";
            first_name = false;
            feel::append_json_string(out, name);
        }
        out += "]}";
    }
    out += "]";
    if (outcome.derivation) out += ",\"derivation\":" + dmn::json_of(*outcome.derivation);
    std::cout << out << "}\n";
}

void print_text(const dmn::Outcome& outcome) {
    for (const dmn::Answer& answer : outcome.answers) {
        std::cout << answer.name << "：" << feel::literal_text(answer.value, 1 << 16) << "\n";
        if (answer.value.cause()) std::cout << "　原因：" << answer.value.cause()->text() << "\n";
        if (!answer.missing.empty()) {
            std::cout << "　尚不能确定，缺少：";
            const char* comma = "";
            for (const std::string& name : answer.missing) {
                std::cout << comma << name;
                comma = "、";
            }
            std::cout << "\n";
        }
    }
    if (outcome.derivation) std::cout << dmn::chinese_of(*outcome.derivation);
}

Result<dmn::Outcome> decide_as_asked(const Command& command) {
    const dmn::Model model = TRY(load_model(command.plain[0]));
    const std::string* file = command.find("--input");
    const std::string text = file ? TRY(read_text_file(*file)) : std::string("{}");
    const auto inputs = dmn::inputs_of(model, TRY(feel::value_of_json(text, file ? *file : "")));
    if (!inputs.findings.empty())
        return Error{Fault::invalid,          inputs.findings[0].code, inputs.findings[0].place,
                     inputs.findings[0].text, "模型中的输入",          "请核对名称"};
    dmn::Request request;
    if (const std::string* name = command.find("--service")) {
        request.kind = dmn::Request::Kind::service;
        request.names = {*name};
    } else if (const std::string* decision = command.find("--decision")) {
        request.names = {*decision};
    }
    request.explain = command.has("--explain");
    request.certain = true;
    feel::Session::Options options;
    options.now = TRY(moment_of(command));
    return dmn::decide(model, inputs.value, request, options);
}

}  // namespace

int run_decide(const std::vector<std::string>& arguments) {
    const Command command = read_command(
        arguments, {"--decision", "--service", "--input", "--as-of", "--format"}, {"--explain"});
    const std::string* format = command.find("--format");
    const bool known = !format || *format == "json" || *format == "text";
    if (!command.problem.empty() || command.plain.size() != 1 || !known)
        return usage(command.problem, form);
    const auto outcome = decide_as_asked(command);
    if (!outcome.ok()) return report(outcome.error());
    if (format && *format == "json") {
        print_json(outcome.value());
    } else {
        print_text(outcome.value());
    }
    return 0;
}

}  // namespace anmin::rules_cli
