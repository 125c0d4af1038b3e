// A decision table as one kernel of frame. Internal to the room.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "batch/emit.h"
#include "feel/node.h"
#include "frame/rules.h"

namespace anmin::batch {

class FusedTable {
public:
    // What an expression of a cell is, when it is a constant.
    using Constant = std::function<std::optional<feel::Value>(const feel::Node&)>;
    explicit FusedTable(Constant constant_of) : constant_of_(std::move(constant_of)) {}

    // E-BATCH-002 for a series that may be unknown, or needs eight bytes.
    Result<void> add_input(const Series& input);
    // Adds the rule, with several alternatives as several rules; E-BATCH-002 for a cell that is
    // more than intervals of constants.
    Result<void> add_rule(const std::vector<feel::Tests>& cells);
    // The number of the first rule that holds; that of the last + 1 where none does.
    Series emit(Emitter& emitter) const;
    // The same with a value for every rule, and a last one for none, instead of the number; kind,
    // scale and bounds are those of `like`.
    Series emit(Emitter& emitter, const std::vector<Narrow>& values, const Series& like) const;
    // Does the last rule hold in every row? Then none is ever left.
    bool always() const { return !table_.rules.empty() && table_.rules.back().count == 0; }

private:
    using Condition = frame::Condition<Narrow>;
    struct Cell {
        bool any = false;
        std::vector<Condition> alternatives;  // one must hold
    };
    static void ask_origin(frame::RuleTable<Narrow>& table, std::uint32_t input,
                           const Emitter::Origin& origin);
    Result<Cell> cell_of(const feel::Tests& tests, std::uint32_t input) const;
    Result<bool> add_test(const feel::Node& test, std::uint32_t input, Cell& cell) const;

    Constant constant_of_;
    std::vector<Series> inputs_;
    frame::RuleTable<Narrow> table_;
    Narrow rules_ = 0;
};

}  // namespace anmin::batch
