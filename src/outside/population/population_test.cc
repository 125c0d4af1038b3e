#include "population/population.h"

#include <cstring>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <unistd.h>

#include "frame/builder.h"
#include "population/checksum.h"
#include "population/layout.h"
#include "population/writer.h"

namespace anmin::population {
namespace {

using frame::ColumnBuilder;
using frame::Meaning;
using frame::Width;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void put(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

Schema small_schema() {
    Schema schema;
    schema.dictionaries = {{{"110101001", "110101002"}}, {{"男", "女"}}};
    schema.household = {
        {"division", "乡镇", {Meaning::text, Width::four, 0, false}, 0},
        {"deposits", "存款", {Meaning::number, Width::four, 2, true}, no_dictionary}};
    schema.members = {{"sex", "性别", {Meaning::text, Width::one, 0, false}, 1},
                      {"birth", "出生日期", {Meaning::date, Width::four, 0, false}, no_dictionary},
                      {"studying", "在读", {Meaning::boolean, Width::one, 0, true}, no_dictionary},
                      {"wage", "工资", {Meaning::number, Width::eight, 2, true}, no_dictionary}};
    schema.places = {{"11", "北京市"}, {"110101", "东城区"}, {"110101001", "东华门街道"}};
    return schema;
}

Provenance small_provenance() {
    return {"合成数据", "test", *calendar::Date::of(2025, 12, 31),
            true,       true,   {{"seed", "7"}, {"scale", "1"}}};
}

// The columns of one segment, ready to be filled with right or wrong values.
struct Sample {
    explicit Sample(const Schema& schema) {
        for (const ColumnSpec& spec : schema.household) add(household, schema, spec);
        for (const ColumnSpec& spec : schema.members) add(members, schema, spec);
    }
    static void add(std::vector<ColumnBuilder>& into, const Schema& schema,
                    const ColumnSpec& spec) {
        into.emplace_back(spec.name, spec.label, spec.type,
                          spec.dictionary == no_dictionary
                              ? nullptr
                              : &schema.dictionaries[static_cast<std::size_t>(spec.dictionary)]);
    }
    void fill(int households, int first) {
        for (int i = first; i < first + households; ++i) {
            household[0].append(i % 2);
            i % 5 == 0 ? household[1].append_null() : household[1].append(i * 100);
            for (int j = 0; j < i % 4; ++j) {
                members[0].append(j % 2);
                members[1].append(10'000 + i * 10 + j);
                j == 2 ? members[2].append_null() : members[2].append(j % 2);
                i % 7 == 0 ? members[3].append_null()
                           : members[3].append(std::int64_t{1} << (i % 60));
            }
            offsets.append(static_cast<std::size_t>(i % 4));
        }
    }
    frame::Frame frame() const {
        frame::Frame top{household_table, household[0].rows(), {}, {}};
        frame::Frame below{members_table, members[0].rows(), {}, {}};
        for (const ColumnBuilder& builder : household) top.columns.push_back(builder.column());
        for (const ColumnBuilder& builder : members) below.columns.push_back(builder.column());
        top.children.push_back({offsets.offsets(), below});
        return top;
    }
    std::vector<ColumnBuilder> household;
    std::vector<ColumnBuilder> members;
    frame::OffsetsBuilder offsets;
};

class PopulationTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  ("anmin-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder_);
        file_ = folder_ / "small.population";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    // Three segments, of which one is empty.
    void write_small() {
        Writer writer = Writer::create(file_, small_schema(), small_provenance()).value();
        for (const int households : {100, 0, 33}) {
            Sample sample(writer.schema());
            sample.fill(households, households);
            ASSERT_TRUE(writer.append(sample.frame()).ok());
        }
        const Written written = writer.finish().value();
        EXPECT_EQ(written.households, 133U);
        EXPECT_EQ(written.segments, 3U);
        EXPECT_EQ(written.bytes, std::filesystem::file_size(file_));
    }
    // Writes one segment that was spoilt on purpose, with right checksums, and reads it again.
    std::string code_of(const std::function<void(Sample&)>& spoil) {
        Writer writer = Writer::create(file_, small_schema(), small_provenance()).value();
        Sample sample(writer.schema());
        sample.fill(20, 0);
        spoil(sample);
        EXPECT_TRUE(writer.append(sample.frame()).ok());
        EXPECT_TRUE(writer.finish().ok());
        const Population population = Population::open(file_).value();
        const auto segment = population.segment(0);
        return segment.ok() ? "" : segment.error().code;
    }
    // Opens and reads everything; the code of the first error, or nothing.
    std::string code_of_file() {
        const auto population = Population::open(file_);
        if (!population.ok()) return population.error().code;
        for (std::size_t i = 0; i < population.value().segments(); ++i) {
            const auto segment = population.value().segment(i);
            if (!segment.ok()) return segment.error().code;
        }
        return "";
    }

    std::filesystem::path folder_;
    std::filesystem::path file_;
};

void expect_same(const frame::Frame& one, const frame::Frame& other) {
    ASSERT_EQ(one.rows, other.rows);
    ASSERT_EQ(one.columns.size(), other.columns.size());
    for (std::size_t c = 0; c < one.columns.size(); ++c) {
        EXPECT_EQ(one.columns[c].name, other.columns[c].name);
        EXPECT_EQ(one.columns[c].label, other.columns[c].label);
        EXPECT_EQ(one.columns[c].type, other.columns[c].type);
        EXPECT_EQ(one.columns[c].range, other.columns[c].range);
        for (std::size_t row = 0; row < one.rows; ++row) {
            ASSERT_EQ(one.columns[c].at(row), other.columns[c].at(row));
            ASSERT_EQ(one.columns[c].is_null(row), other.columns[c].is_null(row));
        }
    }
}

TEST_F(PopulationTest, ReadsWhatWasWritten) {
    write_small();
    const Population population = Population::open(file_).value();
    EXPECT_EQ(population.schema(), small_schema());
    EXPECT_EQ(population.provenance(), small_provenance());
    EXPECT_EQ(population.households(), 133U);
    EXPECT_EQ(population.file_bytes(), std::filesystem::file_size(file_));
    ASSERT_EQ(population.segments(), 3U);
    std::uint64_t members = 0;
    std::size_t segment = 0;
    for (const int households : {100, 0, 33}) {
        const frame::Frame read = population.segment(segment++).value();
        Sample sample(population.schema());
        sample.fill(households, households);
        const frame::Frame written = sample.frame();
        expect_same(read, written);
        ASSERT_EQ(read.children.size(), 1U);
        EXPECT_TRUE(std::ranges::equal(read.children[0].offsets, written.children[0].offsets));
        expect_same(read.children[0].frame, written.children[0].frame);
        members += read.children[0].frame.rows;
    }
    EXPECT_EQ(population.members(), members);
    EXPECT_EQ(population.range(0), (frame::Range{0, 1, 0, true}));
}

TEST_F(PopulationTest, AnyChangedByteIsRefused) {
    write_small();
    const std::string whole = bytes_of(file_);
    ASSERT_EQ(code_of_file(), "");
    std::fstream file(file_, std::ios::binary | std::ios::in | std::ios::out);
    const auto set = [&](std::size_t at, char byte) {
        file.seekp(static_cast<std::streamoff>(at));
        file.put(byte).flush();
    };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        set(at, static_cast<char>(whole[at] ^ (1 << (at % 8))));
        ASSERT_NE(code_of_file(), "") << "byte " << at;
        set(at, whole[at]);
    }
    EXPECT_EQ(code_of_file(), "");
}

TEST_F(PopulationTest, AnyOtherLengthIsRefused) {
    write_small();
    const std::string whole = bytes_of(file_);
    for (std::size_t length = 0; length < whole.size(); length += length < 200 ? 1 : 37) {
        put(file_, whole.substr(0, length));
        ASSERT_EQ(code_of_file(), "E-POP-003") << length;
    }
    put(file_, whole + "x");
    const Error error = Population::open(file_).error();
    EXPECT_EQ(error.code, "E-POP-003");
    EXPECT_NE(error.finding.find(std::to_string(whole.size() + 1)), std::string::npos);
    EXPECT_NE(error.expectation.find(std::to_string(whole.size())), std::string::npos);
}

TEST_F(PopulationTest, SaysWhichSegmentIsDamagedAndLeavesTheOthers) {
    write_small();
    std::string bytes = bytes_of(file_);
    bytes[64 + 5] = static_cast<char>(bytes[64 + 5] ^ 1);
    put(file_, bytes);
    const Population population = Population::open(file_).value();
    const Error error = population.segment(0).error();
    EXPECT_EQ(error.code, "E-POP-005");
    EXPECT_NE(error.place.find("第 0 段"), std::string::npos);
    EXPECT_NE(error.finding.find("第 64 字节"), std::string::npos);
    EXPECT_TRUE(population.segment(2).ok());
}

TEST_F(PopulationTest, RightChecksumsDoNotMakeWrongValuesRight) {
    EXPECT_EQ(code_of([](Sample&) {}), "");
    EXPECT_EQ(code_of([](Sample& sample) {
                  sample.household[0].append(2);  // no such entry of the dictionary
                  sample.household[1].append(0);
                  sample.offsets.append(0);
              }),
              "E-POP-007");
    const auto with_member = [](std::int64_t sex, std::int64_t birth, std::int64_t studying) {
        return [=](Sample& sample) {
            sample.household[0].append(0);
            sample.household[1].append(0);
            sample.offsets.append(1);
            sample.members[0].append(sex);
            sample.members[1].append(birth);
            sample.members[2].append(studying);
            sample.members[3].append(0);
        };
    };
    EXPECT_EQ(code_of(with_member(1, last_day, 1)), "");
    EXPECT_EQ(code_of(with_member(-1, 0, 1)), "E-POP-007");
    EXPECT_EQ(code_of(with_member(1, last_day + 1, 1)), "E-POP-007");
    EXPECT_EQ(code_of(with_member(1, first_day - 1, 1)), "E-POP-007");
    EXPECT_EQ(code_of(with_member(1, 0, 2)), "E-POP-007");
}

// Changes bytes of the first segment and gives the file checksums that fit.
void forge(const std::filesystem::path& file, std::uint64_t at, std::uint32_t value) {
    std::string bytes = bytes_of(file);
    std::memcpy(bytes.data() + 64 + at, &value, sizeof value);
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    const auto span = [&](std::uint64_t position, std::uint64_t length) {
        return std::as_bytes(std::span(bytes)).subspan(position, length);
    };
    Footer footer = decoded(span(header.footer_position, header.footer_bytes), {}).value();
    footer.segments[0].checksum =
        checksum(span(footer.segments[0].position, footer.segments[0].bytes));
    const std::vector<std::byte> again = encoded(footer);
    std::memcpy(bytes.data() + header.footer_position, again.data(), again.size());
    header.footer_checksum = checksum(again);
    header.header_checksum = checksum(std::as_bytes(std::span(&header, 1)).first(56));
    std::memcpy(bytes.data(), &header, sizeof header);
    put(file, bytes);
}

TEST_F(PopulationTest, ForgedOffsetsAndHiddenValuesAreRefused) {
    const BlockPlan plan = plan_of(small_schema(), 100, 150);
    for (const std::uint32_t offset :
         {std::uint32_t{5}, std::uint32_t{1'000'000}, std::uint32_t{0xFFFFFFFF}}) {
        write_small();
        forge(file_, 4, offset);
        EXPECT_EQ(code_of_file(), "E-POP-006") << offset;
    }
    write_small();
    forge(file_, plan.blocks[1].values, 77);  // deposits of the first household, which is null
    EXPECT_EQ(code_of_file(), "E-POP-007");
    write_small();
    forge(file_, plan.blocks[1].values + 4, 0x7FFFFFFF);  // above the greatest value of the footer
    EXPECT_EQ(code_of_file(), "E-POP-007");
}

TEST_F(PopulationTest, AnUnfinishedFileLeavesNothing) {
    {
        Writer writer = Writer::create(file_, small_schema(), small_provenance()).value();
        Sample sample(writer.schema());
        sample.fill(10, 0);
        ASSERT_TRUE(writer.append(sample.frame()).ok());
        EXPECT_FALSE(std::filesystem::exists(file_));
        // What a killed process leaves behind is not taken for a file.
        std::filesystem::copy_file(file_.string() + ".part", file_.string() + ".copy");
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
    std::filesystem::rename(file_.string() + ".copy", file_);
    EXPECT_EQ(code_of_file(), "E-POP-003");
}

TEST_F(PopulationTest, AFileIsReplacedWhole) {
    put(file_, "old");
    {
        Writer writer = Writer::create(file_, small_schema(), small_provenance()).value();
        EXPECT_EQ(bytes_of(file_), "old");
    }
    EXPECT_EQ(bytes_of(file_), "old");
    write_small();
    EXPECT_EQ(code_of_file(), "");
}

TEST_F(PopulationTest, OtherFilesAreRefusedWithReason) {
    EXPECT_EQ(Population::open(folder_ / "none").error().code, "E-POP-002");
    EXPECT_EQ(Population::open(folder_).error().code, "E-POP-003");
    put(file_, std::string(100, 'x'));
    EXPECT_EQ(code_of_file(), "E-POP-003");
    EXPECT_EQ(Writer::create(folder_ / "no" / "folder", small_schema(), {}).error().code,
              "E-POP-008");
    write_small();
    std::string bytes = bytes_of(file_);
    for (const char version : {'\0', '\3'}) {
        bytes[8] = version;
        put(file_, bytes);
        EXPECT_EQ(Population::open(file_).error().fault, Fault::unsupported);
    }
}

// Gives a file another version, and what the change of its footer to `footer` asks for.
void rewrite(const std::filesystem::path& file, std::uint32_t version,
             const std::function<void(std::string&)>& change) {
    const std::string bytes = bytes_of(file);
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::string footer = bytes.substr(header.footer_position);
    change(footer);
    header.version = version;
    header.footer_bytes = footer.size();
    header.file_bytes = header.footer_position + footer.size();
    header.footer_checksum = checksum(std::as_bytes(std::span(footer)));
    header.header_checksum = checksum(std::as_bytes(std::span(&header, 1)).first(56));
    std::string all = bytes.substr(0, header.footer_position) + footer;
    std::memcpy(all.data(), &header, sizeof header);
    put(file, all);
}

TEST_F(PopulationTest, PlacesHaveTheirNames) {
    write_small();
    const Population population = Population::open(file_).value();
    EXPECT_EQ(population.schema().find_name("110101"), "东城区");
    EXPECT_EQ(population.schema().find_name("11"), "北京市");
    for (const char* code : {"", "1", "1101", "110101002", "12"})
        EXPECT_EQ(population.schema().find_name(code), "") << code;
}

TEST_F(PopulationTest, AFileOfVersionOneIsReadAndHasNoNames) {
    std::size_t names = 4;  // the list of names: its length, then two texts each
    for (const PlaceName& one : small_schema().places)
        names += 8 + one.code.size() + one.name.size();
    const auto without = [&](std::string& footer) { footer.resize(footer.size() - names); };
    write_small();
    rewrite(file_, 1, without);
    EXPECT_EQ(code_of_file(), "");
    {
        const Population population = Population::open(file_).value();
        EXPECT_TRUE(population.schema().places.empty());
        EXPECT_EQ(population.households(), 133U);
    }
    write_small();
    rewrite(file_, 2, without);
    EXPECT_EQ(code_of_file(), "E-POP-004") << "version 2 says how many names there are";
    write_small();
    rewrite(file_, 1, [](std::string&) {});
    EXPECT_EQ(code_of_file(), "E-POP-004") << "version 1 ends behind its segments";
    write_small();
    rewrite(file_, 2, [](std::string& footer) { footer.resize(footer.size() - 1); });
    EXPECT_EQ(code_of_file(), "E-POP-004") << "a name cut short";
    write_small();
    rewrite(file_, 2, [](std::string& footer) { footer.back() = '\n'; });
    EXPECT_EQ(code_of_file(), "E-POP-004") << "no UTF-8 any more";
    write_small();
    rewrite(file_, 2, [](std::string& footer) {
        footer.replace(footer.size() - std::string("东华门街道").size(), 3, "\nab");
    });
    EXPECT_EQ(code_of_file(), "E-POP-001") << "a name of two lines";
}

TEST_F(PopulationTest, SchemasAreChecked) {
    const auto code = [&](const std::function<void(Schema&)>& change) {
        Schema schema = small_schema();
        change(schema);
        const auto writer = Writer::create(file_, schema, small_provenance());
        return writer.ok() ? "" : writer.error().code;
    };
    EXPECT_EQ(code([](Schema&) {}), "");
    for (const char* name : {"", "Wage", "2nd", "a b", "工资", "sex"}) {
        EXPECT_EQ(code([&](Schema& schema) { schema.members[3].name = name; }), "E-POP-001")
            << name;
    }
    EXPECT_EQ(code([](Schema& schema) { schema.members[3].label = "性别"; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members[3].type.scale = 19; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members[1].type.scale = 1; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members[1].type.width = Width::eight; }),
              "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members[2].type.width = Width::two; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members[0].dictionary = 2; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members[3].dictionary = 1; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.members.clear(); }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.dictionaries[1].texts[0] = "女"; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.dictionaries[1].texts[0] = "\xFF"; }), "E-POP-001");
    EXPECT_EQ(code([](Schema& schema) { schema.places.clear(); }), "");
    const std::string long_name(301, 'x');
    for (const char* name : {"", "\xFF", "东\n城区", "东\x7F", long_name.c_str()})
        EXPECT_EQ(code([&](Schema& schema) { schema.places[1].name = name; }), "E-POP-001") << name;
    for (const char* wrong : {"", "1101a", "11", "110101001", "2"})
        EXPECT_EQ(code([&](Schema& schema) { schema.places[1].code = wrong; }), "E-POP-001")
            << wrong;
}

TEST(ChecksumTest, IsXxh64) {
    const auto of = [](std::string_view text) { return checksum(std::as_bytes(std::span(text))); };
    EXPECT_EQ(of(""), 0xEF46DB3751D8E999ULL);
    EXPECT_EQ(of("a"), 0xD24EC4F1A98C6E5BULL);
    EXPECT_EQ(of("abc"), 0x44BC2CF5AD770999ULL);
    EXPECT_EQ(of("Nobody inspects the spammish repetition"), 0xFBCEA83C8A378BF1ULL);
}

// A footer of any bytes is read or refused, without reading past its end.
TEST(FooterTest, AnyPrefixIsRefused) {
    const std::vector<std::byte> whole = encoded({small_provenance(), small_schema(), {}});
    EXPECT_EQ(decoded(whole, {}).value().schema, small_schema());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_EQ(decoded(std::span(whole).first(length), {}).error().code, "E-POP-004");
    }
    std::vector<std::byte> more = whole;
    more.push_back(std::byte{0});
    EXPECT_FALSE(decoded(more, {}).ok());
}

}  // namespace
}  // namespace anmin::population
