// The hash chain of the log (SM3, GB/T 32905). Start here to check the log by other means:
//
//   field(x)      8 bytes of length, most significant first, then the bytes; numbers as digits
//   event bytes   the fields of EventText below, in their order
//   stream_hash   SM3(that of the event before in the stream, or 32 zero bytes; event bytes)
//   hash          SM3(that of the event before in the log, or zero bytes; stream_hash; field(seq))
//
// So an event cannot be changed, left out or moved, in its stream or in the log, without a hash not
// fitting.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace anmin::store {

using Hash = std::array<char, 32>;
inline std::string_view view(const Hash& hash) { return {hash.data(), hash.size()}; }

// SM3 over what is added; one use each.
class Sm3 {
public:
    Sm3();
    Sm3(const Sm3&) = delete;
    Sm3& operator=(const Sm3&) = delete;
    ~Sm3();

    Sm3& add(std::string_view bytes);
    Sm3& field(std::string_view bytes);
    Sm3& field(std::int64_t number);
    Hash finish();

private:
    void* context_;
};

std::string hexadecimal(std::string_view bytes);

// What DivisionsImported calls its rows by: SM3 over "code TAB name LF" of each, in the order of
// the codes; one use each.
class DivisionDigest {
public:
    void add(std::string_view code, std::string_view name) {
        sum_.add(code).add("\t").add(name).add("\n");
    }
    std::string finish() { return hexadecimal(view(sum_.finish())); }

private:
    Sm3 sum_;
};

// What an event's row says, apart from its place in the log and its hashes.
struct EventText {
    std::string_view stream;
    std::int64_t stream_version = 0;  // from 1
    std::string_view kind;
    std::int64_t at = 0;  // milliseconds
    std::string_view account;
    std::string_view actor_name;
    std::string_view post_title;
    std::string_view division;
    std::int64_t format = 0;
    std::string_view body;
};

Hash stream_hash(const Hash& before, const EventText& event);
Hash log_hash(const Hash& before, const Hash& stream_hash, std::int64_t seq);

}  // namespace anmin::store
