// Sockets, connections and threads: HTTP/1.1 requests in, an Application's answers out. Start here
// for how the server behaves under load; what it serves is site.h.
//
// One or more I/O threads never block; work that may block runs on worker threads behind a bounded
// queue. A full queue, too much upload memory or too many connections answers 503 with Retry-After.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "http/changes.h"
#include "http/message.h"
#include "result/result.h"

namespace anmin::http {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one, see Server::port()
    std::size_t io_threads = 1;
    std::size_t worker_threads = 16;  // most of them wait for the disk: one sync serves many
    std::size_t queue_limit = 256;    // requests waiting for a worker
    std::size_t connection_limit = 4096;
    std::size_t follower_limit = 1024;  // of them, streams of changes
    std::size_t header_limit = 16U << 10U;
    std::uint64_t body_memory = 512ULL << 20U;       // all bodies being received or worked on
    std::chrono::milliseconds idle_time{60'000};     // between two requests of a connection
    std::chrono::milliseconds head_time{10'000};     // for a whole head to arrive
    std::chrono::milliseconds stall_time{20'000};    // without a byte of a body moving, either way
    std::chrono::milliseconds body_time{600'000};    // for a whole body to arrive
    std::chrono::milliseconds queue_time{10'000};    // a request that waited longer is answered 503
    std::chrono::milliseconds follow_time{600'000};  // then a stream ends; the browser comes back
    std::chrono::milliseconds comment_time{15'000};  // between two signs of life of a stream
    std::chrono::milliseconds linger_time{5'000};  // reading on after a refusal, so that it arrives
    std::chrono::milliseconds grace_time{10'000};  // for answers in flight when stopping
    std::vector<Header> standing_headers;          // on every answer that does not set them itself
};

// How large a body this request may have; Application::answer is called with it.
struct BodyLimit {
    std::uint64_t bytes = 0;
};
using Admission = std::variant<BodyLimit, Response>;

// What became of a request, for the log and the figures.
struct Exchange {
    std::string number;
    std::string method;
    std::string route;  // a pattern or empty; never a path
    int status = 0;
    std::chrono::microseconds took{0};
    std::uint64_t received = 0;  // bytes of the body
    std::uint64_t sent = 0;      // bytes of the answer's body
};

// What is served. Everything is called from several threads at once.
class Application {
public:
    virtual ~Application() = default;
    // On an I/O thread when a head is there: answers from memory, or says how large a body may be.
    virtual Admission admit(const Request& head) = 0;
    // On a worker thread.
    virtual Response answer(const Request& request) = 0;
    // On an I/O thread, after the last byte went out.
    virtual void finished(const Exchange& exchange) = 0;
};

struct ServerFigures {
    std::size_t connections = 0;
    std::size_t followers = 0;
    std::size_t queued = 0;
    std::uint64_t body_bytes = 0;
};

class Server {
public:
    // Listens and serves at once, on threads of its own. `application` and `changes` outlive it.
    // Errors: E-HTTP-001 (port in use), -002 (bad address), -003 (port not permitted).
    static Result<std::unique_ptr<Server>> start(const ServerSettings& settings,
                                                 Application& application, Changes& changes);
    ~Server();  // stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    ServerFigures figures() const;
    // Takes no more connections, closes idle ones, lets answers in flight go out, at most
    // grace_time.
    void stop();

private:
    class Machine;
    explicit Server(std::unique_ptr<Machine> machine);
    std::unique_ptr<Machine> machine_;
};

}  // namespace anmin::http
