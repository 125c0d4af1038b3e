// What a benchmark prints, and the clock it uses.
#pragma once

#include <chrono>
#include <iostream>
#include <string>

namespace anmin::bench {

class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

// One row of the table: our figure beside the peer's, taken in the same run.
struct Row {
    std::string what;
    std::string unit;
    double ours = 0;
    std::string peer;
    double theirs = 0;
};

inline void print(const Row& row) {
    std::cout << row.what << '\t' << row.unit << '\t' << row.ours << '\t' << row.peer << '\t'
              << row.theirs << std::endl;
}

// Both figures with the peer measured before and after ours, so that other work on the machine,
// which comes and goes, touches both. `peer` runs for half the time.
template <class Ours, class Peer>
void measure(Row row, double seconds, const Ours& ours, const Peer& peer) {
    const double before = peer(seconds / 2);
    row.ours = ours(seconds);
    row.theirs = (before + peer(seconds / 2)) / 2;
    print(row);
}

}  // namespace anmin::bench
