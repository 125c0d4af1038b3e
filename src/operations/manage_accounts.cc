#include "operations/manage_accounts.h"

#include <utility>

namespace anmin::operations {
namespace {

using authority::Account;
using authority::Action;

std::string place_of(const std::string& login) { return "账号“" + login + "”"; }

Error unknown(const std::string& login) {
    return {Fault::missing, "E-AUTH-134",   place_of(login),
            "没有这个账号", "本辖区的账号", "从账号列表中选择"};
}

// The account, if the actor may manage it. Foreign ones and missing ones are not told apart.
Result<Account> managed(Desk& desk, const authority::Actor& actor, const std::string& login) {
    auto account = TRY(desk.accounts.find_login(login));
    TRY(authority::may(actor, Action::manage_accounts, {actor.division, {}, {}}));
    const auto scope = authority::scope_of(actor, Action::manage_accounts);
    if (!account || !scope.covers(account->actor.division)) return unknown(login);
    return *std::move(account);
}

Result<Account> anothers(Desk& desk, const Caller& caller, const AccountStep& step) {
    auto account = TRY(managed(desk, caller.actor, step.login));
    if (account.id == caller.actor.account) {
        return Error{Fault::denied,      "E-AUTH-131",     place_of(step.login),
                     "这是您自己的账号", "别人管理的账号", "请另一位安全管理员办理"};
    }
    if (step.reason.empty()) {
        return Error{Fault::invalid, "E-AUTH-133",       place_of(step.login),
                     "没有写明原因", "一句说得清的原因", "填写原因"};
    }
    return account;
}

Result<Account> done(Desk& desk, const Caller& caller, const Account& account,
                     const authority::Event& event) {
    TRY(desk.journal.commit(command_of(caller),
                            {{journal::stream_of(account.id), journal::any_version, {event}}}));
    auto after = TRY(desk.accounts.find_account(account.id));
    CHECK(after.has_value(), "accounts are never removed");
    after->secret.clear();
    return *std::move(after);
}

calendar::Instant given_until(Desk& desk) {
    return authority::after(desk.clock.now(), desk.policies.sign_in.given_password);
}

}  // namespace

Result<std::vector<Account>> list_accounts(Desk& desk, const authority::Actor& actor) {
    TRY(authority::may(actor, Action::manage_accounts, {actor.division, {}, {}}));
    const auto scope = authority::scope_of(actor, Action::manage_accounts);
    auto accounts = TRY(desk.accounts.accounts());
    std::erase_if(accounts,
                  [&scope](const Account& one) { return !scope.covers(one.actor.division); });
    return accounts;
}

Result<Account> open_new_account(Desk& desk, const Caller& caller, const NewAccount& order) {
    TRY(authority::may(caller.actor, Action::manage_accounts, {caller.actor.division, {}, {}}));
    const auto scope = authority::scope_of(caller.actor, Action::manage_accounts);
    const auto post = TRY(desk.organisation.find_post(order.post));
    if (!post || !scope.covers(post->division)) {
        return Error{Fault::invalid,        "E-AUTH-132",
                     place_of(order.login), "没有这个岗位，或不在本岗位的管辖范围之内",
                     "本辖区的岗位",        "从岗位列表中选择"};
    }
    if (TRY(desk.accounts.find_login(order.login))) {
        return Error{Fault::conflict,  "E-AUTH-130",       place_of(order.login),
                     "账号名已有人用", "没有用过的账号名", "换一个账号名"};
    }
    TRY(authority::check_separation(order.roles, place_of(order.login)));
    Account account;
    account.id = {desk.ids.next()};
    account.login = order.login;
    TRY(authority::check_password(desk.policies.sign_in, account, order.password));
    const auto sealed = TRY(desk.vault.seal_password(order.password));
    auto opened = TRY(done(
        desk, caller, account,
        authority::AccountOpened{account.id, order.login, order.name, order.post, order.roles}));
    opened.given_until = given_until(desk);
    TRY(desk.accounts.set_secret(account.id, sealed, opened.given_until));
    return opened;
}

Result<Account> lock_account(Desk& desk, const Caller& caller, const AccountStep& step) {
    const auto account = TRY(anothers(desk, caller, step));
    auto after = TRY(
        done(desk, caller, account,
             authority::AccountLocked{account.id, step.reason, authority::for_ever.milliseconds}));
    TRY(desk.accounts.close_sessions(account.id));
    return after;
}

Result<Account> unlock_account(Desk& desk, const Caller& caller, const AccountStep& step) {
    const auto account = TRY(anothers(desk, caller, step));
    return done(desk, caller, account, authority::AccountUnlocked{account.id, step.reason});
}

Result<Account> remove_second_factor(Desk& desk, const Caller& caller, const AccountStep& step) {
    const auto account = TRY(anothers(desk, caller, step));
    TRY(desk.accounts.remove_second_factor(account.id));
    return done(desk, caller, account, authority::SecondFactorRemoved{account.id, step.reason});
}

Result<Account> give_password(Desk& desk, const Caller& caller, const AccountStep& step,
                              const std::string& password) {
    const auto account = TRY(anothers(desk, caller, step));
    TRY(authority::check_password(desk.policies.sign_in, account, password));
    const auto until = given_until(desk);
    TRY(desk.accounts.set_secret(account.id, TRY(desk.vault.seal_password(password)), until));
    TRY(desk.accounts.close_sessions(account.id));
    return done(desk, caller, account,
                authority::PasswordGiven{account.id, step.reason, until.milliseconds});
}

Result<void> set_first_password(Desk& desk, const std::string& login, const std::string& password) {
    const auto account = TRY(desk.accounts.find_login(login));
    if (!account) return unknown(login);
    TRY(authority::check_password(desk.policies.sign_in, *account, password));
    const auto until = given_until(desk);
    TRY(desk.accounts.set_secret(account->id, TRY(desk.vault.seal_password(password)), until));
    TRY(desk.accounts.close_sessions(account->id));
    const authority::PasswordGiven event{account->id, "在服务器上设定", until.milliseconds};
    authority::Actor system;
    system.account = {"system"};
    system.name = "系统";
    TRY(desk.journal.commit(
        command_of({system, "", ""}),
        {{journal::stream_of(account->id), journal::any_version, {authority::Event{event}}}}));
    return {};
}

Result<Account> end_sessions(Desk& desk, const Caller& caller, const AccountStep& step) {
    const auto account = TRY(anothers(desk, caller, step));
    TRY(desk.accounts.close_sessions(account.id));
    return done(desk, caller, account, authority::SessionsEnded{account.id, step.reason});
}

Result<Account> give_roles(Desk& desk, const Caller& caller, const AccountStep& step,
                           const std::set<authority::Role>& roles) {
    const auto account = TRY(anothers(desk, caller, step));
    TRY(authority::check_separation(roles, place_of(step.login)));
    auto after =
        TRY(done(desk, caller, account, authority::RolesGiven{account.id, roles, step.reason}));
    TRY(desk.accounts.close_sessions(account.id));
    return after;
}

}  // namespace anmin::operations
