// Accounts as the security administrator keeps them: opened, locked, given roles. Never their own.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

Result<std::vector<authority::Account>> list_accounts(Desk& desk, const authority::Actor& actor);

struct NewAccount {
    std::string login;
    std::string name;
    ident::PostId post;
    std::set<authority::Role> roles;
    std::string password;
};
// Errors: E-AUTH-005 roles that do not fit one hand, -120 to -122 the password, -130 login taken,
// -132 no such post here.
Result<authority::Account> open_new_account(Desk& desk, const Caller& caller,
                                            const NewAccount& order);

struct AccountStep {
    std::string login;
    std::string reason;
};
// Each needs a reason (E-AUTH-133) and another's account (E-AUTH-131); sessions of a locked account
// or one with other roles end at once.
Result<authority::Account> lock_account(Desk& desk, const Caller& caller, const AccountStep& step);
Result<authority::Account> unlock_account(Desk& desk, const Caller& caller,
                                          const AccountStep& step);
Result<authority::Account> remove_second_factor(Desk& desk, const Caller& caller,
                                                const AccountStep& step);
// For who forgot theirs: it serves for signing in once and must be changed (E-AUTH-006). -120 to
// -122 the password. Every session ends.
Result<authority::Account> give_password(Desk& desk, const Caller& caller, const AccountStep& step,
                                         const std::string& password);
// By whoever has the machine itself, for the first administrators and when none can come in. The
// same rules; recorded as the system's doing. E-AUTH-134 no such account.
Result<void> set_first_password(Desk& desk, const std::string& login, const std::string& password);
Result<authority::Account> end_sessions(Desk& desk, const Caller& caller, const AccountStep& step);
Result<authority::Account> give_roles(Desk& desk, const Caller& caller, const AccountStep& step,
                                      const std::set<authority::Role>& roles);

}  // namespace anmin::operations
