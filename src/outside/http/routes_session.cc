#include <algorithm>

#include "http/command.h"
#include "http/json_body.h"
#include "http/json_shapes.h"
#include "http/routes.h"
#include "operations/own_sessions.h"
#include "operations/second_factor.h"
#include "operations/sign_in.h"

namespace anmin::http {
namespace {

constexpr Length login_length{1, 64};
constexpr Length password_length{1, 256};
constexpr Length code_length{0, 32};
constexpr Length id_or_none{0, 64};
constexpr std::size_t client_bytes = 200;

// What the browser says of itself is shown to its owner only; cut short, as it says much.
std::string client_of(const Request& request) {
    std::string client(request.find_header("user-agent").value_or(""));
    if (client.size() > client_bytes) client.resize(client_bytes);
    for (char& c : client) {
        if (c < ' ' || c > '~') c = '?';
    }
    return client;
}

std::string token_of(const Call& call) {
    return std::string(call.request.find_cookie("anmin_session").value_or(""));
}

std::string cookie(const Service& service, const std::string& token, std::int64_t seconds) {
    return "anmin_session=" + token +
           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) +
           (service.secure_cookie ? "; Secure" : "");
}

Result<std::string> name_of_division(operations::Desk& desk, const ident::DivisionCode& code) {
    const auto division = TRY(desk.organisation.find_division(code));
    return division ? division->name : code.digits();
}

Result<Response> session_response(const Call& call, const authority::Actor& actor) {
    SessionView view{actor, TRY(name_of_division(call.desk(), actor.division)),
                     TRY(call.desk().accounts.is_demo())};
    return json_response(200, json_of(view));
}

// The answer to signing in: the session, and the cookie that carries it.
Answer opened(const Call& call, Result<operations::SignedInActor> signed_in) {
    if (!signed_in.ok()) {
        const Error& error = signed_in.error();
        if (error.code == "E-AUTH-106") return Refusal{429, error};
        return error;
    }
    // Whoever signs in again leaves the session they had.
    if (const auto before = call.request.find_cookie("anmin_session")) {
        const auto closed =
            call.desk().accounts.close_session(call.desk().vault.digest(std::string(*before)));
        if (!closed.ok()) return closed.error();
    }
    auto response = session_response(call, signed_in.value().actor);
    if (!response.ok()) return response.error();
    const auto length = std::chrono::seconds(call.desk().policies.sign_in.session_absolute);
    response.value().set("Set-Cookie",
                         cookie(call.service, signed_in.value().token, length.count()));
    return std::move(response).value();
}

Result<std::vector<DemoRoleView>> demo_roles(const Call& call) {
    std::vector<DemoRoleView> roles;
    const auto accounts = TRY(call.desk().accounts.accounts());
    for (const DemoStory& story : call.service.stories) {
        const auto account = std::find_if(
            accounts.begin(), accounts.end(),
            [&story](const authority::Account& one) { return one.login == story.login; });
        if (account == accounts.end()) continue;
        DemoRoleView role{account->actor,
                          TRY(name_of_division(call.desk(), account->actor.division)),
                          story.story_zh, story.story_en};
        role.actor.login = account->login;
        roles.push_back(std::move(role));
    }
    return roles;
}

}  // namespace

Answer get_session(const Call& call) {
    return answer_of(session_response(call, call.actor()),
                     [](Response response) { return response; });
}

Answer sign_in(const Call& call) {
    std::string login;
    std::string password;
    std::string code;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        login = body.text("login", login_length);
        password = body.text("password", password_length);
        code = body.text_or_empty("code", code_length);
    });
    if (fault) return *fault;
    return opened(call,
                  operations::sign_in(call.desk(), {login, password, code, call.request.remote,
                                                    client_of(call.request)}));
}

Answer sign_out(const Call& call) {
    const std::string token = token_of(call);
    const auto closed = operations::sign_out(call.desk(), call.actor(), token);
    if (!closed.ok()) return closed.error();
    Response response;
    response.status = 204;
    response.set("Set-Cookie", cookie(call.service, "", 0));
    return response;
}

Answer change_password(const Call& call) {
    std::string before;
    std::string after;
    const auto fault = read_body(call.request.body, [&](BodyObject& body) {
        before = body.text("before", password_length);
        after = body.text("after", password_length);
    });
    if (fault) return *fault;
    return answer_of(operations::change_password(call.desk(), {call.actor(), "", ""}, before, after,
                                                 token_of(call)));
}

Answer offer_second_factor(const Call& call) {
    std::string password;
    const auto fault = read_body(call.request.body, [&password](BodyObject& body) {
        password = body.text("password", password_length);
    });
    if (fault) return *fault;
    return answer_of(operations::offer_second_factor(call.desk(), {call.actor(), "", ""}, password),
                     [](const operations::OfferedFactor& offered) {
                         JsonWriter out;
                         out.begin_object();
                         out.field("secret", offered.secret);
                         out.field("uri", offered.uri);
                         out.end_object();
                         return json_response(201, std::move(out).text());
                     });
}

Answer confirm_second_factor(const Call& call) {
    std::string code;
    const auto fault = read_body(
        call.request.body, [&code](BodyObject& body) { code = body.text("code", code_length); });
    if (fault) return *fault;
    return answer_of(operations::confirm_second_factor(call.desk(), {call.actor(), "", ""}, code),
                     [](const std::vector<std::string>& codes) {
                         JsonWriter out;
                         out.begin_object();
                         out.key("recovery_codes");
                         out.begin_array();
                         for (const std::string& one : codes) out.string(one);
                         out.end_array();
                         out.end_object();
                         return json_response(201, std::move(out).text());
                     });
}

Answer list_sessions(const Call& call) {
    return answer_of(operations::list_own_sessions(call.desk(), call.actor(), token_of(call)),
                     [](const std::vector<operations::OwnSession>& own) {
                         JsonWriter out;
                         out.begin_object();
                         out.field("items", own);
                         out.end_object();
                         return json_response(200, std::move(out).text());
                     });
}

Answer end_sessions(const Call& call) {
    operations::EndSessions order;
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.session = body.text_or_empty("session", id_or_none);
        order.password = body.text("password", password_length);
    });
    if (fault) return *fault;
    return answer_of(
        operations::end_own_sessions(call.desk(), {call.actor(), "", ""}, token_of(call), order),
        [](std::int64_t ended) {
            JsonWriter out;
            out.begin_object();
            out.field("ended", ended);
            out.end_object();
            return json_response(200, std::move(out).text());
        });
}

Answer get_demo(const Call& call) {
    const auto is_demo = call.desk().accounts.is_demo();
    if (!is_demo.ok()) return is_demo.error();
    std::vector<DemoRoleView> roles;
    if (is_demo.value()) {
        auto found = demo_roles(call);
        if (!found.ok()) return found.error();
        roles = std::move(found).value();
    }
    JsonWriter out;
    out.begin_object();
    out.field("demo", is_demo.value());
    out.field("roles", roles);
    out.end_object();
    return json_response(200, std::move(out).text());
}

Answer take_demo_role(const Call& call) {
    std::string login;
    const auto fault = read_body(
        call.request.body, [&](BodyObject& body) { login = body.text("login", login_length); });
    if (fault) return *fault;
    return opened(call, operations::take_demo_role(call.desk(), {login, "", "", call.request.remote,
                                                                 client_of(call.request)}));
}

}  // namespace anmin::http
