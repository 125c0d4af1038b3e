// Matters to be conveyed over HTTP: from receipt by way of the pool to the archive, and each
// refusal.
#include "http/test_site.h"
#include "operations/keep_conveyances.h"

namespace anmin::http {
namespace {

class ConveyancesTest : public TestSite {
protected:
    Reply post(const std::string& path, const std::string& body, const char* login = "office",
               const std::string& version = "") {
        std::vector<std::string> headers;
        if (!version.empty()) headers.push_back("If-Match: \"" + version + "\"");
        return post_json("/api/v1" + path, session(login), body, headers);
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", "/api/v1" + path, session(login));
    }
    // The paper of that number comes in.
    Reply come_in(int number, const std::string& first_topic, const std::string& received_on) {
        return post("/conveyances", R"({"title":"重要讲话精神","number":"民发〔2025〕)" +
                                        std::to_string(number) +
                                        R"(号","from":"民政部","received_on":")" + received_on +
                                        R"(","first_topic":")" + first_topic + "\"}");
    }
    std::string receive(const char* first_topic = "yes", const char* received_on = "2025-02-21") {
        const auto made = come_in(++papers_, first_topic, received_on);
        EXPECT_EQ(made.status, 201) << made.body;
        return text_at(made, "/row/id");
    }
    std::string pooled(const char* first_topic = "yes") {
        const std::string id = receive(first_topic);
        const auto reply =
            post("/conveyances/" + id + "/poolings",
                 R"({"meeting":"党组会议","planned_on":"2025-03-02","place":1})", "office", "1");
        EXPECT_EQ(text_at(reply, "/row/state"), "pooled") << reply.body;
        return id;
    }
    static std::string item(const std::string& id, const char* title = "传达") {
        const std::string taken = id.empty() ? "" : R"(,"conveyance":")" + id + "\"";
        return R"({"title":")" + std::string(title) + R"(","first_topic":"no")" + taken + "}";
    }
    Reply meet(const std::string& agenda, const std::string& held_on = "2025-02-28",
               const std::string& form = "party_group") {
        return post("/meetings", R"({"name":"党组会议","chair":"局长（演示）","form":")" + form +
                                     R"(","held_on":")" + held_on + R"(","agenda":[)" + agenda +
                                     R"(],"branches":[{"name":"机关支部","division":"330102",)"
                                     R"("venue":"主会场","expected":10}]})");
    }
    std::string task() {
        const auto decided = post("/documents/" + seed_document() + "/decisions",
                                  R"({"confirm":[{"number":1}],"reject":[]})", "office", "2");
        EXPECT_EQ(decided.status, 200) << decided.body;
        return text_at(decided, "/candidates/0/task");
    }
    void strike_off(const std::string& task) {
        const std::string path = "/tasks/" + task;
        const auto kept = post_file("/api/v1/evidence?name=a.txt", session("clerk"), "已建成");
        post(path + "/assignments", R"({"post":"p-clerk"})", "office", "1");
        post(path + "/reports", R"({"text":"已完成","evidence":[)" + kept.body + "]}", "clerk",
             "2");
        post(path + "/verifications", R"({"text":"看过"})", "inspector", "3");
        const auto struck = post(path + "/strike-offs", R"({"text":"同意"})", "office", "4");
        EXPECT_EQ(text_at(struck, "/row/state"), "struck_off") << struck.body;
    }
    // Conveyed with two measures, the second of which needs no task; stands at version 5.
    struct Planned {
        std::string id;
        std::string meeting;
    };
    Planned planned() {
        const std::string id = pooled();
        const auto held = meet(item(id));
        EXPECT_EQ(held.status, 201) << held.body;
        const std::string meeting = text_at(held, "/entry/id");
        const auto decided = post("/conveyances/" + id + "/measures",
                                  R"({"proposed_by":"副局长（演示）","meeting":")" + meeting +
                                      R"(","measures":[{"text":"开展排查","unit":"养老科"},)"
                                      R"({"text":"组织学习","unit":"综合科"}]})",
                                  "office", "3");
        EXPECT_EQ(text_at(decided, "/row/state"), "decided") << decided.body;
        EXPECT_EQ(post("/conveyances/" + id + "/exemptions", R"({"measure":2,"text":"会上已组织"})",
                       "office", "4")
                      .status,
                  200);
        return {id, meeting};
    }
    std::string answer(const Planned& one) {
        const std::string order = task();
        const auto answered = post("/conveyances/" + one.id + "/tasks",
                                   R"({"measure":1,"task":")" + order + "\"}", "office", "5");
        EXPECT_EQ(text_at(answered, "/row/state"), "broken_down") << answered.body;
        EXPECT_EQ(text_at(answered, "/orders/0/id"), order);
        return order;
    }
    std::string refused(const std::string& path, const std::string& body, const char* login,
                        const std::string& version) {
        return text_at(post(path, body, login, version), "/code");
    }
    void everybody_came(const Planned& one) {
        EXPECT_EQ(post("/meetings/" + one.meeting + "/attendance",
                       R"({"branch":1,"made_up":"no","people":10})")
                      .status,
                  200);
    }
    int papers_ = 0;
};

constexpr const char* it_held = R"({"answer":"yes","text":"抽查三个支部"})";

TEST_F(ConveyancesTest, GoFromReceiptToTheArchive) {
    const Planned one = planned();
    const std::string path = "/conveyances/" + one.id;
    const std::string order = answer(one);
    const auto basis = get("/tasks/" + order + "/sources");
    EXPECT_EQ(text_at(basis, "/sources/1/entry/id"), one.meeting) << "the order cites the meeting";
    EXPECT_EQ(refused(path + "/look-backs", it_held, "inspector", "6"), "E-SRC-031");
    everybody_came(one);
    EXPECT_EQ(refused(path + "/look-backs", it_held, "inspector", "6"), "E-SRC-032");
    strike_off(order);
    const auto open = get(path);
    EXPECT_EQ(at(open, "/row/covered"), "true") << open.body;
    EXPECT_EQ(at(open, "/row/closed"), "1");
    EXPECT_EQ(at(open, "/row/days"), "7");
    EXPECT_EQ(text_at(open, "/row/timeliness"), "in_time");
    EXPECT_EQ(refused(path + "/archivings", R"({"text":"3号"})", "office", "6"), "E-SRC-033");
    auto reply = post(path + "/look-backs", it_held, "inspector", "6");
    EXPECT_EQ(text_at(reply, "/row/state"), "looked_back") << reply.body;
    EXPECT_EQ(at(get(path), "/open"), R"(["convey","archive"])");
    reply = post(path + "/archivings", R"({"text":"2025-党组-3"})", "office", "7");
    EXPECT_EQ(text_at(reply, "/row/state"), "archived") << reply.body;
    EXPECT_EQ(at(reply, "/open"), "[]");
    const auto figures = get("/conveyance-figures?year=2025");
    EXPECT_EQ(at(figures, "/received"), "1") << figures.body;
    EXPECT_EQ(text_at(figures, "/average_days"), "7.0");
    EXPECT_EQ(at(figures, "/measures"), "2");
    EXPECT_EQ(at(figures, "/reach/persons_reached"), "10");
    EXPECT_EQ(text_at(figures, "/sessions/0/label"), "党组会议");
    EXPECT_EQ(text_at(get("/conveyances?figure=archived&year=2025"), "/items/0/id"), one.id);
}

TEST_F(ConveyancesTest, AMeetingConveysWhatItsAgendaTakesFromThePool) {
    const std::string first = pooled();
    const std::string second = pooled("no");
    // What is of the first-topic class stands first, whatever the form says.
    EXPECT_EQ(text_at(meet(item(second) + "," + item(first)), "/code"), "E-SRC-003");
    EXPECT_EQ(text_at(meet(item(first) + "," + item(first)), "/code"), "E-SRC-026");
    EXPECT_EQ(text_at(meet(item(first), "2025-02-19"), "/code"), "E-SRC-025");
    EXPECT_EQ(text_at(meet(item(first), "2025-02-28", "picnic"), "/code"), "E-SRC-035");
    EXPECT_EQ(text_at(meet(item("none")), "/code"), "E-SRC-021");
    EXPECT_EQ(text_at(get("/conveyances/" + first), "/row/state"), "pooled") << "nothing happened";
    const auto held = meet(item(first) + "," + item(second));
    EXPECT_EQ(held.status, 201) << held.body;
    EXPECT_EQ(text_at(held, "/meeting/agenda/0/title"), "重要讲话精神");
    EXPECT_EQ(at(held, "/meeting/agenda/0/first_topic"), "true");
    EXPECT_EQ(text_at(held, "/meeting/form"), "party_group");
    for (const auto& id : {first, second}) {
        const auto one = get("/conveyances/" + id);
        EXPECT_EQ(text_at(one, "/row/state"), "conveyed") << one.body;
        EXPECT_EQ(text_at(one, "/meetings/0/id"), text_at(held, "/entry/id"));
    }
    EXPECT_EQ(text_at(meet(item(receive())), "/code"), "E-SRC-023") << "not in the pool";
}

TEST_F(ConveyancesTest, MeasuresAreDecidedAnsweredOrExempted) {
    const Planned one = planned();
    const std::string path = "/conveyances/" + one.id;
    EXPECT_EQ(refused(path + "/tasks", R"({"measure":1,"task":"none"})", "office", "5"),
              "E-TASK-031");
    const std::string order = answer(one);
    const std::string again = R"({"measure":1,"task":")" + order + "\"}";
    EXPECT_EQ(refused(path + "/tasks", again, "office", "6"), "E-SRC-027");
    EXPECT_EQ(refused(path + "/tasks", R"({"measure":9,"task":")" + order + "\"}", "office", "6"),
              "E-SRC-028");
    EXPECT_EQ(refused(path + "/exemptions", R"({"measure":1,"text":"不用"})", "office", "6"),
              "E-SRC-029");
    const std::string more = R"({"proposed_by":"副局长","measures":[{"text":"t","unit":"u"}],)";
    EXPECT_EQ(refused(path + "/measures", more + R"("meeting":"none"})", "office", "6"),
              "E-SRC-020");
    EXPECT_EQ(
        refused(path + "/measures", more + R"("meeting":")" + one.meeting + "\"}", "office", "2"),
        "E-SRC-022");
    const auto early = meet(item(""), "2025-02-21");
    EXPECT_EQ(refused(path + "/measures",
                      more + R"("meeting":")" + text_at(early, "/entry/id") + "\"}", "office", "6"),
              "E-SRC-037");
    EXPECT_EQ(post(path + "/measures", more + R"("meeting":")" + one.meeting + "\"}", "office", "6")
                  .status,
              200);
    everybody_came(one);
    EXPECT_EQ(refused(path + "/look-backs", it_held, "inspector", "7"), "E-SRC-030");
    const auto gaps =
        post(path + "/look-backs", R"({"answer":"no","text":"一个支部没学"})", "inspector", "7");
    EXPECT_EQ(text_at(gaps, "/row/state"), "decided") << gaps.body;
}

TEST_F(ConveyancesTest, AreWithdrawnByAnotherThanWhoEnteredThem) {
    const std::string id = pooled();
    const std::string path = "/conveyances/" + id;
    EXPECT_EQ(refused(path + "/withdrawals", R"({"text":"重复来文"})", "office", "2"), "E-SRC-034");
    operations::Caller other;
    other.actor = must(desk_->accounts.find_login("office"))->actor;
    other.actor.account = {"another"};
    operations::NoteConveyance order;
    order.conveyance = {id};
    order.seen_version = 2;
    order.text = "重复来文";
    const auto twice = come_in(1, "yes", "2025-02-22");
    EXPECT_EQ(twice.status, 409) << twice.body;
    EXPECT_EQ(text_at(twice, "/code"), "E-SRC-038");
    must(operations::withdraw_conveyance(*desk_, other, order));
    EXPECT_EQ(come_in(1, "yes", "2025-02-22").status, 201) << "what was withdrawn does not count";
    EXPECT_EQ(text_at(get(path), "/row/state"), "withdrawn");
    EXPECT_EQ(at(get("/conveyance-figures"), "/received"), "1");
    EXPECT_EQ(text_at(meet(item(id)), "/code"), "E-SRC-023");
}

TEST_F(ConveyancesTest, StandLateAndAreSeenOnlyWithinTheArea) {
    const std::string late = receive("no", "2025-01-02");
    EXPECT_EQ(text_at(get("/conveyances/" + late), "/row/timeliness"), "late");
    const std::string id = pooled();
    EXPECT_EQ(text_at(get("/conveyances?state=pooled"), "/items/0/id"), id);
    EXPECT_EQ(at(get("/conveyances?state=pooled"), "/items/1"), "nothing");
    EXPECT_EQ(text_at(get("/conveyances?figure=late"), "/items/0/id"), late);
    EXPECT_EQ(get("/conveyances?state=lost").status, 400);
    EXPECT_EQ(get("/conveyances?figure=lost").status, 400);
    EXPECT_EQ(get("/conveyances/" + id, "neighbour").status, 404);
    EXPECT_EQ(at(get("/conveyances", "neighbour"), "/items/0"), "nothing");
    EXPECT_EQ(post("/conveyances", "{}", "clerk").status, 403);
    EXPECT_EQ(refused("/conveyances",
                      R"({"title":"t","from":"f","received_on":"2099-01-01","first_topic":"no"})",
                      "office", ""),
              "E-SRC-002");
    EXPECT_EQ(refused("/conveyances",
                      R"({"title":"t","from":"f","received_on":"2025-01-01","first_topic":"no",)"
                      R"("source_kind":"document","source":"none"})",
                      "office", ""),
              "E-SRC-020");
}

TEST_F(ConveyancesTest, ARepeatedKeyGivesTheFirstAnswer) {
    const std::string office = session("office");
    const std::string body =
        R"({"title":"t","from":"f","received_on":"2025-02-01","first_topic":"no"})";
    const auto send = [&] {
        return post_json("/api/v1/conveyances", office, body, {"Idempotency-Key: one-key-1234"});
    };
    const auto first = send();
    const auto again = send();
    EXPECT_EQ(again.status, 201) << again.body;
    EXPECT_EQ(text_at(again, "/row/id"), text_at(first, "/row/id"));
    EXPECT_EQ(at(get("/conveyances"), "/items/1"), "nothing");
}

}  // namespace
}  // namespace anmin::http
