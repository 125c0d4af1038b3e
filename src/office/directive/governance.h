// Who speaks and how: the frames that make the clauses behind them directives, opinions, records or
// quotations.
#pragma once

#include <optional>
#include <string_view>

#include "directive/clause.h"
#include "directive/frames.h"

namespace anmin::directive {

struct Frame {
    FrameKind kind = FrameKind::directive;
    std::size_t end = 0;  // where the governed words begin
    bool empty = false;   // only announces: 会议明确了四项重点任务
};

// The frame that opens at the beginning of the piece: 会议要求，… ; 厅长某某强调，… ; 会议议定：…
std::optional<Frame> frame_at(std::u32string_view text, Range piece, const Frames& frames);

// 下一步， and its like at the beginning: where the words behind it begin.
std::optional<std::size_t> future_opener(std::u32string_view text, Range piece,
                                         const Frames& frames);

// The sentence closes what was said: 会上，…; …参加会议.
bool closes_frame(std::u32string_view sentence, const Frames& frames);

// What a heading promises below it.
enum class Section { open, directive, result, scope };
Section section_of(std::u32string_view heading, const Frames& frames);

}  // namespace anmin::directive
