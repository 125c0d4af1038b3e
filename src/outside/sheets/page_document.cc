#include "sheets/page_document.h"

#include "sheets/package_writer.h"

namespace anmin::sheets {
namespace {

// In twips (1/1440 inch), rounded; 25.4 mm are an inch.
constexpr int twips_of_mm(int mm) { return (mm * 14'400 + 127) / 254; }

constexpr int line_pitch = 560;
constexpr const char* namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

struct Type {
    const char* font;
    int size;  // half points
};
constexpr Type title_type{"方正小标宋简体", 44};
constexpr Type heading_type{"黑体", 32};
constexpr Type text_type{"仿宋_GB2312", 32};
constexpr Type cell_type{"仿宋_GB2312", 21};
constexpr Type cell_head_type{"黑体", 21};

std::string number(int value) { return std::to_string(value); }

std::string properties(const Type& type) {
    const std::string font = std::string("\"") + type.font + "\"";
    return "<w:rPr><w:rFonts w:ascii=" + font + " w:eastAsia=" + font + " w:hAnsi=" + font +
           "/><w:sz w:val=\"" + number(type.size) + "\"/><w:szCs w:val=\"" + number(type.size) +
           "\"/></w:rPr>";
}

std::string paragraph(const std::string& text, const Type& type, const char* across,
                      int first_indent = 0) {
    std::string layout;
    if (type.size > cell_type.size) {
        layout += "<w:spacing w:line=\"" + number(line_pitch) + "\" w:lineRule=\"exact\"/>";
    }
    if (first_indent > 0) layout += "<w:ind w:firstLine=\"" + number(first_indent) + "\"/>";
    return "<w:p><w:pPr>" + layout + "<w:jc w:val=\"" + across + "\"/></w:pPr><w:r>" +
           properties(type) + "<w:t xml:space=\"preserve\">" + xml_text(text) +
           "</w:t></w:r></w:p>";
}

std::string cell(const std::string& text, int width_mm, const Type& type) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + number(twips_of_mm(width_mm)) +
           "\" w:type=\"dxa\"/></w:tcPr>" + paragraph(text, type, "left") + "</w:tc>";
}

std::string table(const PrintedTable& printed) {
    std::string out = "<w:tbl><w:tblPr><w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
        out += std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\"/>";
    }
    out += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    std::string headings;
    for (const PrintedColumn& column : printed.columns) {
        out += "<w:gridCol w:w=\"" + number(twips_of_mm(column.width_mm)) + "\"/>";
        headings += cell(column.heading, column.width_mm, cell_head_type);
    }
    out += "</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>" + headings + "</w:tr>";
    for (const auto& row : printed.rows) {
        CHECK(row.size() == printed.columns.size(), "a row has a cell for each column");
        out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t at = 0; at < row.size(); ++at) {
            out += cell(row[at], printed.columns[at].width_mm, cell_type);
        }
        out += "</w:tr>";
    }
    return out + "</w:tbl>";
}

std::string section() {
    return "<w:sectPr><w:pgSz w:w=\"" + number(twips_of_mm(210)) + "\" w:h=\"" +
           number(twips_of_mm(297)) + "\"/><w:pgMar w:top=\"" + number(twips_of_mm(37)) +
           "\" w:right=\"" + number(twips_of_mm(26)) + "\" w:bottom=\"" + number(twips_of_mm(35)) +
           "\" w:left=\"" + number(twips_of_mm(28)) +
           "\" w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/></w:sectPr>";
}

std::string document(const PrintedPage& page) {
    constexpr int two_characters = 640;  // of 16 points
    std::string body = paragraph(page.title, title_type, "center");
    body += paragraph(page.unit + "　" + page.as_of.iso(), text_type, "center");
    for (const auto& line : page.lines) body += paragraph(line, text_type, "both", two_characters);
    for (const PrintedTable& one : page.tables) {
        if (one.rows.empty()) continue;
        body += paragraph(one.heading, heading_type, "left", two_characters) + table(one);
    }
    return std::string(head) + "<w:document " + namespaces + "><w:body>" + body + section() +
           "</w:body></w:document>";
}

}  // namespace

Result<std::string> page_document(const PrintedPage& page) {
    const std::string types =
        std::string(head) +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    const std::string relations =
        std::string(head) +
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"main\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    return write_package({{"[Content_Types].xml", types},
                          {"_rels/.rels", relations},
                          {"word/document.xml", document(page)}});
}

}  // namespace anmin::sheets
