#include "operations/own_sessions.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "operations/second_factor.h"

namespace anmin::operations {
namespace {

Error no_such_session() {
    return {Fault::missing,           "E-AUTH-124",       "登录设备",
            "没有这次登录，或已退出", "列表中还在的登录", "刷新列表后重试"};
}

Result<std::string> id_of(Desk& desk, const std::string& token) {
    const auto found = TRY(desk.accounts.find_session(desk.vault.digest(token), desk.clock.now()));
    return found ? found->id : std::string();
}

}  // namespace

Result<std::vector<OwnSession>> list_own_sessions(Desk& desk, const authority::Actor& actor,
                                                  const std::string& token) {
    const std::string here = TRY(id_of(desk, token));
    const auto idle = std::chrono::milliseconds(desk.policies.sign_in.session_idle).count();
    std::vector<OwnSession> own;
    for (auto& one : TRY(desk.accounts.sessions(actor.account, desk.clock.now()))) {
        const bool is_here = one.id == here;
        const calendar::Instant used{
            std::max(one.idle_until.milliseconds - idle, one.opened.milliseconds)};
        own.push_back({std::move(one), used, is_here});
    }
    return own;
}

Result<std::int64_t> end_own_sessions(Desk& desk, const Caller& caller, const std::string& token,
                                      const EndSessions& order) {
    TRY(check_own_password(desk, caller, order.password));
    const auto& account = caller.actor.account;
    const std::int64_t ended =
        order.session.empty()
            ? TRY(desk.accounts.end_other_sessions(account, TRY(id_of(desk, token))))
            : TRY(desk.accounts.end_session(account, order.session));
    if (ended == 0 && !order.session.empty()) return no_such_session();
    TRY(desk.journal.commit(
        command_of({caller.actor, "", ""}),
        {{journal::stream_of(account),
          journal::any_version,
          {authority::Event{authority::SessionsEnded{account, "本人退出其他设备"}}}}}));
    return ended;
}

}  // namespace anmin::operations
