#include "operations/change_divisions.h"

#include <utility>

#include "organisation/withdraw_change.h"

namespace anmin::operations {
namespace {

using ident::DivisionCode;
using organisation::Surroundings;

// A prefecture has a few thousand villages, a province some ten thousand.
constexpr std::int64_t most_at_once = 60'000;

Error too_many(const DivisionCode& code) {
    return {Fault::too_large,
            "E-ORG-031",
            "行政区划 " + code.digits(),
            "一次变更涉及的区划太多",
            "至多 " + std::to_string(most_at_once) + " 个",
            "按下级区划分几次登记"};
}

Error changed_later(const organisation::RecordedChange& change) {
    return {Fault::conflict,
            "E-ORG-027",
            "生效日期",
            "其中的区划在 " + change.on.iso() + " 另有变更：" + change.summary,
            "不早于已登记变更的日期",
            "核对生效日期；确需更正的先核对已登记的变更"};
}

// What lives inside the division on the day, and all above it.
Result<void> look_around(Desk& desk, const DivisionCode& code, calendar::Date on,
                         const organisation::DivisionsChanged* but, Surroundings& around) {
    auto known = TRY(desk.organisation.ever_inside(code, on, most_at_once + 1));
    if (static_cast<std::int64_t>(known.size()) > most_at_once) return too_many(code);
    for (auto up = code.parent(); up; up = up->parent()) {
        auto found = TRY(desk.organisation.find_division(*up));
        if (found) known.push_back(*std::move(found));
    }
    if (but != nullptr) known = organisation::without(std::move(known), *but);
    for (const auto& one : known) {
        if (code.contains(one.code)) around.used.insert(one.code);
        if (one.lives_on(on)) around.living.emplace(one.code, one);
    }
    if (but != nullptr) return {};  // expect_nothing_in_the_way() looks closer
    const auto latest = TRY(desk.organisation.latest_change(code, ""));
    if (latest && latest->on > on) return changed_later(*latest);
    return {};
}

// What takes the place of a wrong change may stand before others, as long as they are none of its
// business.
Result<void> expect_nothing_in_the_way(Desk& desk, const DivisionCode& code,
                                       const organisation::DivisionsChanged& event,
                                       const organisation::DivisionsChanged& but) {
    organisation::PageRequest page;
    do {
        const auto part = TRY(desk.organisation.changes(code, page));
        for (const auto& one : part.items) {
            if (one.on <= event.on) return {};  // they come newest first
            if (one.withdrawn || one.id == but.id) continue;
            const auto whole = TRY(desk.organisation.find_change(one.id));
            if (whole && organisation::is_in_the_way(whole->event, event)) {
                return changed_later(one);
            }
        }
        page.after = part.next;
    } while (!page.after.empty());
    return {};
}

}  // namespace

Result<organisation::DivisionsChanged> decide_division_change(
    Desk& desk, const authority::Actor& actor, const ChangeDivisions& order,
    const organisation::DivisionsChanged* but) {
    const auto codes = organisation::named_in(order.step);
    for (const DivisionCode& code : codes) {
        TRY(authority::may(actor, authority::Action::change_divisions, {code, {}, {}}));
    }
    Surroundings around;
    for (const DivisionCode& code : codes) {
        if (!code.is_nation()) TRY(look_around(desk, code, order.on, but, around));
    }
    auto event =
        TRY(organisation::decide({desk.ids.next(), order.on, order.basis, order.step}, around));
    for (const DivisionCode& code : codes) {
        if (but != nullptr) TRY(expect_nothing_in_the_way(desk, code, event, *but));
    }
    event.summary = organisation::summary(order.step, around.living);
    organisation::PlaceInitials initials(desk.policies.places);
    for (auto& one : event.started) one.initials = initials.of(one.name);
    for (auto& one : event.renamed) one.initials = initials.of(one.name);
    return event;
}

Result<organisation::DivisionsChanged> plan_division_change(Desk& desk,
                                                            const authority::Actor& actor,
                                                            const ChangeDivisions& order) {
    return decide_division_change(desk, actor, order, nullptr);
}

Result<organisation::DivisionsChanged> change_divisions(Desk& desk, const Caller& caller,
                                                        const ChangeDivisions& order) {
    const auto stream = journal::organisation_stream();
    const auto seen = TRY(desk.journal.version(stream));
    auto event = TRY(decide_division_change(desk, caller.actor, order, nullptr));
    TRY(desk.journal.commit(command_of(caller), {{stream, seen, {organisation::Event(event)}}}));
    return event;
}

Result<organisation::Page<organisation::RecordedChange>> list_division_changes(
    Desk& desk, const authority::Actor& actor, const ident::DivisionCode& inside,
    const organisation::PageRequest& page) {
    // Like the tree itself, its changes are public to whoever may see an organisation at all.
    TRY(authority::may(actor, authority::Action::see_organisation, {actor.division, {}, {}}));
    return desk.organisation.changes(inside, page);
}

}  // namespace anmin::operations
