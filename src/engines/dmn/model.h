// A DMN model as it was read and compiled: elements, their logic and what they require.
//
// Data only; load.h makes it, decide.h runs it. Elements of all files (the model and what it
// imports) stand in one vector and are named by their index, so that references cost nothing.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "feel/compile.h"
#include "feel/node.h"
#include "feel/type.h"
#include "xml/xml.h"

namespace anmin::dmn {

using feel::Code;
using feel::Tests;
using feel::TypePtr;
using feel::Value;

struct Variable {
    std::string name;
    std::string type_ref;
    TypePtr type;      // nullptr: any
    xml::Place place;  // of the element that names its type
};

enum class HitPolicy : std::uint8_t {
    unique,
    first,
    priority,
    any,
    collect,
    rule_order,
    output_order
};
enum class Aggregation : std::uint8_t { none, sum, count, min, max };

// A text of FEEL in the model.
struct Text {
    std::string text;
    xml::Place place;
    std::string what;  // "规则3 输入“人均收入”", for messages
};

struct Input {
    Text text;
    std::string label;
    Variable variable;  // its type
    std::shared_ptr<const Code> code;
    Text allowed_text;
    Tests allowed;  // of inputValues
    bool has_allowed = false;
};

struct Output {
    std::string name;
    std::string label;
    Variable variable;
    Text allowed_text;
    Tests allowed;                                   // of outputValues, or of the type
    std::vector<std::shared_ptr<const Code>> order;  // outputValues one by one, best first
    bool has_allowed = false;
    Text default_text;
    std::shared_ptr<const Code> default_code;  // nullptr: none
};

struct Rule {
    std::string id;
    xml::Place place;
    std::vector<Text> test_texts;
    std::vector<Tests> tests;
    std::vector<Text> output_texts;
    std::vector<std::shared_ptr<const Code>> outputs;
    std::vector<std::string> annotations;
};

struct Table {
    HitPolicy policy = HitPolicy::unique;
    Aggregation aggregation = Aggregation::none;
    std::vector<Input> inputs;
    std::vector<Output> outputs;
    std::vector<std::string> annotations;  // names of the annotation columns
    std::vector<Rule> rules;
};

enum class BoxKind : std::uint8_t {
    none,         // a decision without logic
    literal,      // text
    table,        // table
    context,      // names[i]: parts[i]; an entry without a name is the result
    invocation,   // parts[0]: what is called; then names[i - 1]: parts[i]
    function,     // names: parameters; parts[0]: body
    list,         // parts
    relation,     // names: columns; parts: rows, each a list
    conditional,  // if, then, else
    filter,       // in, match
    iteration,    // names[0] in parts[0] return parts[1]
    some,
    every,  // names[0] in parts[0] satisfies parts[1]
};

enum class FunctionKind : std::uint8_t { feel, java, pmml };

// A boxed expression.
struct Box {
    BoxKind kind = BoxKind::none;
    std::string id;
    std::string label;
    xml::Place place;
    Variable result;  // its type
    Text text;
    std::shared_ptr<const Code> code;
    std::unique_ptr<Table> table;
    std::vector<Variable> names;
    std::vector<Box> parts;
    std::vector<std::string> arguments;  // of an invocation: the names
    FunctionKind function = FunctionKind::feel;
    int slot = 0;     // of names[0]; the others follow
    int slots = 0;    // of a function: how many its body needs
    int itself = -1;  // of a function: the slot in which its body finds it; -1: none
};

enum class ElementKind : std::uint8_t { input, decision, knowledge, service };

constexpr int unresolved = -1;

struct Requirement {
    std::string href;
    xml::Place place;
    int element = unresolved;
};

// What a slot of an element's frame is filled from.
struct Source {
    std::string name;
    std::vector<int> elements;  // one, or all that are required from one import
    bool import = false;        // a context of imported elements
};

struct Element {
    ElementKind kind = ElementKind::decision;
    int file = 0;
    std::string id;
    std::string name;
    std::string description;
    std::string question;
    xml::Place place;
    Variable variable;
    Box logic;  // of a knowledge model: the function
    std::vector<Requirement> information;
    std::vector<Requirement> knowledge;
    // Of a service.
    std::vector<Requirement> outputs;
    std::vector<Requirement> encapsulated;
    std::vector<Requirement> input_decisions;
    std::vector<Requirement> input_data;
    // Compiled.
    std::vector<Source> sources;              // slots 0, 1, ...
    std::vector<feel::Parameter> parameters;  // of knowledge models and services
    TypePtr result;                           // of what it computes
    std::string key;                          // of its value among Inputs
    int slots = 0;
};

struct Import {
    std::string name;
    std::string space;
    xml::Place place;
    int file = unresolved;
};

struct ItemDefinition {
    std::string name;
    xml::Place place;
    std::string type_ref;
    bool collection = false;
    Text allowed;
    Text constraint;  // typeConstraint
    std::vector<ItemDefinition> components;
    bool function = false;
    std::vector<Variable> parameters;
    std::string output_ref;
};

// One file.
struct File {
    std::string source;  // its name, for messages
    std::string name;
    std::string space;
    std::vector<Import> imports;
    std::vector<ItemDefinition> items;
    std::map<std::string, TypePtr> types;  // compiled; imported ones as "alias.type"
    std::set<std::string> type_names;
};

struct ModelData {
    std::vector<File> files;  // [0] is the model itself
    std::vector<Element> elements;
    std::set<std::string> members;  // component names and context keys anywhere in the model
};

// "模型.dmn 决策“低保认定”".
std::string title(const ModelData& model, const Element& element);
// "模型.dmn 决策“低保认定” 第12行第5列".
std::string title(const ModelData& model, const Element& element, const xml::Place& place);
// " 第12行第5列".
std::string text_of(const xml::Place& place);

}  // namespace anmin::dmn
