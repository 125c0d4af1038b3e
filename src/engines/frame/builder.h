// Columns that grow row by row; they own their memory and are lent out as frames.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "result/result.h"

namespace anmin::frame {

class ColumnBuilder {
public:
    ColumnBuilder(std::string name, std::string label, Type type,
                  const Dictionary* dictionary = nullptr);

    // The raw whole number (fen, days, position in the dictionary).
    // INVARIANT: it fits the width; check with `fits` where it comes from outside.
    void append(std::int64_t value);
    // INVARIANT: the column is nullable.
    void append_null();
    bool fits(std::int64_t value) const;

    std::size_t rows() const { return rows_; }
    // Forgets the rows, keeps the memory.
    void clear();
    // Borrows the rows; invalid after the next append or clear.
    Column column() const;

private:
    template <class T>
    void push(std::int64_t value);

    Column described_;
    std::size_t rows_ = 0;
    std::vector<std::byte> values_;
    std::vector<std::uint64_t> validity_;
    Range range_;
};

// The offsets of a child table, one row of the parent after another.
class OffsetsBuilder {
public:
    void append(std::size_t members) {
        offsets_.push_back(static_cast<std::uint32_t>(offsets_.back() + members));
    }
    std::size_t members() const { return offsets_.back(); }
    void clear() { offsets_.assign(1, 0); }
    std::span<const std::uint32_t> offsets() const { return offsets_; }

private:
    std::vector<std::uint32_t> offsets_{0};
};

}  // namespace anmin::frame
