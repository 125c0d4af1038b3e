// Which request goes where, and with which right: the table is routes.cc.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "authority/authority.h"
#include "http/message.h"
#include "http/refusal.h"
#include "http/server.h"
#include "http/service.h"

namespace anmin::http {

// What a caller needs before the handler runs. INVARIANT: it has no default, so that a route that
// does not say it does not compile.
class Access {
public:
    enum class Kind { everybody, own_account, signed_in, action };

    static constexpr Access everybody() { return Access(Kind::everybody, {}); }
    // One's own account and session: also for whoever owes something to it first.
    static constexpr Access own_account() { return Access(Kind::own_account, {}); }
    // Whoever is signed in; for what concerns only the session itself, or is scoped by the
    // operation.
    static constexpr Access signed_in() { return Access(Kind::signed_in, {}); }
    // Whoever may do the action at all; the operation asks again for the thing itself.
    constexpr Access(authority::Action action) : Access(Kind::action, action) {}

    constexpr Kind kind() const { return kind_; }
    constexpr authority::Action action() const { return action_; }

private:
    constexpr Access(Kind kind, authority::Action action) : kind_(kind), action_(action) {}
    Kind kind_;
    authority::Action action_;
};

// What a handler sees.
struct Call {
    const Request& request;
    const Service& service;
    std::vector<Header> path;  // {id} and the like, by name
    std::optional<authority::Actor> signed_in;

    operations::Desk& desk() const { return service.desk; }
    const authority::Actor& actor() const;  // INVARIANT: the route's access is not everybody()
    const std::string& path_value(std::string_view name) const;
};

// A response, or why there is none.
using Answer = std::variant<Response, Error, Refusal>;
using Handler = Answer (*)(const Call&);

enum class BodyKind { none, json, file };

struct Route {
    std::string_view method;
    std::string_view pattern;  // below /api/v1, as in contract/openapi.yaml
    Access access;
    BodyKind body;
    std::string_view parameters;  // query parameters it knows, separated by spaces
    Handler handler;
};

inline constexpr std::string_view api_prefix = "/api/v1";

class Router {
public:
    explicit Router(std::span<const Route> routes);

    struct Match {
        const Route* route = nullptr;
        std::vector<Header> path;
        std::string label;  // /api/v1/tasks/{id}
    };
    // 404 and 405 as refusals; HEAD goes where GET goes.
    std::variant<Match, Refusal> find(const Request& request) const;

private:
    struct Entry {
        const Route* route;
        std::vector<std::string> segments;
        std::string label;
    };
    std::vector<Entry> entries_;
};

// What is wrong with the request for this route, whoever sends it: origin, content type, query
// names.
std::optional<Refusal> fault_of(const Route& route, const Request& request);

// Session, right, handler.
Answer run(const Router::Match& match, const Request& request, const Service& service);

// Every route of the interface (routes.cc).
std::span<const Route> all_routes();

}  // namespace anmin::http
