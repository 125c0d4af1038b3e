// if, for, some, every, function; and types.
#include "feel/characters.h"
#include "feel/parser.h"

namespace anmin::feel {

namespace {

bool refers(const Node& node, int slot) {
    if (node.slot == slot && (node.op == Op::variable || node.op == Op::item_member)) return true;
    if (node.code)
        for (const Capture& capture : node.code->captures)
            if (capture.outer == slot) return true;
    for (const NodePtr& kid : node.kids)
        if (refers(*kid, slot)) return true;
    return false;
}

}  // namespace

NodePtr Parser::if_else() {
    NodePtr node = make(Op::if_else, token_.begin);
    advance();
    node->kids.push_back(expression(0));
    if (!expect("then")) return node;
    node->kids.push_back(expression(0));
    if (!expect("else")) return node;
    node->kids.push_back(expression(0));
    const TypePtr& yes = node->kids[1]->type;
    const TypePtr& no = node->kids[2]->type;
    if (yes && no && yes->shape == no->shape && yes->shape < Shape::list) node->type = yes;
    return close(std::move(node));
}

// The name of a variable, up to "in".
std::string Parser::variable_name() {
    const std::uint32_t begin = token_.begin;
    if (token_.kind != Token::Kind::name) fail("应为变量名，不是 " + shown());
    do {
        advance();
    } while (!failed_ && !token_.is("in") && token_.kind != Token::Kind::end);
    return normal_name(text_.substr(begin, last_token_end(begin)));
}

// What a variable runs over: a list, or two bounds.
NodePtr Parser::domain() {
    NodePtr low = expression(0);
    if (!token_.is("..")) return low;
    NodePtr node = make(Op::range_domain, low->begin);
    advance();
    node->kids.push_back(std::move(low));
    node->type = list_of(node->kids[0]->type);
    node->kids.push_back(expression(0));
    return close(std::move(node));
}

NodePtr Parser::for_loop() {
    NodePtr node = make(Op::for_loop, token_.begin);
    const std::size_t locals = unit_->locals.size();
    do {
        advance();
        const std::string name = variable_name();
        if (!expect("in")) return node;
        NodePtr over = domain();
        const bool list = over->type && over->type->shape == Shape::list;
        node->slots.push_back(unit_->add(name, list ? over->type->element : nullptr));
        node->names.push_back(name);
        node->kids.push_back(std::move(over));
    } while (!failed_ && token_.is(","));
    node->slots.push_back(unit_->add("partial", nullptr));
    if (!expect("return")) return node;
    node->kids.push_back(expression(0));
    unit_->locals.resize(locals);
    node->uses_partial = refers(*node->kids.back(), node->slots.back());
    node->type = list_of(node->kids.back()->type);
    return close(std::move(node));
}

NodePtr Parser::quantified(Op op) {
    NodePtr node = make(op, token_.begin);
    const std::size_t locals = unit_->locals.size();
    do {
        advance();
        const std::string name = variable_name();
        if (!expect("in")) return node;
        NodePtr over = domain();
        const bool list = over->type && over->type->shape == Shape::list;
        node->slots.push_back(unit_->add(name, list ? over->type->element : nullptr));
        node->names.push_back(name);
        node->kids.push_back(std::move(over));
    } while (!failed_ && token_.is(","));
    if (!expect("satisfies")) return node;
    node->kids.push_back(expression(0));
    unit_->locals.resize(locals);
    node->type = make_type(Shape::boolean);
    return close(std::move(node));
}

void find_itself(Node& node, int slot) {
    // One that broke off has no code.
    if (node.op != Op::function || !node.code) return;
    for (const Capture& capture : node.code->captures)
        if (capture.outer == slot) node.slot = capture.inner;
}

NodePtr Parser::function() {
    NodePtr node = make(Op::function, token_.begin);
    auto code = std::make_shared<Code>();
    code->source = source_;
    Unit unit;
    unit.outer = unit_;
    advance();
    if (!expect("(")) return node;
    while (!failed_ && !token_.is(")")) {
        if (!code->parameters.empty() && !expect(",")) break;
        const std::uint32_t begin = token_.begin;
        if (token_.kind != Token::Kind::name) return fail("应为参数名，不是 " + shown());
        while (!failed_ && !token_.is(":") && !token_.is(",") && !token_.is(")") &&
               token_.kind != Token::Kind::end)
            advance();
        Parameter parameter{normal_name(text_.substr(begin, last_token_end(begin))), nullptr};
        if (accept(":")) parameter.type = type();
        unit.add(parameter.name, parameter.type);
        code->parameters.push_back(std::move(parameter));
    }
    if (!expect(")")) return node;
    unit_ = &unit;
    const bool external = accept("external");
    code->root = expression(0);
    if (external) code->root = external_call(std::move(code->root));
    unit_ = unit.outer;
    code->slots = unit.slots;
    code->captures = std::move(unit.captures);
    code->result = code->root->type;
    auto function_type = std::make_shared<Type>();
    function_type->shape = Shape::function;
    for (const Parameter& parameter : code->parameters)
        function_type->parameters.push_back(parameter.type);
    function_type->result = code->result;
    node->type = std::move(function_type);
    node->code = std::move(code);
    return close(std::move(node));
}

// SPEC: rule 57: {java: {class: "...", method signature: "..."}}.
NodePtr Parser::external_call(NodePtr mapping) {
    NodePtr node = make(Op::external, mapping->begin);
    node->end = mapping->end;
    const bool java = mapping->op == Op::context && mapping->names.size() == 1 &&
                      mapping->names[0] == "java" && mapping->kids[0]->op == Op::context;
    if (!java) return fail("external 后面应为 {java: {class: \"…\", method signature: \"…\"}}");
    const Node& inner = *mapping->kids[0];
    node->names.resize(2);
    for (std::size_t i = 0; i < inner.names.size(); ++i) {
        const std::string* text = inner.kids[i]->value.text();
        if (inner.names[i] == "class" && text) node->names[0] = *text;
        if (inner.names[i] == "method signature" && text) node->names[1] = *text;
    }
    return node;
}

TypePtr Parser::type() {
    const Nesting nesting(*this);
    if (nesting.too_deep() || token_.kind != Token::Kind::name) {
        fail("应为类型，不是 " + shown());
        return nullptr;
    }
    const std::size_t offset = token_.begin;
    std::size_t best = 0;
    std::string name;
    if (scope_.types)
        for (const std::string& known : scope_.types->type_names())
            if (const std::size_t size = match(known, offset); size > best) {
                best = size;
                name = known;
            }
    if (best > 0) {
        last_end_ = static_cast<std::uint32_t>(offset + best);
        seek(offset + best);
        return scope_.types->find_type(name);
    }
    for (const std::string_view known :
         {"date and time", "days and time duration", "years and months duration"})
        if (const std::size_t size = match(known, offset); size > best) {
            best = size;
            name = known;
        }
    if (best == 0) {
        best = token_.text.size();
        name = token_.text;
    }
    last_end_ = static_cast<std::uint32_t>(offset + best);
    seek(offset + best);
    if (token_.is("<")) return type_arguments(name);
    TypePtr found = builtin_type(name);
    if (!found) note("E-FEEL-104", offset, "没有名为 “" + name + "” 的类型");
    if (!found) fail("没有名为 “" + name + "” 的类型");
    return found;
}

TypePtr Parser::type_arguments(const std::string& name) {
    if (name == "context") return context_type();
    if (name == "function") return function_type();
    if (name != "list" && name != "range") {
        fail("类型 “" + name + "” 没有参数");
        return nullptr;
    }
    advance();
    TypePtr element = type();
    expect(">");
    return name == "list" ? list_of(std::move(element)) : range_of(std::move(element));
}

TypePtr Parser::context_type() {
    auto out = std::make_shared<Type>();
    out->shape = Shape::context;
    advance();
    while (!failed_ && !token_.is(">")) {
        if (!out->fields.empty() && !expect(",")) break;
        const std::uint32_t begin = token_.begin;
        while (!failed_ && !token_.is(":") && token_.kind != Token::Kind::end) advance();
        std::string name = normal_name(text_.substr(begin, last_token_end(begin)));
        if (!expect(":")) break;
        out->fields.push_back({std::move(name), type()});
    }
    expect(">");
    return out;
}

TypePtr Parser::function_type() {
    auto out = std::make_shared<Type>();
    out->shape = Shape::function;
    advance();
    while (!failed_ && !token_.is(">")) {
        if (!out->parameters.empty() && !expect(",")) break;
        out->parameters.push_back(type());
    }
    expect(">");
    if (expect("->")) out->result = type();
    return out;
}

}  // namespace anmin::feel
