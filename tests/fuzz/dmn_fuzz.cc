// dmn::load on any bytes, the static check of what it gave, and every decision run within small
// limits: a model or an Error, findings, an outcome or an Error.
#include <cstddef>
#include <cstdint>
#include <string>

#include "dmn/check.h"
#include "dmn/decide.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace anmin;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto loaded = dmn::load({{"fuzz.dmn", text}});
    if (!loaded.ok()) {
        if (loaded.error().code.empty()) __builtin_trap();
        return 0;
    }
    const dmn::Model& model = loaded.value().value;
    dmn::check(model);

    feel::Session::Options options;
    options.limits = {
        .steps = 20000, .list = 1000, .text = 100000, .depth = 100, .regex_milliseconds = 50};
    dmn::Request request;
    request.explain = true;
    request.certain = true;
    const auto outcome = dmn::decide(model, {}, request, options);
    if (!outcome.ok()) return 0;
    for (const dmn::Answer& answer : outcome.value().answers)
        if (answer.value.is_unknown()) __builtin_trap();
    dmn::json_of(*outcome.value().derivation);
    dmn::chinese_of(*outcome.value().derivation);
    return 0;
}
