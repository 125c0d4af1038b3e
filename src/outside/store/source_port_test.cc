// Sources on both engines: the register, reach recorded once, citations, and a rebuild.
#include "source/source_store.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using source::MeetingId;
using source::SourceKind;
using source::SourceName;

constexpr auto subtree = organisation::Reach::subtree;

class Sources : public OnBoth {
protected:
    void plant() {
        const source::MeetingHeld held{{"M1"},
                                       "机关干部会议",
                                       day("2025-03-09"),
                                       "局长",
                                       {"副局长"},
                                       {{"传达学习", true, ident::DocumentId{"D1"}}},
                                       {{1, "一支部", code("330102"), "主会场", 10},
                                        {2, "二支部", code("330102001"), "分会场", 5}},
                                       code("330102"),
                                       "民政局",
                                       officer,
                                       day("2025-03-10")};
        const source::InstructionEntered instruction{{"I1"},         "副局长", day("2025-03-08"),
                                                     "请抓好落实。", {},       code("330105"),
                                                     "民政局",       officer,  day("2025-03-10")};
        commit(journal::stream_of(MeetingId{"M1"}), held);
        commit(journal::stream_of(source::InstructionId{"I1"}), instruction);
        commit(journal::basis_of({"T1"}),
               source::SourceCited{
                   {"T1"}, {SourceKind::meeting, "M1"}, "", officer, day("2025-03-10")});
        commit(journal::basis_of({"T1"}),
               source::SourceCited{
                   {"T1"}, {SourceKind::instruction, "I1"}, "照办", officer, day("2025-03-11")});
    }
    template <class SourceEvent>
    void commit(const journal::StreamId& stream, SourceEvent event) {
        must(store().journal().commit(
            command(), {{stream, journal::any_version, {source::Event{std::move(event)}}}}));
    }
    Result<journal::Receipt> came(std::int32_t branch, bool made_up, std::int64_t people) {
        return store().journal().commit(
            command(), {{journal::stream_of(MeetingId{"M1"}),
                         journal::any_version,
                         {source::Event{source::AttendanceTaken{branch, made_up, people, "",
                                                                officer, day("2025-03-10")}}}}});
    }
    std::vector<std::string> register_of(const std::string& division) {
        const organisation::Scope scope{code(division), subtree};
        std::vector<std::string> names;
        std::string after;
        do {
            const auto page = must(store().sources().entries(scope, scope, {after, 1}));
            for (const auto& one : page.items) {
                names.push_back(one.name.id + ":" + std::to_string(one.orders));
            }
            after = page.next;
        } while (!after.empty());
        return names;
    }
};

TEST_P(Sources, AreListedNewestFirstWithinTheScope) {
    plant();
    EXPECT_EQ(register_of("33"), (std::vector<std::string>{"M1:1", "I1:1"}));
    EXPECT_EQ(register_of("330102"), (std::vector<std::string>{"M1:1"}));
    EXPECT_EQ(register_of("11"), std::vector<std::string>{});
}

TEST_P(Sources, ReachIsRecordedOnceAndNeverExceedsWhoIsExpected) {
    plant();
    must(came(1, false, 8));
    must(came(1, true, 2));
    EXPECT_FALSE(came(1, true, 1).ok()) << "everybody was reached already";
    const auto meeting = must(store().sources().find_meeting({"M1"}));
    ASSERT_TRUE(meeting.has_value());
    EXPECT_EQ(meeting->version, 3);
    EXPECT_EQ(source::reach_of(meeting->branches), (source::Reach{2, 1, 1, 15, 10}));
    EXPECT_EQ(must(store().sources().attendance({"M1"})).size(), 2U);
    EXPECT_EQ(must(store().sources().conveyed({"D1"})).size(), 1U);
}

TEST_P(Sources, CitationsGoBothWaysAndSurviveARebuild) {
    plant();
    commit(journal::basis_of({"T1"}),
           source::CitationWithdrawn{
               {"T1"}, {SourceKind::meeting, "M1"}, "列错", officer, day("2025-03-12")});
    must(came(2, false, 3));
    must(store().rebuild_projections());
    const auto cited = must(store().sources().citations({"T1"}));
    ASSERT_EQ(cited.size(), 1U);
    EXPECT_EQ(cited[0].source, (SourceName{SourceKind::instruction, "I1"}));
    EXPECT_EQ(cited[0].note, "照办");
    EXPECT_EQ(must(store().sources().citing({SourceKind::instruction, "I1"}, 10)).size(), 1U);
    EXPECT_TRUE(must(store().sources().citing({SourceKind::meeting, "M1"}, 10)).empty());
    EXPECT_EQ(must(store().sources().find_meeting({"M1"}))->branches[1].present, 3);
    EXPECT_EQ(must(store().sources().find_instruction({"I1"}))->text, "请抓好落实。");
}

ANMIN_ON_BOTH(Sources);

}  // namespace
}  // namespace anmin::store
