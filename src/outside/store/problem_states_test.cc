// Problems judged, delayed, ended; lists frozen and closed; remarks told back: on both engines.
#include "store/test_problems.h"

namespace anmin::store {
namespace {

using problem::ListId;
using problem::Problem;
using problem::ProblemId;
using problem::ProblemState;
using Texts = std::vector<std::string>;

class ProblemStates : public FieldWork {
protected:
    Problem problem_of(const char* id) {
        auto found = must(port().find_problem({id}));
        EXPECT_TRUE(found.has_value());
        return found.value_or(Problem());
    }
    std::string link_of(const char* remark) {
        const auto problem = must(port().remarks({{remark}})).at(0).problem;
        return problem ? problem->value : "";
    }
    void merge(const char* one, const char* into, std::vector<problem::RemarkId> remarks) {
        const auto on = day("2025-03-27");
        must(store().journal().commit(
            command(),
            {{journal::stream_of(ProblemId{one}),
              journal::any_version,
              {problem::Event{problem::ProblemMerged{{into}, "那个", "同", officer, on}}}},
             {journal::stream_of(ProblemId{into}),
              journal::any_version,
              {problem::Event{problem::ProblemTookIn{
                  {one}, "这个", std::move(remarks), "同", officer, on}}}}}));
    }
    // Every row of what these events change.
    Texts rows() {
        Texts found;
        const auto connection = raw();
        for (const char* table : {"remark", "problem_list", "problem"}) {
            EXPECT_DONE(connection->run(
                std::string("SELECT * FROM ") + table + " ORDER BY 1", {},
                [&](const Row& row) -> Result<void> {
                    std::string line = table;
                    for (int i = 0; i < row.columns(); ++i) {
                        line += "|" + (row.is_null(i) ? std::string("null") : shown(row.value(i)));
                    }
                    found.push_back(std::move(line));
                    return {};
                }));
        }
        return found;
    }
    static std::string shown(const Parameter& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
        return "?";
    }
    void all_states();
};

TEST_P(ProblemStates, ADuplicatesRemarksGoAlongAndComeBack) {
    plant();
    EXPECT_EQ(link_of("R3"), "Q3");
    merge("Q3", "Q1", {{"R3"}});
    EXPECT_EQ(link_of("R3"), "Q1");
    EXPECT_EQ(problem_of("Q3").state, ProblemState::merged);
    EXPECT_EQ(problem_of("Q3").merged_into->problem.value, "Q1");
    EXPECT_EQ(problem_of("Q1").absorbed.at(0).problem.value, "Q3");
    const auto on = day("2025-03-28");
    must(store().journal().commit(
        command(),
        {{journal::stream_of(ProblemId{"Q3"}),
          journal::any_version,
          {problem::Event{problem::JudgementTakenBack{"不同", officer, on}}}},
         {journal::stream_of(ProblemId{"Q1"}),
          journal::any_version,
          {problem::Event{problem::ProblemGaveBack{{"Q3"}, {{"R3"}}, "不同", officer, on}}}}}));
    EXPECT_EQ(link_of("R3"), "Q3");
    EXPECT_EQ(problem_of("Q3").state, ProblemState::raised);
    EXPECT_TRUE(problem_of("Q1").absorbed.empty());
}

TEST_P(ProblemStates, AFrozenListTakesNothingEvenAtTheSameMoment) {
    plant();
    const auto on = day("2025-03-26");
    commit(ListId{"L1"}, problem::ListFrozen{day("2025-03-28"), "上报", officer, on});
    const auto list = must(port().find_list({"L1"}, day("2025-04-20")));
    EXPECT_EQ(list->frozen_from, day("2025-03-28"));
    EXPECT_EQ(list->version, 2);
    const auto put_on = [&](const char* id, const char* to, const char* when) {
        return try_commit(ProblemId{id}, journal::any_version,
                          problem::ProblemListed{{to}, 9, false, officer, day(when)});
    };
    EXPECT_TRUE(put_on("Q3", "L1", "2025-03-27").ok()) << "the day before";
    EXPECT_EQ(put_on("Q2", "L2", "2025-03-28").error().fault, Fault::stale) << "off it";
    commit(ListId{"L1"}, problem::ListThawed{"补", officer, day("2025-03-28")});
    EXPECT_TRUE(put_on("Q2", "L2", "2025-03-28").ok());
    EXPECT_EQ(try_commit(ListId{"L1"}, journal::any_version,
                         problem::ListClosed{"", officer, day("2025-04-20")})
                  .error()
                  .fault,
              Fault::stale)
        << "two are open";
    commit(ListId{"L3"}, problem::ListClosed{"", officer, day("2025-04-20")});
    EXPECT_EQ(must(port().find_list({"L3"}, day("2025-04-20")))->closed_on, day("2025-04-20"));
    EXPECT_EQ(put_on("Q2", "L3", "2025-04-21").error().fault, Fault::stale);
}

void ProblemStates::all_states() {
    plant();
    commit(ProblemId{"Q1"},
           problem::DelayAsked{day("2025-05-09"), "雨", officer, day("2025-04-30")});
    commit(ProblemId{"Q1"}, problem::DelayAnswered{true, "", officer, day("2025-04-30")});
    commit(ProblemId{"Q1"},
           problem::ProblemReported{"改了", {{"ab", "a.pdf", 1}}, officer, day("2025-05-10")});
    commit(ProblemId{"Q2"}, problem::ProblemEnded{"撤并", officer, day("2025-04-01")});
    commit(ProblemId{"Q3"}, problem::ProblemJudged{problem::Finding::not_ours, "", "", "", "残联",
                                                   "不属", officer, day("2025-04-01")});
    raise("Q5", "3301", {{"R5"}});
    commit(ProblemId{"Q5"}, problem::ProblemJudged{problem::Finding::confirmed, "政策执行", "易改",
                                                   "因", "", "核", officer, day("2025-04-01")});
    put("Q5", "L1", 5, false);
    problem::ProblemPlanned planned;
    planned.branch = problem::Branch::long_term;
    planned.owner = {{"P1"}, "经办", "民政办", code("330102001")};
    planned.due = day("2025-12-01");
    planned.officer = officer;
    planned.on = day("2025-04-02");
    planned.target = "过半";
    commit(ProblemId{"Q5"}, planned);
    commit(ProblemId{"Q5"},
           problem::ProblemReviewed{
               "看", {{"ab", "a.pdf", 1}}, day("2026-12-01"), officer, day("2025-12-02")});
    const problem::Told told{day("2025-04-03"), "甲", "电话", "知道了"};
    commit(ProblemId{"Q3"}, problem::RemarksToldBack{{{"R3"}}, told, officer, day("2025-04-03")});
}

TEST_P(ProblemStates, EachIsCountedApart) {
    all_states();
    const auto list = must(port().find_list({"L1"}, day("2025-04-20")));
    EXPECT_EQ((Texts{std::to_string(list->listed), std::to_string(list->started),
                     std::to_string(list->struck_off), std::to_string(list->long_term),
                     std::to_string(list->ended), std::to_string(list->late)}),
              (Texts{"3", "2", "0", "1", "1", "2"}));
    EXPECT_TRUE(problem_of("Q1").was_late);
    EXPECT_EQ(problem_of("Q1").past_dues.size(), 1U);
    EXPECT_EQ(problem_of("Q5").target, "过半");
    problem::ProblemFilter late;
    late.late = true;
    Texts ids;
    for (const auto& one : must(port().problems(in("33"), late, {"", 10})).items) {
        ids.push_back(one.id.value);
    }
    EXPECT_EQ(ids, (Texts{"Q1", "Q5"}));
    const auto amount = [&](const auto& set) {
        problem::Query query;
        set(query);
        return must(port().rows(in("33"), query, day("2025-04-20"), {"", 10})).amount;
    };
    EXPECT_EQ(amount([](problem::Query& query) { query.late = true; }), 2);
    EXPECT_EQ(amount([](problem::Query& query) { query.ended = true; }), 1);
    EXPECT_EQ(amount([](problem::Query& query) { query.long_term = true; }), 1);
    EXPECT_EQ(amount([](problem::Query& query) { query.done = true; }), 1) << "only Q4";
    const auto remark = must(port().remarks({{"R3"}})).at(0);
    EXPECT_EQ(remark.told->answer, "知道了");
    EXPECT_EQ(must(port().group_tallies(in("33")))[1].told, 1);
    Texts entries;
    for (const auto& one : must(port().entries({"L1"}))) entries.push_back(one.id.value);
    EXPECT_EQ(entries, (Texts{"Q2", "Q1", "Q5"})) << "by number";
}

problem::ProblemSuspended still_until(const char* until) {
    return {directive::SuspensionGround::disaster,
            "台风",
            directive::SuspensionClock::moves,
            day(until),
            {{"ab", "a.pdf", 1}},
            officer,
            day("2025-04-11")};
}

TEST_P(ProblemStates, WhatStandsStillIsCountedApartOnItsDays) {
    plant();
    commit(ProblemId{"Q1"}, still_until("2025-04-20"));
    const auto counted = [&](const char* on) {
        problem::Query query;
        query.suspended = true;
        const auto rows = must(port().rows(in("33"), query, day(on), {"", 10}));
        const auto of_list = must(port().find_list({"L1"}, day(on)))->suspended;
        EXPECT_EQ(rows.amount, of_list);
        EXPECT_EQ(must(port().lists(in("3301"), day(on))).at(0).suspended, of_list);
        return of_list;
    };
    EXPECT_EQ(counted("2025-04-10"), 0);
    EXPECT_EQ(counted("2025-04-11"), 1);
    EXPECT_EQ(counted("2025-04-20"), 1);
    EXPECT_EQ(counted("2025-04-21"), 0) << "it is to be resumed";
    const Problem one = problem_of("Q1");
    EXPECT_EQ(one.due, day("2025-05-11")) << "ten days later";
    EXPECT_EQ(one.suspension->reason, "台风");
    problem::ProblemFilter planned;
    planned.states = {ProblemState::planned};
    const auto rows = must(port().problems(in("33"), planned, {"", 10})).items;
    EXPECT_EQ(rows.at(0).runs_from, day("2025-03-26")) << "a row knows the day of its plan";
    commit(ProblemId{"Q1"}, problem::ProblemResumed{"已通行", officer, day("2025-04-14")});
    EXPECT_EQ(counted("2025-04-14"), 0);
    EXPECT_EQ(problem_of("Q1").due, day("2025-05-04")) << "three days were used";
}

TEST_P(ProblemStates, ARebuildGivesTheSameRows) {
    all_states();
    plan("Q2", "P1", "330102001");
    commit(ProblemId{"Q2"}, still_until("2025-04-20"));
    merge("Q5", "Q1", {});  // of a state that the office would refuse: the log is folded as it is
    commit(ListId{"L2"}, problem::ListFrozen{day("2025-03-28"), "", officer, day("2025-03-28")});
    commit(ListId{"L2"}, problem::ListClosed{"", officer, day("2025-03-29")});
    const auto before = rows();
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(rows(), before);
    ASSERT_DONE(
        raw()->script("UPDATE problem SET was_late = 0, long_term = 0, suspended_until = NULL; "
                      "UPDATE problem_list "
                      "SET closed_on = NULL, version = 7; UPDATE remark SET told_on = "
                      "NULL;"));
    EXPECT_NE(rows(), before);
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(rows(), before);
}

ANMIN_ON_BOTH(ProblemStates);

}  // namespace
}  // namespace anmin::store
