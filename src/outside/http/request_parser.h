// Bytes of a connection into one Request; the only room for Beast is its .cc. Refuses what
// smugglers use: Content-Length beside Transfer-Encoding, two lengths, encodings other than
// "chunked", bare line feeds.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "http/message.h"
#include "http/refusal.h"

namespace anmin::http {

// Reads one request; make a new one for the next. Errors: E-HTTP-010 to -016.
class RequestParser {
public:
    explicit RequestParser(std::size_t header_limit);
    ~RequestParser();
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    // Gives how many of the bytes it used; hand the others in again, with more behind them. Stops
    // at the end of the head and at the end of the request.
    std::size_t take(std::string_view bytes);

    bool has_head() const;
    bool is_complete() const;
    const std::optional<Refusal>& refusal() const;

    // To be set once the head is there; 413 (E-HTTP-023) above it.
    void set_body_limit(std::uint64_t bytes);
    // As the head states it; nothing when chunked.
    std::optional<std::uint64_t> content_length() const;
    bool expects_continue() const;

    Request& request();

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace anmin::http
