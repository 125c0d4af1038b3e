#include "http/problem.h"

#include <array>
#include <utility>

#include "http/json_writer.h"

namespace anmin::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 26> reasons{{
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

}  // namespace

int status_of(Fault fault) {
    switch (fault) {
        case Fault::invalid: return 422;
        case Fault::unidentified: return 401;
        case Fault::denied: return 403;
        case Fault::missing: return 404;
        case Fault::conflict: return 409;
        case Fault::stale: return 412;
        case Fault::too_large: return 413;
        case Fault::unsupported: return 415;
        case Fault::busy: return 503;
        case Fault::unavailable: return 503;
    }
    CHECK(false, "every fault has its status");
}

Response problem(const Error& error, std::string_view number) {
    return problem(Refusal{status_of(error.fault), error}, number);
}

Response problem(const Refusal& refusal, std::string_view number) {
    const Error& error = refusal.error;
    JsonWriter out;
    out.begin_object();
    out.field("type", "urn:anmin:error:" + error.code);
    out.field("title", error.finding);
    out.field("status", refusal.status);
    out.field("code", error.code);
    out.field("place", error.place);
    out.field("finding", error.finding);
    out.field("expectation", error.expectation);
    out.field("next_step", error.next_step);
    out.field("request", number);
    out.end_object();
    Response response;
    response.status = refusal.status;
    response.set("Content-Type", "application/problem+json");
    response.set("Cache-Control", "no-store");
    if (refusal.status == 503 || refusal.status == 429) response.set("Retry-After", "1");
    response.body = std::move(out).text();
    return response;
}

std::string_view reason_of(int status) {
    for (const auto& [known, reason] : reasons) {
        if (known == status) return reason;
    }
    return "Unknown";
}

}  // namespace anmin::http
