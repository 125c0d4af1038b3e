// Text whose every character remembers where it came from.
//
// Repairs build a new Traced from an old one: keep, replace, leave out, put in. Through any number
// of steps each character still points at its stretch of the first text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anmin::text {

// Where one character came from: [start, end) of the first text; start == end when it was put in
// there.
struct Source {
    std::int32_t start = 0;
    std::int32_t end = 0;

    bool operator==(const Source&) const = default;
};

class Traced {
public:
    Traced() = default;
    // The first text: every character comes from itself. `offset` is the place of its first
    // character.
    explicit Traced(std::u32string first, std::int32_t offset = 0);

    std::u32string_view view() const { return characters_; }
    const std::u32string& characters() const { return characters_; }
    const std::vector<Source>& sources() const { return sources_; }
    std::size_t size() const { return characters_.size(); }
    bool empty() const { return characters_.empty(); }
    char32_t operator[](std::size_t at) const { return characters_[at]; }

    // Changes one character in place; it still comes from the same stretch.
    void set(std::size_t at, char32_t character) { characters_[at] = character; }

    void pop_back();                   // INVARIANT: there is a last character
    void append(const Traced& other);  // all of it
    void append(const Traced& other, std::size_t from, std::size_t to);  // [from, to)
    // `characters` stand for [from, to) of `other`; one by one when the lengths agree.
    void append_instead(std::u32string_view characters, const Traced& other, std::size_t from,
                        std::size_t to);
    // A character that stands in no place of the first text.
    void append_new(char32_t character, std::int32_t position);
    void append_from(char32_t character, Source source);

    Traced part(std::size_t from, std::size_t to) const;
    // Leaves out blanks at both ends.
    Traced trimmed() const;
    void reserve(std::size_t size);
    // Place in the first text just behind the last character; 0 when empty.
    std::int32_t end_position() const { return sources_.empty() ? 0 : sources_.back().end; }

private:
    std::u32string characters_;
    std::vector<Source> sources_;
};

}  // namespace anmin::text
