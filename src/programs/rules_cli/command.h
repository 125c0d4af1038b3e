// What the commands share: their arguments, files and messages. Internal to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "feel/value.h"
#include "result/result.h"

namespace anmin::rules_cli {

struct Command {
    std::vector<std::string> plain;              // arguments without a dash
    std::map<std::string, std::string> options;  // "--input" -> its value; flags have none
    std::string problem;

    bool has(const std::string& name) const { return options.contains(name); }
    const std::string* find(const std::string& name) const {
        const auto found = options.find(name);
        return found == options.end() ? nullptr : &found->second;
    }
};

Command read_command(const std::vector<std::string>& arguments,
                     const std::vector<std::string>& with_value,
                     const std::vector<std::string>& flags);

// The text of a file; "-" is standard input.
Result<std::string> read_text_file(const std::string& path);
// The moment of the computer's clock, in UTC.
feel::DateTime now();

// Writes to standard error; gives the exit code.
int report(const Error& error);
int usage(const std::string& problem, const std::string& form);

}  // namespace anmin::rules_cli
