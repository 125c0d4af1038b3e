// From the clauses of one governed piece to task items: where each begins and ends, and its fields.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "directive/candidate.h"
#include "directive/clause.h"
#include "directive/frames.h"
#include "directive/time_point.h"

namespace anmin::directive {

// What makes the piece a directive.
enum class Authority {
    none,
    frame,     // 会议要求
    list,      // an enumerated list under a frame or a modal
    modal,     // its own 要, 须, 将
    document,  // the body of a notice or plan
    section,   // below a heading like 重点任务
    plan,      // 下一步
    table,     // a row of a task table
};

struct ItemContext {
    const document::Part& part;
    std::int32_t part_index = 0;
    WrittenWhen base;
    Authority authority = Authority::none;
    bool enumerated = false;
    bool imperative = false;  // the document's kind directs
};

// INVARIANT: the clauses follow each other in one piece and are not empty.
std::vector<Candidate> items_of(std::u32string_view text, const std::vector<Clause>& clauses,
                                const ItemContext& context, const Frames& frames);

// One item over text[range], whatever its clauses amount to: an officer says that it is one.
Candidate item_over(std::u32string_view text, Range range, const std::vector<Clause>& clauses,
                    const ItemContext& context, const Frames& frames);

// Fields that depend on the span alone: quantities, domains by name, duty.
void fill_fields(Candidate& item, std::int32_t domains, const ItemContext& context,
                 const Frames& frames);

}  // namespace anmin::directive
