#include "sheets/workbook_file.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "sheets/cell_text.h"
#include "text/utf8.h"

namespace anmin::sheets {
namespace {

Error cannot_write(const std::string& finding) {
    return {Fault::unavailable,
            "E-SHEET-001",
            "导出表格",
            finding,
            "临时目录可写且有足够空间",
            "检查临时目录（TMPDIR）的权限和剩余空间后重试"};
}

}  // namespace

Result<WorkbookFile> WorkbookFile::create(const std::string& title, calendar::Date as_of) {
    std::error_code failure;
    const auto root = std::filesystem::temp_directory_path(failure);
    if (failure) return cannot_write("没有临时目录：" + failure.message());
    WorkbookFile file;
    std::string pattern = (root / "anmin-sheet-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        return cannot_write("不能在 " + root.string() + " 建目录");
    file.folder_ = pattern;
    file.folder_text_ = pattern;
    lxw_workbook_options options{};
    options.tmpdir = file.folder_text_.data();
    const std::string target = (file.folder_ / "sheet.xlsx").string();
    file.workbook_ = workbook_new_opt(target.c_str(), &options);
    if (file.workbook_ == nullptr) return cannot_write("内存不足");
    std::string shown_title = text::slice(to_cell(title), 0, 80);  // the property holds 255 bytes
    lxw_doc_properties properties{};
    properties.title = shown_title.data();
    properties.created = std::chrono::system_clock::to_time_t(as_of.days());
    workbook_set_properties(file.workbook_, &properties);
    return file;
}

WorkbookFile::WorkbookFile(WorkbookFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      folder_text_(std::move(other.folder_text_)),
      workbook_(std::exchange(other.workbook_, nullptr)) {
    other.folder_.clear();
}

WorkbookFile::~WorkbookFile() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
    std::error_code ignored;  // nothing more can be done for a temporary folder
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

Result<std::string> WorkbookFile::finish() {
    CHECK(workbook_ != nullptr, "finish() is called once");
    const lxw_error failure = workbook_close(std::exchange(workbook_, nullptr));
    if (failure != LXW_NO_ERROR) return cannot_write(lxw_strerror(failure));
    std::ifstream input(folder_ / "sheet.xlsx", std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
    if (!input.good() && !input.eof()) return cannot_write("写好的文件读不回来");
    if (bytes.empty()) return cannot_write("写出的文件是空的");
    return bytes;
}

}  // namespace anmin::sheets
