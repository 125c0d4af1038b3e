// Matters to be conveyed on both engines: their stored forms, the pool, reach and tasks, a rebuild.
#include "source/conveyance_store.h"
#include "store/codec.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using namespace source;

constexpr auto subtree = organisation::Reach::subtree;
const calendar::Date today = day("2025-03-20");

ConveyanceReceived paper(const std::string& id, bool first_topic, const std::string& received_on) {
    return {{id},
            "重要讲话精神 " + id,
            "民发〔2025〕1号",
            "民政部",
            SourceName{SourceKind::document, "D1"},
            day(received_on),
            day("2025-03-11"),
            first_topic,
            code("330102"),
            "民政局",
            officer,
            today};
}
ConveyancePooled pooled(std::int32_t place) {
    return {"三月党组会议", day("2025-03-09"), place, officer, today};
}

// Every kind with every field, as it is written and read back.
TEST(ConveyanceCodec, GivesBackWhatWasWritten) {
    const std::vector<Event> events{
        paper("C1", true, "2025-03-01"),
        pooled(2),
        ConveyanceConveyed{{"M1"}, "党组会议", day("2025-03-09"), officer, today},
        MeasuresDecided{"分管副局长", {"M1"}, "党组会议", {{1, "排查", "养老科"}}, officer, today},
        MeasureAnswered{1, {"T1"}, officer, today},
        MeasureExempted{2, "会上已办", officer, today},
        ConveyanceLookedBack{true, "抽查三个支部", officer, today},
        ConveyanceArchived{"2025-党组-3", officer, today},
        ConveyanceWithdrawn{"重复来文", officer, today},
        MeetingHeld{{"M1"},
                    "党组会议",
                    day("2025-03-09"),
                    "书记",
                    {"副局长"},
                    {{"传达学习", true, ident::DocumentId{"D1"}, ConveyanceId{"C1"}}},
                    {{1, "一支部", code("330102"), "主会场", 10}},
                    code("330102"),
                    "民政局",
                    officer,
                    today,
                    "party_group"}};
    for (const Event& event : events) {
        const auto encoded = must(encode(journal::Event{event}));
        const auto back = must(decode(encoded.kind, encoded.format, encoded.body, "here"));
        EXPECT_EQ(std::get<Event>(back).index(), event.index());
        EXPECT_EQ(must(encode(back)).body, encoded.body);
    }
}

TEST(ConveyanceCodec, ReadsAMeetingThatKnewNoPoolAndNoForm) {
    const auto back = must(decode(
        "source.meeting_held", 1,
        R"({"meeting":"M1","name":"n","held_on":"2025-03-09","chair":"c","conveyors":[],)"
        R"("agenda":[{"title":"t","first_topic":true}],"branches":[],"division":"330102",)"
        R"("issuer":"i","officer":{"account":"a","name":"n","post_title":"p"},"on":"2025-03-10"})",
        "here"));
    const auto& held = std::get<MeetingHeld>(std::get<Event>(back));
    EXPECT_EQ(held.form, "");
    EXPECT_FALSE(held.agenda.front().conveyance.has_value());
}

class Conveyances : public OnBoth {
protected:
    template <class SourceEvent>
    void commit(const journal::StreamId& stream, SourceEvent event) {
        must(store().journal().commit(command(),
                                      {{stream, journal::any_version, {Event{std::move(event)}}}}));
    }
    void receive_paper(const std::string& id, bool first_topic, std::int32_t place,
                       const std::string& received_on) {
        const auto stream = journal::stream_of(ConveyanceId{id});
        commit(stream, paper(id, first_topic, received_on));
        commit(stream, pooled(place));
    }
    void hold(const std::string& id, std::int64_t came) {
        const auto stream = journal::stream_of(MeetingId{id});
        commit(stream, MeetingHeld{{id},
                                   "党组会议",
                                   day("2025-03-09"),
                                   "书记",
                                   {},
                                   {{"传达学习", true, {}, ConveyanceId{"C1"}}},
                                   {{1, "一支部", code("330102"), "主会场", 10}},
                                   code("330102"),
                                   "民政局",
                                   officer,
                                   today,
                                   "party_group"});
        commit(stream, AttendanceTaken{1, false, came, "", officer, today});
        commit(journal::stream_of(ConveyanceId{"C1"}),
               ConveyanceConveyed{{id}, "党组会议", day("2025-03-09"), officer, today});
    }
    std::vector<std::string> ids_of(const ConveyanceFilter& filter,
                                    const std::string& division = "33") {
        std::vector<std::string> ids;
        std::string after;
        do {
            const auto page = must(
                store().conveyances().conveyances({code(division), subtree}, filter, {after, 1}));
            for (const auto& one : page.items) ids.push_back(one.id.value);
            after = page.next;
        } while (!after.empty());
        return ids;
    }
    Reach reach_of_first() {
        std::vector<BranchReach> rows;
        for (const auto& one : must(store().conveyances().branches({{"C1"}}))) {
            rows.push_back(one.reach);
        }
        return reach_of(rows);
    }
};

using Ids = std::vector<std::string>;

TEST_P(Conveyances, ThePoolStandsInTheOrderOfAnAgenda) {
    receive_paper("C1", false, 1, "2025-03-01");
    receive_paper("C2", true, 2, "2025-03-02");
    receive_paper("C3", true, 1, "2025-03-03");
    ConveyanceFilter pool;
    pool.states = {ConveyanceState::pooled};
    EXPECT_EQ(ids_of(pool), (Ids{"C3", "C2", "C1"})) << "first topics first, then by place";
    EXPECT_EQ(ids_of({}), (Ids{"C3", "C2", "C1"})) << "the newest first";
    EXPECT_EQ(ids_of({}, "330102"), (Ids{"C3", "C2", "C1"}));
    EXPECT_EQ(ids_of({}, "330105"), Ids{});
}

TEST_P(Conveyances, FiguresOpenTheirRows) {
    receive_paper("C1", true, 1, "2025-03-01");
    receive_paper("C2", true, 2, "2025-03-02");
    hold("M1", 8);
    ConveyanceFilter filter;
    filter.year = 2025;
    filter.as_of = day("2025-03-12");
    filter.figure = ConveyanceFigure::conveyed;
    EXPECT_EQ(ids_of(filter), Ids{"C1"});
    filter.figure = ConveyanceFigure::late;
    EXPECT_EQ(ids_of(filter), Ids{"C2"});
    filter.figure = ConveyanceFigure::waiting;
    EXPECT_EQ(ids_of(filter), Ids{"C2"});
    filter.figure = ConveyanceFigure::received;
    EXPECT_EQ(ids_of(filter), (Ids{"C2", "C1"}));
    filter.year = 2024;
    EXPECT_EQ(ids_of(filter), Ids{});
    const auto sessions = must(store().conveyances().sessions({code("33"), subtree}, 2025));
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0].form, "party_group");
    EXPECT_EQ(sessions[0].sessions, 1);
}

TEST_P(Conveyances, ReachTasksAndStepsSurviveARebuild) {
    receive_paper("C1", true, 1, "2025-03-01");
    must(store().journal().commit(command(), {receive("D1")}));
    hold("M1", 8);
    hold("M2", 9);
    const auto stream = journal::stream_of(ConveyanceId{"C1"});
    commit(stream,
           MeasuresDecided{"副局长", {"M1"}, "党组会议", {{1, "排查", "养老科"}}, officer, today});
    commit(stream, MeasureAnswered{1, {"T1"}, officer, today});
    EXPECT_EQ(reach_of_first(), (Reach{1, 1, 0, 10, 9})) << "a branch counts once";
    const auto before = must(store().conveyances().find_conveyance({"C1"}));
    must(store().rebuild_projections());
    const auto after = must(store().conveyances().find_conveyance({"C1"}));
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(*after, *before);
    EXPECT_EQ(after->version, 6);
    EXPECT_EQ(after->state, ConveyanceState::broken_down);
    EXPECT_EQ(after->steps.size(), 6U);
    EXPECT_EQ(reach_of_first(), (Reach{1, 1, 0, 10, 9}));
    EXPECT_TRUE(must(store().conveyances().derived({})).empty());
    EXPECT_EQ(must(store().conveyances().find_conveyance({"C9"})), std::nullopt);
}

ANMIN_ON_BOTH(Conveyances);

TEST_P(Conveyances, AreFoundByTheirPaperUntilTheyAreWithdrawn) {
    receive_paper("C2", false, 1, "2025-03-02");
    receive_paper("C1", false, 1, "2025-03-01");
    const auto found = [&](const std::string& division) -> std::string {
        const auto same = must(store().conveyances().find_paper(
            code(division), paper_of(start(paper("C3", false, "2025-03-03")))));
        return same ? same->id.value : "none";
    };
    EXPECT_EQ(found("330102"), "C1");
    EXPECT_EQ(found("3301"), "none") << "another office";
    commit(journal::stream_of(ConveyanceId{"C1"}), ConveyanceWithdrawn{"重复来文", officer, today});
    EXPECT_EQ(found("330102"), "C2");
    EXPECT_DONE(store().rebuild_projections());
    EXPECT_EQ(found("330102"), "C2");
}

}  // namespace
}  // namespace anmin::store
