// Field work of two cities and the problems that came out of it, for this room's tests.
#pragma once

#include <string>
#include <vector>

#include "problem/problem_store.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {

class FieldWork : public OnBoth {
protected:
    // Two missions of two cities, three lists, four problems at different points of their way.
    void plant() {
        plant_field_work();
        commit(problem::ListId{"L1"}, problem::ListOpened{{"L1"},
                                                          "突出问题清单",
                                                          "1+3",
                                                          "蹲点调研",
                                                          3,
                                                          code("3301"),
                                                          officer,
                                                          day("2025-03-21")});
        commit(
            problem::ListId{"L2"},
            problem::ListOpened{
                {"L2"}, "街道清单", "1+3", "走访", {}, code("330102"), officer, day("2025-03-22")});
        commit(
            problem::ListId{"L3"},
            problem::ListOpened{
                {"L3"}, "巡视清单", "", "巡视反馈", 1, code("3302"), officer, day("2025-03-23")});
        raise("Q1", "3301", {{"R1"}, {"R2"}});
        commit(problem::ProblemId{"Q1"},
               problem::RemarksJoined{{{"R4"}}, officer, day("2025-03-24")});
        put("Q1", "L1", 2, true);
        plan("Q1", "P1", "330102001");
        raise("Q2", "330102", {});
        put("Q2", "L1", 1, false);
        raise("Q3", "3301", {{"R3"}});
        raise("Q4", "3302", {});
        put("Q4", "L3", 1, true);
        plan("Q4", "P2", "3302");
        commit(problem::ProblemId{"Q4"},
               problem::ProblemReported{"改了", {{"ab", "a.pdf", 1}}, officer, day("2025-04-10")});
        commit(problem::ProblemId{"Q4"},
               problem::ProblemAccepted{"属实", officer, day("2025-04-11")});
        commit(problem::ProblemId{"Q4"},
               problem::ProblemStruckOff{"销号", day("2025-10-11"), officer, day("2025-04-11")});
    }
    void plant_field_work() {
        using problem::ActivityKind;
        using problem::RemarkKind;
        const auto on = day("2025-03-10");
        const problem::MissionId first{"M1"};
        commit(first, problem::MissionOpened{first, "蹲点调研", code("3301"), day("2025-03-01"),
                                             day("2025-03-20"), officer, on});
        commit(first, problem::GroupFormed{2, "兵团", false, "丁", {}, officer, on});
        commit(first, problem::GroupFormed{1, "浙江", true, "甲", {"乙", "丙"}, officer, on});
        const auto log = [&](std::int32_t group, ActivityKind kind, std::int64_t amount) {
            commit(first,
                   problem::ActivityLogged{group, kind, on, "社区", amount, "记录", officer, on});
        };
        log(1, ActivityKind::session, 3);
        log(1, ActivityKind::interview, 12);
        log(2, ActivityKind::session, 2);
        log(2, ActivityKind::visit, 4);
        commit(first,
               problem::RemarksTaken{1,
                                     {{{"R1"}, RemarkKind::problem, "表太多", "村干部", "甲村"},
                                      {{"R2"}, RemarkKind::problem, "跑两次", "老人", "甲村"},
                                      {{"R3"}, RemarkKind::suggestion, "一次办", "老人", "乙村"}},
                                     officer,
                                     on});
        commit(first, problem::RemarksTaken{2,
                                            {{{"R4"}, RemarkKind::problem, "路远", "老人", "丙村"}},
                                            officer,
                                            day("2025-03-12")});
        const problem::MissionId second{"M2"};
        commit(second, problem::MissionOpened{second, "回访", code("3302"), day("2025-04-01"),
                                              day("2025-04-05"), officer, on});
        commit(second, problem::GroupFormed{1, "江苏", true, "戊", {"己"}, officer, on});
        commit(second,
               problem::RemarksTaken{1,
                                     {{{"R5"}, RemarkKind::suggestion, "好", "老人", "丁村"}},
                                     officer,
                                     day("2025-04-02")});
    }
    void raise(const char* id, const char* division, std::vector<problem::RemarkId> remarks) {
        commit(problem::ProblemId{id}, problem::ProblemRaised{{id},
                                                              std::string("问题 ") + id,
                                                              std::move(remarks),
                                                              "巡视反馈",
                                                              code(division),
                                                              "民政局",
                                                              officer,
                                                              day("2025-03-24")});
    }
    void put(const char* id, const char* list, std::int32_t number, bool focused) {
        commit(problem::ProblemId{id},
               problem::ProblemListed{{list}, number, focused, officer, day("2025-03-25")});
    }
    void plan(const char* id, const char* post, const char* division) {
        problem::ProblemPlanned planned;
        planned.owner = {{post}, "经办", "民政办", code(division)};
        planned.measure = "合并表格";
        planned.due = day("2025-05-01");
        planned.officer = officer;
        planned.on = day("2025-03-26");
        commit(problem::ProblemId{id}, planned);
    }
    template <class Id, class Kind>
    void commit(const Id& id, Kind event) {
        must(try_commit(id, journal::any_version, std::move(event)));
    }
    template <class Id>
    Result<journal::Receipt> try_commit(const Id& id, std::int64_t expected, problem::Event event) {
        return store().journal().commit(command(),
                                        {{journal::stream_of(id), expected, {std::move(event)}}});
    }

    static organisation::Scope in(const char* division,
                                  organisation::Reach reach = organisation::Reach::subtree) {
        return {code(division), reach};
    }
    problem::ProblemStore& port() { return store().problems(); }

    // All pages of one row each, as words; a page that does not come to an end is cut off.
    template <class Ask, class Word>
    static std::vector<std::string> walk(const Ask& ask, const Word& word) {
        std::vector<std::string> found;
        std::string after;
        do {
            const auto page = ask(organisation::PageRequest{after, 1});
            EXPECT_LE(page.items.size(), 1U);
            for (const auto& one : page.items) found.push_back(word(one));
            after = page.next;
        } while (!after.empty() && found.size() < 50);
        return found;
    }
};

}  // namespace anmin::store
