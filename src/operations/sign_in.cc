#include "operations/sign_in.h"

#include <utility>

namespace anmin::operations {
namespace {

using authority::Account;

Error wrong_secret() {
    return {Fault::unidentified,
            "E-AUTH-101",
            "登录",
            "账号或密码不正确",
            "已开通的账号和它的密码",
            "核对后重试；忘记密码请联系本单位的系统管理员"};
}

Result<void> note(Desk& desk, const Account& account, const authority::Event& event) {
    TRY(desk.journal.commit(command_of({account.actor, "", ""}),
                            {{journal::stream_of(account.id), journal::any_version, {event}}}));
    return {};
}

Result<SignedInActor> open_session(Desk& desk, const Account& account) {
    const std::string token = desk.vault.new_token();
    const auto now = desk.clock.now();
    const auto length = std::chrono::milliseconds(desk.session_length).count();
    TRY(desk.accounts.open_session(
        {desk.vault.digest(token), account.id, calendar::Instant{now.milliseconds + length}}));
    TRY(note(desk, account, authority::SignedIn{account.id}));
    return SignedInActor{account.actor, account.login, token};
}

}  // namespace

Result<SignedInActor> sign_in(Desk& desk, const std::string& login, const std::string& password) {
    const auto account = TRY(desk.accounts.find_login(login));
    if (!account || account->secret.empty()) {
        // As much work as a real check, so that the time taken does not tell which logins exist.
        TRY(desk.vault.seal_password(password));
        return wrong_secret();
    }
    if (!desk.vault.password_fits(account->secret, password)) {
        TRY(note(desk, *account, authority::SignInRefused{login}));
        return wrong_secret();
    }
    return open_session(desk, *account);
}

Result<SignedInActor> take_demo_role(Desk& desk, const std::string& login) {
    if (!TRY(desk.accounts.is_demo())) {
        return Error{Fault::denied,      "E-AUTH-102",         "切换角色",
                     "这不是演示数据库", "标记为演示的数据库", "请用账号和密码登录"};
    }
    const auto account = TRY(desk.accounts.find_login(login));
    if (!account) {
        return Error{Fault::missing,     "E-AUTH-103",   "角色“" + login + "”",
                     "没有这个演示角色", "列表中的角色", "从角色列表中选择"};
    }
    return open_session(desk, *account);
}

Result<authority::Actor> actor_of_session(Desk& desk, const std::string& token) {
    if (!token.empty()) {
        auto actor = TRY(desk.accounts.find_session(desk.vault.digest(token), desk.clock.now()));
        if (actor) return *std::move(actor);
    }
    return Error{Fault::unidentified,      "E-AUTH-100", "会话",
                 "没有登录，或登录已过期", "有效的登录", "重新登录；填写中的内容会保留在页面上"};
}

Result<void> sign_out(Desk& desk, const std::string& token) {
    return desk.accounts.close_session(desk.vault.digest(token));
}

}  // namespace anmin::operations
