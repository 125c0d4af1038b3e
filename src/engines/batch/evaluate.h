// Running a plan over a population, chunk by chunk, with the row engine for what the plan leaves.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "batch/plan.h"

namespace anmin::batch {

enum class State : std::uint8_t {
    value,         // in `raw`
    other,         // in `others`: a value that is no whole number of the column's scale
    null,          // the rules give null
    undetermined,  // an input that was not given could still change the result
};

// The results of one decision for the households of a chunk.
struct Answers {
    feel::Kind kind = feel::Kind::number;
    int scale = 0;
    Texts texts;
    std::vector<std::int64_t> raw;
    std::vector<State> states;
    std::map<std::size_t, feel::Value> others;  // by row of the chunk

    // Null where there is no value.
    feel::Value value(std::size_t row) const;
};

// What one household's decisions are by the row engine: the definition.
struct RowAnswer {
    feel::Value value;
    bool undetermined = false;
};
Result<std::vector<RowAnswer>> by_row_engine(const Plan& plan, const frame::Frame& households,
                                             std::size_t row);

struct Checking {
    std::uint64_t seed = 0;
    std::uint64_t one_in = 0;  // 0: no sample
    bool borders = false;      // every row on a border, with Order::mark_borders
    int reencoding = -1;       // debug: keep every lane in another encoding (frame/lane.h)
};

struct Counts {
    std::uint64_t rows = 0;
    std::uint64_t by_row_engine = 0;  // because exactness was not proven, or not compiled
    std::uint64_t checked = 0;

    Counts& operator+=(const Counts& other);
};

// One for each thread.
class Evaluator {
public:
    explicit Evaluator(const Plan& plan, const Checking& checking = {});

    // Fills one Answers for each output of the plan. `segment` numbers the table for messages and
    // the sample. E-BATCH-004: plan and row engine differ, with the row and both values: a bug of
    // ours; E-DMN-202: the row engine went over a limit.
    Result<void> run(const frame::Frame& households, const frame::Chunk& chunk,
                     std::uint64_t segment, std::vector<Answers>& out);
    const Counts& counts() const { return counts_; }

private:
    void read(const Output& output, std::size_t rows, Answers& answers);
    void read_quotient(const Quotient& quotient, std::size_t rows, Answers& answers);
    Result<void> ask(const frame::Frame& households, const frame::Chunk& chunk, std::size_t row,
                     std::vector<Answers>& out);
    Result<void> check(const frame::Frame& households, const frame::Chunk& chunk, std::size_t row,
                       std::uint64_t segment, const std::vector<Answers>& out);

    const Plan& plan_;
    Checking checking_;
    Machine machine_;
    Counts counts_;
    bool all_by_row_ = false;
};

}  // namespace anmin::batch
