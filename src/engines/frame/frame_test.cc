#include "frame/frame.h"

#include "frame/builder.h"
#include "frame/lane_sample.h"
#include "frame/validity.h"

namespace anmin::frame {
namespace {

using namespace sample;

constexpr Width widths[] = {Width::one, Width::two, Width::four, Width::eight};

std::int64_t limit_of(Width width) {
    switch (width) {
        case Width::one: return INT8_MAX;
        case Width::two: return INT16_MAX;
        case Width::four: return INT32_MAX;
        case Width::eight: return INT64_MAX;
    }
    return 0;
}

TEST(TypeTest, NarrowestWidth) {
    for (const Width width : widths) {
        const std::int64_t most = limit_of(width);
        EXPECT_EQ(width_for(-most - 1, most), width);
        EXPECT_EQ(width_for(0, most), width);
        if (width == Width::eight) continue;
        EXPECT_GT(width_for(0, most + 1), width);
        EXPECT_GT(width_for(-most - 2, 0), width);
    }
}

// Values and nulls of every width come back, at every start, and the range is what was put in.
TEST(ColumnTest, ReadsWhatWasAppended) {
    for (const Width width : widths) {
        for (const bool nullable : {false, true}) {
            std::mt19937_64 random(static_cast<unsigned>(width) + (nullable ? 10 : 0));
            ColumnBuilder builder("amount", "金额", {Meaning::number, width, 2, nullable});
            std::vector<Cell<std::int64_t>> cells;
            const std::int64_t most = limit_of(width);
            for (int i = 0; i < 1000; ++i) {
                const std::int64_t choices[] = {-most - 1, -1, 0, 1, most};
                const bool null = nullable && random() % 7 == 0;
                const std::int64_t value = null ? 0 : choices[random() % 5];
                cells.push_back({value, null});
                null ? builder.append_null() : builder.append(value);
            }
            const Column column = builder.column();
            Scratch<std::int64_t> into;
            for (const std::size_t first : {0U, 1U, 63U, 64U, 65U, 700U}) {
                expect_rows(read_lane<std::int64_t>(column, first, 1000 - first, into),
                            1000 - first, [&](std::size_t row) { return cells[first + row]; });
            }
            EXPECT_EQ(column.at(999), cells[999].value);
            EXPECT_EQ(column.is_null(999), cells[999].null);
            EXPECT_EQ(measure(column).range, column.range);
            EXPECT_EQ(measure(column).hidden, 0U);
            EXPECT_FALSE(width != Width::eight && builder.fits(most + 1));
        }
    }
}

TEST(ColumnTest, FindsAValueHiddenUnderANull) {
    ColumnBuilder builder("amount", "", {Meaning::number, Width::four, 0, true});
    builder.append(5);
    builder.append_null();
    Column column = builder.column();
    const std::int32_t values[] = {5, 6};
    column.values = reinterpret_cast<const std::byte*>(values);
    EXPECT_EQ(measure(column).hidden, 1U);
    EXPECT_EQ(measure(column).range, (Range{5, 5, 1, true}));
}

TEST(ColumnTest, BooleansAreReadAsMasks) {
    ColumnBuilder builder("studying", "在读", {Meaning::boolean, Width::one, 0, true});
    const Truth cells[] = {Truth::yes, Truth::unknown, Truth::no};
    for (const Truth truth : cells) {
        truth == Truth::unknown ? builder.append_null()
                                : builder.append(truth == Truth::yes ? 1 : 0);
    }
    Scratch<std::int32_t> into;
    expect_rows(read_truths<std::int32_t>(builder.column(), 0, 3, into), 3,
                [&](std::size_t row) { return mask_of<std::int32_t>(cells[row]); });
}

TEST(ColumnTest, IsFoundByNameOrLabel) {
    ColumnBuilder builder("birth", "出生日期", {Meaning::date, Width::four, 0, false});
    const Frame table{"members", 0, {builder.column()}, {}};
    EXPECT_NE(table.find_column("birth"), nullptr);
    EXPECT_NE(table.find_column("出生日期"), nullptr);
    EXPECT_EQ(table.find_column(""), nullptr);
    EXPECT_EQ(table.find_column("death"), nullptr);
}

TEST(ChunkTest, CutsAtBordersOfRows) {
    std::mt19937 random(3);
    OffsetsBuilder builder;
    for (int row = 0; row < 20'000; ++row) builder.append(row == 100 ? chunk_rows : random() % 5);
    const std::vector<Chunk> chunks = chunks_of(builder.offsets());
    std::size_t row = 0;
    std::size_t member = 0;
    for (const Chunk& chunk : chunks) {
        EXPECT_EQ(chunk.first, row);
        EXPECT_EQ(chunk.first_member, member);
        EXPECT_GT(chunk.rows, 0U);
        EXPECT_LE(chunk.rows, chunk_rows);
        EXPECT_LE(chunk.members, chunk_rows);
        EXPECT_EQ(builder.offsets()[chunk.first + chunk.rows], chunk.first_member + chunk.members);
        row += chunk.rows;
        member += chunk.members;
    }
    EXPECT_EQ(row, 20'000U);
    EXPECT_EQ(member, builder.members());
    EXPECT_TRUE(chunks_of(std::span<const std::uint32_t>()).empty());
    EXPECT_EQ(chunks_of(std::size_t{5000}),
              (std::vector<Chunk>{{0, 4096, 0, 0}, {4096, 904, 0, 0}}));
}

TEST(RangeTest, Joins) {
    const Range nothing{0, 0, 3, false};
    const Range some{-5, 7, 1, true};
    EXPECT_EQ(joined(nothing, some), (Range{-5, 7, 4, true}));
    EXPECT_EQ(joined(some, nothing), (Range{-5, 7, 4, true}));
    EXPECT_EQ(joined(some, {9, 10, 0, true}), (Range{-5, 10, 1, true}));
}

TEST(ValidityTest, MasksAndBitsAreTheSame) {
    std::mt19937 random(5);
    std::vector<std::int16_t> nulls(333);
    for (auto& null : nulls) null = static_cast<std::int16_t>(random() % 3 == 0 ? -1 : 0);
    std::vector<std::uint64_t> bits(words_for(nulls.size()));
    write_validity(nulls.data(), nulls.size(), bits.data());
    for (std::size_t first = 0; first < nulls.size(); ++first) {
        std::vector<std::int16_t> read(nulls.size() - first);
        read_nulls(bits.data(), first, read.size(), read.data());
        EXPECT_TRUE(std::equal(read.begin(), read.end(),
                               nulls.begin() + static_cast<std::ptrdiff_t>(first)));
        EXPECT_EQ(count_nulls(bits.data(), first, read.size()),
                  static_cast<std::size_t>(std::count(read.begin(), read.end(), -1)));
    }
    EXPECT_EQ(bits.back() >> (nulls.size() % 64), 0U);
}

template <class To, class From>
void expect_converted(const std::vector<Cell<From>>& cells) {
    const Made<From> made(cells);
    Scratch<To> into;
    std::vector<To> overflow(cells.size());
    const Lane<To> lane = converted<To, From>(made.lane(), into, overflow.data());
    expect_rows(lane, cells.size(), [&](std::size_t row) -> Cell<To> {
        const To narrow = static_cast<To>(cells[row].value);
        return {narrow == cells[row].value ? narrow : To{0}, cells[row].null};
    });
    for (std::size_t row = 0; row < cells.size(); ++row) {
        const bool fits = static_cast<To>(cells[row].value) == cells[row].value;
        EXPECT_EQ(overflow[row], fits ? To{0} : To{-1});
    }
}

TEST(ConversionTest, ReportsWhatDoesNotFit) {
    for (const bool nulls : {false, true}) {
        expect_converted<std::int16_t>(drawn<std::int64_t>(500, 1, nulls));
        expect_converted<std::int32_t>(drawn<std::int64_t>(500, 2, nulls));
        expect_converted<std::int16_t>(drawn<std::int32_t>(500, 3, nulls));
        expect_converted<std::int64_t>(drawn<std::int16_t>(500, 4, nulls));
        expect_converted<std::int64_t>(drawn<std::int32_t>(500, 5, nulls));
        expect_converted<std::int32_t>(drawn<std::int32_t>(500, 6, nulls));
    }
}

TEST(LaneTest, KeepsItsInvariantInEveryEncoding) {
    for (const bool nulls : {false, true}) {
        const std::vector<Cell<std::int32_t>> cells = drawn<std::int32_t>(1000, 9, nulls);
        const Made<std::int32_t> made(cells);
        for (int how = 0; how < reencodings; ++how) {
            Scratch<std::int32_t> into;
            expect_rows(reencoded(made.lane(), how, into), cells.size(),
                        [&](std::size_t row) { return cells[row]; });
        }
    }
    const std::int32_t values[] = {0, 4};
    const std::int32_t masks[] = {0, -1};
    const std::int32_t odd[] = {0, 3};
    EXPECT_NE(fault_of(Lane<std::int32_t>{values, masks, 2}), "");
    EXPECT_NE(fault_of(Lane<std::int32_t>{values, odd, 2}), "");
    EXPECT_EQ(fault_of(Lane<std::int32_t>{values, nullptr, 2}), "");
    Scratch<std::int32_t> into;
    EXPECT_EQ(null_rows(Lane<std::int32_t>{masks, masks, 2}, Slot<std::int32_t>(into)).values[1],
              -1);
    EXPECT_EQ(null_rows(Lane<std::int32_t>{masks, nullptr, 2}, Slot<std::int32_t>(into)).values[1],
              0);
}

}  // namespace
}  // namespace anmin::frame
