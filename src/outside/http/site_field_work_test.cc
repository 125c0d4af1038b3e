// A mission of field work as it is opened: what each group did, the records behind it, who may add.
#include "http/test_site.h"

namespace anmin::http {
namespace {

class FieldWorkTest : public TestSite {
protected:
    FieldWorkTest() { plant_problem_policies(); }
    Reply post(const std::string& path, const std::string& body) {
        return post_json("/api/v1" + path, session("office"), body);
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", "/api/v1" + path, session(login));
    }
    // Of one group that held two sessions and heard two remarks.
    std::string mission() {
        const auto opened =
            post("/field-work", R"({"title":"蹲点调研","from":"2025-02-01","to":"2025-03-31"})");
        EXPECT_EQ(opened.status, 201) << opened.body;
        const std::string path = "/field-work/" + text_at(opened, "/id");
        post(path + "/groups", R"({"number":1,"area":"浙江","province":"yes",
            "leader":"甲（演示）","members":[{"name":"乙（演示）"}]})");
        for (const char* day : {"2025-02-03", "2025-02-05"}) {
            const auto held = post(path + "/activities",
                                   R"({"group":1,"kind":"session","held_on":")" + std::string(day) +
                                       R"(","place":"某村","amount":2})");
            EXPECT_EQ(held.status, 200) << held.body;
        }
        post(path + "/remarks", R"({"group":1,"remarks":[
            {"kind":"problem","text":"要跑三趟","said_by":"村干部","place":"某村"},
            {"kind":"suggestion","text":"网上能办就好","said_by":"老人","place":"某村"}]})");
        return path;
    }
};

TEST_F(FieldWorkTest, AMissionShowsWhatEachGroupDid) {
    const std::string path = mission();
    const auto opened = get(path);
    EXPECT_EQ(text_at(opened, "/mission/title"), "蹲点调研") << opened.body;
    EXPECT_EQ(text_at(opened, "/groups/0/area"), "浙江");
    EXPECT_EQ(text_at(opened, "/groups/0/people/1"), "乙（演示）");
    EXPECT_EQ(at(opened, "/groups/0/sessions"), "4");
    EXPECT_EQ(at(opened, "/groups/0/problems"), "1");
    EXPECT_EQ(at(opened, "/groups/0/suggestions"), "1");
    EXPECT_EQ(at(opened, "/may_manage"), "true");
    EXPECT_EQ(at(opened, "/may_record"), "true");
}

TEST_F(FieldWorkTest, AGroupOpensItsRecordsNewestFirst) {
    const std::string path = mission();
    const auto records = get(path + "/groups/1");
    EXPECT_EQ(text_at(records, "/activities/0/held_on"), "2025-02-05") << records.body;
    EXPECT_EQ(at(records, "/activities/1/amount"), "2");
    EXPECT_EQ(text_at(records, "/remarks/1/text"), "要跑三趟");
    EXPECT_EQ(at(records, "/cut"), "false");
    EXPECT_EQ(text_at(get(path + "/groups/2"), "/code"), "E-PROB-030");
    EXPECT_EQ(text_at(get(path + "/groups/x"), "/code"), "E-PROB-030");
    EXPECT_EQ(text_at(get("/field-work/none"), "/code"), "E-PROB-030");
}

TEST_F(FieldWorkTest, WhatHasNotBeenHeldYetIsNotLogged) {
    const auto early = post(mission() + "/activities", R"({"group":1,"kind":"visit",
        "held_on":"2025-03-30","place":"某村","amount":1})");
    EXPECT_EQ(text_at(early, "/code"), "E-PROB-002") << early.body;
    EXPECT_NE(text_at(early, "/finding").find("晚于今天"), std::string::npos) << early.body;
}

}  // namespace
}  // namespace anmin::http
