// For the tests of this room: a small population in memory, models from texts, and the comparison
// of a plan with the row engine, row by row and in every encoding.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "batch/plan.h"
#include "dmn/load.h"
#include "frame/builder.h"

namespace anmin::batch {

// One column with its rows; nothing is a row without a value.
struct SampleColumn {
    std::string name;
    frame::Type type;
    std::vector<std::string> texts;  // of Meaning::text
    std::vector<std::optional<std::int64_t>> rows;
};

class Sample {
public:
    // `sizes`: members of each household.
    Sample(const std::vector<SampleColumn>& households, const std::vector<SampleColumn>& members,
           const std::vector<std::size_t>& sizes);
    const frame::Frame& frame() const { return frame_; }

private:
    void fill(const std::vector<SampleColumn>& columns, frame::Frame& table);

    std::deque<frame::Dictionary> dictionaries_;
    std::deque<frame::ColumnBuilder> builders_;
    frame::OffsetsBuilder offsets_;
    frame::Frame frame_;
};

// FEEL in XML.
std::string escaped(const std::string& text);

// A model without findings; fails the test otherwise.
dmn::Model model_of(const std::string& xml);

struct Compared {
    std::size_t rows = 0;
    std::size_t by_row_engine = 0;
    std::size_t messages = 0;
    std::vector<std::string> differences;  // "决策 行: 按列 ... 逐户 ..."; at most ten
};
// Every household through plan and row engine, once plainly and once in each other encoding.
Compared compare_with_row_engine(const dmn::Model& model, const Sample& sample, Order order);

}  // namespace anmin::batch
