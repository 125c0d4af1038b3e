// Every expression of up to three nodes (and the short forms of if, between, in and not) over null,
// not given, -1, 0, 1 and values at the border of what fits, for every type: a plan gives what the
// row engine gives.
#include <gtest/gtest.h>

#include "batch/sample.h"

namespace anmin::batch {
namespace {

using frame::Meaning;
using frame::Type;
using frame::Width;

// The values of one type; the first is "none".
struct Kind {
    const char* feel;
    std::vector<std::string> leaves;
    std::vector<std::string> operators;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{
        {"number",
         {"甲", "乙", "丙", "-1", "0", "1", "92233720368547758.07", "0.005", "null"},
         {"+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">="}},
        {"boolean", {"真", "假", "真空", "true", "false", "null"}, {"and", "or", "=", "!="}},
        {"string", {"字", "词", "\"一\"", "\"无\"", "null"}, {"=", "!="}},
        {"date", {"日", "期", "date(\"2024-02-29\")", "null"}, {"=", "!=", "<", "<=", ">", ">="}},
    };
    return all;
}

std::vector<std::string> expressions() {
    std::vector<std::string> out;
    for (const Kind& kind : kinds()) {
        for (const auto& left : kind.leaves) {
            out.push_back(left);
            out.push_back("not(" + left + ")");
            for (const auto& right : kind.leaves) {
                for (const auto& op : kind.operators) out.push_back(left + " " + op + " " + right);
                for (const char* truth : {"真", "假", "真空", "null"})
                    out.push_back(std::string("if ") + truth + " then " + left + " else " + right);
            }
        }
    }
    for (const char* x : {"甲", "乙", "丙"}) {
        for (const char* test : {"< 0", "[0..1]", "(0..1)", ">= 0.005", "0, 1", "null", "甲"})
            out.push_back(std::string(x) + " in (" + test + ")");
        out.push_back(std::string(x) + " between -1 and 乙");
        out.push_back(std::string("-") + x);
        for (const char* f : {"floor", "ceiling", "abs"})
            out.push_back(f + ("(" + std::string(x)) + ")");
        for (const char* f :
             {"round up", "round down", "round half up", "round half down", "decimal"})
            for (const char* digits : {"0", "1", "2", "5"})
                out.push_back(f + ("(" + std::string(x)) + " / 3, " + digits + ")");
        out.push_back(std::string("round half up(") + x + " / 乙, 2)");
        out.push_back(std::string(x) + " / 乙 < 0.5");
        out.push_back(std::string("max(") + x + ", 0, 乙)");
        out.push_back(std::string("min(") + x + ", 乙)");
    }
    for (const char* x : {"日", "期"}) {
        out.push_back(std::string(x) + ".year");
        out.push_back(std::string("day of week(") + x + ")");
        out.push_back(std::string("years and months duration(") + x + ", 期)");
        out.push_back(std::string("years and months duration(") + x +
                      ", date(\"2024-02-29\")).years >= 1");
        out.push_back(std::string("years and months duration(date(\"2024-02-29\"), ") + x +
                      ").months");
        out.push_back(std::string(x) + " + duration(\"P1M\")");
    }
    for (const char* x : {"字", "词"}) {
        out.push_back(std::string("substring(") + x + ", 1, 1)");
        out.push_back(std::string("string length(") + x + ") + 甲");
        out.push_back(std::string(x) + " + \"尾\"");
        out.push_back(std::string("[{名: \"一\", 额: 7}, {名: \"二\", 额: 8.5}][名 = ") + x +
                      "][1].额");
    }
    return out;
}

std::string model_with(const std::vector<std::string>& texts) {
    std::string xml =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:e\" "
        "name=\"e\" id=\"e\">"
        "<itemDefinition name=\"可空\"><typeRef>boolean</typeRef><allowedValues><text>null, true, "
        "false</text></allowedValues></itemDefinition>"
        "<itemDefinition name=\"可空数\"><typeRef>number</typeRef><allowedValues><text>null, "
        "&gt;= -5</text></allowedValues></itemDefinition>";
    const std::vector<std::pair<std::string, std::string>> inputs{
        {"甲", "number"}, {"乙", "number"}, {"丙", "可空数"}, {"真", "boolean"}, {"假", "boolean"},
        {"真空", "可空"}, {"字", "string"}, {"词", "string"}, {"日", "date"},    {"期", "date"}};
    for (const auto& [name, type] : inputs)
        xml += "<inputData id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
               "\" typeRef=\"" + type + "\"/></inputData>";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string name = "决" + std::to_string(i);
        xml +=
            "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>";
        for (const auto& [input, type] : inputs)
            xml += "<informationRequirement><requiredInput href=\"#" + input +
                   "\"/></informationRequirement>";
        xml += "<literalExpression><text>" + escaped(texts[i]) +
               "</text></literalExpression></decision>";
    }
    return xml + "</definitions>";
}

Sample sample() {
    constexpr std::int64_t border = 9'223'372'036'854'775'807 - 7;
    const std::vector<std::optional<std::int64_t>> numbers{std::nullopt, -100, 0, 100, border};
    const std::vector<std::optional<std::int64_t>> small{std::nullopt, -5, 0, 3, 100'000};
    const std::vector<std::optional<std::int64_t>> truths{std::nullopt, 0, 1};
    const std::vector<std::optional<std::int64_t>> codes{std::nullopt, 0, 1, 2};
    const std::vector<std::optional<std::int64_t>> days{std::nullopt, 19'782, 19'416, 20'000};
    const Type number{Meaning::number, Width::eight, 2, true};
    const Type narrow{Meaning::number, Width::four, 0, true};
    const Type truth{Meaning::boolean, Width::one, 0, true};
    const Type text{Meaning::text, Width::one, 0, true};
    const Type date{Meaning::date, Width::four, 0, true};
    std::vector<SampleColumn> columns{{"甲", number, {}, {}},
                                      {"乙", narrow, {}, {}},
                                      {"丙", narrow, {}, {}},
                                      {"真", truth, {}, {}},
                                      {"假", truth, {}, {}},
                                      {"真空", truth, {}, {}},
                                      {"字", text, {"一", "二", "三"}, {}},
                                      {"词", text, {"二", "四", "一"}, {}},
                                      {"日", date, {}, {}},
                                      {"期", date, {}, {}}};
    constexpr std::size_t rows = 25 * 27;
    for (std::size_t i = 0; i < rows; ++i) {
        columns[0].rows.push_back(numbers[i % 5]);
        columns[1].rows.push_back(small[i / 5 % 5]);
        columns[2].rows.push_back(small[i / 25 % 5]);
        columns[3].rows.push_back(truths[i / 25 % 3]);
        columns[4].rows.push_back(truths[i / 75 % 3]);
        columns[5].rows.push_back(truths[i / 225 % 3]);
        columns[6].rows.push_back(codes[i % 4]);
        columns[7].rows.push_back(codes[i / 4 % 4]);
        columns[8].rows.push_back(days[i % 4]);
        columns[9].rows.push_back(days[i / 4 % 4]);
    }
    return Sample(columns, {}, std::vector<std::size_t>(rows, 1));
}

TEST(Expressions, SmallOnesAgreeWithTheRowEngineForEveryValue) {
    const std::vector<std::string> texts = expressions();
    ASSERT_GT(texts.size(), 1500U);
    const Sample people = sample();
    std::size_t compiled = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const dmn::Model model = model_of(model_with({texts[i]}));
        const Compared found = compare_with_row_engine(model, people, {{}, {}, {"决0"}, false});
        ASSERT_EQ(found.rows, 25U * 27U);
        for (const std::string& difference : found.differences)
            ADD_FAILURE() << texts[i] << ": " << difference;
        compiled += found.messages == 0 ? 1 : 0;
    }
    // What falls back is told; most of these are compiled.
    EXPECT_GT(compiled * 10, texts.size() * 7) << compiled << " of " << texts.size();
    RecordProperty("compiled", static_cast<int>(compiled));
}

}  // namespace
}  // namespace anmin::batch
