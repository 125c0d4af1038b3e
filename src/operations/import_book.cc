#include "operations/import_book.h"

#include <map>
#include <utility>

#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Book;
using directive::BookLine;
using directive::BookSheet;

std::string row_place(std::int64_t row) { return "第 " + std::to_string(row) + " 行"; }

Error twice(const BookLine& line, std::int64_t other) {
    return {Fault::invalid,      "E-BOOK-001",
            row_place(line.row), "与第 " + std::to_string(other) + " 行是同一项任务",
            "每项任务只占一行",  "删去多出的一行，或把新任务在系统中另行确认"};
}

Error keyless(const BookLine& line) {
    return {Fault::invalid,
            "E-BOOK-002",
            row_place(line.row),
            "这一行没有任务标识",
            "由本系统导出的行（末尾隐藏的“任务标识”列）",
            "新增的任务请在“文件”页确认后再导出；草稿表请先逐条确认"};
}

Error unknown_task(const BookLine& line) {
    return {Fault::missing,      "E-BOOK-003",
            row_place(line.row), "没有标识为“" + line.task + "”的任务，或它不在您的管辖范围内",
            "本单位发出的任务",  "重新导出后在新表上修改"};
}

// Each error of a row names the sheet, where there are several, and the row before its column.
Error in_row(Error error, const std::string& sheet, std::int64_t row) {
    if (!error.place.starts_with("第 ")) error.place = row_place(row) + error.place;
    if (!sheet.empty()) error.place = "工作表“" + sheet + "”" + error.place;
    return error;
}

Result<void> each_on_one_sheet(const Book& book) {
    std::map<std::string, std::pair<const BookSheet*, std::int64_t>> places;
    for (const BookSheet& sheet : book.sheets) {
        for (const BookLine& line : sheet.lines) {
            if (line.task.empty()) continue;
            const auto& [other, row] =
                places.try_emplace(line.task, &sheet, line.row).first->second;
            if (other == &sheet) continue;
            return Error{Fault::invalid,
                         "E-BOOK-021",
                         "工作表“" + sheet.name + "”" + row_place(line.row),
                         "与工作表“" + other->name + "”" + row_place(row) +
                             "是同一项任务，分不清以哪一张为准",
                         "每项任务只在一张工作表里",
                         "删去多余的工作表（如去年的、备份的）后重新上传"};
        }
    }
    return {};
}

class Importer {
public:
    Importer(Desk& desk, const Caller& caller, const Book& book)
        : desk_(desk), caller_(caller), book_(book) {
        outcome_.skipped = book.skipped;
        for (const BookSheet& sheet : book.sheets) {
            for (const BookLine& line : sheet.lines) {
                if (!line.task.empty()) rows_[line.task].push_back(line.row);
            }
        }
    }

    Result<void> plan() {
        TRY(each_on_one_sheet(book_));
        for (const BookSheet& sheet : book_.sheets) {
            sheet_ = book_.sheets.size() > 1 ? sheet.name : "";
            for (const BookLine& line : sheet.lines) TRY(plan_line(sheet, line));
        }
        return {};
    }

    Result<BookOutcome> apply() {
        if (!outcome_.refused.empty()) {
            const Error& first = outcome_.refused.front().error;
            return Error{Fault::conflict,
                         "E-BOOK-011",
                         "任务分解表",
                         std::to_string(outcome_.refused.size()) + " 行不能办理，一行也没有写入；" +
                             "第一处：" + first.place + "：" + first.finding,
                         "每一行都能办理的表",
                         "按预览更正后再上传"};
        }
        if (!appends_.empty()) TRY(desk_.journal.commit(command_of(caller_), appends_));
        outcome_.applied = true;
        return std::move(outcome_);
    }

    BookOutcome take() { return std::move(outcome_); }

private:
    void refuse(const BookLine& line, Error error) {
        outcome_.refused.push_back({line.row, sheet_, in_row(std::move(error), sheet_, line.row)});
    }

    Result<void> plan_line(const BookSheet& sheet, const BookLine& line) {
        if (line.task.empty()) {
            refuse(line, keyless(line));
            return {};
        }
        const auto& rows = rows_[line.task];
        if (rows.size() > 1) {
            refuse(line, twice(line, rows[rows.front() == line.row ? 1 : 0]));
            return {};
        }
        const auto task = visible_task(desk_, caller_.actor, {line.task});
        if (!task.ok() && task.error().fault != Fault::missing) return task.error();
        if (!task.ok()) {
            refuse(line, unknown_task(line));
            return {};
        }
        const auto changes = directive::changes_of(task.value(), line, sheet.columns);
        if (!changes.ok()) {
            refuse(line, changes.error());
            return {};
        }
        if (changes.value().empty()) {
            ++outcome_.unchanged;
            return {};
        }
        return change(line, task.value(), changes.value());
    }

    Result<void> change(const BookLine& line, const directive::Task& task,
                        const std::vector<directive::BookChange>& changes) {
        const auto allowed =
            authority::may(caller_.actor, Action::confirm_tasks, {task.division, {}, {}});
        const auto own = allowed.ok() ? may_act(desk_, caller_.actor, task) : allowed;
        if (!own.ok()) {
            refuse(line, own.error());
            return {};
        }
        outcome_.changed.push_back({line.row, sheet_, task.id, task.item.text, changes});
        const auto event = directive::edit_book(changes, officer_of(caller_.actor),
                                                desk_.clock.now().date_in_china());
        appends_.push_back({journal::stream_of(task.id), task.version, {directive::Event{event}}});
        return {};
    }

    Desk& desk_;
    const Caller& caller_;
    const Book& book_;
    std::string sheet_;  // that is being planned, where there are several
    std::map<std::string, std::vector<std::int64_t>> rows_;  // of each task
    std::vector<journal::Append> appends_;
    BookOutcome outcome_;
};

}  // namespace

Result<BookOutcome> import_book(Desk& desk, const Caller& caller, const Book& book, BookRun run) {
    TRY(authority::may(caller.actor, Action::confirm_tasks, {caller.actor.division, {}, {}}));
    Importer importer(desk, caller, book);
    TRY(importer.plan());
    switch (run) {
        case BookRun::preview: return importer.take();
        case BookRun::apply: break;
    }
    auto outcome = importer.apply();
    if (outcome.ok() || outcome.error().fault != Fault::stale) return outcome;
    // Somebody was quicker: what they changed is named, what they left alone is written.
    Importer again(desk, caller, book);
    TRY(again.plan());
    return again.apply();
}

}  // namespace anmin::operations
