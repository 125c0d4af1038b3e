// Saved queries on both engines: a figure, and exactly the rows that it counts.
#include "store/test_problems.h"

namespace anmin::store {
namespace {

using problem::Of;
using problem::Query;
using Texts = std::vector<std::string>;

class Figures : public FieldWork {
protected:
    // The figure, then the rows that it opens; both are asked for in pages of one row, and the
    // amounts of the rows must add up to the figure.
    Texts figure(const Query& query, const char* division = "33") {
        std::int64_t amount = 0;
        problem::FigureRows last;
        Texts ids = walk(
            [&](const auto& page) {
                last = must(port().rows(in(division), query, day("2025-04-20"), page));
                return last.page;
            },
            [&](const problem::FigureRow& one) {
                amount += one.amount;
                return one.id;
            });
        EXPECT_EQ(last.rows, static_cast<std::int64_t>(ids.size()));
        EXPECT_EQ(last.amount, amount);
        ids.insert(ids.begin(), std::to_string(last.amount));
        return ids;
    }
};

Query of(Of what) {
    Query query;
    query.of = what;
    return query;
}

TEST_P(Figures, FiguresOfFieldWorkOpenTheirRows) {
    plant();
    EXPECT_EQ(figure(of(Of::people)),
              (Texts{"6", "M1/1/0", "M1/1/1", "M1/1/2", "M1/2/0", "M2/1/0", "M2/1/1"}));
    EXPECT_EQ(figure(of(Of::groups)), (Texts{"3", "M1/1", "M1/2", "M2/1"}));
    Query query = of(Of::groups);
    query.province = true;
    EXPECT_EQ(figure(query), (Texts{"2", "M1/1", "M2/1"}));
    query.province = false;
    EXPECT_EQ(figure(query), (Texts{"1", "M1/2"}));
    query = of(Of::people);
    query.mission = "回访";
    EXPECT_EQ(figure(query), (Texts{"2", "M2/1/0", "M2/1/1"}));
    query.mission = "没有";
    EXPECT_EQ(figure(query), Texts{"0"});
    EXPECT_EQ(figure(of(Of::people), "3302"), (Texts{"2", "M2/1/0", "M2/1/1"}));

    EXPECT_EQ(figure(of(Of::activities)), (Texts{"21", "M1/4", "M1/5", "M1/6", "M1/7"}));
    query = of(Of::activities);
    query.activity = problem::ActivityKind::session;
    EXPECT_EQ(figure(query), (Texts{"5", "M1/4", "M1/6"}));
    const auto rows = must(port().rows(in("33"), query, day("2025-04-20"), {"", 10}));
    EXPECT_EQ(rows.page.items[0].title, "社区");
    EXPECT_EQ(rows.page.items[0].detail, "第 1 组 2025-03-10 记录");
}

TEST_P(Figures, FiguresOfRemarksOpenTheirRows) {
    plant();
    EXPECT_EQ(figure(of(Of::remarks)), (Texts{"5", "R1", "R2", "R3", "R4", "R5"}));
    Query query = of(Of::remarks);
    query.remark = problem::RemarkKind::suggestion;
    EXPECT_EQ(figure(query), (Texts{"2", "R3", "R5"}));
    query.merged = true;
    EXPECT_EQ(figure(query), (Texts{"1", "R3"}));
    query.merged = false;
    EXPECT_EQ(figure(query), (Texts{"1", "R5"}));
    query = of(Of::remarks);
    query.mission = "蹲点调研";
    EXPECT_EQ(figure(query), (Texts{"4", "R1", "R2", "R3", "R4"}));
    const auto rows = must(port().rows(in("33"), query, day("2025-04-20"), {"", 1}));
    EXPECT_EQ(rows.page.items[0].title, "表太多");
    EXPECT_EQ(rows.page.items[0].detail, "第 1 组 甲村 村干部");
}

TEST_P(Figures, FiguresOfProblemsAndListsOpenTheirRows) {
    plant();
    EXPECT_EQ(figure(of(Of::problems)), (Texts{"4", "Q3", "Q4", "Q2", "Q1"})) << "by scheme";
    EXPECT_EQ(figure(of(Of::problems), "3302"), (Texts{"1", "Q4"}));
    Query query = of(Of::problems);
    query.listed = true;
    EXPECT_EQ(figure(query), (Texts{"3", "Q4", "Q2", "Q1"}));
    query.scheme = "1+3";
    EXPECT_EQ(figure(query), (Texts{"2", "Q2", "Q1"}));
    query.focused = true;
    EXPECT_EQ(figure(query), (Texts{"1", "Q1"}));
    query = of(Of::problems);
    query.list = "巡视清单";
    EXPECT_EQ(figure(query), (Texts{"1", "Q4"}));
    query = of(Of::problems);
    query.started = true;
    EXPECT_EQ(figure(query), (Texts{"2", "Q4", "Q1"}));
    query.done = true;
    EXPECT_EQ(figure(query), (Texts{"1", "Q4"}));
    const auto rows = must(port().rows(in("33"), query, day("2025-04-20"), {"", 1}));
    EXPECT_EQ(rows.page.items[0].title, "问题 Q4");
    EXPECT_EQ(rows.page.items[0].detail, "巡视清单");

    EXPECT_EQ(figure(of(Of::lists)), (Texts{"3", "L3", "L1", "L2"}));
    query = of(Of::lists);
    query.scheme = "1+3";
    EXPECT_EQ(figure(query), (Texts{"2", "L1", "L2"}));
    query.list = "街道清单";
    EXPECT_EQ(figure(query), (Texts{"1", "L2"}));
}

ANMIN_ON_BOTH(Figures);

}  // namespace
}  // namespace anmin::store
