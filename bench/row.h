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

}  // namespace anmin::bench
