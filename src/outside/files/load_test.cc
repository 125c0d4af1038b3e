#include "files/load.h"

#include <fstream>
#include <gtest/gtest.h>

#include "text/utf8.h"

namespace anmin::files {
namespace {

const std::filesystem::path packages = std::filesystem::path(ANMIN_ROOT) / "packages";

TEST(Load, EveryDataFileOfTheRepositoryLoads) {
    const auto lexicon = load_lexicon(packages);
    ASSERT_TRUE(lexicon.ok()) << lexicon.error().text();
    EXPECT_EQ(lexicon.value().domains.size(), 26U);
    EXPECT_TRUE(lexicon.value().domain_words.has(U"社会救助"));
    EXPECT_FALSE(lexicon.value().script.stages.empty());
    const auto frames = load_frames(packages);
    ASSERT_TRUE(frames.ok()) << frames.error().text();
    EXPECT_EQ(frames.value().domains, lexicon.value().domains);
    for (const auto& [domain, sections] : frames.value().duties) {
        EXPECT_NE(std::find(frames.value().domains.begin(), frames.value().domains.end(), domain),
                  frames.value().domains.end())
            << domain;
    }
    const auto rule = load_light_rule(packages);
    ASSERT_TRUE(rule.ok()) << rule.error().text();
    EXPECT_GT(rule.value().warning_days, 0);
    const auto policy = load_sign_in_policy(packages);
    ASSERT_TRUE(policy.ok()) << policy.error().text();
    EXPECT_GE(policy.value().password_least, 8);
    EXPECT_TRUE(policy.value().common_passwords.contains("1qaz2wsx3edc"));
    const auto places = load_places(packages);
    ASSERT_TRUE(places.ok()) << places.error().text();
    EXPECT_EQ(places.value().words.at(U"重庆"), "cq");
}

TEST(Load, IndicatorsAndLimitsOfTheRepositoryLoad) {
    const auto indicators = load_indicators(packages);
    ASSERT_TRUE(indicators.ok()) << indicators.error().text();
    const auto wording = load_wording(packages);
    ASSERT_TRUE(wording.ok()) << wording.error().text();
    EXPECT_NE(measure::find_held(indicators.value(), "办结总数", wording.value()), nullptr);
    EXPECT_NE(measure::find_near(indicators.value(), "任务超期数", wording.value()).indicator,
              nullptr);
    const auto limits = load_load_limits(packages);
    ASSERT_TRUE(limits.ok()) << limits.error().text();
    EXPECT_GE(limits.value().township, 0);

    const auto folder = std::filesystem::temp_directory_path() / "anmin_indicator_test";
    std::filesystem::create_directories(folder / "indicator");
    std::ofstream(folder / "indicator" / "wording.json")
        << R"({"same":[["甲","子"]],"endings":["数"],"opposites":[],"near_percent":85,)"
        << R"("near_least":4})";
    const auto load_with = [&folder](const char* also) {
        std::ofstream(folder / "indicator" / "indicators.json")
            << R"({"indicators":[{"id":"a","name":"甲数","unit":"个","of":"tasks"},)"
            << R"({"id":"b","name":"乙数","unit":"个","of":"tasks","also":[")" << also
            << R"("]}]})";
        return load_indicators(folder);
    };
    EXPECT_TRUE(load_with("乙").ok());
    EXPECT_EQ(load_with("甲数").error().code, "E-FILES-002") << "one name, two figures";
    EXPECT_EQ(load_with("子 数").error().code, "E-FILES-002") << "the same in other words";
    std::filesystem::remove_all(folder);
}

TEST(Load, StagesOfTheRepositoryLoadAndEachHasAStandard) {
    const auto schemes = load_stage_schemes(packages);
    ASSERT_TRUE(schemes.ok()) << schemes.error().text();
    EXPECT_EQ(schemes.value().at(0).stages.at(5).name, "验收销号");

    const auto folder = std::filesystem::temp_directory_path() / "anmin_stages_test";
    std::filesystem::create_directories(folder / "ledger");
    const auto load_with = [&folder](const char* name, const char* standard) {
        std::ofstream(folder / "ledger" / "stages.json")
            << R"({"schemes":[{"id":"s","title":"整治","source":"方案","stages":[)"
            << R"({"name":"自查","standard":"逐一自查"},{"name":")" << name << R"(","standard":")"
            << standard << R"("}]}]})";
        return load_stage_schemes(folder);
    };
    EXPECT_TRUE(load_with("验收", "逐项验收").ok());
    EXPECT_EQ(load_with("自查", "逐项验收").error().code, "E-FILES-002") << "one name twice";
    EXPECT_EQ(load_with("验收", "").error().code, "E-FILES-002") << "no standard";
    std::filesystem::remove_all(folder);
}

TEST(Load, WorkDaysAreThoseOfTheNotices) {
    const auto loaded = load_work_days(packages);
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    const auto works = [&loaded](int month, int day) {
        return loaded.value().works(*calendar::Date::of(2025, month, day));
    };
    EXPECT_FALSE(works(1, 28));  // the eve of Spring Festival, a Tuesday
    EXPECT_TRUE(works(1, 26));   // the Sunday worked for it
    EXPECT_TRUE(works(2, 5));
    EXPECT_TRUE(
        loaded.value().knows(*calendar::Date::of(2019, 1, 1), *calendar::Date::of(2026, 12, 31)));
    EXPECT_FALSE(
        loaded.value().knows(*calendar::Date::of(2018, 1, 1), *calendar::Date::of(2018, 1, 1)));
}

TEST(Load, WorkDaysOutsideTheirYearAreRefused) {
    const auto folder = std::filesystem::temp_directory_path() / "anmin_load_calendar_test";
    std::filesystem::create_directories(folder / "calendar");
    const auto code = [&folder](const char* off, const char* work) {
        std::ofstream(folder / "calendar" / "work-days.json")
            << R"({"years": {"2025": {"off": [")" << off << R"("], "work": [")" << work
            << R"("]}}})";
        const auto loaded = load_work_days(folder);
        return loaded.ok() ? std::string("ok") : loaded.error().code;
    };
    EXPECT_EQ(code("2025-01-28/2025-02-04", "2025-01-26"), "ok");
    EXPECT_EQ(code("2025-01-28/2026-02-04", "2025-01-26"), "E-FILES-002");
    EXPECT_EQ(code("2025-02-04/2025-01-28", "2025-01-26"), "E-FILES-002");
    EXPECT_EQ(code("2025-01-28", "2025-01-26"), "E-FILES-002");
    EXPECT_EQ(code("", "2025-01-26"), "E-FILES-002");
    EXPECT_EQ(code("2025-01-28/2025-02-04", "2025-01-27"), "E-FILES-002");  // a Monday as it is
    std::filesystem::remove_all(folder);
}

TEST(Load, TheRuleOfConveyingHasALimitItsBasisAndForms) {
    const auto rule = load_convey_rule(packages);
    ASSERT_TRUE(rule.ok()) << rule.error().text();
    EXPECT_GT(rule.value().convey_days, 0);
    EXPECT_FALSE(rule.value().basis.empty());
    EXPECT_FALSE(rule.value().forms.empty());
    const auto folder = std::filesystem::temp_directory_path() / "anmin-convey-rule";
    std::filesystem::create_directories(folder / "source");
    const std::string twice = R"({"basis":"b","convey_days":5,"forms":[{"id":"a","label":"甲"},)"
                              R"({"id":"a","label":"乙"}]})";
    const std::string no_days = R"({"basis":"b","convey_days":0,"forms":[]})";
    for (const std::string& wrong : {twice, no_days}) {
        std::ofstream(folder / "source" / "rules.json") << wrong;
        const auto refused = load_convey_rule(folder);
        ASSERT_FALSE(refused.ok()) << wrong;
        EXPECT_EQ(refused.error().code, "E-FILES-002");
    }
    std::filesystem::remove_all(folder);
}

TEST(Load, FaultsNameTheFile) {
    const auto missing = load_light_rule("/nowhere");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, "E-FILES-001");
    EXPECT_NE(missing.error().place.find("lights.json"), std::string::npos);

    const auto folder = std::filesystem::temp_directory_path() / "anmin_load_test";
    std::filesystem::create_directories(folder / "ledger");
    std::ofstream(folder / "ledger" / "lights.json")
        << R"({"warning_percent": 120, "warning_days": 3})";
    EXPECT_EQ(load_light_rule(folder).error().code, "E-FILES-002");
    std::ofstream(folder / "ledger" / "lights.json") << "{";
    EXPECT_EQ(load_light_rule(folder).error().code, "E-JSON-001");
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace anmin::files
