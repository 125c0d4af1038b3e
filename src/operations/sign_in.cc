#include "operations/sign_in.h"

#include <algorithm>
#include <utility>

#include "operations/second_factor.h"

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

Error locked(const Account& account) {
    const bool for_good = *account.locked_until >= authority::for_ever;
    return {Fault::denied,
            "E-AUTH-105",
            "登录",
            for_good ? "账号已停用" : "账号已锁定，至 " + account.locked_until->iso() + " 自动解锁",
            "未锁定的账号",
            for_good ? "请联系安全管理岗位" : "稍后再试；急用请联系安全管理岗位解锁"};
}

Error too_many(const authority::SignInPolicy& policy) {
    return {Fault::busy,
            "E-AUTH-106",
            "登录",
            "这个网络地址的登录尝试过多",
            "每 " + std::to_string(policy.address_window.count()) + " 分钟至多 " +
                std::to_string(policy.address_attempts) + " 次",
            "过几分钟再试"};
}

Error needs_code() {
    return {Fault::unidentified,
            "E-AUTH-110",
            "登录",
            "这个账号启用了动态口令",
            "手机上的六位动态口令，或一个恢复码",
            "填写动态口令后再登录"};
}

Error wrong_code() {
    return {Fault::unidentified,
            "E-AUTH-111",
            "动态口令",
            "不正确，或已经用过",
            "当前的六位动态口令，或一个没用过的恢复码",
            "等下一个动态口令再试；手机时间要准确"};
}

Error too_old(const authority::SignInPolicy& policy) {
    return {Fault::denied,
            "E-AUTH-107",
            "登录",
            "别人设的初始密码已经过期",
            "设定后 " + std::to_string(policy.given_password.count() / 60) + " 小时内登录并修改",
            "请安全管理岗位重新设一个"};
}

Result<SignedInActor> open_session(Desk& desk, const Account& account, const SignIn& order,
                                   authority::Entry entry) {
    const std::string token = desk.vault.new_token();
    const auto now = desk.clock.now();
    const auto& policy = desk.policies.sign_in;
    const authority::Session session{desk.vault.digest(token),
                                     account.id,
                                     authority::after(now, policy.session_absolute),
                                     authority::after(now, policy.session_idle),
                                     desk.ids.next(),
                                     now,
                                     order.address,
                                     order.client,
                                     entry};
    TRY(desk.accounts.open_session(session, policy.sessions));
    TRY(note(desk, account, authority::SignedIn{account.id}));
    SignedInActor signed_in{account.actor, account.login, token};
    signed_in.actor.owes = authority::owed_by(
        policy, {account.actor, session.expires, session.idle_until, session.id, entry,
                 account.has_second_factor, account.given_until.has_value()});
    return signed_in;
}

// Records the refusal, and locks the account when it was one too many.
Result<void> refuse(Desk& desk, const Account& account, const std::string& cause) {
    const auto& policy = desk.policies.sign_in;
    TRY(note(desk, account, authority::SignInRefused{account.login, cause}));
    const auto now = desk.clock.now();
    const auto failures = TRY(
        desk.accounts.failures_since(account.login, authority::before(now, policy.failure_window)));
    if (failures < policy.failures) return {};
    return note(
        desk, account,
        authority::AccountLocked{account.id, "连续 " + std::to_string(failures) + " 次登录失败",
                                 authority::after(now, policy.lock).milliseconds});
}

// A code of the step before or after counts too: clocks differ, and typing takes time.
Result<bool> takes_code(Desk& desk, const Account& account, const std::string& code) {
    const auto factor = TRY(desk.accounts.find_second_factor(account.id));
    if (!factor) return false;
    const std::string secret =
        TRY(desk.vault.open_field(factor->sealed_secret, code_purpose(account.id)));
    const std::int64_t step = code_step(desk.clock.now());
    for (const std::int64_t near : {step - 1, step, step + 1}) {
        if (desk.vault.code_at(secret, near) != code) continue;
        return desk.accounts.take_step(account.id, near);
    }
    if (!TRY(desk.accounts.take_recovery(account.id, desk.vault.digest(code)))) return false;
    const auto left = static_cast<std::int64_t>(factor->recovery.size()) - 1;
    TRY(note(desk, account, authority::RecoveryCodeUsed{account.id, left}));
    return true;
}

}  // namespace

Result<SignedInActor> sign_in(Desk& desk, const SignIn& order) {
    const auto& policy = desk.policies.sign_in;
    if (!desk.attempts.take(order.address, desk.clock.now(), policy.address_attempts,
                            policy.address_window)) {
        return too_many(policy);
    }
    const auto account = TRY(desk.accounts.find_login(order.login));
    if (!account || account->secret.empty()) {
        // As much work as a real check, so that the time taken does not tell which logins exist.
        TRY(desk.vault.seal_password(order.password));
        return wrong_secret();
    }
    const bool fits = desk.vault.password_fits(account->secret, order.password);
    if (account->is_locked(desk.clock.now())) {
        TRY(note(desk, *account, authority::SignInRefused{account->login, "locked"}));
        return locked(*account);
    }
    if (!fits) {
        TRY(refuse(desk, *account, "password"));
        return wrong_secret();
    }
    if (account->has_second_factor) {
        if (order.code.empty()) return needs_code();
        if (!TRY(takes_code(desk, *account, order.code))) {
            TRY(refuse(desk, *account, "second_factor"));
            return wrong_code();
        }
    }
    if (account->given_until && *account->given_until < desk.clock.now()) {
        TRY(note(desk, *account, authority::SignInRefused{account->login, "given_password"}));
        return too_old(policy);
    }
    return open_session(desk, *account, order, authority::Entry::password);
}

Result<SignedInActor> take_demo_role(Desk& desk, const SignIn& order) {
    if (!TRY(desk.accounts.is_demo())) {
        return Error{Fault::denied,      "E-AUTH-102",         "切换角色",
                     "这不是演示数据库", "标记为演示的数据库", "请用账号和密码登录"};
    }
    const auto account = TRY(desk.accounts.find_login(order.login));
    if (!account) {
        return Error{Fault::missing,     "E-AUTH-103",   "角色“" + order.login + "”",
                     "没有这个演示角色", "列表中的角色", "从角色列表中选择"};
    }
    if (account->is_locked(desk.clock.now())) return locked(*account);
    return open_session(desk, *account, order, authority::Entry::demonstration);
}

Result<authority::Actor> actor_of_session(Desk& desk, const std::string& token) {
    // Written at most once a minute, so that reading pages does not make the database write.
    constexpr std::int64_t grain = 60'000;
    const auto now = desk.clock.now();
    if (!token.empty()) {
        const std::string digest = desk.vault.digest(token);
        auto found = TRY(desk.accounts.find_session(digest, now));
        if (found) {
            const auto idle =
                std::min(authority::after(now, desk.policies.sign_in.session_idle), found->expires);
            if (idle.milliseconds - found->idle_until.milliseconds >= grain) {
                TRY(desk.accounts.prolong_session(digest, idle));
            }
            found->actor.owes = authority::owed_by(desk.policies.sign_in, *found);
            return std::move(found->actor);
        }
    }
    return Error{Fault::unidentified,      "E-AUTH-100", "会话",
                 "没有登录，或登录已过期", "有效的登录", "重新登录；填写中的内容会保留在页面上"};
}

Result<void> sign_out(Desk& desk, const authority::Actor& actor, const std::string& token) {
    TRY(desk.accounts.close_session(desk.vault.digest(token)));
    TRY(desk.journal.commit(command_of({actor, "", ""}),
                            {{journal::stream_of(actor.account),
                              journal::any_version,
                              {authority::Event{authority::SignedOut{actor.account}}}}}));
    return {};
}

}  // namespace anmin::operations
