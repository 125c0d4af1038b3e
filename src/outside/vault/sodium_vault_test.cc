#include "vault/sodium_vault.h"

#include <gtest/gtest.h>
#include <set>

namespace anmin::vault {
namespace {

std::unique_ptr<authority::Vault> open() {
    auto vault = open_vault();
    CHECK(vault.ok(), "the vault opens on a machine that builds us");
    return std::move(vault).value();
}

// SPEC: GB/T 32905, appendix A, examples 1 and 2; the empty message as `openssl dgst -sm3` has it.
TEST(Digest, IsSm3) {
    const auto vault = open();
    EXPECT_EQ(vault->digest("abc"),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    std::string sixteen_times;
    for (int i = 0; i < 16; ++i) sixteen_times += "abcd";
    EXPECT_EQ(vault->digest(sixteen_times),
              "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    EXPECT_EQ(vault->digest(""),
              "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
}

TEST(Password, FitsItsOwnSealAndNoOther) {
    const auto vault = open();
    const std::string sealed = vault->seal_password("云山苍苍 江水泱泱").value();
    EXPECT_TRUE(sealed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << sealed;
    EXPECT_TRUE(vault->password_fits(sealed, "云山苍苍 江水泱泱"));
    EXPECT_FALSE(vault->password_fits(sealed, "云山苍苍 江水泱"));
    EXPECT_FALSE(vault->password_fits(sealed, ""));
    EXPECT_FALSE(vault->password_fits("", "云山苍苍 江水泱泱"));
    EXPECT_FALSE(vault->password_fits("not a seal", "not a seal"));
}

TEST(Password, IsSaltedSoThatEqualOnesLookDifferent) {
    const auto vault = open();
    EXPECT_NE(vault->seal_password("演示").value(), vault->seal_password("演示").value());
}

TEST(Password, EmptyAndOversizedOnesAreRefused) {
    const auto vault = open();
    EXPECT_EQ(vault->seal_password("").error().code, "E-VAULT-003");
    EXPECT_EQ(vault->seal_password(std::string(1025, 'a')).error().code, "E-VAULT-003");
    EXPECT_TRUE(vault->seal_password(std::string(1024, 'a')).ok());
}

TEST(Token, IsUrlSafeTextOf256BitsAndNeverTheSameTwice) {
    const auto vault = open();
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = vault->new_token();
        EXPECT_EQ(token.size(), 43u);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-_"),
                  std::string::npos)
            << token;
        EXPECT_TRUE(seen.insert(token).second);
    }
}

}  // namespace
}  // namespace anmin::vault
