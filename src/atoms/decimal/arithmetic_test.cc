// The General Decimal Arithmetic tests for decimal128 (dq*.decTest), as Debian's
// libpython3.11-testsuite carries them, for the operations FEEL has.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "decimal/decimal.h"

namespace anmin::decimal {
namespace {

const std::filesystem::path folder = "/usr/lib/python3.11/test/decimaltestdata";

// Words of a line; quotes hold a word together.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream in(line);
    for (std::string word; in >> word;) {
        if (word.starts_with("--")) break;
        if (word.size() >= 2 && (word[0] == '\'' || word[0] == '"'))
            word = word.substr(1, word.size() - 2);
        if (word.starts_with('+')) word.erase(0, 1);
        out.push_back(word);
    }
    return out;
}

std::optional<Decimal> apply(const std::string& operation, const Decimal& left,
                             const Decimal& right) {
    if (operation == "add") return add(left, right);
    if (operation == "subtract") return subtract(left, right);
    if (operation == "multiply") return multiply(left, right);
    if (operation == "divide") return divide(left, right);
    if (operation == "abs") return left.absolute();
    if (operation == "minus") return left.negated();
    return std::nullopt;
}

struct Count {
    int run = 0;
    int wrong = 0;
};

void run_file(const std::string& name, const std::string& operation, bool one, Count& count) {
    std::ifstream in(folder / name);
    std::string rounding = "half_even";
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("rounding:")) rounding = words_of(line).at(1);
        const auto words = words_of(line);
        const std::size_t arrow = one ? 3 : 4;
        if (words.size() <= arrow + 1 || words[arrow] != "->" || words[1] != operation) continue;
        if (rounding != "half_even") continue;
        // Only finite operands; a result that is none must be nothing.
        const auto left = Decimal::parse(words[2]);
        const auto right = one ? left : Decimal::parse(words[3]);
        if (!left || !right) continue;
        ++count.run;
        const auto wanted = Decimal::parse(words[arrow + 1]);
        const auto result = apply(operation, *left, *right);
        const bool same = wanted.has_value() == result.has_value() &&
                          (!wanted || (*wanted == *result &&
                                       (wanted->zero() || wanted->text() == result->text())));
        if (!same && ++count.wrong < 20)
            ADD_FAILURE() << line << "\n  got " << (result ? result->text() : "nothing");
    }
}

TEST(DecimalArithmetic, AgreesWithTheGeneralTests) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "libpython3.11-testsuite is not installed";
    Count count;
    run_file("dqAdd.decTest", "add", false, count);
    run_file("dqSubtract.decTest", "subtract", false, count);
    run_file("dqMultiply.decTest", "multiply", false, count);
    run_file("dqDivide.decTest", "divide", false, count);
    run_file("dqAbs.decTest", "abs", true, count);
    run_file("dqMinus.decTest", "minus", true, count);
    EXPECT_EQ(count.wrong, 0);
    EXPECT_GT(count.run, 1500);
}

TEST(DecimalArithmetic, ComparesAsTheGeneralTests) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "libpython3.11-testsuite is not installed";
    std::ifstream in(folder / "dqCompare.decTest");
    int run = 0;
    for (std::string line; std::getline(in, line);) {
        const auto words = words_of(line);
        if (words.size() < 6 || words[1] != "compare" || words[4] != "->") continue;
        const auto left = Decimal::parse(words[2]);
        const auto right = Decimal::parse(words[3]);
        const auto wanted = Decimal::parse(words[5]);
        if (!left || !right || !wanted) continue;
        ++run;
        const auto found = *left <=> *right;
        EXPECT_EQ(found < 0 ? -1 : found > 0 ? 1 : 0, wanted->whole()) << line;
    }
    EXPECT_GT(run, 300);
}

std::optional<Rounding> rounding_of(const std::string& name) {
    if (name == "half_even") return Rounding::half_even;
    if (name == "half_up") return Rounding::half_up;
    if (name == "half_down") return Rounding::half_down;
    if (name == "up") return Rounding::up;
    if (name == "down") return Rounding::down;
    if (name == "floor") return Rounding::floor;
    if (name == "ceiling") return Rounding::ceiling;
    return std::nullopt;
}

TEST(DecimalArithmetic, RoundsAsTheGeneralTests) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "libpython3.11-testsuite is not installed";
    std::ifstream in(folder / "dqToIntegral.decTest");
    std::string name;
    int run = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("rounding:")) name = words_of(line).at(1);
        const auto words = words_of(line);
        if (words.size() < 5 || words[1] != "tointegralx" || words[3] != "->") continue;
        const auto number = Decimal::parse(words[2]);
        const auto wanted = Decimal::parse(words[4]);
        const auto rounding = rounding_of(name);
        if (!number || !wanted || !rounding) continue;
        ++run;
        EXPECT_EQ(round_whole(*number, *rounding), *wanted) << line << " " << name;
    }
    EXPECT_GT(run, 60);
}

// The exponent of a number as the tests write it: "1e-2", "0.01", "1".
int exponent_of(const std::string& text) {
    const std::size_t letter = text.find_first_of("eE");
    const std::string digits = text.substr(0, letter);
    const std::size_t point = digits.find('.');
    const int behind = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    return (letter == std::string::npos ? 0 : std::stoi(text.substr(letter + 1))) - behind;
}

// decimal() and the rounding functions of FEEL: so many digits behind the point, kept even when
// they are zeros.
TEST(DecimalArithmetic, QuantizesAsTheGeneralTests) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "libpython3.11-testsuite is not installed";
    std::ifstream in(folder / "dqQuantize.decTest");
    std::string name;
    int run = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("rounding:")) name = words_of(line).at(1);
        const auto words = words_of(line);
        if (words.size() < 6 || words[1] != "quantize" || words[4] != "->") continue;
        const auto number = Decimal::parse(words[2]);
        const auto unit = Decimal::parse(words[3]);
        const auto wanted = Decimal::parse(words[5]);
        const auto rounding = rounding_of(name);
        // A unit that leaves no room for the number is refused there; here the number stays.
        if (!number || !unit || !wanted || !rounding) continue;
        ++run;
        const auto result = round(*number, -exponent_of(words[3]), *rounding);
        ASSERT_TRUE(result) << line;
        EXPECT_EQ(*result, *wanted) << line << " " << name << " " << result->text();
        if (!number->zero() && exponent_of(words[3]) <= 0) {
            EXPECT_EQ(result->text(), wanted->text()) << line << " " << name;
        }
    }
    EXPECT_GT(run, 300);
}

// SPEC: FEEL's modulo has the sign of the divisor, the tests' remainder that of the dividend: the
// same where both signs are.
TEST(DecimalArithmetic, RemaindersAreThoseOfTheGeneralTests) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "libpython3.11-testsuite is not installed";
    std::ifstream in(folder / "dqRemainder.decTest");
    int run = 0;
    for (std::string line; std::getline(in, line);) {
        const auto words = words_of(line);
        if (words.size() < 6 || words[1] != "remainder" || words[4] != "->") continue;
        const auto dividend = Decimal::parse(words[2]);
        const auto divisor = Decimal::parse(words[3]);
        const auto wanted = Decimal::parse(words[5]);
        if (!dividend || !divisor || !wanted || divisor->zero()) continue;
        if (!wanted->zero() && dividend->negative() != divisor->negative()) continue;
        ++run;
        const auto result = modulo(*dividend, *divisor);
        ASSERT_TRUE(result) << line;
        EXPECT_EQ(*result, *wanted) << line << " " << result->text();
    }
    EXPECT_GT(run, 200);
}

TEST(DecimalArithmetic, LeastAndGreatestAreThoseOfTheGeneralTests) {
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "libpython3.11-testsuite is not installed";
    int run = 0;
    for (const std::string operation : {"max", "min"}) {
        std::ifstream in(folder / (operation == "max" ? "dqMax.decTest" : "dqMin.decTest"));
        for (std::string line; std::getline(in, line);) {
            const auto words = words_of(line);
            if (words.size() < 6 || words[1] != operation || words[4] != "->") continue;
            const auto left = Decimal::parse(words[2]);
            const auto right = Decimal::parse(words[3]);
            const auto wanted = Decimal::parse(words[5]);
            if (!left || !right || !wanted) continue;
            ++run;
            EXPECT_EQ((*left < *right) == (operation == "max") ? *right : *left, *wanted) << line;
        }
    }
    EXPECT_GT(run, 200);
}

}  // namespace
}  // namespace anmin::decimal
