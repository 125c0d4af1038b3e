// Bodies in, shapes out.
#include <gtest/gtest.h>

#include "http/json_body.h"
#include "http/json_writer.h"

namespace anmin::http {
namespace {

// The outcome of reading a body of the shape {number, name, due?, note?, span?, list}.
std::string outcome(std::string_view body) {
    const auto refusal = read_body(body, [](BodyObject& object) {
        object.number("number", 1, 10);
        object.text("name", {1, 3});
        object.find_date("due");
        object.text_or_empty("note", {0, 3});
        object.find_object("span", [](BodyObject& span) { span.number("start", 0, 9); });
        object.list("list", 2, [](BodyObject& item) { item.text("id", {1, 9}); });
    });
    if (!refusal) return "ok";
    EXPECT_EQ(refusal->status, 400);
    return refusal->error.code + " " + refusal->error.place + " | " + refusal->error.finding;
}

TEST(Body, IsReadWhenItFits) {
    EXPECT_EQ(outcome(R"({"number":1,"name":"一二三","list":[]})"), "ok");
    EXPECT_EQ(outcome(R"({"number":10,"name":"x","due":"2025-03-31","note":"","span":{"start":0},
                          "list":[{"id":"a"},{"id":"b"}]})"),
              "ok");
}

TEST(Body, ReportsEveryFaultAtOnce) {
    EXPECT_EQ(
        outcome(R"({"number":"1","due":"2025-02-30","note":"long!","span":{},"list":[{"id":""},7],
                          "a/b":1})"),
        "E-HTTP-025 /number | /number 应为整数；/name 缺少必填字段；/due 应为日期，形如 "
        "2025-03-31；"
        "/note 至多 3 个字符；/span/start 缺少必填字段；/list/0/id 至少 1 个字符；/list/1 "
        "应为对象；"
        "/a~1b 未知字段");
}

TEST(Body, KnowsWholeNumbersOnly) {
    const auto number = [](const std::string& text) {
        return outcome(R"({"name":"x","list":[],"number":)" + text + "}");
    };
    EXPECT_EQ(number("10"), "ok");
    EXPECT_EQ(number("11"), "E-HTTP-025 /number | /number 应在 1 至 10 之间");
    EXPECT_EQ(number("1.0"), "E-HTTP-025 /number | /number 应为整数");
    EXPECT_EQ(number("1e0"), "E-HTTP-025 /number | /number 应为整数");
    EXPECT_EQ(number("18446744073709551615"), "E-HTTP-025 /number | /number 应为整数");
    EXPECT_EQ(number("true"), "E-HTTP-025 /number | /number 应为整数");
}

TEST(Body, LimitsLists) {
    EXPECT_EQ(outcome(R"({"number":1,"name":"x","list":[{"id":"a"},{"id":"b"},{"id":"c"}]})"),
              "E-HTTP-025 /list | /list 至多 2 项");
    EXPECT_EQ(outcome(R"({"number":1,"name":"x","list":{}})"), "E-HTTP-025 /list | /list 应为数组");
}

TEST(Body, SaysWhereJsonBreaks) {
    EXPECT_EQ(outcome(""), "E-HTTP-024 请求正文第 1 行第 1 列 | 正文为空");
    EXPECT_EQ(outcome("{\"number\":1,\n \"名\": x}"),
              "E-HTTP-024 请求正文第 2 行第 7 列 | 此处不是正确的 JSON");
    EXPECT_EQ(outcome("{\"number\":1"), "E-HTTP-024 请求正文第 1 行第 12 列 | JSON 没有写完");
    EXPECT_EQ(outcome("{} x"), "E-HTTP-024 请求正文第 1 行第 4 列 | JSON 值之后还有多余的内容");
    EXPECT_EQ(outcome("\xff"), "E-HTTP-024 请求正文 | 正文不是 UTF-8 文字");
    EXPECT_EQ(outcome("[]"), "E-HTTP-025 请求正文 | 正文 应为对象");
    EXPECT_NE(outcome(std::string(100, '[')).find("嵌套过深"), std::string::npos);
}

TEST(Writer, EscapesWhatMustBe) {
    JsonWriter out;
    out.begin_object();
    out.field("text", "a\"\\\n\t\x01/<中>");
    out.field("lost", std::string("a\xff\xe4\xb8z"));
    out.field("flag", true);
    out.field("number", std::int64_t{-9007199254740993});
    out.field("nothing", std::optional<std::string>());
    out.field("list", std::vector<std::string>{"a", "b"});
    out.field("day", *calendar::Date::of(2025, 3, 1));
    out.key("inner");
    out.begin_array();
    out.begin_object();
    out.end_object();
    out.end_array();
    out.end_object();
    EXPECT_EQ(
        std::move(out).text(),
        R"({"text":"a\"\\\n\t\u0001/<中>","lost":"a��z","flag":true,"number":-9007199254740993,)"
        R"("nothing":null,"list":["a","b"],"day":"2025-03-01","inner":[{}]})");
}

}  // namespace
}  // namespace anmin::http
