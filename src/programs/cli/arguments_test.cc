#include "cli/arguments.h"

#include <gtest/gtest.h>

namespace anmin::cli {
namespace {

const Grammar grammar{{"data", "port"}, {"force"}};

TEST(Arguments, SeparatesWordsOptionsAndFlags) {
    const auto parsed =
        parse({"a", "--data", "d", "--force", "--port=80", "-", "--", "--data"}, grammar);
    ASSERT_TRUE(parsed.ok()) << parsed.error();
    EXPECT_EQ(parsed.value().words, (std::vector<std::string>{"a", "-", "--data"}));
    EXPECT_EQ(parsed.value().get("data", ""), "d");
    EXPECT_EQ(parsed.value().get("port", ""), "80");
    EXPECT_TRUE(parsed.value().has("force"));
    EXPECT_EQ(parsed.value().find("other"), std::nullopt);
}

TEST(Arguments, NamesWhatItDoesNotKnow) {
    EXPECT_EQ(parse({"--dat", "x"}, grammar).error().code, "E-CLI-001");
    EXPECT_EQ(parse({"--data"}, grammar).error().code, "E-CLI-002");
    EXPECT_EQ(parse({"--force=yes"}, grammar).error().code, "E-CLI-001");
}

TEST(Arguments, WholeNumbersStayInsideTheirLimits) {
    EXPECT_EQ(whole_number("--port", "8080", 0, 65535).value(), 8080);
    for (const char* bad : {"", "70000", "-1", "80a", "1.5"}) {
        EXPECT_EQ(whole_number("--port", bad, 0, 65535).error().code, "E-CLI-003") << bad;
    }
}

}  // namespace
}  // namespace anmin::cli
