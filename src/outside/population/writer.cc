#include "population/writer.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "frame/validity.h"
#include "population/checksum.h"
#include "population/layout.h"

namespace anmin::population {

struct Writer::State {
    std::filesystem::path target;
    std::filesystem::path part;  // where it is written until it is whole
    int file = -1;
    std::uint64_t position = sizeof(Header);
    Footer footer;
    std::vector<std::byte> bytes;  // of the segment being written

    ~State() {
        if (file < 0) return;
        ::close(file);
        ::unlink(part.c_str());
    }
};

namespace {

Error disk_failed(const std::filesystem::path& file, const char* what) {
    return {Fault::unavailable,
            "E-POP-009",
            file.string(),
            std::string(what) + "失败：" + std::strerror(errno),
            "磁盘可写且有足够的空间",
            "腾出空间或换一个位置后重新运行；没有留下不完整的文件"};
}

Result<void> write_all(int file, std::span<const std::byte> bytes, std::uint64_t position,
                       const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t done =
            ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(position));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return disk_failed(path, "写入");
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        position += static_cast<std::uint64_t>(done);
    }
    return {};
}

void copy_block(const frame::Column& column, const ColumnSpec& spec, const BlockPlan::Block& block,
                std::byte* bytes) {
    CHECK(column.name == spec.name && column.type == spec.type && column.rows == block.rows,
          "the columns of a segment are those of the schema");
    if (block.rows == 0) return;
    if (spec.type.nullable) {
        std::memcpy(bytes + block.validity, column.validity, frame::words_for(block.rows) * 8);
    }
    std::memcpy(bytes + block.values, column.values, block.rows * frame::bytes_of(spec.type.width));
}

std::span<const std::byte> bytes_of(const Header& header) {
    return std::as_bytes(std::span(&header, 1));
}

}  // namespace

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

const Schema& Writer::schema() const { return state_->footer.schema; }

Result<Writer> Writer::create(const std::filesystem::path& file, Schema schema,
                              Provenance provenance) {
    TRY(check(schema, file.string()));
    auto state = std::make_unique<State>();
    state->target = file;
    state->part = file.string() + ".part";
    state->footer.schema = std::move(schema);
    state->footer.provenance = std::move(provenance);
    state->file = ::open(state->part.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    if (state->file < 0) {
        return Error{Fault::unavailable,   "E-POP-008",
                     state->part.string(), std::string("不能建立文件：") + std::strerror(errno),
                     "可写的文件夹",       "换一个位置，或先建立文件夹"};
    }
    TRY(write_all(state->file, bytes_of(Header{}), 0, state->part));
    return Writer(std::move(state));
}

Result<void> Writer::append(const frame::Frame& households) {
    const Schema& schema = state_->footer.schema;
    CHECK(households.children.size() == 1, "households have members");
    const frame::Child& members = households.children[0];
    CHECK(households.columns.size() == schema.household.size() &&
              members.frame.columns.size() == schema.members.size() &&
              members.offsets.size() == households.rows + 1 && members.offsets[0] == 0 &&
              members.offsets.back() == members.frame.rows,
          "the tables of a segment are those of the schema");
    const BlockPlan plan = plan_of(schema, households.rows, members.frame.rows);
    state_->bytes.assign(plan.bytes, std::byte{0});
    Segment segment{state_->position,
                    plan.bytes,
                    static_cast<std::uint32_t>(households.rows),
                    static_cast<std::uint32_t>(members.frame.rows),
                    0,
                    {}};
    std::memcpy(state_->bytes.data(), members.offsets.data(), members.offsets.size_bytes());
    std::size_t next = 0;
    const auto copy = [&](const std::vector<frame::Column>& columns,
                          const std::vector<ColumnSpec>& specs) {
        for (std::size_t i = 0; i < columns.size(); ++i, ++next) {
            copy_block(columns[i], specs[i], plan.blocks[next], state_->bytes.data());
            segment.ranges.push_back(columns[i].range);
        }
    };
    copy(households.columns, schema.household);
    copy(members.frame.columns, schema.members);
    segment.checksum = checksum(state_->bytes);
    TRY(write_all(state_->file, state_->bytes, state_->position, state_->part));
    state_->position += plan.bytes;
    state_->footer.segments.push_back(std::move(segment));
    return {};
}

Result<Written> Writer::finish() {
    State& state = *state_;
    const std::vector<std::byte> footer = encoded(state.footer);
    TRY(write_all(state.file, footer, state.position, state.part));
    Header header{magic,
                  format_version,
                  1,
                  state.position + footer.size(),
                  state.position,
                  footer.size(),
                  checksum(footer),
                  0,
                  0};
    header.header_checksum = checksum(bytes_of(header).first(sizeof(Header) - 8));
    TRY(write_all(state.file, bytes_of(header), 0, state.part));
    if (::fsync(state.file) != 0) return disk_failed(state.part, "存盘");
    if (::rename(state.part.c_str(), state.target.c_str()) != 0)
        return disk_failed(state.target, "改名");
    ::close(state.file);
    state.file = -1;
    Written written{0, 0, state.footer.segments.size(), header.file_bytes};
    for (const Segment& segment : state.footer.segments) {
        written.households += segment.households;
        written.members += segment.members;
    }
    return written;
}

}  // namespace anmin::population
