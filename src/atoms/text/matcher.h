// Finds the words of a list in text: longest word first, in time that hardly grows with the list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anmin::text {

class Matcher {
public:
    struct Hit {
        std::size_t start = 0;
        std::size_t end = 0;
        std::int32_t value = 0;

        bool operator==(const Hit&) const = default;
    };

    Matcher() = default;
    // Words with a value each. Of equal words the first counts; empty words are left out.
    explicit Matcher(const std::vector<std::pair<std::u32string, std::int32_t>>& words);
    // Words without meaning beyond being there (value 0).
    explicit Matcher(const std::vector<std::u32string>& words);

    // The longest word that begins exactly at `at`.
    std::optional<Hit> at(std::u32string_view text, std::size_t at) const;
    // The longest word that ends exactly before `end`.
    std::optional<Hit> before(std::u32string_view text, std::size_t end) const;
    // The first word found, from `from` on.
    std::optional<Hit> first(std::u32string_view text, std::size_t from = 0) const;
    bool contains(std::u32string_view text) const { return first(text).has_value(); }
    // Longest words from left to right, without overlap.
    std::vector<Hit> all(std::u32string_view text) const;
    bool has(std::u32string_view word) const;

    bool empty() const { return store_.empty(); }

private:
    // A word of the flat store; `next` is the character beside the one it is found by.
    struct Entry {
        std::uint32_t offset = 0;
        std::uint32_t size = 0;
        std::int32_t value = 0;
        char32_t next = 0;
    };
    // For each first (or last) character, the words that have it there, longest first. A page table
    // by the high byte of the character keeps the look-up at two array reads.
    class Index {
    public:
        // `words` come with the character they are found by; it is below U+30000.
        void build(std::vector<std::pair<char32_t, Entry>> words);
        std::pair<const Entry*, const Entry*> words_at(char32_t c) const {
            const std::size_t page = c < 0x30000 && !pages_.empty() ? pages_[c >> 8U] : 0U;
            if (page == 0) return {nullptr, nullptr};
            const std::size_t slot = slots_[(page - 1) * 256 + (c & 0xFFU)];
            if (slot == 0) return {nullptr, nullptr};
            return {entries_.data() + starts_[slot - 1], entries_.data() + starts_[slot]};
        }

    private:
        std::vector<std::uint16_t> pages_;   // by c >> 8: number of the page, 0 for none
        std::vector<std::uint16_t> slots_;   // by page and low byte: number of the list, 0 for none
        std::vector<std::uint32_t> starts_;  // of each list in entries_
        std::vector<Entry> entries_;
    };

    std::u32string_view word(const Entry& entry) const {
        return std::u32string_view(store_).substr(entry.offset, entry.size);
    }

    std::u32string store_;  // all words, one behind the other
    Index beginning_;
    Index ending_;
};

}  // namespace anmin::text
