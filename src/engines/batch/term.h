// What an expression of a model is to a plan: a value that is the same in all rows, a series with a
// value for every row, or a structure of these.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "batch/program.h"
#include "feel/node.h"
#include "feel/value.h"

namespace anmin::batch {

using Texts = std::shared_ptr<const std::vector<std::string>>;

// One value of FEEL for every row. A row may be null, or unknown (an input that was not given and
// on which the value depends): both are null in `values`; `unknown` tells them apart.
struct Series {
    feel::Kind kind = feel::Kind::number;  // boolean, number, text, date, years_months
    int scale = 0;                         // of numbers: value * 10^scale
    Level level = Level::household;
    frame::Width width = frame::Width::four;
    Register values = no_register;   // of booleans masks; of texts positions in `texts`
    Register unknown = no_register;  // masks of four bytes, never null; none: no row is unknown
    bool nullable = false;           // may a row be null or unknown
    Wide least = 0;                  // proven bounds of the values
    Wide most = 0;
    Texts texts;
};

// left / right, not computed yet: compared or rounded it stays exact.
struct Quotient {
    Series top;
    Series bottom;
};

// A column that was not looked at yet.
struct ColumnOf {
    Level level = Level::household;
    std::size_t column = 0;
    bool unknown_nulls = true;  // a row without a value was not given
};

struct Term;
struct Fields;
struct Members;
struct Items;

// A knowledge model of the model, or a lambda with what it captured.
struct Function {
    int element = -1;
    std::shared_ptr<const feel::Code> code;
    std::vector<Term> captured;
};

struct Term {
    std::variant<feel::Value, Series, Quotient, ColumnOf, std::shared_ptr<const Fields>,
                 std::shared_ptr<const Members>, std::shared_ptr<const Items>,
                 std::shared_ptr<const Function>>
        rep;

    template <std::size_t index>
    auto pointed() const {
        const auto* found = std::get_if<index>(&rep);
        return found ? found->get() : nullptr;
    }
    const feel::Value* constant() const { return std::get_if<0>(&rep); }
    const Series* series() const { return std::get_if<1>(&rep); }
    const Quotient* quotient() const { return std::get_if<2>(&rep); }
    const ColumnOf* column() const { return std::get_if<3>(&rep); }
    const Fields* fields() const { return pointed<4>(); }
    const Members* members() const { return pointed<5>(); }
    const Items* items() const { return pointed<6>(); }
    const Function* function() const { return pointed<7>(); }
};

// A context.
struct Fields {
    std::vector<std::pair<std::string, Term>> entries;
    Register unknown = no_register;  // rows of households where the context as a whole is unknown

    const Term* find(const std::string& name) const {
        for (const auto& [key, term] : entries)
            if (key == name) return &term;
        return nullptr;
    }
};

// A list with an item for every member of the household, perhaps only for some.
struct Members {
    Term item;                       // of level member
    Register keep = no_register;     // masks; none: all members
    Register unknown = no_register;  // masks of households: which items there are is not known
};

// A list written out.
struct Items {
    std::vector<Term> items;
};

inline Term term_of(feel::Value value) { return {std::move(value)}; }
inline Term term_of(Series series) { return {std::move(series)}; }

}  // namespace anmin::batch
