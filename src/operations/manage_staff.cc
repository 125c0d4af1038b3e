#include "operations/manage_staff.h"

#include <map>
#include <utility>

namespace anmin::operations {
namespace {

using authority::Action;
using organisation::Event;

Error no_such(const char* code, const std::string& what, const std::string& id) {
    // A unit or a division that a command refers to is its input; what it is about is looked for.
    const bool is_input = std::string(code) == "E-ORG-010" || std::string(code) == "E-ORG-011";
    return {is_input ? Fault::invalid : Fault::missing,
            code,
            what + " " + id,
            "没有这个" + what + "，或不在本岗位的管辖范围之内",
            "本辖区已建立的" + what,
            "从列表中选择"};
}

Result<organisation::Unit> managed_unit(Desk& desk, const authority::Actor& actor,
                                        const ident::UnitId& id) {
    TRY(authority::may(actor, Action::manage_staff, {actor.division, {}, {}}));
    const auto unit = TRY(desk.organisation.find_unit(id));
    const auto scope = authority::scope_of(actor, Action::manage_staff);
    if (!unit || !scope.covers(unit->division)) return no_such("E-ORG-011", "单位", id.value);
    return *unit;
}

Result<organisation::Post> managed_post(Desk& desk, const authority::Actor& actor,
                                        const ident::PostId& id) {
    TRY(authority::may(actor, Action::manage_staff, {actor.division, {}, {}}));
    const auto post = TRY(desk.organisation.find_post(id));
    const auto scope = authority::scope_of(actor, Action::manage_staff);
    if (!post || !scope.covers(post->division)) return no_such("E-ORG-045", "岗位", id.value);
    return *post;
}

Result<void> expect_division(Desk& desk, const authority::Actor& actor,
                             const ident::DivisionCode& code, calendar::Date on) {
    TRY(authority::may(actor, Action::manage_staff, {code, {}, {}}));
    const auto found = TRY(desk.organisation.find_division(code));
    if (found && found->lives_on(on)) return {};
    return no_such("E-ORG-010", "行政区划", code.digits());
}

// INVARIANT: `seen` was read before whatever the event was decided from.
Result<void> commit(Desk& desk, const Caller& caller, std::int64_t seen, const Event& event) {
    TRY(desk.journal.commit(command_of(caller), {{journal::organisation_stream(), seen, {event}}}));
    return {};
}

Result<std::int64_t> seen_version(Desk& desk) {
    return desk.journal.version(journal::organisation_stream());
}

organisation::Scope everywhere() {
    return {ident::DivisionCode::nation(), organisation::Reach::subtree};
}

constexpr std::size_t shown_together = 100;

// These units of a division with their posts, terms and relations.
Result<std::vector<StaffedUnit>> staffed(Desk& desk, const ident::DivisionCode& division,
                                         std::vector<organisation::Unit> units) {
    const organisation::Scope scope{division, organisation::Reach::subtree};
    std::vector<StaffedUnit> made;
    std::map<std::string, std::size_t> places;
    for (auto& unit : units) {
        places.emplace(unit.id.value, made.size());
        made.push_back({std::move(unit), {}, {}});
    }
    for (auto& post : TRY(desk.organisation.posts(scope))) {
        const auto place = places.find(post.unit.value);
        if (place == places.end()) continue;
        auto held = TRY(desk.organisation.appointments(post.id));
        made[place->second].posts.push_back({std::move(post), std::move(held)});
    }
    for (const auto& relation : TRY(desk.organisation.relations(scope))) {
        const auto place = places.find(relation.unit.value);
        if (place != places.end()) made[place->second].relations.push_back(relation);
    }
    return made;
}

}  // namespace

Result<std::vector<StaffedUnit>> list_units(Desk& desk, const authority::Actor& actor,
                                            const ident::DivisionCode& division) {
    TRY(authority::may(actor, Action::see_organisation, {division, {}, {}}));
    auto units = TRY(desk.organisation.units({division, organisation::Reach::subtree}));
    if (units.size() > shown_together) {
        std::erase_if(units, [&division](const organisation::Unit& unit) {
            return unit.division != division && unit.division.parent() != division;
        });
    }
    return staffed(desk, division, std::move(units));
}

Result<std::vector<StaffedUnit>> list_all_units(Desk& desk, const authority::Actor& actor,
                                                const ident::DivisionCode& division) {
    TRY(authority::may(actor, Action::see_organisation, {division, {}, {}}));
    auto units = TRY(desk.organisation.units({division, organisation::Reach::subtree}));
    return staffed(desk, division, std::move(units));
}

Result<organisation::Unit> found_unit(Desk& desk, const Caller& caller, const NewUnit& order) {
    const auto seen = TRY(seen_version(desk));
    TRY(expect_division(desk, caller.actor, order.division, desk.clock.now().date_in_china()));
    if (order.reports_to && !TRY(desk.organisation.find_unit(*order.reports_to))) {
        return no_such("E-ORG-011", "单位", order.reports_to->value);
    }
    const organisation::Unit unit{
        {desk.ids.next()}, order.name, order.division, order.kind, order.reports_to};
    TRY(commit(desk, caller, seen, organisation::UnitFounded{unit}));
    return unit;
}

Result<void> close_unit(Desk& desk, const Caller& caller, const ident::UnitId& unit,
                        calendar::Date on) {
    const auto seen = TRY(seen_version(desk));
    TRY(managed_unit(desk, caller.actor, unit));
    return commit(desk, caller, seen, organisation::UnitClosed{unit, on});
}

Result<void> place_unit(Desk& desk, const Caller& caller, const organisation::UnitPlaced& order) {
    const auto seen = TRY(seen_version(desk));
    TRY(managed_unit(desk, caller.actor, order.unit));
    TRY(expect_division(desk, caller.actor, order.division, order.on));
    if (order.reports_to) {
        const auto units = TRY(desk.organisation.units(everywhere()));
        TRY(organisation::check_line(units, order.unit, *order.reports_to));
    }
    return commit(desk, caller, seen, order);
}

Result<void> relate_units(Desk& desk, const Caller& caller, const organisation::Relation& order) {
    const auto seen = TRY(seen_version(desk));
    TRY(managed_unit(desk, caller.actor, order.unit));
    if (order.other == order.unit || !TRY(desk.organisation.find_unit(order.other))) {
        return no_such("E-ORG-011", "单位", order.other.value);
    }
    return commit(desk, caller, seen, organisation::UnitsRelated{order});
}

Result<organisation::Post> create_post(Desk& desk, const Caller& caller, const NewPost& order) {
    const auto seen = TRY(seen_version(desk));
    const auto unit = TRY(managed_unit(desk, caller.actor, order.unit));
    const organisation::Post post{{desk.ids.next()}, order.title,   unit.id,
                                  unit.name,         unit.division, ""};
    TRY(commit(desk, caller, seen, organisation::PostCreated{post}));
    return post;
}

Result<void> close_post(Desk& desk, const Caller& caller, const ident::PostId& post,
                        calendar::Date on) {
    const auto seen = TRY(seen_version(desk));
    TRY(managed_post(desk, caller.actor, post));
    return commit(desk, caller, seen, organisation::PostClosed{post, on});
}

Result<void> appoint_holder(Desk& desk, const Caller& caller,
                            const organisation::Appointment& order) {
    const auto seen = TRY(seen_version(desk));
    const auto post = TRY(managed_post(desk, caller.actor, order.post));
    if (order.person && !TRY(desk.organisation.find_person(*order.person))) {
        return no_such("E-ORG-046", "人员", order.person->value);
    }
    const auto held = TRY(desk.organisation.appointments(order.post));
    return commit(desk, caller, seen, TRY(organisation::appoint(post, held, order)));
}

Result<void> end_appointment(Desk& desk, const Caller& caller, const ident::PostId& post,
                             calendar::Date from, calendar::Date on) {
    const auto seen = TRY(seen_version(desk));
    TRY(managed_post(desk, caller.actor, post));
    const auto held = TRY(desk.organisation.appointments(post));
    return commit(desk, caller, seen, TRY(organisation::end_appointment(held, post, from, on)));
}

}  // namespace anmin::operations
