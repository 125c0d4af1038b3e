#include "directive/recut.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace anmin::directive {
namespace {

const char* const sentence = "各科室要在6月底前完成自查，7月15日前报送总结。";

struct Sample {
    document::Part part;
    Frames frames;
    Candidate whole;

    Sample() {
        part.clean_text = sentence;
        part.event_date = calendar::Date::parse("2025-05-01");
        whole.number = 3;
        whole.span = {0, text::count(sentence) - 1};
        whole.text = text::slice(sentence, 0, whole.span.end);
        whole.confidence = 80;
        whole.reason = "在会议要求之下";
    }
    std::int64_t comma() const {
        return static_cast<std::int64_t>(text::decode(sentence).find(U'，'));
    }
};

TEST(Recut, ASplitGivesTwoProposalsWithTheirOwnDeadlines) {
    const Sample sample;
    const auto halves = split(sample.whole, sample.comma() + 1, 9, sample.part, sample.frames);
    ASSERT_TRUE(halves.ok()) << halves.error().text();
    const auto& [first, second] = std::pair(halves.value()[0], halves.value()[1]);
    EXPECT_EQ(first.text, "各科室要在6月底前完成自查");
    EXPECT_EQ(first.number, 3);
    ASSERT_TRUE(first.deadline);
    EXPECT_EQ(first.deadline->normal, "2025-06-30");
    EXPECT_EQ(second.text, "7月15日前报送总结");
    EXPECT_EQ(second.number, 9);
    ASSERT_TRUE(second.deadline);
    EXPECT_EQ(second.deadline->normal, "2025-07-15");
    EXPECT_EQ(second.confidence, 80);
    EXPECT_NE(second.reason.find("拆分"), std::string::npos);
}

TEST(Recut, ACutThatLeavesOneHalfEmptyIsRefused) {
    const Sample sample;
    for (const std::int64_t at : {std::int64_t{0}, sample.whole.span.end, std::int64_t{999}}) {
        const auto halves = split(sample.whole, at, 9, sample.part, sample.frames);
        ASSERT_FALSE(halves.ok()) << at;
        EXPECT_EQ(halves.error().code, "E-TASK-026");
    }
}

TEST(Recut, MergingTheHalvesGivesTheWholeBack) {
    const Sample sample;
    const auto halves = split(sample.whole, sample.comma(), 9, sample.part, sample.frames).value();
    const auto whole = merge(halves[1], halves[0], sample.part, sample.frames);
    ASSERT_TRUE(whole.ok()) << whole.error().text();
    EXPECT_EQ(whole.value().span, sample.whole.span);
    EXPECT_EQ(whole.value().text, sample.whole.text);
    EXPECT_EQ(whole.value().number, 3);
}

TEST(Recut, OnlyTwoOfOneArticleCanBeMerged) {
    const Sample sample;
    Candidate other = sample.whole;
    other.part = 1;
    other.number = 4;
    EXPECT_EQ(merge(sample.whole, other, sample.part, sample.frames).error().code, "E-TASK-027");
    EXPECT_EQ(merge(sample.whole, sample.whole, sample.part, sample.frames).error().code,
              "E-TASK-027");
}

}  // namespace
}  // namespace anmin::directive
