// Writes the steps of a program: each function is one operation of FEEL over series. What null and
// unknown do is what the row engine does; its file is named at each.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "batch/program.h"
#include "batch/term.h"
#include "frame/scalar.h"
#include "result/result.h"

namespace anmin::batch {

// A number as a whole number of its shortest scale; nothing when it does not fit 64 bits.
struct Scaled {
    Wide raw = 0;
    int scale = 0;
};
std::optional<Scaled> scaled_of(const decimal::Decimal& number);
// The value of a raw whole number of a series.
feel::Value value_of(const Series& series, Wide raw);
// The way back; nothing when the value is none of the series' (null, another kind, finer).
std::optional<Wide> raw_of(const Series& series, const feel::Value& value);

// E-BATCH-002: cannot be compiled, with the reason.
Error not_compiled(std::string reason);

class Emitter {
public:
    explicit Emitter(Program& program) : program_(program) {}

    // A column of a table; `unknown_nulls`: its nulls are inputs that were not given.
    Series load(const frame::Column& column, std::size_t number, Level level, bool unknown_nulls);
    // The same value in all rows, null too. `like` gives kind, scale and texts of a null.
    Result<Series> filled(const feel::Value& value, const Series& like);

    // The same series in other clothes.
    Series at_level(const Series& series, Level level);
    Series at_width(const Series& series, frame::Width width);
    Result<Series> at_scale(const Series& series, int scale);
    Series with_texts(const Series& series, const Texts& texts);
    // Both of one kind, level, scale, width and dictionary.
    Result<void> unify(Series& left, Series& right);

    // eval_operators.cc
    Result<Series> arithmetic(frame::Operation what, Series left, Series right);
    Series negated(const Series& series);
    Result<Series> compared(frame::Comparison how, Series left, Series right);
    Result<Series> compared(frame::Comparison how, const Series& left, const feel::Value& right);
    Result<Series> compared(frame::Comparison how, const Quotient& left, const Series& right);
    Result<Series> compared_raw(frame::Comparison how, Series left, Wide raw);
    Series both(Series left, Series right);
    Series either(Series left, Series right);
    Series opposite(const Series& series);
    // eval_control.cc: if condition then ... else ...
    Result<Series> chosen(Series condition, Series then, Series otherwise);
    // builtins_number.cc
    Result<Series> rounded(const Series& series, int digits, frame::Rounding rounding);
    Result<Series> rounded(const Quotient& quotient, int digits, frame::Rounding rounding);
    Series months_between(const Series& from, const Series& to);
    Series years_of_months(const Series& months, bool years);

    // A register that only depends on another one, row by row, and never rises where that rises.
    struct Origin {
        Series from;
        std::function<Narrow(Narrow)> value;
    };
    // Nothing when the register is none of these.
    const Origin* origin_of(Register number) const {
        const auto found = origins_.find(number);
        return found == origins_.end() ? nullptr : &found->second;
    }

    // builtins_statistics.cc; `keep` masks of members or none, `lost` masks of households or none.
    struct Kept {
        Register keep = no_register;
        Register lost = no_register;
    };
    Series sum_of(Series items, Kept kept);
    Series count_of(Register unknown_items, Kept kept);
    Series extreme_of(Series items, Kept kept, bool least);
    Series any_of(Series items, Kept kept);
    Series all_of(const Series& items, Kept kept);

    // Registers of masks.
    Register masks_of(const Series& truth);  // true rows
    Register mask_or(Register left, Register right);
    Register mask_and(Register left, Register right);
    Register mask_not(Register mask);
    Register mask_at(Register mask, Level level);
    Register null_masks(const Series& series);
    Register any_member(Register mask);
    // The values of a series of four bytes; null rows have the least value of that width, which no
    // value has.
    Register null_as_least(const Series& series);
    // Rows of the mask become null, or unknown.
    Series nulled(const Series& series, Register mask);
    Series made_unknown(const Series& series, Register mask);
    // -1 where both are null or have the same value.
    Register identical(const Series& left, const Series& right);
    void doubt(Register mask, Level level);
    // Marks rows where both have the same value.
    void border(const Series& left, const Series& right);
    bool mark_borders = false;

    // A value for every combination of codes: position = sum of (value - least) * stride; null and
    // unknown have positions behind the values.
    struct Axis {
        Series series;
        Wide values = 0;  // how many
        Wide stride = 1;
    };
    struct Table {
        std::vector<Wide> values;
        std::vector<std::uint8_t> state;  // 0 value, 1 null, 2 unknown
    };
    Series looked_up(const std::vector<Axis>& axes, const Table& table, const Series& like);

    Level level_of(Register number) const {
        return program_.registers[static_cast<std::size_t>(number)].level;
    }
    Program& program() { return program_; }

    template <class Run>
    Register step(frame::Width width, Level level, const std::vector<Register>& reads,
                  const Run& run) {
        const Register out = program_.add(width, level);
        program_.steps.push_back({[run, out](Machine& machine) { run(machine, out); }, reads, out});
        return out;
    }

private:
    Register positions_of(const std::vector<Axis>& axes, Level level);
    Series result(feel::Kind kind, Level level, frame::Width width, Register values,
                  const Series& left, const Series& right);
    Register added(Level level, Register left, Register right);
    Register unknown_of(const Series& left, const Series& right);
    Series truth(Level level, Register values, Register unknown, bool nullable);

    Program& program_;
    std::map<Register, Register> any_members_;  // of each mask of members, made once
    std::map<Register, Register> least_nulls_;  // of each nullable series
    std::map<Register, Origin> origins_;
    std::map<Register, std::vector<Register>> summands_;  // of sums of four bytes, proven to fit
};

}  // namespace anmin::batch
