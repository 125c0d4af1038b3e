#include "store/codec.h"

#include <array>

#include "store/codec_rooms.h"

namespace anmin::store {
namespace {

// The rooms that have events, in the order of journal::Event.
constexpr std::array decoders{&decode_document,  &decode_directive, &decode_organisation,
                              &decode_authority, &decode_problem,   &decode_source,
                              &decode_registers};
static_assert(decoders.size() == std::variant_size_v<journal::Event>);

Result<Encoded> encode_room(const document::Event& event) { return encode_document(event); }
Result<Encoded> encode_room(const directive::Event& event) { return encode_directive(event); }
Result<Encoded> encode_room(const organisation::Event& event) { return encode_organisation(event); }
Result<Encoded> encode_room(const authority::Event& event) { return encode_authority(event); }
Result<Encoded> encode_room(const problem::Event& event) { return encode_problem(event); }
Result<Encoded> encode_room(const source::Event& event) { return encode_source(event); }
Result<Encoded> encode_room(const registers::Event& event) { return encode_registers(event); }

}  // namespace

Result<Encoded> encode(const journal::Event& event) {
    return std::visit([](const auto& room) { return encode_room(room); }, event);
}

Result<journal::Event> decode(std::string_view kind, std::int64_t format, std::string_view body,
                              const std::string& place) {
    if (format > body_format) {
        return failure(Refusal::newer_event, place,
                       std::string(kind) + " 格式 " + std::to_string(format) + "，本程序 " +
                           std::to_string(body_format));
    }
    for (const auto decoder : decoders) {
        if (auto decoded = decoder(kind, body, place)) return std::move(*decoded);
    }
    return failure(Refusal::unknown_event, place, std::string(kind));
}

}  // namespace anmin::store
