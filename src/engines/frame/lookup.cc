#include "frame/lookup.h"

#include "frame/clones.h"
#include "frame/nulls.h"
#include "result/result.h"

namespace anmin::frame {

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
