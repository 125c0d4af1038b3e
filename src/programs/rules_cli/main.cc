// The rule commands by themselves: anmin-rules feel|decide|model check|tck ...
#include <iostream>

#include "rules_cli/rules_cli.h"

int main(int count, char** words) {
    using namespace anmin::rules_cli;
    std::vector<std::string> arguments(words + 1, words + count);
    const auto take = [&](const char* word) {
        if (arguments.empty() || arguments.front() != word) return false;
        arguments.erase(arguments.begin());
        return true;
    };
    if (take("tck")) return run_tck(arguments);
    if (take("feel")) return run_feel(arguments);
    if (take("decide")) return run_decide(arguments);
    if (take("model") && take("check")) return run_model_check(arguments);
    std::cerr << "用法：anmin-rules feel | decide | model check | tck …\n";
    return 2;
}
