// Boxed expressions and decision tables.
#include "dmn/read.h"
#include "feel/characters.h"

namespace anmin::dmn {

namespace {

struct BoxWord {
    std::string_view word;
    BoxKind kind;
};

constexpr BoxWord box_words[] = {
    {"literalExpression", BoxKind::literal},
    {"decisionTable", BoxKind::table},
    {"context", BoxKind::context},
    {"invocation", BoxKind::invocation},
    {"functionDefinition", BoxKind::function},
    {"encapsulatedLogic", BoxKind::function},
    {"list", BoxKind::list},
    {"relation", BoxKind::relation},
    {"conditional", BoxKind::conditional},
    {"filter", BoxKind::filter},
    {"for", BoxKind::iteration},
    {"some", BoxKind::some},
    {"every", BoxKind::every},
};

BoxKind kind_of(std::string_view name) {
    for (const BoxWord& word : box_words)
        if (word.word == name) return word.kind;
    return BoxKind::none;
}

struct PolicyWord {
    std::string_view word;
    HitPolicy policy;
};

constexpr PolicyWord policies[] = {
    {"UNIQUE", HitPolicy::unique},
    {"FIRST", HitPolicy::first},
    {"PRIORITY", HitPolicy::priority},
    {"ANY", HitPolicy::any},
    {"COLLECT", HitPolicy::collect},
    {"RULE ORDER", HitPolicy::rule_order},
    {"OUTPUT ORDER", HitPolicy::output_order},
};

struct AggregationWord {
    std::string_view word;
    Aggregation aggregation;
};

constexpr AggregationWord aggregations[] = {
    {"SUM", Aggregation::sum},
    {"COUNT", Aggregation::count},
    {"MIN", Aggregation::min},
    {"MAX", Aggregation::max},
};

// The expression inside a wrapper such as <if> or <in>.
Box box_of(const xml::Element& element, std::string_view wrapper) {
    const xml::Element* found = element.find_child(wrapper);
    return found ? read_box_in(*found) : Box();
}

void read_context(const xml::Element& element, Box& out) {
    for (const xml::Element* entry : element.children_named("contextEntry")) {
        const xml::Element* variable = entry->find_child("variable");
        out.names.push_back(variable ? read_variable(*variable) : Variable());
        out.parts.push_back(read_box_in(*entry));
    }
}

void read_invocation(const xml::Element& element, Box& out) {
    out.parts.push_back(read_box_in(element));
    for (const xml::Element* binding : element.children_named("binding")) {
        const xml::Element* parameter = binding->find_child("parameter");
        out.names.push_back(parameter ? read_variable(*parameter) : Variable());
        out.parts.push_back(read_box_in(*binding));
    }
}

void read_function(const xml::Element& element, Box& out) {
    for (const xml::Element* parameter : element.children_named("formalParameter"))
        out.names.push_back(read_variable(*parameter));
    const std::string_view kind = element.attribute("kind");
    if (kind == "Java" || kind == "J") out.function = FunctionKind::java;
    if (kind == "PMML" || kind == "P") out.function = FunctionKind::pmml;
    out.parts.push_back(read_box_in(element));
}

void read_relation(const xml::Element& element, Box& out) {
    for (const xml::Element* column : element.children_named("column"))
        out.names.push_back(read_variable(*column));
    for (const xml::Element* row : element.children_named("row")) {
        Box list;
        list.kind = BoxKind::list;
        list.place = row->place;
        for (const xml::Element& cell : row->children)
            if (kind_of(cell.name) != BoxKind::none) list.parts.push_back(read_box(cell));
        out.parts.push_back(std::move(list));
    }
}

void read_iterator(const xml::Element& element, std::string_view body, Box& out) {
    Variable variable;
    variable.name = feel::normal_name(element.attribute("iteratorVariable"));
    out.names.push_back(std::move(variable));
    out.parts.push_back(box_of(element, "in"));
    out.parts.push_back(box_of(element, body));
}

Input read_input(const xml::Element& element, std::size_t number) {
    Input out;
    out.label = element.attribute("label");
    if (const auto* expression = element.find_child("inputExpression")) {
        out.text = read_text(*expression, "输入" + std::to_string(number));
        out.variable = read_variable(*expression);
    }
    if (out.label.empty()) out.label = feel::normal_name(out.text.text);
    if (const auto* values = element.find_child("inputValues")) {
        out.allowed_text = read_text(*values, "输入“" + out.label + "”的允许值");
        out.has_allowed = !feel::normal_name(out.allowed_text.text).empty();
    }
    return out;
}

Output read_output(const xml::Element& element) {
    Output out;
    out.name = feel::normal_name(element.attribute("name"));
    out.label = element.attribute("label");
    out.variable = read_variable(element);
    if (const auto* values = element.find_child("outputValues")) {
        out.allowed_text = read_text(*values, "输出“" + out.name + "”的允许值");
        out.has_allowed = !feel::normal_name(out.allowed_text.text).empty();
    }
    if (const auto* entry = element.find_child("defaultOutputEntry"))
        out.default_text = read_text(*entry, "输出“" + out.name + "”的默认值");
    return out;
}

Rule read_rule(const xml::Element& element, const Table& table, std::size_t number) {
    Rule out;
    out.id = element.attribute("id");
    out.place = element.place;
    const std::string name = "规则" + std::to_string(number);
    for (const xml::Element* entry : element.children_named("inputEntry")) {
        const std::size_t at = out.test_texts.size();
        const std::string label = at < table.inputs.size() ? table.inputs[at].label : std::string();
        out.test_texts.push_back(read_text(*entry, name + " 输入“" + label + "”"));
    }
    for (const xml::Element* entry : element.children_named("outputEntry"))
        out.output_texts.push_back(read_text(*entry, name + " 输出"));
    for (const xml::Element* entry : element.children_named("annotationEntry"))
        out.annotations.push_back(read_text(*entry, "").text);
    if (out.annotations.empty())
        if (const auto* description = element.find_child("description"))
            out.annotations.push_back(description->text);
    return out;
}

}  // namespace

Table read_table(const xml::Element& element) {
    Table out;
    for (const PolicyWord& word : policies)
        if (element.attribute("hitPolicy") == word.word) out.policy = word.policy;
    for (const AggregationWord& word : aggregations)
        if (element.attribute("aggregation") == word.word) out.aggregation = word.aggregation;
    for (const xml::Element* input : element.children_named("input"))
        out.inputs.push_back(read_input(*input, out.inputs.size() + 1));
    for (const xml::Element* output : element.children_named("output"))
        out.outputs.push_back(read_output(*output));
    for (const xml::Element* annotation : element.children_named("annotation"))
        out.annotations.push_back(feel::normal_name(annotation->attribute("name")));
    for (const xml::Element* rule : element.children_named("rule"))
        out.rules.push_back(read_rule(*rule, out, out.rules.size() + 1));
    return out;
}

Box read_box_in(const xml::Element& parent) {
    for (const xml::Element& child : parent.children)
        if (child.space == parent.space && kind_of(child.name) != BoxKind::none)
            return read_box(child);
    return Box();
}

Box read_box(const xml::Element& element) {
    Box out;
    out.kind = kind_of(element.name);
    out.id = element.attribute("id");
    out.label = element.attribute("label");
    out.place = element.place;
    out.result.type_ref = feel::normal_name(element.attribute("typeRef"));
    out.result.place = element.place;
    switch (out.kind) {
        case BoxKind::none: break;
        case BoxKind::literal: out.text = read_text(element, ""); break;
        case BoxKind::table: out.table = std::make_unique<Table>(read_table(element)); break;
        case BoxKind::context: read_context(element, out); break;
        case BoxKind::invocation: read_invocation(element, out); break;
        case BoxKind::function: read_function(element, out); break;
        case BoxKind::relation: read_relation(element, out); break;
        case BoxKind::iteration: read_iterator(element, "return", out); break;
        case BoxKind::some:
        case BoxKind::every: read_iterator(element, "satisfies", out); break;
        case BoxKind::list:
            for (const xml::Element& item : element.children)
                if (kind_of(item.name) != BoxKind::none) out.parts.push_back(read_box(item));
            break;
        case BoxKind::conditional:
            for (const std::string_view part : {"if", "then", "else"})
                out.parts.push_back(box_of(element, part));
            break;
        case BoxKind::filter:
            for (const std::string_view part : {"in", "match"})
                out.parts.push_back(box_of(element, part));
            break;
    }
    return out;
}

}  // namespace anmin::dmn
