// From text to a compiled expression. Start here (then evaluate.h).
//
// SPEC: DMN 10.3.1 (grammar) and 10.3.2.5 (names are found in the scope, the longest first).
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "feel/node.h"
#include "result/result.h"

namespace anmin::feel {

// Names an expression may use; the slot of each is its index.
struct Scope {
    std::vector<Parameter> names;
    // Names that may stand behind a point without their context's type being known: component names
    // of the model's item definitions, keys of its contexts.
    const std::set<std::string>* members = nullptr;
    // Types of the model, by (qualified) name.
    class Types {
    public:
        virtual ~Types() = default;
        virtual TypePtr find_type(const std::string& name) const = 0;
        virtual const std::set<std::string>& type_names() const = 0;
    };
    const Types* types = nullptr;
    // The slot of `names` that will hold what is compiled, if that is a function; -1 for none.
    int itself = -1;
    // Slots of `names` that hold the item of a boxed filter: its entries are names too.
    std::vector<int> items = {};
};

// Always gives code to run: a text that is not FEEL becomes a null with its cause. Findings:
// E-FEEL-1nn.
Parsed<std::shared_ptr<const Code>> compile(const Source& source, const Scope& scope);

// A cell: tests separated by commas, not(...), or "-". Their input "?" gets the slot behind the
// scope's.
Parsed<Tests> compile_tests(const Source& source, const Scope& scope, const TypePtr& input);

// The keys of all context literals of a text, without compiling it; feeds Scope::members.
void collect_members(std::string_view text, std::set<std::string>& members);

// The names of all entries inside a value; feeds Scope::members.
void collect_members(const Value& value, std::set<std::string>& members);

// A type as written after `instance of` or in typeRef: "list<number>"; nullptr when it is none.
TypePtr compile_type(const std::string& text, const Scope::Types* types);

// How deep expressions may nest.
inline constexpr int deepest_nesting = 200;
// How high the tree of one expression may grow (1 + 1 + 1 + ...).
inline constexpr int highest_tree = 1000;
// Longest text in bytes.
inline constexpr std::size_t longest_text = 1 << 20;

}  // namespace anmin::feel
