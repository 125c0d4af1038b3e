#include "text/traced.h"

#include <algorithm>

#include "text/han.h"

namespace anmin::text {

Traced::Traced(std::u32string first, std::int32_t offset) : characters_(std::move(first)) {
    sources_.resize(characters_.size());
    for (std::size_t at = 0; at < sources_.size(); ++at) {
        const auto place = offset + static_cast<std::int32_t>(at);
        sources_[at] = {place, place + 1};
    }
}

void Traced::pop_back() {
    characters_.pop_back();
    sources_.pop_back();
}

void Traced::append(const Traced& other) { append(other, 0, other.size()); }

void Traced::append(const Traced& other, std::size_t from, std::size_t to) {
    characters_.append(other.characters_, from, to - from);
    sources_.insert(sources_.end(), other.sources_.begin() + static_cast<std::ptrdiff_t>(from),
                    other.sources_.begin() + static_cast<std::ptrdiff_t>(to));
}

void Traced::append_instead(std::u32string_view characters, const Traced& other, std::size_t from,
                            std::size_t to) {
    const bool one_by_one = characters.size() == to - from;
    Source whole;
    if (to > from) {
        whole = {other.sources_[from].start, other.sources_[to - 1].end};
    } else if (from > 0) {
        whole = {other.sources_[from - 1].end, other.sources_[from - 1].end};
    }
    for (std::size_t at = 0; at < characters.size(); ++at) {
        append_from(characters[at], one_by_one ? other.sources_[from + at] : whole);
    }
}

void Traced::append_new(char32_t character, std::int32_t position) {
    append_from(character, {position, position});
}

void Traced::append_from(char32_t character, Source source) {
    characters_.push_back(character);
    sources_.push_back(source);
}

Traced Traced::part(std::size_t from, std::size_t to) const {
    Traced out;
    out.append(*this, from, std::max(from, to));
    return out;
}

Traced Traced::trimmed() const {
    std::size_t from = 0;
    std::size_t to = size();
    while (from < to && is_blank(characters_[from])) ++from;
    while (to > from && is_blank(characters_[to - 1])) --to;
    return part(from, to);
}

void Traced::reserve(std::size_t size) {
    characters_.reserve(size);
    sources_.reserve(size);
}

}  // namespace anmin::text
