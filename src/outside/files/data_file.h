// One JSON file of packages/, with typed access that names file and member in errors.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json.h"
#include "result/result.h"
#include "text/matcher.h"

namespace anmin::files {

class DataFile {
public:
    // E-FILES-001 when it cannot be read, E-JSON-001 when it is no JSON.
    static Result<DataFile> open(const std::filesystem::path& path);

    const json::Value& root() const { return root_; }
    const std::string& place() const { return place_; }
    Result<text::Matcher> words(std::string_view key) const;
    Result<std::vector<std::string>> strings(std::string_view key) const;

private:
    json::Value root_;
    std::string place_;
};

std::vector<std::u32string> decode_all(const std::vector<std::string>& words);

// An object of word lists: every word with the number of its key. Unknown keys are E-FILES-002.
Result<text::Matcher> numbered_words(const DataFile& file, std::string_view key,
                                     const std::vector<std::string>& names);

// domains.json: the closed list, and words with the bit set of the domains that name them.
struct Domains {
    std::vector<std::string> names;
    text::Matcher words;
    text::Matcher weak_words;
    std::int32_t cutting = 0;  // bit set of those with "cuts": true
    std::int32_t study = 0;    // bit of the one with "study": true
};
Result<Domains> load_domains(const std::filesystem::path& packages);

}  // namespace anmin::files
