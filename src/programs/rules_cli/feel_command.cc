#include <iostream>

#include "feel/characters.h"
#include "feel/compile.h"
#include "feel/evaluate.h"
#include "feel/json_value.h"
#include "feel/print.h"
#include "rules_cli/command.h"
#include "rules_cli/rules_cli.h"

namespace anmin::rules_cli {

namespace {

// Prints each part of the expression and what it gave.
class Steps : public feel::Listener {
public:
    void evaluated(const feel::Code& code, const feel::Node& node,
                   const feel::Value& value) override {
        if (node.end <= node.begin || node.end > code.source->text.size()) return;
        std::cout << "  " << code.source->text.substr(node.begin, node.end - node.begin) << " = "
                  << feel::literal_text(value, 200) << "\n";
    }
};

// The entries of a context become the names of the expression.
Result<feel::Context> read_context(const Command& command) {
    const std::string* file = command.find("--context");
    if (!file) return feel::Context();
    const std::string text = TRY(read_text_file(*file));
    const feel::Value value = TRY(feel::value_of_json(text, *file));
    if (!value.context())
        return Error{Fault::invalid, "E-DMN-221", *file, "不是一个对象", "{\"名称\": 值}", ""};
    return *value.context();
}

// False when the text is no FEEL, or its value is null for a reason.
bool evaluate_line(const std::string& text, const feel::Context& context, bool explain) {
    feel::Scope scope;
    std::set<std::string> members;
    std::vector<feel::Value> values;
    for (const feel::Entry& entry : context.entries()) {
        scope.names.push_back({feel::normal_name(entry.name), nullptr});
        values.push_back(entry.value);
        feel::collect_members(entry.value, members);
    }
    scope.members = &members;
    feel::Source source;
    source.text = text;
    const auto compiled = feel::compile(source, scope);
    for (const Finding& finding : compiled.findings)
        std::cerr << finding.code << " " << finding.place << "：" << finding.text << "\n";
    feel::Session::Options options;
    options.now = now();
    feel::Session session(options);
    Steps steps;
    if (explain) session.listener = &steps;
    const feel::Value value = session.run(*compiled.value, std::move(values));
    std::cout << feel::literal_text(value, 1 << 20) << std::endl;
    if (!value.cause()) return true;
    if (compiled.findings.empty()) std::cerr << value.cause()->text() << "\n";
    return false;
}

}  // namespace

int run_feel(const std::vector<std::string>& arguments) {
    // An expression may begin with a dash; only the two options are ours.
    const Command command = read_command(arguments, {"--context"}, {"--explain"});
    if (!command.problem.empty() || command.plain.size() > 1)
        return usage(command.problem, "feel '表达式' [--context 文件.json] [--explain]");
    const auto context = read_context(command);
    if (!context.ok()) return report(context.error());
    const bool explain = command.has("--explain");
    if (!command.plain.empty())
        return evaluate_line(command.plain[0], context.value(), explain) ? 0 : 1;
    bool good = true;
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty()) good = evaluate_line(line, context.value(), explain) && good;
    return good ? 0 : 1;
}

}  // namespace anmin::rules_cli
