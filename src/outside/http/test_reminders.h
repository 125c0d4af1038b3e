// A site with lights, limits and a few indicators, and an order handed to the township's clerk.
#pragma once

#include <string>
#include <utility>

#include "http/test_site.h"

namespace anmin::http {

class RemindedSite : public TestSite {
protected:
    RemindedSite() {
        policies_.lights = {20, 3};
        policies_.load = {2, 1, 50};
        measure::Indicator closed{"tasks_struck_off",
                                  "已销号任务数",
                                  "项",
                                  {"办结数"},
                                  measure::Of::tasks,
                                  {},
                                  false,
                                  {}};
        closed.states = {directive::TaskState::struck_off, directive::TaskState::held};
        measure::Indicator listed = closed;
        listed.id = "problems_listed";
        listed.of = measure::Of::problems;
        listed.states = {};
        listed.also = {};
        listed.query.listed = true;
        measure::Indicator begun = listed;
        begun.id = "problems_started";
        begun.query.started = true;
        policies_.indicators = {closed, listed, begun};
    }
    Reply post(const std::string& path, const std::string& body, const char* login = "office",
               int version = 0) {
        return post_json("/api/v1" + path, session(login), body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", "/api/v1" + path, session(login));
    }
    // An order with a target of one 项, handed to the township's clerk; gives order and part.
    std::pair<std::string, std::string> order(const std::string& asks = "") {
        const std::string document = seed_document();
        const auto decided = post(
            "/documents/" + document + "/decisions",
            R"({"confirm":[{"number":1}],"reject":[{"number":2,"reason":"无关"}]})", "office", 2);
        const std::string whole = text_at(decided, "/candidates/0/task");
        const auto spread =
            post("/tasks/" + whole + "/spreads",
                 R"({"amount":"1","unit":"项","due":"2025-03-20","standard":"有记录",)" + asks +
                     R"("parts":[{"post":"p-clerk","amount":"1"}]})",
                 "office", 1);
        EXPECT_EQ(spread.status, 200) << spread.body;
        const auto tree = get("/tasks/" + whole + "/tree");
        return {whole, text_at(tree, "/parts/0/task/id")};
    }
    std::string sections(const char* login) {
        std::string names;
        const auto morning = parsed(get("/morning", login));
        for (const auto& one : morning.at("sections").as_array()) {
            names += std::string(one.at("part").as_string()) + " ";
        }
        return names;
    }
    void report(const std::string& task, int version) {
        const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "完成");
        const auto done =
            post("/tasks/" + task + "/reports", R"({"text":"完成","evidence":[)" + kept.body + "]}",
                 "clerk", version);
        EXPECT_EQ(done.status, 200) << done.body;
    }
};

}  // namespace anmin::http
