// Random officers on problems and lists: what must hold, holds after every step they are allowed.
// ANMIN_OPERATIONS says how many steps are tried, ANMIN_SEED where the numbers begin.
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "problem/judging.h"
#include "problem/problem_life.h"
#include "problem/problem_list.h"
#include "problem/suspension.h"
#include "problem/test_events.h"

namespace anmin::problem {
namespace {

long number_of(const char* name, long otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtol(text, nullptr, 10);
}

struct Entry {
    std::string stream;
    Event event;
};

class Bureau {
public:
    explicit Bureau(unsigned seed) : random_(seed) {
        for (const char* id : {"l1", "l2"}) lists_[id] = list_of(id);
    }

    void try_one() {
        if (problems_.size() < 5 || roll(120) == 0) return raise_one();
        const std::string id = any();
        switch (roll(24)) {
            case 0: return accept_event(id, judge(at(id), judged(), rules));
            case 1: return merge_one(id);
            case 2: return take_back_one(id);
            case 3:
            case 4: return list_one(id);
            case 5:
            case 6: return accept_event(id, plan(at(id), planned(), rules));
            case 7:
                return accept_event(id, finish_stage(at(id), {0, "做了", proof(), who(), on()}));
            case 8:
            case 9: return accept_event(id, report(at(id), {"改了", proof(), who(), on()}));
            case 10: return accept_event(id, accept(at(id), {"属实", who(), on()}));
            case 11: return accept_event(id, send_back(at(id), {"不实", who(), on()}));
            case 12: return accept_event(id, strike_off(at(id), {"", {}, who(), on()}));
            case 13: return accept_event(id, hold(at(id), {"有效", who(), on()}));
            case 14: return accept_event(id, rebound(at(id), {"又来", who(), on()}));
            case 15:
                return accept_event(id,
                                    review(at(id), {"看", proof(), later(), who(), on()}, rules));
            case 16:
            case 21:
                return accept_event(id, ask_delay(at(id), {later(), "雨", who(), on()}, rules));
            case 17:
            case 22:
                return accept_event(id, answer_delay(at(id), {roll(2) == 0, "阅", who(), on()}));
            case 18: return tell_one(id);
            case 19: return suspend_one(id);
            case 20: return resume_one(id);
            default: return rare_one(id);
        }
    }

    void check() const {
        std::map<std::string, std::string> holder;
        for (const auto& [id, one] : problems_) {
            check_one(id, one);
            if (one.state == ProblemState::merged) continue;
            for (const RemarkId& remark : one.remarks) {
                EXPECT_TRUE(holder.emplace(remark.value, id).second) << remark.value << " in two";
            }
        }
        EXPECT_EQ(holder.size(), static_cast<std::size_t>(remarks_)) << "no remark is lost";
        for (const auto& [id, list] : lists_) {
            if (!list.closed_on || reopened_.contains(id)) continue;
            for (const Problem& one : entries(id)) EXPECT_TRUE(settled(one)) << id;
        }
    }
    std::map<std::string, Problem> replayed() const {
        std::map<std::string, Problem> problems;
        for (const Entry& entry : log_) put(problems, entry);
        return problems;
    }
    const std::map<std::string, Problem>& problems() const { return problems_; }
    const std::map<std::string, int>& taken() const { return taken_; }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(random_); }
    Date on() { return today.plus_days(today_ += roll(60) == 0 ? 1 : 0); }
    Date later() { return on().plus_days(roll(60)); }
    Officer who() { return {{"a" + std::to_string(roll(5))}, "某人", "某岗"}; }
    std::vector<Evidence> proof() {
        return roll(8) == 0 ? std::vector<Evidence>() : std::vector<Evidence>{photo};
    }
    const Problem& at(const std::string& id) const { return problems_.at(id); }
    std::string any() {
        auto found = problems_.begin();
        std::advance(found, roll(static_cast<int>(problems_.size())));
        return found->first;
    }
    // One of the two newest: where one is closed, the next one opens.
    std::string some_list() {
        return "l" + std::to_string(static_cast<int>(lists_.size()) - roll(2));
    }
    std::vector<Problem> entries(const std::string& list) const {
        std::vector<Problem> found;
        for (const auto& [id, one] : problems_) {
            if (one.list && one.list->value == list) found.push_back(one);
        }
        return found;
    }
    ProblemJudged judged() {
        ProblemJudged order = confirmed();
        order.finding = static_cast<Finding>(roll(3));
        order.unit = "残联";
        order.officer = who();
        order.on = on();
        return order;
    }
    ProblemPlanned planned() {
        ProblemPlanned order = plan_of(static_cast<Branch>(roll(3)), "2025-03-20");
        order.cause = "因";
        order.supervision = "督";
        order.officer = who();
        order.on = on();
        order.due = later();
        if (order.branch == Branch::staged) order.stages = {{"一", order.due, "成", {}}};
        return order;
    }

    static void put(std::map<std::string, Problem>& problems, const Entry& entry) {
        if (const auto* event = std::get_if<ProblemRaised>(&entry.event)) {
            problems[entry.stream] = start(*event);
            return;
        }
        Problem& one = problems.at(entry.stream);
        one = problem::apply(one, entry.event);
    }
    void append(const std::string& id, const Event& event) {
        log_.push_back({id, event});
        put(problems_, log_.back());
        ++taken_[problems_.at(id).steps.back().label];
    }
    void accept_event(const std::string& id, const Result<Event>& event) {
        if (!event.ok()) return;
        const Problem before = id.empty() ? Problem() : at(id);
        append(id, event.value());
        const Problem& after = at(id);
        const std::string& label = after.steps.back().label;
        if (suspended(before, today.plus_days(today_))) {
            EXPECT_FALSE(closed_meanwhile_.contains(label)) << label << " while it stands still";
        }
        EXPECT_TRUE(!before.was_late || after.was_late) << "what was late stays late";
        EXPECT_GE(after.steps.size(), before.steps.size() + 1) << "every step is kept";
        if (after.list && settled(before) && !settled(after)) reopened_.insert(after.list->value);
    }
    void raise_one() {
        const std::string id = "p" + std::to_string(problems_.size());
        std::vector<RemarkId> remarks;
        for (int more = roll(3); more > 0; --more) {
            remarks.push_back({"r" + std::to_string(remarks_++)});
        }
        ProblemRaised order{{id}, "问题", remarks, "来信", {}, "局", who(), on(), roll(2) == 0};
        append(id, raise(order, {}).value());
    }
    void merge_one(const std::string& id) {
        const std::string into = any();
        const auto merged = merge(at(id), at(into), "同", who(), on());
        if (!merged.ok()) return;
        append(id, Event{merged.value().duplicate});
        append(into, Event{merged.value().into});
    }
    void take_back_one(const std::string& id) {
        const auto& into = at(id).merged_into;
        if (!into) return accept_event(id, take_back(at(id), "错", who(), on()));
        const std::string other = into->problem.value;
        const auto parted = part(at(id), at(other), "错", who(), on());
        if (!parted.ok()) return;
        append(id, Event{parted.value().duplicate});
        append(other, Event{parted.value().into});
    }
    void list_one(const std::string& id) {
        const List& list = lists_.at(some_list());
        const Date day = on();
        const auto& left = at(id).list;
        if (left && !list_may_change(lists_[left->value], day).ok()) return;
        const auto put_on = put_on_list(at(id), list, roll(99), roll(4) == 0, who(), day);
        if (!put_on.ok()) return;
        EXPECT_FALSE(list.closed_on) << "a closed list takes nothing";
        EXPECT_FALSE(list.frozen_from && day >= *list.frozen_from) << "a frozen list takes nothing";
        accept_event(id, put_on);
    }
    void tell_one(const std::string& id) {
        RemarksToldBack order{at(id).remarks, {on(), "某人", "当面", "满意"}, who(), on()};
        accept_event(id, tell_back(at(id), order, rules));
    }
    void suspend_one(const std::string& id) {
        const Problem before = at(id);
        const auto clock =
            roll(2) == 0 ? directive::SuspensionClock::moves : directive::SuspensionClock::runs_on;
        ProblemSuspended order{{}, "等文", clock, later(), proof(), who(), on()};
        const auto decided = suspend(before, order);
        if (!decided.ok()) return;
        EXPECT_TRUE(!before.due || order.on <= *before.due) << "a suspension heals no lateness";
        accept_event(id, decided);
        due_before_[id] = before.due;
    }
    // Resumed, the date moved by the days it stood still, or not at all.
    void resume_one(const std::string& id) {
        const Problem before = at(id);
        const Date day = on();
        const auto decided = resume(before, {"", who(), day});
        if (!decided.ok()) return;
        accept_event(id, decided);
        const auto& was = *before.suspension;
        const auto& due = due_before_.at(id);
        const bool moved = was.clock == directive::SuspensionClock::moves && due;
        if (day > was.until) return;  // it may have been moved by others since
        const int used = moved ? calendar::days_between(was.from, day) : 0;
        EXPECT_EQ(at(id).due, due ? std::optional(due->plus_days(used)) : due) << id;
    }
    void rare_one(const std::string& id) {
        if (roll(4) == 0) return accept_event(id, end(at(id), {"撤并", who(), on()}));
        List& list = lists_.at(some_list());
        if (roll(3) == 0 && freeze(list, {later(), "", who(), today}).ok()) {
            list.frozen_from = today.plus_days(today_);
        } else if (thaw(list, {"补", who(), on()}).ok()) {
            list.frozen_from.reset();
        } else if (!entries(list.id.value).empty() &&
                   close_list(list, entries(list.id.value), {"", who(), on()}).ok()) {
            list.closed_on = today.plus_days(today_);
            const std::string next = "l" + std::to_string(lists_.size() + 1);
            lists_[next] = list_of(next.c_str());
        }
    }

    void check_one(const std::string& id, const Problem& one) const {
        EXPECT_EQ(one.state == ProblemState::merged, one.merged_into.has_value()) << id;
        if (judged_away(one.state)) {
            EXPECT_FALSE(one.list) << id << ": judged away, it is on no list";
        }
        if (one.branch == Branch::long_term) {
            EXPECT_NE(one.state, ProblemState::struck_off) << id << ": for good is never done";
        }
        if (one.merged_into) {
            const Problem& into = at(one.merged_into->problem.value);
            bool named = false;
            for (const Absorbed& each : into.absorbed) named = named || each.problem == one.id;
            EXPECT_TRUE(named) << id << ": lineage goes both ways";
        }
        if (one.extension) {
            EXPECT_EQ(one.state, ProblemState::planned) << id;
            EXPECT_FALSE(suspended(one, today.plus_days(today_))) << id;
        }
        if (one.suspension) {
            EXPECT_TRUE(one.state == ProblemState::listed || one.state == ProblemState::planned)
                << id;
            EXPECT_NE(one.branch, Branch::long_term) << id;
            EXPECT_LE(one.suspension->from, one.suspension->until) << id;
        }
        EXPECT_EQ(one.version, static_cast<std::int64_t>(one.steps.size())) << id;
    }

    const std::set<std::string> closed_meanwhile_{"整改方案", "阶段完成", "报整改",   "验收通过",
                                                  "年度复查", "申请延期", "同意延期", "挂起"};
    std::mt19937 random_;
    int today_ = 0;
    int remarks_ = 0;
    std::map<std::string, Problem> problems_;
    std::map<std::string, List> lists_;
    std::set<std::string> reopened_;
    std::vector<Entry> log_;
    std::map<std::string, int> taken_;
    std::map<std::string, std::optional<Date>> due_before_;
};

TEST(ProblemProperty, WhateverOfficersDo) {
    Bureau bureau(static_cast<unsigned>(number_of("ANMIN_SEED", 7)));
    const long operations = number_of("ANMIN_OPERATIONS", 20'000);
    for (long step = 0; step < operations; ++step) {
        bureau.try_one();
        if (step % 500 == 0) bureau.check();
        if (HasFailure()) FAIL() << "after step " << step;
    }
    bureau.check();
    EXPECT_EQ(bureau.replayed(), bureau.problems()) << "the log gives the same state";
    for (const char* label : {"研判", "并入", "收回研判", "退还并入", "入清单", "整改方案",
                              "报整改", "验收通过", "销号", "反弹重开", "年度复查", "申请延期",
                              "同意延期", "不同意延期", "终止", "回访", "挂起", "恢复整改"}) {
        EXPECT_TRUE(bureau.taken().contains(label)) << label << " was never taken";
    }
}

}  // namespace
}  // namespace anmin::problem
