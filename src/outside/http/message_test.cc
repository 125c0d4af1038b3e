#include "http/message.h"

#include <gtest/gtest.h>

#include "http/response_head.h"

namespace anmin::http {
namespace {

Request read(const std::string& target) {
    Request request;
    request.target = target;
    EXPECT_TRUE(read_target(request)) << target;
    return request;
}

TEST(Target, SplitsPathAndQuery) {
    const auto request =
        read("/api/v1/tasks/a%2Fb?q=%E5%85%BB%E8%80%81+a%2Bb&state=x&state=y&empty=&bare");
    EXPECT_EQ(request.path, (std::vector<std::string>{"api", "v1", "tasks", "a/b"}));
    EXPECT_EQ(request.find_query("q"), "养老 a+b");
    EXPECT_EQ(request.find_query("bare"), "");
    EXPECT_EQ(request.query.size(), 5U);
    EXPECT_EQ(request.find_query("none"), std::nullopt);
}

TEST(Target, KnowsTheRootAndTheAbsoluteForm) {
    EXPECT_TRUE(read("/").path.empty());
    EXPECT_TRUE(read("/?a=b").path.empty());
    EXPECT_TRUE(read("http://host").path.empty());
    EXPECT_EQ(read("http://host:80/a?b=c").path, std::vector<std::string>{"a"});
    EXPECT_EQ(read("/a/").path, std::vector<std::string>{"a"});
    EXPECT_EQ(read("/a//b").path, (std::vector<std::string>{"a", "", "b"}));
}

TEST(Target, RefusesWhatIsNoPath) {
    for (const char* target :
         {"*", "", "a", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%ff", "/a?b=%ff"}) {
        Request request;
        request.target = target;
        EXPECT_FALSE(read_target(request)) << target;
    }
}

TEST(Request, FindsACookieAmongOthers) {
    Request request;
    request.headers = {{"cookie", "a=1; anmin_session=tok-en; anmin_session_old=2"},
                       {"cookie", "b=3"}};
    EXPECT_EQ(request.find_cookie("anmin_session"), "tok-en");
    EXPECT_EQ(request.find_cookie("b"), "3");
    EXPECT_EQ(request.find_cookie("session"), std::nullopt);
}

TEST(HeaderList, FindsItsTokens) {
    EXPECT_TRUE(lists_token("text/plain, Text/HTML;q=0.8", "text/html"));
    EXPECT_FALSE(lists_token("text/html5", "text/html"));
    EXPECT_TRUE(lists_token("application/json; charset=utf-8", "application/json"));
}

TEST(PercentEncoding, KeepsOnlyWhatIsSafe) {
    EXPECT_EQ(percent_encoded("台账 a.xlsx\"\r"), "%E5%8F%B0%E8%B4%A6%20a.xlsx%22%0D");
}

TEST(ResponseHead, NeverLetsAValueStartAHeader) {
    Response response;
    response.set("X-Name", "a\r\nSet-Cookie: b");
    response.set("x-name", "c\r\nd");
    response.body = std::string("text");
    const std::vector<Header> standing{{"X-NAME", "other"}, {"X-Frame", "no"}};
    const std::string date = http_date(784111777);
    EXPECT_EQ(
        head_of(response, {standing, date, true, false}),
        "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-Name: c  d\r\nX-Frame: no\r\n"
        "Content-Length: 4\r\n\r\n");
}

}  // namespace
}  // namespace anmin::http
