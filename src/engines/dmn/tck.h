// The compatibility kit: its test files against our engine. The caller reads the files.
//
// Layout: <level>/<folder>/<model>.dmn beside <folder>-test-NN.xml (schema testCases.xsd).
// Comparison is exact; a number is compared after rounding only where the expectation itself was
// rounded to 8 places or more.
#pragma once

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

struct KitResult {
    std::string folder;
    std::string test;  // the test file without its ending
    std::string id;    // of the case
    bool passed = false;
    std::string detail;  // what differs
};

// One result per case.
std::vector<KitResult> run_kit(const KitFolder& folder, const feel::Session::Options& options);

// The kit's table: folder, test, case, SUCCESS or ERROR, detail; quoted, comma separated.
std::string csv_of(const std::vector<KitResult>& results);

// A value as the kit's files write it (schema type valueType).
Value kit_value(const xml::Element& element);

}  // namespace anmin::dmn
