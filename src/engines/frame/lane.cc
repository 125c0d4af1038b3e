#include "frame/lane.h"

#include <algorithm>

#include "frame/clones.h"
#include "frame/validity.h"
#include "result/result.h"

namespace anmin::frame {
namespace {

template <class T, class Stored>
[[gnu::always_inline]] inline void widen(const Stored* __restrict from, std::size_t rows,
                                         T* __restrict to) {
    for (std::size_t row = 0; row < rows; ++row) to[row] = static_cast<T>(from[row]);
}

template <class T>
[[gnu::always_inline]] inline void to_masks(const std::int8_t* __restrict from, std::size_t rows,
                                            T* __restrict to) {
    for (std::size_t row = 0; row < rows; ++row)
        to[row] = static_cast<T>(-static_cast<T>(from[row] != 0));
}

// Values that do not fit become 0; returns them as masks where `over` is asked for.
template <class To, class From>
[[gnu::always_inline]] inline void narrow(const From* __restrict from, std::size_t rows,
                                          To* __restrict to, To* __restrict over) {
    for (std::size_t row = 0; row < rows; ++row) {
        const To value = static_cast<To>(from[row]);
        const To fits = static_cast<To>(-static_cast<To>(static_cast<From>(value) == from[row]));
        to[row] = static_cast<To>(value & fits);
        over[row] = static_cast<To>(over[row] | static_cast<To>(~fits));
    }
}

#define WIDEN(T, STORED)                                                        \
    ANMIN_CLONES void widen_rows(const STORED* from, std::size_t rows, T* to) { \
        widen(from, rows, to);                                                  \
    }
WIDEN(std::int16_t, std::int8_t)
WIDEN(std::int32_t, std::int8_t)
WIDEN(std::int64_t, std::int8_t)
WIDEN(std::int32_t, std::int16_t)
WIDEN(std::int64_t, std::int16_t)
WIDEN(std::int64_t, std::int32_t)
WIDEN(std::int16_t, std::int32_t)  // masks, and numbers proven to fit
WIDEN(std::int16_t, std::int64_t)
WIDEN(std::int32_t, std::int64_t)
#undef WIDEN

#define NARROW(TO, FROM)                                                                  \
    ANMIN_CLONES void narrow_rows(const FROM* from, std::size_t rows, TO* to, TO* over) { \
        narrow(from, rows, to, over);                                                     \
    }
NARROW(std::int16_t, std::int32_t)
NARROW(std::int16_t, std::int64_t)
NARROW(std::int32_t, std::int64_t)
#undef NARROW

#define STAMP(T)                                                                    \
    ANMIN_CLONES void mask_rows(const std::int8_t* from, std::size_t rows, T* to) { \
        to_masks(from, rows, to);                                                   \
    }
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

template <class T, class Stored>
const T* values_of(const std::byte* bytes, std::size_t first, std::size_t rows, T* into) {
    const auto* stored = reinterpret_cast<const Stored*>(bytes) + first;
    if constexpr (sizeof(Stored) == sizeof(T)) {
        return stored;
    } else if constexpr (sizeof(Stored) < sizeof(T)) {
        widen_rows(stored, rows, into);
        return into;
    } else {
        CHECK(false, "a lane is not narrower than its column");
    }
}

template <class T>
const T* nulls_of(const Column& column, std::size_t first, std::size_t rows, T* into) {
    if (count_nulls(column.validity, first, rows) == 0) return nullptr;
    read_nulls(column.validity, first, rows, into);
    return into;
}

}  // namespace

template <class T>
Lane<T> read_lane(const Column& column, std::size_t first, std::size_t rows, Slot<T> into) {
    CHECK(rows <= chunk_rows && first <= column.rows && rows <= column.rows - first,
          "rows of the column");
    const T* nulls = nulls_of(column, first, rows, into.nulls);
    const std::byte* bytes = column.values;
    switch (column.type.width) {
        case Width::one:
            return {values_of<T, std::int8_t>(bytes, first, rows, into.values), nulls, rows};
        case Width::two:
            return {values_of<T, std::int16_t>(bytes, first, rows, into.values), nulls, rows};
        case Width::four:
            return {values_of<T, std::int32_t>(bytes, first, rows, into.values), nulls, rows};
        case Width::eight:
            return {values_of<T, std::int64_t>(bytes, first, rows, into.values), nulls, rows};
    }
    return {};
}

template <class T>
Lane<T> read_truths(const Column& column, std::size_t first, std::size_t rows, Slot<T> into) {
    CHECK(column.type.meaning == Meaning::boolean && column.type.width == Width::one,
          "a column of booleans");
    CHECK(rows <= chunk_rows && first <= column.rows && rows <= column.rows - first,
          "rows of the column");
    mask_rows(reinterpret_cast<const std::int8_t*>(column.values) + first, rows, into.values);
    return {into.values, nulls_of(column, first, rows, into.nulls), rows};
}

template <class To, class From>
Lane<To> converted(Lane<From> lane, Slot<To> into, To* overflow) {
    if constexpr (sizeof(To) == sizeof(From)) {
        std::copy_n(lane.values, lane.rows, into.values);
        if (lane.nulls != nullptr) std::copy_n(lane.nulls, lane.rows, into.nulls);
    } else {
        if constexpr (sizeof(To) < sizeof(From)) {
            if (overflow != nullptr) {
                narrow_rows(lane.values, lane.rows, into.values, overflow);
            } else {
                widen_rows(lane.values, lane.rows, into.values);
            }
        } else {
            widen_rows(lane.values, lane.rows, into.values);
        }
        if (lane.nulls != nullptr) widen_rows(lane.nulls, lane.rows, into.nulls);
    }
    return {into.values, lane.nulls == nullptr ? nullptr : into.nulls, lane.rows};
}

template <class T>
Lane<T> filled(Cell<T> cell, std::size_t rows, Slot<T> into) {
    std::fill_n(into.values, rows, cell.null ? T{0} : cell.value);
    if (cell.null) std::fill_n(into.nulls, rows, T{-1});
    return {into.values, cell.null ? into.nulls : nullptr, rows};
}

template <class T>
Lane<T> null_rows(Lane<T> lane, Slot<T> into) {
    if (lane.nulls != nullptr) return {lane.nulls, nullptr, lane.rows};
    return filled<T>({0, false}, lane.rows, into);
}

template <class T>
std::string fault_of(Lane<T> lane) {
    if (lane.rows > chunk_rows)
        return "longer than a chunk: " + std::to_string(lane.rows) + " rows";
    for (std::size_t row = 0; lane.nulls != nullptr && row < lane.rows; ++row) {
        if (lane.nulls[row] != 0 && lane.nulls[row] != -1) {
            return "row " + std::to_string(row) + ": null mask is neither 0 nor -1";
        }
        if (lane.nulls[row] != 0 && lane.values[row] != 0) {
            return "row " + std::to_string(row) + ": null, but holds a value";
        }
    }
    return {};
}

namespace {

// The column's own way of keeping rows: a bitmap, and the narrowest width that holds them.
template <class T, class Stored>
Lane<T> stored_and_read(Lane<T> lane, Slot<T> into) {
    std::vector<Stored> values(lane.rows);
    std::vector<std::uint64_t> validity(words_for(lane.rows));
    std::transform(lane.values, lane.values + lane.rows, values.begin(),
                   [](T value) { return static_cast<Stored>(value); });
    write_validity(lane.nulls, lane.rows, validity.data());
    std::transform(values.begin(), values.end(), into.values,
                   [](Stored value) { return static_cast<T>(value); });
    if (lane.nulls == nullptr) return {into.values, nullptr, lane.rows};
    read_nulls(validity.data(), 0, lane.rows, into.nulls);
    return {into.values, into.nulls, lane.rows};
}

}  // namespace

template <class T>
Lane<T> reencoded(Lane<T> lane, int how, Scratch<T>& into) {
    Slot<T> slot = into;
    if (how == 2) {
        const auto [least, most] = std::minmax_element(lane.values, lane.values + lane.rows);
        const Width width = lane.rows == 0 ? Width::one : width_for(*least, *most);
        switch (width) {
            case Width::one: return stored_and_read<T, std::int8_t>(lane, slot);
            case Width::two: return stored_and_read<T, std::int16_t>(lane, slot);
            case Width::four: return stored_and_read<T, std::int32_t>(lane, slot);
            case Width::eight: return stored_and_read<T, std::int64_t>(lane, slot);
        }
    }
    const std::size_t shift = how == 0 && lane.rows < chunk_rows ? 1 : 0;
    std::copy_n(lane.values, lane.rows, slot.values + shift);
    if (lane.nulls != nullptr) {
        std::copy_n(lane.nulls, lane.rows, slot.nulls + shift);
    } else if (how == 1) {
        std::fill_n(slot.nulls, lane.rows, T{0});
    }
    const bool without = lane.nulls == nullptr && how != 1;
    return {slot.values + shift, without ? nullptr : slot.nulls + shift, lane.rows};
}

#define STAMP(T)                                                                    \
    template Lane<T> read_lane(const Column&, std::size_t, std::size_t, Slot<T>);   \
    template Lane<T> read_truths(const Column&, std::size_t, std::size_t, Slot<T>); \
    template Lane<T> filled(Cell<T>, std::size_t, Slot<T>);                         \
    template Lane<T> null_rows(Lane<T>, Slot<T>);                                   \
    template std::string fault_of(Lane<T>);                                         \
    template Lane<T> reencoded(Lane<T>, int, Scratch<T>&);                          \
    template Lane<T> converted(Lane<std::int16_t>, Slot<T>, T*);                    \
    template Lane<T> converted(Lane<std::int32_t>, Slot<T>, T*);                    \
    template Lane<T> converted(Lane<std::int64_t>, Slot<T>, T*);
ANMIN_FOR_WIDTHS(STAMP)
#undef STAMP

}  // namespace anmin::frame
