// The table of routes against the contract, and what is refused before any handler runs.
#include "http/router.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>

namespace anmin::http {
namespace {

Request request_of(const std::string& method, const std::string& target) {
    Request request;
    request.method = method;
    request.target = target;
    EXPECT_TRUE(read_target(request));
    request.headers = {{"host", "anmin.example"}, {"cookie", "anmin_session=t"}};
    return request;
}

std::string found(const std::string& method, const std::string& target) {
    static const Router router(all_routes());
    const auto request = request_of(method, target);
    const auto match = router.find(request);
    if (const auto* refusal = std::get_if<Refusal>(&match)) {
        return std::to_string(refusal->status) +
               (refusal->status == 405 ? " " + refusal->error.expectation : "");
    }
    std::string text = std::get<Router::Match>(match).label;
    for (const auto& value : std::get<Router::Match>(match).path)
        text += " " + value.name + "=" + value.value;
    return text;
}

TEST(Router, FindsRoutes) {
    EXPECT_EQ(found("GET", "/api/v1/tasks/a%2Fb"), "/api/v1/tasks/{id} id=a/b");
    EXPECT_EQ(found("HEAD", "/api/v1/tasks"), "/api/v1/tasks");
    EXPECT_EQ(found("GET", "/api/v1/tasks/t/evidence/d"),
              "/api/v1/tasks/{id}/evidence/{digest} id=t digest=d");
    EXPECT_EQ(found("GET", "/api/v1/nothing"), "404");
    EXPECT_EQ(found("GET", "/api/v1/tasks//x"), "404");
    EXPECT_EQ(found("GET", "/api/v1"), "404");
    EXPECT_EQ(found("PUT", "/api/v1/documents"), "405 GET, HEAD, POST");
    EXPECT_EQ(found("get", "/api/v1/documents"), "405 GET, HEAD, POST");
}

// "GET /tasks/{id}" for each operation of the contract, read from its lines: two spaces before a
// path, four before a method.
std::set<std::string> contract_operations() {
    std::ifstream file(std::string(ANMIN_ROOT) + "/contract/openapi.yaml");
    std::set<std::string> operations;
    std::string path;
    for (std::string line; std::getline(file, line) && line != "components:";) {
        if (line.starts_with("  /")) path = line.substr(2, line.find(':') - 2);
        for (const auto& [key, method] : {std::pair{"    get:", "GET "},
                                          {"    post:", "POST "},
                                          {"    put:", "PUT "},
                                          {"    patch:", "PATCH "},
                                          {"    delete:", "DELETE "}}) {
            if (line == key) operations.insert(method + path);
        }
    }
    return operations;
}

TEST(Routes, AreThoseOfTheContract) {
    std::set<std::string> served;
    for (const Route& route : all_routes()) {
        served.insert(std::string(route.method) + " " + std::string(route.pattern));
    }
    EXPECT_EQ(served.size(), all_routes().size()) << "no route twice";
    EXPECT_EQ(served, contract_operations());
}

TEST(Routes, AreOpenToEverybodyOnlyBeforeSigningIn) {
    std::set<std::string> open;
    for (const Route& route : all_routes()) {
        if (route.access.kind() == Access::Kind::everybody) {
            open.insert(std::string(route.method) + " " + std::string(route.pattern));
        }
    }
    EXPECT_EQ(open, (std::set<std::string>{"POST /session", "GET /demo", "POST /demo/session"}));
}

int status_of_fault(Request request, std::vector<Header> headers) {
    static const Router router(all_routes());
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    const auto match = router.find(request);
    const auto fault = fault_of(*std::get<Router::Match>(match).route, request);
    return fault ? fault->status : 200;
}

TEST(Routes, RefuseOtherSites) {
    const auto post = request_of("POST", "/api/v1/demo/session");
    const Header json{"content-type", "application/json"};
    EXPECT_EQ(status_of_fault(post, {json}), 200);
    EXPECT_EQ(status_of_fault(post, {json, {"origin", "https://anmin.example"}}), 200);
    EXPECT_EQ(status_of_fault(post, {json, {"origin", "https://anmin.example:444"}}), 403);
    EXPECT_EQ(status_of_fault(post, {json, {"origin", "https://evil.example"}}), 403);
    EXPECT_EQ(status_of_fault(post, {json, {"origin", "null"}}), 403);
    EXPECT_EQ(status_of_fault(post, {json, {"sec-fetch-site", "same-origin"}}), 200);
    EXPECT_EQ(status_of_fault(post, {json, {"sec-fetch-site", "same-site"}}), 403);
    EXPECT_EQ(status_of_fault(post, {json, {"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(
        status_of_fault(request_of("GET", "/api/v1/tasks"), {{"sec-fetch-site", "cross-site"}}),
        200);
}

TEST(Routes, WantTheirContentType) {
    const auto post = request_of("POST", "/api/v1/session");
    EXPECT_EQ(status_of_fault(post, {}), 415);
    EXPECT_EQ(status_of_fault(post, {{"content-type", "text/plain"}}), 415);
    EXPECT_EQ(status_of_fault(post, {{"content-type", "application/json; charset=utf-8"}}), 200);
    const auto upload = request_of("POST", "/api/v1/evidence?name=x");
    EXPECT_EQ(status_of_fault(upload, {{"content-type", "multipart/form-data"}}), 415);
    EXPECT_EQ(status_of_fault(upload, {{"content-type", "application/octet-stream"}}), 200);
}

TEST(Routes, RefuseParametersTheyDoNotKnow) {
    EXPECT_EQ(status_of_fault(request_of("GET", "/api/v1/tasks?state=assigned&state=verified"), {}),
              200);
    EXPECT_EQ(status_of_fault(request_of("GET", "/api/v1/tasks?status=assigned"), {}), 400);
    EXPECT_EQ(status_of_fault(request_of("GET", "/api/v1/session?x"), {}), 400);
}

TEST(Routes, WantASession) {
    auto request = request_of("GET", "/api/v1/tasks");
    request.headers.pop_back();
    EXPECT_EQ(status_of_fault(request, {}), 401);
    EXPECT_EQ(status_of_fault(request, {{"cookie", "other=1"}}), 401);
}

}  // namespace
}  // namespace anmin::http
