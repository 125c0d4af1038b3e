#include "http/figures.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "http/log_writer.h"

namespace anmin::http {
namespace {

const Exchange exchange{"k-1", "GET", "/api/v1/tasks/{id}", 200, std::chrono::microseconds(2500),
                        0,     12};

bool holds_line(const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST(Figures, AreInPrometheusForm) {
    Figures figures;
    figures.count(exchange);
    figures.count(exchange);
    figures.count({"k-2", "BREW\"}", "", 400, std::chrono::microseconds(10), 0, 0});
    figures.add("anmin_http_queue", "Requests that wait.", Figures::Kind::gauge, [] { return 7; });
    const std::string text = figures.text();
    EXPECT_TRUE(holds_line(
        text,
        "anmin_http_requests_total{method=\"GET\",route=\"/api/v1/tasks/{id}\",status=\"200\"} 2"));
    EXPECT_TRUE(holds_line(
        text, "anmin_http_requests_total{method=\"other\",route=\"\",status=\"400\"} 1"));
    const std::string series = "anmin_http_request_seconds_bucket{route=\"/api/v1/tasks/{id}\",le=";
    EXPECT_TRUE(holds_line(text, series + "\"0.001\"} 0"));
    EXPECT_TRUE(holds_line(text, series + "\"0.005\"} 2"));
    EXPECT_TRUE(holds_line(text, series + "\"+Inf\"} 2"));
    EXPECT_TRUE(
        holds_line(text, "anmin_http_request_seconds_sum{route=\"/api/v1/tasks/{id}\"} 0.005"));
    EXPECT_TRUE(holds_line(text, "# TYPE anmin_http_queue gauge"));
    EXPECT_TRUE(holds_line(text, "anmin_http_queue 7"));
}

TEST(LogLine, IsOneLineOfJson) {
    EXPECT_EQ(log_line(exchange, {1'741'000'000'123}),
              R"({"at":"2025-03-03T11:06:40.123Z","request":"k-1","method":"GET",)"
              R"("route":"/api/v1/tasks/{id}","status":200,"us":2500,"in":0,"out":12})");
}

std::string everything_of(int descriptor) {
    std::string text;
    char bytes[4096];
    for (ssize_t count = 1; (count = ::read(descriptor, bytes, sizeof bytes)) > 0;) {
        text.append(bytes, static_cast<std::size_t>(count));
    }
    return text;
}

TEST(LogWriter, WritesWholeLinesAndNeverBlocks) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    {
        LogWriter log(ends[1], 100);
        log.write("one");
        log.write(std::string(200, 'x'));  // never fits
        log.write("two");
    }
    ::close(ends[1]);
    const std::string text = everything_of(ends[0]);
    ::close(ends[0]);
    EXPECT_TRUE(holds_line(text, "one"));
    EXPECT_TRUE(holds_line(text, "two"));
    EXPECT_TRUE(holds_line(text, "{\"lines_left_out\":1}"));
    EXPECT_EQ(text.find("xxx"), std::string::npos);
}

}  // namespace
}  // namespace anmin::http
