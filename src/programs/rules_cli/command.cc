#include "rules_cli/command.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

namespace anmin::rules_cli {

Command read_command(const std::vector<std::string>& arguments,
                     const std::vector<std::string>& with_value,
                     const std::vector<std::string>& flags) {
    Command out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const auto in = [&](const std::vector<std::string>& list) {
            return std::find(list.begin(), list.end(), argument) != list.end();
        };
        if (!argument.starts_with("--")) {
            out.plain.push_back(argument);
        } else if (in(flags)) {
            out.options[argument] = "";
        } else if (!in(with_value)) {
            out.problem = "没有选项 " + argument;
        } else if (i + 1 == arguments.size()) {
            out.problem = argument + " 后面缺少内容";
        } else {
            out.options[argument] = arguments[++i];
        }
    }
    return out;
}

Result<std::string> read_text_file(const std::string& path) {
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin),
                           std::istreambuf_iterator<char>());
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error{Fault::missing,   "E-CLI-005",        path,
                     "打不开这个文件", "存在且可读的文件", "请核对路径"};
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

feel::DateTime now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
    feel::DateTime epoch;
    epoch.time.zone = calendar::Zone::fixed(0);
    return *epoch.plus(feel::DaysTime{nanoseconds});
}

int report(const Error& error) {
    std::cerr << error.text() << "\n";
    return 1;
}

int usage(const std::string& problem, const std::string& form) {
    if (!problem.empty()) std::cerr << problem << "\n";
    std::cerr << "用法：anmin " << form << "\n";
    return 2;
}

}  // namespace anmin::rules_cli
