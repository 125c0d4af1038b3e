// From the bytes of a file to a Reading: decode, repair, clean, find the structure. No file is read
// here.
#pragma once

#include <cstddef>
#include <string>

#include "document/document.h"
#include "document/lexicon.h"
#include "result/result.h"

namespace anmin::document {

// What one file may be at most, in bytes. An operator's limit, handed in.
struct Limits {
    std::size_t bytes = 50'000'000;
};

// Reads one file. `file_name` only serves messages and the choice between containers.
// Fails, in Chinese and with a next step, with
//   E-INTAKE-001 empty file            E-INTAKE-002 over the limit (Fault::too_large)
//   E-INTAKE-003 binary, no document   E-INTAKE-004 characters of no known encoding
//   E-INTAKE-005 pictures only (PDF)   E-INTAKE-006 damaged container (docx, PDF)
//   E-INTAKE-007 a format not read here (.doc, .wps, .xls, ...: Fault::unsupported)
// A page without any content is no failure: it gives a Part with empty text and the warning
// no_content.
Result<Reading> read(const std::string& bytes, const std::string& file_name, const Lexicon& lexicon,
                     const Limits& limits = {});

}  // namespace anmin::document
