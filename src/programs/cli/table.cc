// anmin table: the tables of the office as files, out and in.

#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/commands.h"
#include "cli/workplace.h"
#include "operations/import_table.h"
#include "sheets/office_table.h"

namespace anmin::cli {
namespace {

using operations::Caller;
using registers::Definition;

constexpr const char* usage =
    "list | rows 表 [--q 词] | export 表 --out 文件.xlsx|.docx [--q 词] | import 表 文件.xlsx "
    "[--apply]；表用编号或标识，如 7、hazards";

void print(const std::vector<Definition>& tables) {
    for (const Definition& table : tables) {
        std::cout << (table.number < 10 ? " " : "") << table.number << "  " << table.id << "  "
                  << table.title << "（"
                  << (table.source == registers::Source::kept ? "登记" : "由系统生成") << "，"
                  << table.columns.size() << " 栏）\n";
    }
}

// By its number or its identifier.
Result<const Definition*> table_named(Workplace& place, const std::string& word) {
    for (const Definition& table : place.desk().policies.tables) {
        if (std::to_string(table.number) == word) return &table;
    }
    return operations::get_table(place.desk(), word);
}

Result<void> print_rows(Workplace& place, const Caller& caller, const Definition& table,
                        const Arguments& arguments) {
    organisation::PageRequest request{"", 500};
    do {
        const auto page = TRY(operations::list_table_rows(
            place.desk(), caller.actor, table, {false, arguments.get("q", "")}, request));
        for (const auto& row : page.items) {
            std::cout << row.id;
            for (std::size_t at = 0; at < row.cells.size(); ++at) {
                if (!row.cells[at].empty())
                    std::cout << "  " << registers::title_of(table.columns[at]) << "="
                              << row.cells[at];
            }
            std::cout << "\n";
        }
        request.after = page.next;
    } while (!request.after.empty());
    return {};
}

Result<void> export_file(Workplace& place, const Caller& caller, const Definition& table,
                         const Arguments& arguments) {
    const auto rows = TRY(operations::export_table(place.desk(), caller.actor, table,
                                                   {false, arguments.get("q", "")}));
    sheets::OfficeTable made{
        table, caller.actor.unit_name, place.desk().clock.now().date_in_china(), {}};
    for (const auto& row : rows) made.lines.push_back({row.id, row.cells});
    const std::string path = arguments.get("out", table.id + ".xlsx");
    const auto bytes = TRY(path.ends_with(".docx") ? sheets::office_table_document(made)
                                                   : sheets::office_table_workbook(made));
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    if (!out.flush()) {
        return Error{Fault::unavailable, "E-CLI-006",  path,
                     "写不进这个文件",   "可写的位置", "检查路径、权限和磁盘空间"};
    }
    std::cout << path << "：" << rows.size() << " 行\n";
    return {};
}

void print(const operations::TableRowChange& row) {
    std::cout << "第 " << row.row << " 行  " << (row.id.empty() ? "新增  " : "") << row.title
              << "\n";
    for (const auto& change : row.changes) {
        std::cout << "    " << change.title << "：" << change.before << " → " << change.after
                  << "\n";
    }
}

Result<void> import_file(Workplace& place, const Caller& caller, const Definition& table,
                         const Arguments& arguments) {
    const std::string& path = arguments.words[2];
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return Error{Fault::missing,   "E-CLI-005",  path,
                     "打不开这个文件", "可读的文件", "检查路径和权限"};
    }
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto sheet = TRY(sheets::read_office_table(table, bytes));
    const auto run =
        arguments.has("apply") ? operations::TableRun::apply : operations::TableRun::preview;
    const auto outcome = TRY(operations::import_table(place.desk(), caller, table, sheet, run));
    for (const auto& row : outcome.added) print(row);
    for (const auto& row : outcome.changed) print(row);
    for (const auto& note : outcome.notes) std::cout << note << "\n";
    for (const auto& fault : outcome.refused) std::cerr << fault.error.text() << "\n";
    std::cout << (outcome.applied ? "已新增 " : "将新增 ") << outcome.added.size() << " 行，修改 "
              << outcome.changed.size() << " 行，不变 " << outcome.unchanged << " 行，拒绝 "
              << outcome.refused.size() << " 处" << (outcome.applied ? "" : "；加 --apply 写入")
              << "\n";
    return {};
}

Result<bool> run_words(const Words& words) {
    const auto arguments = TRY(parse(words, with_database({{"out", "q"}, {"apply"}})));
    const std::string verb = arguments.words.empty() ? "" : arguments.words[0];
    const std::size_t count = arguments.words.size();
    const bool known = (verb == "list" && count == 1) ||
                       ((verb == "rows" || verb == "export") && count == 2) ||
                       (verb == "import" && count == 3);
    if (!known) return false;
    const auto place = TRY(Workplace::open(arguments));
    if (verb == "list") {
        print(place->desk().policies.tables);
        return true;
    }
    const auto caller = TRY(place->caller(arguments));
    const Definition& table = *TRY(table_named(*place, arguments.words[1]));
    if (verb == "rows") TRY(print_rows(*place, caller, table, arguments));
    if (verb == "export") TRY(export_file(*place, caller, table, arguments));
    if (verb == "import") TRY(import_file(*place, caller, table, arguments));
    return true;
}

}  // namespace

int run_table(const Words& words) {
    const auto done = run_words(words);
    if (!done.ok()) return fail(done.error());
    return done.value() ? 0 : not_understood("table", usage);
}

}  // namespace anmin::cli
