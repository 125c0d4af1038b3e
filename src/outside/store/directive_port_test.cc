#include <set>

#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using directive::LedgerFilter;
using directive::TaskState;
using organisation::Reach;
using organisation::Scope;

class Ledger : public OnBoth {
protected:
    void commit(const journal::Append& append) {
        must(store().journal().commit(command(), {append}));
    }
    // Assigned to the post P<division> of the division.
    void confirm_and_assign(const std::string& id, const std::string& issuer,
                            const std::string& owner) {
        commit(confirm_task(id, issuer));
        commit(task_event(id, 1, assigned("P" + owner, owner)));
    }
    directive::Ledger ledger(const Scope& scope, const LedgerFilter& filter = {}) {
        return must(store().tasks().ledger(scope, filter, {}));
    }
    std::vector<std::string> ids(const Scope& scope, const LedgerFilter& filter = {}) {
        const auto found = ledger(scope, filter);
        std::vector<std::string> all;
        for (const auto& task : found.page.items) all.push_back(task.id.value);
        EXPECT_EQ(found.total, static_cast<std::int64_t>(all.size()));
        return all;
    }
};
ANMIN_ON_BOTH(Ledger);

using Ids = std::vector<std::string>;
Scope inside(const std::string& digits) { return {code(digits), Reach::subtree}; }

TEST_P(Ledger, a_task_is_folded_from_its_events) {
    const auto confirmed = confirm_task("T1", "3302", day("2025-04-01"));
    commit(confirmed);
    auto expected = directive::start(
        std::get<directive::TaskConfirmed>(std::get<directive::Event>(confirmed.events.front())));
    EXPECT_EQ(must(store().tasks().find_task({"T1"})), expected);
    const std::vector<directive::Event> steps{
        assigned("P1", "330205"),
        directive::TaskReported{"做了", {{"ab", "a.pdf", 3}}, officer, day("2025-04-02")},
        directive::TaskReturned{"补充名单", officer, day("2025-04-03")},
        directive::TaskReported{"补了", {{"cd", "b.pdf", 4}}, officer, day("2025-04-04")},
        directive::TaskVerified{"属实", officer, day("2025-04-05")},
        directive::TaskStruckOff{"", officer, day("2025-04-06")}};
    std::int64_t version = 1;
    for (const auto& step : steps) {
        commit(task_event("T1", version++, step));
        expected = directive::apply(expected, step);
        EXPECT_EQ(must(store().tasks().find_task({"T1"})), expected);
        const auto listed = ledger(inside("33")).page.items.front();
        EXPECT_TRUE(listed.steps.empty());
        EXPECT_EQ(listed.state, expected.state);
        EXPECT_EQ(ids(inside("33"), {{expected.state}, {}, {}, "", {}}), Ids{"T1"});
    }
    EXPECT_EQ(expected.version, 7);
    EXPECT_FALSE(must(store().tasks().find_task({"T2"})).has_value());
}

TEST_P(Ledger, is_in_order_of_due_dates_with_undated_last) {
    commit(confirm_task("T1"));
    commit(confirm_task("T2", "3302", day("2025-05-01")));
    commit(confirm_task("T3", "3302", day("2025-04-01")));
    commit(confirm_task("T0", "3302", day("2025-05-01")));
    EXPECT_EQ(ids(inside("0")), (Ids{"T3", "T0", "T2", "T1"}));
    auto tighter = assigned("P1", "330205");
    tighter.due = day("2025-03-15");
    commit(task_event("T1", 1, tighter));
    EXPECT_EQ(ids(inside("0")), (Ids{"T1", "T3", "T0", "T2"}));
    EXPECT_EQ(ids(inside("330205")), Ids{"T1"});
}

TEST_P(Ledger, a_scope_covers_issuer_and_owner_and_nothing_shows_nothing) {
    confirm_and_assign("T1", "33", "330205");
    confirm_and_assign("T2", "3302", "330205001");
    commit(confirm_task("T3", "34"));
    confirm_and_assign("T4", "34", "3303");
    confirm_and_assign("T5", "0", "3411");
    EXPECT_EQ(ids(inside("0")), (Ids{"T1", "T2", "T3", "T4", "T5"}));
    EXPECT_EQ(ids(inside("33")), (Ids{"T1", "T2", "T4"}));
    EXPECT_EQ(ids(inside("3302")), (Ids{"T1", "T2"}));
    EXPECT_EQ(ids(inside("330205001")), Ids{"T2"});
    EXPECT_EQ(ids(inside("34")), (Ids{"T3", "T4", "T5"}));
    EXPECT_EQ(ids(inside("35")), Ids{});
    // T1 is issued by an ancestor, T5 by the nation.
    EXPECT_EQ(ids({code("330205001"), Reach::subtree_and_above}), (Ids{"T1", "T2", "T5"}));
    EXPECT_EQ(ids({code("0"), Reach::nothing}), Ids{});
    EXPECT_EQ(ids(Scope{}, {{}, {}, ident::PostId{"P330205"}, "", {}}), Ids{});
}

TEST_P(Ledger, a_task_handed_on_leaves_its_former_division) {
    confirm_and_assign("T1", "3302", "330205");
    commit(task_event("T1", 2, assigned("P330206", "330206")));
    EXPECT_EQ(ids(inside("330205")), Ids{});
    EXPECT_EQ(ids(inside("330206")), Ids{"T1"});
    EXPECT_EQ(ids(inside("3302")), Ids{"T1"});
}

TEST_P(Ledger, filters_narrow_within_the_scope) {
    commit(confirm_task("T1", "3302", day("2025-04-01"), "DOC1"));
    commit(confirm_task("T2", "3302", day("2025-05-01"), "DOC2"));
    commit(confirm_task("T3", "3303", std::nullopt, "DOC2"));
    commit(task_event("T2", 1, assigned("P1", "330205")));
    EXPECT_EQ(ids(inside("33"), {{}, ident::DocumentId{"DOC2"}, {}, "", {}}), (Ids{"T2", "T3"}));
    EXPECT_EQ(ids(inside("3302"), {{}, ident::DocumentId{"DOC2"}, {}, "", {}}), Ids{"T2"});
    EXPECT_EQ(ids(inside("33"), {{}, {}, ident::PostId{"P1"}, "", {}}), Ids{"T2"});
    EXPECT_EQ(ids(inside("33"), {{TaskState::confirmed}, {}, {}, "", {}}), (Ids{"T1", "T3"}));
    EXPECT_EQ(ids(inside("33"), {{TaskState::confirmed, TaskState::assigned}, {}, {}, "", {}}),
              (Ids{"T1", "T2", "T3"}));
    EXPECT_EQ(ids(inside("33"), {{}, {}, {}, "", day("2025-05-01")}), Ids{"T1"});
    EXPECT_EQ(ids(inside("33"), {{TaskState::assigned}, {}, {}, "", day("2025-05-02")}), Ids{"T2"});
}

TEST_P(Ledger, what_nobody_signed_for_is_a_list_of_its_own) {
    confirm_and_assign("T1", "33", "3302");
    confirm_and_assign("T2", "33", "330205");
    confirm_and_assign("T3", "3301", "3301");
    commit(confirm_task("T4", "33"));
    LedgerFilter filter;
    filter.unsigned_for = true;
    EXPECT_EQ(ids(inside("33"), filter), (Ids{"T1", "T2", "T3"}));
    commit(task_event("T1", 2, directive::TaskSignedFor{officer, day("2025-04-02")}));
    EXPECT_EQ(ids(inside("33"), filter), (Ids{"T2", "T3"}));
    EXPECT_EQ(ids(inside("3302"), filter), (Ids{"T2"}));
    // Whoever takes it over signs for it again.
    commit(task_event("T1", 3, assigned("P9", "3302")));
    EXPECT_EQ(ids(inside("3302"), filter), (Ids{"T1", "T2"}));
    // Reported without a signature, it waits for none; sent back, it does again.
    commit(task_event(
        "T2", 2, directive::TaskReported{"做了", {{"ab", "a", 1}}, officer, day("2025-04-02")}));
    EXPECT_EQ(ids(inside("33"), filter), (Ids{"T1", "T3"}));
    commit(task_event("T2", 3, directive::TaskReturned{"补", officer, day("2025-04-03")}));
    EXPECT_EQ(ids(inside("33"), filter), (Ids{"T1", "T2", "T3"}));
    // With every other filter, and where the tasks themselves are looked through.
    auto states = filter;
    states.states = {TaskState::assigned, TaskState::reported};
    EXPECT_EQ(ids(inside("33"), states), (Ids{"T1", "T2", "T3"}));
    states.states = {TaskState::confirmed};
    EXPECT_EQ(ids(inside("33"), states), Ids());
    auto owned = filter;
    owned.owner = ident::PostId{"P9"};
    EXPECT_EQ(ids(inside("33"), owned), (Ids{"T1"}));
    EXPECT_EQ(ids({code("3302"), Reach::subtree_and_above}, filter), (Ids{"T1", "T2"}));
    EXPECT_EQ(ids({code("3301"), Reach::subtree, {code("3302")}}, filter), (Ids{"T1", "T2", "T3"}));
    auto words = filter;
    words.words = "低保";
    EXPECT_EQ(ids(inside("33"), words), (Ids{"T1", "T2", "T3"}));
    EXPECT_DONE(store().rebuild_projections());
    EXPECT_EQ(ids(inside("33"), filter), (Ids{"T1", "T2", "T3"}));
}

TEST_P(Ledger, words_are_found_in_text_source_and_owner) {
    commit(confirm_task("T1", "3302"));
    commit(task_event("T1", 1, assigned("P1", "330205")));
    commit(confirm_task("T2", "3302"));
    const auto words = [](const std::string& typed) { return LedgerFilter{{}, {}, {}, typed, {}}; };
    EXPECT_EQ(ids(inside("33"), words("低保")), (Ids{"T1", "T2"}));
    EXPECT_EQ(ids(inside("33"), words("一份通知")), (Ids{"T1", "T2"}));
    EXPECT_EQ(ids(inside("33"), words("江北县")), Ids{"T1"});
    // Signs with a meaning in patterns are words like others.
    EXPECT_EQ(ids(inside("33"), words("%")), Ids{});
    EXPECT_EQ(ids(inside("33"), words("_")), Ids{});
    EXPECT_EQ(ids(inside("33"), words("\\")), Ids{});
    EXPECT_EQ(ids(inside("33"), words("' OR 1=1 --")), Ids{});
}

TEST_P(Ledger, pages_are_complete_and_without_repetition) {
    std::vector<journal::Append> appends;
    for (int i = 0; i < 60; ++i) {
        std::optional<calendar::Date> due;
        if (i % 3 != 0) due = day("2025-04-01").plus_days(i % 7);
        appends.push_back(confirm_task("T" + std::to_string(i), i % 2 == 0 ? "3302" : "3303", due));
    }
    must(store().journal().commit(command(), appends));
    for (const auto& scope :
         {inside("33"), inside("3302"), Scope{code("3302"), Reach::subtree_and_above}}) {
        const auto whole = must(store().tasks().ledger(scope, {}, {"", 500}));
        std::vector<std::string> seen;
        std::string after;
        do {
            const auto part = must(store().tasks().ledger(scope, {}, {after, 7}));
            EXPECT_EQ(part.total, whole.total);
            for (const auto& task : part.page.items) seen.push_back(task.id.value);
            after = part.page.next;
        } while (!after.empty());
        std::vector<std::string> all;
        for (const auto& task : whole.page.items) all.push_back(task.id.value);
        EXPECT_EQ(seen, all);
        EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), seen.size());
        EXPECT_EQ(static_cast<std::int64_t>(seen.size()), whole.total);
    }
    EXPECT_EQ(ledger(inside("33")).total, 60);
    EXPECT_EQ(store().tasks().ledger(inside("33"), {}, {"x", 7}).error().code, "E-STORE-022");
}

TEST_P(Ledger, the_tally_counts_each_state_apart) {
    confirm_and_assign("T1", "3302", "330205");
    commit(confirm_task("T2", "3302", day("2025-03-10")));
    commit(confirm_task("T3", "3303", day("2025-03-11")));
    commit(confirm_task("T4", "3302", day("2025-03-10")));
    std::int64_t version = 1;
    commit(task_event("T4", version++, assigned("P", "330205")));
    commit(task_event("T4", version++,
                      directive::TaskReported{"好", {{"a", "b", 1}}, officer, day("2025-03-09")}));
    commit(task_event("T4", version++, directive::TaskVerified{"", officer, day("2025-03-09")}));
    commit(task_event("T4", version++, directive::TaskStruckOff{"", officer, day("2025-03-10")}));
    const auto tally = must(store().tasks().tally(inside("33"), day("2025-03-11")));
    EXPECT_EQ(tally.confirmed, 2);
    EXPECT_EQ(tally.assigned, 1);
    EXPECT_EQ(tally.reported, 0);
    EXPECT_EQ(tally.verified, 0);
    EXPECT_EQ(tally.struck_off, 1);
    EXPECT_EQ(tally.overdue, 1);  // T2: due the day before; T3 is due today, T4 is struck off
    EXPECT_EQ(must(store().tasks().tally(inside("3303"), day("2025-03-12"))).overdue, 1);
    EXPECT_EQ(
        must(store().tasks().tally({code("330205"), Reach::subtree_and_above}, day("2025-03-12")))
            .confirmed,
        1);
    const auto nothing = must(store().tasks().tally(Scope{}, day("2025-03-12")));
    EXPECT_EQ(nothing.confirmed + nothing.assigned + nothing.struck_off + nothing.overdue, 0);
}

}  // namespace
}  // namespace anmin::store
