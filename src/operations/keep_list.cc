#include "operations/keep_list.h"

#include <utility>

#include "operations/task_steps.h"
#include "problem/problem_list.h"

namespace anmin::operations {
namespace {

using authority::Action;
using problem::Event;
using problem::List;

Error stale_list(const List& now) {
    return {Fault::stale,       "E-PROB-055",       "清单“" + now.name + "”",
            "刚刚有了新的变动", "按最新的状态办理", "刷新页面后再办理"};
}

// `decide(list, officer, today)` gives the event or an Error.
template <class Decide>
Result<OpenedList> change(Desk& desk, const Caller& caller, const ListOrder& order,
                          const Decide& decide) {
    const List before = TRY(open_list(desk, caller.actor, order.list)).list;
    TRY(authority::may(caller.actor, Action::manage_problems, {before.division, {}, {}}));
    if (before.version != order.seen_version) return stale_list(before);
    const Event event =
        TRY(decide(before, officer_of(caller.actor), desk.clock.now().date_in_china()));
    const auto done = desk.journal.commit(
        command_of(caller), {{journal::stream_of(before.id), before.version, {event}}});
    if (!done.ok()) return done.error().fault == Fault::stale ? stale_list(before) : done.error();
    return open_list(desk, caller.actor, before.id);
}

}  // namespace

Result<OpenedList> open_list(Desk& desk, const Caller& caller, const OpenList& order) {
    TRY(authority::may(caller.actor, Action::manage_problems, {caller.actor.division, {}, {}}));
    const problem::ListId id{desk.ids.next()};
    const Event event = TRY(problem::open_list(
        {id, order.name, order.scheme, order.source, order.declared, caller.actor.division,
         officer_of(caller.actor), desk.clock.now().date_in_china()}));
    TRY(desk.journal.commit(command_of(caller), {{journal::stream_of(id), 0, {event}}}));
    return open_list(desk, caller.actor, id);
}

Result<OpenedList> freeze_list(Desk& desk, const Caller& caller, const FreezeList& order) {
    return change(desk, caller, order,
                  [&](const List& list, const auto& officer, calendar::Date on) {
                      return problem::freeze(list, {order.from, order.text, officer, on});
                  });
}

Result<OpenedList> thaw_list(Desk& desk, const Caller& caller, const ListOrder& order) {
    return change(desk, caller, order,
                  [&](const List& list, const auto& officer, calendar::Date on) {
                      return problem::thaw(list, {order.text, officer, on});
                  });
}

Result<OpenedList> close_list(Desk& desk, const Caller& caller, const ListOrder& order) {
    return change(desk, caller, order,
                  [&](const List& list, const auto& officer, calendar::Date on) -> Result<Event> {
                      const auto entries = TRY(desk.problems.entries(list.id));
                      return problem::close_list(list, entries, {order.text, officer, on});
                  });
}

}  // namespace anmin::operations
