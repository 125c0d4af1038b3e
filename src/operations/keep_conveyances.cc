#include "operations/keep_conveyances.h"

#include <algorithm>
#include <utility>

#include "operations/one_step.h"
#include "operations/source_lookup.h"
#include "operations/task_steps.h"

namespace anmin::operations {
namespace {

using authority::Action;
using source::Conveyance;
using source::Event;
using source::SourceKind;
using source::SourceName;

Error stale_conveyance(const Conveyance& now, std::int64_t seen_version) {
    return stale("E-SRC-022", "传达事项“" + now.title + "”", "这个传达事项", now.steps,
                 now.version - seen_version);
}

// The error of a commit; when somebody else was quicker, what they did.
Error commit_refused(Desk& desk, const authority::Actor& actor, const Conveyance& seen,
                     const Error& error) {
    if (error.fault != Fault::stale) return error;
    const auto now = visible_conveyance(desk, actor, seen.id);
    const bool moved = now.ok() && now.value().version != seen.version;
    return moved ? stale_conveyance(now.value(), seen.version) : error;
}

Result<std::vector<journal::Append>> nothing_besides(const Conveyance&) {
    return std::vector<journal::Append>();
}

// `decide(conveyance, officer, today)` gives the event or an Error; what `besides(conveyance)`
// gives is committed with it.
template <class Decide, class Besides = decltype(&nothing_besides)>
Result<OpenedConveyance> move(Desk& desk, const Caller& caller, const ConveyanceOrder& order,
                              ConveyanceStep step, const Decide& decide,
                              const Besides& besides = &nothing_besides) {
    const Conveyance before = TRY(visible_conveyance(desk, caller.actor, order.conveyance));
    TRY(may_step(caller.actor, step, before));
    if (before.version != order.seen_version) return stale_conveyance(before, order.seen_version);
    const Event event =
        TRY(decide(before, officer_of(caller.actor), desk.clock.now().date_in_china()));
    std::vector<journal::Append> appends{{journal::stream_of(before.id), before.version, {event}}};
    for (auto& one : TRY(besides(before))) appends.push_back(std::move(one));
    const auto done = desk.journal.commit(command_of(caller), appends);
    if (!done.ok()) return commit_refused(desk, caller.actor, before, done.error());
    return open_conveyance(desk, caller.actor, before.id);
}

Result<source::Standing> standing_of(Desk& desk, const Conveyance& conveyance) {
    return TRY(standings_of(desk, {conveyance})).front();
}

// What a task that answers the matter is to cite and does not cite yet.
Result<std::vector<journal::Append>> citations_for(Desk& desk, const Caller& caller,
                                                   const Conveyance& conveyance,
                                                   const ident::TaskId& answering) {
    const auto task = TRY(citing_task(desk, caller, answering));
    auto cited = names_of(TRY(desk.sources.citations(task.id)));
    cited.push_back({SourceKind::document, task.document.value});
    std::vector<SourceName> wanted;
    if (conveyance.source) wanted.push_back(*conveyance.source);
    if (conveyance.decided_by)
        wanted.push_back({SourceKind::meeting, conveyance.decided_by->value});
    journal::Append append{journal::basis_of(task.id), journal::any_version, {}};
    for (const SourceName& name : wanted) {
        if (std::find(cited.begin(), cited.end(), name) != cited.end()) continue;
        append.events.push_back(
            TRY(source::cite({task.id, name, "传达事项“" + conveyance.title + "”",
                              officer_of(caller.actor), desk.clock.now().date_in_china()},
                             cited)));
        cited.push_back(name);
    }
    if (append.events.empty()) return std::vector<journal::Append>();
    return std::vector<journal::Append>{std::move(append)};
}

}  // namespace

Result<OpenedConveyance> receive_conveyance(Desk& desk, const Caller& caller,
                                            const ReceiveConveyance& order) {
    const auto& actor = caller.actor;
    TRY(authority::may(actor, Action::receive_document, {actor.division, {}, {}}));
    if (order.source && !TRY(find_seen(desk, actor, *order.source))) {
        return no_source(*order.source);
    }
    const source::ConveyanceId id{desk.ids.next()};
    source::ConveyanceReceived received{.conveyance = id,
                                        .title = order.title,
                                        .number = order.number,
                                        .from = order.from,
                                        .source = order.source,
                                        .received_on = order.received_on,
                                        .convey_by = order.received_on,
                                        .first_topic = order.first_topic,
                                        .division = actor.division,
                                        .issuer = actor.unit_name,
                                        .officer = officer_of(actor),
                                        .on = desk.clock.now().date_in_china()};
    const auto same =
        TRY(desk.conveyances.find_paper(actor.division, source::paper_of(source::start(received))));
    const Event event = TRY(source::receive(std::move(received), desk.policies.conveying, same));
    TRY(desk.journal.commit(command_of(caller), {{journal::stream_of(id), 0, {event}}}));
    return open_conveyance(desk, actor, id);
}

Result<OpenedConveyance> pool_conveyance(Desk& desk, const Caller& caller,
                                         const PoolConveyance& order) {
    return move(desk, caller, order, ConveyanceStep::pool,
                [&](const Conveyance& one, const auto& officer, calendar::Date on) {
                    return source::pool(
                        one, {order.meeting, order.planned_on, order.place, officer, on});
                });
}

Result<OpenedConveyance> decide_measures(Desk& desk, const Caller& caller,
                                         const DecideMeasures& order) {
    return move(
        desk, caller, order, ConveyanceStep::decide,
        [&](const Conveyance& one, const auto& officer, calendar::Date on) -> Result<Event> {
            const SourceName name{SourceKind::meeting, order.meeting.value};
            const auto found = TRY(find_seen(desk, caller.actor, name));
            if (!found) return no_source(name);
            return source::decide_measures(
                one,
                {order.proposed_by, order.meeting, found->entry.title, order.measures, officer, on},
                found->entry.on);
        });
}

Result<OpenedConveyance> answer_measure(Desk& desk, const Caller& caller,
                                        const AnswerMeasure& order) {
    return move(
        desk, caller, order, ConveyanceStep::answer,
        [&](const Conveyance& one, const auto& officer, calendar::Date on) {
            return source::answer_measure(one, {order.measure, order.task, officer, on});
        },
        [&](const Conveyance& one) { return citations_for(desk, caller, one, order.task); });
}

Result<OpenedConveyance> exempt_measure(Desk& desk, const Caller& caller,
                                        const ExemptMeasure& order) {
    return move(desk, caller, order, ConveyanceStep::exempt,
                [&](const Conveyance& one, const auto& officer, calendar::Date on) {
                    return source::exempt_measure(one, {order.measure, order.text, officer, on});
                });
}

Result<OpenedConveyance> look_back_conveyance(Desk& desk, const Caller& caller,
                                              const LookBackConveyance& order) {
    return move(
        desk, caller, order, ConveyanceStep::look_back,
        [&](const Conveyance& one, const auto& officer, calendar::Date on) -> Result<Event> {
            TRY(another_person(desk, caller.actor, source::deeds_of(one),
                               {"E-SRC-034", "传达事项“" + one.title + "”", "回头看"}));
            return source::look_back(one, {order.held, order.text, officer, on},
                                     TRY(standing_of(desk, one)));
        });
}

Result<OpenedConveyance> archive_conveyance(Desk& desk, const Caller& caller,
                                            const NoteConveyance& order) {
    return move(
        desk, caller, order, ConveyanceStep::archive,
        [&](const Conveyance& one, const auto& officer, calendar::Date on) -> Result<Event> {
            return source::archive(one, {order.text, officer, on}, TRY(standing_of(desk, one)));
        });
}

Result<OpenedConveyance> withdraw_conveyance(Desk& desk, const Caller& caller,
                                             const NoteConveyance& order) {
    return move(
        desk, caller, order, ConveyanceStep::withdraw,
        [&](const Conveyance& one, const auto& officer, calendar::Date on) -> Result<Event> {
            TRY(another_person(desk, caller.actor, source::entered_by(one),
                               {"E-SRC-034", "传达事项“" + one.title + "”", "终止"}));
            return source::withdraw(one, {order.text, officer, on});
        });
}

}  // namespace anmin::operations
