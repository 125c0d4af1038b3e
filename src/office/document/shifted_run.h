// Runs of characters read one byte off: the GBK bytes are right, the pairs are cut wrongly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/lexicon.h"

namespace anmin::document {

struct ShiftedRun {
    std::u32string characters;  // what was meant
    std::size_t end = 0;        // behind the last damaged character
    bool loses_end = false;     // its last character could not be recovered (U+FFFD)
};

// The run that begins at `at`, given the lead byte that was cut off before it. It ends where an
// ASCII character was swallowed as a second byte. Nothing when the bytes do not make common
// characters.
std::optional<ShiftedRun> shifted_run(std::u32string_view text, std::size_t at, std::uint8_t lead,
                                      const Lexicon& lexicon);

// `?` and a full-width mark that was cut across two characters: ?！渡钊雽W. The lead byte is found
// by the word it makes with `before`, else 。 is taken before 《 or “.
std::optional<ShiftedRun> shifted_at_mark(std::u32string_view text, std::size_t at,
                                          std::u32string_view before, const Lexicon& lexicon);

}  // namespace anmin::document
