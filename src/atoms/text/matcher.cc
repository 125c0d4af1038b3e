#include "text/matcher.h"

#include <algorithm>
#include <set>

namespace anmin::text {
namespace {

// Behind every character: where words of one character stand among those of their beginning.
constexpr char32_t alone = 0x7FFFFFFF;

}  // namespace

Matcher::Matcher(const std::vector<std::u32string>& words) {
    std::vector<std::pair<std::u32string, std::int32_t>> valued;
    valued.reserve(words.size());
    for (const auto& word : words) valued.emplace_back(word, 0);
    *this = Matcher(valued);
}

Matcher::Matcher(const std::vector<std::pair<std::u32string, std::int32_t>>& words) {
    std::set<std::u32string_view> seen;
    std::vector<std::pair<char32_t, Entry>> by_first;
    std::vector<std::pair<char32_t, Entry>> by_last;
    for (const auto& [word, value] : words) {
        if (word.empty() || word.front() >= 0x30000 || word.back() >= 0x30000) continue;
        if (!seen.insert(word).second) continue;
        const auto offset = static_cast<std::uint32_t>(store_.size());
        const auto size = static_cast<std::uint32_t>(word.size());
        store_ += word;
        by_first.emplace_back(word.front(), Entry{offset, size, value, size > 1 ? word[1] : alone});
        by_last.emplace_back(word.back(),
                             Entry{offset, size, value, size > 1 ? word[size - 2] : alone});
    }
    beginning_.build(std::move(by_first));
    ending_.build(std::move(by_last));
}

void Matcher::Index::build(std::vector<std::pair<char32_t, Entry>> words) {
    std::stable_sort(words.begin(), words.end(), [](const auto& left, const auto& right) {
        if (left.first != right.first) return left.first < right.first;
        if (left.second.next != right.second.next) return left.second.next < right.second.next;
        return left.second.size > right.second.size;
    });
    pages_.assign(0x300, 0);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char32_t c = words[at].first;
        entries_.push_back(words[at].second);
        if (at > 0 && words[at - 1].first == c) continue;
        std::uint16_t& page = pages_[c >> 8U];
        if (page == 0) {
            slots_.resize(slots_.size() + 256, 0);
            page = static_cast<std::uint16_t>(slots_.size() / 256);
        }
        starts_.push_back(static_cast<std::uint32_t>(at));
        slots_[(page - 1U) * 256U + (c & 0xFFU)] = static_cast<std::uint16_t>(starts_.size());
    }
    starts_.push_back(static_cast<std::uint32_t>(words.size()));
}

// INVARIANT: words of one beginning lie by the character beside it, the longer first, those of one
// character last; so the first that fits is the longest.
std::optional<Matcher::Hit> Matcher::at(std::u32string_view text, std::size_t at) const {
    if (at >= text.size()) return std::nullopt;
    const auto [begin, end] = beginning_.words_at(text[at]);
    if (begin == end) return std::nullopt;
    if (at + 1 < text.size()) {
        const char32_t second = text[at + 1];
        const Entry* next = std::lower_bound(
            begin, end, second, [](const Entry& entry, char32_t c) { return entry.next < c; });
        for (; next != end && next->next == second; ++next) {
            if (text.substr(at, next->size) == word(*next))
                return Hit{at, at + next->size, next->value};
        }
    }
    const Entry& last = *(end - 1);
    if (last.size == 1) return Hit{at, at + 1, last.value};
    return std::nullopt;
}

std::optional<Matcher::Hit> Matcher::before(std::u32string_view text, std::size_t end) const {
    if (end == 0 || end > text.size()) return std::nullopt;
    const auto [begin, last] = ending_.words_at(text[end - 1]);
    if (begin == last) return std::nullopt;
    if (end > 1) {
        const char32_t second = text[end - 2];
        const Entry* next = std::lower_bound(
            begin, last, second, [](const Entry& entry, char32_t c) { return entry.next < c; });
        for (; next != last && next->next == second; ++next) {
            if (next->size <= end && text.substr(end - next->size, next->size) == word(*next))
                return Hit{end - next->size, end, next->value};
        }
    }
    const Entry& shortest = *(last - 1);
    if (shortest.size == 1) return Hit{end - 1, end, shortest.value};
    return std::nullopt;
}

std::optional<Matcher::Hit> Matcher::first(std::u32string_view text, std::size_t from) const {
    for (std::size_t place = from; place < text.size(); ++place) {
        if (auto hit = at(text, place)) return hit;
    }
    return std::nullopt;
}

std::vector<Matcher::Hit> Matcher::all(std::u32string_view text) const {
    std::vector<Hit> hits;
    for (std::size_t place = 0; place < text.size();) {
        const auto hit = at(text, place);
        if (hit) hits.push_back(*hit);
        place = hit ? hit->end : place + 1;
    }
    return hits;
}

bool Matcher::has(std::u32string_view word) const {
    const auto hit = at(word, 0);
    return hit && hit->end == word.size();
}

}  // namespace anmin::text
