// What each codec_*.cc gives to codec.cc, and the pieces they have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "store/codec.h"
#include "store/shape.h"

namespace anmin::store {

template <class T>
Result<std::string> text_or_error(const T& value, Fields fields, std::string_view place) {
    auto text = JsonOut::text_of(value, fields);
    if (!text) return failure(Refusal::bad_text, std::string(place));
    return std::move(*text);
}

// What a projection keeps, and back. Older ones hold every field.
template <class T>
Result<std::string> kept_text(const T& value, std::string_view place) {
    return text_or_error(value, Fields::filled, place);
}
template <class T>
Result<T> read_kept(std::string_view text, const std::string& place) {
    return JsonIn::read<T>(text, Fields::filled, place);
}

// Encodes whichever alternative is there; kind_of(Alternative) names it.
template <class Variant>
Result<Encoded> encode_one(const Variant& event) {
    return std::visit(
        [](const auto& one) -> Result<Encoded> {
            const std::string_view kind = kind_of(one);
            return Encoded{kind, body_format, TRY(text_or_error(one, Fields::all, kind))};
        },
        event);
}

// Tries each alternative's kind; nothing when none is meant.
template <class Variant, std::size_t index = 0>
std::optional<Result<journal::Event>> decode_one(std::string_view kind, std::string_view body,
                                                 const std::string& place) {
    if constexpr (index == std::variant_size_v<Variant>) {
        return std::nullopt;
    } else {
        using Alternative = std::variant_alternative_t<index, Variant>;
        if (kind != kind_of(Alternative{}))
            return decode_one<Variant, index + 1>(kind, body, place);
        auto read = JsonIn::read<Alternative>(body, Fields::all, place);
        if (!read.ok()) return Result<journal::Event>(read.error());
        return Result<journal::Event>(journal::Event(Variant(std::move(read).value())));
    }
}

using Decoded = std::optional<Result<journal::Event>>;

Result<Encoded> encode_document(const document::Event& event);
Decoded decode_document(std::string_view kind, std::string_view body, const std::string& place);
Result<Encoded> encode_directive(const directive::Event& event);
Decoded decode_directive(std::string_view kind, std::string_view body, const std::string& place);
Result<Encoded> encode_organisation(const organisation::Event& event);
Decoded decode_organisation(std::string_view kind, std::string_view body, const std::string& place);
Result<Encoded> encode_problem(const problem::Event& event);
Decoded decode_problem(std::string_view kind, std::string_view body, const std::string& place);
Result<Encoded> encode_source(const source::Event& event);
Decoded decode_source(std::string_view kind, std::string_view body, const std::string& place);
Result<Encoded> encode_registers(const registers::Event& event);
Decoded decode_registers(std::string_view kind, std::string_view body, const std::string& place);
Result<Encoded> encode_authority(const authority::Event& event);
Decoded decode_authority(std::string_view kind, std::string_view body, const std::string& place);

}  // namespace anmin::store
