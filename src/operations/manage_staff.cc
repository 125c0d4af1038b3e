#include "operations/manage_staff.h"

#include <iterator>
#include <map>
#include <set>
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

constexpr std::int32_t read_together = 500;  // units, for the workbook

std::vector<ident::UnitId> others_of(const std::vector<StaffedUnit>& made) {
    std::set<ident::UnitId> others;
    for (const StaffedUnit& one : made) {
        if (one.unit.reports_to) others.insert(*one.unit.reports_to);
        for (const auto& relation : one.relations) others.insert(relation.other);
    }
    return {others.begin(), others.end()};
}

// The names of others, as far as the actor may see them.
Result<void> add_others(Desk& desk, const authority::Actor& actor, std::vector<StaffedUnit>& made) {
    const auto scope = authority::scope_of(actor, Action::see_organisation);
    std::map<ident::UnitId, std::string> names;
    for (auto& unit : TRY(desk.organisation.units_of(others_of(made)))) {
        if (scope.covers(unit.division)) names.emplace(unit.id, std::move(unit.name));
    }
    const auto take = [&names](StaffedUnit& one, const ident::UnitId& id) {
        const auto found = names.find(id);
        if (found != names.end()) one.others.insert(*found);
    };
    for (StaffedUnit& one : made) {
        if (one.unit.reports_to) take(one, *one.unit.reports_to);
        for (const auto& relation : one.relations) take(one, relation.other);
    }
    return {};
}

// These units with their posts, terms and relations.
Result<std::vector<StaffedUnit>> staffed(Desk& desk, const authority::Actor& actor,
                                         std::vector<organisation::Unit> units) {
    std::vector<StaffedUnit> made;
    std::vector<ident::UnitId> ids;
    std::map<ident::UnitId, std::size_t> places;
    for (auto& unit : units) {
        ids.push_back(unit.id);
        places.emplace(unit.id, made.size());
        made.push_back({std::move(unit), {}, {}});
    }
    std::map<ident::PostId, std::vector<organisation::Appointment>> held;
    for (auto& term : TRY(desk.organisation.appointments_of(ids))) {
        held[term.post].push_back(std::move(term));
    }
    for (auto& post : TRY(desk.organisation.posts_of(ids))) {
        auto& terms = held[post.id];
        made[places.at(post.unit)].posts.push_back({std::move(post), std::move(terms)});
    }
    for (auto& relation : TRY(desk.organisation.relations_of(ids))) {
        made[places.at(relation.unit)].relations.push_back(std::move(relation));
    }
    TRY(add_others(desk, actor, made));
    return made;
}

}  // namespace

Result<organisation::Page<StaffedUnit>> list_units(Desk& desk, const authority::Actor& actor,
                                                   const ident::DivisionCode& division,
                                                   const std::string& typed,
                                                   const organisation::PageRequest& page) {
    TRY(authority::may(actor, Action::see_organisation, {division, {}, {}}));
    const organisation::Scope scope{division, organisation::Reach::subtree};
    auto found = TRY(desk.organisation.find_units(scope, typed, page));
    return organisation::Page<StaffedUnit>{TRY(staffed(desk, actor, std::move(found.items))),
                                           found.next};
}

Result<std::vector<StaffedUnit>> list_all_units(Desk& desk, const authority::Actor& actor,
                                                const ident::DivisionCode& division) {
    std::vector<StaffedUnit> all;
    organisation::PageRequest page{"", read_together};
    do {
        auto part = TRY(list_units(desk, actor, division, "", page));
        std::move(part.items.begin(), part.items.end(), std::back_inserter(all));
        page.after = part.next;
    } while (!page.after.empty());
    return all;
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
