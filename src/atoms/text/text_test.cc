#include <gtest/gtest.h>

#include "text/han.h"
#include "text/matcher.h"
#include "text/traced.h"
#include "text/utf8.h"

namespace anmin::text {
namespace {

TEST(Utf8, RoundTrip) {
    const std::string sample = "民政ab\xF0\xA0\xAE\xB7㛃";  // 𠮷 takes four bytes
    EXPECT_TRUE(is_utf8(sample));
    EXPECT_EQ(encode(decode(sample)), sample);
    EXPECT_EQ(count(sample), 6);
    EXPECT_EQ(slice(sample, 1, 3), "政a");
    EXPECT_EQ(slice(sample, 4, 99), "\xF0\xA0\xAE\xB7㛃");
    EXPECT_EQ(slice(sample, 3, 3), "");
    EXPECT_EQ(byte_offset(sample, 2), 6U);
}

TEST(Utf8, IllFormedBecomesLostCharacters) {
    EXPECT_FALSE(is_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(is_utf8("\xE6\xB0"));
    EXPECT_EQ(decode("a\xE6\xB0"
                     "b"),
              U"a\uFFFDb");
    EXPECT_EQ(decode("\xC0\xAF"), U"\uFFFD\uFFFD");
    EXPECT_EQ(encode(std::u32string(1, static_cast<char32_t>(0xD800))), "\xEF\xBF\xBD");
}

TEST(Han, Kinds) {
    EXPECT_TRUE(is_han(U'民'));
    EXPECT_TRUE(is_han(U'㛃'));
    EXPECT_FALSE(is_han(U'，'));
    EXPECT_TRUE(is_chinese_mark(U'“'));
    EXPECT_EQ(to_half_width(U'１'), U'1');
    EXPECT_EQ(to_full_width(U','), U'，');
    EXPECT_EQ(chinese_digit(U'九'), 9);
    EXPECT_EQ(chinese_digit(U'两'), 2);
    EXPECT_EQ(chinese_digit(U'民'), -1);
}

TEST(Matcher, LongestWordWins) {
    const std::vector<std::pair<std::u32string, std::int32_t>> list = {
        {U"社会", 1}, {U"社会救助", 2}, {U"救助", 3}};
    const Matcher words(list);
    const auto hits = words.all(U"健全社会救助体系，社会事务");
    ASSERT_EQ(hits.size(), 2U);
    EXPECT_EQ(hits[0], (Matcher::Hit{2, 6, 2}));
    EXPECT_EQ(hits[1], (Matcher::Hit{9, 11, 1}));
    EXPECT_EQ(words.before(U"社会救助", 4)->start, 0U);
    EXPECT_FALSE(words.at(U"民政", 0));
    EXPECT_FALSE(Matcher().contains(U"民政"));
}

TEST(Traced, EveryStepKeepsTheSource) {
    const Traced first(U"ab cd");
    Traced second;
    second.append(first, 0, 2);
    second.append_instead(U"，", first, 2, 3);
    second.append_instead(U"XYZ", first, 3, 5);
    second.append_new(U'。', second.end_position());
    EXPECT_EQ(second.view(), U"ab，XYZ。");
    EXPECT_EQ(second.sources()[2], (Source{2, 3}));
    EXPECT_EQ(second.sources()[4], (Source{3, 5}));
    EXPECT_EQ(second.sources()[6], (Source{5, 5}));
    EXPECT_EQ(Traced(U"  x ").trimmed().sources()[0], (Source{2, 3}));
}

}  // namespace
}  // namespace anmin::text
