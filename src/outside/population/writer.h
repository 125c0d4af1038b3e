// Writes a population file, segment after segment, in one pass.
#pragma once

#include <filesystem>
#include <memory>

#include "frame/frame.h"
#include "population/schema.h"
#include "result/result.h"

namespace anmin::population {

struct Written {
    std::uint64_t households = 0;
    std::uint64_t members = 0;
    std::uint64_t segments = 0;
    std::uint64_t bytes = 0;
};

// Writes beside the target and takes its name only in finish(): a file of that name is always
// whole. When the writer goes away unfinished, nothing is left.
class Writer {
public:
    // E-POP-001 the schema is not one, E-POP-008 the file cannot be made.
    static Result<Writer> create(const std::filesystem::path& file, Schema schema,
                                 Provenance provenance);
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

    // The schema as stored here: columns to append may borrow its dictionaries.
    const Schema& schema() const;

    // Households with their members; the columns must be those of the schema (a CHECK, as code
    // makes them). At most 2^32 - 1 members, at most frame::chunk_rows to a household. E-POP-009
    // the disk failed.
    Result<void> append(const frame::Frame& households);

    // Writes the footer and the header, syncs, and gives the file its name. E-POP-009 the disk
    // failed.
    Result<Written> finish();

private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anmin::population
