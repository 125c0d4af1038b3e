#include "frame/validity.h"

#include <algorithm>
#include <bit>

#include "frame/clones.h"

namespace anmin::frame {
namespace {

std::uint64_t bits_from(const std::uint64_t* validity, std::size_t first, std::size_t bits) {
    const std::size_t shift = first % 64;
    std::uint64_t word = validity[first / 64] >> shift;
    if (shift != 0 && bits > 64 - shift) word |= validity[first / 64 + 1] << (64 - shift);
    return bits == 64 ? word : word & ((std::uint64_t{1} << bits) - 1);
}

ANMIN_LOOP void expand(std::uint64_t valid, std::size_t rows, T* __restrict nulls) {
    for (std::size_t row = 0; row < rows; ++row) {
        nulls[row] = static_cast<T>(static_cast<T>(valid >> row & 1U) - 1);
    }
}

#define STAMP(T) \
    ANMIN_CLONES void expand_word(std::uint64_t valid, T* nulls) { expand(valid, 64, nulls); }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace

std::size_t count_nulls(const std::uint64_t* validity, std::size_t first, std::size_t rows) {
    if (validity == nullptr) return 0;
    std::size_t valid = 0;
    for (std::size_t done = 0; done < rows; done += 64) {
        const std::size_t bits = std::min<std::size_t>(64, rows - done);
        valid += static_cast<std::size_t>(std::popcount(bits_from(validity, first + done, bits)));
    }
    return rows - valid;
}

template <class T>
void read_nulls(const std::uint64_t* validity, std::size_t first, std::size_t rows, T* nulls) {
    if (validity == nullptr) {
        std::fill_n(nulls, rows, T{0});
        return;
    }
    for (std::size_t done = 0; done < rows; done += 64) {
        const std::size_t bits = std::min<std::size_t>(64, rows - done);
        const std::uint64_t valid = bits_from(validity, first + done, bits);
        if (bits == 64) {
            expand_word(valid, nulls + done);
        } else {
            expand(valid, bits, nulls + done);
        }
    }
}

template <class T>
void write_validity(const T* nulls, std::size_t rows, std::uint64_t* validity) {
    for (std::size_t word = 0; word < words_for(rows); ++word) {
        std::uint64_t bits = 0;
        const std::size_t end = std::min<std::size_t>(64, rows - word * 64);
        for (std::size_t row = 0; row < end; ++row) {
            if (nulls == nullptr || nulls[word * 64 + row] == 0) bits |= std::uint64_t{1} << row;
        }
        validity[word] = bits;
    }
}

#define STAMP(T)                                                                  \
    template void read_nulls(const std::uint64_t*, std::size_t, std::size_t, T*); \
    template void write_validity(const T*, std::size_t, std::uint64_t*);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
