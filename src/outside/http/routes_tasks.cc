#include "http/command.h"
#include "http/json_shapes.h"
#include "http/ledger_query.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/open_task.h"
#include "sheets/ledger_workbook.h"

namespace anmin::http {

static std::optional<directive::Mark> mark_named(std::string_view name) {
    if (name == "returned") return directive::Mark::returned;
    if (name == "look_back") return directive::Mark::look_back;
    return std::nullopt;
}

static constexpr int most_days_ahead = 3660;

operations::LedgerQuery read_ledger_query(Query& query) {
    operations::LedgerQuery ledger;
    for (const std::string& name : query.all("state")) {
        if (const auto state = task_state_named(name)) {
            ledger.filter.states.push_back(*state);
        } else {
            query.fault("state", "没有“" + name + "”这种状态",
                        "confirmed, assigned, reported, verified, struck_off, held, ended");
        }
    }
    if (auto id = query.text_or("document", ""); !id.empty())
        ledger.filter.document = {std::move(id)};
    ledger.filter.words = query.text_or("q", "");
    ledger.overdue = query.flag("overdue");
    ledger.due_within = query.whole("due_within", most_days_ahead);
    ledger.mine = query.flag("mine");
    ledger.filter.unsigned_for = query.flag("unsigned");
    ledger.filter.taken_apart = query.flag("split");
    if (const std::string name = query.text_or("mark", ""); !name.empty()) {
        ledger.mark = mark_named(name);
        if (!ledger.mark) query.fault("mark", "没有“" + name + "”这种标记", "returned, look_back");
    }
    if (!query.text_or("division", "").empty()) ledger.within = query.division("division");
    return ledger;
}

Answer get_workbench(const Call& call) {
    return answer_of(operations::open_workbench(call.desk(), call.actor()),
                     [](const auto& bench) { return json_response(200, json_of(bench)); });
}

Answer list_tasks(const Call& call) {
    Query query(call.request);
    const auto ledger = read_ledger_query(query);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_tasks(call.desk(), call.actor(), ledger, page),
                     [](const auto& found) { return json_response(200, json_of(found)); });
}

Answer get_task(const Call& call) {
    return answer_of(operations::open_task(call.desk(), call.actor(), {call.path_value("id")}),
                     [](const operations::OpenedTask& opened) {
                         return versioned_response(json_of(opened), opened.task.version, false);
                     });
}

Answer export_ledger(const Call& call) {
    Query query(call.request);
    const auto ledger = read_ledger_query(query);
    if (query.refusal()) return *query.refusal();
    const auto tasks = operations::export_tasks(call.desk(), call.actor(), ledger);
    if (!tasks.ok()) return tasks.error();
    const auto as_of = call.desk().clock.now().date_in_china();
    const std::string title = "重点任务督办台账";
    return answer_of(
        sheets::ledger_workbook(tasks.value(), as_of, call.desk().policies.lights, title,
                                call.actor().unit_name),
        [&](std::string bytes) { return download(std::move(bytes), title, as_of, xlsx_file); });
}

}  // namespace anmin::http
