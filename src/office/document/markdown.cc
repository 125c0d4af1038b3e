#include <algorithm>
#include <optional>
#include <utility>

#include "document/container.h"
#include "document/table.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using text::Traced;

// |---|:--:|
bool is_rule(std::u32string_view line) {
    return line.size() >= 3 && line.find(U'-') != std::u32string_view::npos &&
           line.find_first_not_of(U"-|: \t=*_") == std::u32string_view::npos;
}

// a.jpg, index.html, docs/notice.pdf
bool is_file_name(std::u32string_view address) {
    const bool plain =
        !address.empty() && address.size() < 200 &&
        std::all_of(
            address.begin(), address.end(), [](char32_t c) { return c > 0x20 && c < 0x7F; });
    const std::size_t dot = address.rfind(U'.');
    return plain && dot != std::u32string_view::npos && dot > 0 && address.size() - dot <= 6;
}

// [text](address): where the text lies. Nothing when the brackets are meant as brackets.
std::optional<std::pair<std::size_t, std::size_t>> link_at(std::u32string_view line,
                                                           std::size_t at) {
    const std::size_t length = line.substr(at, 200).find(U"](");
    if (length == std::u32string_view::npos) return std::nullopt;
    const std::size_t close = at + length;
    const std::u32string_view address = line.substr(close + 2, 1000);
    const bool known = address.starts_with(U"http") || address.starts_with(U"/") ||
                       address.starts_with(U"#") ||
                       is_file_name(address.substr(0, address.find(U')')));
    if (!known || address.find(U')') == std::u32string_view::npos) return std::nullopt;
    return std::pair(at + 1, close);
}

// Leaves out ** and ` and the address of [text](address).
Traced without_marks(const Traced& line) {
    Traced out;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = line[at];
        if (c == U'*') {
            std::size_t stars = at;
            while (stars < line.size() && line[stars] == U'*') ++stars;
            // Two stars are a mark; three or more stand for something masked.
            if (stars - at != 2) out.append(line, at, stars);
            at = stars;
            continue;
        }
        if (c == U'`') {
            ++at;
            continue;
        }
        if (c == U'!' && at + 1 < line.size() && line[at + 1] == U'[') {
            if (link_at(line.view(), at + 1)) {
                at = line.view().find(U')', at) + 1;  // a picture
                continue;
            }
        }
        if (c == U'[') {
            if (const auto link = link_at(line.view(), at)) {
                out.append(line, link->first, link->second);
                at = line.view().find(U')', link->second) + 1;
                continue;
            }
        }
        out.append(line, at, at + 1);
        ++at;
    }
    return out;
}

}  // namespace

Draft read_markdown(const Traced& text, const Lexicon& /*lexicon*/) {
    Draft draft;
    std::int64_t marks = 0;
    for (Line& line : split_lines(text)) {
        const std::u32string_view view = line.text.view();
        if (is_rule(view)) {
            ++marks;
            continue;
        }
        const std::size_t hashes = std::min(view.find_first_not_of(U'#'), view.size());
        if (hashes > 0 && hashes < 7 && hashes < view.size()) {
            line.kind = LineKind::heading;
            line.level = static_cast<int>(hashes);
            line.block = true;
            line.text = line.text.part(hashes, line.text.size()).trimmed();
            ++marks;
        } else if (view.size() > 2 &&
                   (view[0] == U'>' || view[0] == U'-' || view[0] == U'*' || view[0] == U'+') &&
                   view[1] == U' ') {
            line.text = line.text.part(2, line.text.size()).trimmed();
            ++marks;
        } else if (view.front() == U'|' && std::count(view.begin(), view.end(), U'|') >= 2) {
            line.text = cells_at_bars(line.text);
            line.kind = LineKind::row;
            line.block = true;
            ++marks;
        }
        const std::size_t before = line.text.size();
        line.text = without_marks(line.text);
        marks += before != line.text.size();
        if (!line.text.empty()) draft.lines.push_back(std::move(line));
    }
    draft.note("markup_removed", "去除标记符号", marks);
    return draft;
}

}  // namespace anmin::document
