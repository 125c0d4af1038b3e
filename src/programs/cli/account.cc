// anmin account: who may sign in. Passwords are read from standard input, never from the command
// line.

#include <iostream>

#include "cli/commands.h"
#include "cli/workplace.h"
#include "operations/manage_accounts.h"

namespace anmin::cli {
namespace {

constexpr const char* usage = "list | password 账号（密码从标准输入读一行）";

Result<void> list(Workplace& place) {
    for (const auto& account : TRY(place.desk().accounts.accounts())) {
        std::cout << account.login << "  " << account.actor.unit_name << "  "
                  << account.actor.post_title << "  " << account.actor.name << "  岗位 "
                  << account.actor.post.value << "\n";
    }
    return {};
}

Result<void> set_password(Workplace& place, const std::string& login) {
    std::string password;
    std::getline(std::cin, password);
    TRY(operations::set_first_password(place.desk(), login, password));
    std::cout << "已设置 " << login << " 的初始密码，首次登录后须修改\n";
    return {};
}

}  // namespace

int run_account(const Words& words) {
    const auto arguments = parse(words, with_database({}));
    if (!arguments.ok()) return fail(arguments.error());
    const auto& given = arguments.value().words;
    const bool lists = given.size() == 1 && given[0] == "list";
    const bool sets = given.size() == 2 && given[0] == "password";
    if (!lists && !sets) return not_understood("account", usage);
    const auto place = Workplace::open(arguments.value());
    if (!place.ok()) return fail(place.error());
    const auto done = lists ? list(*place.value()) : set_password(*place.value(), given[1]);
    return done.ok() ? 0 : fail(done.error());
}

}  // namespace anmin::cli
