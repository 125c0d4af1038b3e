#include <filesystem>
#include <iostream>
#include <set>

#include "dmn/check.h"
#include "dmn/load.h"
#include "rules_cli/command.h"
#include "rules_cli/models.h"
#include "rules_cli/rules_cli.h"

namespace anmin::rules_cli {

Result<std::vector<dmn::Document>> read_documents(const std::string& path) {
    std::vector<dmn::Document> out;
    const std::filesystem::path main(path);
    out.push_back({main.filename().string(), TRY(read_text_file(path))});
    const bool imports = out[0].text.find("<import") != std::string::npos ||
                         out[0].text.find(":import") != std::string::npos;
    if (!imports) return out;
    std::error_code error;
    std::set<std::filesystem::path> beside;
    const std::filesystem::path folder = main.has_parent_path() ? main.parent_path() : ".";
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error))
        if (at->path().extension() == ".dmn" && at->path().filename() != main.filename())
            beside.insert(at->path());
    for (const auto& other : beside) {
        auto text = read_text_file(other.string());
        if (text.ok()) out.push_back({other.filename().string(), std::move(text).value()});
    }
    return out;
}

int run_model_check(const std::vector<std::string>& arguments) {
    const Command command = read_command(arguments, {}, {});
    if (!command.problem.empty() || command.plain.empty())
        return usage(command.problem, "model check 模型.dmn …");
    int exit_code = 0;
    for (const std::string& path : command.plain) {
        const auto documents = read_documents(path);
        if (!documents.ok()) return report(documents.error());
        const auto loaded = dmn::load(documents.value());
        if (!loaded.ok()) {
            exit_code = report(loaded.error());
            continue;
        }
        for (const Finding& finding : loaded.value().findings)
            std::cout << finding.code << " " << finding.place << "：" << finding.text << "\n";
        const auto warnings = dmn::check(loaded.value().value);
        for (const Finding& finding : warnings)
            std::cout << finding.code << " " << finding.place << "：" << finding.text << "\n";
        std::cout << path << "：" << loaded.value().findings.size() << " 处错误，"
                  << warnings.size() << " 处提醒\n";
        if (!loaded.value().findings.empty()) exit_code = 1;
    }
    return exit_code;
}

}  // namespace anmin::rules_cli
