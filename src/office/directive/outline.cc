#include "directive/outline.h"

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

std::vector<Range> lines_of(View text) {
    std::vector<Range> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find(U'\n', at);
        if (end == View::npos) end = text.size();
        if (end > at) out.push_back({at, end});
        at = end + 1;
    }
    return out;
}

bool is_closed(View line) {
    static constexpr View stops = U"。！？；…";
    const char32_t last = line.back();
    if (stops.find(last) != View::npos) return true;
    // …监管。（养老服务科、法规科）
    const std::size_t open = last == U'）' ? line.rfind(U'（') : View::npos;
    if (open != View::npos && open > 0 && stops.find(line[open - 1]) != View::npos) return true;
    return (last == U'”' || last == U'）') && line.size() > 1 &&
           stops.find(line[line.size() - 2]) != View::npos;
}

bool is_aside(View line, const document::Part& part, const Frames& frames) {
    if (part.title && text::encode(line) == *part.title) return true;
    if (part.number && text::encode(line) == *part.number) return true;
    if (document::is_salutation(line) || document::is_date_line(line)) return true;
    if (frames.not_directive_openers.at(line, 0) && document::has_label(line)) return true;
    // A signature: no mark in it, short, the name of an organ.
    const bool unmarked = line.find_first_of(U"，。；：、\t") == View::npos;
    return unmarked && line.size() <= 30 && frames.organ_words.before(line, line.size()) &&
           !document::enumerator_at(line, 0);
}

// A line without a stop that the next line elaborates.
bool is_heading(View line, const document::Enumerator& own, View next, int next_level) {
    if (is_closed(line) || line.size() > 45) return false;
    if (line.back() == U'：') {
        if (own.level > 0) return line.size() <= 30;
        // 办理要求：on a line of its own
        return line.size() <= 10 && next_level > 0 && line.find_first_of(U"，、") == View::npos;
    }
    if (own.level == 0)
        return line.size() <= 20 && line.find_first_of(U"，、") == View::npos && !next.empty();
    if (next.empty()) return false;
    return next_level != own.level || is_closed(next);
}

}  // namespace

std::vector<OutlineLine> outline(View text, const document::Part& part, const Frames& frames) {
    std::vector<OutlineLine> out;
    const std::vector<Range> lines = lines_of(text);
    const auto view = [text, &lines](std::size_t at) {
        return at < lines.size() ? text.substr(lines[at].start, lines[at].end - lines[at].start)
                                 : View();
    };
    for (std::size_t at = 0; at < lines.size(); ++at) {
        OutlineLine line;
        line.range = lines[at];
        const View own = view(at);
        if (const auto mark = document::enumerator_at(own, 0)) {
            line.enumerator = *mark;
            line.enumerator.end += line.range.start;
        }
        const auto next_mark = document::enumerator_at(view(at + 1), 0);
        if (own.find(U'\t') != View::npos) {
            line.role = LineRole::row;
        } else if (is_aside(own, part, frames)) {
            line.role = LineRole::aside;
        } else if (is_heading(own, line.enumerator, view(at + 1),
                              next_mark ? next_mark->level : 0)) {
            line.role = LineRole::heading;
        }
        out.push_back(line);
    }
    return out;
}

}  // namespace anmin::directive
