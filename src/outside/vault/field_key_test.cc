#include "vault/field_key.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "vault/one_time_code.h"

namespace anmin::vault {
namespace {

namespace fs = std::filesystem;

class Sealed : public testing::Test {
protected:
    Sealed() {
        std::string name = (fs::temp_directory_path() / "anmin-vault-XXXXXX").string();
        CHECK(::mkdtemp(name.data()) != nullptr, "a test can make a folder");
        folder_ = name;
        key_ = open_field_key(folder_ / "key").value();
    }
    ~Sealed() override { fs::remove_all(folder_); }

    fs::path folder_;
    FieldKey key_;
};

TEST_F(Sealed, OpensWithItsKeyForItsPurposeOnly) {
    const std::string text = "11010519491231002X";  // GB 11643's own example
    const auto closed = sealed(key_, text, "person.resident");
    EXPECT_EQ(closed.find(text), std::string::npos);
    EXPECT_EQ(opened(key_, closed, "person.resident").value(), text);
    EXPECT_EQ(opened(key_, closed, "person.telephone").error().code, "E-VAULT-012");
    const auto other = open_field_key(folder_ / "other").value();
    EXPECT_EQ(opened(other, closed, "person.resident").error().code, "E-VAULT-012");
    EXPECT_EQ(opened(key_, sealed(key_, "", "p"), "p").value(), "");
}

TEST_F(Sealed, EveryChangeOfALetterIsSeen) {
    const auto closed = sealed(key_, "0000", "p");
    for (std::size_t i = 0; i < closed.size(); ++i) {
        std::string changed = closed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(opened(key_, changed, "p").ok()) << i;
        EXPECT_FALSE(opened(key_, closed.substr(0, i), "p").ok()) << i;
    }
}

TEST_F(Sealed, EqualTextsLookDifferentButHaveOneIndex) {
    EXPECT_NE(sealed(key_, "a", "p"), sealed(key_, "a", "p"));
    EXPECT_EQ(index_of(key_, "a", "p"), index_of(key_, "a", "p"));
    EXPECT_NE(index_of(key_, "a", "p"), index_of(key_, "a", "q"));
    EXPECT_NE(index_of(key_, "a", "p"), index_of(key_, "b", "p"));
}

TEST_F(Sealed, TheKeyFileIsItsOwnersAlone) {
    const auto mode = fs::status(folder_ / "key").permissions();
    EXPECT_EQ(mode, fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(open_field_key(folder_ / "key").value().seal, key_.seal);
    fs::permissions(folder_ / "key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(open_field_key(folder_ / "key").error().code, "E-VAULT-011");
    std::ofstream(folder_ / "short") << "abcd";
    fs::permissions(folder_ / "short", fs::perms::owner_read);
    EXPECT_EQ(open_field_key(folder_ / "short").error().code, "E-VAULT-011");
    EXPECT_EQ(open_field_key(folder_ / "none" / "key").error().code, "E-VAULT-011");
}

// SPEC: RFC 6238, appendix B (SHA-1), the last six of its eight digits.
TEST(OneTimeCode, IsThatOfTheRfc) {
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    EXPECT_EQ(code_at(secret, 59 / 30), "287082");
    EXPECT_EQ(code_at(secret, 1111111109 / 30), "081804");
    EXPECT_EQ(code_at(secret, 1111111111 / 30), "050471");
    EXPECT_EQ(code_at(secret, 1234567890 / 30), "005924");
    EXPECT_EQ(code_at(secret, 2000000000 / 30), "279037");
    EXPECT_EQ(code_at(secret, 20000000000 / 30), "353130");
}

TEST(OneTimeCode, SecretsAreBase32AndDiffer) {
    const auto secret = new_code_secret();
    EXPECT_EQ(secret.size(), 32U);
    EXPECT_NE(secret, new_code_secret());
    EXPECT_EQ(code_at(secret, 1).size(), 6U);
    EXPECT_EQ(code_at("not base 32", 1), "");
}

}  // namespace
}  // namespace anmin::vault
