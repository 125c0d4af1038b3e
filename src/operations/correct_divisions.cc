#include "operations/correct_divisions.h"

#include <set>
#include <utility>

#include "organisation/withdraw_change.h"

namespace anmin::operations {
namespace {

using authority::Action;
using ident::DivisionCode;
using organisation::DivisionsChanged;
using organisation::FoundChange;

Result<FoundChange> get_change(Desk& desk, const std::string& id) {
    auto found = TRY(desk.organisation.find_change(id));
    if (found) return *std::move(found);
    return Error{Fault::missing,         "E-ORG-033",
                 "区划变更 " + id,       "没有这次区划变更",
                 "变更列表中的一次变更", "刷新变更列表后重新选择"};
}

Error still_used(const organisation::Unit& unit) {
    return {Fault::conflict,
            "E-ORG-037",
            "单位 " + unit.name,
            "设在 " + unit.division.digits() + "，撤回后没有这个区划",
            "撤回后不再存在的区划之下没有单位",
            "先把单位改设到别的区划，或用“更正”沿用这个代码"};
}

// No unit may be left in a division that is no more: those of `gone` that `kept` does not begin.
Result<void> expect_no_units(Desk& desk, const DivisionsChanged& gone,
                             const DivisionsChanged* kept) {
    std::set<DivisionCode> codes;
    for (const auto& one : gone.started) codes.insert(one.code);
    if (kept != nullptr) {
        for (const auto& one : kept->started) codes.erase(one.code);
    }
    std::optional<DivisionCode> looked;  // codes come in order: what lies in the last was seen
    for (const DivisionCode& code : codes) {
        if (looked && looked->contains(code)) continue;
        looked = code;
        for (const auto& unit :
             TRY(desk.organisation.units({code, organisation::Reach::subtree}))) {
            if (!unit.until && codes.contains(unit.division)) return still_used(unit);
        }
    }
    return {};
}

struct Undone {
    FoundChange change;
    organisation::DivisionChangeWithdrawn event;
};

Result<Undone> decide_undoing(Desk& desk, const authority::Actor& actor, const std::string& id,
                              const std::string& reason) {
    TRY(authority::may(actor, Action::change_divisions, {actor.division, {}, {}}));
    auto change = TRY(get_change(desk, id));
    for (const DivisionCode& code : organisation::named_in(organisation::step_of(change.event))) {
        TRY(authority::may(actor, Action::change_divisions, {code, {}, {}}));
    }
    const auto later = TRY(desk.organisation.later_changes(id));
    auto event = TRY(organisation::decide_withdrawal(change, later, reason));
    return Undone{std::move(change), std::move(event)};
}

struct Correction {
    organisation::DivisionChangeWithdrawn undone;
    DivisionsChanged right;
};

Result<Correction> plan(Desk& desk, const authority::Actor& actor, const CorrectDivisions& order) {
    auto undone = TRY(decide_undoing(desk, actor, order.change, order.reason));
    auto right = TRY(decide_division_change(desk, actor, order.right, &undone.change.event));
    TRY(expect_no_units(desk, undone.change.event, &right));
    return Correction{std::move(undone.event), std::move(right)};
}

}  // namespace

Result<OpenedChange> open_division_change(Desk& desk, const authority::Actor& actor,
                                          const std::string& id) {
    TRY(authority::may(actor, Action::see_organisation, {actor.division, {}, {}}));
    auto change = TRY(get_change(desk, id));
    return OpenedChange{std::move(change.recorded), organisation::step_of(change.event)};
}

Result<organisation::RecordedChange> withdraw_division_change(Desk& desk, const Caller& caller,
                                                              const std::string& id,
                                                              const std::string& reason) {
    const auto stream = journal::organisation_stream();
    const auto seen = TRY(desk.journal.version(stream));
    const auto undone = TRY(decide_undoing(desk, caller.actor, id, reason));
    TRY(expect_no_units(desk, undone.change.event, nullptr));
    TRY(desk.journal.commit(command_of(caller),
                            {{stream, seen, {organisation::Event(undone.event)}}}));
    return TRY(get_change(desk, id)).recorded;
}

Result<DivisionsChanged> plan_division_correction(Desk& desk, const authority::Actor& actor,
                                                  const CorrectDivisions& order) {
    return TRY(plan(desk, actor, order)).right;
}

Result<DivisionsChanged> correct_divisions(Desk& desk, const Caller& caller,
                                           const CorrectDivisions& order) {
    const auto stream = journal::organisation_stream();
    const auto seen = TRY(desk.journal.version(stream));
    const auto correction = TRY(plan(desk, caller.actor, order));
    TRY(desk.journal.commit(command_of(caller), {{stream,
                                                  seen,
                                                  {organisation::Event(correction.undone),
                                                   organisation::Event(correction.right)}}}));
    return correction.right;
}

}  // namespace anmin::operations
