#include "feel/compile.h"

#include "feel/characters.h"
#include "feel/parser.h"

namespace anmin::feel {

namespace {

std::shared_ptr<Code> empty_code(const std::shared_ptr<const Source>& source, const Scope& scope) {
    auto code = std::make_shared<Code>();
    code->source = source;
    code->parameters = scope.names;
    return code;
}

// A code that is null because its text could not be read.
NodePtr null_node(const Cause& cause) {
    auto node = std::make_unique<Node>();
    node->value = Value::null(cause);
    return node;
}

bool blank(std::string_view text) { return skip_blanks(text, 0) >= text.size(); }

}  // namespace

std::string Source::place(std::size_t offset) const {
    int row = line;
    int col = column;
    for (std::size_t at = 0; at < offset && at < text.size();) {
        const Character next = character_at(text, at);
        if (next.value == '\n') {
            ++row;
            col = 1;
        } else {
            ++col;
        }
        at += next.size;
    }
    const std::string where = "第" + std::to_string(row) + "行第" + std::to_string(col) + "列";
    return element.empty() ? where : element + " " + where;
}

Parser::Parser(std::shared_ptr<const Source> source, const Scope& scope,
               std::vector<Finding>& findings)
    : source_(std::move(source)), text_(source_->text), scope_(scope), findings_(findings) {
    for (const Parameter& name : scope.names) root_.add(name.name, name.type);
    for (const int slot : scope.items)
        root_.items.push_back({slot, scope.names[static_cast<std::size_t>(slot)].type, 0});
    if (text_.size() > longest_text) {
        fail("文本超过 " + std::to_string(longest_text) + " 字节");
        text_ = {};
    }
    collect_members(text_, own_members_);
    seek(0);
}

NodePtr Parser::whole_expression() {
    NodePtr node = test_or_expression();
    if (!failed_ && token_.kind != Token::Kind::end) fail("表达式之后多出 " + shown());
    return node;
}

NodePtr Parser::whole_tests(Tests& tests) {
    NodePtr list = make(Op::list, token_.begin);
    if (token_.is("-") && lex(text_, token_.end).kind == Token::Kind::end) {
        tests.any = true;
        return list;
    }
    const std::size_t start = token_.begin;
    tests.negated = token_.is("not") && lex(text_, token_.end).is("(");
    if (tests.negated) {
        advance();
        advance();
    }
    do {
        if (!list->kids.empty()) advance();
        input_used_ = false;
        NodePtr test = test_or_expression();
        test->uses_input = input_used_;
        list->kids.push_back(std::move(test));
    } while (!failed_ && token_.is(","));
    if (tests.negated && !failed_) {
        // "not(a) and b" is an expression that begins with the function not.
        if (token_.is(")") && lex(text_, token_.end).kind != Token::Kind::end) {
            tests.negated = false;
            list->kids.clear();
            seek(start);
            input_used_ = false;
            NodePtr test = expression(0);
            test->uses_input = input_used_;
            list->kids.push_back(std::move(test));
        } else {
            expect(")");
        }
    }
    if (!failed_ && token_.kind != Token::Kind::end) fail("条件之后多出 " + shown());
    return list;
}

TypePtr Parser::whole_type() {
    TypePtr out = type();
    return failed_ || token_.kind != Token::Kind::end ? nullptr : out;
}

bool Parser::accept(std::string_view what) {
    if (!token_.is(what)) return false;
    advance();
    return true;
}

bool Parser::expect(std::string_view what) {
    if (failed_) return false;
    if (accept(what)) return true;
    fail("应为 “" + std::string(what) + "”，不是 " + shown());
    return false;
}

// Only the first failure counts: what follows is its consequence.
NodePtr Parser::fail(const std::string& what) {
    if (!failed_) {
        failed_ = true;
        failure_ = what;
        failure_offset_ = token_.begin;
    }
    auto node = std::make_unique<Node>();
    node->begin = node->end = token_.begin;
    return node;
}

NodePtr Parser::make(Op op, std::uint32_t begin) const {
    auto node = std::make_unique<Node>();
    node->op = op;
    node->begin = begin;
    return node;
}

NodePtr Parser::close(NodePtr node) {
    node->end = last_end_;
    int height = node->code ? node->code->root->height : 0;
    for (const NodePtr& kid : node->kids) height = std::max<int>(height, kid->height);
    node->height = static_cast<std::uint16_t>(height + 1);
    if (height >= highest_tree && !failed_)
        return fail("表达式超过 " + std::to_string(highest_tree) + " 级运算");
    return node;
}

std::string Parser::shown() const {
    return token_.kind == Token::Kind::end ? "结尾" : "“" + std::string(token_.text) + "”";
}

void Parser::note(const char* code, std::size_t offset, std::string text) {
    findings_.push_back({code, source_->place(offset), std::move(text)});
}

Parsed<std::shared_ptr<const Code>> compile(const Source& source, const Scope& scope) {
    Parsed<std::shared_ptr<const Code>> out;
    const auto shared = std::make_shared<const Source>(source);
    auto code = empty_code(shared, scope);
    Parser parser(shared, scope, out.findings);
    code->root = parser.whole_expression();
    if (scope.itself >= 0) find_itself(*code->root, scope.itself);
    if (parser.failed()) {
        const Cause cause{"E-FEEL-101", parser.failure(), shared->place(parser.failure_offset())};
        out.findings.push_back({cause.code, cause.place, cause.reason});
        code->root = null_node(cause);
    }
    code->slots = parser.unit().slots;
    code->result = code->root->type;
    out.value = std::move(code);
    return out;
}

Parsed<Tests> compile_tests(const Source& source, const Scope& scope, const TypePtr& input) {
    Parsed<Tests> out;
    const auto shared = std::make_shared<const Source>(source);
    auto code = empty_code(shared, scope);
    if (blank(source.text)) out.value.any = true;
    Parser parser(shared, scope, out.findings);
    parser.unit().add("?", input);
    if (out.value.any) {
        code->root = std::make_unique<Node>();
        code->root->op = Op::list;
    } else {
        code->root = parser.whole_tests(out.value);
    }
    out.value.input_slot = static_cast<int>(scope.names.size());
    if (parser.failed() && !out.value.any) {
        const Cause cause{"E-FEEL-101", parser.failure(), shared->place(parser.failure_offset())};
        out.findings.push_back({cause.code, cause.place, cause.reason});
        code->root = std::make_unique<Node>();
        code->root->op = Op::list;
        code->root->kids.push_back(null_node(cause));
        code->root->kids.back()->uses_input = true;
        out.value.negated = false;
    }
    code->slots = parser.unit().slots;
    for (const NodePtr& test : code->root->kids)
        out.value.uses_input = out.value.uses_input || test->uses_input;
    out.value.code = std::move(code);
    return out;
}

TypePtr compile_type(const std::string& text, const Scope::Types* types) {
    std::vector<Finding> findings;
    Scope scope;
    scope.types = types;
    auto source = std::make_shared<Source>();
    source->text = text;
    return Parser(source, scope, findings).whole_type();
}

void collect_members(const Value& value, std::set<std::string>& members) {
    if (value.list())
        for (const Value& item : *value.list()) collect_members(item, members);
    if (!value.context()) return;
    for (const Entry& entry : value.context()->entries()) {
        members.insert(entry.name);
        collect_members(entry.value, members);
    }
}

void collect_members(std::string_view text, std::set<std::string>& members) {
    // A key is a name between "{" or "," and ":".
    std::size_t start = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            const std::size_t begin = at;
            const Token token = lex(text, at);
            if (start != std::string_view::npos && token.kind == Token::Kind::text &&
                lex(text, token.end).is(":"))
                members.insert(token.value);
            at = token.end > begin ? token.end : begin + 1;
            start = std::string_view::npos;
            continue;
        }
        if (c == '{' || c == ',') {
            start = at + 1;
        } else if (c == ':' && start != std::string_view::npos) {
            const std::string name = normal_name(text.substr(start, at - start));
            if (!name.empty() && name.size() < 200) members.insert(name);
            start = std::string_view::npos;
        } else if (!is_name_part(character_at(text, at).value) &&
                   !is_space(character_at(text, at).value) &&
                   !is_name_symbol(character_at(text, at).value)) {
            start = std::string_view::npos;
        }
        at += character_at(text, at).size;
    }
}

}  // namespace anmin::feel
