// Accounts as the security administrator keeps them, the audit log, the emergency view.
#include <algorithm>

#include "authority/roles.h"
#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/audit.h"
#include "operations/manage_accounts.h"

namespace anmin::http {
namespace {

constexpr Length login_length{1, 64};
constexpr Length name_length{1, 60};
constexpr Length id_length{1, 64};
constexpr Length password_length{1, 256};
constexpr Length reason_length{0, 200};

operations::Caller caller_of(const Call& call) { return {call.actor(), "", ""}; }

Answer shown(const Call& call, Result<authority::Account> account, int status) {
    return answer_of(std::move(account), [&](const authority::Account& found) {
        return json_response(status, json_of(AccountView{found, call.desk().clock.now()}));
    });
}

std::set<authority::Role> roles_of(BodyObject& body, std::string& unknown) {
    std::set<authority::Role> roles;
    for (const auto& name : body.texts("roles", authority::all_roles.size(), login_length)) {
        const auto role = authority::role_named(name);
        if (role) {
            roles.insert(*role);
        } else {
            unknown = name;
        }
    }
    return roles;
}

using Step = Result<authority::Account> (*)(operations::Desk&, const operations::Caller&,
                                            const operations::AccountStep&);
Answer step(const Call& call, Step operation) {
    operations::AccountStep order{call.path_value("login"), ""};
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.reason = body.text("reason", reason_length);
    });
    if (fault) return *fault;
    return shown(call, operation(call.desk(), caller_of(call), order), 200);
}

}  // namespace

Answer list_accounts(const Call& call) {
    return answer_of(operations::list_accounts(call.desk(), call.actor()),
                     [&call](const std::vector<authority::Account>& accounts) {
                         std::vector<AccountView> views;
                         const auto now = call.desk().clock.now();
                         for (const auto& one : accounts) views.push_back({one, now});
                         JsonWriter out;
                         out.begin_object();
                         out.field("items", views);
                         out.end_object();
                         return json_response(200, std::move(out).text());
                     });
}

Answer open_account(const Call& call) {
    operations::NewAccount order;
    std::string unknown;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.login = body.text("login", login_length);
        order.name = body.text("name", name_length);
        order.post = {body.text("post", id_length)};
        order.password = body.text("password", password_length);
        order.roles = roles_of(body, unknown);
    });
    if (fault) return *fault;
    if (!unknown.empty()) return bad_fields("/roles", "没有“" + unknown + "”这个职责");
    return shown(call, operations::open_new_account(call.desk(), caller_of(call), order), 201);
}

Answer lock_account(const Call& call) { return step(call, operations::lock_account); }
Answer unlock_account(const Call& call) { return step(call, operations::unlock_account); }
Answer remove_second_factor(const Call& call) {
    return step(call, operations::remove_second_factor);
}

Answer end_account_sessions(const Call& call) { return step(call, operations::end_sessions); }

Answer give_password(const Call& call) {
    operations::AccountStep order{call.path_value("login"), ""};
    std::string password;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.reason = body.text("reason", reason_length);
        password = body.text("password", password_length);
    });
    if (fault) return *fault;
    return shown(call, operations::give_password(call.desk(), caller_of(call), order, password),
                 200);
}

Answer give_roles(const Call& call) {
    operations::AccountStep order{call.path_value("login"), ""};
    std::string unknown;
    std::set<authority::Role> roles;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.reason = body.text("reason", reason_length);
        roles = roles_of(body, unknown);
    });
    if (fault) return *fault;
    if (!unknown.empty()) return bad_fields("/roles", "没有“" + unknown + "”这个职责");
    return shown(call, operations::give_roles(call.desk(), caller_of(call), order, roles), 200);
}

Answer list_audit(const Call& call) {
    Query query(call.request);
    const authority::AuditFilter filter{query.text_or("login", ""), query.text_or("kind", "")};
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_audit(call.desk(), call.actor(), filter, page),
                     [](const organisation::Page<authority::AuditEntry>& found) {
                         return json_response(200, json_of(found));
                     });
}

Answer break_glass(const Call& call) {
    operations::BreakGlass order;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        order.division = body.division("division");
        order.reason = body.text("reason", reason_length);
    });
    if (fault) return *fault;
    return answer_of(operations::break_glass(call.desk(), caller_of(call), order),
                     [](const authority::Glass& glass) {
                         JsonWriter out;
                         out.begin_object();
                         out.field("division", glass.division.digits());
                         out.field("until", glass.until);
                         out.end_object();
                         return json_response(201, std::move(out).text());
                     });
}

}  // namespace anmin::http
