#include "http/router.h"

#include <algorithm>

#include "operations/audit.h"
#include "operations/sign_in.h"

namespace anmin::http {
namespace {

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool is_placeholder(std::string_view segment) { return segment.starts_with('{'); }

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                      [](const std::string& wanted, const std::string& given) {
                          return wanted == given || (is_placeholder(wanted) && !given.empty());
                      });
}

bool is_word_of(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

// The host of an Origin header ("https://host:port"); empty for "null".
std::string_view host_of_origin(std::string_view origin) {
    const std::size_t scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view() : origin.substr(scheme + 3);
}

// Did a page of another site make the browser send this? The cookie is SameSite=Strict already;
// this also covers browsers and proxies that lose that.
bool is_from_elsewhere(const Request& request) {
    if (request.is_safe()) return false;
    if (const auto site = request.find_header("sec-fetch-site")) {
        return *site != "same-origin" && *site != "none";
    }
    if (const auto origin = request.find_header("origin")) {
        return host_of_origin(*origin) != request.find_header("host").value_or("");
    }
    return false;  // not a browser
}

std::optional<Refusal> fault_of_type(const Route& route, const Request& request) {
    const std::string_view type = request.find_header("content-type").value_or("");
    switch (route.body) {
        case BodyKind::none: return std::nullopt;
        case BodyKind::json:
            if (lists_token(type, "application/json")) return std::nullopt;
            return bad_content_type("application/json");
        case BodyKind::file:
            if (lists_token(type, "application/octet-stream")) return std::nullopt;
            return bad_content_type("application/octet-stream");
    }
    CHECK(false, "every kind of body has its type");
}

Result<void> admitted(const Route& route, const authority::Actor& actor) {
    if (route.access.kind() == Access::Kind::own_account) return {};
    TRY(authority::check_nothing_owed(actor));
    const bool by_action = route.access.kind() == Access::Kind::action;
    if (!by_action || authority::ever_may(actor, route.access.action())) return {};
    // The gate words the refusal.
    return authority::may(actor, route.access.action(), {actor.division, actor.post, {}});
}

// A refusal of the gate goes into the audit log before it is answered.
Answer noted(const Call& call, Answer answer) {
    const auto* error = std::get_if<Error>(&answer);
    if (error == nullptr || error->fault != Fault::denied || !call.signed_in) return answer;
    const auto kept = operations::note_denial(call.service.desk, *call.signed_in, *error);
    if (!kept.ok()) return kept.error();
    return answer;
}

}  // namespace

const authority::Actor& Call::actor() const {
    CHECK(signed_in.has_value(), "a route with an actor asks for a session");
    return *signed_in;
}

const std::string& Call::path_value(std::string_view name) const {
    for (const Header& value : path) {
        if (value.name == name) return value.value;
    }
    CHECK(false, "a handler asks for names of its own pattern");
}

Router::Router(std::span<const Route> routes) {
    for (const Route& route : routes) {
        std::string label = std::string(api_prefix) + std::string(route.pattern);
        auto segments = segments_of(label);
        entries_.push_back({&route, std::move(segments), std::move(label)});
    }
}

std::variant<Router::Match, Refusal> Router::find(const Request& request) const {
    std::string allowed;
    for (const Entry& entry : entries_) {
        if (!fits(entry.segments, request.path)) continue;
        const std::string_view method = entry.route->method;
        if (method == request.method || (method == "GET" && request.is_head())) {
            Match match{entry.route, {}, entry.label};
            for (std::size_t at = 0; at < entry.segments.size(); ++at) {
                const std::string_view name = entry.segments[at];
                if (!is_placeholder(name)) continue;
                match.path.push_back(
                    {std::string(name.substr(1, name.size() - 2)), request.path[at]});
            }
            return match;
        }
        allowed +=
            (allowed.empty() ? "" : ", ") + std::string(method) + (method == "GET" ? ", HEAD" : "");
    }
    return allowed.empty() ? no_route() : no_method(allowed);
}

std::optional<Refusal> fault_of(const Route& route, const Request& request) {
    if (is_from_elsewhere(request)) return foreign_site();
    if (route.access.kind() != Access::Kind::everybody && !request.find_cookie("anmin_session")) {
        return no_session();
    }
    if (auto refusal = fault_of_type(route, request)) return refusal;
    for (const Header& parameter : request.query) {
        if (is_word_of(route.parameters, parameter.name)) continue;
        // An unknown filter that is passed over would show everything.
        return bad_parameter(parameter.name, "没有这个参数",
                             route.parameters.empty() ? "不带参数" : std::string(route.parameters));
    }
    return std::nullopt;
}

Answer run(const Router::Match& match, const Request& request, const Service& service) {
    Call call{request, service, match.path, std::nullopt};
    if (match.route->access.kind() != Access::Kind::everybody) {
        const std::string token(request.find_cookie("anmin_session").value_or(""));
        auto actor = operations::actor_of_session(service.desk, token);
        if (!actor.ok()) return actor.error();
        call.signed_in = std::move(actor).value();
        const auto admission = admitted(*match.route, *call.signed_in);
        if (!admission.ok()) return noted(call, admission.error());
    }
    return noted(call, match.route->handler(call));
}

}  // namespace anmin::http
