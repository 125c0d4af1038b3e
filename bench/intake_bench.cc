// Megabytes a second of documents read and their tasks proposed, beside a bare read of the same
// files with their bytes summed up: what the machine needs to touch each byte once.
//
//   bench_intake FILE...

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "directive/propose.h"
#include "document/read.h"
#include "files/load.h"
#include "row.h"

namespace anmin::bench {
namespace {

template <class T>
T must(Result<T> result) {
    if (result.ok()) return std::move(result).value();
    std::cerr << "bench_intake: " << result.error() << "\n";
    std::exit(1);
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << "bench_intake: cannot read " << path << "\n";
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

// Megabytes a second of `work` over all the files, repeated until the time is over.
template <class Work>
double rate(const std::vector<std::string>& paths, double seconds, const Work& work) {
    double bytes = 0;
    const Stopwatch watch;
    while (watch.seconds() < seconds) {
        for (const std::string& path : paths) bytes += static_cast<double>(work(path));
    }
    return bytes / 1e6 / watch.seconds();
}

int run(const std::vector<std::string>& paths) {
    const auto lexicon = must(files::load_lexicon(ANMIN_ROOT "/packages"));
    const auto frames = must(files::load_frames(ANMIN_ROOT "/packages"));
    volatile std::uint64_t sink = 0;  // keeps the work from being thrown away
    const auto bare = [&](const std::string& path) {
        const std::string bytes = bytes_of(path);
        std::uint64_t sum = 0;
        for (const char byte : bytes) sum += static_cast<unsigned char>(byte);
        sink = sink + sum;
        return bytes.size();
    };
    const auto read = [&](const std::string& path) {
        const std::string bytes = bytes_of(path);
        const auto reading = must(document::read(bytes, path, lexicon));
        sink = sink + directive::propose_all(reading, frames).size();
        return bytes.size();
    };
    measure({"documents read, tasks proposed", "MB/s", 0, "bare read of the same files", 0}, 4,
            [&](double seconds) { return rate(paths, seconds, read); },
            [&](double seconds) { return rate(paths, seconds, bare); });
    return 0;
}

}  // namespace
}  // namespace anmin::bench

int main(int count, char** words) {
    if (count < 2) {
        std::cerr << "bench_intake FILE...\n";
        return 2;
    }
    return anmin::bench::run({words + 1, words + count});
}
