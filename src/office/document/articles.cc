#include <algorithm>
#include <map>

#include "document/line_shape.h"
#include "document/steps.h"
#include "document/title.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

// A digest holds some dozens; a file with more is no digest.
constexpr std::size_t most_articles = 1000;

std::size_t stops_between(const std::vector<Line>& lines, std::size_t from, std::size_t to) {
    std::size_t stops = 0;
    for (std::size_t at = from; at < to; ++at) {
        const View view = lines[at].text.view();
        stops += static_cast<std::size_t>(std::count(view.begin(), view.end(), U'。'));
    }
    return stops;
}

bool begins_like_news(View view) {
    return date_at(view, 0).has_value() || view.starts_with(U"近日") || view.starts_with(U"日前") ||
           view.starts_with(U"本报讯");
}

// A title of its own article: marked as a heading, or standing alone between two texts.
bool begins_article(const std::vector<Line>& lines, std::size_t at, const Lexicon& lexicon) {
    const Line& line = lines[at];
    const View view = line.text.view();
    if (line.furniture || line.kind == LineKind::row || at + 1 >= lines.size()) return false;
    if (!looks_like_title(view, lexicon) || enumerator_at(view, 0)) return false;
    if (line.kind == LineKind::heading) return true;
    if (!begins_like_news(lines[at + 1].text.view())) return false;
    if (at == 0) return true;
    const View before = lines[at - 1].text.view();
    static constexpr View closing = U"。）)”！";
    return closing.find(before.back()) != View::npos || line.after_gap;
}

// In a collection, every heading of the articles' level begins one, whatever its words.
void add_equal_headings(const Draft& whole, std::vector<std::size_t>& starts) {
    std::map<int, int> levels;
    for (const std::size_t at : starts) {
        if (whole.lines[at].kind == LineKind::heading) ++levels[whole.lines[at].level];
    }
    int level = 0;
    for (const auto& [own, count] : levels) {
        if (count >= 2) level = own;
    }
    if (level == 0) return;
    std::vector<std::size_t> all;
    for (std::size_t at = 0; at < whole.lines.size(); ++at) {
        const Line& line = whole.lines[at];
        const bool known = std::find(starts.begin(), starts.end(), at) != starts.end();
        const bool equal = line.kind == LineKind::heading && line.level == level &&
                           !line.furniture && line.text.size() >= 6 &&
                           !enumerator_at(line.text.view(), 0);
        if (known || equal) all.push_back(at);
    }
    starts.clear();
    for (std::size_t index = 0; index < all.size(); ++index) {
        const std::size_t end = index + 1 < all.size() ? all[index + 1] : whole.lines.size();
        if (stops_between(whole.lines, all[index], end) >= 1) starts.push_back(all[index]);
    }
}

// Above the first article stands nothing but a heading: the collection's own name.
bool is_collection_name(const std::vector<Line>& lines, std::size_t first) {
    return first > 0 && first <= 3 &&
           std::all_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first),
                       [](const Line& line) {
                           return line.kind == LineKind::heading &&
                                  !has_sentence_mark(line.text.view());
                       });
}

}  // namespace

std::vector<Draft> split_articles(Draft whole, const Lexicon& lexicon) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < whole.lines.size(); ++at) {
        if (begins_article(whole.lines, at, lexicon)) starts.push_back(at);
    }
    // Each must have a text of its own; a heading over nothing but another heading is a
    // collection's name.
    std::vector<std::size_t> kept;
    for (std::size_t index = 0; index < starts.size(); ++index) {
        const std::size_t end = index + 1 < starts.size() ? starts[index + 1] : whole.lines.size();
        if (stops_between(whole.lines, starts[index], end) >= 1) kept.push_back(starts[index]);
    }
    if (kept.size() >= 2) add_equal_headings(whole, kept);
    std::vector<Draft> out;
    if (kept.size() > most_articles) {
        whole.warn("not_split", "文件中的文章过多，未拆分，请拆成几个文件分别上传");
        kept.clear();
    }
    if (kept.size() < 2) {
        out.push_back(std::move(whole));
        return out;
    }
    for (std::size_t index = 0; index < kept.size(); ++index) {
        const bool named = index == 0 && is_collection_name(whole.lines, kept[0]);
        const std::size_t from = index == 0 && !named ? 0 : kept[index];
        const std::size_t end = index + 1 < kept.size() ? kept[index + 1] : whole.lines.size();
        Draft part;
        if (index == 0) {
            part.metadata = whole.metadata;
            part.metadata.title.clear();
            part.repairs = whole.repairs;
            part.warnings = whole.warnings;
        }
        for (std::size_t at = from; at < end; ++at)
            part.lines.push_back(std::move(whole.lines[at]));
        part.note("articles_split", "按标题拆成多篇", 1);
        out.push_back(std::move(part));
    }
    return out;
}

}  // namespace anmin::document
