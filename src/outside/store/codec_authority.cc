// Events of authority, and how an account's roles stand in its row.
#include "authority/roles.h"
#include "store/codec_rooms.h"

namespace anmin::authority {

auto names_of(Role) {
    std::array<std::pair<Role, std::string_view>, all_roles.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = {all_roles[i], name_of(all_roles[i])};
    return names;
}

constexpr std::string_view kind_of(const AccountOpened&) { return "authority.account_opened"; }
constexpr std::string_view kind_of(const SignedIn&) { return "authority.signed_in"; }
constexpr std::string_view kind_of(const SignInRefused&) { return "authority.sign_in_refused"; }
constexpr std::string_view kind_of(const SignedOut&) { return "authority.signed_out"; }
constexpr std::string_view kind_of(const AccountLocked&) { return "authority.account_locked"; }
constexpr std::string_view kind_of(const AccountUnlocked&) { return "authority.account_unlocked"; }
constexpr std::string_view kind_of(const RolesGiven&) { return "authority.roles_given"; }
constexpr std::string_view kind_of(const PasswordSet&) { return "authority.password_set"; }
constexpr std::string_view kind_of(const SecondFactorSet&) { return "authority.second_factor_set"; }
constexpr std::string_view kind_of(const SecondFactorRemoved&) {
    return "authority.second_factor_removed";
}
constexpr std::string_view kind_of(const RecoveryCodeUsed&) {
    return "authority.recovery_code_used";
}
constexpr std::string_view kind_of(const AccessDenied&) { return "authority.access_denied"; }
constexpr std::string_view kind_of(const PasswordGiven&) { return "authority.password_given"; }
constexpr std::string_view kind_of(const SessionsEnded&) { return "authority.sessions_ended"; }
constexpr std::string_view kind_of(const GlassBroken&) { return "authority.glass_broken"; }
constexpr std::string_view kind_of(const SealedRevealed&) { return "authority.sealed_revealed"; }

}  // namespace anmin::authority

namespace anmin::store {

void describe(auto& shape, Of<authority::AccountOpened> auto& event) {
    shape.field("account", event.account);
    shape.field("login", event.login);
    shape.field("name", event.name);
    shape.field("post", event.post);
    shape.field("roles", event.roles);
}

void describe(auto& shape, Of<authority::SignedIn> auto& event) {
    shape.field("account", event.account);
}

void describe(auto& shape, Of<authority::SignInRefused> auto& event) {
    shape.field("login", event.login);
    shape.field("cause", event.cause);
}

void describe(auto& shape, Of<authority::SignedOut> auto& event) {
    shape.field("account", event.account);
}

void describe(auto& shape, Of<authority::AccountLocked> auto& event) {
    shape.field("account", event.account);
    shape.field("reason", event.reason);
    shape.field("until", event.until);
}

void describe(auto& shape, Of<authority::AccountUnlocked> auto& event) {
    shape.field("account", event.account);
    shape.field("reason", event.reason);
}

void describe(auto& shape, Of<authority::RolesGiven> auto& event) {
    shape.field("account", event.account);
    shape.field("roles", event.roles);
    shape.field("reason", event.reason);
}

void describe(auto& shape, Of<authority::PasswordSet> auto& event) {
    shape.field("account", event.account);
}

void describe(auto& shape, Of<authority::SecondFactorSet> auto& event) {
    shape.field("account", event.account);
}

void describe(auto& shape, Of<authority::SecondFactorRemoved> auto& event) {
    shape.field("account", event.account);
    shape.field("reason", event.reason);
}

void describe(auto& shape, Of<authority::RecoveryCodeUsed> auto& event) {
    shape.field("account", event.account);
    shape.field("left", event.left);
}

void describe(auto& shape, Of<authority::AccessDenied> auto& event) {
    shape.field("account", event.account);
    shape.field("code", event.code);
    shape.field("place", event.place);
}

void describe(auto& shape, Of<authority::GlassBroken> auto& event) {
    shape.field("account", event.account);
    shape.field("division", event.division);
    shape.field("reason", event.reason);
    shape.field("until", event.until);
}

void describe(auto& shape, Of<authority::PasswordGiven> auto& event) {
    shape.field("account", event.account);
    shape.field("reason", event.reason);
    shape.field("until", event.until);
}

void describe(auto& shape, Of<authority::SessionsEnded> auto& event) {
    shape.field("account", event.account);
    shape.field("reason", event.reason);
}

void describe(auto& shape, Of<authority::SealedRevealed> auto& event) {
    shape.field("account", event.account);
    shape.field("subject", event.subject);
    shape.field("field", event.field);
    shape.field("reason", event.reason);
}

std::string_view kind_name(const authority::Event& event) {
    return std::visit([](const auto& one) { return std::string_view(kind_of(one)); }, event);
}

Result<Encoded> encode_authority(const authority::Event& event) { return encode_one(event); }

Decoded decode_authority(std::string_view kind, std::string_view body, const std::string& place) {
    return decode_one<authority::Event>(kind, body, place);
}

std::string words_of_roles(const std::set<authority::Role>& roles) {
    std::string words;
    for (const auto role : roles) {
        if (!words.empty()) words += ',';
        words += authority::name_of(role);
    }
    return words;
}

Result<std::set<authority::Role>> roles_from(std::string_view words, const std::string& place) {
    std::set<authority::Role> roles;
    while (!words.empty()) {
        const auto comma = words.find(',');
        const auto role = authority::role_named(words.substr(0, comma));
        if (!role) return failure(Refusal::bad_body, place, "角色不认识");
        roles.insert(*role);
        words.remove_prefix(comma == std::string_view::npos ? words.size() : comma + 1);
    }
    return roles;
}

}  // namespace anmin::store
