// What a hostile or broken file may cost: time and memory stay in proportion to its size, and it
// ends in a reading with a warning or in a clear error.
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "directive/propose.h"
#include "document/read.h"
#include "files/load.h"

namespace anmin::files {
namespace {

const std::filesystem::path root = ANMIN_ROOT;

const document::Lexicon& lexicon() {
    static const document::Lexicon loaded = load_lexicon(root / "packages").value();
    return loaded;
}
const directive::Frames& frames() {
    static const directive::Frames loaded = load_frames(root / "packages").value();
    return loaded;
}

std::string times(const std::string& text, int count) {
    std::string out;
    out.reserve(text.size() * static_cast<std::size_t>(count));
    for (int at = 0; at < count; ++at) out += text;
    return out;
}

document::Reading read(const std::string& bytes, const char* name) {
    auto reading = document::read(bytes, name, lexicon());
    EXPECT_TRUE(reading.ok()) << reading.error().text();
    return reading.ok() ? std::move(reading).value() : document::Reading();
}

const char* const order = "各单位要在2025年3月底前完成隐患整改。";

TEST(IntakeBounds, AHundredMegabytesInOneLineAreRefusedBeforeTheyAreRead) {
    const auto reading =
        document::read(times(std::string(1'000, 'a'), 100'000), "big.txt", lexicon());
    ASSERT_FALSE(reading.ok());
    EXPECT_EQ(reading.error().code, "E-INTAKE-002");
}

TEST(IntakeBounds, TwoMegabytesInOneLineAreReadToTheEnd) {
    const auto reading = read(times(order, 40'000), "line.txt");
    EXPECT_EQ(directive::propose_all(reading, frames()).size(), 40'000U);
}

TEST(IntakeBounds, MarksThatNeverCloseCostNoMoreThanOthers) {
    for (const char* piece :
         {"（", "“", "《", "一、", "要，", "1", "a\t", "要\n", "在?", "<div>"}) {
        SCOPED_TRACE(piece);
        const auto reading = document::read(times(piece, 200'000), "many.txt", lexicon());
        if (reading.ok()) directive::propose_all(reading.value(), frames());
    }
}

TEST(IntakeBounds, DeepHtmlIsReadAsFarAsItGoes) {
    const auto reading = read(
        "<html><body>" + times("<div>", 100'000) + order + times("</div>", 100'000), "deep.html");
    ASSERT_FALSE(reading.parts.empty());
    EXPECT_NE(reading.parts[0].clean_text.find("隐患整改"), std::string::npos);
}

TEST(IntakeBounds, CellsThatReachDownDoNotMultiplyLongTexts) {
    const std::string row = "<tr><td rowspan=9999>" + times("长", 300) + "</td><td>短</td></tr>";
    const auto reading = read("<table>" + times(row, 2'000) + "</table>", "table.html");
    std::size_t size = 0;
    for (const auto& part : reading.parts) size += part.clean_text.size();
    EXPECT_LT(size, 2'000U * 3'000U);
}

TEST(IntakeBounds, TwoEncodingsInOneFileAreToldOf) {
    const std::string gbk = "\xB8\xF7\xB5\xA5\xCE\xBB\xD2\xAA\xCD\xEA\xB3\xC9\xD5\xFB\xB8\xC4\n";
    const auto reading = read(times(gbk, 50) + times(std::string(order) + "\n", 50), "mixed.txt");
    ASSERT_FALSE(reading.parts.empty());
    bool told = false;
    for (const auto& part : reading.parts)
        told = told || !part.warnings.empty() || part.quality != "good";
    EXPECT_TRUE(told);
}

}  // namespace
}  // namespace anmin::files
