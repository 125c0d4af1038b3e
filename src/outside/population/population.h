// Reads a population file: opened once, mapped, and given out as frames.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "frame/frame.h"
#include "population/schema.h"
#include "result/result.h"

namespace anmin::population {

// A file opened for reading. The mapped file must not be changed in place while it is open: files
// are replaced by name (writer.h), never rewritten.
class Population {
public:
    // Checks the header, the footer and that every segment lies inside the file; reads no rows.
    // E-POP-002 cannot be opened, E-POP-003 not a population file, unfinished, of another version
    // or of another length than its header says, E-POP-004 the footer is damaged, E-POP-001 its
    // schema is not one.
    static Result<Population> open(const std::filesystem::path& file);
    Population(Population&&) noexcept;
    Population& operator=(Population&&) noexcept;
    ~Population();

    const Schema& schema() const;
    const Provenance& provenance() const;
    std::uint64_t households() const;
    std::uint64_t members() const;
    std::uint64_t file_bytes() const;
    // Of a column over all segments; `column` counts the household columns first, then the
    // members'.
    frame::Range range(std::size_t column) const;

    std::size_t segments() const;
    // One segment as the frame `households` with the child `members`. Every byte of it is checked
    // first, so that a plan may trust ranges, offsets and codes: E-POP-005 the checksum differs,
    // E-POP-006 offsets, E-POP-007 a column whose values are not what the footer says. The frame
    // borrows from this object.
    Result<frame::Frame> segment(std::size_t number) const;

private:
    struct State;
    explicit Population(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anmin::population
