#include "store/dialect.h"

#include <array>
#include <utility>

namespace anmin::store {

std::string in_dialect(std::string_view sql, const Dialect& dialect) {
    const std::array<std::pair<std::string_view, std::string_view>, 9> words{{
        {"{integer}", dialect.integer},
        {"{text}", dialect.text},
        {"{blob}", dialect.blob},
        {"{strict}", dialect.strict},
        {"{keyed}", dialect.keyed},
        {"{zero_hash}", dialect.zero_hash},
        {"{words_table}", dialect.words_table},
        {"{clear_words}", dialect.clear_words},
        {"{words_sample}", dialect.words_sample},
    }};
    std::string out(sql);
    for (const auto& [word, meaning] : words) {
        for (auto at = out.find(word); at != std::string::npos;
             at = out.find(word, at + meaning.size())) {
            out.replace(at, word.size(), meaning);
        }
    }
    return out;
}

}  // namespace anmin::store
