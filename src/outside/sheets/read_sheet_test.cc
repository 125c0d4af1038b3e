#include "sheets/read_sheet.h"

#include <gtest/gtest.h>
#include <map>
#include <zip.h>

namespace anmin::sheets {
namespace {

using Parts = std::map<std::string, std::string>;
using Rows = std::vector<std::vector<std::string>>;

// A package of those parts, as bytes.
std::string packed(const Parts& parts) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &failure);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure);
    CHECK(archive != nullptr, "memory for a small archive");
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        CHECK(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0,
              "the part is added");
    }
    CHECK(zip_close(archive) == 0, "the archive is written");
    std::string bytes;
    CHECK(zip_source_open(target) == 0, "the archive is in memory");
    std::string piece(4096, '\0');
    for (zip_int64_t got = 0; (got = zip_source_read(target, piece.data(), piece.size())) > 0;) {
        bytes.append(piece, 0, static_cast<std::size_t>(got));
    }
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&failure);
    return bytes;
}

Parts workbook(const std::string& sheet_data) {
    return {{"xl/workbook.xml",
             R"(<workbook xmlns:r="r"><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>)"},
            {"xl/_rels/workbook.xml.rels",
             R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
             "</Relationships>"},
            {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet_data + "</worksheet>"}};
}

Rows read(const Parts& parts) {
    auto rows = read_sheet(packed(parts));
    EXPECT_TRUE(rows.ok()) << rows.error();
    return rows.ok() ? std::move(rows).value() : Rows{};
}

std::string refusal(const Parts& parts, const SheetLimits& limits = {}) {
    const auto rows = read_sheet(packed(parts), limits);
    return rows.ok() ? "read" : rows.error().code;
}

TEST(ReadSheet, EveryKindOfCell) {
    Parts parts = workbook(
        R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>)"
        R"(<c r="B1" t="inlineStr"><is><t> 空 格 </t></is></c>)"
        R"(<c r="C1"><v>12.50</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c>)"
        R"(<c r="F1" t="str"><f>A1</f><v>公式结果</v></c><c r="G1" s="1"><v>45747</v></c>)"
        "</row></sheetData>");
    parts["xl/sharedStrings.xml"] =
        "<sst><si><r><t>民</t></r><r><t>政</t></r><rPh><t>minzheng</t></rPh></si></sst>";
    parts["xl/styles.xml"] =
        R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)";
    EXPECT_EQ(read(parts),
              (Rows{{"民政", " 空 格 ", "12.50", "TRUE", "#REF!", "公式结果", "2025-03-31"}}));
}

TEST(ReadSheet, PercentagesAsTheyAreShown) {
    Parts parts = workbook(R"(<sheetData><row><c s="0"><v>0.85</v></c><c s="1"><v>0.123</v></c>)"
                           R"(<c s="2"><v>1.1000000000000001</v></c><c s="3"><v>0.5</v></c>)"
                           "</row></sheetData>");
    parts["xl/styles.xml"] =
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%;[Red]-0.0%"/>)"
        R"(<numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>)"
        R"(<cellXfs><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/>)"
        R"(<xf numFmtId="165"/></cellXfs></styleSheet>)";
    EXPECT_EQ(read(parts), (Rows{{"85%", "12.3%", "110%", "0.5"}}));
}

TEST(ReadSheet, AFormulaThatNobodyComputedIsNotAnEmptyCell) {
    EXPECT_EQ(read(workbook(R"(<sheetData><row><c><f>1+1</f></c><c><f>1+1</f><v/></c>)"
                            R"(<c t="str"><f>IF(1,"")</f><v></v></c><c><f>1+1</f><v>2</v></c>)"
                            "</row></sheetData>")),
              (Rows{{"#公式未计算", "#公式未计算", "", "2"}}));
}

TEST(ReadSheet, NamesThoseThatAreNotHidden) {
    Parts parts = workbook("<sheetData/>");
    parts["xl/workbook.xml"] =
        R"(<workbook><sheets><sheet name="封面" r:id="a"/><sheet name="底" state="hidden"/>)"
        R"(<sheet name="底2" state="veryHidden"/><sheet name="台账" r:id="rId1"/></sheets>)"
        "</workbook>";
    EXPECT_EQ(sheet_names(packed(parts)).value(), (std::vector<std::string>{"封面", "台账"}));
}

TEST(ReadSheet, RowsAndCellsStandWhereTheSheetHasThem) {
    EXPECT_EQ(read(workbook(
                  R"(<sheetData><row r="2"><c r="C2"><v>1</v></c></row>)"
                  R"(<row r="4"><c r="A4"><v>2</v></c><c r="B4"/></row><row r="9"/></sheetData>)")),
              (Rows{{}, {"", "", "1"}, {}, {"2"}}));
    EXPECT_EQ(read(workbook("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
                            "<row><c><v>3</v></c></row></sheetData>")),
              (Rows{{"1", "2"}, {"3"}}));
}

TEST(ReadSheet, AMergedRangeHasItsTextEverywhere) {
    EXPECT_EQ(read(workbook(
                  R"(<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="2"/></sheetData>)"
                  R"(<mergeCells><mergeCell ref="A1:B2"/></mergeCells>)")),
              (Rows{{"7", "7"}, {"7", "7"}}));
}

TEST(ReadSheet, NamesMayHaveAPrefixAndTargetsMayBeAbsolute) {
    Parts parts = workbook("");
    parts["xl/worksheets/sheet1.xml"] =
        R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row>)"
        "</x:sheetData></x:worksheet>";
    parts["xl/_rels/workbook.xml.rels"] =
        R"(<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/>)"
        "</Relationships>";
    EXPECT_EQ(read(parts), (Rows{{"5"}}));
}

TEST(ReadSheet, ASheetWithoutIdIsFoundByItsType) {
    Parts parts = workbook("<sheetData><row><c><v>6</v></c></row></sheetData>");
    parts["xl/workbook.xml"] = "<workbook/>";
    parts["xl/_rels/workbook.xml.rels"] =
        R"(<Relationships><Relationship Id="rId9" Type="x/styles" Target="styles.xml"/>)"
        R"(<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
        "</Relationships>";
    EXPECT_EQ(read(parts), (Rows{{"6"}}));
}

TEST(ReadSheet, TheYears1904System) {
    Parts parts = workbook(R"(<sheetData><row><c s="0"><v>44285</v></c></row></sheetData>)");
    parts["xl/workbook.xml"] =
        R"(<workbook><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>)";
    parts["xl/styles.xml"] =
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>)"
        R"(<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>)";
    EXPECT_EQ(read(parts), (Rows{{"2025-03-31"}}));
}

TEST(BadSheet, OtherFilesAreNamedForWhatTheyAre) {
    const auto code = [](const std::string& bytes) { return read_sheet(bytes).error().code; };
    EXPECT_EQ(code(""), "E-SHEET-010");
    EXPECT_EQ(code("序号,督办事项\n"), "E-SHEET-010");
    EXPECT_EQ(code("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "E-SHEET-010");
    EXPECT_NE(read_sheet("\xD0\xCF\x11\xE0").error().finding.find("密码"), std::string::npos);
    const std::string whole = packed(workbook("<sheetData/>"));
    EXPECT_EQ(code(whole.substr(0, whole.size() / 2)), "E-SHEET-010");
}

TEST(BadSheet, MissingAndBrokenParts) {
    for (const char* part :
         {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}) {
        Parts parts = workbook("<sheetData/>");
        parts.erase(part);
        EXPECT_EQ(refusal(parts), "E-SHEET-012") << part;
        parts[part] = "<worksheet><sheetData>";
        EXPECT_EQ(refusal(parts), "E-SHEET-013") << part;
    }
    EXPECT_EQ(refusal(workbook(R"(<sheetData><row><c r="A0"><v>1</v></c></row></sheetData>)")),
              "E-SHEET-013");
    EXPECT_EQ(refusal(workbook(R"(<sheetData><row><c t="s"><v>3</v></c></row></sheetData>)")),
              "E-SHEET-013");
    EXPECT_EQ(refusal(workbook(R"(<mergeCells><mergeCell ref="B2:A1"/></mergeCells>)")),
              "E-SHEET-013");
}

TEST(BadSheet, NoSheetAtAll) {
    Parts parts = workbook("<sheetData/>");
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships/>";
    EXPECT_EQ(refusal(parts), "E-SHEET-012");
}

TEST(Bomb, EachLimitHolds) {
    const std::string far =
        R"(<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>)";
    EXPECT_EQ(refusal(workbook(far), {.cells = 100'000}), "E-SHEET-011");
    EXPECT_EQ(
        refusal(workbook("<!--" + std::string(1U << 20U, 'a') + "-->"), {.part_bytes = 100'000}),
        "E-SHEET-011");
    EXPECT_EQ(refusal(workbook("<sheetData/>"), {.parts = 2}), "E-SHEET-011");
    EXPECT_EQ(refusal(workbook("<sheetData/>"), {.file_bytes = 10}), "E-SHEET-011");
}

TEST(Bomb, RepeatedMergedRangesAndLongTextsInManyCells) {
    std::string ranges;
    for (int i = 0; i < 1000; ++i) ranges += R"(<mergeCell ref="A1:J10"/>)";
    const std::string one = R"(<sheetData><row><c t="inlineStr"><is><t>)" + std::string(1000, 'a') +
                            "</t></is></c></row></sheetData>";
    EXPECT_EQ(refusal(workbook(one + "<mergeCells>" + ranges + "</mergeCells>"), {.cells = 50'000}),
              "E-SHEET-011");
    const std::string wide = one + R"(<mergeCells><mergeCell ref="A1:J10"/></mergeCells>)";
    EXPECT_EQ(refusal(workbook(wide), {.text_bytes = 50'000}), "E-SHEET-011");
    EXPECT_EQ(refusal(workbook(wide)), "read");
}

TEST(Bomb, AnEntityIsNotExpanded) {
    Parts parts = workbook("");
    parts["xl/worksheets/sheet1.xml"] =
        R"(<!DOCTYPE w [<!ENTITY a "boom">]><worksheet><sheetData><row>)"
        R"(<c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>)";
    EXPECT_EQ(read(parts), (Rows{{"&a;"}}));
}

}  // namespace
}  // namespace anmin::sheets
