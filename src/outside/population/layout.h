// Where things lie in a population file; shared by writer and reader, and told in
// docs/formats/population.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "population/schema.h"
#include "result/result.h"

namespace anmin::population {

constexpr std::array<char, 8> magic{'A', 'N', 'M', 'I', 'N', 'P', 'O', 'P'};
constexpr std::uint32_t first_version = 1;   // has no names of places
constexpr std::uint32_t format_version = 2;  // what is written; both are read
constexpr std::size_t alignment = 64;

constexpr std::uint64_t aligned(std::uint64_t position) {
    return (position + alignment - 1) / alignment * alignment;
}

// The first 64 bytes of the file, as they lie there; written last.
struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t finished = 0;  // 1 when the whole file is written
    std::uint64_t file_bytes = 0;
    std::uint64_t footer_position = 0;
    std::uint64_t footer_bytes = 0;
    std::uint64_t footer_checksum = 0;
    std::uint64_t reserved = 0;
    std::uint64_t header_checksum = 0;  // of the 56 bytes before it
};
static_assert(sizeof(Header) == 64);

// One segment: some households with all their members, contiguous in the file.
struct Segment {
    std::uint64_t position = 0;
    std::uint64_t bytes = 0;
    std::uint32_t households = 0;
    std::uint32_t members = 0;
    std::uint64_t checksum = 0;
    std::vector<frame::Range> ranges;  // of the household columns, then of the members' columns

    bool operator==(const Segment&) const = default;
};

// Everything behind the segments.
struct Footer {
    Provenance provenance;
    Schema schema;
    std::vector<Segment> segments;

    bool operator==(const Footer&) const = default;
};

std::vector<std::byte> encoded(const Footer& footer);
// Where the bytes of a footer come from: a file, of a version, and their position in it.
struct FooterPlace {
    std::string file;
    std::uint32_t version = format_version;
    std::uint64_t position = 0;
};
// E-POP-004 with the byte of the file where the footer cannot be read.
Result<Footer> decoded(std::span<const std::byte> bytes, const FooterPlace& place);

// Positions of the blocks of a segment of so many rows, relative to its start: the offsets of the
// households, then for each column its validity bitmap (if it is nullable) and its values. Each is
// aligned.
struct BlockPlan {
    struct Block {
        std::uint64_t validity = 0;  // 0: none (the offsets lie at 0)
        std::uint64_t values = 0;
        std::uint64_t rows = 0;
    };
    std::vector<Block> blocks;  // household columns, then members' columns
    std::uint64_t bytes = 0;    // of the whole segment
};
BlockPlan plan_of(const Schema& schema, std::uint64_t households, std::uint64_t members);

// The frame over the bytes of a segment; borrows them, and the schema's dictionaries.
frame::Frame frame_of(const Schema& schema, const Segment& segment, const std::byte* bytes);

}  // namespace anmin::population
