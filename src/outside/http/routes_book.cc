#include "http/command.h"
#include "http/json_shapes.h"
#include "http/ledger_query.h"
#include "http/routes.h"
#include "operations/import_book.h"
#include "sheets/task_book.h"

namespace anmin::http {
namespace {

constexpr const char* book_title = "重点任务分解表";

using Write = Result<std::string> (*)(const sheets::TaskBook&);

Answer export_as(const Call& call, Write write, const OfficeFile& file) {
    Query query(call.request);
    const auto ledger = read_ledger_query(query);
    if (query.refusal()) return *query.refusal();
    const auto tasks = operations::export_tasks(call.desk(), call.actor(), ledger);
    if (!tasks.ok()) return tasks.error();
    sheets::TaskBook book{
        book_title, call.actor().unit_name, call.desk().clock.now().date_in_china(), {}};
    for (const directive::Task& task : tasks.value())
        book.lines.push_back({task.id.value, directive::book_entry(task)});
    return answer_of(write(book), [&](std::string bytes) {
        return download(std::move(bytes), book_title, book.as_of, file);
    });
}

}  // namespace

Answer export_book(const Call& call) {
    return export_as(call, sheets::task_book_workbook, xlsx_file);
}
Answer export_book_document(const Call& call) {
    return export_as(call, sheets::task_book_document, docx_file);
}

Answer import_book(const Call& call) {
    Query query(call.request);
    const bool apply = query.flag("apply");
    if (query.refusal()) return *query.refusal();
    const auto book = sheets::read_task_book(call.request.body);
    if (!book.ok()) return book.error();
    // Sent twice, it changes nothing more: what is written already is no change.
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto run =
        apply && !command.repeated ? operations::BookRun::apply : operations::BookRun::preview;
    return answer_of(operations::import_book(call.desk(), command.caller, book.value(), run),
                     [](const auto& outcome) { return json_response(200, json_of(outcome)); });
}

}  // namespace anmin::http
