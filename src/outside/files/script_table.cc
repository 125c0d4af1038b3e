#include "files/script_table.h"

#include <cstdio>
#include <exception>
#include <memory>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>
#include <string>

#include "text/utf8.h"

namespace anmin::files {
namespace {

using Stage = document::ScriptTable::Stage;

Error unreadable(const std::filesystem::path& path) {
    return Error{Fault::unavailable,
                 "E-FILES-003",
                 path.string(),
                 "繁简对照词典读不出来",
                 "系统应装有 libopencc-data",
                 "请执行 apt-get install libopencc-data"};
}

struct Collected {
    std::vector<std::pair<std::u32string, std::int32_t>> phrases;
    Stage stage;
};

Result<void> collect(const std::filesystem::path& path, Collected& into) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    if (!file) return unreadable(path);
    try {
        const auto dictionary = opencc::MarisaDict::NewFromFile(file.get());
        for (const auto& entry : *dictionary->GetLexicon()) {
            const std::u32string from = text::decode(entry->Key());
            const std::u32string to = text::decode(entry->GetDefault());
            // A change of length would be a change of words, which is not wanted here.
            if (from.size() != to.size() || from.empty()) continue;
            if (from.size() > 1) {
                into.phrases.emplace_back(from,
                                          static_cast<std::int32_t>(into.stage.results.size()));
                into.stage.results.push_back(to);
            } else if (from != to) {
                into.stage.characters.emplace(from.front(), to.front());
            }
        }
    } catch (const std::exception&) {
        return unreadable(path);
    }
    return {};
}

}  // namespace

Result<document::ScriptTable> load_script_table(const std::filesystem::path& dictionaries) {
    document::ScriptTable out;
    const char* const stages[2][2] = {{"TWVariantsRevPhrases.ocd2", "TWVariantsRev.ocd2"},
                                      {"TSPhrases.ocd2", "TSCharacters.ocd2"}};
    for (const auto& names : stages) {
        Collected collected;
        for (const char* name : names) TRY(collect(dictionaries / name, collected));
        collected.stage.phrases = text::Matcher(collected.phrases);
        out.stages.push_back(std::move(collected.stage));
    }
    return out;
}

}  // namespace anmin::files
