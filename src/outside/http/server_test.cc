// The server as its clients meet it, on a real port; what is served is a small application of the
// test's own.
#include "http/server.h"

#include <condition_variable>
#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

#include "http/problem.h"
#include "http/test_client.h"

namespace anmin::http {
namespace {

using std::chrono::milliseconds;

// /echo gives the body back, /wait answers when released, /large gives many bytes, /changes
// follows, /throw throws; anything else is its own path, from memory.
class TestApplication final : public Application {
public:
    Admission admit(const Request& head) override {
        const std::string name = head.path.empty() ? "" : head.path.front();
        if (name == "echo") return BodyLimit{1000};
        if (name == "upload") return BodyLimit{100ULL << 20U};
        if (name == "wait" || name == "large" || name == "changes" || name == "throw")
            return BodyLimit{0};
        Response response;
        response.body = "/" + name;
        return response;
    }
    Response answer(const Request& request) override {
        Response response;
        response.route = "/" + request.path.front();
        if (response.route == "/throw") throw std::runtime_error("as a library might");
        if (response.route == "/wait") wait();
        if (response.route == "/changes") {
            response.body = ChangeStream{0};
        } else if (response.route == "/large") {
            response.body = std::make_shared<const std::string>(20U << 20U, 'x');
        } else if (response.route == "/upload") {
            response.body = std::to_string(request.body.size());
        } else {
            response.body = request.body;
        }
        return response;
    }
    void finished(const Exchange& exchange) override {
        const std::lock_guard lock(guard_);
        exchanges_.push_back(exchange);
    }

    void release() {
        const std::lock_guard lock(guard_);
        released_ = true;
        wake_.notify_all();
    }
    std::size_t waiting() {
        const std::lock_guard lock(guard_);
        return waiting_;
    }
    std::vector<Exchange> exchanges() {
        const std::lock_guard lock(guard_);
        return exchanges_;
    }

private:
    void wait() {
        std::unique_lock lock(guard_);
        ++waiting_;
        wake_.wait(lock, [this] { return released_; });
    }

    std::mutex guard_;
    std::condition_variable wake_;
    bool released_ = false;
    std::size_t waiting_ = 0;
    std::vector<Exchange> exchanges_;
};

class ServerTest : public testing::Test {
protected:
    ServerTest() {
        settings_.port = 0;
        settings_.worker_threads = 2;
    }
    ~ServerTest() override { application_.release(); }

    std::uint16_t start() {
        auto started = Server::start(settings_, application_, changes_);
        EXPECT_TRUE(started.ok());
        server_ = std::move(started).value();
        return server_->port();
    }
    // Until `holds` or ten seconds.
    template <class Condition>
    static bool soon(const Condition& holds) {
        for (int attempt = 0; attempt < 2000 && !holds(); ++attempt) {
            std::this_thread::sleep_for(milliseconds(5));
        }
        return holds();
    }

    ServerSettings settings_;
    TestApplication application_;
    Changes changes_;
    std::unique_ptr<Server> server_;
};

const std::string get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

std::string post(const std::string& path, const std::string& body) {
    return "POST " + path +
           " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

TEST_F(ServerTest, KeepsTheConnectionForTheNextRequest) {
    TestClient client(start());
    EXPECT_EQ(client.request(get).body, "/a");
    EXPECT_EQ(client.request(post("/echo", "text")).body, "text");
    EXPECT_EQ(client.request(get).body, "/a");
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
    TestClient client(start());
    ASSERT_TRUE(client.send(post("/echo", "one") + get + post("/echo", "three")));
    EXPECT_EQ(client.receive().body, "one");
    EXPECT_EQ(client.receive().body, "/a");
    EXPECT_EQ(client.receive().body, "three");
}

TEST_F(ServerTest, ReadsARequestThatComesByteByByte) {
    TestClient client(start());
    for (const char letter : post("/echo", "slow"))
        ASSERT_TRUE(client.send(std::string(1, letter)));
    EXPECT_EQ(client.receive().body, "slow");
}

TEST_F(ServerTest, ReadsChunkedBodies) {
    TestClient client(start());
    const auto reply = client.request(
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
        "chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
    EXPECT_EQ(reply.body, "abcde");
}

TEST_F(ServerTest, ServesOldClients) {
    const auto port = start();
    TestClient closing(port);
    EXPECT_EQ(closing.request("GET /a HTTP/1.0\r\n\r\n").header("connection"), "close");
    EXPECT_TRUE(closing.is_closed());
    TestClient keeping(port);
    const std::string kept = "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    EXPECT_EQ(keeping.request(kept).header("connection"), "keep-alive");
    EXPECT_EQ(keeping.request(kept).body, "/a");
}

TEST_F(ServerTest, GivesHeadTheLengthButNoBody) {
    TestClient client(start());
    const auto reply = client.request("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n", true);
    EXPECT_EQ(reply.header("content-length"), "2");
    EXPECT_EQ(client.request(get).body, "/a");
}

TEST_F(ServerTest, SaysContinueOnlyWhenItWillReadTheBody) {
    const auto port = start();
    TestClient client(port);
    const std::string head =
        "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
    EXPECT_EQ(client.request(head + "4\r\n\r\n").status, 100);
    EXPECT_EQ(client.request("text").body, "text");
    TestClient large(port);
    EXPECT_EQ(large.request(head + "4000\r\n\r\n").status, 413);
}

TEST_F(ServerTest, RefusesMalformedRequests) {
    const auto port = start();
    const std::vector<std::pair<std::string, int>> cases{
        {"\x16\x03\x01 garbage\r\n\r\n", 400},
        {"GET /a HTTP/1.1\r\n\r\n", 400},  // no Host
        {"GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400},
        {"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n", 400},  // not UTF-8
        {"GET /a HTTP/2.0\r\nHost: x\r\n\r\n", 505},
        {"GET /a HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n", 417},
        {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: "
         "chunked\r\n\r\n",
         400},
        {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"GET /a HTTP/1.1\r\nHost: x\r\nX: " + std::string(40000, 'y') + "\r\n\r\n", 431},
    };
    for (const auto& [text, status] : cases) {
        TestClient client(port);
        const auto reply = client.request(text);
        EXPECT_EQ(reply.status, status) << text.substr(0, 60);
        EXPECT_EQ(reply.header("content-type"), "application/problem+json");
        EXPECT_TRUE(client.is_closed());
    }
}

TEST_F(ServerTest, RefusesBodiesAboveTheLimit) {
    const auto port = start();
    TestClient stated(port);
    EXPECT_EQ(stated.request(post("/echo", std::string(1001, 'x'))).status, 413);
    TestClient chunked(port);
    EXPECT_EQ(
        chunked
            .request("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
                     std::string(1001, 'x'))
            .status,
        413);
    TestClient exact(port);
    EXPECT_EQ(exact.request(post("/echo", std::string(1000, 'x'))).body.size(), 1000U);
}

TEST_F(ServerTest, LetsAClientThatStillSendsReadTheRefusal) {
    TestClient client(start());
    // Far more than the sockets buffer: the refusal must not be lost to a reset.
    client.send(post("/echo", std::string(30U << 20U, 'x')));
    EXPECT_EQ(client.receive().status, 413);
}

TEST_F(ServerTest, TakesLargeUploads) {
    TestClient client(start());
    EXPECT_EQ(client.request(post("/upload", std::string(60U << 20U, 'x'))).body, "62914560");
}

TEST_F(ServerTest, BoundsTheMemoryOfAllBodies) {
    settings_.body_memory = 1U << 20U;
    const auto port = start();
    TestClient large(port);
    const auto reply = large.request(post("/upload", std::string(2U << 20U, 'x')));
    EXPECT_EQ(reply.status, 503);
    EXPECT_NE(reply.body.find("E-HTTP-041"), std::string::npos);
    TestClient small(port);
    EXPECT_EQ(small.request(post("/upload", "x")).body, "1");
    EXPECT_TRUE(soon([this] { return server_->figures().body_bytes == 0; }));
}

TEST_F(ServerTest, AnswersOverloadWith503AndKeepsServing) {
    settings_.worker_threads = 1;
    settings_.queue_limit = 2;
    const auto port = start();
    std::vector<std::unique_ptr<TestClient>> waiting;
    const auto wait_too = [&] {
        waiting.push_back(std::make_unique<TestClient>(port));
        waiting.back()->send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    };
    wait_too();
    ASSERT_TRUE(soon([this] { return application_.waiting() == 1; }));
    wait_too();
    wait_too();
    ASSERT_TRUE(soon([this] { return server_->figures().queued == 2; }));
    TestClient refused(port);
    const auto reply = refused.request("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.header("retry-after"), "1");
    EXPECT_NE(reply.body.find("E-HTTP-040"), std::string::npos);
    EXPECT_EQ(refused.request(get).body, "/a")
        << "what needs no worker is still answered, on the same connection";
    application_.release();
    for (auto& client : waiting) EXPECT_EQ(client->receive().status, 200);
    EXPECT_EQ(refused.request("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
}

TEST_F(ServerTest, AnswersWhoWaitedTooLongWithoutDoingTheWork) {
    settings_.worker_threads = 1;
    settings_.queue_time = milliseconds(50);
    const auto port = start();
    TestClient first(port);
    first.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(soon([this] { return application_.waiting() == 1; }));
    TestClient second(port);
    second.send(post("/echo", "x"));
    ASSERT_TRUE(soon([this] { return server_->figures().queued == 1; }));
    std::this_thread::sleep_for(milliseconds(100));
    application_.release();
    EXPECT_NE(second.receive().body.find("E-HTTP-042"), std::string::npos);
}

TEST_F(ServerTest, TurnsAwayConnectionsAboveTheLimit) {
    settings_.connection_limit = 2;
    const auto port = start();
    TestClient first(port);
    TestClient second(port);
    EXPECT_EQ(first.request(get).status, 200);
    EXPECT_EQ(second.request(get).status, 200);
    TestClient third(port);
    EXPECT_EQ(third.receive().status, 503);
    EXPECT_EQ(first.request(get).status, 200);
}

TEST_F(ServerTest, EndsClientsThatAreTooSlow) {
    settings_.head_time = milliseconds(200);
    settings_.stall_time = milliseconds(200);
    settings_.idle_time = milliseconds(200);
    settings_.linger_time = milliseconds(200);
    const auto port = start();
    TestClient head(port);
    head.send("GET /a HT");
    EXPECT_EQ(head.receive().status, 408);
    TestClient body(port);
    body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(body.receive().status, 408);
    TestClient idle(port);
    EXPECT_TRUE(idle.is_closed());
    TestClient reader(port, 4096);
    reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(soon([this] { return server_->figures().connections == 0; }))
        << "who does not read is let go";
}

TEST_F(ServerTest, SendsLargeAnswers) {
    TestClient client(start());
    EXPECT_EQ(client.request("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").body.size(), 20U << 20U);
    EXPECT_EQ(client.request(get).body, "/a");
}

TEST_F(ServerTest, TurnsAnExceptionIntoAnAnswer) {
    TestClient client(start());
    const auto reply = client.request("GET /throw HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(reply.status, 500);
    EXPECT_NE(reply.body.find("E-HTTP-050"), std::string::npos);
    EXPECT_EQ(client.request(get).status, 200);
}

TEST_F(ServerTest, TellsFollowersOfChanges) {
    settings_.comment_time = milliseconds(50);
    changes_.advance(0);
    TestClient client(start());
    client.send("GET /changes HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(client.take_until("retry: 2000\n\n").find("HTTP/1.1 200 OK"), std::string::npos);
    EXPECT_EQ(client.take_until("\n\n"), ": \n\n");
    changes_.advance(7);
    const std::string event = "event: change\nid: 7\ndata: {\"last\":7}\n\n";
    EXPECT_NE(client.take_until(event), "");
    changes_.advance(9);
    EXPECT_NE(client.take_until("data: {\"last\":9}\n\n"), "");
}

TEST_F(ServerTest, LimitsFollowers) {
    settings_.follower_limit = 1;
    const auto port = start();
    TestClient first(port);
    first.send("GET /changes HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(first.take_until("retry"), "");
    TestClient second(port);
    EXPECT_EQ(second.request("GET /changes HTTP/1.1\r\nHost: x\r\n\r\n").status, 503);
}

TEST_F(ServerTest, EndsAStreamAfterItsTime) {
    settings_.follow_time = milliseconds(100);
    settings_.comment_time = milliseconds(30);
    TestClient client(start());
    client.send("GET /changes HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.take_until("never comes"), "");
    EXPECT_TRUE(soon([this] { return server_->figures().followers == 0; }));
}

TEST_F(ServerTest, StopsAfterTheAnswersInFlight) {
    const auto port = start();
    TestClient busy(port);
    busy.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    std::vector<std::unique_ptr<TestClient>> idle;
    for (int number = 0; number < 50; ++number) {
        idle.push_back(std::make_unique<TestClient>(port));
        ASSERT_EQ(idle.back()->request(get).status, 200);
    }
    TestClient follower(port);
    follower.send("GET /changes HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_NE(follower.take_until("retry: 2000\n\n"), "");
    ASSERT_TRUE(soon([this] { return application_.waiting() == 1; }));
    auto stopped = std::async(std::launch::async, [this] { server_->stop(); });
    for (auto& client : idle) EXPECT_TRUE(client->is_closed());
    EXPECT_TRUE(soon([port] { return !TestClient(port).connected(); })) << "no new connections";
    EXPECT_EQ(stopped.wait_for(milliseconds(20)), std::future_status::timeout)
        << "one answer is in flight";
    application_.release();
    const auto reply = busy.receive();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("connection"), "close");
    EXPECT_EQ(stopped.wait_for(std::chrono::seconds(5)), std::future_status::ready);
}

TEST_F(ServerTest, StopsInTimeWhenAClientDoesNot) {
    settings_.grace_time = milliseconds(100);
    const auto port = start();
    TestClient half(port);
    half.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    ASSERT_TRUE(soon([this] { return server_->figures().connections == 1; }));
    auto stopped = std::async(std::launch::async, [this] { server_->stop(); });
    EXPECT_EQ(stopped.wait_for(std::chrono::seconds(5)), std::future_status::ready);
}

TEST_F(ServerTest, SaysThatThePortIsTaken) {
    settings_.port = start();
    const auto second = Server::start(settings_, application_, changes_);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, "E-HTTP-001");
    settings_.address = "no address";
    const auto third = Server::start(settings_, application_, changes_);
    ASSERT_FALSE(third.ok());
    EXPECT_EQ(third.error().code, "E-HTTP-002");
}

TEST_F(ServerTest, ReportsWhatBecameOfEachRequest) {
    settings_.standing_headers = {{"X-Frame", "no"}};
    TestClient client(start());
    const auto reply = client.request(post("/echo", "text"));
    EXPECT_EQ(reply.header("x-frame"), "no");
    EXPECT_TRUE(reply.header("date").ends_with(" GMT"));
    client.request("BAD\r\n\r\n");
    ASSERT_TRUE(soon([this] { return application_.exchanges().size() == 2; }));
    const auto exchanges = application_.exchanges();
    EXPECT_EQ(exchanges[0].route, "/echo");
    EXPECT_EQ(exchanges[0].received, 4U);
    EXPECT_EQ(exchanges[0].sent, 4U);
    EXPECT_EQ(exchanges[1].status, 400);
    EXPECT_NE(exchanges[0].number, exchanges[1].number);
}

TEST_F(ServerTest, ServesFromSeveralThreads) {
    settings_.io_threads = 2;
    settings_.worker_threads = 4;
    const auto port = start();
    std::vector<std::future<int>> clients;
    for (int number = 0; number < 16; ++number) {
        clients.push_back(std::async(std::launch::async, [port] {
            TestClient client(port);
            int well = 0;
            for (int turn = 0; turn < 200; ++turn) {
                const std::string text = "turn " + std::to_string(turn);
                well += client.request(post("/echo", text)).body == text ? 1 : 0;
            }
            return well;
        }));
    }
    for (auto& client : clients) EXPECT_EQ(client.get(), 200);
}

}  // namespace
}  // namespace anmin::http
