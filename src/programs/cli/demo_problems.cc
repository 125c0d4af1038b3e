#include "cli/demo_problems.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace anmin::cli {
namespace {

using calendar::Date;
using journal::Append;
using problem::Problem;

constexpr const char* scheme = "1+3";
constexpr const char* inspection = "巡视反馈";

class Teller {
public:
    Teller(Workplace& place, const files::DemoFieldWork& work, Date today)
        : desk_(place.desk()), work_(work), today_(today) {}

    Result<void> cast(Workplace& place) {
        office_ = TRY(place.caller_named("ministry-office"));
        inspector_ = TRY(place.caller_named("ministry-inspector"));
        officer_ = operations::officer_of(office_.actor);
        return {};
    }

    // The mission with its groups, what they held, and every remark.
    Result<void> field_work() {
        const problem::MissionId id{desk_.ids.next()};
        problem::Mission mission{id,
                                 0,
                                 work_.title,
                                 office_.actor.division,
                                 today_.plus_days(-90),
                                 today_.plus_days(-60),
                                 {}};
        Append append{journal::stream_of(id), 0, {}};
        append.events.push_back(problem::Event{TRY(problem::open_mission(
            {id, mission.title, mission.division, mission.from, mission.to, officer_, today_}))});
        std::vector<std::string> areas = work_.provinces;
        areas.insert(areas.end(), work_.others.begin(), work_.others.end());
        for (std::size_t at = 0; at < areas.size(); ++at) {
            TRY(add_group(append, mission, areas[at], static_cast<std::int64_t>(at), areas.size()));
        }
        return commit({std::move(append)});
    }

    // Every remark merged into one of the listed problems, a few of them focused.
    Result<void> lists() {
        std::vector<Append> appends;
        const auto list_count = static_cast<std::int64_t>(work_.lists.size());
        std::vector<problem::ListId> ids;
        for (const std::string& name : work_.lists) {
            ids.push_back(TRY(add_list(appends, name, scheme, "蹲点调研", std::nullopt)));
        }
        for (std::int64_t number = 0; number < work_.listed; ++number) {
            std::vector<problem::RemarkId> merged;
            for (auto at = static_cast<std::size_t>(number); at < remarks_.size();
                 at += static_cast<std::size_t>(work_.listed)) {
                merged.push_back(remarks_[at]);
            }
            Problem one = TRY(add_problem(appends, topic(number), std::move(merged), ""));
            const auto list = static_cast<std::size_t>(number % list_count);
            TRY(take(appends.back(), one,
                     problem::put_on_list(one, {ids[list], "", "", "", {}, {}, {}, 0, 0, 0, 0},
                                          static_cast<std::int32_t>(number / list_count + 1),
                                          number < work_.focused, officer_, today_)));
        }
        return commit(appends);
    }

    // The register of an inspection: all begun, most of them done.
    Result<void> register_of_inspection() {
        std::vector<Append> appends;
        const auto list =
            TRY(add_list(appends, "巡视反馈问题清单", inspection, "巡视反馈", work_.inspected));
        const directive::Owner owner{office_.actor.post, office_.actor.post_title,
                                     office_.actor.unit_name, office_.actor.division};
        for (std::int64_t number = 0; number < work_.inspected; ++number) {
            Problem one = TRY(add_problem(appends, topic(number) + "（巡视反馈）", {},
                                          "巡视反馈第 " + std::to_string(number + 1) + " 条"));
            TRY(take(appends.back(), one,
                     problem::put_on_list(one, {list, "", "", "", {}, {}, {}, 0, 0, 0, 0},
                                          static_cast<std::int32_t>(number + 1), false, officer_,
                                          today_)));
            TRY(take(appends.back(), one,
                     problem::plan(one,
                                   {problem::Branch::immediate,
                                    owner,
                                    "对照反馈意见逐项整改",
                                    "",
                                    "",
                                    today_.plus_days(20),
                                    {},
                                    officer_,
                                    today_},
                                   desk_.policies.problems)));
            if (number < work_.corrected) TRY(correct(appends.back(), one));
        }
        return commit(appends);
    }

private:
    std::string topic(std::int64_t number) const {
        const auto& topics = work_.topics;
        return topics[static_cast<std::size_t>(number) % topics.size()] + "（演示第 " +
               std::to_string(number + 1) + " 项）";
    }

    Result<void> add_group(Append& append, problem::Mission& mission, const std::string& area,
                           std::int64_t at, std::size_t areas) {
        const auto count = static_cast<std::int64_t>(areas);
        const std::int64_t people = work_.people / count + (at < work_.people % count ? 1 : 0);
        const auto number = static_cast<std::int32_t>(at + 1);
        const bool province = at < static_cast<std::int64_t>(work_.provinces.size());
        std::vector<std::string> members;
        for (std::int64_t one = 2; one <= people; ++one) {
            members.push_back("第 " + std::to_string(number) + " 组队员 " + std::to_string(one) +
                              "（演示）");
        }
        append.events.push_back(problem::Event{TRY(problem::form_group(
            mission, {number, area, province, "第 " + std::to_string(number) + " 组组长（演示）",
                      std::move(members), officer_, today_}))});
        mission.groups.push_back({number, area, province, people});
        using problem::ActivityKind;
        for (const auto& [kind, amount] :
             {std::pair{ActivityKind::session, work_.sessions_each},
              std::pair{ActivityKind::interview, work_.interviews_each}}) {
            append.events.push_back(problem::Event{
                TRY(problem::log_activity(mission, {number, kind, mission.from.plus_days(3), area,
                                                    amount, "演示", officer_, today_}))});
        }
        problem::RemarksTaken taken{number, {}, officer_, today_};
        add_remarks(taken, area, at, count, work_.problems, problem::RemarkKind::problem);
        add_remarks(taken, area, at, count, work_.suggestions, problem::RemarkKind::suggestion);
        append.events.push_back(
            problem::Event{TRY(problem::take_remarks(mission, std::move(taken)))});
        return {};
    }

    // This group's share of `all`.
    void add_remarks(problem::RemarksTaken& taken, const std::string& area, std::int64_t at,
                     std::int64_t groups, std::int64_t all, problem::RemarkKind kind) {
        for (std::int64_t number = at; number < all; number += groups) {
            const problem::RemarkId id{desk_.ids.next()};
            const auto who = static_cast<std::size_t>(number) % work_.said_by.size();
            taken.remarks.push_back({id, kind, topic(number), work_.said_by[who], area});
            remarks_.push_back(id);
        }
    }

    Result<problem::ListId> add_list(std::vector<Append>& appends, const std::string& name,
                                     const std::string& of, const std::string& source,
                                     std::optional<std::int64_t> declared) {
        const problem::ListId id{desk_.ids.next()};
        const auto event = TRY(problem::open_list(
            {id, name, of, source, declared, office_.actor.division, officer_, today_}));
        appends.push_back({journal::stream_of(id), 0, {event}});
        return id;
    }

    Result<Problem> add_problem(std::vector<Append>& appends, const std::string& text,
                                std::vector<problem::RemarkId> merged, const std::string& source) {
        const problem::ProblemId id{desk_.ids.next()};
        const problem::ProblemRaised raised{id,
                                            text,
                                            std::move(merged),
                                            source,
                                            office_.actor.division,
                                            office_.actor.unit_name,
                                            officer_,
                                            today_};
        appends.push_back({journal::stream_of(id), 0, {TRY(problem::raise(raised, {}))}});
        return problem::start(raised);
    }

    Result<void> take(Append& append, Problem& problem, const Result<problem::Event>& decided) {
        if (!decided.ok()) return decided.error();
        problem = problem::apply(std::move(problem), decided.value());
        append.events.push_back(decided.value());
        return {};
    }

    Result<void> correct(Append& append, Problem& one) {
        const std::string words = "演示数据：整改情况说明，内容为虚构。" + one.id.value + "\n";
        const auto proof =
            TRY(operations::keep_evidence(desk_, office_, "整改情况说明（演示）.txt", words));
        const auto other = operations::officer_of(inspector_.actor);
        TRY(take(append, one,
                 problem::report(one, {"已整改到位（演示）", {proof}, officer_, today_})));
        TRY(take(append, one, problem::accept(one, {"现场验收（演示）", other, today_})));
        return take(append, one,
                    problem::strike_off(
                        one, {"同意销号（演示）", today_.plus_months(3), officer_, today_}));
    }

    Result<void> commit(const std::vector<Append>& appends) {
        TRY(desk_.journal.commit(operations::command_of(office_), appends));
        return {};
    }

    operations::Desk& desk_;
    const files::DemoFieldWork& work_;
    Date today_;
    operations::Caller office_;
    operations::Caller inspector_;
    directive::Officer officer_;
    std::vector<problem::RemarkId> remarks_;
};

}  // namespace

Result<void> tell_problems(Workplace& place, const files::DemoFieldWork& work, Date today) {
    Teller teller(place, work, today);
    TRY(teller.cast(place));
    TRY(teller.field_work());
    TRY(teller.lists());
    return teller.register_of_inspection();
}

}  // namespace anmin::cli
