#include "operations/keep_sources.h"

#include <algorithm>
#include <utility>

#include "operations/source_lookup.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using directive::Task;
using source::Entry;
using source::SourceKind;
using source::SourceName;

constexpr std::int64_t orders_limit = 200;  // shown with one source

Result<void> add_orders(Desk& desk, const authority::Actor& actor, OpenedSource& opened) {
    std::vector<Task> orders;
    for (const auto& id : TRY(desk.sources.citing(opened.entry.name, orders_limit))) {
        if (auto task = TRY(desk.tasks.find_task(id))) orders.push_back(*std::move(task));
    }
    if (opened.entry.name.kind == SourceKind::document) {
        directive::LedgerFilter filter;
        filter.document = ident::DocumentId{opened.entry.name.id};
        auto own = TRY(desk.tasks.ledger(authority::scope_of(actor, Action::see_tasks), filter,
                                         {"", static_cast<std::int32_t>(orders_limit)}));
        for (auto& task : own.page.items) {
            if (!task.parent) orders.push_back(std::move(task));
        }
    }
    const auto today = desk.clock.now().date_in_china();
    const auto scope = authority::scope_of(actor, Action::see_tasks);
    for (auto& task : orders) {
        ++opened.entry.orders;
        if (!visible(scope, actor, task)) {
            ++opened.hidden;
            continue;
        }
        const auto shows = directive::light(task, today, desk.policies.lights);
        opened.orders.push_back({std::move(task), shows});
    }
    return {};
}

// May the actor record who came: for some branch of theirs, or as the office that held it?
bool records(const authority::Actor& actor, const source::Meeting& meeting) {
    const auto may = [&actor](const ident::DivisionCode& division) {
        return authority::may(actor, Action::record_field_work, {division, {}, {}}).ok();
    };
    return may(meeting.held.division) ||
           std::any_of(meeting.branches.begin(), meeting.branches.end(),
                       [&may](const auto& one) { return may(one.branch.division); });
}

// The meetings that an order's sources name: cited ones, and those that conveyed a document of it.
Result<std::vector<source::MeetingId>> meetings_of(Desk& desk,
                                                   const std::vector<SourceName>& sources) {
    std::vector<source::MeetingId> found;
    for (const SourceName& name : sources) {
        if (name.kind == SourceKind::meeting) found.push_back({name.id});
        if (name.kind != SourceKind::document) continue;
        for (const auto& meeting : TRY(desk.sources.conveyed({name.id}))) found.push_back(meeting);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Result<void> add_reach(Desk& desk, const authority::Actor& actor,
                       const std::vector<SourceName>& sources, TaskBasis& basis) {
    std::vector<source::BranchReach> rows;
    for (const auto& id : TRY(meetings_of(desk, sources))) {
        // Figures open their records: what the actor may not open is not counted for them.
        const auto found = TRY(find_seen(desk, actor, {SourceKind::meeting, id.value}));
        if (!found) continue;
        const auto& branches = found->meeting->branches;
        rows.insert(rows.end(), branches.begin(), branches.end());
        basis.meetings.push_back(found->entry);
    }
    basis.reach = source::reach_of(rows);
    return {};
}

Result<void> form_is_known(const source::ConveyRule& rule, const std::string& form) {
    if (form.empty()) return {};
    std::string all;
    for (const auto& one : rule.forms) {
        if (one.id == form) return {};
        all += (all.empty() ? "" : "、") + one.label;
    }
    return Error{Fault::invalid, "E-SRC-035", "会议的“形式”", "没有“" + form + "”这种会议形式", all,
                 "从列表中选择"};
}

// The matters that the agenda names; its items get title, class and paper from them.
Result<std::vector<source::Conveyance>> take_from_pool(Desk& desk, const authority::Actor& actor,
                                                       source::MeetingHeld& held) {
    std::vector<source::Conveyance> taken;
    for (auto& item : held.agenda) {
        if (!item.conveyance) continue;
        auto found = TRY(visible_conveyance(desk, actor, *item.conveyance));
        if (found.division != held.division) {
            return Error{Fault::invalid,
                         "E-SRC-036",
                         "会议“" + held.name + "”的议程",
                         "“" + found.title + "”是" + found.issuer + "的传达事项",
                         "本单位议题池中的事项",
                         "由登记它的单位在自己的会议中传达"};
        }
        item.title = found.title;
        item.first_topic = item.first_topic || found.first_topic;
        const bool paper = found.source && found.source->kind == SourceKind::document;
        if (paper && !item.document) item.document = ident::DocumentId{found.source->id};
        const bool twice = std::any_of(taken.begin(), taken.end(),
                                       [&found](const auto& one) { return one.id == found.id; });
        if (twice) {
            return Error{Fault::invalid,
                         "E-SRC-026",
                         "会议“" + held.name + "”的议程",
                         "“" + found.title + "”列了两次",
                         "一次会议列一次",
                         "去掉重复的一项议程"};
        }
        taken.push_back(std::move(found));
    }
    return taken;
}

Result<TaskBasis> change_basis(Desk& desk, const Caller& caller, const Task& task,
                               source::Event event) {
    TRY(desk.journal.commit(
        command_of(caller),
        {{journal::basis_of(task.id), journal::any_version, {std::move(event)}}}));
    return open_basis(desk, caller.actor, task.id);
}

}  // namespace

Result<OpenedSource> record_meeting(Desk& desk, const Caller& caller, const RecordMeeting& order) {
    const auto& actor = caller.actor;
    TRY(authority::may(actor, Action::receive_document, {actor.division, {}, {}}));
    source::MeetingHeld held{{desk.ids.next()},
                             order.name,
                             order.held_on,
                             order.chair,
                             order.conveyors,
                             order.agenda,
                             order.branches,
                             actor.division,
                             actor.unit_name,
                             officer_of(actor),
                             desk.clock.now().date_in_china(),
                             order.form};
    TRY(form_is_known(desk.policies.conveying, order.form));
    std::int32_t number = 0;
    for (auto& branch : held.branches) branch.number = ++number;
    const auto taken = TRY(take_from_pool(desk, actor, held));
    for (const auto& item : held.agenda) {
        if (!item.document) continue;
        const SourceName paper{SourceKind::document, item.document->value};
        if (!TRY(find_seen(desk, actor, paper))) return no_source(paper);
    }
    const auto id = held.meeting;
    std::vector<journal::Append> appends{{journal::stream_of(id), 0, {}}};
    for (const auto& item : taken) {
        appends.push_back(
            {journal::stream_of(item.id),
             item.version,
             {TRY(source::convey(item, {id, held.name, held.held_on, held.officer, held.on}))}});
    }
    appends.front().events.push_back(TRY(source::hold(std::move(held))));
    TRY(desk.journal.commit(command_of(caller), appends));
    return open_source(desk, actor, {SourceKind::meeting, id.value});
}

Result<OpenedSource> enter_instruction(Desk& desk, const Caller& caller,
                                       const EnterInstruction& order) {
    const auto& actor = caller.actor;
    TRY(authority::may(actor, Action::receive_document, {actor.division, {}, {}}));
    if (order.document) {
        const SourceName paper{SourceKind::document, order.document->value};
        if (!TRY(find_seen(desk, actor, paper))) return no_source(paper);
    }
    const source::InstructionId id{desk.ids.next()};
    const auto event =
        TRY(source::enter({id, order.by, order.given_on, order.text, order.document, actor.division,
                           actor.unit_name, officer_of(actor), desk.clock.now().date_in_china()}));
    TRY(desk.journal.commit(command_of(caller), {{journal::stream_of(id), 0, {event}}}));
    return open_source(desk, actor, {SourceKind::instruction, id.value});
}

Result<OpenedSource> take_attendance(Desk& desk, const Caller& caller,
                                     const TakeAttendance& order) {
    const SourceName name{SourceKind::meeting, order.meeting.value};
    const auto found = TRY(find_seen(desk, caller.actor, name));
    if (!found) return no_source(name);
    const source::Meeting& meeting = *found->meeting;
    const auto row =
        std::find_if(meeting.branches.begin(), meeting.branches.end(),
                     [&order](const auto& one) { return one.branch.number == order.branch; });
    const bool own =
        row != meeting.branches.end() &&
        authority::may(caller.actor, Action::record_field_work, {row->branch.division, {}, {}})
            .ok();
    if (!own) {
        TRY(authority::may(caller.actor, Action::record_field_work,
                           {meeting.held.division, {}, {}}));
    }
    const auto event = TRY(source::take_attendance(
        meeting, {order.branch, order.made_up, order.people, order.note, officer_of(caller.actor),
                  desk.clock.now().date_in_china()}));
    TRY(desk.journal.commit(command_of(caller),
                            {{journal::stream_of(order.meeting), journal::any_version, {event}}}));
    return open_source(desk, caller.actor, name);
}

Result<OpenedSource> open_source(Desk& desk, const authority::Actor& actor,
                                 const SourceName& name) {
    auto found = TRY(find_seen(desk, actor, name));
    if (!found) return no_source(name);
    OpenedSource opened{.entry = std::move(found->entry),
                        .meeting = std::move(found->meeting),
                        .instruction = std::move(found->instruction)};
    if (opened.meeting) {
        opened.attendance = TRY(desk.sources.attendance({name.id}));
        opened.reach = source::reach_of(opened.meeting->branches);
        opened.may_record = records(actor, *opened.meeting);
    }
    if (name.kind == SourceKind::document) {
        TaskBasis basis;
        TRY(add_reach(desk, actor, {name}, basis));
        opened.reach = basis.reach;
        opened.meetings = std::move(basis.meetings);
    }
    TRY(add_orders(desk, actor, opened));
    return opened;
}

Result<organisation::Page<Entry>> list_sources(Desk& desk, const authority::Actor& actor,
                                               const organisation::PageRequest& page) {
    return desk.sources.entries(scope_for(actor, SourceKind::meeting),
                                scope_for(actor, SourceKind::instruction), page);
}

Result<TaskBasis> open_basis(Desk& desk, const authority::Actor& actor, const ident::TaskId& id) {
    const Task task = TRY(visible_task(desk, actor, id));
    TaskBasis basis;
    std::vector<SourceName> names;
    const auto add = [&](const SourceName& name, const std::string& note, bool inherited, bool own,
                         bool absorbed = false) -> Result<void> {
        if (std::find(names.begin(), names.end(), name) != names.end()) return {};
        names.push_back(name);
        if (auto found = TRY(find_seen(desk, actor, name))) {
            basis.sources.push_back({std::move(found->entry), note, inherited, own, absorbed});
        } else {
            ++basis.hidden;
        }
        return {};
    };
    TRY(add({SourceKind::document, task.document.value}, "", task.parent.has_value(), true));
    for (const auto& one : TRY(desk.sources.citations(task.id))) {
        TRY(add(one.source, one.note, false, false));
    }
    if (task.parent) {
        for (const auto& one : TRY(desk.sources.citations(task.root))) {
            TRY(add(one.source, one.note, true, false));
        }
    }
    for (const auto& one : task.absorbed) {
        TRY(add({SourceKind::document, one.document.value}, "", false, false, true));
        for (const auto& answered : {one.task, one.order}) {
            for (const auto& cited : TRY(desk.sources.citations(answered))) {
                TRY(add(cited.source, cited.note, false, false, true));
            }
        }
    }
    TRY(add_reach(desk, actor, names, basis));
    basis.may_cite = authority::may(actor, Action::confirm_tasks, {task.division, {}, {}}).ok() &&
                     may_act(desk, actor, task).ok();
    return basis;
}

Result<TaskBasis> cite_source(Desk& desk, const Caller& caller, const CiteSource& order) {
    const Task task = TRY(citing_task(desk, caller, order.task));
    if (!TRY(find_seen(desk, caller.actor, order.source))) return no_source(order.source);
    auto cited = names_of(TRY(desk.sources.citations(task.id)));
    cited.push_back({SourceKind::document, task.document.value});
    auto event = TRY(source::cite({task.id, order.source, order.text, officer_of(caller.actor),
                                   desk.clock.now().date_in_china()},
                                  cited));
    return change_basis(desk, caller, task, std::move(event));
}

Result<TaskBasis> withdraw_source(Desk& desk, const Caller& caller, const CiteSource& order) {
    const Task task = TRY(citing_task(desk, caller, order.task));
    const auto cited = names_of(TRY(desk.sources.citations(task.id)));
    auto event = TRY(source::withdraw({task.id, order.source, order.text, officer_of(caller.actor),
                                       desk.clock.now().date_in_china()},
                                      cited));
    return change_basis(desk, caller, task, std::move(event));
}

}  // namespace anmin::operations
