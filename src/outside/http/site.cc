#include "http/site.h"

#include <exception>

#include "http/gzip.h"
#include "http/problem.h"

namespace anmin::http {
namespace {

constexpr std::size_t packs_from = 2U << 10U;  // bytes of JSON
constexpr int quick = 3;

bool is_api(const Request& request) {
    return !request.path.empty() && request.path.front() == "api";
}

bool is_path(const Request& request, std::string_view name) {
    return request.path.size() == 1 && request.path.front() == name;
}

Response labelled(Response response, std::string label) {
    response.route = std::move(label);
    return response;
}

Response respond(const Answer& answer, std::string_view number) {
    if (const auto* error = std::get_if<Error>(&answer)) return problem(*error, number);
    if (const auto* refusal = std::get_if<Refusal>(&answer)) return problem(*refusal, number);
    return std::get<Response>(answer);
}

BodyLimit limit_of(BodyKind kind, const Service& service) {
    switch (kind) {
        case BodyKind::none: return {0};
        case BodyKind::json: return {service.json_limit};
        case BodyKind::file: return {service.upload_limit};
    }
    CHECK(false, "every kind of body has its limit");
}

void pack(Response& response, const Request& request) {
    auto* own = std::get_if<std::string>(&response.body);
    if (own == nullptr || own->size() < packs_from) return;
    bool is_json = false;
    for (const Header& header : response.headers) {
        if (header.name == "Content-Type") is_json = header.value == "application/json";
    }
    if (!is_json) return;
    response.set("Vary", "Accept-Encoding");
    if (!accepts_gzip(request.find_header("accept-encoding").value_or(""))) return;
    *own = gzipped(*own, quick);
    response.set("Content-Encoding", "gzip");
}

}  // namespace

Site::Site(Service service, StaticFiles files, Figures& figures,
           std::function<void(std::string_view)> log, std::span<const Route> routes)
    : service_(std::move(service)),
      files_(std::move(files)),
      figures_(figures),
      router_(routes),
      log_(std::move(log)) {}

Admission Site::admit(const Request& head) {
    if (is_path(head, "healthz") && head.is_safe()) return BodyLimit{0};
    if (is_path(head, "metrics") && head.is_safe()) {
        Response response;
        response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        response.set("Cache-Control", "no-store");
        response.body = figures_.text();
        return labelled(std::move(response), "/metrics");
    }
    if (!is_api(head)) {
        if (auto file = files_.find(head)) return labelled(*std::move(file), "/*");
        return labelled(problem(head.is_safe() ? no_route() : no_method("GET, HEAD"), head.number),
                        "/*");
    }
    const auto found = router_.find(head);
    if (const auto* refusal = std::get_if<Refusal>(&found)) {
        Response response = problem(*refusal, head.number);
        if (refusal->status == 405) response.set("Allow", refusal->error.expectation);
        return labelled(std::move(response), "/api/*");
    }
    const auto& match = std::get<Router::Match>(found);
    if (const auto refusal = fault_of(*match.route, head)) {
        return labelled(problem(*refusal, head.number), match.label);
    }
    return limit_of(match.route->body, service_);
}

Response Site::answer(const Request& request) {
    if (is_path(request, "healthz")) return health(request);
    const auto found = router_.find(request);
    CHECK(std::holds_alternative<Router::Match>(found), "what was admitted has a route");
    const auto& match = std::get<Router::Match>(found);
    return labelled(api_answer(match, request), match.label);
}

// The edge of a request: what a library throws ends here.
Response Site::api_answer(const Router::Match& match, const Request& request) const {
    try {
        Response response = respond(run(match, request, service_), request.number);
        response.set("Cache-Control", "no-store");
        pack(response, request);
        return response;
    } catch (const std::exception&) {
        return problem(broken(), request.number);
    }
}

Response Site::health(const Request& request) const {
    const auto reached = service_.ping();
    if (!reached.ok()) return labelled(problem(reached.error(), request.number), "/healthz");
    Response response;
    response.set("Content-Type", "text/plain; charset=utf-8");
    response.set("Cache-Control", "no-store");
    response.body = "ok\n";
    return labelled(std::move(response), "/healthz");
}

void Site::finished(const Exchange& exchange) {
    figures_.count(exchange);
    if (log_) log_(log_line(exchange, service_.desk.clock.now()));
}

std::vector<Header> security_headers(Transport transport) {
    std::vector<Header> headers{
        {"Content-Security-Policy",
         "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' "
         "data:; "
         "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
         "form-action 'self'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    };
    if (transport == Transport::secure) {
        headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
    }
    return headers;
}

}  // namespace anmin::http
