// Conditions on an age are asked of the date of birth: every day gives what the row engine gives.
#include <gtest/gtest.h>

#include "batch/sample.h"
#include "calendar/date.h"

namespace anmin::batch {
namespace {

using frame::Meaning;
using frame::Width;

constexpr std::int64_t as_of = 19'782;  // 2024-02-29

std::int64_t day_of(const std::string& iso) {
    return calendar::Date::parse(iso)->days().time_since_epoch().count();
}

// A table of conditions on one input, each giving its number; the last rule takes what is left.
std::string model_with(const std::string& input, const std::vector<std::string>& conditions,
                       bool nullable) {
    std::string rules;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        rules += "<rule><inputEntry><text>" + escaped(conditions[i]) +
                 "</text></inputEntry><outputEntry><text>" + std::to_string(i + 1) +
                 "</text></outputEntry></rule>";
    }
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" "
           "namespace=\"urn:a\" name=\"a\" id=\"a\">"
           "<itemDefinition name=\"可空日\"><typeRef>date</typeRef><allowedValues><text>null, "
           "&gt;= "
           "date(\"0001-01-01\")</text></allowedValues></itemDefinition>"
           "<inputData id=\"i\" name=\"日\"><variable name=\"日\" typeRef=\"" +
           std::string(nullable ? "可空日" : "date") +
           "\"/></inputData><decision id=\"决\" name=\"决\"><variable name=\"决\"/>"
           "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
           "<decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>" +
           escaped(input) + "</text></inputExpression></input><output name=\"档\"/>" + rules +
           "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>0</text></outputEntry>"
           "</rule></decisionTable></decision></definitions>";
}

Sample sample(std::int64_t first, std::int64_t last, bool nullable) {
    std::vector<SampleColumn> columns{{"日", {Meaning::date, Width::four, 0, nullable}, {}, {}}};
    for (std::int64_t day = first; day <= last; ++day) columns[0].rows.emplace_back(day);
    if (nullable) columns[0].rows.insert(columns[0].rows.begin() + 3, {std::nullopt, std::nullopt});
    const std::size_t rows = columns[0].rows.size();
    return Sample(columns, {}, std::vector<std::size_t>(rows, 1));
}

void expect_agreement(const std::string& input, const std::vector<std::string>& conditions,
                      std::int64_t first, std::int64_t last, bool nullable = false) {
    const dmn::Model model = model_of(model_with(input, conditions, nullable));
    const Compared found =
        compare_with_row_engine(model, sample(first, last, nullable), {{}, {}, {"决"}, false});
    EXPECT_GT(found.rows, static_cast<std::size_t>(last - first));
    EXPECT_EQ(found.messages, 0U) << input;
    EXPECT_EQ(found.by_row_engine, 0U) << input;
    for (const std::string& difference : found.differences) ADD_FAILURE() << difference;
}

const std::string years = "years and months duration(日, date(\"2024-02-29\")).years";

TEST(Ages, EveryDayOfTwentyYearsFallsOnItsSideOfTheBorder) {
    expect_agreement(years, {"[0..0]", "[6..15]", "< -1", "(0..3)", "16", "3, 5", ">= 18"},
                     as_of - 7'400, as_of + 900);
}

TEST(Ages, NoDayAndEveryDayMayBeMeant) {
    expect_agreement(years, {"> 400", "[200..300]", "< 90"}, as_of - 40, as_of + 40);
    expect_agreement(years, {"not([0..400])", "[0..400]"}, as_of - 800, as_of + 800);
    expect_agreement(years, {"not(7)", "< 0"}, as_of - 2'960, as_of - 2'500);
}

TEST(Ages, APersonWithoutADateMeetsNoAge) {
    expect_agreement(years, {"< 18", ">= 18"}, as_of - 6'800, as_of - 6'400, true);
}

TEST(Ages, DaysAtTheEndsOfTheCalendar) {
    expect_agreement(years, {"> 2000", "< -7000", "[0..100]"}, day_of("0001-01-01"),
                     day_of("0001-01-01") + 50);
    expect_agreement(years, {"> 2000", "< -7000", "[0..100]"}, day_of("9999-12-31") - 50,
                     day_of("9999-12-31"));
}

TEST(Ages, DurationsThemselves) {
    expect_agreement("years and months duration(日, date(\"2024-02-29\"))",
                     {"< duration(\"P0M\")", "[duration(\"P1Y\")..duration(\"P18M\")]",
                      "duration(\"P11M\")", "> duration(\"P2Y\")"},
                     as_of - 900, as_of + 60);
}

}  // namespace
}  // namespace anmin::batch
