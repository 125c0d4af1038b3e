// From receipt to the archive: what each state takes, what is refused, what stays late.
#include "source/conveyance.h"

#include <gtest/gtest.h>

namespace anmin::source {
namespace {

calendar::Date day(const char* iso) { return *calendar::Date::parse(iso); }

const Officer clerk{{"a1"}, "沈一", "综合科科长"};
const Officer other{{"a2"}, "周二", "督查科科长"};
const calendar::Date today = day("2025-03-20");
const ConveyRule rule{"本单位制度", 10, {}};
const Standing whole{{1, 1, 1, 10, 10}, 1, 1};

ConveyanceReceived paper() {
    return {.conveyance = {"c1"},
            .title = "重要讲话精神",
            .number = "民发〔2025〕1号",
            .from = "民政部",
            .received_on = day("2025-03-01"),
            .convey_by = {},
            .first_topic = true,
            .division = *ident::DivisionCode::parse("330102"),
            .issuer = "民政局",
            .officer = clerk,
            .on = today};
}
ConveyanceConveyed at(const char* meeting, const char* held_on) {
    return {{meeting}, "党组会议", day(held_on), clerk, today};
}
MeasuresDecided measures() {
    return {"分管副局长", {"m1"},
            "党组会议",   {{0, "开展排查", "养老科"}, {0, "组织学习", "综合科"}},
            clerk,        today};
}
std::string code_of(const Result<Event>& event) { return event.ok() ? "" : event.error().code; }

Conveyance after(Conveyance conveyance, const Result<Event>& event) {
    EXPECT_TRUE(event.ok()) << code_of(event);
    return event.ok() ? apply(std::move(conveyance), event.value()) : conveyance;
}
Conveyance received_item() {
    const auto event = receive(paper(), rule);
    EXPECT_TRUE(event.ok());
    return start(std::get<ConveyanceReceived>(event.value()));
}
Conveyance pooled_item() {
    const Conveyance item = received_item();
    return after(item, pool(item, {"三月第二次党组会议", day("2025-03-09"), 1, clerk, today}));
}
Conveyance conveyed_item() {
    const Conveyance item = pooled_item();
    return after(item, convey(item, at("m1", "2025-03-09")));
}
Conveyance decided_item() {
    const Conveyance item = conveyed_item();
    return after(item, decide_measures(item, measures(), day("2025-03-09")));
}
Conveyance broken_down_item() {
    Conveyance item = decided_item();
    item = after(item, answer_measure(item, {1, {"T1"}, clerk, today}));
    return after(item, exempt_measure(item, {2, "会上已组织", clerk, today}));
}

TEST(Conveyance, GoesFromReceiptToTheArchive) {
    Conveyance item = decided_item();
    EXPECT_EQ(item.state, ConveyanceState::decided);
    item = after(item, answer_measure(item, {1, {"T1"}, clerk, today}));
    EXPECT_EQ(item.state, ConveyanceState::decided) << "the second measure has no task";
    item = after(item, exempt_measure(item, {2, "会上已组织", clerk, today}));
    EXPECT_EQ(item.state, ConveyanceState::broken_down);
    item = after(item, look_back(item, {true, "抽查三个支部", other, today}, whole));
    EXPECT_EQ(item.state, ConveyanceState::looked_back);
    item = after(item, archive(item, {"2025-党组-3", clerk, today}, whole));
    EXPECT_EQ(item.state, ConveyanceState::archived);
    EXPECT_EQ(item.version, 8);
    EXPECT_EQ(item.steps.size(), 8U);
}

TEST(Conveyance, IsReceivedWithTheLimitOfTheRuleAndStaysLate) {
    Conveyance item = conveyed_item();
    EXPECT_EQ(item.convey_by, day("2025-03-11"));
    EXPECT_EQ(timeliness(item, today), Timeliness::in_time);
    EXPECT_EQ(days_waited(item, today), 8);
    EXPECT_EQ(timeliness(pooled_item(), day("2025-03-11")), Timeliness::waiting);
    EXPECT_EQ(timeliness(pooled_item(), day("2025-03-12")), Timeliness::late);
    item = pooled_item();
    item = after(item, convey(item, at("m1", "2025-03-12")));
    EXPECT_EQ(timeliness(item, today), Timeliness::late);
    auto order = paper();
    order.title = " ";
    EXPECT_EQ(code_of(receive(order, rule)), "E-SRC-001");
    order = paper();
    order.received_on = day("2025-03-21");
    EXPECT_EQ(code_of(receive(order, rule)), "E-SRC-002");
}

TEST(Conveyance, IsRegisteredOnceForAPaper) {
    const auto paper_in = [](auto... changes) {
        ConveyanceReceived order = paper();
        (changes(order), ...);
        return paper_of(start(order));
    };
    const auto unnamed = [](ConveyanceReceived& order) { order.source.reset(); };
    const auto unnumbered = [](ConveyanceReceived& order) { order.number = " "; };
    const auto spaced = [](ConveyanceReceived& order) { order.title = " " + order.title; };
    const auto later = [](ConveyanceReceived& order) { order.received_on = day("2025-03-02"); };
    const auto elsewhere = [](ConveyanceReceived& order) { order.issuer = "教育局"; };
    EXPECT_EQ(paper_in(unnamed), paper_in(unnamed, spaced, later)) << "by number and title";
    EXPECT_NE(paper_in(unnamed), paper_in(unnamed, unnumbered));
    EXPECT_EQ(paper_in(unnamed, unnumbered), paper_in(unnamed, unnumbered, spaced));
    EXPECT_NE(paper_in(unnamed, unnumbered), paper_in(unnamed, unnumbered, later));
    EXPECT_NE(paper_in(unnamed), paper_in(unnamed, elsewhere));
    const auto given = [](ConveyanceReceived& order) {
        order.source = SourceName{SourceKind::document, "D1"};
    };
    EXPECT_EQ(paper_in(given), paper_in(given, unnumbered, later)) << "by what it is here";
    const auto refused = receive(paper(), rule, pooled_item());
    EXPECT_EQ(code_of(refused), "E-SRC-038");
    EXPECT_NE(refused.error().finding.find("2025-03-01"), std::string::npos);
}

TEST(Conveyance, IsTakenFromThePoolByAMeetingHeldAfterItCame) {
    const Conveyance fresh = received_item();
    EXPECT_EQ(code_of(convey(fresh, at("m1", "2025-03-09"))), "E-SRC-023");
    const Conveyance item = pooled_item();
    EXPECT_EQ(code_of(convey(item, at("m1", "2025-02-28"))), "E-SRC-025");
    const Conveyance done = conveyed_item();
    EXPECT_EQ(code_of(convey(done, at("m1", "2025-03-09"))), "E-SRC-026");
    const Conveyance again = after(done, convey(done, at("m2", "2025-03-12")));
    EXPECT_EQ(again.conveyed_on, day("2025-03-09")) << "the first meeting counts";
    EXPECT_EQ(code_of(pool(done, {"下次会议", {}, 1, clerk, today})), "E-SRC-023");
    EXPECT_EQ(code_of(pool(item, {"", {}, 1, clerk, today})), "E-SRC-001");
}

TEST(Conveyance, TakesMeasuresFromAMeetingThatDecidedThem) {
    const Conveyance item = conveyed_item();
    EXPECT_EQ(code_of(decide_measures(pooled_item(), measures(), day("2025-03-09"))), "E-SRC-023");
    EXPECT_EQ(code_of(decide_measures(item, measures(), day("2025-03-08"))), "E-SRC-037");
    auto none = measures();
    none.measures.clear();
    EXPECT_EQ(code_of(decide_measures(item, none, day("2025-03-09"))), "E-SRC-001");
    const Conveyance decided = decided_item();
    EXPECT_EQ(code_of(answer_measure(decided, {3, {"T1"}, clerk, today})), "E-SRC-028");
    const Conveyance settled = broken_down_item();
    EXPECT_EQ(code_of(answer_measure(settled, {1, {"T1"}, clerk, today})), "E-SRC-027");
    EXPECT_EQ(code_of(answer_measure(settled, {2, {"T2"}, clerk, today})), "E-SRC-029");
    EXPECT_EQ(code_of(exempt_measure(settled, {1, "不需要", clerk, today})), "E-SRC-029");
    const Conveyance more = after(settled, decide_measures(settled, measures(), day("2025-03-12")));
    EXPECT_EQ(more.measures.back().measure.number, 4);
    EXPECT_EQ(more.state, ConveyanceState::decided) << "new measures have no tasks yet";
}

TEST(Conveyance, IsNotArchivedWhileAnythingIsOutstanding) {
    const Conveyance decided = decided_item();
    const Conveyance item = broken_down_item();
    const ConveyanceLookedBack found_well{true, "抽查", other, today};
    Standing reached_by_nine = whole;
    reached_by_nine.reach.persons_reached = 9;
    Standing open_task = whole;
    open_task.closed = 0;
    EXPECT_EQ(code_of(look_back(decided, found_well, whole)), "E-SRC-030");
    EXPECT_EQ(code_of(look_back(item, found_well, reached_by_nine)), "E-SRC-031");
    EXPECT_EQ(code_of(look_back(item, found_well, Standing{{}, 1, 1})), "E-SRC-031");
    EXPECT_EQ(code_of(look_back(item, found_well, open_task)), "E-SRC-032");
    EXPECT_EQ(code_of(look_back(item, {true, "抽查", clerk, today}, whole)), "E-SRC-034");
    EXPECT_EQ(code_of(archive(item, {"", clerk, today}, whole)), "E-SRC-033");
    const Conveyance held = after(item, look_back(item, found_well, whole));
    EXPECT_EQ(code_of(archive(held, {"", clerk, today}, open_task)), "E-SRC-032");
    const Conveyance gaps = after(held, look_back(held, {false, "一个支部没学", other, today}, {}));
    EXPECT_EQ(gaps.state, ConveyanceState::broken_down);
    EXPECT_EQ(code_of(archive(gaps, {"", clerk, today}, whole)), "E-SRC-033");
}

TEST(Conveyance, IsWithdrawnByAnotherBeforeItWasConveyed) {
    const Conveyance item = pooled_item();
    EXPECT_EQ(code_of(withdraw(item, {"重复来文", clerk, today})), "E-SRC-034");
    EXPECT_EQ(code_of(withdraw(item, {" ", other, today})), "E-SRC-001");
    EXPECT_EQ(code_of(withdraw(conveyed_item(), {"重复来文", other, today})), "E-SRC-023");
    EXPECT_EQ(after(item, withdraw(item, {"重复来文", other, today})).state,
              ConveyanceState::withdrawn);
}

}  // namespace
}  // namespace anmin::source
