// A workbook being written: a private folder on disk that is gone afterwards, whatever happens.
#pragma once

#include <filesystem>
#include <string>
#include <xlsxwriter.h>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::sheets {

// SPEC: libxlsxwriter 1.1 writes to a file only; its temporary files go to the same folder.
class WorkbookFile {
public:
    // `as_of` becomes the date of creation in the file: no clock, equal content gives equal bytes.
    static Result<WorkbookFile> create(const std::string& title, calendar::Date as_of);

    WorkbookFile(WorkbookFile&& other) noexcept;
    WorkbookFile& operator=(WorkbookFile&&) = delete;
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    ~WorkbookFile();

    lxw_workbook* workbook() { return workbook_; }
    // Closes the workbook and gives its bytes; call once.
    Result<std::string> finish();

private:
    WorkbookFile() = default;

    std::filesystem::path folder_;
    std::string folder_text_;
    lxw_workbook* workbook_ = nullptr;
};

}  // namespace anmin::sheets
