// feel::compile on any text, and the code run within small limits: always code, always a value.
#include <cstddef>
#include <cstdint>
#include <string>

#include "feel/compile.h"
#include "feel/evaluate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace anmin::feel;
    const Source source{std::string(reinterpret_cast<const char*>(data), size), {}};
    const Scope scope{{{"income", nullptr}, {"number of members", nullptr}}, nullptr, nullptr};
    const auto compiled = compile(source, scope);
    if (!compiled.value) __builtin_trap();

    Session::Options options;
    options.limits = {
        .steps = 20000, .list = 1000, .text = 100000, .depth = 100, .regex_milliseconds = 50};
    Session session(options);
    session.run(*compiled.value, {Value::of(std::int64_t{800}), Value()});

    if (size < 4096) compile_tests(source, scope, nullptr);
    return 0;
}
