#include "population/population.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "population/checksum.h"
#include "population/layout.h"

namespace anmin::population {

struct Population::State {
    std::string file;
    const std::byte* bytes = nullptr;
    std::uint64_t size = 0;
    Footer footer;

    std::span<const std::byte> span(std::uint64_t position, std::uint64_t length) const {
        return {bytes + position, static_cast<std::size_t>(length)};
    }
    ~State() {
        if (bytes != nullptr) ::munmap(const_cast<std::byte*>(bytes), size);
    }
};

namespace {

constexpr const char* fetch_again = "文件已损坏，请从原处重新取得或重新生成";

Error unreadable(const std::string& file) {
    return {Fault::missing,
            "E-POP-002",
            file,
            std::string("不能打开：") + std::strerror(errno),
            "可读的人口数据文件",
            "检查路径；或用 anmin population generate 生成一个合成的文件"};
}

Error not_one(const std::string& file, std::string finding, std::string expectation) {
    return {Fault::invalid,         "E-POP-003", file, std::move(finding),
            std::move(expectation), fetch_again};
}

Result<void> map(const std::string& file, const std::byte*& bytes, std::uint64_t& size) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return unreadable(file);
    struct stat status{};
    const bool known = ::fstat(opened, &status) == 0;
    if (known && !S_ISREG(status.st_mode)) {
        ::close(opened);
        return not_one(file, "不是普通文件", "人口数据文件");
    }
    size = known ? static_cast<std::uint64_t>(status.st_size) : 0;
    if (known && size < sizeof(Header)) {
        ::close(opened);
        return not_one(file, "只有 " + std::to_string(size) + " 字节", "至少 64 字节的文件头");
    }
    void* mapped = known ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, opened, 0) : MAP_FAILED;
    const int why = errno;
    ::close(opened);
    errno = why;
    if (mapped == MAP_FAILED) return unreadable(file);
    bytes = static_cast<const std::byte*>(mapped);
    return {};
}

Result<Header> read_header(const std::byte* bytes, std::uint64_t size, const std::string& file) {
    Header header;
    std::memcpy(&header, bytes, sizeof header);
    if (header.magic != magic) {
        const bool blank = std::all_of(bytes, bytes + sizeof header,
                                       [](std::byte b) { return b == std::byte{0}; });
        return not_one(file, blank ? "文件头是空的：生成时中断" : "开头不是 ANMINPOP",
                       "人口数据文件，以 ANMINPOP 开头");
    }
    if (header.version < first_version || header.version > format_version) {
        return Error{
            Fault::unsupported,
            "E-POP-003",
            file,
            "版本 " + std::to_string(header.version),
            "版本 " + std::to_string(first_version) + " 到 " + std::to_string(format_version),
            "用同一版本的程序重新生成，或升级程序"};
    }
    const auto sum = checksum({bytes, sizeof header - 8});
    if (header.header_checksum != sum)
        return not_one(file + " 第 0 字节", "文件头校验不符", "未经改动的文件头");
    if (header.file_bytes != size) {
        return not_one(file, "长 " + std::to_string(size) + " 字节，被截断或增补",
                       std::to_string(header.file_bytes) + " 字节");
    }
    const bool inside = header.finished == 1 && header.reserved == 0 &&
                        header.footer_position >= sizeof header && header.footer_position <= size &&
                        header.footer_bytes == size - header.footer_position;
    if (!inside) return not_one(file + " 第 12 字节", "文件头自相矛盾", "目录从某处直到文件末尾");
    return header;
}

// Segments lie one after another between header and footer, as long as their rows need.
Result<void> check_segments(const Footer& footer, std::uint64_t end, const std::string& file) {
    std::uint64_t position = sizeof(Header);
    for (std::size_t i = 0; i < footer.segments.size(); ++i) {
        const Segment& segment = footer.segments[i];
        const std::uint64_t bytes =
            plan_of(footer.schema, segment.households, segment.members).bytes;
        if (segment.position != position || segment.bytes != bytes || bytes > end - position) {
            return Error{Fault::invalid,
                         "E-POP-004",
                         file + " 第 " + std::to_string(i) + " 段",
                         "位于 " + std::to_string(segment.position) + "，长 " +
                             std::to_string(segment.bytes) + " 字节",
                         "位于 " + std::to_string(position) + "，长 " + std::to_string(bytes) +
                             " 字节，不超出目录",
                         fetch_again};
        }
        position += bytes;
    }
    if (position != end) {
        return Error{Fault::invalid,
                     "E-POP-004",
                     file,
                     "各段止于第 " + std::to_string(position) + " 字节",
                     "止于目录开始的第 " + std::to_string(end) + " 字节",
                     fetch_again};
    }
    return {};
}

Result<void> check_offsets(std::span<const std::uint32_t> offsets, std::uint64_t members,
                           const std::string& place) {
    bool good = offsets[0] == 0 && offsets.back() == members;
    std::size_t row = 0;
    for (; good && row + 1 < offsets.size(); ++row) {
        good = offsets[row] <= offsets[row + 1] &&
               offsets[row + 1] - offsets[row] <= frame::chunk_rows;
    }
    if (good) return {};
    return Error{
        Fault::invalid,
        "E-POP-006",
        place + " 第 " + std::to_string(row) + " 户",
        "成员的起止位置不对",
        "从 0 开始、不下降、止于成员总数，每户不超过 " + std::to_string(frame::chunk_rows) + " 人",
        fetch_again};
}

std::string shown(const frame::Range& range) {
    if (!range.any) return "没有值，空值 " + std::to_string(range.nulls);
    return std::to_string(range.least) + " 到 " + std::to_string(range.most) + "，空值 " +
           std::to_string(range.nulls);
}

// The limits that the meaning of a column sets to its values.
frame::Range limits_of(const frame::Column& column) {
    switch (column.type.meaning) {
        case frame::Meaning::boolean: return {0, 1, 0, true};
        case frame::Meaning::number: return {INT64_MIN, INT64_MAX, 0, true};
        case frame::Meaning::date: return {first_day, last_day, 0, true};
        case frame::Meaning::text: {
            const auto size = static_cast<std::int64_t>(column.dictionary->texts.size());
            return {0, size - 1, 0, true};
        }
    }
    return {};
}

Result<void> check_column(const frame::Column& column, const std::string& place) {
    const auto wrong = [&](std::string finding, std::string expectation) {
        return Error{
            Fault::invalid,         "E-POP-007", place + "." + column.name, std::move(finding),
            std::move(expectation), fetch_again};
    };
    const frame::Measured found = frame::measure(column);
    if (found.range != column.range)
        return wrong("实为 " + shown(found.range), "目录所记 " + shown(column.range));
    if (found.hidden != 0)
        return wrong(std::to_string(found.hidden) + " 个空值位置不是 0", "空值位置为 0");
    const frame::Range limits = limits_of(column);
    if (found.range.any && (found.range.least < limits.least || found.range.most > limits.most)) {
        return wrong(shown(found.range), shown(limits));
    }
    return {};
}

}  // namespace

Population::Population(std::unique_ptr<State> state) : state_(std::move(state)) {}
Population::Population(Population&&) noexcept = default;
Population& Population::operator=(Population&&) noexcept = default;
Population::~Population() = default;

Result<Population> Population::open(const std::filesystem::path& file) {
    auto state = std::make_unique<State>();
    state->file = file.string();
    TRY(map(state->file, state->bytes, state->size));
    const Header header = TRY(read_header(state->bytes, state->size, state->file));
    const auto footer = state->span(header.footer_position, header.footer_bytes);
    if (checksum(footer) != header.footer_checksum) {
        return Error{Fault::invalid,
                     "E-POP-004",
                     state->file + " 第 " + std::to_string(header.footer_position) + " 字节",
                     "目录校验不符",
                     "未经改动的目录",
                     fetch_again};
    }
    state->footer = TRY(decoded(footer, {state->file, header.version, header.footer_position}));
    TRY(check(state->footer.schema, state->file));
    TRY(check_segments(state->footer, header.footer_position, state->file));
    return Population(std::move(state));
}

const Schema& Population::schema() const { return state_->footer.schema; }
const Provenance& Population::provenance() const { return state_->footer.provenance; }
std::uint64_t Population::file_bytes() const { return state_->size; }
std::size_t Population::segments() const { return state_->footer.segments.size(); }

std::uint64_t Population::households() const {
    std::uint64_t sum = 0;
    for (const Segment& segment : state_->footer.segments) sum += segment.households;
    return sum;
}

std::uint64_t Population::members() const {
    std::uint64_t sum = 0;
    for (const Segment& segment : state_->footer.segments) sum += segment.members;
    return sum;
}

frame::Range Population::range(std::size_t column) const {
    frame::Range range;
    for (const Segment& segment : state_->footer.segments)
        range = frame::joined(range, segment.ranges.at(column));
    return range;
}

Result<frame::Frame> Population::segment(std::size_t number) const {
    CHECK(number < segments(), "a segment of the file");
    const Segment& segment = state_->footer.segments[number];
    const std::string place = state_->file + " 第 " + std::to_string(number) + " 段";
    const auto bytes = state_->span(segment.position, segment.bytes);
    if (checksum(bytes) != segment.checksum) {
        return Error{Fault::invalid,
                     "E-POP-005",
                     place,
                     "第 " + std::to_string(segment.position) + " 字节起 " +
                         std::to_string(segment.bytes) + " 字节校验不符",
                     "未经改动的数据",
                     fetch_again};
    }
    frame::Frame households = frame_of(state_->footer.schema, segment, bytes.data());
    TRY(check_offsets(households.children[0].offsets, segment.members, place));
    for (const frame::Column& column : households.columns) {
        TRY(check_column(column, place + " " + household_table));
    }
    for (const frame::Column& column : households.children[0].frame.columns) {
        TRY(check_column(column, place + " " + members_table));
    }
    return households;
}

}  // namespace anmin::population
