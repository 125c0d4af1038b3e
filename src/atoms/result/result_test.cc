#include "result/result.h"

#include <gtest/gtest.h>

namespace anmin {
namespace {

Error no_such_file() {
    return {Fault::missing, "E-TEST-001", "a.txt", "没有这个文件", "存在的文件", "检查路径"};
}

Result<int> half(int number) {
    if (number % 2 != 0) return no_such_file();
    return number / 2;
}

Result<void> needs_even(int number) {
    TRY(half(number));
    return {};
}

Result<int> quarter(int number) { return TRY(half(TRY(half(number)))); }

TEST(Result, TryPassesTheValueOn) { EXPECT_EQ(quarter(12).value(), 3); }

TEST(Result, TryReturnsTheFirstError) {
    EXPECT_EQ(quarter(6).error().code, "E-TEST-001");
    EXPECT_FALSE(needs_even(3).ok());
    EXPECT_TRUE(needs_even(4).ok());
}

TEST(Result, ErrorNamesPlaceFindingExpectationAndNextStep) {
    EXPECT_EQ(no_such_file().text(),
              "E-TEST-001 a.txt：没有这个文件；应为：存在的文件；下一步：检查路径");
}

TEST(ResultDeathTest, AskingForTheMissingSideEndsTheProgram) {
    EXPECT_DEATH(
        {
            auto value = half(3).value();
            (void)value;
        },
        "");
    EXPECT_DEATH(CHECK(1 == 2, "one is two"), "one is two");
}

}  // namespace
}  // namespace anmin
