// Microseconds one evaluation of all decisions of a model takes; `derived` with the derivation,
// rendered as JSON. The model is loaded once and decided many times, with the same inputs.
//
//   bench_rules SECONDS plain|derived MODEL.dmn INPUT.json
//
// The figure is that of the best of many short rounds: other work on the machine only makes a round
// slower. The peers are measured in the same way (bench/rules).
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "dmn/decide.h"
#include "dmn/inputs.h"
#include "feel/json_value.h"
#include "row.h"

namespace anmin::bench {
namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << "bench_rules: cannot read " << path << "\n";
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr int evaluations_of_a_round = 100;

double best_round(const dmn::Model& model, const dmn::Inputs& inputs, bool explain,
                  double seconds) {
    dmn::Request request;
    request.explain = explain;
    double best = 1e9;
    const Stopwatch whole;
    while (whole.seconds() < seconds) {
        const Stopwatch round;
        for (int i = 0; i < evaluations_of_a_round; ++i) {
            const auto outcome = dmn::decide(model, inputs, request, {});
            if (!outcome.ok()) std::exit(1);
            if (explain && dmn::json_of(*outcome.value().derivation).empty()) std::exit(1);
        }
        best = std::min(best, round.seconds());
    }
    return best * 1e6 / evaluations_of_a_round;
}

int run(const std::vector<std::string>& words) {
    const double seconds = std::atof(words[0].c_str());
    const auto loaded = dmn::load({{words[2], text_of(words[2])}});
    const auto given = feel::value_of_json(text_of(words[3]), words[3]);
    if (!loaded.ok() || !loaded.value().findings.empty() || !given.ok()) return 1;
    const dmn::Model& model = loaded.value().value;
    const auto inputs = dmn::inputs_of(model, given.value());
    if (!inputs.findings.empty()) return 1;
    std::cout << best_round(model, inputs.value, words[1] == "derived", seconds) << std::endl;
    return 0;
}

}  // namespace
}  // namespace anmin::bench

int main(int count, char** words) {
    if (count != 5) {
        std::cerr << "bench_rules SECONDS plain|derived MODEL.dmn INPUT.json\n";
        return 2;
    }
    return anmin::bench::run({words + 1, words + count});
}
