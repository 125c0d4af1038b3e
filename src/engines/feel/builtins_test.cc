// Every function with arguments of every kind, by position and by name: always a value, and a null
// says why.
#include "feel/builtins.h"

#include <gtest/gtest.h>

#include "feel/compile.h"
#include "feel/print.h"

namespace anmin::feel {
namespace {

std::vector<Value> one_of_each_kind() {
    std::vector<Value> out;
    for (const char* text : {"null",
                             "true",
                             "0",
                             "-3",
                             "2.5",
                             "\"\"",
                             "\"a|b\"",
                             "\"2020-01-31\"",
                             "[]",
                             "[null]",
                             "[1, 2]",
                             "[[\"a\"]]",
                             "{}",
                             "{key: \"a\", value: 1}",
                             "@\"2020-02-29\"",
                             "@\"10:00:00\"",
                             "@\"2020-02-29T10:00:00Z\"",
                             "@\"P1Y\"",
                             "@\"PT1H\"",
                             "[1..3]",
                             "(< 2)",
                             "function(x) x",
                             "function(x, y) x < y"}) {
        Source source;
        source.text = text;
        Session session;
        out.push_back(session.run(*compile(source, Scope()).value, std::vector<Value>()));
    }
    return out;
}

class Calls {
public:
    explicit Calls(const Builtin& builtin) : builtin_(builtin) {
        options_.now = *calendar::parse_date_time("2025-03-01T08:30:00Z");
        options_.limits.text = 10000;
    }

    // All arguments of `kinds` behind those that are there, up to `count`.
    void all(const std::vector<Value>& kinds, std::vector<Value>& arguments, std::size_t count,
             const std::vector<std::string>& names) {
        if (arguments.size() == count) {
            Session session(options_);
            const Value value = session.call(builtin_, arguments, names);
            EXPECT_FALSE(value.is_unknown()) << builtin_.name();
            calls_ += 1;
            return;
        }
        for (const Value& kind : kinds) {
            arguments.push_back(kind);
            all(kinds, arguments, count, names);
            arguments.pop_back();
        }
    }
    int calls() const { return calls_; }

private:
    const Builtin& builtin_;
    Session::Options options_;
    int calls_ = 0;
};

TEST(Builtins, TakeArgumentsOfEveryKind) {
    const std::vector<Value> kinds = one_of_each_kind();
    for (const auto& builtin : builtins()) {
        Calls calls(*builtin);
        std::vector<Value> arguments;
        for (std::size_t count = 0; count <= 2; ++count) calls.all(kinds, arguments, count, {});
        for (const Overload& overload : builtin->overloads()) {
            std::vector<std::string> names;
            for (const auto& [name, takes] : overload.signature.parameters) {
                names.push_back(name);
                if (names.size() > 2) break;
                calls.all(kinds, arguments, names.size(), names);
            }
        }
        EXPECT_GT(calls.calls(), 500) << builtin->name();
    }
}

TEST(Builtins, TakeThreeArgumentsOfEveryKind) {
    const std::vector<Value> kinds = one_of_each_kind();
    const std::vector<Value> fewer = {kinds[0],  kinds[2],  kinds[6], kinds[10],
                                      kinds[13], kinds[19], kinds[21]};
    for (const auto& builtin : builtins()) {
        Calls calls(*builtin);
        std::vector<Value> arguments;
        for (std::size_t count = 3; count <= 4; ++count) calls.all(fewer, arguments, count, {});
        EXPECT_GT(calls.calls(), 2000) << builtin->name();
    }
}

}  // namespace
}  // namespace anmin::feel
