#include "cli/arguments.h"

#include <charconv>

namespace anmin::cli {
namespace {

std::string names(const Grammar& grammar) {
    std::string list;
    for (const auto& option : grammar.options) list += (list.empty() ? "--" : " --") + option;
    for (const auto& flag : grammar.flags) list += (list.empty() ? "--" : " --") + flag;
    return list.empty() ? "没有选项" : list;
}

Error unknown(const std::string& name, const Grammar& grammar) {
    return {Fault::invalid,   "E-CLI-001",    "选项 --" + name,
            "不认识这个选项", names(grammar), "用 anmin help 查看用法"};
}

}  // namespace

std::optional<std::string> Arguments::find(const std::string& option) const {
    const auto found = options.find(option);
    if (found == options.end()) return std::nullopt;
    return found->second.back();
}

std::string Arguments::get(const std::string& option, const std::string& otherwise) const {
    return find(option).value_or(otherwise);
}

Result<Arguments> parse(const std::vector<std::string>& words, const Grammar& grammar) {
    Arguments parsed;
    bool options_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (options_end || !word.starts_with("--")) {
            parsed.words.push_back(word);
            continue;
        }
        if (word == "--") {
            options_end = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (grammar.flags.contains(name) && equals == std::string::npos) {
            parsed.flags.insert(name);
        } else if (!grammar.options.contains(name)) {
            return unknown(name, grammar);
        } else if (equals != std::string::npos) {
            parsed.options[name].push_back(word.substr(equals + 1));
        } else if (i + 1 < words.size()) {
            parsed.options[name].push_back(words[++i]);
        } else {
            return Error{Fault::invalid, "E-CLI-002",         "选项 --" + name,
                         "后面没有值",   "--" + name + " 值", "补上值后重试"};
        }
    }
    return parsed;
}

Result<int> whole_number(const std::string& place, const std::string& word, int least, int most) {
    int number = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (fault == std::errc() && end == word.data() + word.size() && number >= least &&
        number <= most) {
        return number;
    }
    return Error{Fault::invalid,
                 "E-CLI-003",
                 place,
                 "“" + word + "”不是这里能用的数",
                 std::to_string(least) + " 到 " + std::to_string(most) + " 的整数",
                 "更正后重试"};
}

}  // namespace anmin::cli
