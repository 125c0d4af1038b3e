// Random models over random households: every hit policy, sums and counts over members, filters,
// quantifiers, knowledge models, changes; with inputs that were not given. A plan gives what the
// row engine gives. ANMIN_AGREEMENT_ROWS=1000000 for the long run.
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>

#include "batch/sample.h"

namespace anmin::batch {
namespace {

using frame::Meaning;
using frame::Type;
using frame::Width;

// FEEL texts of one type over the names of the sample; `member`: inside of a loop over members,
// whose item is `m`.
class Writer {
public:
    explicit Writer(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t count) { return random_() % count; }
    std::string pick(const std::vector<std::string>& all) { return all[below(all.size())]; }

    std::string number(int depth, bool member = false) {
        const std::string plain = member && below(2) == 0
                                      ? pick({"m.工资", "m.分", "m.级"})
                                      : pick({"家庭.存款", "家庭.房", "0", "1", "2.5", "100"});
        if (depth <= 0) return plain;
        switch (below(member ? 5 : 10)) {
            case 0: return plain;
            case 1:
                return "(" + number(depth - 1, member) + " + " + number(depth - 1, member) + ")";
            case 2:
                return "(" + number(depth - 1, member) + " - " + number(depth - 1, member) + ")";
            case 3: return number(depth - 1, member) + " * " + pick({"2", "0.85", "家庭.房"});
            case 4:
                return "(if " + truth(depth - 1, member) + " then " + number(depth - 1, member) +
                       " else " + number(depth - 1, member) + ")";
            case 5: return pick({"sum(", "max(", "min("}) + items(depth - 1) + ")";
            case 6: return "count(" + members(depth - 1) + ")";
            case 7:
                return pick({"round half up(", "round down(", "decimal(", "round up("}) +
                       number(depth - 1) + " / count(家庭.人), " + pick({"0", "2"}) + ")";
            case 8: return pick({"floor(", "ceiling("}) + number(depth - 1) + ")";
            default: return pick({"max(", "min("}) + number(depth - 1) + ", 0)";
        }
    }

    std::string truth(int depth, bool member = false) {
        const std::string plain =
            member && below(2) == 0
                ? pick({"m.病", "m.级 = null", "m.残 = \"肢体\"", "m.级 in [1..2]", "m.工资 > 50",
                        "years and months duration(m.生, 日).years >= 18"})
                : pick({"家庭.房 > 1", "家庭.类 = \"低保\"", "家庭.存款 >= 100", "家庭.低",
                        "家庭.类 in (\"低保\", \"特困\")", "true"});
        if (depth <= 0) return plain;
        switch (below(member ? 6 : 9)) {
            case 0: return plain;
            case 1:
                return "(" + truth(depth - 1, member) + " and " + truth(depth - 1, member) + ")";
            case 2: return "(" + truth(depth - 1, member) + " or " + truth(depth - 1, member) + ")";
            case 3: return "not(" + truth(depth - 1, member) + ")";
            case 4:
                return "(" + number(depth - 1, member) + pick({" < ", " >= ", " = ", " != "}) +
                       number(depth - 1, member) + ")";
            case 5: return "(" + number(depth - 1, member) + " between 0 and 100)";
            case 6: return "(some m in 家庭.人 satisfies " + truth(depth - 1, true) + ")";
            case 7: return "(every m in 家庭.人 satisfies " + truth(depth - 1, true) + ")";
            default:
                return "(" + number(depth - 1) + " / count(家庭.人) < " + number(depth - 1) + ")";
        }
    }

    std::string members(int depth) {
        if (depth <= 0 || below(3) == 0) return "家庭.人";
        return "家庭.人[" + pick({"病", "级 <= 2", "残 = \"智力\"", "工资 > 0", "item.分 > 3"}) +
               "]";
    }

    std::string items(int depth) {
        if (depth <= 0 || below(2) == 0) return members(depth) + "." + pick({"工资", "分"});
        return "for m in " + members(depth) + " return " + number(depth - 1, true);
    }

    // A decision table; its output is a number.
    std::string table(int depth) {
        const std::string policy = pick({"UNIQUE", "FIRST", "FIRST", "ANY", "PRIORITY", "COLLECT"});
        const std::string aggregation =
            policy == "COLLECT" ? " aggregation=\"" + pick({"SUM", "COUNT"}) + "\"" : "";
        std::string out = "<decisionTable hitPolicy=\"" + policy + "\"" + aggregation + ">";
        const std::vector<std::string> columns{number(depth), truth(depth), "家庭.类", "家庭.房"};
        for (const std::string& column : columns)
            out += "<input><inputExpression><text>" + escaped(column) +
                   "</text></inputExpression></input>";
        out += "<output>";
        if (policy == "PRIORITY") out += "<outputValues><text>7, 3, 0, 5</text></outputValues>";
        if (below(2) == 0 && policy != "COLLECT")
            out += "<defaultOutputEntry><text>" + pick({"0", "5"}) + "</text></defaultOutputEntry>";
        out += "</output>";
        const std::vector<std::vector<std::string>> cells{
            {"-", "< 100", ">= 50", "[0..100)", "not(0)", "> 家庭.房", "null"},
            {"-", "true", "false"},
            {"-", "\"低保\"", "\"低保\", \"特困\"", "not(\"边缘\")"},
            {"-", "0", "> 1", "1, 2", "? < 2"}};
        for (std::size_t rule = 0; rule < 2 + below(4); ++rule) {
            out += "<rule>";
            for (const auto& cell : cells)
                out += "<inputEntry><text>" + escaped(pick(cell)) + "</text></inputEntry>";
            const bool constant = policy == "PRIORITY" || below(3) != 0;
            out += "<outputEntry><text>" +
                   escaped(constant ? pick({"7", "3", "0", "5"}) : number(depth)) +
                   "</text></outputEntry></rule>";
        }
        return out + "</decisionTable>";
    }

private:
    std::mt19937_64 random_;
};

std::string decision(const std::string& name, const std::string& needs, const std::string& logic) {
    return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
           "\" typeRef=\"number\"/><informationRequirement><requiredInput href=\"#家庭\"/>"
           "</informationRequirement><informationRequirement><requiredInput href=\"#日\"/>"
           "</informationRequirement>" +
           needs + logic + "</decision>";
}

std::string literal(const std::string& text) {
    return "<literalExpression><text>" + escaped(text) + "</text></literalExpression>";
}

std::string model_from(Writer& writer) {
    std::string xml =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:h\" "
        "name=\"h\" id=\"h\">"
        "<itemDefinition name=\"级\"><typeRef>number</typeRef><allowedValues><text>null, [1..4]"
        "</text></allowedValues></itemDefinition>"
        "<itemDefinition name=\"人\">";
    const std::vector<std::pair<std::string, std::string>> member{
        {"生", "date"},    {"残", "string"},   {"级", "级"},
        {"病", "boolean"}, {"工资", "number"}, {"分", "number"}};
    for (const auto& [name, type] : member)
        xml +=
            "<itemComponent name=\"" + name + "\"><typeRef>" + type + "</typeRef></itemComponent>";
    xml += "</itemDefinition><itemDefinition name=\"家庭\">";
    const std::vector<std::pair<std::string, std::string>> household{
        {"类", "string"}, {"存款", "number"}, {"房", "number"}, {"低", "boolean"}};
    for (const auto& [name, type] : household)
        xml +=
            "<itemComponent name=\"" + name + "\"><typeRef>" + type + "</typeRef></itemComponent>";
    xml +=
        "<itemComponent name=\"人\" isCollection=\"true\"><typeRef>人</typeRef></itemComponent>"
        "</itemDefinition>"
        "<inputData id=\"家庭\" name=\"家庭\"><variable name=\"家庭\" "
        "typeRef=\"家庭\"/></inputData>"
        "<inputData id=\"日\" name=\"日\"><variable name=\"日\" typeRef=\"date\"/></inputData>"
        "<businessKnowledgeModel id=\"折\" name=\"折\"><variable name=\"折\"/><encapsulatedLogic>"
        "<formalParameter name=\"额\" typeRef=\"number\"/><formalParameter name=\"户\"/>"
        "<literalExpression><text>if 户.房 &gt; 1 then 额 * 0.5 else 额</text>"
        "</literalExpression></encapsulatedLogic></businessKnowledgeModel>";
    xml += decision("一", "", literal(writer.number(4)));
    xml += decision("二", "", writer.table(2));
    const std::string needs =
        "<informationRequirement><requiredDecision href=\"#一\"/></informationRequirement>"
        "<informationRequirement><requiredDecision href=\"#二\"/></informationRequirement>"
        "<knowledgeRequirement><requiredKnowledge href=\"#折\"/></knowledgeRequirement>";
    xml += decision("三", needs,
                    literal("if 一 > 二 then 折(一 - 二, 家庭) else " + writer.number(2)));
    return xml + "</definitions>";
}

Sample households(std::uint64_t seed, std::size_t count) {
    std::mt19937_64 random(seed);
    const auto some = [&](std::int64_t least, std::int64_t most,
                          int none) -> std::optional<std::int64_t> {
        if (none > 0 && random() % static_cast<std::uint64_t>(none) == 0) return std::nullopt;
        return least +
               static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most - least + 1));
    };
    const Type fen{Meaning::number, Width::four, 2, true};
    const Type small{Meaning::number, Width::one, 0, false};
    const Type grade{Meaning::number, Width::one, 0, true};
    const Type truth{Meaning::boolean, Width::one, 0, true};
    const Type text{Meaning::text, Width::one, 0, true};
    const Type plain{Meaning::text, Width::one, 0, false};
    const Type date{Meaning::date, Width::four, 0, false};
    std::vector<SampleColumn> outer{{"类", plain, {"低保", "特困", "边缘"}, {}},
                                    {"存款", fen, {}, {}},
                                    {"房", small, {}, {}},
                                    {"低", truth, {}, {}}};
    std::vector<SampleColumn> inner{{"生", date, {}, {}},  {"残", text, {"肢体", "智力"}, {}},
                                    {"级", grade, {}, {}}, {"病", truth, {}, {}},
                                    {"工资", fen, {}, {}}, {"分", small, {}, {}}};
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < count; ++i) {
        outer[0].rows.push_back(some(0, 2, 0));
        outer[1].rows.push_back(some(0, 3, 12) == 0 ? some(9'990, 10'010, 0)
                                                    : some(-50, 90'000, 12));
        outer[2].rows.push_back(some(0, 3, 0));
        outer[3].rows.push_back(some(0, 1, 10));
        const auto size = static_cast<std::size_t>(*some(random() % 40 == 0 ? 0 : 1, 4, 0));
        sizes.push_back(size);
        for (std::size_t m = 0; m < size; ++m) {
            inner[0].rows.push_back(some(-5'000, 19'800, 0));
            inner[1].rows.push_back(some(0, 1, 3));
            inner[2].rows.push_back(some(1, 4, 3));
            inner[3].rows.push_back(some(0, 1, 15));
            inner[4].rows.push_back(some(0, 20'000, 15));
            inner[5].rows.push_back(some(-3, 9, 0));
        }
    }
    return Sample(outer, inner, sizes);
}

TEST(Households, RandomModelsAgreeWithTheRowEngine) {
    const char* const wanted = std::getenv("ANMIN_AGREEMENT_ROWS");
    const std::size_t rows = wanted ? std::strtoull(wanted, nullptr, 10) : 15'000;
    constexpr std::size_t each = 100;
    std::size_t compiled = 0;
    std::size_t models = 0;
    std::size_t asked = 0;
    for (std::uint64_t seed = 1; seed * each <= rows; ++seed, ++models) {
        Writer writer(seed);
        const std::string xml = model_from(writer);
        const dmn::Model model = model_of(xml);
        Order order{{{"日", feel::Value::of(*feel::CivilDate::from_day_number(20'100))}},
                    {},
                    {"一", "二", "三"},
                    false};
        if (seed % 3 == 0) order.changes.push_back(read_change(model, "一 * 1.06").value());
        const Compared found = compare_with_row_engine(model, households(seed, each), order);
        for (const std::string& difference : found.differences)
            ADD_FAILURE() << "seed " << seed << ": " << difference << "\n" << xml;
        compiled += found.messages == 0 ? 1 : 0;
        asked += found.messages == 0 ? found.by_row_engine : 0;
        if (::testing::Test::HasFailure()) break;
    }
    EXPECT_GT(compiled * 3, models) << "many models are compiled whole";
    RecordProperty("models", static_cast<int>(models));
    RecordProperty("compiled", static_cast<int>(compiled));
    RecordProperty("by_row_engine", static_cast<int>(asked));
}

}  // namespace
}  // namespace anmin::batch
