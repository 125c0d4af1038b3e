// A small blocking client for the tests of this room: sends exactly the bytes it is given.
#pragma once

#include <arpa/inet.h>
#include <charconv>
#include <cstdint>
#include <map>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

#include "http/message.h"

namespace anmin::http {

struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    bool whole = false;  // everything announced has come

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

class TestClient {
public:
    explicit TestClient(std::uint16_t port, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer > 0) {
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        }
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~TestClient() { ::close(socket_); }
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    bool connected() const { return connected_; }

    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    // One answer; status 0 when the connection ended without one.
    Reply receive(bool is_head = false) {
        Reply reply;
        const std::string head = take_until("\r\n\r\n");
        if (head.empty()) return reply;
        read_head(head, reply);
        if (is_head || reply.status == 204 || reply.status == 304 || reply.status == 100) {
            reply.whole = true;
            return reply;
        }
        const std::string length = reply.header("content-length");
        std::size_t wanted = 0;
        std::from_chars(length.data(), length.data() + length.size(), wanted);
        while (received_.size() < wanted && fill()) {
        }
        reply.whole = received_.size() >= wanted;
        reply.body = received_.substr(0, wanted);
        received_.erase(0, wanted);
        return reply;
    }

    // Everything up to and with `mark`; empty when the connection ends or nothing comes for ten
    // seconds.
    std::string take_until(std::string_view mark) {
        std::size_t found = received_.find(mark);
        while (found == std::string::npos && fill()) found = received_.find(mark);
        if (found == std::string::npos) return {};
        std::string taken = received_.substr(0, found + mark.size());
        received_.erase(0, taken.size());
        return taken;
    }

    // Did the other side close, with nothing more to read?
    bool is_closed() { return received_.empty() && !fill() && ended_; }

    Reply request(std::string_view text, bool is_head = false) {
        return send(text) ? receive(is_head) : Reply{};
    }

private:
    bool fill() {
        char bytes[65536];
        const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
        ended_ = count == 0;
        if (count <= 0) return false;
        received_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    static void read_head(std::string_view head, Reply& reply) {
        std::from_chars(head.data() + 9, head.data() + 12, reply.status);
        head.remove_prefix(head.find("\r\n") + 2);
        while (head.size() > 2) {
            const std::string_view line = head.substr(0, head.find("\r\n"));
            const std::size_t colon = line.find(':');
            reply.headers[lower_ascii(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
            head.remove_prefix(line.size() + 2);
        }
    }

    int socket_;
    bool connected_ = false;
    bool ended_ = false;
    std::string received_;
};

}  // namespace anmin::http
