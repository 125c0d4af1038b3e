#include "frame/lookup.h"

#include "frame/clones.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

ANMIN_LOOP void take_loop(const std::int32_t* __restrict positions, std::size_t rows,
                          const T* __restrict table, std::uint32_t size, T* __restrict out) {
    for (std::size_t row = 0; row < rows; ++row) {
        const auto at = static_cast<std::uint32_t>(positions[row]);
        out[row] = table[at < size ? at : 0];
    }
}

#define STAMP(T)                                                                                 \
    ANMIN_CLONES void take_rows(const std::int32_t* positions, std::size_t rows, const T* table, \
                                std::uint32_t size, T* out) {                                    \
        take_loop(positions, rows, table, size, out);                                            \
    }
STAMP(std::int32_t)
STAMP(std::int64_t)
#undef STAMP

}  // namespace

template <class T>
void take(const std::int32_t* positions, std::size_t rows, std::span<const T> table, T* out) {
    CHECK(!table.empty() && table.size() <= INT32_MAX, "a table of few values");
    take_rows(positions, rows, table.data(), static_cast<std::uint32_t>(table.size()), out);
}
template void take(const std::int32_t*, std::size_t, std::span<const std::int32_t>, std::int32_t*);
template void take(const std::int32_t*, std::size_t, std::span<const std::int64_t>, std::int64_t*);

template <class T, class Position>
Lane<T> look_up(Lane<Position> positions, std::span<const T> table,
                std::span<const std::uint8_t> nulls, Slot<T> out) {
    CHECK(nulls.empty() || nulls.size() == table.size(), "as many nulls as values");
    T some_null = 0;
    for (std::size_t row = 0; row < positions.rows; ++row) {
        const auto at =
            static_cast<std::size_t>(positions.values[row]);  // a negative one lies outside
        const bool missing = (positions.nulls != nullptr && positions.nulls[row] != 0) ||
                             at >= table.size() || (!nulls.empty() && nulls[at] != 0);
        out.values[row] = missing ? T{0} : table[at];
        out.nulls[row] = static_cast<T>(missing ? -1 : 0);
        some_null = static_cast<T>(some_null | out.nulls[row]);
    }
    return {out.values, some_null == 0 ? nullptr : out.nulls, positions.rows};
}

template <class T>
Lane<T> is_in(Lane<T> positions, std::span<const std::uint8_t> set, Slot<T> out) {
    for (std::size_t row = 0; row < positions.rows; ++row) {
        const auto at = static_cast<std::size_t>(positions.values[row]);
        out.values[row] = static_cast<T>(at < set.size() && set[at] != 0 ? -1 : 0);
    }
    return with_nulls_of(positions, out);
}

#define LOOK_UP(T, POSITION)                                                                    \
    template Lane<T> look_up(Lane<POSITION>, std::span<const T>, std::span<const std::uint8_t>, \
                             Slot<T>);
#define STAMP(T)             \
    LOOK_UP(T, std::int16_t) \
    LOOK_UP(T, std::int32_t) \
    LOOK_UP(T, std::int64_t) \
    template Lane<T> is_in(Lane<T>, std::span<const std::uint8_t>, Slot<T>);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP
#undef LOOK_UP

}  // namespace anmin::frame
