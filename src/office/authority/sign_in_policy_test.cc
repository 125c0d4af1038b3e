#include "authority/sign_in_policy.h"

#include <gtest/gtest.h>

namespace anmin::authority {
namespace {

SignInPolicy policy() {
    SignInPolicy made;
    made.password_least = 12;
    made.password_most = 64;
    made.common_passwords = {"1qaz2wsx3edc"};
    return made;
}

std::string tried(const std::string& password) {
    Account account;
    account.login = "county-office";
    const auto checked = check_password(policy(), account, password);
    return checked.ok() ? "taken" : checked.error().code;
}

TEST(Password, LengthCountsCharactersAndNoKindIsDemanded) {
    EXPECT_EQ(tried("short"), "E-AUTH-120");
    EXPECT_EQ(tried("all small letters will do"), "taken");
    EXPECT_EQ(tried("云山苍苍江水泱泱先生之风"), "taken");
    EXPECT_EQ(tried("云山苍苍江水泱泱先生之"), "E-AUTH-120");
    EXPECT_EQ(tried(std::string(65, 'x') + "y"), "E-AUTH-120");
}

TEST(Password, CommonOnesAndPatternsAreRefused) {
    for (const char* common : {"1qaz2wsx3edc", "1QAZ2WSX3EDC", "aaaaaaaaaaaa", "abababababab",
                               "123456789012", "abcdefghijkl"}) {
        EXPECT_EQ(tried(common), "E-AUTH-121") << common;
    }
}

TEST(Password, DoesNotHoldTheLogin) { EXPECT_EQ(tried("my County-Office!"), "E-AUTH-122"); }

TEST(Times, AreMinutes) {
    EXPECT_EQ(after({1000}, std::chrono::minutes(2)).milliseconds, 121'000);
    EXPECT_EQ(before({121'000}, std::chrono::minutes(2)).milliseconds, 1000);
}

}  // namespace
}  // namespace anmin::authority
