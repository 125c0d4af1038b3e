#include "sheets/package_writer.h"

#include <ctime>
#include <memory>
#include <zip.h>

#include "text/utf8.h"

namespace anmin::sheets {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

// 1980-01-01 12:00 UTC: the earliest day a zip can hold, in every time zone.
constexpr std::time_t fixed_time = 315'576'000;

Error cannot_write(const char* finding) {
    return {Fault::unavailable, "E-SHEET-001",       "导出文档", finding,
            "足够的内存",       "缩小导出范围后重试"};
}

Result<void> add(zip_t* archive, const PackagePart& part) {
    zip_source_t* const source = zip_source_buffer(archive, part.text.data(), part.text.size(), 0);
    if (source == nullptr) return cannot_write("内存不足");
    const zip_int64_t at = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(source);
        return cannot_write("写不进压缩包");
    }
    const auto index = static_cast<zip_uint64_t>(at);
    zip_file_set_mtime(archive, index, fixed_time, 0);
    return {};
}

Result<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) < 0 || zip_source_open(source) < 0)
        return cannot_write("写好的压缩包读不回来");
    std::string bytes(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(bytes.size())) return cannot_write("压缩包不完整");
    return bytes;
}

}  // namespace

Result<std::string> write_package(const std::vector<PackagePart>& parts) {
    zip_error_t failure;
    zip_error_init(&failure);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &failure), &zip_source_free);
    if (!source) return cannot_write("内存不足");
    // The archive gives its reference back when it closes; ours keeps the bytes.
    zip_source_keep(source.get());
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &failure), &zip_discard);
    if (!archive) {
        zip_source_free(source.get());
        return cannot_write("建不了压缩包");
    }
    for (const PackagePart& part : parts) TRY(add(archive.get(), part));
    if (zip_close(archive.get()) < 0) return cannot_write("压缩包没有写完");
    [[maybe_unused]] zip_t* const closed = archive.release();
    return bytes_of(source.get());
}

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char32_t c : text::decode(std::string(text))) {
        switch (c) {
            case U'&': out += "&amp;"; continue;
            case U'<': out += "&lt;"; continue;
            case U'>': out += "&gt;"; continue;
            case U'"': out += "&quot;"; continue;
            default: break;
        }
        const bool control = c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r';
        const bool none = control || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
        out += none ? std::string("\uFFFD") : text::encode(std::u32string_view(&c, 1));
    }
    return out;
}

}  // namespace anmin::sheets
