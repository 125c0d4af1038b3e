// An Office package being written: a zip of texts, in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "result/result.h"

namespace anmin::sheets {

struct PackagePart {
    std::string name;  // word/document.xml
    std::string text;
};

// The package's bytes; the parts stand in it in the order given, all with the same fixed time, so
// that equal parts give equal bytes. E-SHEET-001 when it cannot be written.
Result<std::string> write_package(const std::vector<PackagePart>& parts);

// `text` as the content of an XML element: only characters that XML allows, marks escaped.
std::string xml_text(std::string_view text);

}  // namespace anmin::sheets
