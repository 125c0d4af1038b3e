#include <iostream>

#include "cli/commands.h"

namespace anmin::cli {

int fail(const Error& error) {
    std::cerr << error.text() << "\n";
    return error.code.starts_with("E-CLI-") ? 2 : 1;
}

int not_understood(const std::string& command, const std::string& usage) {
    std::cerr << "E-CLI-000 anmin " << command << "：不认识这样的用法；应为：" << usage
              << "；下一步：用 anmin help 查看全部命令\n";
    return 2;
}

}  // namespace anmin::cli
