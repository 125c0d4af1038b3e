// The functions every expression may call. How to add one: docs/handbook/add-a-builtin.md.
//
// One table (builtins.cc) names them all; one file per family holds their meaning.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/evaluate.h"
#include "feel/value.h"

namespace anmin::feel {

// What a parameter takes. A list of one item stands for its item and the reverse.
enum class Takes : std::uint8_t {
    any,  // everything, null too
    number,
    text,
    boolean,
    list,
    context,
    date,
    date_or_moment,
    function,
    range,
    point_or_range,
    optional_text,  // as text, but null and absence are the same
    optional_number,
    optional_duration,
    many,  // one list, or any number of arguments taken as one list
    rest,  // all further arguments as one list
};

struct Signature {
    std::vector<std::pair<std::string, Takes>> parameters;
    std::size_t required = 0;
};

// The arguments of one call, already of the kinds the signature takes.
class Arguments {
public:
    Arguments(Session& session, std::string_view function, std::span<Value> values)
        : session_(session), function_(function), values_(values) {}

    Session& session() const { return session_; }
    std::size_t size() const { return values_.size(); }
    const Value& operator[](std::size_t index) const { return values_[index]; }
    // An absent optional argument is null.
    bool has(std::size_t index) const {
        return index < values_.size() && !values_[index].is_null();
    }
    // The only item of a list of one, which stands for its item; nullptr for all else.
    const Value* single(std::size_t index) const {
        const List* list = values_[index].list();
        return list && list->size() == 1 ? &list->front() : nullptr;
    }
    const Decimal& number(std::size_t index) const { return *values_[index].number(); }
    // Going through a text or a list once is work that counts.
    const std::string& text(std::size_t index) const {
        const std::string& found = *values_[index].text();
        session_.charge(found.size() / 32);
        return found;
    }
    const List& list(std::size_t index) const {
        const List& found = *values_[index].list();
        session_.charge(found.size() / 8);
        return found;
    }
    // The work of comparing values like `item` with every one of a list.
    void charge_search(std::size_t items, const Value& item) const {
        const std::uint32_t size = item.bulk().size;
        if (size > 8) session_.charge(items * (size / 8));
    }
    // Null with the cause E-FEEL-205 and the name of the function.
    Value fail(const std::string& reason) const;

private:
    Session& session_;
    std::string_view function_;
    std::span<Value> values_;
};

using BuiltinBody = Value (*)(const Arguments& arguments);

struct Overload {
    Signature signature;
    BuiltinBody body;
};

class Builtin : public Callable {
public:
    Builtin(std::string name, std::vector<Overload> overloads);
    const std::vector<Parameter>& parameters() const override { return parameters_; }
    Value call(Session& session, std::vector<Value> arguments) const override;
    bool sorts_arguments() const override { return true; }
    Value call_sorted(Session& session, std::vector<Value> arguments,
                      const std::vector<std::string>& names) const override;
    const std::string& name() const { return name_; }
    const std::vector<Overload>& overloads() const { return overloads_; }

private:
    std::string name_;
    std::vector<Overload> overloads_;
    std::vector<Parameter> parameters_;
};

// The whole table, in the order of the specification; nullptr for a name that is not there.
const std::vector<std::shared_ptr<const Builtin>>& builtins();
std::shared_ptr<const Builtin> find_builtin(std::string_view name);

// Families; each gives its part of the table.
struct Registration {
    const char* name;
    const char* signature;  // "string: text, start position: number, length?: number"
    BuiltinBody body;
};
std::span<const Registration> conversion_builtins();
std::span<const Registration> text_builtins();
std::span<const Registration> number_builtins();
std::span<const Registration> list_builtins();
std::span<const Registration> statistics_builtins();
std::span<const Registration> context_builtins();
std::span<const Registration> calendar_builtins();
std::span<const Registration> range_builtins();

}  // namespace anmin::feel
