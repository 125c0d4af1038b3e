// Models as data: tests/dmn/good/*.dmn with a *.test.xml of the compatibility kit's form beside
// them; and tests/dmn/bad/*.dmn, whose findings stand in a comment of the file: <!-- finding: CODE
// -->.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

#include "dmn/check.h"
#include "dmn/decide.h"
#include "dmn/inputs.h"
#include "dmn/tck.h"
#include "feel/json_value.h"
#include "feel/print.h"

namespace anmin::dmn {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

fs::path tests() { return fs::path(ANMIN_ROOT) / "tests/dmn"; }

Model loaded(const std::string& name) {
    auto read = load({{name, text_of(tests() / "good" / name)}});
    EXPECT_TRUE(read.ok()) << name;
    if (!read.ok()) return Model();
    for (const Finding& finding : read.value().findings)
        ADD_FAILURE() << finding.code << " " << finding.place << " " << finding.text;
    return std::move(read).value().value;
}

Outcome decided(const Model& model, const std::string& json, bool explain = false) {
    const auto inputs = inputs_of(model, feel::value_of_json(json, "test").value());
    EXPECT_TRUE(inputs.findings.empty());
    Request request;
    request.certain = true;
    request.explain = explain;
    return decide(model, inputs.value, request, {}).value();
}

const Answer& answer(const Outcome& outcome, const std::string& name) {
    for (const Answer& each : outcome.answers)
        if (each.name == name) return each;
    ADD_FAILURE() << "no answer " << name;
    return outcome.answers.front();
}

std::string shown(const Value& value) { return feel::literal_text(value, 4000); }

// Gives how many cases there were.
int expect_cases_pass(const std::string& name) {
    int cases = 0;
    for (const auto& file : fs::directory_iterator(tests() / name)) {
        if (file.path().extension() != ".xml") continue;
        KitFolder folder;
        folder.name = name;
        folder.tests.push_back({file.path().filename().string(), text_of(file.path())});
        for (const auto& model : fs::directory_iterator(tests() / name))
            if (model.path().extension() == ".dmn")
                folder.models.push_back({model.path().filename().string(), text_of(model.path())});
        for (const KitResult& result : run_kit(folder, {})) {
            ++cases;
            EXPECT_TRUE(result.passed) << result.test << " " << result.id << " " << result.detail;
        }
    }
    return cases;
}

TEST(Dmn, GoodModelsPassTheirCases) { EXPECT_GT(expect_cases_pass("good"), 0); }

TEST(Dmn, EndlessModelsEndAtALimit) { EXPECT_GT(expect_cases_pass("endless"), 0); }

TEST(Dmn, BadModelsSayWhatIsWrong) {
    int models = 0;
    for (const auto& file : fs::directory_iterator(tests() / "bad")) {
        if (file.path().extension() != ".dmn") continue;
        ++models;
        const std::string text = text_of(file.path());
        std::set<std::string> found;
        const auto read = load({{file.path().filename().string(), text}});
        if (!read.ok()) {
            found.insert(read.error().code);
        } else {
            for (const Finding& finding : read.value().findings) {
                found.insert(finding.code);
                EXPECT_NE(finding.place.find("行第"), std::string::npos) << finding.place;
            }
            for (const Finding& finding : check(read.value().value)) found.insert(finding.code);
        }
        std::set<std::string> wanted;
        const std::string mark = "<!-- finding: ";
        for (std::size_t at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + 1))
            wanted.insert(
                text.substr(at + mark.size(), text.find(' ', at + mark.size()) - at - mark.size()));
        EXPECT_FALSE(wanted.empty()) << file.path();
        EXPECT_EQ(found, wanted) << file.path();
    }
    EXPECT_GT(models, 0);
}

// Issue 6: a result that is not of its type says at which line its type stands.
TEST(Dmn, ResultOfAnotherTypeNamesItsLine) {
    const auto model = load({{"m.dmn",
                              "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' "
                              "namespace='u' name='m'>\n<decision id='d' name='结果'>\n"
                              "<variable name='结果' typeRef='number'/>"
                              "<literalExpression><text>\"五\"</text></literalExpression>"
                              "</decision></definitions>"}});
    ASSERT_TRUE(model.ok());
    const auto outcome = decide(model.value().value, {}, {}, {});
    ASSERT_TRUE(outcome.ok());
    const Value& value = outcome.value().answers.at(0).value;
    ASSERT_TRUE(value.cause());
    EXPECT_EQ(value.cause()->code, "E-FEEL-301");
    EXPECT_EQ(value.cause()->place, "m.dmn 决策“结果” 第3行第1列 的结果");
}

TEST(Dmn, KitScoreDoesNotFall) {
    const fs::path kit = fs::path(ANMIN_ROOT) / "../shared/tck";
    if (!fs::exists(kit)) GTEST_SKIP() << "the compatibility kit is not here";
    std::map<std::string, KitFolder> folders;
    for (const auto& file : fs::recursive_directory_iterator(kit)) {
        if (!file.is_regular_file()) continue;
        KitFolder& folder = folders[file.path().parent_path().filename().string()];
        Document document{file.path().filename().string(), text_of(file.path())};
        if (file.path().extension() == ".dmn")
            folder.models.push_back(std::move(document));
        else if (file.path().extension() == ".xml")
            folder.tests.push_back(std::move(document));
    }
    feel::Session::Options options;
    options.native_java = true;
    options.now = feel::DateTime{};
    std::size_t passed = 0;
    std::size_t exact = 0;
    for (const auto& [name, folder] : folders)
        for (const KitResult& result : run_kit(folder, options)) {
            passed += result.passed ? 1 : 0;
            exact += result.passed && result.agreement == Agreement::exact ? 1 : 0;
            EXPECT_TRUE(result.passed) << name << " " << result.id << " " << result.detail;
        }
    std::ifstream score(fs::path(ANMIN_ROOT) / "tests/score/tck.txt");
    std::size_t wanted = 0;
    std::size_t wanted_exact = 0;
    score >> wanted;
    score.ignore(1000, '\n');
    score >> wanted_exact;
    EXPECT_GE(passed, wanted);
    EXPECT_GE(exact, wanted_exact);
}

// The agreement of a decision's result with one expectation of the kit.
Agreement agreement(const std::string& expression, const std::string& expected) {
    KitFolder folder;
    folder.models.push_back(
        {"m.dmn",
         "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' namespace='urn:t'>"
         "<decision id='d' name='d'><variable name='d'/><literalExpression><text>" +
             expression + "</text></literalExpression></decision></definitions>"});
    folder.tests.push_back(
        {"t.xml",
         "<testCases xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>"
         "<modelName>m.dmn</modelName><testCase id='1'><resultNode name='d'><expected>"
         "<value i:type='decimal'>" +
             expected + "</value></expected></resultNode></testCase></testCases>"});
    return run_kit(folder, {})[0].agreement;
}

TEST(Dmn, KitNumbersAreComparedExactly) {
    EXPECT_EQ(agreement("0.1 + 0.2", "0.3"), Agreement::exact);
    EXPECT_EQ(agreement("1.50", "1.5"), Agreement::exact);
    // Neither side was rounded, so no distance is small enough.
    EXPECT_EQ(agreement("1.000000001", "1"), Agreement::none);
    EXPECT_EQ(agreement("1.0000001", "1.0000002"), Agreement::none);
    EXPECT_EQ(agreement("1 / 3", "0.333"), Agreement::none);
    EXPECT_EQ(agreement("2 / 3", "0.66666667"), Agreement::rounded);
    EXPECT_EQ(agreement("2 / 3", "0.66666666"), Agreement::rounded);
    EXPECT_EQ(agreement("2 / 3", "0.66666668"), Agreement::none);
    EXPECT_EQ(agreement("1 / 3 * 3", "1"), Agreement::binary);
    EXPECT_EQ(agreement("1680.880325608634796", "1680.880325608555"), Agreement::binary);
    EXPECT_EQ(agreement("1680.880325608634796", "1680.880325608"), Agreement::rounded);
    EXPECT_EQ(agreement("1680.880325618634796", "1680.880325608555"), Agreement::none);
}

TEST(Dmn, MissingInputsLeaveTheOutcomeOpenOnlyWhereTheyMatter) {
    const Model model = loaded("minimum-living.dmn");
    const std::string open =
        R"({"家庭":{"成员":[{"姓名":"甲","月收入":800},{"姓名":"乙"}],"名下车辆":0},"月标准":1040})";
    const Outcome undecided = decided(model, open);
    EXPECT_EQ(answer(undecided, "认定").missing, std::set<std::string>{"家庭.成员[2].月收入"});
    // With a car the refusal is certain, whatever is earned.
    const std::string car = R"({"家庭":{"成员":[{"姓名":"乙"}],"名下车辆":1}})";
    const Outcome certain = decided(model, car);
    EXPECT_EQ(shown(answer(certain, "认定").value), "\"不予认定\"");
    EXPECT_TRUE(answer(certain, "认定").missing.empty());
}

TEST(Dmn, DerivationTellsThePartsOfAnExpression) {
    const auto read = load(
        {{"m.dmn",
          "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' namespace='urn:t'>"
          "<decision id='d' name='补差'><variable name='补差'/><literalExpression><text>"
          "max(1040 - sum(for i in [1, 2] return i * 100), 0)"
          "</text></literalExpression></decision></definitions>"}});
    Request request;
    request.explain = true;
    const auto outcome = decide(read.value().value, {}, request, {});
    const auto& expression = outcome.value().derivation->decisions[0].expressions[0];
    std::vector<std::string> parts;
    for (const UsedPart& part : expression.parts)
        parts.push_back(part.text + " = " + shown(part.value));
    // Not what was computed for each item of the list.
    EXPECT_EQ(parts,
              (std::vector<std::string>{"for i in [1, 2] return i * 100 = [100, 200]",
                                        "sum(for i in [1, 2] return i * 100) = 300",
                                        "1040 - sum(for i in [1, 2] return i * 100) = 740"}));
    const std::string chinese = chinese_of(*outcome.value().derivation);
    EXPECT_NE(chinese.find("其中：for i in [1, 2] return i * 100 ＝ 100、200。"), std::string::npos)
        << chinese;
}

TEST(Dmn, DerivationNamesTheCellThatFailed) {
    const Model model = loaded("minimum-living.dmn");
    const Outcome outcome = decided(
        model, R"({"家庭":{"成员":[{"姓名":"甲","月收入":800.5}],"名下车辆":0},"月标准":1040})",
        true);
    ASSERT_NE(outcome.derivation, nullptr);
    const UsedDecision& decision = outcome.derivation->decisions.back();
    ASSERT_EQ(decision.tables.size(), 1u);
    const UsedTable& table = decision.tables[0];
    ASSERT_EQ(table.rules.size(), 2u);
    EXPECT_FALSE(table.rules[0].matched);
    EXPECT_EQ(table.rules[0].failed_label, "名下车辆");
    EXPECT_EQ(table.rules[0].failed_test, "> 0");
    EXPECT_TRUE(table.rules[1].matched);
    EXPECT_EQ(table.rules[1].annotations[0].second, "示例办法第四条");
    const std::string json = json_of(*outcome.derivation);
    EXPECT_TRUE(feel::value_of_json(json, "derivation").ok()) << json;
    const std::string chinese = chinese_of(*outcome.derivation);
    EXPECT_NE(chinese.find("规则1不符合：名下车辆 为 0，要求 > 0。"), std::string::npos) << chinese;
    EXPECT_NE(chinese.find("条款：示例办法第四条"), std::string::npos) << chinese;
}

const std::string definitions =
    "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' namespace='urn:t' name='t'>";

// A table of the given policy with one row per number, built as text.
std::string table_model(const std::string& policy, int rows, const std::string& cell) {
    std::string out =
        definitions +
        R"(<inputData id="i" name="数"><variable name="数" typeRef="number"/></inputData>
<decision id="d" name="结果"><variable name="结果"/>
<informationRequirement><requiredInput href="#i"/></informationRequirement>
<decisionTable )" +
        policy +
        R"(><input><inputExpression typeRef="number"><text>数</text></inputExpression></input>
<output><outputValues><text>)";
    for (int i = rows; i >= 1; --i) out += std::to_string(i) + (i > 1 ? "," : "");
    out += "</text></outputValues></output>";
    for (int i = 1; i <= rows; ++i)
        out += "<rule><inputEntry><text>" + cell + std::to_string(i) +
               "</text></inputEntry><outputEntry><text>" + std::to_string(i) +
               "</text></outputEntry></rule>";
    return out + "</decisionTable></decision></definitions>";
}

std::string result_of(const std::string& policy, int rows, const std::string& cell, int input) {
    const auto read = load({{"t.dmn", table_model(policy, rows, cell)}});
    if (!read.ok()) return read.error().text();
    const Inputs inputs = {{"数", Value::of(std::int64_t{input})}};
    return shown(decide(read.value().value, inputs, {}, {}).value().answers[0].value);
}

TEST(Dmn, EveryHitPolicyAtManySizes) {
    for (const int rows : {1, 10, 500, 5000}) {
        const std::string last = std::to_string(rows);
        EXPECT_EQ(result_of("hitPolicy='UNIQUE'", rows, "", rows), last);
        EXPECT_EQ(result_of("hitPolicy='FIRST'", rows, "&gt;= ", 1), "1");
        EXPECT_EQ(result_of("hitPolicy='COLLECT' aggregation='MAX'", rows, "&gt;= ", 0), "null");
        // Every row holds: outputs are checked and ranked against a list as long as the table.
        EXPECT_EQ(result_of("hitPolicy='PRIORITY'", rows, "&gt;= ", rows), last);
        EXPECT_EQ(result_of("hitPolicy='COLLECT' aggregation='COUNT'", rows, "&gt;= ", rows), last);
        EXPECT_EQ(result_of("hitPolicy='RULE ORDER'", rows, "&gt;= ", 1), "[1]");
        EXPECT_EQ(result_of("hitPolicy='OUTPUT ORDER'", rows, "&gt;= ", 1), "[1]");
        EXPECT_EQ(result_of("hitPolicy='ANY'", rows, "", rows), last);
    }
    EXPECT_EQ(result_of("hitPolicy='COLLECT' aggregation='SUM'", 10, "&lt; ", 0), "55");
    EXPECT_EQ(result_of("hitPolicy='COLLECT' aggregation='MIN'", 10, "&lt; ", 3), "4");
    EXPECT_EQ(result_of("hitPolicy='RULE ORDER'", 4, "&gt; ", 3), "[1, 2]");
    EXPECT_EQ(result_of("hitPolicy='OUTPUT ORDER'", 4, "&gt; ", 3), "[2, 1]");
    // No rule holds: null, but a collection of nothing is empty.
    EXPECT_EQ(result_of("hitPolicy='RULE ORDER'", 4, "&gt; ", 0), "null");
    EXPECT_EQ(result_of("hitPolicy='OUTPUT ORDER'", 4, "&gt; ", 0), "null");
    EXPECT_EQ(result_of("hitPolicy='COLLECT'", 4, "&gt; ", 0), "[]");
    EXPECT_EQ(result_of("hitPolicy='COLLECT' aggregation='COUNT'", 4, "&gt; ", 0), "0");
    EXPECT_EQ(result_of("hitPolicy='UNIQUE'", 4, "&gt; ", 3), "null");
    EXPECT_EQ(result_of("hitPolicy='ANY'", 4, "&gt; ", 3), "null");
}

// Findings of the static check by their code.
std::map<std::string, int> checked(const std::string& model) {
    const auto read = load({{"t.dmn", model}});
    std::map<std::string, int> out;
    if (read.ok())
        for (const Finding& finding : check(read.value().value)) ++out[finding.code];
    return out;
}

TEST(Dmn, LargeTablesAreCheckedWhole) {
    // The rows 1 to 2100 and no others: nothing overlaps, everything between is a gap.
    auto plain = checked(table_model("hitPolicy='UNIQUE'", 2100, ""));
    EXPECT_EQ(plain["W-DMN-311"], 0);
    EXPECT_GT(plain["W-DMN-313"], 0);
    EXPECT_EQ(plain["W-DMN-314"], 0);
    // Each row admits what the next one does: only the first counts.
    auto nested = checked(table_model("hitPolicy='UNIQUE'", 300, "&gt;= "));
    EXPECT_GT(nested["W-DMN-311"], 0);
    EXPECT_GT(checked(table_model("hitPolicy='FIRST'", 300, "&gt;= "))["W-DMN-312"], 0);
}

TEST(Dmn, DeepGraphs) {
    std::string text = definitions;
    constexpr int depth = 200;
    for (int i = 0; i < depth; ++i) {
        const std::string number = std::to_string(i);
        const std::string before = std::to_string(i - 1);
        text += "<decision id='d" + number + "' name='第" + number + "步'><variable name='第" +
                number + "步'/>";
        if (i > 0)
            text += "<informationRequirement><requiredDecision href='#d" + before +
                    "'/></informationRequirement>";
        text += "<literalExpression><text>" +
                (i > 0 ? "第" + before + "步 + 1" : std::string("1")) +
                "</text></literalExpression></decision>";
    }
    const auto read = load({{"t.dmn", text + "</definitions>"}});
    ASSERT_TRUE(read.ok());
    Request request;
    request.names = {"第199步"};
    EXPECT_EQ(shown(decide(read.value().value, {}, request, {}).value().answers[0].value), "200");
}

}  // namespace
}  // namespace anmin::dmn
