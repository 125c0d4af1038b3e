// Random officers on a forest of tasks: what must hold, holds after every step they are allowed.
// ANMIN_OPERATIONS says how many steps are tried (the nightly run takes a million), ANMIN_SEED
// where the numbers begin.
#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <random>

#include "directive/merging.h"
#include "directive/objection.h"
#include "directive/spread.h"
#include "directive/suspension.h"
#include "directive/task_life.h"
#include "directive/task_tree.h"

namespace anmin::directive {
namespace {

using calendar::Date;

long number_of(const char* name, long otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtol(text, nullptr, 10);
}

struct Entry {
    std::string stream;
    Event event;
};

class Office {
public:
    explicit Office(unsigned seed) : random_(seed) {}

    void try_one() {
        if (tasks_.size() < 4 || roll(400) == 0) return confirm_one();
        const std::string id = any_task();
        switch (roll(17)) {
            case 0: return spread_one(id);
            case 1:
                return accept(
                    id, assign(at(id), {owner(), any_due(), "", {}, limit(id)}, officer(), day()));
            case 2: return accept(id, sign_for(at(id), officer(), day()));
            case 3:
                return accept(
                    id, progress(at(id), {"做了", figure_or_none(), proof()}, officer(), day()));
            case 4:
                return accept(id, report(at(id), {"完成", proof(), figure_or_none()}, officer(),
                                         day(), below(id)));
            case 5: return verify_one(id);
            case 6: return accept(id, send_back(at(id), {"不实"}, officer(), day()));
            case 7:
                return accept(id,
                              strike_off(at(id), {""}, officer(), day(), below(id), {1, 12, 3}));
            case 8: return look_back_one(id);
            case 9:
                return accept(id, ask_extension(at(id), {day().plus_days(roll(200)), "雨雪"},
                                                officer(), day()));
            case 10:
                return accept(id, answer_extension(at(id), {roll(2) == 0, "阅"}, limit(id),
                                                   officer(), day()));
            case 11: return suspend_one(id);
            case 12: return accept(id, resume(at(id), "", officer(), day()));
            case 13: return accept(id, object(at(id), {"不属", ""}, officer(), day()));
            case 14: return rule_one(id);
            case 15: return merge_one(id);
            default:
                if (roll(6) == 0) accept(id, end(at(id), "撤并", officer(), day(), below(id)));
        }
    }

    // Everything that must hold, over the whole forest.
    void check() const {
        for (const auto& [id, task] : tasks_) check_one(id, task);
    }

    // Folds the log from its beginning.
    std::map<std::string, Task> replayed() const {
        std::map<std::string, Task> tasks;
        for (const Entry& entry : log_) put(tasks, entry);
        return tasks;
    }
    const std::map<std::string, Task>& tasks() const { return tasks_; }
    std::size_t taken() const { return log_.size(); }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(random_); }
    Date day() { return Date::parse("2025-01-01")->plus_days(today_ += roll(50) == 0 ? 1 : 0); }
    const Task& at(const std::string& id) const { return tasks_.at(id); }
    std::string any_task() {
        auto found = tasks_.begin();
        std::advance(found, roll(static_cast<int>(tasks_.size())));
        return found->first;
    }
    Officer officer() { return {{"a" + std::to_string(roll(5))}, "某人", "某岗"}; }
    Owner owner() {
        const std::string number = std::to_string(roll(9));
        return {{"p" + number}, "经办", "单位" + number, {}};
    }
    std::vector<Evidence> proof() {
        return roll(9) == 0 ? std::vector<Evidence>() : std::vector<Evidence>{{"00", "a.jpg", 1}};
    }
    std::optional<std::int64_t> figure_or_none() {
        if (roll(2) == 0) return std::nullopt;
        return roll(100) * 1000;
    }
    std::optional<Date> any_due() {
        if (roll(2) == 0) return std::nullopt;
        return day().plus_days(roll(300));
    }
    Below below(const std::string& id) const {
        Below sum;
        for (const auto& child : children_of(id)) {
            const Task& task = at(child);
            if (!is_closed(task.state)) ++sum.open;
            if (task.state == TaskState::ended || task.state == TaskState::merged) continue;
            ++sum.counted;
            if (!task.target) ++sum.unmeasured;
            sum.thousandths += task.target ? task.target->thousandths : 0;
        }
        return sum;
    }
    const std::vector<std::string>& children_of(const std::string& id) const {
        static const std::vector<std::string> none;
        const auto found = children_.find(id);
        return found == children_.end() ? none : found->second;
    }
    std::optional<Date> limit(const std::string& id) const {
        const auto& parent = at(id).parent;
        return parent ? at(parent->value).due : std::nullopt;
    }

    static void put(std::map<std::string, Task>& tasks, const Entry& entry) {
        if (const auto* confirmed = std::get_if<TaskConfirmed>(&entry.event)) {
            tasks[entry.stream] = start(*confirmed);
            return;
        }
        Task& task = tasks.at(entry.stream);
        const std::int64_t before = task.children;
        task = directive::apply(task, entry.event);
        if (const auto* made = std::get_if<TaskSpread>(&entry.event)) {
            for (Task& part : parts_of(task, before, *made)) {
                ASSERT_FALSE(tasks.contains(part.id.value)) << "a part is new";
                tasks.emplace(part.id.value, part);
            }
        }
    }

    // `half`: of two events that stand together the first; what it leaves is looked at after both.
    void record(const std::string& id, Event event, bool half = false) {
        const auto* made = std::get_if<TaskSpread>(&event);
        if (made != nullptr) {
            for (const Share& share : made->shares) {
                const std::string above =
                    share.under < 0
                        ? id
                        : made->shares[static_cast<std::size_t>(share.under)].task.value;
                children_[above].push_back(share.task.value);
            }
        }
        log_.push_back({id, std::move(event)});
        put(tasks_, log_.back());
        if (!half) check_one(id, at(id));
    }
    void accept(const std::string& id, Result<Event> decided) {
        if (decided.ok()) record(id, std::move(decided).value());
    }

    void confirm_one() {
        const std::string id = "t" + std::to_string(++made_);
        Candidate item;
        item.text = "任务" + id;
        record(id,
               Event{confirm({id}, {"d"}, "通知", item, officer(), "局", {}, day(), any_due())});
    }

    void spread_one(const std::string& id) {
        if (at(id).path.size() > 30) return;
        SpreadOrder order;
        order.lead = owner();
        order.standard = roll(10) == 0 ? "" : "有据可查";
        order.due = any_due();
        order.split_reason = roll(5) == 0 ? "有重复" : "";
        order.issuer = "局";
        if (roll(2) == 0) order.target = Quantity{roll(5) * 1000, "户"};
        const auto& target = at(id).target ? at(id).target : order.target;
        std::int64_t rest = target ? target->thousandths - below(id).thousandths : 0;
        const int parts = 1 + roll(3);
        for (int i = 0; i < parts; ++i) {
            PartOrder part;
            part.task = {"t" + std::to_string(++made_)};
            part.owner = owner();
            part.text = "第" + std::to_string(made_) + "项";
            part.under = i > 0 && roll(3) == 0 ? roll(i) : -1;
            if (target && roll(8) != 0) {
                const bool last = i + 1 == parts;
                part.thousandths = last ? std::max<std::int64_t>(rest, 0) : 0;
            }
            order.parts.push_back(part);
        }
        accept(id, spread(at(id), below(id), order, officer(), day()));
    }

    void suspend_one(const std::string& id) {
        const Date on = day();
        const auto last = late_after(at(id));
        const bool was_late = last && on > *last;
        const auto clock = roll(2) == 0 ? SuspensionClock::moves : SuspensionClock::runs_on;
        const Date from = on.plus_days(roll(4) - 1);
        const Suspend order{SuspensionGround::others, "等文", clock, from,
                            from.plus_days(roll(20))};
        const auto decided = suspend(at(id), order, limit(id), officer(), on);
        EXPECT_FALSE(decided.ok() && was_late) << "a suspension heals no lateness";
        accept(id, decided);
    }

    void rule_one(const std::string& id) {
        Ruling ruling{roll(2) == 0, roll(9) == 0 ? "" : "阅", {}};
        if (roll(2) == 0) ruling.owner = owner();
        const Officer who = officer();
        const Task before = at(id);
        const auto decided = rule(before, ruling, who, day());
        if (!decided.ok()) return;
        EXPECT_NE(before.objection->by, who.account) << "nobody rules on their own objection";
        record(id, decided.value());
        EXPECT_TRUE(at(id).due == before.due && at(id).was_late == before.was_late) << id;
    }

    void merge_one(const std::string& id) {
        // Half of the time into a part of the same task: there sums must stay true.
        std::string other = any_task();
        if (at(id).parent && roll(2) == 0) {
            const auto& parts = children_of(at(id).parent->value);
            other = parts[static_cast<std::size_t>(roll(static_cast<int>(parts.size())))];
        }
        Merge order{"同一件事", roll(2) == 0, {}};
        const auto& leads = at(roll(2) == 0 ? id : other).owner;
        if (roll(3) != 0 && leads) order.lead = leads->post;
        const auto& parent = at(other).parent;
        const Task* above = parent ? &at(parent->value) : nullptr;
        const auto done = merge(at(id), below(id), at(other), above, order, officer(), day());
        if (!done.ok()) return;
        const auto late = at(id).was_late;
        record(id, Event{done.value().absorbed}, true);
        record(other, Event{done.value().into});
        check_one(id, at(id));
        if (parent) check_one(parent->value, at(parent->value));
        EXPECT_TRUE(!late || at(id).was_late) << "merging heals no lateness";
        EXPECT_TRUE(at(id).merged_into->task.value == other) << id;
        EXPECT_FALSE(at(other).absorbed.empty()) << other;
    }

    void verify_one(const std::string& id) {
        const Officer who = officer();
        const auto doer = at(id).doer;
        const auto decided = verify(at(id), {"属实"}, who, day(), below(id));
        EXPECT_TRUE(!decided.ok() || doer != who.account) << "nobody verifies their own report";
        accept(id, decided);
    }

    void look_back_one(const std::string& id) {
        const auto found = roll(2) == 0 ? LookBack::held : LookBack::rebounded;
        const Officer who = officer();
        const auto decided = look_back(at(id), found, "看过", who, day(), {0, 12, 3});
        if (!decided.ok()) return;
        // As the operation does: what is above comes along, from the order down.
        std::vector<std::pair<std::string, Event>> above;
        for (auto up = at(id).parent; up; up = at(up->value).parent) {
            const TaskState state = at(up->value).state;
            const bool works = state == TaskState::confirmed || state == TaskState::assigned;
            if (found == LookBack::held || works) continue;
            const auto open = reopen_above(at(up->value), at(id), who, day());
            if (!open.ok()) return;
            above.emplace_back(up->value, open.value());
        }
        for (auto one = above.rbegin(); one != above.rend(); ++one) record(one->first, one->second);
        record(id, decided.value());
    }

    // Its target is in that of another part of the same task.
    bool went_into_sibling(const Task& part) const {
        const Task& into = at(part.merged_into->task.value);
        if (into.parent != part.parent) return false;
        return std::any_of(into.absorbed.begin(), into.absorbed.end(),
                           [&](const auto& one) { return one.task == part.id && one.added; });
    }

    void check_one(const std::string& id, const Task& task) const {
        const auto& children = children_of(id);
        ASSERT_EQ(task.children, static_cast<std::int64_t>(children.size())) << id;
        bool ended = false;
        std::int64_t sum = 0;
        for (const auto& child : children) {
            const Task& part = at(child);
            ASSERT_EQ(part.parent, task.id);
            ASSERT_EQ(part.root, task.root);
            ASSERT_TRUE(part.path.starts_with(task.path));
            ASSERT_EQ(part.path.size(), task.path.size() + path_step);
            const bool says_done =
                task.state == TaskState::reported || task.state == TaskState::verified;
            ASSERT_TRUE(!is_closed(task.state) || is_closed(part.state)) << child;
            ASSERT_TRUE(!says_done || is_closed(part.state)) << child;
            ASSERT_TRUE(!task.due || *part.due <= *task.due) << child << " in " << id;
            ASSERT_FALSE(part.standard.empty());
            ended = ended || part.state == TaskState::ended;
            const bool merged = part.state == TaskState::merged;
            ended = ended || (merged && part.target && !went_into_sibling(part));
            if (!merged) sum += part.target ? part.target->thousandths : 0;
        }
        ASSERT_EQ(task.merged_into.has_value(), task.state == TaskState::merged) << id;
        const bool must_tie =
            !children.empty() && task.target && task.split_reason.empty() && !ended;
        ASSERT_TRUE(!must_tie || sum == task.target->thousandths) << id;
        const bool objected = task.state == TaskState::objected;
        ASSERT_EQ(task.objection.has_value(), objected) << id;
        ASSERT_FALSE(objected && (task.signed_on || task.overruled_on || !children.empty())) << id;
        ASSERT_FALSE(objected && (task.extension || task.asked_suspension)) << id;
        ASSERT_TRUE(!task.suspension || task.state == TaskState::assigned || objected) << id;
        ASSERT_TRUE(!task.suspension || task.suspension->from <= task.suspension->until) << id;
        if (task.suspension) {
            ASSERT_EQ(light(task, task.suspension->until, {20, 3}), Light::suspended) << id;
        }
        ASSERT_TRUE(task.state != TaskState::reported || task.doer);
        ASSERT_GE(static_cast<std::int64_t>(task.steps.size()), task.version);
    }

    std::mt19937 random_;
    int today_ = 0;
    int made_ = 0;
    std::map<std::string, Task> tasks_;
    std::map<std::string, std::vector<std::string>> children_;
    std::vector<Entry> log_;
};

TEST(TreeProperties, HoldUnderRandomOfficersAndAReplayGivesTheSame) {
    const long operations = number_of("ANMIN_OPERATIONS", 20'000);
    const auto seed = static_cast<unsigned>(number_of("ANMIN_SEED", 1));
    // A fresh office every so often: otherwise old, closed tasks would take most of the steps.
    constexpr long in_one_office = 5'000;
    std::size_t taken = 0;
    for (long done = 0; done < operations; done += in_one_office) {
        Office office(seed + static_cast<unsigned>(done / in_one_office));
        for (long step = 0; step < in_one_office; ++step) {
            office.try_one();
            if (HasFatalFailure()) FAIL() << "seed " << seed << ", step " << done + step;
        }
        office.check();
        ASSERT_EQ(office.replayed(), office.tasks()) << "seed " << seed;
        taken += office.taken();
    }
    EXPECT_GT(taken, static_cast<std::size_t>(operations / 10)) << "most steps were refused";
}

}  // namespace
}  // namespace anmin::directive
