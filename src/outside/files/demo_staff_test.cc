#include "files/demo_staff.h"

#include <gtest/gtest.h>

namespace anmin::files {
namespace {

organisation::Division row(const char* code, const char* name) {
    const auto parsed = ident::DivisionCode::parse(code).value();
    return {parsed, name, organisation::level_of(parsed), parsed.parent().value_or(parsed), 0};
}

TEST(DemoStaff, OneProvinceToItsCountiesAndOnePrefectureToItsVillages) {
    const auto staff = load_demo_staff(ANMIN_ROOT "/packages");
    ASSERT_TRUE(staff.ok()) << staff.error().text();
    const std::vector<organisation::Division> rows{
        row("33", "浙江省"),          row("3301", "杭州市"),         row("330102", "上城区"),
        row("330102001", "清波街道"), row("330102001051", "某社区"), row("3302", "宁波市"),
        row("330203", "海曙区"),      row("330203001", "某街道"),    row("34", "安徽省"),
        row("340102", "瑶海区")};
    const std::vector<organisation::Unit> taken{{{"u-city"}, "杭州市民政局（演示）", rows[1].code}};
    const auto made = make_offices(staff.value(), rows, taken);
    std::string names;
    for (const auto& unit : made.units) names += unit.name + " ";
    EXPECT_EQ(names,
              "上城区民政局（演示） 清波街道民政办（演示） 某社区（演示） 宁波市民政局（演示） "
              "海曙区民政局（演示） ");
    ASSERT_FALSE(made.posts.empty());
    EXPECT_EQ(made.posts.front().holder, "赵甲子（演示）");
    EXPECT_EQ(make_offices(staff.value(), rows, taken).posts.back().holder,
              made.posts.back().holder)
        << "the same every time";
    for (const auto& post : made.posts) {
        EXPECT_NE(post.holder.find("（演示）"), std::string::npos) << post.id.value;
    }
}

}  // namespace
}  // namespace anmin::files
