#include "document/script.h"

#include <algorithm>

#include "text/han.h"

namespace anmin::document {
namespace {

std::u32string convert(const ScriptTable::Stage& stage, std::u32string_view text) {
    std::u32string out(text);
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] < 0x3400) {
            ++at;
            continue;
        }
        if (const auto phrase = stage.phrases.at(text, at)) {
            const std::u32string& to = stage.results[static_cast<std::size_t>(phrase->value)];
            std::copy(to.begin(), to.end(), out.begin() + static_cast<std::ptrdiff_t>(at));
            at = phrase->end;
            continue;
        }
        const auto single = stage.characters.find(text[at]);
        if (single != stage.characters.end()) out[at] = single->second;
        ++at;
    }
    return out;
}

}  // namespace

char32_t simplified(char32_t character, const ScriptTable& table) {
    for (const auto& stage : table.stages) {
        const auto found = stage.characters.find(character);
        if (found != stage.characters.end()) character = found->second;
    }
    return character;
}

double traditional_share(std::u32string_view text, const ScriptTable& table) {
    const std::size_t sample = std::min<std::size_t>(text.size(), 40000);
    std::size_t han = 0;
    std::size_t traditional = 0;
    for (const char32_t c : text.substr(0, sample)) {
        if (!text::is_han(c)) continue;
        ++han;
        traditional += simplified(c, table) != c;
    }
    return han == 0 ? 0.0 : static_cast<double>(traditional) / static_cast<double>(han);
}

void simplify(Draft& draft, const ScriptTable& table) {
    std::int64_t changed = 0;
    for (Line& line : draft.lines) {
        std::u32string now(line.text.view());
        for (const auto& stage : table.stages) now = convert(stage, now);
        for (std::size_t at = 0; at < now.size(); ++at) {
            if (now[at] == line.text[at]) continue;
            line.text.set(at, now[at]);
            ++changed;
        }
    }
    draft.note("script_simplified", "繁体转简体（逐词，不改用词）", changed);
}

}  // namespace anmin::document
