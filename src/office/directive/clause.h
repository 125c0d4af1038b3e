// Clauses, the smallest pieces the rules look at, and what is seen in one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "directive/frames.h"

namespace anmin::directive {

// A stretch [start, end) of the part's text.
struct Range {
    std::size_t start = 0;
    std::size_t end = 0;
};

struct Clause {
    Range range;
    std::int32_t domains = 0;    // bit set, from words that say so plainly
    std::int32_t weak = 0;       // from words that only make an object concrete
    int signs = 0;               // weak words, and names of lists, plans, systems, documents
    bool prohibition = false;    // 不得, 严禁: says by itself what is wanted
    bool modal = false;          // 要, 须, 请, ... at its head
    bool modal_is_weak = false;  // only 将
    bool firm_modal = false;     // 应当, 必须, or at the very head: 要加强…
    bool verb = false;           // has a verb of doing
    bool verb_first = false;     // and begins with it, adverbs aside
    bool exhortation = false;    // has a phrase of exhortation
    bool consequence = false;    // 纳入考核, 追责
    bool past = false;           // tells what was done
    bool strongly_past = false;  // even under a directive frame
    bool study = false;          // its first verb is one of study
    bool study_form = false;     // names a form or product of study
    bool outcome = false;        // 确保…, 形成…: the aim of what stands before
    bool condition = false;      // 对…的, 如…: waits for what follows
    std::size_t verb_start = 0;  // of its first verb of doing
    std::size_t verb_end = 0;
    std::optional<Range> actor;  // stated doers, at its head

    bool content() const { return domains != 0 || signs > 0 || prohibition; }
};

// Looks at text[range]. The range holds no comma outside quotation marks.
Clause look_at(std::u32string_view text, Range range, const Frames& frames);

// Cuts at the given marks, not inside “”, 《》 and （）. Empty pieces are left out; the marks
// belong to none.
std::vector<Range> cut_at(std::u32string_view text, Range range, std::u32string_view marks);

}  // namespace anmin::directive
