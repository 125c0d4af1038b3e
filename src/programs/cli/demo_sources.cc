#include "cli/demo_sources.h"

#include "operations/keep_conveyances.h"
#include "operations/keep_sources.h"

namespace anmin::cli {
namespace {

using source::SourceKind;
using source::SourceName;

// In the agenda pool since `days` days ago; gives its identifier.
Result<source::ConveyanceId> pool(operations::Desk& desk, const operations::Caller& office,
                                  operations::ReceiveConveyance order, int days) {
    const auto today = desk.clock.now().date_in_china();
    order.received_on = today.plus_days(-days);
    order.first_topic = true;
    const auto made = TRY(operations::receive_conveyance(desk, office, order));
    operations::PoolConveyance pooling;
    pooling.conveyance = made.row.conveyance.id;
    pooling.seen_version = made.row.conveyance.version;
    pooling.meeting = "下一次党组会议（演示）";
    pooling.place = 1;
    TRY(operations::pool_conveyance(desk, office, pooling));
    return pooling.conveyance;
}

Result<operations::OpenedSource> hold(Workplace& place, const operations::Caller& office,
                                      const operations::Caller& clerk,
                                      const ident::DocumentId& document) {
    operations::Desk& desk = place.desk();
    const auto today = desk.clock.now().date_in_china();
    operations::RecordMeeting order;
    order.name = "重点任务部署会（演示）";
    order.held_on = today.plus_days(-7);
    order.chair = "局长（演示）";
    order.conveyors = {"副局长（演示）"};
    const SourceName paper{SourceKind::document, document.value};
    const auto taken =
        TRY(pool(desk, office,
                 {"传达学习会议精神（演示）", "", "上级民政部门（演示）", paper, today, true}, 12));
    order.agenda = {{"", true, document, taken}, {"部署重点任务（演示）", false}};
    const auto& below = clerk.actor.division;
    order.branches = {{0, "机关支部（演示）", office.actor.division, "主会场", 12},
                      {0, "街道民政支部（演示）", below, "分会场", 6}};
    const auto made = TRY(operations::record_meeting(desk, office, order));
    const source::MeetingId id{made.entry.name.id};
    TRY(operations::take_attendance(desk, office, {id, 1, false, 11, ""}));
    TRY(operations::take_attendance(desk, clerk, {id, 2, false, 5, ""}));
    return operations::take_attendance(desk, office, {id, 1, true, 1, "会后补传达"});
}

}  // namespace

Result<void> tell_sources(Workplace& place, const ident::DocumentId& document) {
    operations::Desk& desk = place.desk();
    const auto office = TRY(place.caller_named("county-office"));
    const auto clerk = TRY(place.caller_named("township-clerk"));
    TRY(hold(place, office, clerk, document));
    TRY(pool(desk, office, {"重要讲话精神（演示）", "", "上级民政部门（演示）", {}, {}, true}, 3));
    const auto remark = TRY(operations::enter_instruction(
        desk, office,
        {"分管副局长（演示）", desk.clock.now().date_in_china().plus_days(-6),
         "请综合科牵头抓好落实，每月报告进展（演示）。", document}));
    directive::LedgerFilter filter;
    filter.document = document;
    const auto tasks = TRY(desk.tasks.ledger(
        authority::scope_of(office.actor, authority::Action::see_tasks), filter, {"", 1}));
    for (const auto& task : tasks.page.items) {
        TRY(operations::cite_source(
            desk, office,
            {task.id, {SourceKind::instruction, remark.entry.name.id}, "按批示办理（演示）"}));
    }
    return {};
}

}  // namespace anmin::cli
