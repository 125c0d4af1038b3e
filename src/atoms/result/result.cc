#include "result/result.h"

#include <cstdio>
#include <ostream>

namespace anmin {

std::string Error::text() const {
    std::string line = code;
    if (!place.empty()) line += " " + place;
    line += "：" + finding;
    if (!expectation.empty()) line += "；应为：" + expectation;
    if (!next_step.empty()) line += "；下一步：" + next_step;
    return line;
}

std::ostream& operator<<(std::ostream& out, const Error& error) { return out << error.text(); }

void check_failed(const char* file, int line, const char* what) {
    std::fprintf(stderr, "bug: %s:%d: %s\n", file, line, what);
    std::abort();
}

}  // namespace anmin
