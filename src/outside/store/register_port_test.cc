#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using namespace registers;
using organisation::Reach;
using organisation::Scope;

class Registers : public OnBoth {
protected:
    void add(const std::string& id, const std::string& division, const std::string& text) {
        const RowAdded event{{id},     "hazards",          code(division), {"U"},
                             "民政局", {{"hazard", text}}, officer,        day("2025-03-01")};
        must(store().journal().commit(
            command(), {{journal::stream_of(event.row), 0, {registers::Event(event)}}}));
    }
    std::vector<std::string> ids(const Scope& scope, const std::string& words = "") {
        std::vector<std::string> found;
        organisation::PageRequest page{"", 2};
        do {
            const auto rows = must(store().registers().rows(scope, {"hazards", {}, words}, page));
            for (const auto& row : rows.items) found.push_back(row.id.value);
            page.after = rows.next;
        } while (!page.after.empty());
        return found;
    }
};
ANMIN_ON_BOTH(Registers);

using Ids = std::vector<std::string>;
Scope inside(const std::string& digits) { return {code(digits), Reach::subtree}; }

TEST_P(Registers, rows_are_listed_by_scope_and_words_in_pages) {
    add("R1", "3302", "消防通道堵塞");
    add("R2", "330203", "电线老化 100%");
    add("R3", "3301", "消防器材过期 ABC");
    EXPECT_EQ(ids(inside("33")), (Ids{"R1", "R2", "R3"}));
    EXPECT_EQ(ids(inside("3302")), (Ids{"R1", "R2"}));
    EXPECT_EQ(ids({code("33"), Reach::nothing}), Ids{});
    EXPECT_EQ(ids(inside("33"), "消防"), (Ids{"R1", "R3"}));
    EXPECT_EQ(ids(inside("33"), "abc"), Ids{"R3"});
    EXPECT_EQ(ids(inside("33"), "%"), Ids{"R2"});
}

TEST_P(Registers, a_row_is_folded_from_its_events_and_a_stale_one_is_refused) {
    add("R1", "3302", "消防通道堵塞");
    const RowId id{"R1"};
    const RowAmended amended{
        {{"hazard", "隐患描述", "消防通道堵塞", "已清理"}}, officer, day("2025-03-02")};
    must(store().journal().commit(command(),
                                  {{journal::stream_of(id), 1, {registers::Event(amended)}}}));
    const auto again = store().journal().commit(
        command(), {{journal::stream_of(id), 1, {registers::Event(amended)}}});
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().fault, Fault::stale);
    auto row = must(store().registers().find_row(id));
    ASSERT_TRUE(row);
    EXPECT_EQ(row->version, 2);
    EXPECT_EQ(row->cells, (std::vector<Cell>{{"hazard", "已清理"}}));
    EXPECT_EQ(row->steps.size(), 2U);
    ASSERT_DONE(store().rebuild_projections());
    EXPECT_EQ(must(store().registers().find_row(id)), row);
    const RowWithdrawn withdrawn{"重复", officer, day("2025-03-03")};
    must(store().journal().commit(command(),
                                  {{journal::stream_of(id), 2, {registers::Event(withdrawn)}}}));
    EXPECT_EQ(ids(inside("33")), Ids{});
    EXPECT_TRUE(must(store().registers().find_row(id))->withdrawn);
}

}  // namespace
}  // namespace anmin::store
