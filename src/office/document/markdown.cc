#include <algorithm>

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
        if (c == U']' && at + 1 < line.size() && line[at + 1] == U'(') {
            const std::size_t end = line.view().find(U')', at);
            const std::u32string_view inside = end == std::u32string_view::npos
                                                   ? std::u32string_view()
                                                   : line.view().substr(at + 2, end - at - 2);
            if (inside.starts_with(U"http") || inside.starts_with(U"/") ||
                inside.starts_with(U"#")) {
                const std::size_t open = out.view().rfind(U'[');
                if (open != std::u32string_view::npos) {
                    Traced shorter = out.part(0, open);
                    shorter.append(out, open + 1, out.size());
                    out = std::move(shorter);
                }
                at = end + 1;
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
