#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "dmn/tck.h"
#include "rules_cli/command.h"
#include "rules_cli/rules_cli.h"

namespace anmin::rules_cli {

namespace {

// Folders that hold models, in the order of their names.
std::vector<dmn::KitFolder> read_kit(const std::string& root) {
    std::map<std::string, dmn::KitFolder> folders;
    std::error_code error;
    std::set<std::filesystem::path> paths;
    for (std::filesystem::recursive_directory_iterator at(root, error), end; !error && at != end;
         at.increment(error))
        if (at->is_regular_file(error)) paths.insert(at->path());
    for (const auto& path : paths) {
        const bool model = path.extension() == ".dmn";
        if (!model && path.extension() != ".xml") continue;
        const std::string name =
            std::filesystem::relative(path.parent_path(), root, error).generic_string();
        dmn::KitFolder& folder = folders[name];
        folder.name = name;
        auto text = read_text_file(path.string());
        if (!text.ok()) continue;
        (model ? folder.models : folder.tests)
            .push_back({path.filename().string(), std::move(text).value()});
    }
    std::vector<dmn::KitFolder> out;
    for (auto& [name, folder] : folders)
        if (!folder.models.empty()) out.push_back(std::move(folder));
    return out;
}

std::string_view heading_of(const dmn::KitResult& result) {
    if (!result.passed) return "未通过";
    return result.agreement == dmn::Agreement::rounded ? "按期望的位数相等"
                                                       : "期望是二进制运算的结果";
}

}  // namespace

int run_tck(const std::vector<std::string>& arguments) {
    const Command command = read_command(arguments, {"--csv"}, {"--quiet"});
    if (!command.problem.empty() || command.plain.size() != 1)
        return usage(command.problem, "tck 目录 [--csv 文件]");
    feel::Session::Options options;
    options.native_java = true;
    options.now = now();
    std::vector<dmn::KitResult> results;
    for (const dmn::KitFolder& folder : read_kit(command.plain[0]))
        for (dmn::KitResult& result : dmn::run_kit(folder, options))
            results.push_back(std::move(result));
    std::size_t passed = 0;
    std::map<dmn::Agreement, std::size_t> agreements;
    for (const dmn::KitResult& result : results) {
        passed += result.passed ? 1 : 0;
        ++agreements[result.passed ? result.agreement : dmn::Agreement::none];
        if (result.agreement != dmn::Agreement::exact && !command.has("--quiet"))
            std::cout << heading_of(result) << " " << result.folder << " " << result.test << " "
                      << result.id << ": " << result.detail << "\n";
    }
    std::cout << "通过 " << passed << " / " << results.size() << "：数值完全相等 "
              << agreements[dmn::Agreement::exact] << "，与期望写出的位数相等 "
              << agreements[dmn::Agreement::rounded] << "，期望是二进制运算的结果 "
              << agreements[dmn::Agreement::binary] << "\n";
    if (const std::string* file = command.find("--csv")) {
        std::ofstream out(*file, std::ios::binary);
        out << dmn::csv_of(results);
        if (!out)
            return report(
                {Fault::unavailable, "E-CLI-006", *file, "写不了这个文件", "可写的路径", ""});
    }
    return passed == results.size() && !results.empty() ? 0 : 1;
}

}  // namespace anmin::rules_cli
