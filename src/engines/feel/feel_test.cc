// Expressions as data: tests/feel/{good,bad}/*.feel. One case a line, "expression  =>  value" in
// good and "expression  =>  code" in bad; a value is what string() would write. Lines with # are
// comments; a line "context: {...}" gives the names for what follows.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "feel/compile.h"
#include "feel/evaluate.h"
#include "feel/json_value.h"
#include "feel/print.h"

namespace anmin::feel {
namespace {

struct Ran {
    Value value;
    std::vector<Finding> findings;
};

Ran run(const std::string& text, const Value& names = Value()) {
    Scope scope;
    std::set<std::string> members;
    std::vector<Value> values;
    if (names.context())
        for (const Entry& entry : names.context()->entries()) {
            scope.names.push_back({entry.name, nullptr});
            values.push_back(entry.value);
            collect_members(entry.value, members);
        }
    scope.members = &members;
    Source source;
    source.text = text;
    const auto compiled = compile(source, scope);
    Session::Options options;
    options.now = *calendar::parse_date_time("2025-03-01T08:30:00Z");
    Session session(options);
    return {session.run(*compiled.value, std::move(values)), compiled.findings};
}

std::string shown(const Value& value) { return literal_text(value, 1 << 20); }

template <class Check>
void each_case(const std::string& folder, Check check) {
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(ANMIN_ROOT) /
                                                                "tests/feel" / folder)) {
        std::ifstream in(file.path());
        Value names;
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            if (line.empty() || line[0] == '#') continue;
            if (line.starts_with("context: ")) {
                const auto read = value_of_json(line.substr(9), "context");
                ASSERT_TRUE(read.ok()) << line;
                names = read.value();
                continue;
            }
            const std::size_t arrow = line.rfind("  =>  ");
            ASSERT_NE(arrow, std::string::npos) << file.path() << ":" << number;
            ++count;
            SCOPED_TRACE(file.path().filename().string() + ":" + std::to_string(number) + " " +
                         line);
            check(line.substr(0, arrow), line.substr(arrow + 6), names);
        }
    }
    EXPECT_GT(count, 0);
}

TEST(Feel, GoodExpressionsHaveTheirValue) {
    each_case("good", [](const std::string& text, const std::string& wanted, const Value& names) {
        const Ran ran = run(text, names);
        EXPECT_EQ(shown(ran.value), wanted) << (ran.value.cause() ? ran.value.cause()->text() : "");
    });
}

TEST(Feel, BadExpressionsSayWhy) {
    each_case("bad", [](const std::string& text, const std::string& code, const Value& names) {
        const Ran ran = run(text, names);
        ASSERT_TRUE(ran.value.is_null()) << shown(ran.value);
        ASSERT_NE(ran.value.cause(), nullptr);
        EXPECT_EQ(ran.value.cause()->code, code) << ran.value.cause()->text();
        EXPECT_FALSE(ran.value.cause()->reason.empty());
    });
}

TEST(Feel, IsBoundedInDepth) {
    const std::string deep = std::string(100000, '(') + "1" + std::string(100000, ')');
    EXPECT_EQ(run(deep).value.cause()->code, "E-FEEL-101");
    std::string wide = "1";
    for (int i = 0; i < 50000; ++i) wide += "+1";
    EXPECT_EQ(run(wide).value.cause()->code, "E-FEEL-101");
    EXPECT_EQ(run(std::string(2 << 20, ' ')).value.cause()->code, "E-FEEL-101");
    const std::string lists = std::string(100000, '[');
    EXPECT_EQ(run(lists).value.cause()->code, "E-FEEL-101");
}

TEST(Feel, FullWidthSignsAreNamedInTheFinding) {
    const Ran ran = run("max（甲，乙）");
    ASSERT_FALSE(ran.findings.empty());
    EXPECT_EQ(ran.findings[0].code, "E-FEEL-102");
    EXPECT_NE(ran.findings[0].text.find("“（”是全角"), std::string::npos) << ran.findings[0].text;
    EXPECT_NE(ran.findings[0].text.find("半角“(”"), std::string::npos);
}

TEST(Feel, NullCarriesItsCauseOutward) {
    const Ran ran = run("{甲: 1 / 0, 乙: 甲 + 1}.乙 * 2");
    ASSERT_NE(ran.value.cause(), nullptr);
    EXPECT_EQ(ran.value.cause()->code, "E-FEEL-202");
    EXPECT_EQ(ran.value.cause()->place, "第1行第5列");
}

TEST(Feel, UnknownSpreadsOnlyWhereItMatters) {
    Scope scope;
    scope.names.push_back({"x", nullptr});
    const auto result = [&](const char* text) {
        Source source;
        source.text = text;
        Session session;
        return session.run(*compile(source, scope).value, {Value::unknown({"x"})});
    };
    EXPECT_TRUE(result("x > 1").is_unknown());
    EXPECT_TRUE(result("false and x > 1").is_false());
    EXPECT_TRUE(result("x > 1 or true").is_true());
    EXPECT_EQ(shown(result("if x > 1 then 5 else 5")), "5");
    EXPECT_TRUE(result("if x > 1 then 5 else 6").is_unknown());
    EXPECT_TRUE(result("sum([1, x])").is_unknown());
    EXPECT_EQ(shown(result("count([x][false])")), "0");
    EXPECT_TRUE(result("some i in [1, x] satisfies i > 0").is_true());
    EXPECT_TRUE(result("every i in [1, x] satisfies i > 0").is_unknown());
}

TEST(Feel, TestsOfACell) {
    const auto passes = [](const char* cell, const char* input) {
        Scope scope;
        Source source;
        source.text = cell;
        const auto compiled = compile_tests(source, scope, nullptr);
        Session session;
        Frame frame;
        return shown(session.test(compiled.value, run(input).value, frame));
    };
    EXPECT_EQ(passes("-", "null"), "true");
    EXPECT_EQ(passes("", "5"), "true");
    EXPECT_EQ(passes("< 10, [20..30]", "25"), "true");
    EXPECT_EQ(passes("not(\"a\", \"b\")", "\"c\""), "true");
    EXPECT_EQ(passes("not(\"a\", \"b\")", "\"b\""), "false");
    EXPECT_EQ(passes("contains(?, \"甲\")", "\"甲乙\""), "true");
    EXPECT_EQ(passes("? > 3 and ? < 5", "4"), "true");
    EXPECT_EQ(passes("null", "null"), "true");
    EXPECT_EQ(passes("[1, 2, 3]", "2"), "true");
    EXPECT_EQ(passes("< 10", "\"a\""), "null");
    EXPECT_EQ(passes("true", "true"), "true");
    EXPECT_EQ(passes("not(true)", "false"), "true");
}

}  // namespace
}  // namespace anmin::feel
