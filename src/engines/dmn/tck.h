// The compatibility kit: its test files against our engine. The caller reads the files.
//
// Layout: <level>/<folder>/<model>.dmn beside <folder>-test-NN.xml (schema testCases.xsd).
// Comparison is exact. Some expectations of the kit are not the number that decimal arithmetic
// gives but what the arithmetic of their author printed; these are told apart (Agreement) and
// counted (docs/decisions/0026-exactness-of-the-kit.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dmn/decide.h"
#include "result/result.h"

namespace anmin::dmn {

// The files of one folder of the kit.
struct KitFolder {
    std::string name;  // "compliance-level-3/0068-feel-equality"
    std::vector<Document> models;
    std::vector<Document> tests;
};

// How the numbers of a case agree with what the kit expects, best first.
enum class Agreement : std::uint8_t {
    exact,    // the same number
    rounded,  // printed with 8 places or more, and less than one unit of its last place away
    binary,  // within 2^-44 of its size: what some hundred roundings of a 53-bit number leave. Only
             // where the expectation has 8 places or more, or our result has all 34 digits
    none,    // not the same
};

struct KitResult {
    std::string folder;
    std::string test;  // the test file without its ending
    std::string id;    // of the case
    bool passed = false;
    Agreement agreement = Agreement::none;
    std::string detail;  // what differs; of a passed case, how its numbers agree if not exactly
};

// One result per case.
std::vector<KitResult> run_kit(const KitFolder& folder, const feel::Session::Options& options);

// The kit's table: folder, test, case, SUCCESS or ERROR, detail; quoted, comma separated.
std::string csv_of(const std::vector<KitResult>& results);

// A value as the kit's files write it (schema type valueType).
Value kit_value(const xml::Element& element);

}  // namespace anmin::dmn
