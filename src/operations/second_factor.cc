#include "operations/second_factor.h"

#include <utility>

namespace anmin::operations {
namespace {

Result<void> note(Desk& desk, const Caller& caller, const authority::Event& event) {
    TRY(desk.journal.commit(
        command_of({caller.actor, "", ""}),
        {{journal::stream_of(caller.actor.account), journal::any_version, {event}}}));
    return {};
}

Error not_offered() {
    return {Fault::conflict,      "E-AUTH-113",       "动态口令",
            "还没有取得新的密钥", "先取得密钥再确认", "点“启用动态口令”重新开始"};
}

// Groups of letters and digits from the vault's random text, 120 bits of it: enough that a plain
// digest keeps them (ASVS 5.0, 6.5.2).
std::string recovery_code(Desk& desk) {
    std::string code;
    for (const char letter : desk.vault.new_code_secret()) {
        if (code.size() == 29) break;
        if (code.size() % 5 == 4) code += '-';
        code += letter;
    }
    return code;
}

Result<authority::Account> own_account(Desk& desk, const Caller& caller) {
    auto account = TRY(desk.accounts.find_account(caller.actor.account));
    CHECK(account.has_value(), "a session belongs to an account");
    return *std::move(account);
}

}  // namespace

Result<void> check_own_password(Desk& desk, const Caller& caller, const std::string& password) {
    const auto account = TRY(own_account(desk, caller));
    if (desk.vault.password_fits(account.secret, password)) return {};
    return Error{Fault::invalid, "E-AUTH-123", "原密码",
                 "与账号不符",   "现在的密码", "核对后重试；忘记密码请联系安全管理岗位"};
}

std::string code_purpose(const ident::AccountId& account) {
    return "account.second_factor:" + account.value;
}

std::int64_t code_step(calendar::Instant now) { return now.milliseconds / 30'000; }

Result<OfferedFactor> offer_second_factor(Desk& desk, const Caller& caller,
                                          const std::string& password) {
    const auto account = TRY(own_account(desk, caller));
    if (account.has_second_factor) {
        return Error{Fault::conflict,
                     "E-AUTH-112",
                     "动态口令",
                     "已经启用",
                     "还没有启用动态口令的账号",
                     "更换手机请先联系安全管理岗位解除"};
    }
    TRY(check_own_password(desk, caller, password));
    const std::string secret = desk.vault.new_code_secret();
    authority::SecondFactor factor;
    factor.sealed_secret = TRY(desk.vault.seal_field(secret, code_purpose(account.id)));
    TRY(desk.accounts.put_second_factor(account.id, factor));
    return OfferedFactor{secret, "otpauth://totp/Anmin:" + account.login + "?secret=" + secret +
                                     "&issuer=Anmin&algorithm=SHA1&digits=6&period=30"};
}

Result<std::vector<std::string>> confirm_second_factor(Desk& desk, const Caller& caller,
                                                       const std::string& code) {
    const auto account = TRY(own_account(desk, caller));
    auto factor = TRY(desk.accounts.find_second_factor(account.id));
    if (!factor || factor->confirmed) return not_offered();
    const auto secret = TRY(desk.vault.open_field(factor->sealed_secret, code_purpose(account.id)));
    const std::int64_t step = code_step(desk.clock.now());
    for (const std::int64_t near : {step - 1, step, step + 1}) {
        if (desk.vault.code_at(secret, near) == code) factor->last_step = near;
    }
    if (factor->last_step == 0) {
        return Error{Fault::invalid, "E-AUTH-114",         "动态口令",
                     "与密钥不符",   "当前的六位动态口令", "核对手机时间，等下一个动态口令再试"};
    }
    std::vector<std::string> codes;
    for (std::int64_t i = 0; i < desk.policies.sign_in.recovery_codes; ++i) {
        codes.push_back(recovery_code(desk));
        factor->recovery.push_back(desk.vault.digest(codes.back()));
    }
    factor->confirmed = true;
    TRY(desk.accounts.put_second_factor(account.id, *factor));
    TRY(note(desk, caller, authority::SecondFactorSet{account.id}));
    return codes;
}

Result<void> change_password(Desk& desk, const Caller& caller, const std::string& before,
                             const std::string& after, const std::string& token) {
    const auto account = TRY(own_account(desk, caller));
    TRY(check_own_password(desk, caller, before));
    if (before == after) {
        return Error{Fault::invalid, "E-AUTH-125",     "新密码",
                     "与原密码相同", "没有用过的密码", "换一个只有本人知道的密码"};
    }
    TRY(authority::check_password(desk.policies.sign_in, account, after));
    TRY(desk.accounts.set_secret(account.id, TRY(desk.vault.seal_password(after))));
    TRY(note(desk, caller, authority::PasswordSet{account.id}));
    const auto now = desk.clock.now();
    const auto session = TRY(desk.accounts.find_session(desk.vault.digest(token), now));
    TRY(desk.accounts.end_other_sessions(account.id, session ? session->id : ""));
    return {};
}

}  // namespace anmin::operations
