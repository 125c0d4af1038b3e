// A task with its light today and the steps its reader may take; the ledger; the workbench.
#pragma once

#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

enum class TaskStep {
    assign,
    split,
    sign,
    progress,
    report,
    ask_extension,
    answer_extension,
    verify,
    send_back,
    strike_off,
    urge,
    hold,     // 回头看: it held
    rebound,  // 回头看: it did not
    end,
    bind,  // 进度取数
    ask_suspension,
    suspend,
    refuse_suspension,
    resume,
    object,  // 异议
    rule,    // 裁定
    merge,   // 并入
};

struct OpenedTask {
    directive::Task task;
    directive::Light light = directive::Light::undated;
    std::vector<TaskStep> open;                     // what this actor may do now
    std::optional<measure::Indicator> indicator{};  // by which the target is measured
    std::int64_t measured = 0;                      // its value in the owner's area, today
};
Result<OpenedTask> open_task(Desk& desk, const authority::Actor& actor, const ident::TaskId& id);

struct LedgerQuery {
    directive::LedgerFilter filter;
    bool mine = false;
    bool overdue = false;
    std::optional<int> due_within{};              // days from today; what is late is among it
    std::optional<directive::Mark> mark{};        // returned, or due to be looked at by today
    std::optional<ident::DivisionCode> within{};  // a division inside the actor's area
};

struct LedgerRow {
    directive::Task task;  // without steps
    directive::Light light = directive::Light::undated;
};

struct LedgerPage {
    organisation::Page<LedgerRow> page;
    std::int64_t total = 0;
    bool is_more = false;  // there are more than `total`
    calendar::Date as_of;
};
Result<LedgerPage> list_tasks(Desk& desk, const authority::Actor& actor, const LedgerQuery& query,
                              const organisation::PageRequest& page);

// Every task of the query, with steps, for an export; Fault::too_large above the export limit.
Result<std::vector<directive::Task>> export_tasks(Desk& desk, const authority::Actor& actor,
                                                  const LedgerQuery& query);

struct Workbench {
    calendar::Date as_of;
    directive::Tally tally;
    std::vector<LedgerRow> waiting;
    std::int64_t waiting_total = 0;
    std::vector<document::Summary> documents_to_review;
};
Result<Workbench> open_workbench(Desk& desk, const authority::Actor& actor);

}  // namespace anmin::operations
