#include "json/json.h"

#include <gtest/gtest.h>

namespace anmin::json {
namespace {

TEST(Json, TypedMembers) {
    const auto value =
        parse(R"({"名": "民政", "n": 3, "list": ["a", "b"], "mixed": ["a", 1]})", "t.json").value();
    EXPECT_EQ(get_string(value, "名", "t").value(), "民政");
    EXPECT_EQ(get_integer(value, "n", "t").value(), 3);
    EXPECT_EQ(get_strings(value, "list", "t").value(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(get_strings(value, "mixed", "t").error().place, "t.mixed");
    EXPECT_EQ(get_string(value, "none", "t").error().code, "E-JSON-002");
    EXPECT_EQ(find_string(value, "none"), "");
    EXPECT_EQ(print(value).substr(0, 8), "{\"名\":\"");
}

// Found by fuzzing: beyond 64 bits a number is only nearly read, so amounts travel as whole numbers
// or as text.
TEST(Json, LongNumbersAreOnlyNearlyRead) {
    const auto value = parse(std::string(43, '3'), "t.json").value();
    ASSERT_TRUE(value.is_double());
    EXPECT_NEAR(value.get_double() / 3.3333333333333333e42, 1.0, 1e-14);
    EXPECT_EQ(parse("9223372036854775807", "t.json").value().as_int64(), 9223372036854775807);
    EXPECT_EQ(parse("[\n8932543E55555]", "t.json").error().code, "E-JSON-001");
}

TEST(Json, FaultsHaveLineAndColumn) {
    const auto fault = parse("{\n  \"a\": ,\n}", "f.json");
    ASSERT_FALSE(fault.ok());
    EXPECT_EQ(fault.error().code, "E-JSON-001");
    EXPECT_EQ(fault.error().place, "f.json:2:8");
    EXPECT_EQ(parse("{} x", "f.json").error().place, "f.json:1:4");
    EXPECT_FALSE(parse("", "f.json").ok());
    EXPECT_FALSE(parse(std::string(100000, '['), "f.json").ok());
}

}  // namespace
}  // namespace anmin::json
