// Operators, from loose to tight.
#include "feel/builtins.h"
#include "feel/characters.h"
#include "feel/parser.h"
#include "feel/regex.h"

namespace anmin::feel {

namespace {

// SPEC: DMN 10.3.1.2 rule 2: the order of the alternatives is the order of binding.
constexpr int disjunction_power = 1;
constexpr int conjunction_power = 2;
constexpr int comparison_power = 3;
constexpr int sum_power = 4;
constexpr int product_power = 5;
constexpr int exponent_power = 6;
constexpr int instance_power = 7;
constexpr int postfix_power = 8;

struct Binary {
    std::string_view text;
    Op op;
    int power;
};

constexpr Binary binaries[] = {
    {"or", Op::disjunction, disjunction_power},
    {"and", Op::conjunction, conjunction_power},
    {"=", Op::equal, comparison_power},
    {"!=", Op::unequal, comparison_power},
    {"<=", Op::less_equal, comparison_power},
    {"<", Op::less, comparison_power},
    {">=", Op::greater_equal, comparison_power},
    {">", Op::greater, comparison_power},
    {"+", Op::add, sum_power},
    {"-", Op::subtract, sum_power},
    {"*", Op::multiply, product_power},
    {"/", Op::divide, product_power},
    {"**", Op::power, exponent_power},
};

TypePtr result_type(Op op, const Node& left, const Node& right) {
    if (op < Op::add || op > Op::power) return make_type(Shape::boolean);
    if (left.type && right.type && left.type->shape == right.type->shape &&
        left.type->shape == Shape::number)
        return left.type;
    return nullptr;
}

}  // namespace

NodePtr Parser::expression(int minimum) {
    const Nesting nesting(*this);
    if (nesting.too_deep()) return fail("嵌套超过 " + std::to_string(deepest_nesting) + " 层");
    NodePtr left;
    if (token_.is("-")) {
        const std::uint32_t begin = token_.begin;
        advance();
        left = make(Op::negate, begin);
        left->kids.push_back(expression(postfix_power));
        left->type = left->kids[0]->type;
        left = close(std::move(left));
    } else {
        left = postfix(primary());
    }
    bool more = true;
    while (more && !failed_) left = infix(std::move(left), minimum, more);
    return left;
}

// One operator behind `left`, if it binds at least as tightly as `minimum`.
NodePtr Parser::infix(NodePtr left, int minimum, bool& more) {
    more = true;
    if (token_.kind == Token::Kind::symbol || token_.is("and") || token_.is("or")) {
        for (const Binary& binary : binaries)
            if (token_.text == binary.text && binary.power >= minimum) {
                advance();
                return this->binary(binary.op, std::move(left), binary.power);
            }
    }
    if (comparison_power >= minimum && token_.is("between")) return between(std::move(left));
    if (comparison_power >= minimum && token_.is("in")) return membership(std::move(left));
    if (instance_power >= minimum && token_.is("instance")) return instance(std::move(left));
    more = false;
    return left;
}

NodePtr Parser::binary(Op op, NodePtr left, int power) {
    NodePtr node = make(op, left->begin);
    node->kids.push_back(std::move(left));
    node->kids.push_back(expression(power + 1));
    node->type = result_type(op, *node->kids[0], *node->kids[1]);
    return close(std::move(node));
}

NodePtr Parser::between(NodePtr left) {
    NodePtr node = make(Op::between, left->begin);
    advance();
    node->kids.push_back(std::move(left));
    node->kids.push_back(expression(sum_power));
    if (!expect("and")) return node;
    node->kids.push_back(expression(sum_power));
    node->type = make_type(Shape::boolean);
    return close(std::move(node));
}

// SPEC: rule 49 c: `in` one test or a list of tests in parentheses.
NodePtr Parser::membership(NodePtr left) {
    NodePtr node = make(Op::in, left->begin);
    advance();
    node->kids.push_back(std::move(left));
    node->type = make_type(Shape::boolean);
    if (!token_.is("(")) {
        node->kids.push_back(token_.is("<") || token_.is("<=") || token_.is(">") ||
                                     token_.is(">=") || token_.is("=") || token_.is("!=")
                                 ? test_or_expression()
                                 : expression(sum_power));
        return close(std::move(node));
    }
    const std::uint32_t begin = token_.begin;
    advance();
    NodePtr first = test_or_expression();
    if (token_.is("..")) {
        node->kids.push_back(postfix(interval(begin, false, std::move(first))));
        return close(std::move(node));
    }
    node->kids.push_back(std::move(first));
    while (!failed_ && accept(",")) node->kids.push_back(test_or_expression());
    expect(")");
    if (node->kids.size() == 2) node->kids[1] = postfix(std::move(node->kids[1]));
    return close(std::move(node));
}

NodePtr Parser::instance(NodePtr left) {
    NodePtr node = make(Op::instance_of, left->begin);
    advance();
    if (!expect("of")) return node;
    node->kids.push_back(std::move(left));
    node->annotation = type();
    node->type = make_type(Shape::boolean);
    return close(std::move(node));
}

NodePtr Parser::postfix(NodePtr left) {
    while (!failed_) {
        if (token_.is(".")) {
            left = path(std::move(left));
        } else if (token_.is("(")) {
            left = call(std::move(left));
        } else if (token_.is("[")) {
            if (range_end_) {
                // "[1..10[": is it the closing bracket? Then nothing follows that could begin an
                // index.
                const Token next = lex(text_, token_.end);
                const bool begins = next.kind == Token::Kind::number ||
                                    next.kind == Token::Kind::text || next.is("-") ||
                                    next.is("(") ||
                                    (next.kind == Token::Kind::name && !next.is("and") &&
                                     !next.is("or") && !next.is("then") && !next.is("else") &&
                                     !next.is("return") && !next.is("satisfies") &&
                                     !next.is("in") && !next.is("instance") && !next.is("between"));
                if (!begins) return left;
            }
            left = filter(std::move(left));
        } else {
            return left;
        }
    }
    return left;
}

NodePtr Parser::path(NodePtr left) {
    NodePtr node = make(Op::path, left->begin);
    advance();
    if (token_.kind != Token::Kind::name) return fail("“.” 后面应为名称");
    const std::size_t offset = token_.begin;
    std::size_t size = longest_member(left->type, offset, node->name);
    if (size == 0) {
        size = token_.text.size();
        node->name = std::string(token_.text);
    }
    last_end_ = static_cast<std::uint32_t>(offset + size);
    seek(offset + size);
    const Type* owner = left->type.get();
    const bool many = owner && owner->shape == Shape::list;
    if (many) owner = owner->element.get();
    if (owner && owner->shape == Shape::context)
        if (const Field* field = owner->find_field(node->name))
            node->type = many && field->type ? list_of(field->type) : field->type;
    node->kids.push_back(std::move(left));
    return close(std::move(node));
}

NodePtr Parser::filter(NodePtr left) {
    NodePtr node = make(Op::filter, left->begin);
    advance();
    const bool outer_end = range_end_;
    range_end_ = false;
    const Type* list = left->type.get();
    const TypePtr item = list && list->shape == Shape::list ? list->element : left->type;
    const std::size_t locals = unit_->locals.size();
    node->slot = unit_->add("item", item);
    unit_->items.push_back({node->slot, item, locals});
    NodePtr condition = expression(0);
    unit_->items.pop_back();
    unit_->locals.resize(locals);
    range_end_ = outer_end;
    expect("]");
    if (condition->type && condition->type->shape == Shape::boolean) {
        node->type = list && list->shape == Shape::list ? left->type : list_of(left->type);
    } else if (condition->type && condition->type->shape == Shape::number) {
        node->type = item;
    }
    node->kids.push_back(std::move(left));
    node->kids.push_back(std::move(condition));
    return close(std::move(node));
}

// "name :" at the start of an argument.
bool Parser::named_argument(std::string& name) {
    if (token_.kind != Token::Kind::name) return false;
    std::size_t at = token_.begin;
    for (Character next = character_at(text_, at); next.size != 0; next = character_at(text_, at)) {
        if (next.value == ':') {
            name = normal_name(text_.substr(token_.begin, at - token_.begin));
            seek(at + 1);
            return true;
        }
        if (!is_name_part(next.value) && !is_space(next.value) && !is_name_symbol(next.value))
            return false;
        at += next.size;
    }
    return false;
}

NodePtr Parser::call(NodePtr callee) {
    NodePtr node = make(Op::call, callee->begin);
    if (callee->type && callee->type->shape == Shape::function) node->type = callee->type->result;
    node->kids.push_back(std::move(callee));
    advance();
    const bool outer_end = range_end_;
    range_end_ = false;
    bool first = true;
    while (!failed_ && !token_.is(")")) {
        if (!first && !expect(",")) break;
        std::string name;
        const bool named = named_argument(name);
        if (!first && named == node->names.empty()) return fail("参数要么全部带名称，要么全部不带");
        if (named) node->names.push_back(std::move(name));
        node->kids.push_back(expression(0));
        first = false;
    }
    range_end_ = outer_end;
    expect(")");
    prepare_regex(*node);
    return close(std::move(node));
}

// A pattern that is written out is compiled once, with the model.
void Parser::prepare_regex(Node& call) {
    const auto text = [&](std::size_t kid) -> const std::string* {
        return call.kids[kid]->op == Op::literal ? call.kids[kid]->value.text() : nullptr;
    };
    if (failed_ || !call.names.empty() || call.kids.size() < 3 || !text(2)) return;
    const auto* builtin = dynamic_cast<const Builtin*>(call.kids[0]->value.function());
    if (!builtin) return;
    const std::size_t plain = builtin->name() == "replace" ? 4 : 3;
    if (plain == 3 && builtin->name() != "matches" && builtin->name() != "split") return;
    if (call.kids.size() < plain || (call.kids.size() > plain && !text(plain))) return;
    RegexProblem problem;
    auto regex =
        Regex::compile(*text(2), call.kids.size() > plain ? *text(plain) : std::string(), problem);
    if (regex) call.regex = std::make_shared<const Regex>(std::move(*regex));
}

}  // namespace anmin::feel
