// Rows of task tables: one item each, from the 工作任务 cell to the end of the 目标要求 cell.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "directive/candidate.h"
#include "directive/clause.h"
#include "directive/item.h"

namespace anmin::directive {

class TableReader {
public:
    TableReader(std::u32string_view text, const document::Part& part, const WrittenWhen& base,
                const Frames& frames)
        : text_(text), part_(part), base_(base), frames_(frames) {}

    // Takes the next row. The first row whose cells name columns is the head and gives no item.
    std::optional<Candidate> take(Range row);
    // The table has ended.
    void reset() { columns_.clear(); }

private:
    std::vector<Range> cells(Range row) const;
    bool read_head(const std::vector<Range>& row);
    bool take_unnamed(const std::vector<Range>& row, std::vector<TaskColumn>& columns) const;
    std::optional<Range> span_of(const std::vector<Range>& row) const;
    std::u32string_view view(Range range) const {
        return text_.substr(range.start, range.end - range.start);
    }

    std::u32string_view text_;
    const document::Part& part_;
    const WrittenWhen& base_;
    const Frames& frames_;
    std::vector<TaskColumn> columns_;
};

}  // namespace anmin::directive
