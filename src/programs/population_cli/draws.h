// Numbers drawn from a seed: the same seed gives the same numbers on every machine, for ever.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace anmin::population_cli {

// SPEC: SplitMix64 (Steele, Lea and Flood, 2014).
class Draws {
public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}

    // Of a stream of its own for each key.
    static Draws of(std::uint64_t seed, std::uint64_t key) {
        Draws mixed(seed ^ (key * 0xD1342543DE82EF95ULL));
        return Draws(mixed.next());
    }
    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15ULL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    // 0 to limit - 1; limit below 2^32. The bias is below 2^-32 and does not matter here.
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(limit)) >>
                                         32);
    }
    bool chance(std::int64_t thousandths) { return below(1000) < thousandths; }
    // A number of the distribution whose least, tenths and greatest are given; straight lines
    // between them.
    std::int64_t along(const std::array<std::int64_t, 11>& quantiles) {
        const std::int64_t at = below(10 * 65'536);
        const auto tenth = static_cast<std::size_t>(at / 65'536);
        const std::int64_t low = quantiles[tenth];
        return low + (quantiles[tenth + 1] - low) * (at % 65'536) / 65'536;
    }

private:
    std::uint64_t state_;
};

// Positions by weight: one draw, one look-up.
class Choice {
public:
    Choice() = default;
    explicit Choice(const std::vector<std::int64_t>& weights) {
        for (const std::int64_t weight : weights)
            sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight);
    }
    std::size_t draw(Draws& draws) const {
        const std::int64_t at = draws.below(sums_.back());
        std::size_t position = 0;
        while (sums_[position] <= at) ++position;
        return position;
    }

private:
    std::vector<std::int64_t> sums_;
};

}  // namespace anmin::population_cli
