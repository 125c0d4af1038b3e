// The compiled form of an expression: a tree whose names are already resolved to slots.
//
// A slot is an index into the frame of the running expression: first its parameters (the scope),
// then what it captured from around, then its own variables. Nodes are data, so that other engines
// can read them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "feel/type.h"
#include "feel/value.h"

namespace anmin::feel {

// A text of FEEL and where it stands.
struct Source {
    std::string text;
    std::string element;  // "decisions.dmn 决策“低保”"; empty for a loose expression
    int line = 1;         // of its first character in its file
    int column = 1;
    // "decisions.dmn 决策“低保” 第3行第5列".
    std::string place(std::size_t offset) const;
};

enum class Op : std::uint8_t {
    literal,      // value
    unresolved,   // name: nothing of that name; null with its cause
    variable,     // slot
    item_member,  // name: of the filtered item (slots in `slots`, innermost first), else slot, else
                  // null
    path,         // kids[0] . name
    negate,
    add,
    subtract,
    multiply,
    divide,
    power,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    between,      // kids: value, low, high
    in,           // kids: value, tests...
    instance_of,  // kids[0], annotation
    conjunction,
    disjunction,
    if_else,       // kids: condition, then, else
    for_loop,      // kids: one domain per variable, then the body; slots: variables, then `partial`
    range_domain,  // kids: from, to; only as a domain of for_loop
    some,
    every,     // kids: one domain per variable, then the condition; slots: variables
    function,  // code
    call,      // kids: callee, arguments; names: of the arguments, or empty
    filter,    // kids: list, condition; slot: item
    list,      // kids
    context,   // kids: values; names: keys; slots: where each entry is kept
    range,     // kids: low, high; low_included, high_included
    test,      // form, kids[0]: a comparison without its left side
    any,       // "-": always true
    external,  // names: class, method signature; a Java function
};

struct Code;
class Regex;

struct Node {
    Op op = Op::literal;
    RangeForm form = RangeForm::interval;
    bool low_included = false;
    bool high_included = false;
    bool uses_input = false;    // refers to "?"
    bool uses_partial = false;  // of for_loop: its body looks at the results so far
    std::uint16_t height = 1;   // of the tree below
    std::uint32_t begin = 0;    // bytes in the source
    std::uint32_t end = 0;
    int slot = -1;  // of function: where its body finds the function itself
    Value value;
    std::string name;
    std::vector<std::unique_ptr<Node>> kids;
    std::vector<int> slots;
    std::vector<std::string> names;
    std::shared_ptr<const Code> code;
    std::shared_ptr<const Regex> regex;  // of a call whose pattern is a literal
    TypePtr annotation;
    TypePtr type;  // as far as it is known without running; nullptr: not known
};

using NodePtr = std::unique_ptr<Node>;

struct Capture {
    int outer = 0;  // slot in the frame around
    int inner = 0;  // slot in the own frame
};

// A compiled expression or the body of a function.
struct Code {
    std::shared_ptr<const Source> source;
    std::vector<Parameter> parameters;  // slots 0, 1, ...
    std::vector<Capture> captures;
    int slots = 0;
    NodePtr root;
    TypePtr result;
};

// Tells a function, if it is one, that `slot` around it is going to hold the function itself.
void find_itself(Node& node, int slot);

// The tests of one cell of a decision table, of allowed values, or behind `in`.
struct Tests {
    std::shared_ptr<const Code> code;  // root: Op::list of tests
    int input_slot = 0;                // where "?" is kept, behind the names of the scope
    bool negated = false;
    bool any = false;         // "-"
    bool uses_input = false;  // one of them says "?"
};

}  // namespace anmin::feel
