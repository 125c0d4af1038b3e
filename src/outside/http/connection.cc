#include "http/connection.h"

#include "http/problem.h"
#include "http/response_head.h"

// GCC 12 takes the frame allocator of Asio's coroutines for a mismatched pair.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace anmin::http {

Connection::Connection(Loop& loop, Socket socket)
    : loop_(loop), hall_(loop.hall), socket_(std::move(socket)), wake_(loop.io, never) {
    error_code ignored;
    const auto peer = socket_.remote_endpoint(ignored);
    if (!ignored) remote_ = peer.address().to_string(ignored);
    socket_.set_option(tcp::no_delay(true), ignored);
    socket_.non_blocking(true, ignored);
    loop_.open.insert(this);
    ++hall_.connections;
}

Connection::~Connection() {
    loop_.open.erase(this);
    --hall_.connections;
}

Task<void> Connection::serve(std::shared_ptr<Connection> self) {
    bool open = true;
    while (open) open = co_await self->exchange();
    co_await self->leave();
}

void Connection::expire() {
    expired_ = true;
    error_code ignored;
    socket_.cancel(ignored);
}

void Connection::close() {
    error_code ignored;
    socket_.close(ignored);
    expired_ = true;
    wake_.cancel();
}

// Waits for bytes and takes them; false when there will be none.
Task<bool> Connection::receive() {
    const auto [waited] = co_await socket_.async_wait(tcp::socket::wait_read, as_result);
    if (waited || expired_) co_return false;
    error_code error;
    const std::size_t count = socket_.read_some(asio::buffer(loop_.scratch), error);
    if (error == asio::error::would_block || error == asio::error::try_again) co_return true;
    if (error) co_return false;
    pending_.append(loop_.scratch.data(), count);
    co_return true;
}

// False when the connection is to end without an answer.
Task<bool> Connection::read_head(RequestParser& parser) {
    const auto& settings = hall_.settings;
    while (pending_.starts_with("\r\n")) pending_.erase(0, 2);
    started_ = Steady::now();
    enter(Phase::idle, started_ + settings.idle_time);
    for (;;) {
        if (!pending_.empty()) {
            if (phase_ == Phase::idle) {
                started_ = Steady::now();
                enter(Phase::reading, started_ + settings.head_time);
            }
            pending_.erase(0, parser.take(pending_));
            if (parser.has_head() || parser.refusal()) co_return true;
        }
        if (phase_ == Phase::idle && loop_.stopping) co_return false;
        const bool received = co_await receive();
        if (!received) co_return expired_&& phase_ == Phase::reading;
    }
}

// False when the peer is gone. A refusal of the parser, or an expiry, is for the caller to answer.
Task<bool> Connection::read_body(RequestParser& parser, BodyShare& share, std::uint64_t limit) {
    const auto last = started_ + hall_.settings.body_time;
    parser.set_body_limit(limit);
    if (parser.expects_continue() && !parser.is_complete() && pending_.empty()) {
        const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n");
        if (!sent) co_return false;
    }
    while (!parser.is_complete()) {
        if (!pending_.empty()) {
            pending_.erase(0, parser.take(pending_));
            if (parser.refusal()) co_return true;
            if (!share.grow_to(parser.request().body.size())) co_return true;
            if (parser.is_complete()) co_return true;
        }
        enter(Phase::reading, std::min(Steady::now() + hall_.settings.stall_time, last));
        const bool received = co_await receive();
        if (!received) co_return expired_;
    }
    co_return true;
}

Task<bool> Connection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, piece_size);
        bytes.remove_prefix(piece.size());
        deadline_ = Steady::now() + hall_.settings.stall_time;
        const auto [error, count] = co_await asio::async_write(
            socket_, asio::buffer(piece.data(), piece.size()), as_result);
        if (error || expired_ || count != piece.size()) co_return false;
    }
    co_return true;
}

// On a worker thread. The reference travels back, so that the connection ends on its own thread.
void Connection::run(std::shared_ptr<Connection> self, Steady::time_point offered) {
    Connection& here = *self;
    try {
        if (Steady::now() - offered > here.hall_.settings.queue_time) {
            here.response_ = problem(waited_too_long(), here.request_.number);
        } else {
            here.response_ = here.hall_.application.answer(here.request_);
        }
    } catch (const std::exception&) {
        here.response_ = problem(broken(), here.request_.number);
    }
    asio::post(here.loop_.io, [self = std::move(self)] {
        self->answered_ = true;
        self->wake_.cancel();
    });
}

Task<void> Connection::work() {
    answered_ = false;
    enter(Phase::working, never);
    const bool taken = hall_.workers->offer(
        [self = shared_from_this(), now = Steady::now()]() mutable { run(std::move(self), now); });
    if (!taken) {
        response_ = problem(queue_full(), request_.number);
        co_return;
    }
    wake_.expires_at(never);
    while (!answered_) co_await wake_.async_wait(as_result);
}

void Connection::finish(std::uint64_t sent) {
    hall_.application.finished(
        {request_.number, request_.method, response_.route, response_.status,
         std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - started_),
         request_.body.size(), sent});
}

// True when the connection can take another request.
Task<bool> Connection::respond(bool keep_alive) {
    enter(Phase::writing, Steady::now() + hall_.settings.stall_time);
    if (const auto* stream = std::get_if<ChangeStream>(&response_.body)) {
        co_await follow(stream->seen);
        co_return false;
    }
    std::string head = head_of(response_, {hall_.settings.standing_headers, loop_.date, keep_alive,
                                           request_.minor_version == 0});
    std::string_view body = *response_.bytes();
    if (request_.is_head() || is_without_body(response_.status)) body = {};
    const std::size_t sent = body.size();
    const std::string_view together = body.substr(0, piece_size);
    head.append(together);
    body.remove_prefix(together.size());
    bool well = co_await send(head);
    if (well && !body.empty()) well = co_await send(body);
    finish(sent);
    co_return well&& keep_alive;
}

Task<bool> Connection::refuse(RequestParser& parser, Refusal refusal) {
    request_ = std::move(parser.request());
    if (request_.number.empty())
        request_.number = hall_.number_prefix + std::to_string(++hall_.requests);
    response_ = problem(refusal, request_.number);
    expired_ = false;
    has_unread_ = true;
    co_await respond(false);
    co_return false;
}

// One request and its answer; false when it was the last.
Task<bool> Connection::exchange() {
    RequestParser parser(hall_.settings.header_limit);
    request_ = {};
    response_ = {};
    const bool arrived = co_await read_head(parser);
    if (!arrived) co_return false;
    if (expired_) co_return co_await refuse(parser, too_slow());
    if (parser.refusal()) co_return co_await refuse(parser, *parser.refusal());
    Request& head = parser.request();
    head.remote = remote_;
    head.number = hall_.number_prefix + std::to_string(++hall_.requests);

    Admission admission = hall_.application.admit(head);
    if (auto* answer = std::get_if<Response>(&admission)) {
        has_unread_ = !parser.is_complete();
        response_ = std::move(*answer);
        request_ = std::move(head);
        co_return co_await respond(may_stay(request_) && !has_unread_);
    }
    BodyShare share(hall_);
    const std::uint64_t limit = std::get<BodyLimit>(admission).bytes;
    const std::uint64_t length = parser.content_length().value_or(0);
    if (length > limit) co_return co_await refuse(parser, body_too_large(limit));
    if (!share.grow_to(length)) {
        co_return co_await refuse(parser, no_body_memory());
    }
    const bool here = co_await read_body(parser, share, limit);
    if (!here) co_return false;
    if (expired_) co_return co_await refuse(parser, too_slow());
    if (parser.refusal()) co_return co_await refuse(parser, *parser.refusal());
    if (!parser.is_complete()) {
        co_return co_await refuse(parser, no_body_memory());
    }
    request_ = std::move(head);
    co_await work();
    co_return co_await respond(may_stay(request_));
}

Task<void> Connection::follow(std::int64_t seen) {
    if (hall_.followers.fetch_add(1) >= hall_.settings.follower_limit) {
        --hall_.followers;
        response_ = problem(too_many_followers(), request_.number);
        co_await respond(false);
        co_return;
    }
    std::uint64_t sent = 0;
    const auto last = Steady::now() + hall_.settings.follow_time;
    std::string text =
        head_of(response_, {hall_.settings.standing_headers, loop_.date, false, false});
    if (!request_.is_head()) text += "retry: 2000\n\n";
    bool well = co_await send(text);
    while (well && !request_.is_head() && !loop_.stopping && !expired_ && Steady::now() < last) {
        const std::int64_t known = hall_.changes.last();
        if (known != seen) {
            seen = known;
            const std::string number = std::to_string(known);
            text = "event: change\nid: " + number + "\ndata: {\"last\":" + number + "}\n\n";
        } else {
            enter(Phase::following, never);
            wake_.expires_after(hall_.settings.comment_time);
            const auto [woken] = co_await wake_.async_wait(as_result);
            if (woken) continue;  // called, not timed out
            text = ": \n\n";
        }
        phase_ = Phase::writing;
        well = co_await send(text);
        sent += text.size();
    }
    --hall_.followers;
    finish(sent);
}

// Closing with unread bytes would reset the connection and lose the answer on its way: so read on a
// while.
Task<void> Connection::leave() {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    if (ignored || expired_ || !(has_unread_ || !pending_.empty())) co_return;
    enter(Phase::reading, Steady::now() + hall_.settings.linger_time);
    bool more = true;
    while (more) {
        pending_.clear();
        more = co_await receive();
    }
}

void Loop::refresh_date() {
    date = http_date(std::chrono::duration_cast<std::chrono::seconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count());
}

void Loop::wake_followers() {
    wake_posted = false;
    for (Connection* one : open) {
        if (one->phase() == Phase::following) one->wake();
    }
}

void Loop::begin_stop() {
    stopping = true;
    stop_deadline = Steady::now() + hall.settings.grace_time;
    for (Connection* one : open) {
        if (one->phase() == Phase::idle) one->expire();
        if (one->phase() == Phase::following) one->wake();
    }
    sweeper.cancel();
}

// The one clock of all connections.
Task<void> Loop::sweep() {
    constexpr std::chrono::milliseconds usual{100};
    constexpr std::chrono::milliseconds hasty{5};
    while (!stopping || !open.empty()) {
        sweeper.expires_after(stopping ? hasty : usual);
        co_await sweeper.async_wait(as_result);
        refresh_date();
        const auto now = Steady::now();
        for (Connection* one : open) {
            if (now >= stop_deadline) {
                one->close();
            } else if (one->is_over(now)) {
                one->expire();
            }
        }
        if (now >= stop_deadline) break;
    }
    if (!open.empty()) io.stop();  // a worker does not come back: leave its connection behind
}

}  // namespace anmin::http
