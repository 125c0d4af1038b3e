// Literals, and everything that begins with a word or a bracket.
#include "feel/builtins.h"
#include "feel/characters.h"
#include "feel/literals.h"
#include "feel/parser.h"

namespace anmin::feel {

namespace {

struct TestWord {
    std::string_view text;
    RangeForm form;
};

constexpr TestWord test_words[] = {
    {"<=", RangeForm::less_equal}, {"<", RangeForm::less},  {">=", RangeForm::greater_equal},
    {">", RangeForm::greater},     {"=", RangeForm::equal}, {"!=", RangeForm::unequal},
};

constexpr int sum_power = 4;

}  // namespace

NodePtr Parser::primary() {
    switch (token_.kind) {
        case Token::Kind::number: return number();
        case Token::Kind::at_text: return at_literal();
        case Token::Kind::name: return word();
        case Token::Kind::text: {
            NodePtr node = make(Op::literal, token_.begin);
            node->value = Value::of(token_.value);
            node->type = make_type(Shape::text);
            advance();
            return close(std::move(node));
        }
        case Token::Kind::symbol: break;
        case Token::Kind::end: return fail("表达式不完整");
        case Token::Kind::bad: return fail("不能识别的字符 “" + std::string(token_.text) + "”");
    }
    if (token_.is("(")) return parenthesis();
    if (token_.is("[")) return bracket();
    if (token_.is("{")) return context();
    if (token_.is("]")) {
        const std::uint32_t begin = token_.begin;
        advance();
        NodePtr low = range_end();
        if (!token_.is("..")) return fail("应为区间 “]a..b]”");
        return interval(begin, false, std::move(low));
    }
    return fail("这里不应出现 " + shown());
}

NodePtr Parser::number() {
    NodePtr node = make(Op::literal, token_.begin);
    const auto value = Decimal::parse(token_.text);
    if (!value) return fail("数字 " + shown() + " 超出范围");
    node->value = Value::of(*value);
    node->type = make_type(Shape::number);
    advance();
    return close(std::move(node));
}

NodePtr Parser::at_literal() {
    NodePtr node = make(Op::literal, token_.begin);
    node->value = at_literal_value(token_.value);
    if (node->value.is_null()) {
        note("E-FEEL-103", token_.begin, shown() + " 不是日期、时间或时长");
        node->value = Value::null(
            {"E-FEEL-103", shown() + " 不是日期、时间或时长", source_->place(token_.begin)});
    } else {
        node->type = builtin_type(kind_name(node->value.kind()));
    }
    advance();
    return close(std::move(node));
}

// A comparison without its left side ("< 10"), or any expression.
NodePtr Parser::test_or_expression() {
    for (const TestWord& test : test_words) {
        if (!token_.is(test.text)) continue;
        NodePtr node = make(Op::test, token_.begin);
        node->form = test.form;
        advance();
        node->kids.push_back(expression(sum_power));
        return close(std::move(node));
    }
    return expression(0);
}

NodePtr Parser::parenthesis() {
    const Nesting nesting(*this);
    if (nesting.too_deep()) return fail("嵌套超过 " + std::to_string(deepest_nesting) + " 层");
    const std::uint32_t begin = token_.begin;
    const bool outer_end = range_end_;
    range_end_ = false;
    advance();
    NodePtr inner = test_or_expression();
    range_end_ = outer_end;
    if (token_.is("..")) return interval(begin, false, std::move(inner));
    if (!failed_) expect(")");
    return inner;
}

// A list, or a range that includes its lower end.
NodePtr Parser::bracket() {
    const std::uint32_t begin = token_.begin;
    const bool outer_end = range_end_;
    range_end_ = false;
    advance();
    NodePtr node = make(Op::list, begin);
    TypePtr element;
    bool same = true;
    while (!failed_ && !token_.is("]")) {
        if (!node->kids.empty() && !expect(",")) break;
        NodePtr item = test_or_expression();
        if (token_.is("..") && node->kids.empty()) {
            range_end_ = outer_end;
            return interval(begin, true, std::move(item));
        }
        if (!element && node->kids.empty()) element = item->type;
        same = same && element && item->type && element->shape == item->type->shape &&
               element->shape != Shape::context && element->shape != Shape::list;
        node->kids.push_back(std::move(item));
    }
    range_end_ = outer_end;
    expect("]");
    node->type = list_of(same || node->kids.size() == 1 ? element : nullptr);
    return close(std::move(node));
}

NodePtr Parser::range_end() {
    const bool outer = range_end_;
    range_end_ = true;
    NodePtr node = expression(sum_power);
    range_end_ = outer;
    return node;
}

// From ".." to the closing bracket.
NodePtr Parser::interval(std::uint32_t begin, bool low_included, NodePtr low) {
    NodePtr node = make(Op::range, begin);
    advance();
    node->low_included = low_included;
    node->type = range_of(low->type);
    node->kids.push_back(std::move(low));
    node->kids.push_back(range_end());
    node->high_included = token_.is("]");
    if (!failed_ && !accept("]") && !accept(")") && !accept("[")) return fail("区间没有结束");
    return close(std::move(node));
}

std::string Parser::context_key() {
    if (token_.kind == Token::Kind::text) {
        std::string key = token_.value;
        advance();
        expect(":");
        return key;
    }
    std::size_t at = token_.begin;
    for (Character next = character_at(text_, at);
         next.size != 0 &&
         (is_name_part(next.value) || is_space(next.value) || is_name_symbol(next.value));
         next = character_at(text_, at))
        at += next.size;
    std::string key = normal_name(text_.substr(token_.begin, at - token_.begin));
    seek(at);
    if (key.empty()) fail("应为名称，不是 " + shown());
    expect(":");
    return key;
}

// Is there no other meaning of the name?
bool Parser::names_itself(const std::string& name) const {
    for (const Unit* unit = unit_; unit; unit = unit->outer)
        for (const Unit::Local& local : unit->locals)
            if (local.name == name) return false;
    return !find_builtin(name);
}

NodePtr Parser::context() {
    NodePtr node = make(Op::context, token_.begin);
    auto type = std::make_shared<Type>();
    type->shape = Shape::context;
    const bool outer_end = range_end_;
    range_end_ = false;
    const std::size_t locals = unit_->locals.size();
    advance();
    while (!failed_ && !token_.is("}")) {
        if (!node->kids.empty() && !expect(",")) break;
        std::string key = context_key();
        if (failed_) break;
        own_members_.insert(key);
        // SPEC: DMN 10.3.2.6: an entry may use the entries before it. A function may also use
        // itself, unless its name means something else there.
        const bool itself = token_.is("function") && names_itself(key);
        const int early = itself ? unit_->add(key, nullptr) : -1;
        NodePtr value = expression(0);
        type->fields.push_back({key, value->type});
        if (itself && !failed_) {
            find_itself(*value, early);
            unit_->locals.back().type = value->type;
        }
        node->slots.push_back(itself ? early : unit_->add(key, value->type));
        node->names.push_back(std::move(key));
        node->kids.push_back(std::move(value));
    }
    unit_->locals.resize(locals);
    range_end_ = outer_end;
    expect("}");
    node->type = std::move(type);
    return close(std::move(node));
}

NodePtr Parser::word() {
    const std::size_t offset = token_.begin;
    const Found found = resolve(offset);
    const std::size_t plain = token_.text.size();
    if (found.size <= plain) {
        if (token_.is("if")) return if_else();
        if (token_.is("for")) return for_loop();
        if (token_.is("some")) return quantified(Op::some);
        if (token_.is("every")) return quantified(Op::every);
        if (token_.is("function")) return function();
        NodePtr node = make(Op::literal, token_.begin);
        if (token_.is("true") || token_.is("false")) {
            node->value = Value::of(token_.is("true"));
            node->type = make_type(Shape::boolean);
        }
        if (token_.is("true") || token_.is("false") || token_.is("null")) {
            advance();
            return close(std::move(node));
        }
    }
    NodePtr node = make(Op::unresolved, token_.begin);
    node->name = found.name;
    last_end_ = static_cast<std::uint32_t>(offset + found.size);
    seek(offset + found.size);
    node->end = last_end_;
    const bool called = token_.is("(");
    if (found.where == Found::Where::builtin) {
        node->op = Op::literal;
        node->value = Value::of(std::shared_ptr<const Callable>(find_builtin(found.name)));
    } else if (found.where == Found::Where::local) {
        node->op = Op::variable;
        node->slot = found.slot;
        node->type = found.type;
        if (found.name == "?") input_used_ = true;
    }
    const bool member = found.where == Found::Where::item ||
                        (found.where == Found::Where::local && item_may_have(found.name));
    if (member && !called) {
        node->op = Op::item_member;
        node->slots = item_slots();
    }
    if (node->op == Op::unresolved)
        note("E-FEEL-102", offset,
             "没有名为 “" + found.name + "” 的变量或函数" + full_width_hint(found.name));
    return node;
}

}  // namespace anmin::feel
