#include "sheets/package.h"

#include <zip.h>

namespace anmin::sheets {
namespace {

constexpr const char* how_to_save = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后重试";

Error not_a_workbook(const std::string& finding) {
    return {Fault::unsupported, "E-SHEET-010", "表格文件", finding, ".xlsx 工作簿", how_to_save};
}

Error over_limit(const std::string& place, std::uint64_t found, std::uint64_t most,
                 const char* unit) {
    return {Fault::too_large,
            "E-SHEET-011",
            place,
            std::to_string(found) + unit,
            "不超过 " + std::to_string(most) + unit,
            "拆成几个较小的表格后重试"};
}

Error damaged(const std::string& part, const std::string& finding) {
    return {Fault::invalid, "E-SHEET-013", "表格文件中的 " + part,
            finding,        "完好的 XML",  how_to_save};
}

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<Package> Package::open(const std::string& bytes, const SheetLimits& limits) {
    if (bytes.size() > limits.file_bytes) {
        return over_limit("表格文件", bytes.size(), limits.file_bytes, " 字节");
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return not_a_workbook("旧格式（.xls）或加了密码的文件");
    }
    if (!bytes.starts_with("PK")) return not_a_workbook("不是 .xlsx 文件");
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    zip_t* archive =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &failure);
    const std::string reason = zip_error_strerror(&failure);
    zip_error_fini(&failure);
    if (archive == nullptr) {
        if (source != nullptr) zip_source_free(source);
        return not_a_workbook("压缩包打不开（" + reason + "），文件可能没有传完整");
    }
    Package package(std::unique_ptr<zip, Close>(archive), limits);
    const auto parts = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
    if (parts > limits.parts) return over_limit("表格文件的组成部分", parts, limits.parts, " 个");
    return package;
}

bool Package::has(const std::string& part) const {
    return zip_name_locate(archive_.get(), part.c_str(), 0) >= 0;
}

Result<std::string> Package::bytes_of(const std::string& part) const {
    zip_stat_t found;
    zip_stat_init(&found);
    if (zip_stat(archive_.get(), part.c_str(), 0, &found) != 0) {
        return Error{Fault::invalid, "E-SHEET-012",         "表格文件",
                     "缺少 " + part, "完整的 .xlsx 工作簿", how_to_save};
    }
    // The stated size may lie: what is read counts too, below.
    if (found.size > limits_->part_bytes) {
        return over_limit("表格文件中的 " + part, found.size, limits_->part_bytes, " 字节");
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen(archive_.get(), part.c_str(), 0), &zip_fclose);
    if (!file) return damaged(part, zip_strerror(archive_.get()));
    std::string bytes;
    std::string piece(64U << 10U, '\0');
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) return damaged(part, "解压失败，内容已损坏");
        if (got == 0) return bytes;
        bytes.append(piece, 0, static_cast<std::size_t>(got));
        if (bytes.size() > limits_->part_bytes) {
            return over_limit("表格文件中的 " + part, bytes.size(), limits_->part_bytes, " 字节");
        }
    }
}

Result<std::unique_ptr<pugi::xml_document>> Package::xml(const std::string& part) const {
    const std::string bytes = TRY(bytes_of(part));
    auto document = std::make_unique<pugi::xml_document>();
    // White space inside cells is text of the officer's.
    const auto outcome = document->load_buffer(bytes.data(), bytes.size(),
                                               pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!outcome) {
        return damaged(part, std::string(outcome.description()) + "，位于第 " +
                                 std::to_string(outcome.offset) + " 字节");
    }
    return document;
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& one : parent) {
        if (local_name(one) == name) return one;
    }
    return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes()) {
        if (without_prefix(one.name()) == name) return one.value();
    }
    return {};
}

}  // namespace anmin::sheets
