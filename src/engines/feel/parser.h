// The parser: a Pratt parser that knows the scope. Internal to the room; the way in is compile.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feel/compile.h"
#include "feel/lexer.h"
#include "feel/node.h"

namespace anmin::feel {

// One function body being compiled: its names, slots and captures.
struct Unit {
    struct Local {
        std::string name;
        int slot = 0;
        TypePtr type;
    };
    // An item being filtered: its entries are names too.
    struct Item {
        int slot = 0;
        TypePtr type;
        std::size_t locals = 0;  // how many locals stood before it
    };
    Unit* outer = nullptr;
    std::vector<Local> locals;
    std::vector<Item> items;
    std::vector<Capture> captures;
    int slots = 0;

    int add(std::string name, TypePtr type) {
        locals.push_back({std::move(name), slots, std::move(type)});
        return slots++;
    }
};

class Parser {
public:
    Parser(std::shared_ptr<const Source> source, const Scope& scope,
           std::vector<Finding>& findings);

    NodePtr whole_expression();
    // The list of tests of a cell.
    NodePtr whole_tests(Tests& tests);
    TypePtr whole_type();
    bool failed() const { return failed_; }
    const std::string& failure() const { return failure_; }
    std::size_t failure_offset() const { return failure_offset_; }
    Unit& unit() { return *unit_; }

private:
    // parse_expression.cc: operators.
    NodePtr expression(int minimum);
    NodePtr infix(NodePtr left, int minimum, bool& more);
    NodePtr binary(Op op, NodePtr left, int power);
    NodePtr between(NodePtr left);
    NodePtr membership(NodePtr left);
    NodePtr instance(NodePtr left);
    NodePtr postfix(NodePtr left);
    NodePtr path(NodePtr left);
    NodePtr filter(NodePtr left);
    NodePtr call(NodePtr callee);
    bool named_argument(std::string& name);
    void prepare_regex(Node& call);

    // parse_primary.cc: literals and everything that begins with a word or a bracket.
    NodePtr primary();
    NodePtr number();
    NodePtr at_literal();
    NodePtr parenthesis();
    NodePtr bracket();
    NodePtr interval(std::uint32_t begin, bool low_included, NodePtr low);
    NodePtr range_end();
    NodePtr context();
    bool names_itself(const std::string& name) const;
    std::string context_key();
    NodePtr test_or_expression();
    NodePtr word();

    // parse_control.cc: if, for, some, every, function, types.
    NodePtr if_else();
    NodePtr for_loop();
    NodePtr quantified(Op op);
    NodePtr domain();
    NodePtr function();
    NodePtr external_call(NodePtr mapping);
    TypePtr type();
    TypePtr type_arguments(const std::string& name);
    TypePtr context_type();
    TypePtr function_type();
    std::string variable_name();

    // parse_names.cc: names of several words.
    struct Found {
        enum class Where : std::uint8_t { nowhere, local, builtin, item };
        Where where = Where::nowhere;
        std::size_t size = 0;  // bytes in the source
        std::string name;
        int slot = -1;
        TypePtr type;
    };
    Found resolve(std::size_t offset);
    void resolve_in(Unit& unit, std::size_t offset, Found& best);
    int capture(Unit& unit, Unit& owner, int slot);
    std::size_t match(std::string_view name, std::size_t offset) const;
    std::size_t longest_member(const TypePtr& owner, std::size_t offset, std::string& name) const;
    bool item_hides(const Found& found, std::size_t offset) const;
    bool item_may_have(const std::string& name) const;
    std::vector<int> item_slots();

    // Tokens.
    void advance() {
        last_end_ = token_.end;
        seek(token_.end);
    }
    void seek(std::size_t offset) { token_ = lex(text_, offset); }
    bool accept(std::string_view what);
    bool expect(std::string_view what);
    NodePtr fail(const std::string& what);
    NodePtr make(Op op, std::uint32_t begin) const;
    NodePtr close(NodePtr node);
    std::string shown() const;
    // Bytes from `begin` to the end of the token before this one.
    std::size_t last_token_end(std::uint32_t begin) const {
        return last_end_ > begin ? last_end_ - begin : 0;
    }
    void note(const char* code, std::size_t offset, std::string text);

    std::shared_ptr<const Source> source_;
    std::string_view text_;
    const Scope& scope_;
    std::vector<Finding>& findings_;
    std::set<std::string> own_members_;
    Token token_;
    std::uint32_t last_end_ = 0;
    Unit root_;
    Unit* unit_ = &root_;
    int depth_ = 0;
    bool range_end_ = false;   // a "[" may close a range here
    bool input_used_ = false;  // "?" was referred to
    bool failed_ = false;
    std::string failure_;
    std::size_t failure_offset_ = 0;

    friend class Nesting;
};

// One level deeper while it lives.
class Nesting {
public:
    explicit Nesting(Parser& parser) : parser_(parser) { ++parser_.depth_; }
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    bool too_deep() const { return parser_.depth_ > deepest_nesting; }

private:
    Parser& parser_;
};

}  // namespace anmin::feel
