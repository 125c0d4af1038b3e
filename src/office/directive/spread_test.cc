#include "directive/spread.h"

#include <gtest/gtest.h>

namespace anmin::directive {
namespace {

using calendar::Date;

Date day(const char* iso) { return Date::parse(iso).value(); }
ident::DivisionCode code(const char* digits) { return ident::DivisionCode::parse(digits).value(); }

const Officer office{{"a1"}, "沈一", "综合科科长"};

Task order(std::optional<Date> due = day("2025-09-30")) {
    Candidate item;
    item.text = "完成低收入家庭入户核查";
    return start(confirm({"t0"}, {"d1"}, "核查通知", item, office, "市民政局", code("3301"),
                         day("2025-03-01"), due));
}

PartOrder part(const char* id, const char* division, std::optional<std::int64_t> amount = {}) {
    PartOrder made;
    made.task = {id};
    made.owner = {
        {std::string("p") + division}, "经办", std::string(division) + "民政局", code(division)};
    made.thousandths = amount;
    return made;
}

SpreadOrder into(std::vector<PartOrder> parts) {
    SpreadOrder order;
    order.lead = Owner{{"p0"}, "综合科科长", "市民政局", code("3301")};
    order.standard = "逐户有记录";
    order.division = code("3301");
    order.issuer = "市民政局";
    order.parts = std::move(parts);
    return order;
}

Result<Event> take_apart(const Task& task, SpreadOrder order, const Below& below = {}) {
    return spread(task, below, std::move(order), office, day("2025-03-05"));
}

std::string code_of(const Result<Event>& event) { return event.ok() ? "" : event.error().code; }
std::string place_of(const Result<Event>& event) { return event.ok() ? "" : event.error().place; }

TEST(Spread, PartsSumUpHaveOwnersDatesAndStandards) {
    SpreadOrder made = into({part("t1", "330102", 700'000), part("t2", "330105", 500'000)});
    made.target = Quantity{1'200'000, "户"};
    const auto event = take_apart(order(), made);
    ASSERT_TRUE(event.ok()) << event.error();
    const auto& made_event = std::get<TaskSpread>(event.value());
    const Task whole = directive::apply(order(), event.value());
    EXPECT_EQ(whole.children, 2);
    EXPECT_EQ(whole.state, TaskState::assigned);
    EXPECT_EQ(whole.target, (Quantity{1'200'000, "户"}));
    const auto parts = parts_of(whole, 0, made_event);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].state, TaskState::assigned);
    EXPECT_EQ(parts[0].due, day("2025-09-30"));
    EXPECT_EQ(parts[0].path, "00001");
    EXPECT_EQ(parts[1].path, "00002");
    EXPECT_EQ(parts[1].root.value, "t0");
    EXPECT_EQ(parts[1].parent, ident::TaskId{"t0"});
    EXPECT_EQ(parts[1].target, (Quantity{500'000, "户"}));
    EXPECT_EQ(parts[1].standard, "逐户有记录");
    EXPECT_EQ(parts[1].version, 0);
}

TEST(Spread, SumsThatDoNotTieAreRefusedUnlessTheReasonIsDeclared) {
    SpreadOrder made = into({part("t1", "330102", 700'000), part("t2", "330105", 400'000)});
    made.target = Quantity{1'200'000, "户"};
    const auto refused = take_apart(order(), made);
    EXPECT_EQ(code_of(refused), "E-TASK-045");
    EXPECT_EQ(refused.error().finding, "各项合计 1100户");
    made.split_reason = "两区有重复户";
    EXPECT_TRUE(take_apart(order(), made).ok());
    SpreadOrder open = into({part("t1", "330102", 700'000), part("t2", "330105")});
    open.target = Quantity{1'200'000, "户"};
    EXPECT_EQ(code_of(take_apart(order(), open)), "E-TASK-046");
    EXPECT_EQ(code_of(take_apart(order(), into({part("t1", "330102", 1)}))), "E-TASK-047");
}

TEST(Spread, LaterPartsCountWithTheEarlierOnes) {
    SpreadOrder made = into({part("t3", "330106", 200'000)});
    Task whole = order();
    whole.target = Quantity{1'200'000, "户"};
    whole.children = 2;
    EXPECT_TRUE(take_apart(whole, made, {2, 2, 0, 1'000'000}).ok());
    EXPECT_EQ(code_of(take_apart(whole, made, {2, 2, 0, 900'000})), "E-TASK-045");
    made.target = Quantity{1'000'000, "户"};
    EXPECT_EQ(code_of(take_apart(whole, made)), "E-TASK-069");
}

TEST(Spread, FaultsNameRowAndColumn) {
    auto late = part("t2", "330105");
    late.due = day("2025-10-01");
    const auto nested = take_apart(order(), into({part("t1", "330102"), late}));
    EXPECT_EQ(code_of(nested), "E-TASK-042");
    EXPECT_EQ(place_of(nested), "第 2 行“完成时限”");
    EXPECT_EQ(code_of(take_apart(order(std::nullopt), into({part("t1", "330102")}))), "E-TASK-041");
    SpreadOrder bare = into({part("t1", "330102")});
    bare.standard = " ";
    EXPECT_EQ(code_of(take_apart(order(), bare)), "E-TASK-043");
    EXPECT_EQ(code_of(take_apart(order(), into({PartOrder{}}))), "E-TASK-044");
    const auto twice = take_apart(order(), into({part("t1", "330102"), part("t2", "330102")}));
    EXPECT_EQ(code_of(twice), "E-TASK-048");
    EXPECT_EQ(place_of(twice), "第 2 行“责任单位”");
    EXPECT_EQ(code_of(take_apart(order(), into({}))), "E-TASK-071");
}

TEST(Spread, SeveralLevelsHangBelowEachOther) {
    auto town = part("t2", "330102001");
    town.under = 0;
    auto other = part("t3", "330102002");
    other.under = 0;
    const auto event = take_apart(order(), into({part("t1", "330102"), town, other}));
    ASSERT_TRUE(event.ok()) << event.error();
    const Task whole = directive::apply(order(), event.value());
    EXPECT_EQ(whole.children, 1);
    const auto parts = parts_of(whole, 0, std::get<TaskSpread>(event.value()));
    EXPECT_EQ(parts[0].children, 2);
    EXPECT_EQ(parts[2].path, "0000100002");
    EXPECT_EQ(parts[2].parent, ident::TaskId{"t1"});
    EXPECT_EQ(parts[2].issuer, "330102民政局");
    EXPECT_EQ(parts[2].division, code("330102"));
    auto late = town;
    late.due = day("2025-09-01");
    auto early = part("t1", "330102");
    early.due = day("2025-08-01");
    EXPECT_EQ(code_of(take_apart(order(), into({early, late}))), "E-TASK-042");
}

TEST(Quantity, ReadsAndPrintsThreePlaces) {
    EXPECT_EQ(parse_thousandths("1200"), 1'200'000);
    EXPECT_EQ(parse_thousandths("0.125"), 125);
    EXPECT_EQ(figure(1'200'500), "1200.5");
    EXPECT_EQ(figure({98'500, "%"}), "98.5%");
    for (const char* bad : {"", "-1", "1.", ".5", "1.2345", "1e3", "十", "1234567890123"}) {
        EXPECT_FALSE(parse_thousandths(bad)) << bad;
    }
}

}  // namespace
}  // namespace anmin::directive
