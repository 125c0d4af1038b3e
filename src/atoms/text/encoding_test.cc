#include "text/encoding.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace anmin::text {
namespace {

// Each sample is "关于做好民政工作的通知，请各县（市、区）落实。" or its traditional twin in
// another encoding.
std::string utf16(std::u32string_view text, bool little) {
    std::string out;
    for (const char32_t c : text) {
        const auto low = static_cast<char>(c & 0xFFU);
        const auto high = static_cast<char>(c >> 8U);
        out += little ? std::string{low, high} : std::string{high, low};
    }
    return out;
}

const std::u32string simplified = U"各县（市、区）民政局：\n现将通知如下。";

TEST(Encoding, Utf8WithAndWithoutMark) {
    EXPECT_EQ(decode_bytes(encode(simplified))->encoding, "UTF-8");
    const auto marked = decode_bytes("\xEF\xBB\xBF" + encode(simplified));
    EXPECT_EQ(marked->characters, simplified);
}

TEST(Encoding, Utf16WithAndWithoutMark) {
    for (const bool little : {true, false}) {
        const std::string bytes = utf16(simplified, little);
        const auto bare = decode_bytes(bytes);
        ASSERT_TRUE(bare);
        EXPECT_EQ(bare->encoding, little ? "UTF-16LE" : "UTF-16BE");
        EXPECT_EQ(bare->characters, simplified);
        const auto marked = decode_bytes((little ? "\xFF\xFE" : "\xFE\xFF") + bytes);
        EXPECT_EQ(marked->characters, simplified);
    }
}

TEST(Encoding, ShortGbAndBig5) {
    // 申请人张三，男，汉族 in GB18030 (a general detector says ISO-8859-1)
    const auto gb = decode_bytes(
        "\xC9\xEA\xC7\xEB\xC8\xCB\xD5\xC5\xC8\xFD\xA3\xAC\xC4\xD0\xA3\xAC\xBA\xBA\xD7\xE5");
    ASSERT_TRUE(gb);
    EXPECT_EQ(gb->encoding, "GB18030");
    EXPECT_EQ(encode(gb->characters), "申请人张三，男，汉族");
    // 社會工作會議，通知 in Big5
    const auto big5 =
        decode_bytes("\xAA\xC0\xB7\x7C\xA4\x75\xA7\x40\xB7\x7C\xC4\xB3\xA1\x41\xB3\x71\xAA\xBE");
    ASSERT_TRUE(big5);
    EXPECT_EQ(big5->encoding, "Big5");
    EXPECT_EQ(encode(big5->characters), "社會工作會議，通知");
}

TEST(Encoding, FourByteCharactersOfGb18030) {
    // 王䶮: GBK has no U+4DAE
    const auto rare = decode_as(
        "\xCD\xF5"
        "\xFE\x9F",
        "GB18030");
    ASSERT_TRUE(rare);
    EXPECT_EQ(rare->characters, U"王䶮");
    EXPECT_EQ(rare->lost, 0);
}

TEST(Encoding, BinaryIsNotText) {
    EXPECT_FALSE(
        decode_bytes(std::string("\x7F"
                                 "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\xB0",
                                 25)));
    std::string noise;
    for (unsigned at = 0; at < 4096; ++at)
        noise.push_back(static_cast<char>(at * 2654435761U >> 13U));
    EXPECT_FALSE(decode_bytes(noise));
}

TEST(Encoding, GbkTable) {
    const GbkTable table;
    EXPECT_EQ(table.character(0xC3, 0xF1), U'民');
    EXPECT_EQ(table.bytes(U'民'), 0xC3F1);
    EXPECT_FALSE(table.character(0xFE, 0xB7));
    EXPECT_FALSE(table.bytes(U'㛃'));
}

}  // namespace
}  // namespace anmin::text
