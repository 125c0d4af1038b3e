#include "operations/found_office.h"

#include <set>
#include <utility>

namespace anmin::operations {
namespace {

using organisation::Division;

// The program itself acts here, not a person.
journal::Command by_the_program() {
    return {{"system"}, "系统", "", ident::DivisionCode::nation(), "", ""};
}

Error refers_to_nothing(const char* code, const std::string& place, const std::string& what) {
    return {Fault::invalid,  code,
            place,           "引用的" + what + "不存在",
            "已有的" + what, "先建立" + what + "，或更正编号"};
}

template <class Item>
std::set<std::string> ids_of(const std::vector<Item>& items) {
    std::set<std::string> ids;
    for (const Item& item : items) ids.insert(item.id.value);
    return ids;
}

// The whole country, for reading what is there before founding.
organisation::Scope everywhere() {
    return {ident::DivisionCode::nation(), organisation::Reach::subtree};
}

Result<std::vector<journal::Event>> founding_events(Desk& desk, const FoundOffice& order) {
    std::vector<journal::Event> events;
    const auto add = [&events](organisation::Event event) {
        events.emplace_back(std::move(event));
    };
    auto units = ids_of(TRY(desk.organisation.units(everywhere())));
    for (const auto& unit : order.units) {
        if (units.contains(unit.id.value)) continue;
        if (!TRY(desk.organisation.find_division(unit.division))) {
            return refers_to_nothing("E-ORG-010", "单位“" + unit.name + "”",
                                     "行政区划 " + unit.division.digits());
        }
        add(organisation::UnitFounded{unit});
        units.insert(unit.id.value);
    }
    const auto posts = ids_of(TRY(desk.organisation.posts(everywhere())));
    for (const auto& post : order.posts) {
        if (posts.contains(post.id.value)) continue;
        if (!units.contains(post.unit.value)) {
            return refers_to_nothing("E-ORG-011", "岗位“" + post.title + "”",
                                     "单位 " + post.unit.value);
        }
        add(organisation::PostCreated{post});
        if (!post.holder.empty()) {
            add(organisation::Appointed{post.id, post.holder, desk.clock.now().date_in_china()});
        }
    }
    return events;
}

Result<void> open_account(Desk& desk, const OpenAccount& order) {
    if (TRY(desk.accounts.find_login(order.login))) return {};
    if (!TRY(desk.organisation.find_post(order.post))) {
        return refers_to_nothing("E-ORG-012", "账号“" + order.login + "”",
                                 "岗位 " + order.post.value);
    }
    const ident::AccountId id{desk.ids.next()};
    TRY(desk.journal.commit(by_the_program(),
                            {{journal::stream_of(id),
                              0,
                              {authority::Event{authority::AccountOpened{
                                  id, order.login, order.name, order.post, order.roles}}}}}));
    if (!order.password.empty()) {
        TRY(desk.accounts.set_secret(id, TRY(desk.vault.seal_password(order.password))));
    }
    return {};
}

}  // namespace

Result<organisation::DivisionsImported> import_divisions(Desk& desk, const ImportDivisions& order) {
    organisation::DivisionsImported event{order.source, order.version, "", {0, 0, 0, 0, 0}};
    std::string text;
    for (const Division& row : order.rows) {
        text += row.code.digits() + "\t" + row.name + "\n";
        if (row.level == organisation::Level::nation) continue;
        ++event.counts[static_cast<std::size_t>(row.level) - 1];
    }
    event.digest = desk.vault.digest(text);
    auto rows = order.rows;
    organisation::PlaceInitials initials(desk.policies.places);
    for (Division& row : rows) row.initials = initials.of(row.name);
    TRY(desk.organisation.import_divisions(rows, event));
    return event;
}

Result<void> found_office(Desk& desk, const FoundOffice& order) {
    auto events = TRY(founding_events(desk, order));
    if (!events.empty()) {
        const auto stream = journal::organisation_stream();
        TRY(desk.journal.commit(by_the_program(),
                                {{stream, TRY(desk.journal.version(stream)), std::move(events)}}));
    }
    for (const auto& account : order.accounts) TRY(open_account(desk, account));
    return {};
}

}  // namespace anmin::operations
