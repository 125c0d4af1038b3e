// anmin task: the same steps as on the page, from the command line.

#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "cli/task_book.h"
#include "cli/task_follow.h"
#include "cli/task_rulings.h"
#include "cli/task_suspend.h"
#include "cli/workplace.h"
#include "operations/confirm_tasks.h"
#include "operations/follow_task.h"
#include "operations/move_task.h"
#include "operations/open_task.h"
#include "sheets/ledger_workbook.h"

namespace anmin::cli {
namespace {

using operations::Desk;

constexpr const char* usage =
    "list [--overdue] [--mine] [--unsigned] | show ID | confirm 文件ID 序号… | reject 文件ID 序号 "
    "--text 理由 | "
    "assign ID --post 岗位 [--due 日期] | report ID --text 情况 --evidence 文件 | verify ID "
    "[--text 意见] | "
    "return ID --text 理由 | strike-off ID | export --out 文件.xlsx | "
    "book [--document 文件ID] --out 分解表.xlsx|.docx | import 分解表.xlsx [--apply] | "
    "split 文件ID 序号 位置 | merge 文件ID 序号 序号 | reopen 文件ID 序号… | spread ID (--part "
    "岗位或区划[=数量]… | --levels county,township) --standard 标准 [--due 日期] [--amount 数 "
    "--unit 单位] [--reason 理由] | tree ID | sign ID | progress ID --text 情况 [--evidence 文件] "
    "[--amount 数] | urge ID | extend ID --due 日期 --text 理由 | answer ID --answer yes|no --text "
    "意见 | look-back ID --answer yes|no --text 情况 | end ID --text 理由 | ask-suspension ID "
    "--until 日期 --text 理由 [--ground 原因] | suspend ID --from 日期 "
    "--until 日期 --clock runs-on|moves --text 理由 [--ground 原因] | refuse-suspension ID --text "
    "意见 | "
    "resume ID --text 情况 | object ID --text 理由 [--unit 应承办单位] | rule ID "
    "--answer upheld|dismissed --text 意见 [--post 岗位] | merge ID --into ID --text 理由 [--post "
    "牵头岗位] "
    "[--with-target] | urge-late";

void print(const operations::LedgerRow& row) {
    const auto& task = row.task;
    std::cout << task.id.value << "  " << directive::word(row.light) << "  "
              << directive::word(task.state) << "  "
              << (task.due ? task.due->iso() : std::string("无期限    ")) << "  "
              << (task.owner ? task.owner->unit_name + " " + task.owner->post_title
                             : std::string("未交办"))
              << "  " << task.item.text << "\n";
}

void print_task(const operations::OpenedTask& opened) {
    print(operations::LedgerRow{opened.task, opened.light});
    for (const auto& step : opened.task.steps) {
        std::cout << "    " << step.on.iso() << "  " << step.label << "  " << step.officer.name
                  << "（" << step.officer.post_title << "）  " << step.text << "\n";
    }
}

Result<void> list(Workplace& place, const operations::Caller& caller, const Arguments& arguments) {
    operations::LedgerQuery query;
    query.overdue = arguments.has("overdue");
    query.mine = arguments.has("mine");
    query.filter.unsigned_for = arguments.has("unsigned");
    organisation::PageRequest request{"", 500};
    do {
        const auto page = TRY(operations::list_tasks(place.desk(), caller.actor, query, request));
        for (const auto& row : page.page.items) print(row);
        request.after = page.page.next;
    } while (!request.after.empty());
    return {};
}

Result<std::int32_t> number(const std::string& word) {
    return TRY(whole_number("任务序号", word, 1, 1'000'000));
}

Result<void> decide(Workplace& place, const operations::Caller& caller,
                    const Arguments& arguments) {
    operations::ConfirmTasks order;
    order.document = {arguments.words[1]};
    order.seen_version = TRY(place.desk().journal.version(journal::stream_of(order.document)));
    for (std::size_t i = 2; i < arguments.words.size(); ++i) {
        const auto one = TRY(number(arguments.words[i]));
        if (arguments.words[0] == "reject") {
            order.reject.push_back({one, arguments.get("text", "")});
        } else {
            order.confirm.push_back({one, {}, {}});
        }
    }
    const auto document = TRY(operations::confirm_tasks(place.desk(), caller, order));
    std::cout << "已处理 " << order.confirm.size() + order.reject.size() << " 条，待定 "
              << document.summary.proposed << " 条\n";
    return {};
}

Result<operations::OpenedTask> step(Workplace& place, const operations::Caller& caller,
                                    const Arguments& arguments) {
    Desk& desk = place.desk();
    const std::string& verb = arguments.words[0];
    operations::TaskNote note{{arguments.words[1]}, 0, arguments.get("text", "")};
    note.seen_version = TRY(operations::open_task(desk, caller.actor, note.task)).task.version;
    if (verb == "show") return operations::open_task(desk, caller.actor, note.task);
    if (verb == "assign") {
        return operations::assign_task(desk, caller,
                                       {note.task,
                                        note.seen_version,
                                        {arguments.get("post", "")},
                                        TRY(date_of(arguments)),
                                        note.text});
    }
    if (verb == "report") {
        return operations::report_task(desk, caller, TRY(report_of(desk, caller, note, arguments)));
    }
    if (verb == "verify") return operations::verify_task(desk, caller, note);
    if (verb == "return") return operations::return_task(desk, caller, note);
    return operations::strike_off_task(desk, caller, {note.task, note.seen_version, note.text});
}

Result<void> export_workbook(Workplace& place, const operations::Caller& caller,
                             const Arguments& arguments) {
    operations::LedgerQuery query;
    query.overdue = arguments.has("overdue");
    query.mine = arguments.has("mine");
    query.filter.unsigned_for = arguments.has("unsigned");
    const auto tasks = TRY(operations::export_tasks(place.desk(), caller.actor, query));
    const auto today = place.desk().clock.now().date_in_china();
    const auto workbook = TRY(sheets::ledger_workbook(tasks, today, place.desk().policies.lights,
                                                      "督办台账", caller.actor.unit_name));
    const std::string path = arguments.get("out", "ledger.xlsx");
    std::ofstream out(path, std::ios::binary);
    out << workbook;
    if (!out.flush()) {
        return Error{Fault::unavailable, "E-CLI-006",  path,
                     "写不进这个文件",   "可写的位置", "检查路径、权限和磁盘空间"};
    }
    std::cout << path << "：" << tasks.size() << " 项任务\n";
    return {};
}

Result<bool> run_words(const Words& words) {
    const auto arguments =
        TRY(parse(words, with_database({{"text", "post", "due", "evidence", "out", "document",
                                         "part", "levels", "standard", "amount", "unit", "reason",
                                         "answer", "ground", "clock", "from", "until", "into"},
                                        {"overdue", "mine", "unsigned", "apply", "with-target"}})));
    const std::string verb = arguments.words.empty() ? "" : arguments.words[0];
    const std::size_t count = arguments.words.size();
    const bool steps = verb == "show" || verb == "assign" || verb == "report" || verb == "verify" ||
                       verb == "return" || verb == "strike-off";
    const bool decides = verb == "confirm" || verb == "reject";
    const bool follows = count == 2 && follows_task(verb);
    const bool suspends = count == 2 && suspends_task(verb);
    const bool rules = count == 2 && rules_on_task(verb);
    const bool alone = verb == "list" || verb == "export" || verb == "urge-late";
    if (!(alone && count == 1) && !(steps && count == 2) && !(decides && count > 2) && !follows &&
        !suspends && !rules && !is_book_verb(arguments)) {
        return false;
    }
    const auto place = TRY(Workplace::open(arguments));
    const auto caller = TRY(place->caller(arguments));
    if (is_book_verb(arguments)) TRY(run_book_verb(*place, caller, arguments));
    if (verb == "list") TRY(list(*place, caller, arguments));
    if (verb == "export") TRY(export_workbook(*place, caller, arguments));
    if (decides) TRY(decide(*place, caller, arguments));
    if (steps) print_task(TRY(step(*place, caller, arguments)));
    if (follows && verb != "tree") print_task(TRY(follow_task(place->desk(), caller, arguments)));
    if (suspends) print_task(TRY(suspend_task(place->desk(), caller, arguments)));
    if (rules) print_task(TRY(rule_on_task(place->desk(), caller, arguments)));
    if (verb == "tree") TRY(print_tree(place->desk(), caller, arguments));
    if (verb == "urge-late") {
        std::cout << "已催办 " << TRY(operations::urge_by_itself(place->desk())) << " 项\n";
    }
    return true;
}

}  // namespace

int run_task(const Words& words) {
    const auto done = run_words(words);
    if (!done.ok()) return fail(done.error());
    return done.value() ? 0 : not_understood("task", usage);
}

}  // namespace anmin::cli
