#include "sheets/annex_document.h"

#include "sheets/package_writer.h"
#include "sheets/task_book_names.h"

namespace anmin::sheets {
namespace {

// --- GB/T 9704-2012, in twips (1/1440 inch): closed-loop B.6
// ---------------------------------------------------------------

// Rounded; 25.4 mm are an inch.
constexpr int twips_of_mm(int mm) { return (mm * 14'400 + 127) / 254; }

constexpr int page_short = twips_of_mm(210);
constexpr int page_long = twips_of_mm(297);
constexpr int margin_head = twips_of_mm(37);  // 天头
constexpr int margin_foot = twips_of_mm(35);
constexpr int margin_binding = twips_of_mm(28);  // 订口
constexpr int margin_edge = twips_of_mm(26);
// 22 lines in 225 mm, 28 characters in 156 mm of 16 point type (3号).
constexpr int line_pitch = 580;
constexpr int character_space = -849;  // in 1/4096 point
constexpr int page_number_below = twips_of_mm(7);
constexpr int size_title = 44;  // 2号, in half points
constexpr int size_text = 32;   // 3号
constexpr int size_small = 28;  // 4号
constexpr int size_cell = 21;   // 5号: many columns leave no room for more

constexpr const char* namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

std::string number(int value) { return std::to_string(value); }

struct Type {
    const char* font;
    int size;
};
constexpr Type title_type{"方正小标宋简体", size_title};
constexpr Type heading_type{"黑体", size_text};
constexpr Type text_type{"仿宋_GB2312", size_text};
constexpr Type cell_type{"仿宋_GB2312", size_cell};
constexpr Type cell_head_type{"黑体", size_cell};
constexpr Type page_type{"宋体", size_small};

std::string properties(const Type& type) {
    const std::string font = std::string("\"") + type.font + "\"";
    return "<w:rPr><w:rFonts w:ascii=" + font + " w:eastAsia=" + font + " w:hAnsi=" + font +
           "/><w:sz w:val=\"" + number(type.size) + "\"/><w:szCs w:val=\"" + number(type.size) +
           "\"/></w:rPr>";
}

std::string run(const std::string& text, const Type& type) {
    std::string out = "<w:r>" + properties(type);
    std::size_t from = 0;
    for (;;) {
        const std::size_t end = text.find('\n', from);
        out += "<w:t xml:space=\"preserve\">" + xml_text(text.substr(from, end - from)) + "</w:t>";
        if (end == std::string::npos) break;
        out += "<w:br/>";
        from = end + 1;
    }
    return out + "</w:r>";
}

std::string paragraph(const std::string& text, const Type& type, const char* across) {
    const bool exact = type.size > size_cell;
    const std::string spacing =
        exact ? "<w:spacing w:line=\"" + number(line_pitch) + "\" w:lineRule=\"exact\"/>" : "";
    return "<w:p><w:pPr>" + spacing + "<w:jc w:val=\"" + across + "\"/></w:pPr>" + run(text, type) +
           "</w:p>";
}

// --- the table -----------------------------------------------------------------------------------

std::string table_cell(const std::string& text, int width_mm, const Type& type,
                       const char* across) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + number(twips_of_mm(width_mm)) +
           "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>" +
           paragraph(text, type, across) + "</w:tc>";
}

std::string table_head(const AnnexTable& table) {
    std::string row = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (const AnnexColumn& column : table.columns)
        row += table_cell(column.heading, column.width_mm, cell_head_type, "center");
    return row + "</w:tr>";
}

std::string table_row(const AnnexTable& table, const std::vector<std::string>& cells) {
    std::string row = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const int width = table.columns[at].width_mm;
        const bool wide = width > 25;
        row += table_cell(cells[at], width, cell_type, wide ? "both" : "center");
    }
    return row + "</w:tr>";
}

std::string border(const char* side) {
    return std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\"/>";
}

std::string table_of(const AnnexTable& table) {
    std::string out = "<w:tbl><w:tblPr><w:tblW w:w=\"" + number(twips_of_mm(annex_width_mm)) +
                      "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += border(side);
    out += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const AnnexColumn& column : table.columns)
        out += "<w:gridCol w:w=\"" + number(twips_of_mm(column.width_mm)) + "\"/>";
    out += "</w:tblGrid>" + table_head(table);
    for (const auto& cells : table.rows) out += table_row(table, cells);
    return out + "</w:tbl>";
}

// --- the parts of the package --------------------------------------------------------------------

// The page turned to the left: the head margin lies at the right, the binding margin on top.
std::string section() {
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"odd\"/>"
           "<w:footerReference w:type=\"even\" r:id=\"even\"/>"
           "<w:pgSz w:w=\"" +
           number(page_long) + "\" w:h=\"" + number(page_short) +
           "\" w:orient=\"landscape\"/><w:pgMar w:top=\"" + number(margin_binding) +
           "\" w:right=\"" + number(margin_head) + "\" w:bottom=\"" + number(margin_edge) +
           "\" w:left=\"" + number(margin_foot) + "\" w:header=\"" + number(page_number_below) +
           "\" w:footer=\"" + number(margin_edge - page_number_below - size_small * 10) +
           "\" w:gutter=\"0\"/><w:docGrid w:type=\"linesAndChars\" w:linePitch=\"" +
           number(line_pitch) + "\" w:charSpace=\"" + number(character_space) + "\"/></w:sectPr>";
}

std::string document(const Annex& annex) {
    std::string body = paragraph("附件1", heading_type, "left");
    body += paragraph(annex.title, title_type, "center");
    body += paragraph("填报单位：" + annex.unit + "　　填报时间：" + annex.as_of.iso(), text_type,
                      "left");
    for (const AnnexTable& table : annex.tables) {
        if (!table.caption.empty()) body += paragraph(table.caption, text_type, "left");
        body += table_of(table);
    }
    body += paragraph(std::string(foot_mark) + "　　　　　　审核人：　　　　　　单位负责人：",
                      text_type, "left");
    return std::string(head) + "<w:document " + namespaces + "><w:body>" + body + section() +
           "</w:body></w:document>";
}

// — 1 —: odd pages right, even pages left, one character in.
std::string footer(const char* across, const char* side) {
    const auto field = [](const char* kind) {
        return "<w:r>" + properties(page_type) + "<w:fldChar w:fldCharType=\"" + kind +
               "\"/></w:r>";
    };
    return std::string(head) + "<w:ftr " + namespaces + "><w:p><w:pPr><w:ind w:" + side +
           "=\"280\"/><w:jc w:val=\"" + across + "\"/></w:pPr>" + run("— ", page_type) +
           field("begin") + "<w:r>" + properties(page_type) +
           "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" + field("end") +
           run(" —", page_type) + "</w:p></w:ftr>";
}

std::string styles() {
    return std::string(head) + "<w:styles " + namespaces + "><w:docDefaults><w:rPrDefault>" +
           properties(text_type) +
           "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
           "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
}

std::string relation(const char* id, const char* kind, const char* target) {
    return std::string("<Relationship Id=\"") + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
           "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& list) {
    return std::string(head) +
           "<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           list + "</Relationships>";
}

std::string content_types() {
    const auto part = [](const char* name, const char* kind) {
        return std::string("<Override PartName=\"/word/") + name +
               ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
               "wordprocessingml." +
               kind + "+xml\"/>";
    };
    return std::string(head) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           part("document", "document.main") + part("styles", "styles") +
           part("settings", "settings") + part("footer1", "footer") + part("footer2", "footer") +
           "</Types>";
}

}  // namespace

Result<std::string> annex_document(const Annex& annex) {
    const std::string settings =
        std::string(head) + "<w:settings " + namespaces + "><w:evenAndOddHeaders/></w:settings>";
    return write_package(
        {{"[Content_Types].xml", content_types()},
         {"_rels/.rels", relations(relation("main", "officeDocument", "word/document.xml"))},
         {"word/document.xml", document(annex)},
         {"word/_rels/document.xml.rels",
          relations(relation("styles", "styles", "styles.xml") +
                    relation("settings", "settings", "settings.xml") +
                    relation("odd", "footer", "footer1.xml") +
                    relation("even", "footer", "footer2.xml"))},
         {"word/styles.xml", styles()},
         {"word/settings.xml", settings},
         {"word/footer1.xml", footer("right", "right")},
         {"word/footer2.xml", footer("left", "left")}});
}

}  // namespace anmin::sheets
