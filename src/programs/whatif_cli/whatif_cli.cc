#include "whatif_cli/whatif_cli.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <unistd.h>

#include "whatif_cli/redetermine.h"
#include "whatif_cli/report.h"

namespace anmin::whatif_cli {

namespace {

std::atomic<bool> cancelled{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set by a signal");

int fail(const Error& error) {
    std::cerr << error.text() << "\n";
    const bool on_the_way = error.code == "E-BATCH-004" || error.code == "E-WHATIF-007" ||
                            error.code == "E-WHATIF-008" || error.code == "E-DMN-202";
    return on_the_way ? 1 : 2;
}

// Beside its target first: a file of that name is always whole.
Result<void> write(const std::string& text, const std::string& path) {
    if (path.empty()) {
        std::cout << text << std::flush;
        return {};
    }
    const std::filesystem::path part = path + ".part";
    std::error_code fault;
    {
        std::ofstream out(part, std::ios::binary);
        out << text << std::flush;
        if (!out) fault = std::make_error_code(std::errc::io_error);
    }
    if (!fault) std::filesystem::rename(part, path, fault);
    if (!fault) return {};
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    return Error{Fault::unavailable, "E-WHATIF-008", path, "写不进去：" + fault.message(),
                 "可写的位置",       "核对 --out"};
}

Result<void> run(const WhatIf& order) {
    const auto population = TRY(population::Population::open(order.population));
    const frame::Frame layout = TRY(layout_of(population, order));
    const Scenarios scenarios = TRY(scenarios_of(order, layout));
    for (const std::string& message : scenarios.messages) std::cerr << "注意：" << message << "\n";
    const bool watched = isatty(STDERR_FILENO) == 1;
    const Redetermined found = TRY(redetermine(
        population, scenarios, order, cancelled, [&](std::uint64_t done, std::uint64_t all) {
            if (watched) std::cerr << "\r已测算 " << done * 100 / all << "%" << std::flush;
        }));
    std::cerr << (watched ? "\r" : "") << "已测算 " << population.households() << " 户，"
              << population.members() << " 人\n";
    const std::string text = TRY(report_of(found, scenarios, order, population.provenance()));
    return write(text, order.out);
}

}  // namespace

int run_whatif(const std::vector<std::string>& arguments) {
    const auto order = read_order(arguments);
    if (!order.ok()) return fail(order.error());
    cancelled = false;
    const auto stop = [](int) { cancelled = true; };
    const auto before_interrupt = std::signal(SIGINT, stop);
    const auto before_end = std::signal(SIGTERM, stop);
    const Result<void> done = run(order.value());
    std::signal(SIGINT, before_interrupt);
    std::signal(SIGTERM, before_end);
    return done.ok() ? 0 : fail(done.error());
}

}  // namespace anmin::whatif_cli
