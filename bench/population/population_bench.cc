// The whole population through one set of rules (model.h): by kernels of `frame` as a compiled
// decision uses them, by loops written by hand for these rules, and what the memory of this machine
// allows at most. Every way must give the same figures, or the bench fails.
//
//   bench_population FILE [REPEATS [FOLDER]]    a file of `anmin population generate`; best of so
//   many runs; FOLDER: the columns for engines in other languages go there (dump.cc)

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <numeric>
#include <random>
#include <sys/resource.h>

#include "model.h"
#include "population/population.h"
#include "row.h"
#include "threads.h"

namespace anmin::bench_population {
namespace {

using bench::Stopwatch;

[[noreturn]] void stop(const std::string& why) {
    std::cerr << "bench_population: " << why << "\n";
    std::exit(1);
}

// The least of so many runs, in seconds.
double best_of(int repeats, const std::function<void()>& run) {
    double best = 1e9;
    for (int i = 0; i < repeats; ++i) {
        const Stopwatch watch;
        run();
        best = std::min(best, watch.seconds());
    }
    return best;
}

// Bytes a second that can be read from memory: a sum over a gigabyte, in pieces of a megabyte.
double bandwidth(int threads, int repeats) {
    constexpr std::size_t piece = 1 << 17;
    static std::vector<std::uint64_t> memory(std::size_t{1} << 27, 1);
    std::atomic<std::uint64_t> total{0};
    const double seconds = best_of(repeats, [&] {
        in_threads(threads, memory.size() / piece, [&](std::size_t i) {
            const auto* from = memory.data() + i * piece;
            std::uint64_t sums[8] = {};
            for (std::size_t at = 0; at < piece; at += 8) {
                for (std::size_t lane = 0; lane < 8; ++lane) sums[lane] += from[at + lane];
            }
            total += std::accumulate(sums, sums + 8, std::uint64_t{0});
        });
    });
    if (total == 0) stop("no memory was read");
    return static_cast<double>(memory.size() * 8) / seconds;
}

// Standards by township, invented: they only have to differ from place to place.
Standards standards_of(const population::Population& population) {
    const auto& texts = population.schema().dictionaries.at(0).texts;
    Standards standards;
    standards.as_of =
        static_cast<std::int32_t>(population.provenance().as_of.days().time_since_epoch().count());
    for (const std::string& code : texts) {
        standards.of_township.push_back(50'000 +
                                        100 * (std::atoi(code.substr(0, 4).c_str()) % 300));
    }
    return standards;
}

// The ranges of the columns prove that sums of 32 bits fit; a compiler of decisions does the same.
void check_ranges(const population::Population& population) {
    std::int64_t most = 0;
    std::size_t number = population.schema().household.size();
    for (const population::ColumnSpec& column : population.schema().members) {
        const frame::Range range = population.range(number++);
        if (column.name != "wage" && column.name != "business" && column.name != "property" &&
            column.name != "transfer") {
            continue;
        }
        most += std::max(std::abs(range.least), std::abs(range.most));
    }
    if (most > INT32_MAX) stop("incomes do not fit 32 bits");
}

// The columns with their ranges over the whole file.
frame::Frame layout_of(const population::Population& population, const frame::Frame& segment) {
    frame::Frame layout = segment;
    std::size_t number = 0;
    for (frame::Column& column : layout.columns) column.range = population.range(number++);
    for (frame::Column& column : layout.children[0].frame.columns)
        column.range = population.range(number++);
    return layout;
}

using Way = Outcome (*)(const Columns&, const Standards&);

class Grouped {
public:
    Grouped(const population::Population& population, int repeats)
        : standards_(standards_of(population)), repeats_(repeats) {
        frames_.resize(population.segments());
        in_threads(2, frames_.size(), [&](std::size_t i) {
            auto segment = population.segment(i);
            if (!segment.ok()) stop(segment.error().text());
            frames_[i] = std::move(segment).value();
        });
        for (const frame::Frame& households : frames_) {
            columns_.emplace_back(households);
            bytes_ += columns_.back().bytes;
        }
    }
    // The best of the runs of each way; the ways take turns, so that other work on the machine
    // meets all.
    std::vector<double> seconds(const std::vector<Way>& ways, int threads, Outcome& outcome) const {
        std::vector<double> best(ways.size(), 1e9);
        for (int i = 0; i < repeats_; ++i) {
            for (std::size_t w = 0; w < ways.size(); ++w) {
                const Stopwatch watch;
                const Outcome found = run(ways[w], threads);
                best[w] = std::min(best[w], watch.seconds());
                if ((i > 0 || w > 0) && found != outcome) stop("two ways of computing differ");
                outcome = found;
            }
        }
        return best;
    }
    std::size_t bytes() const { return bytes_; }
    const Standards& standards() const { return standards_; }
    const std::vector<Columns>& columns() const { return columns_; }

private:
    Outcome run(Way way, int threads) const {
        std::vector<Outcome> outcomes(columns_.size());
        in_threads(threads, columns_.size(),
                   [&](std::size_t i) { outcomes[i] = way(columns_[i], standards_); });
        Outcome sum;
        for (const Outcome& one : outcomes) sum += one;
        return sum;
    }

    Standards standards_;
    int repeats_;
    std::vector<frame::Frame> frames_;
    std::vector<Columns> columns_;
    std::size_t bytes_ = 0;
};

void print(const std::string& what, double seconds, const std::string& peer, double theirs) {
    bench::print({what, "s", seconds, peer, theirs});
}

// In MiB; the pages of the mapped file that were read are part of it.
double peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

Outcome bench_grouped(const Grouped& grouped, const std::string& title, int repeats) {
    Outcome outcome;
    for (const int threads : {1, 2}) {
        const std::string name = title + ", grouped, " + std::to_string(threads) + " thread(s): ";
        const Outcome before = outcome;
        const std::vector<double> seconds =
            grouped.seconds({by_batch, by_hand, by_frame, row_by_row}, threads, outcome);
        if (threads > 1 && outcome != before) stop("one thread and two differ");
        // Before the bandwidth of the memory is measured, which needs some of its own.
        if (threads == 1) {
            bench::print({title + ": peak memory of the grouped runs", "MiB", peak_memory(),
                          "the columns that the rules read",
                          static_cast<double>(grouped.bytes()) / (1 << 20)});
        }
        const double floor = static_cast<double>(grouped.bytes()) / bandwidth(threads, repeats);
        print(name + "compiled model", seconds[0], "hand-written loop", seconds[1]);
        print(name + "frame kernels", seconds[2], "hand-written loop", seconds[1]);
        print(name + "row by row", seconds[3], "hand-written loop", seconds[1]);
        print(name + "hand-written loop", seconds[1], "reading its columns from memory", floor);
    }
    return outcome;
}

// The first segment alone, by the row engine and by the plan: the same figures, how much faster.
void bench_row_engine(const Grouped& grouped) {
    const Columns& columns = grouped.columns().front();
    Outcome rows;
    const double slow = best_of(1, [&] { rows = by_rows(columns, grouped.standards()); });
    Outcome plan;
    const double fast = best_of(3, [&] { plan = by_batch(columns, grouped.standards()); });
    if (rows != plan) stop("the plan and the row engine differ");
    print(std::to_string(columns.frame->children[0].frame.rows) +
              " persons, 1 thread: compiled model",
          fast, "row engine", slow);
}

// Copies the members out in an order drawn from a seed.
Scattered scattered(const std::vector<Columns>& segments, std::size_t members) {
    Scattered all;
    std::vector<std::uint32_t> order(members);
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), std::mt19937_64(1));
    for (auto* column : {&all.birth, &all.wage, &all.business, &all.property, &all.transfer})
        column->resize(members);
    for (auto* column :
         {&all.disability, &all.grade, &all.ill, &all.studying, &all.able, &all.wage_known}) {
        column->resize(members);
    }
    all.household.resize(members);
    std::size_t next = 0;
    const auto small = [](const frame::Column* column, std::size_t row) {
        return static_cast<std::int8_t>(column->is_null(row) ? -1 : column->at(row));
    };
    for (const Columns& columns : segments) {
        const auto& offsets = columns.offsets;
        for (std::size_t row = 0; row + 1 < offsets.size(); ++row) {
            for (std::size_t i = offsets[row]; i < offsets[row + 1]; ++i) {
                const std::size_t at = order[next++];
                all.household[at] = static_cast<std::uint32_t>(all.division.size());
                all.birth[at] = static_cast<std::int32_t>(columns.birth->at(i));
                all.wage[at] = static_cast<std::int32_t>(columns.wage->at(i));
                all.business[at] = static_cast<std::int32_t>(columns.business->at(i));
                all.property[at] = static_cast<std::int32_t>(columns.property->at(i));
                all.transfer[at] = static_cast<std::int32_t>(columns.transfer->at(i));
                all.disability[at] = small(columns.disability, i);
                all.grade[at] = small(columns.grade, i);
                all.ill[at] = small(columns.ill, i);
                all.studying[at] = small(columns.studying, i);
                all.able[at] = small(columns.able, i);
                all.wage_known[at] = columns.wage->is_null(i) ? 0 : 1;
            }
            all.division.push_back(static_cast<std::int32_t>(columns.division->at(row)));
            all.sizes.push_back(static_cast<std::uint8_t>(offsets[row + 1] - offsets[row]));
        }
    }
    return all;
}

void bench_ungrouped(const Grouped& grouped, std::size_t members, const Outcome& expected,
                     const std::string& title, int repeats) {
    const Scattered all = scattered(grouped.columns(), members);
    std::vector<Sums> sums(2);
    const auto seconds = [&](UngroupedWay way, int threads) {
        Outcome outcome;
        const double best = best_of(repeats, [&] {
            for (int i = 0; i < threads; ++i) sums[static_cast<std::size_t>(i)].clear(all);
            outcome = way(all, grouped.standards(),
                          std::span(sums).first(static_cast<std::size_t>(threads)));
        });
        if (outcome != expected) stop("grouped and ungrouped differ");
        return best;
    };
    for (const int threads : {1, 2}) {
        const std::string name =
            title + ", not grouped, " + std::to_string(threads) + " thread(s): ";
        const double hand = seconds(by_hand, threads);
        print(name + "compiled model, grouping included", seconds(by_batch, threads),
              "hand-written loop", hand);
        if (threads == 1)
            print(name + "frame kernels", seconds(by_frame, 1), "hand-written loop", hand);
    }
}

int run(const std::string& file, int repeats, const std::string& folder) {
    const Stopwatch loading;
    auto opened = population::Population::open(file);
    if (!opened.ok()) stop(opened.error().text());
    const population::Population& population = opened.value();
    check_ranges(population);
    const Grouped grouped(population, repeats);
    const double loaded = loading.seconds();
    const auto members = population.members();
    const std::string title = std::to_string(members) + " persons";
    std::cerr << title << ", "
              << static_cast<double>(population.file_bytes()) / static_cast<double>(members)
              << " bytes a person, of them "
              << static_cast<double>(grouped.bytes()) / static_cast<double>(members)
              << " read by the rules\n";
    const Stopwatch compiling;
    const std::string fault = compile_model(std::string(ANMIN_ROOT) + "/bench/population/bench.dmn",
                                            layout_of(population, *grouped.columns().front().frame),
                                            grouped.standards().as_of);
    if (!fault.empty()) stop(fault);
    std::cerr << "compiling the model took " << compiling.seconds() << " s\n";
    const Outcome outcome = bench_grouped(grouped, title, repeats);
    bench_row_engine(grouped);
    if (!folder.empty()) dump(grouped.columns(), grouped.standards(), folder);
    bench_ungrouped(grouped, members, outcome, title, repeats);
    const double reading = static_cast<double>(population.file_bytes()) / bandwidth(2, repeats);
    print(title + ": opening and checking every byte, 2 threads", loaded,
          "reading the file from memory", reading);
    std::cerr << "aid " << outcome.aid / 100 << " yuan, " << outcome.aided << " households aided, "
              << outcome.undetermined
              << " undetermined; peak memory with the members copied out of "
              << "their households " << peak_memory() << " MiB\n";
    return 0;
}

}  // namespace
}  // namespace anmin::bench_population

int main(int count, char** words) {
    if (count < 2 || count > 4) {
        std::cerr << "bench_population FILE [REPEATS [FOLDER]]\n";
        return 2;
    }
    const int repeats = count >= 3 ? std::atoi(words[2]) : 5;
    return anmin::bench_population::run(words[1], std::max(1, repeats), count == 4 ? words[3] : "");
}
