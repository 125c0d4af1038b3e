#include "http/server.h"

#include "http/connection.h"
#include "http/problem.h"
#include "http/response_head.h"

namespace anmin::http {
namespace {

// Base 36 of the seconds since 1970: short, and greater in each run.
std::string new_prefix() {
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    auto rest = std::chrono::duration_cast<std::chrono::seconds>(
                    std::chrono::system_clock::now().time_since_epoch())
                    .count();
    std::string prefix;
    for (; rest > 0; rest /= 36)
        prefix.insert(prefix.begin(), digits[static_cast<std::size_t>(rest % 36)]);
    return prefix + "-";
}

Error cannot_listen(const error_code& error, const ServerSettings& settings) {
    const std::string place = settings.address + " 端口 " + std::to_string(settings.port);
    if (error == asio::error::address_in_use) {
        return {Fault::unavailable,
                "E-HTTP-001",
                place,
                "端口已被别的程序占用",
                "空闲的端口",
                "换一个端口（--port），或停止占用它的程序（ss -ltnp 可查）"};
    }
    if (error == asio::error::access_denied) {
        return {Fault::denied,
                "E-HTTP-003",
                place,
                "没有权限使用这个端口",
                "1024 以上的端口",
                "换用 1024 以上的端口，由反向代理转发 80 或 443"};
    }
    return {Fault::invalid,
            "E-HTTP-002",
            place,
            "不能在这个地址上监听：" + error.message(),
            "本机的一个 IP 地址，如 127.0.0.1 或 0.0.0.0",
            "检查监听地址（--address）"};
}

}  // namespace

class Server::Machine {
public:
    Machine(const ServerSettings& settings, Application& application, Changes& changes)
        : hall_{settings, application, changes, nullptr, new_prefix()} {
        for (std::size_t loop = 0; loop < std::max<std::size_t>(settings.io_threads, 1); ++loop) {
            loops_.push_back(std::make_unique<Loop>(hall_));
        }
        acceptor_.emplace(loops_.front()->io);
    }
    ~Machine() { stop(); }

    Result<void> listen();
    void run();
    void stop();
    std::uint16_t port() const { return port_; }
    ServerFigures figures() const {
        return {hall_.connections, hall_.followers, hall_.workers ? hall_.workers->queued() : 0,
                hall_.body_bytes};
    }

private:
    Task<void> accept();
    void welcome(Loop& loop, Socket socket);
    void turn_away(Socket socket) const;

    Hall hall_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::optional<Acceptor> acceptor_;
    std::uint16_t port_ = 0;
    std::size_t next_loop_ = 0;
};

Result<void> Server::Machine::listen() {
    const auto& settings = hall_.settings;
    error_code error;
    const std::string& name = settings.address;
    const auto address = asio::ip::make_address(name == "localhost" ? "127.0.0.1" : name, error);
    if (error) return cannot_listen(error, settings);
    const tcp::endpoint endpoint(address, settings.port);
    acceptor_->open(endpoint.protocol(), error);
    if (!error) acceptor_->set_option(Acceptor::reuse_address(true), error);
    if (!error) acceptor_->bind(endpoint, error);
    if (!error) acceptor_->listen(asio::socket_base::max_listen_connections, error);
    if (error) return cannot_listen(error, settings);
    port_ = acceptor_->local_endpoint(error).port();
    return {};
}

void Server::Machine::run() {
    hall_.workers = std::make_unique<Workers>(
        std::max<std::size_t>(hall_.settings.worker_threads, 1), hall_.settings.queue_limit);
    for (const auto& owned : loops_) {
        Loop& loop = *owned;
        hall_.changes.listen([&loop] {
            if (!loop.wake_posted.exchange(true))
                asio::post(loop.io, [&loop] { loop.wake_followers(); });
        });
        loop.refresh_date();
        asio::co_spawn(loop.io, loop.sweep(), [](const std::exception_ptr&) {});
    }
    asio::co_spawn(loops_.front()->io, accept(), [](const std::exception_ptr&) {});
    for (const auto& loop : loops_) {
        loop->thread = std::thread([&io = loop->io] { io.run(); });
    }
}

Task<void> Server::Machine::accept() {
    Loop& own = *loops_.front();
    Timer pause(own.io);
    while (!own.stopping) {
        Loop& loop = *loops_[next_loop_++ % loops_.size()];
        auto [error, socket] = co_await acceptor_->async_accept(loop.io, as_result);
        if (error && !own.stopping) {
            // Out of descriptors, or the peer is gone already: take breath instead of spinning.
            pause.expires_after(std::chrono::milliseconds(50));
            co_await pause.async_wait(as_result);
        } else if (!error && hall_.connections >= hall_.settings.connection_limit) {
            turn_away(std::move(socket));
        } else if (!error) {
            welcome(loop, std::move(socket));
        }
    }
}

void Server::Machine::welcome(Loop& loop, Socket socket) {
    asio::post(loop.io, [&loop, socket = std::move(socket)]() mutable {
        if (loop.stopping) return;
        auto connection = std::make_shared<Connection>(loop, std::move(socket));
        asio::co_spawn(loop.io, Connection::serve(std::move(connection)),
                       [](const std::exception_ptr&) {});
    });
}

// Says 503 without waiting for a request; fits the send buffer of a fresh socket.
void Server::Machine::turn_away(Socket socket) const {
    Response response = problem(too_many_connections(), "");
    const std::string& date = loops_.front()->date;
    const std::string text =
        head_of(response, {hall_.settings.standing_headers, date, false, false}) +
        std::string(*response.bytes());
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(text), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Server::Machine::stop() {
    if (!hall_.workers) return;
    for (const auto& owned : loops_) {
        asio::post(owned->io, [this, &loop = *owned] {
            loop.begin_stop();
            error_code ignored;
            if (&loop == loops_.front().get()) acceptor_->close(ignored);
        });
    }
    for (const auto& loop : loops_) loop->thread.join();
    hall_.changes.forget_listeners();
    hall_.workers.reset();
}

Server::Server(std::unique_ptr<Machine> machine) : machine_(std::move(machine)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings,
                                              Application& application, Changes& changes) {
    auto machine = std::make_unique<Machine>(settings, application, changes);
    TRY(machine->listen());
    machine->run();
    return std::unique_ptr<Server>(new Server(std::move(machine)));
}

std::uint16_t Server::port() const { return machine_->port(); }
ServerFigures Server::figures() const { return machine_->figures(); }
void Server::stop() { machine_->stop(); }

}  // namespace anmin::http
