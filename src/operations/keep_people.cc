#include "operations/keep_people.h"

#include <algorithm>
#include <utility>

#include "ident/resident.h"

namespace anmin::operations {
namespace {

using authority::Action;
using organisation::Person;

constexpr const char* resident_index = "person.resident";

// A sealed number opens only for its own person and field.
std::string purpose_of(SealedField field, const ident::PersonId& person) {
    switch (field) {
        case SealedField::resident: return "person.resident:" + person.value;
        case SealedField::telephone: return "person.telephone:" + person.value;
    }
    CHECK(false, "every sealed field has its purpose");
}

const char* word_of(SealedField field) {
    switch (field) {
        case SealedField::resident: return "公民身份号码";
        case SealedField::telephone: return "电话";
    }
    CHECK(false, "every sealed field has its word");
}

Error unknown(const std::string& id) {
    return {Fault::missing,     "E-ORG-046",
            "人员 " + id,       "没有这个人员，或不在本岗位的管辖范围之内",
            "本辖区登记的人员", "从列表中选择"};
}

Result<void> expect_telephone(const std::string& number) {
    const bool digits = std::all_of(number.begin(), number.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+';
    });
    if (number.empty() || (digits && number.size() >= 7 && number.size() <= 20)) return {};
    return Error{Fault::invalid, "E-ORG-049", "电话", "不像电话号码", "7 至 20 位数字，可带 - 和 +",
                 "核对后重填"};
}

Result<ident::ResidentId> number_of(Desk& desk, const std::string& text) {
    constexpr std::size_t old_length = 15;
    const auto today = desk.clock.now().date_in_china();
    return text.size() == old_length ? ident::ResidentId::from_15(text, today)
                                     : ident::ResidentId::parse(text, today);
}

}  // namespace

Result<organisation::Page<Person>> list_people(Desk& desk, const authority::Actor& actor,
                                               const organisation::PageRequest& page) {
    TRY(authority::may(actor, Action::manage_staff, {actor.division, {}, {}}));
    return desk.organisation.people(authority::scope_of(actor, Action::manage_staff), page);
}

Result<Person> register_person(Desk& desk, const Caller& caller, const NewPerson& order) {
    TRY(authority::may(caller.actor, Action::manage_staff, {order.division, {}, {}}));
    TRY(expect_telephone(order.telephone));
    Person person{{desk.ids.next()}, order.name, order.division, "", "", "", "", ""};
    if (!order.resident.empty()) {
        const auto number = TRY(number_of(desk, order.resident));
        const std::string& digits = number.text();
        person.resident_index = TRY(desk.vault.field_index(digits, resident_index));
        if (TRY(desk.organisation.find_resident(person.resident_index))) {
            return Error{Fault::conflict,          "E-ORG-047",        "公民身份号码",
                         "已有人员登记了这个号码", "没有登记过的号码", "按号码查找已登记的人员"};
        }
        person.resident_sealed =
            TRY(desk.vault.seal_field(digits, purpose_of(SealedField::resident, person.id)));
        person.resident_mask = number.masked();
    }
    if (!order.telephone.empty()) {
        person.telephone_sealed = TRY(
            desk.vault.seal_field(order.telephone, purpose_of(SealedField::telephone, person.id)));
        person.telephone_mask = organisation::masked(order.telephone);
    }
    TRY(desk.journal.commit(command_of(caller),
                            {{journal::organisation_stream(),
                              journal::any_version,
                              {organisation::Event{organisation::PersonRegistered{person}}}}}));
    return person;
}

Result<std::optional<Person>> find_person_by_resident(Desk& desk, const authority::Actor& actor,
                                                      const std::string& resident) {
    TRY(authority::may(actor, Action::manage_staff, {actor.division, {}, {}}));
    const auto number = TRY(number_of(desk, resident));
    auto found = TRY(desk.organisation.find_resident(
        TRY(desk.vault.field_index(number.text(), resident_index))));
    const auto scope = authority::scope_of(actor, Action::manage_staff);
    if (found && !scope.covers(found->division)) found.reset();
    return found;
}

Result<std::string> reveal_field(Desk& desk, const Caller& caller, const RevealField& order) {
    TRY(authority::may(caller.actor, Action::reveal_sealed, {caller.actor.division, {}, {}}));
    const auto person = TRY(desk.organisation.find_person(order.person));
    const auto scope = authority::scope_of(caller.actor, Action::reveal_sealed);
    if (!person || !scope.covers(person->division)) return unknown(order.person.value);
    if (order.reason.empty()) {
        return Error{
            Fault::invalid, "E-ORG-048",        std::string("查看完整") + word_of(order.field),
            "没有写明原因", "一句说得清的原因", "填写原因；审计管理岗位会看到"};
    }
    const std::string& sealed =
        order.field == SealedField::resident ? person->resident_sealed : person->telephone_sealed;
    if (sealed.empty()) return unknown(order.person.value);
    TRY(desk.journal.commit(
        command_of(caller),
        {{journal::stream_of(caller.actor.account),
          journal::any_version,
          {authority::Event{authority::SealedRevealed{caller.actor.account, order.person.value,
                                                      word_of(order.field), order.reason}}}}}));
    return desk.vault.open_field(sealed, purpose_of(order.field, order.person));
}

}  // namespace anmin::operations
