// Connections and their threads. Only connection.cc and server.cc include this: Asio stays with the
// two.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <thread>
#include <unordered_set>

#include "http/request_parser.h"
#include "http/server.h"
#include "http/workers.h"

namespace anmin::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Steady = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable_t<Executor>());
inline constexpr auto never = Steady::time_point::max();
inline constexpr std::size_t piece_size =
    64U << 10U;  // of a large answer: each piece has its own deadline
inline constexpr std::size_t read_size = 64U << 10U;

// What the connections of all loops have in common.
struct Hall {
    const ServerSettings settings;
    Application& application;
    Changes& changes;
    std::unique_ptr<Workers> workers;
    std::string number_prefix;  // other in each run, so that request numbers do not repeat
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> followers{0};
    std::atomic<std::uint64_t> body_bytes{0};
};

// What one body takes from the memory for all bodies; gives it back at its end.
class BodyShare {
public:
    explicit BodyShare(Hall& hall) : hall_(hall) {}
    ~BodyShare() { hall_.body_bytes -= held_; }
    BodyShare(const BodyShare&) = delete;
    BodyShare& operator=(const BodyShare&) = delete;

    bool grow_to(std::uint64_t bytes) {
        if (bytes <= held_) return true;
        const std::uint64_t more = bytes - held_;
        if (hall_.body_bytes.fetch_add(more) + more > hall_.settings.body_memory) {
            hall_.body_bytes -= more;
            return false;
        }
        held_ = bytes;
        return true;
    }

private:
    Hall& hall_;
    std::uint64_t held_ = 0;
};

enum class Phase { idle, reading, working, writing, following };

class Connection;

// One I/O thread with its connections. Everything but post() happens on that thread.
struct Loop {
    explicit Loop(Hall& owner) : hall(owner), sweeper(io) {}

    Hall& hall;
    std::unordered_set<Connection*> open;  // outlives io, which may hold the last connections
    asio::io_context io{1};
    Timer sweeper;
    std::string date;
    std::array<char, read_size> scratch{};  // idle connections hold no buffer
    bool stopping = false;
    Steady::time_point stop_deadline = never;
    std::atomic<bool> wake_posted{false};
    std::thread thread;

    void refresh_date();
    Task<void> sweep();  // ends when stopping and empty
    void wake_followers();
    void begin_stop();
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Loop& loop, Socket socket);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    static Task<void> serve(std::shared_ptr<Connection> self);

    Phase phase() const { return phase_; }
    bool is_over(Steady::time_point now) const { return deadline_ <= now; }
    void wake() { wake_.cancel(); }
    // Whatever it waits for on the socket ends now.
    void expire();
    void close();

private:
    void enter(Phase phase, Steady::time_point deadline) {
        phase_ = phase;
        deadline_ = deadline;
    }
    bool may_stay(const Request& request) const { return request.keep_alive && !loop_.stopping; }

    Task<bool> receive();
    Task<bool> read_head(RequestParser& parser);
    Task<bool> read_body(RequestParser& parser, BodyShare& share, std::uint64_t limit);
    Task<void> work();
    static void run(std::shared_ptr<Connection> self, Steady::time_point offered);
    Task<bool> send(std::string_view bytes);
    Task<bool> exchange();
    Task<bool> respond(bool keep_alive);
    Task<bool> refuse(RequestParser& parser, Refusal refusal);
    Task<void> follow(std::int64_t seen);
    Task<void> leave();
    void finish(std::uint64_t sent);

    Loop& loop_;
    Hall& hall_;
    Socket socket_;
    Timer wake_;
    Phase phase_ = Phase::idle;
    Steady::time_point deadline_ = never;
    Steady::time_point started_;
    bool expired_ = false;
    bool answered_ = false;
    bool has_unread_ = false;  // the peer may still be sending what nobody will read
    std::string remote_;
    std::string pending_;  // received, not yet parsed
    Request request_;
    Response response_;
};

}  // namespace anmin::http
