#include "directive/merging.h"

#include <gtest/gtest.h>

#include "directive/objection.h"
#include "directive/spread.h"
#include "directive/suspension.h"
#include "directive/task_life.h"
#include "directive/task_tree.h"
#include "directive/test_people.h"

namespace anmin::directive {
namespace {

using calendar::Date;

const Date on = day("2025-03-10");
const ident::DivisionCode county = ident::DivisionCode::parse("330102").value();
const ident::DivisionCode street = ident::DivisionCode::parse("330102001").value();
const Owner one{{"p2"}, "经办", "街道民政办", street};
const Owner another{{"p3"}, "经办", "街道残联", street};
const Owner third{{"p4"}, "经办", "街道司法所", street};

// Due on 31 March.
Task confirmed(const char* id, const char* source) {
    Candidate item;
    item.text = std::string("任务") + id;
    return start(confirm({id}, {std::string("d") + id}, source, item, issuer, "区民政局", county,
                         day("2025-03-01"), day("2025-03-31")));
}
Task held_by(const Owner& owner, const char* id, const char* source = "省通知") {
    const Task task = confirmed(id, source);
    return then(task, assign(task, {owner, {}, ""}, issuer, day("2025-03-02")));
}
Result<Merged> merged(const Task& task, const Task& into, const Merge& order,
                      const Below& below = {}, const Task* above = nullptr) {
    return merge(task, below, into, above, order, issuer, on);
}
struct Pair {
    Task task;
    Task into;
};
Pair after(const Task& task, const Task& into, const Merge& order, const Task* above = nullptr) {
    const auto done = merged(task, into, order, {}, above);
    EXPECT_TRUE(done.ok()) << done.error();
    return {directive::apply(task, Event{done.value().absorbed}),
            directive::apply(into, Event{done.value().into})};
}

TEST(Merging, EndsInTheOtherAndEachNamesTheOther) {
    const auto [task, into] =
        after(held_by(one, "t1", "部工作要点"), held_by(one, "t2"), {"同一件事"});
    EXPECT_EQ(task.state, TaskState::merged);
    EXPECT_STREQ(word(task.state), "已并入");
    EXPECT_TRUE(is_closed(task.state));
    EXPECT_EQ(task.closed_on, on);
    EXPECT_EQ(task.merged_into->task.value, "t2");
    EXPECT_EQ(task.steps.back().text, "并入“任务t2”：同一件事");
    EXPECT_EQ(into.state, TaskState::assigned);
    ASSERT_EQ(into.absorbed.size(), 1U);
    EXPECT_EQ(into.absorbed[0].source_title, "部工作要点");
    EXPECT_EQ(into.absorbed[0].document.value, "dt1");
    EXPECT_EQ(into.steps.back().text, "“任务t1”（部工作要点）并入本任务：同一件事");
    EXPECT_TRUE(into.helpers.empty()) << "one post held both";
    EXPECT_EQ(into.due, day("2025-03-31"));
    EXPECT_EQ(code_of(end(task, "撤销", issuer, on, {})), "E-TASK-067");
    EXPECT_EQ(code_of(look_back(task, LookBack::rebounded, "-", issuer, on)), "E-TASK-063");
    EXPECT_EQ(code_of(reopen_above(task, into, issuer, on)), "E-TASK-066");
}

TEST(Merging, WhatWasTakenInBeforeComesAlong) {
    const auto first = after(held_by(one, "t1"), held_by(one, "t2"), {"同一件事"});
    const auto second = after(first.into, held_by(one, "t3"), {"同一件事"});
    ASSERT_EQ(second.into.absorbed.size(), 2U);
    EXPECT_EQ(second.into.absorbed[0].task.value, "t2");
    EXPECT_EQ(second.into.absorbed[1].task.value, "t1");
}

TEST(Merging, InDifferentUnitsHandsSomebodyLeads) {
    const Task task = held_by(one, "t1");
    const Task into = held_by(another, "t2");
    EXPECT_EQ(code_of(merged(task, into, {"同一件事"})), "E-TASK-126");
    EXPECT_EQ(code_of(merged(task, into, {"同一件事", false, third.post})), "E-TASK-127");
    const auto kept = after(task, into, {"同一件事", false, another.post}).into;
    EXPECT_EQ(kept.owner, another);
    EXPECT_EQ(kept.helpers, std::vector<Owner>{one});
    const Task signed_for = then(into, sign_for(into, clerk, on));
    const auto handed = after(task, signed_for, {"同一件事", false, one.post}).into;
    EXPECT_EQ(handed.owner, one);
    EXPECT_EQ(handed.helpers, std::vector<Owner>{another});
    EXPECT_FALSE(handed.signed_on) << "who takes it over signs for it";
    const auto nobody = confirmed("t4", "通知");
    EXPECT_EQ(code_of(merged(task, nobody, {"同一件事"})), "E-TASK-126");
    EXPECT_EQ(after(task, nobody, {"同一件事", false, one.post}).into.state, TaskState::assigned);
    EXPECT_EQ(after(nobody, into, {"同一件事"}).into.owner, another);
}

TEST(Merging, BothAreOpenAndOfOneIssuer) {
    const Task task = held_by(one, "t1");
    const Task into = held_by(one, "t2");
    const Task reported = then(into, report(into, {"做了", {photo}}, clerk, on));
    EXPECT_EQ(code_of(merged(reported, task, {"同"})), "E-TASK-122");
    EXPECT_EQ(code_of(merged(task, reported, {"同"})), "E-TASK-123");
    EXPECT_EQ(code_of(merged(task, into, {" "})), "E-TASK-131");
    EXPECT_EQ(code_of(merged(task, task, {"同"})), "E-TASK-124");
    const auto open = merged(task, into, {"同"}, {2, 2, 0, 0});
    EXPECT_EQ(code_of(open), "E-TASK-128");
    EXPECT_NE(open.error().next_step.find("逐项并入"), std::string::npos);
    Task other = into;
    other.issuer = "市民政局";
    EXPECT_EQ(code_of(merged(task, other, {"同"})), "E-TASK-125");
    const Task disputed = then(into, object(into, {"不属", ""}, clerk, on));
    EXPECT_EQ(code_of(merged(disputed, task, {"同"})), "E-TASK-115");
    EXPECT_EQ(code_of(merged(task, disputed, {"同"})), "E-TASK-115");
    const auto first = after(task, into, {"同"});
    EXPECT_EQ(code_of(merged(first.into, first.task, {"同"})), "E-TASK-123") << "no circle";
}

TEST(Merging, ATargetIsAddedOnlyWhereEverySumStaysTrue) {
    Task task = held_by(one, "t1");
    Task into = held_by(one, "t2");
    const Merge add{"同一批户", true, {}};
    EXPECT_EQ(code_of(merged(task, into, add)), "E-TASK-129");
    task.target = Quantity{3000, "户"};
    into.target = Quantity{10'000, "人"};
    EXPECT_EQ(code_of(merged(task, into, add)), "E-TASK-129");
    const auto kept = after(task, into, {"同一批户"});
    EXPECT_EQ(kept.into.target, into.target);
    EXPECT_EQ(kept.task.target, task.target);
    EXPECT_NE(kept.into.steps.back().text.find("指标 3户 不计入"), std::string::npos);
    into.target = Quantity{10'000, "户"};
    const auto added = after(task, into, add);
    EXPECT_EQ(added.into.target, (Quantity{13'000, "户"}));
    EXPECT_TRUE(added.into.absorbed[0].added);
    Task parted = into;
    parted.children = 2;
    EXPECT_EQ(code_of(merged(task, parted, add)), "E-TASK-130");
    parted.split_reason = "有重复";
    EXPECT_TRUE(merged(task, parted, add).ok());
    Task above;
    into.parent = ident::TaskId{"above"};
    above.target = Quantity{10'000, "户"};
    EXPECT_EQ(code_of(merged(task, into, add, {}, &above)), "E-TASK-130");
    above.split_reason = "有重复";
    EXPECT_TRUE(merged(task, into, add, {}, &above).ok());
}

// An order of 10 for two holders.
std::vector<Task> siblings(Task& order) {
    order = confirmed("t0", "通知");
    SpreadOrder spread_order;
    spread_order.lead = Owner{{"p1"}, "科长", "区民政局", county};
    spread_order.target = Quantity{10'000, "户"};
    spread_order.standard = "有记录";
    spread_order.issuer = "区民政局";
    spread_order.division = county;
    for (const char* id : {"s1", "s2"}) {
        PartOrder part;
        part.task = {id};
        part.owner = one;
        part.text = id;
        part.thousandths = 5000;
        spread_order.parts.push_back(part);
    }
    const auto event = spread(order, {}, spread_order, issuer, on);
    EXPECT_TRUE(event.ok()) << event.error();
    order = directive::apply(order, event.value());
    return parts_of(order, 0, std::get<TaskSpread>(event.value()));
}

TEST(Merging, OfOneOrderTheSumStaysAndNestedOnesAreNotMerged) {
    Task order;
    const auto parts = siblings(order);
    const auto both = after(parts[0], parts[1], {"同一户", true, {}}, &order);
    EXPECT_EQ(both.into.target, (Quantity{10'000, "户"}));
    EXPECT_TRUE(gaps_of(order, {1, 1, 0, 10'000}).empty());
    EXPECT_EQ(code_of(merged(parts[0], order, {"同"})), "E-TASK-124");
    EXPECT_EQ(code_of(merged(order, parts[0], {"同"})), "E-TASK-124");
}

TEST(Merging, LatenessIsNotHealedAndNobodyVerifiesTheirOwnWork) {
    Task task = held_by(one, "t1");
    task = then(task, progress(task, {"过半", {}, {}}, clerk, on));
    const Task into = held_by(one, "t2");
    const auto late = merge(task, {}, into, nullptr, {"同"}, issuer, day("2025-04-01"));
    EXPECT_TRUE(directive::apply(task, Event{late.value().absorbed}).was_late);
    const Task both = after(task, into, {"同"}).into;
    EXPECT_FALSE(after(task, into, {"同"}).task.was_late);
    const Task reported = then(both, report(both, {"做了", {photo}}, issuer, on));
    EXPECT_EQ(code_of(verify(reported, {"属实"}, clerk, on)), "E-TASK-007");
}

TEST(Merging, EndsASuspensionAndWaitsForTheOthersWhenItChangesHands) {
    const Task task = held_by(one, "t1");
    const Task into = held_by(another, "t2");
    const Suspend rest{SuspensionGround::policy, "等文", SuspensionClock::moves, on,
                       day("2025-03-19")};
    const auto ended =
        after(then(task, suspend(task, rest, {}, issuer, on)), held_by(one, "t3"), {"同"});
    EXPECT_FALSE(ended.task.suspension);
    EXPECT_EQ(ended.task.due, day("2025-03-31"));
    const Task still = then(into, suspend(into, rest, {}, issuer, on));
    EXPECT_EQ(code_of(merged(task, still, {"同", false, one.post})), "E-TASK-101");
    EXPECT_TRUE(merged(task, still, {"同", false, another.post}).ok());
}

}  // namespace
}  // namespace anmin::directive
