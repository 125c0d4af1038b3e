// The XML inside Office files, which random bytes would never reach through the zip around it:
// document::read on any text of a .docx, sheets::read_task_book on any sheet of an .xlsx.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/read.h"
#include "files/load.h"
#include "sheets/package_writer.h"
#include "sheets/task_book.h"

namespace {

const anmin::document::Lexicon& lexicon() {
    static const auto loaded = anmin::files::load_lexicon(ANMIN_ROOT "/packages").value();
    return loaded;
}

constexpr const char* relations =
    R"(<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/>)"
    R"(<Relationship Id="r2" Type="x/worksheet" Target="base.xml"/></Relationships>)";
constexpr const char* workbook =
    R"(<workbook><sheets><sheet name="a" id="r1"/><sheet name="导出时内容" id="r2"/></sheets>)"
    R"(</workbook>)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1 || size > 1U << 16U) return 0;
    const std::string xml(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] % 2 == 0) {
        const auto bytes = anmin::sheets::write_package({{"word/document.xml", xml}});
        if (bytes.ok())
            static_cast<void>(anmin::document::read(bytes.value(), "a.docx", lexicon()).ok());
        return 0;
    }
    const std::size_t half = xml.size() / 2;
    const auto bytes = anmin::sheets::write_package({{"xl/workbook.xml", workbook},
                                                     {"xl/_rels/workbook.xml.rels", relations},
                                                     {"xl/sheet.xml", xml.substr(0, half)},
                                                     {"xl/base.xml", xml.substr(half)}});
    if (bytes.ok()) static_cast<void>(anmin::sheets::read_task_book(bytes.value()).ok());
    return 0;
}
