// The words of a command line: options "--name value" or "--name=value", flags, and what is left.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::cli {

// What a command understands; anything else is an error that names it.
struct Grammar {
    std::set<std::string> options;  // take a value
    std::set<std::string> flags;    // take none
};

struct Arguments {
    std::vector<std::string> words;  // in order, options taken out; "-" is a word
    std::map<std::string, std::vector<std::string>> options;
    std::set<std::string> flags;

    // The last value given; nothing when the option is absent.
    std::optional<std::string> find(const std::string& option) const;
    std::string get(const std::string& option, const std::string& otherwise) const;
    bool has(const std::string& flag) const { return flags.contains(flag); }
};

// "--" ends the options. Errors: E-CLI-001 unknown option, E-CLI-002 value missing.
Result<Arguments> parse(const std::vector<std::string>& words, const Grammar& grammar);

// A whole number between the two limits; E-CLI-003 otherwise.
Result<int> whole_number(const std::string& place, const std::string& word, int least, int most);

}  // namespace anmin::cli
