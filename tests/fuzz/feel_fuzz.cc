// feel::compile on any text, and the code run within small limits: always code, always a value.
// A text with "  =>  " is taken as a file of tests/feel: one expression a line.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "feel/compile.h"
#include "feel/evaluate.h"

namespace {

using namespace anmin::feel;

void run(const std::string& text) {
    const Source source{text, {}};
    const Scope scope{{{"income", nullptr}, {"number of members", nullptr}}, nullptr, nullptr};
    const auto compiled = compile(source, scope);
    if (!compiled.value) __builtin_trap();

    Session::Options options;
    options.limits = {
        .steps = 20000, .list = 1000, .text = 100000, .depth = 100, .regex_milliseconds = 50};
    Session session(options);
    session.run(*compiled.value, {Value::of(std::int64_t{800}), Value()});

    if (text.size() < 4096) compile_tests(source, scope, nullptr);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (text.find("  =>  ") == std::string::npos) {
        run(text);
        return 0;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        run(line.substr(0, line.find("  =>  ")));
        at = end + 1;
    }
    return 0;
}
