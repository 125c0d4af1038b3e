// authority.AccountOpened -> account. Sign-ins stand in the log only.
#include "store/codec.h"
#include "store/project.h"

namespace anmin::store {
namespace {

Result<void> fold(Connection& connection, const authority::AccountOpened& event) {
    const std::string roles = words_of_roles(event.roles);
    TRY(connection.run(
        "INSERT INTO account (id, login, name, post, roles) VALUES ($1, $2, $3, $4, $5)",
        {event.account.value, event.login, event.name, event.post.value, roles}));
    return {};
}

Result<void> fold(Connection&, const authority::SignedIn&) { return {}; }
Result<void> fold(Connection&, const authority::SignInRefused&) { return {}; }
Result<void> fold(Connection&, const authority::SignedOut&) { return {}; }

}  // namespace

Result<void> project_account(Connection& connection, const Recorded&,
                             const authority::Event& event) {
    return std::visit([&](const auto& one) { return fold(connection, one); }, event);
}

}  // namespace anmin::store
