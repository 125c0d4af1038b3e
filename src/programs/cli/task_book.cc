#include "cli/task_book.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "operations/confirm_tasks.h"
#include "operations/import_book.h"
#include "operations/open_task.h"
#include "operations/recut_candidates.h"
#include "sheets/task_book.h"

namespace anmin::cli {
namespace {

using operations::Caller;

void print(const operations::OpenedDocument& document) {
    for (const auto& one : document.candidates) {
        if (one.state != directive::CandidateState::proposed) continue;
        std::cout << "  " << one.candidate.number << "  " << one.candidate.text << "\n";
    }
}

Result<void> recut(Workplace& place, const Caller& caller, const Arguments& arguments) {
    const auto& words = arguments.words;
    operations::RecutCandidates order;
    order.document = {words[1]};
    order.seen_version = TRY(place.desk().journal.version(journal::stream_of(order.document)));
    const auto number =
        static_cast<std::int32_t>(TRY(whole_number("任务序号", words[2], 1, 1'000'000)));
    if (words[0] == "split") {
        const auto at = TRY(whole_number("拆分位置", words[3], 0, 2'000'000'000));
        order.cut = operations::SplitCandidate{number, at};
    } else {
        const auto with = TRY(whole_number("任务序号", words[3], 1, 1'000'000));
        order.cut = operations::MergeCandidates{number, static_cast<std::int32_t>(with)};
    }
    print(TRY(operations::recut_candidates(place.desk(), caller, order)));
    return {};
}

Result<void> reopen(Workplace& place, const Caller& caller, const Arguments& arguments) {
    operations::ConfirmTasks order;
    order.document = {arguments.words[1]};
    order.seen_version = TRY(place.desk().journal.version(journal::stream_of(order.document)));
    for (std::size_t at = 2; at < arguments.words.size(); ++at) {
        const auto number = TRY(whole_number("任务序号", arguments.words[at], 1, 1'000'000));
        order.reopen.push_back(static_cast<std::int32_t>(number));
    }
    print(TRY(operations::confirm_tasks(place.desk(), caller, order)));
    return {};
}

Result<void> export_book(Workplace& place, const Caller& caller, const Arguments& arguments) {
    operations::LedgerQuery query;
    query.overdue = arguments.has("overdue");
    query.mine = arguments.has("mine");
    query.filter.unsigned_for = arguments.has("unsigned");
    if (const auto document = arguments.find("document")) query.filter.document = {*document};
    const auto tasks = TRY(operations::export_tasks(place.desk(), caller.actor, query));
    sheets::TaskBook book{
        "重点任务分解表", caller.actor.unit_name, place.desk().clock.now().date_in_china(), {}};
    for (const auto& task : tasks)
        book.lines.push_back({task.id.value, directive::book_entry(task)});
    const std::string path = arguments.get("out", "task-book.xlsx");
    const auto bytes = TRY(path.ends_with(".docx") ? sheets::task_book_document(book)
                                                   : sheets::task_book_workbook(book));
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    if (!out.flush()) {
        return Error{Fault::unavailable, "E-CLI-006",  path,
                     "写不进这个文件",   "可写的位置", "检查路径、权限和磁盘空间"};
    }
    std::cout << path << "：" << tasks.size() << " 项任务\n";
    return {};
}

void print(const operations::BookOutcome& outcome) {
    for (const auto& row : outcome.changed) {
        std::cout << "第 " << row.row << " 行  " << row.text << "\n";
        for (const auto& change : row.changes) {
            std::cout << "    " << change.column << "：" << change.before << " → " << change.after
                      << "\n";
        }
    }
    for (const auto& sheet : outcome.skipped) {
        std::cerr << "没有读工作表“" << sheet.name << "”：" << sheet.reason << "\n";
    }
    for (const auto& row : outcome.refused) std::cerr << row.error.text() << "\n";
    std::cout << (outcome.applied ? "已修改 " : "将修改 ") << outcome.changed.size()
              << " 项任务，不变 " << outcome.unchanged << " 项，拒绝 " << outcome.refused.size()
              << " 行" << (outcome.applied ? "" : "；加 --apply 写入") << "\n";
}

Result<void> import_book(Workplace& place, const Caller& caller, const Arguments& arguments) {
    const std::string& path = arguments.words[1];
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return Error{Fault::missing,   "E-CLI-005",  path,
                     "打不开这个文件", "可读的文件", "检查路径和权限"};
    }
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto book = TRY(sheets::read_task_book(bytes));
    const auto run =
        arguments.has("apply") ? operations::BookRun::apply : operations::BookRun::preview;
    print(TRY(operations::import_book(place.desk(), caller, book, run)));
    return {};
}

}  // namespace

bool is_book_verb(const Arguments& arguments) {
    const std::string verb = arguments.words.empty() ? "" : arguments.words[0];
    const std::size_t count = arguments.words.size();
    return (verb == "book" && count == 1) || (verb == "import" && count == 2) ||
           ((verb == "split" || verb == "merge") && count == 4) || (verb == "reopen" && count > 2);
}

Result<void> run_book_verb(Workplace& place, const Caller& caller, const Arguments& arguments) {
    const std::string& verb = arguments.words[0];
    if (verb == "book") return export_book(place, caller, arguments);
    if (verb == "import") return import_book(place, caller, arguments);
    if (verb == "reopen") return reopen(place, caller, arguments);
    return recut(place, caller, arguments);
}

}  // namespace anmin::cli
