#include <algorithm>
#include <array>
#include <utility>

#include "document/container.h"
#include "document/markup.h"
#include "document/table.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using text::Traced;

template <std::size_t size>
bool one_of(std::u32string_view name, const std::array<std::u32string_view, size>& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

constexpr std::array<std::u32string_view, 14> silent = {
    U"script", U"style", U"noscript", U"template", U"select", U"textarea", U"iframe",
    U"object", U"svg",   U"canvas",   U"button",   U"map",    U"audio",    U"video"};
constexpr std::array<std::u32string_view, 4> furniture_elements = {U"nav", U"footer", U"aside",
                                                                   U"form"};
constexpr std::array<std::u32string_view, 14> void_elements = {
    U"br",   U"img", U"hr",    U"meta",  U"link",   U"input", U"area",
    U"base", U"col", U"embed", U"param", U"source", U"track", U"wbr"};
constexpr std::array<std::u32string_view, 34> blocks = {
    U"p",    U"div",  U"h1",     U"h2",      U"h3",      U"h4",     U"h5",         U"h6",  U"ul",
    U"ol",   U"li",   U"table",  U"tbody",   U"thead",   U"tfoot",  U"tr",         U"td",  U"th",
    U"dl",   U"dt",   U"dd",     U"section", U"article", U"header", U"blockquote", U"pre", U"hr",
    U"body", U"html", U"center", U"main",    U"figure",  U"form",   U"caption"};

// How many open elements are kept; deeper nesting is read as text without structure.
constexpr std::size_t deepest = 2000;

struct Open {
    std::u32string name;
    bool silent = false;
    bool furniture = false;
    bool header = false;  // <header>: furniture but for the headings in it
};

// The cells of a table row under way: where in the list of lines each one begins.
struct Row {
    std::size_t depth = 0;  // of its <tr> among the open elements
    std::vector<std::size_t> cells;
    std::size_t column = 0;  // of the next cell
};

// Cells that reach down into the rows below: how many rows more, by column.
using Reaching = std::vector<int>;

class Reader {
public:
    Reader(const Traced& text, const Lexicon& lexicon) : in_(text), lexicon_(lexicon) {}

    Draft run() {
        for (at_ = 0; at_ < in_.size();) {
            const char32_t c = in_[at_];
            if (c == U'<') {
                if (auto tag = tag_at(in_.view(), at_)) {
                    take(*tag);
                    continue;
                }
            }
            if (c == U'&') {
                if (const auto entity = entity_at(in_.view(), at_)) {
                    add(entity->character, entity->end);
                    ++entities_;
                    continue;
                }
            }
            add(c, at_ + 1);
        }
        flush(true);
        finish();
        return std::move(draft_);
    }

private:
    void add(char32_t c, std::size_t end) {
        if (title_open_) {
            if (draft_.metadata.title.size() < 300) draft_.metadata.title.push_back(c);
        } else if (silent_ == 0) {
            if (c == U'\n' || c == U'\r' || c == U'\t') c = U' ';
            const bool repeated = c == U' ' && !line_.empty() && line_[line_.size() - 1] == U' ';
            if (!repeated) line_.append_instead(std::u32string_view(&c, 1), in_, at_, end);
            if (links_ > 0 && !text::is_blank(c)) ++linked_;
        }
        at_ = end;
    }

    void take(const Tag& tag) {
        at_ = tag.end;
        if (tag.name == U"!") return;
        ++tags_;
        if (!tag.closing && (tag.name == U"script" || tag.name == U"style")) {
            skip_raw(tag.name);
            return;
        }
        if (tag.name == U"title" && silent_ == 0) {
            title_open_ = !tag.closing;
            return;
        }
        if (tag.name == U"body") title_open_ = false;
        if (tag.name == U"meta") return take_meta(tag);
        if (tag.name == U"br") return flush(false);
        const bool is_block = one_of(tag.name, blocks);
        if (is_block) flush(true);
        if (tag.closing) {
            close(tag.name);
        } else if (!tag.empty && !one_of(tag.name, void_elements)) {
            open(tag);
        }
    }

    // Raw text elements end only at their own closing tag.
    void skip_raw(std::u32string_view name) {
        for (std::size_t place = in_.view().find(U"</", at_); place != std::u32string_view::npos;
             place = in_.view().find(U"</", place + 2)) {
            std::u32string own(in_.view().substr(place + 2, name.size()));
            for (char32_t& c : own) c = c >= U'A' && c <= U'Z' ? c + 32 : c;
            const std::size_t end =
                own == name ? in_.view().find(U'>', place) : std::u32string_view::npos;
            if (end == std::u32string_view::npos) continue;
            at_ = end + 1;
            return;
        }
        at_ = in_.size();
    }

    void take_meta(const Tag& tag) {
        const std::u32string_view name = tag.attribute(U"name");
        const std::u32string_view content = tag.attribute(U"content");
        if (name == U"ArticleTitle" && draft_.metadata.title.empty()) article_title_ = content;
        if (name == U"PubDate" || name == U"pubdate") draft_.metadata.published = content;
        if (name == U"ContentSource") draft_.metadata.source = content;
    }

    bool is_furniture(const Tag& tag) const {
        if (one_of(tag.name, furniture_elements)) return true;
        for (const auto key : {U"class", U"id"}) {
            std::u32string word;
            const std::u32string value = std::u32string(tag.attribute(key)) + U" ";
            for (const char32_t c : value) {
                if (c != U' ') {
                    word.push_back(c >= U'A' && c <= U'Z' ? c + 32 : c);
                    continue;
                }
                if (lexicon_.boilerplate.element_names.has(word) || has_part(word)) return true;
                word.clear();
            }
        }
        return false;
    }

    // article-foot, news_share: a name of parts, one of which says it.
    bool has_part(const std::u32string& word) const {
        std::size_t from = 0;
        for (std::size_t at = 0; at <= word.size(); ++at) {
            if (at < word.size() && word[at] != U'-' && word[at] != U'_') continue;
            const bool whole = from == 0 && at == word.size();
            if (!whole && lexicon_.boilerplate.element_parts.has(word.substr(from, at - from)))
                return true;
            from = at + 1;
        }
        return false;
    }

    static bool is_hidden(const Tag& tag) {
        std::u32string style(tag.attribute(U"style"));
        style.erase(std::remove(style.begin(), style.end(), U' '), style.end());
        if (style.find(U"display:none") != std::u32string::npos ||
            style.find(U"visibility:hidden") != std::u32string::npos) {
            return true;
        }
        return std::any_of(tag.attributes.begin(), tag.attributes.end(),
                           [](const auto& attribute) { return attribute.first == U"hidden"; });
    }

    void open(const Tag& tag) {
        if (open_.size() >= deepest) return;
        Open element{tag.name, one_of(tag.name, silent) || is_hidden(tag), is_furniture(tag),
                     tag.name == U"header"};
        silent_ += element.silent;
        furniture_ += element.furniture;
        headers_ += element.header;
        if (tag.name == U"a") ++links_;
        if (tag.name.size() == 2 && tag.name[0] == U'h' && text::is_digit(tag.name[1])) {
            heading_ = static_cast<int>(tag.name[1] - U'0');
        }
        if (tag.name == U"table" && rows_.empty()) reaching_.clear();
        if (tag.name == U"tr") rows_.push_back({open_.size(), {}});
        if ((tag.name == U"td" || tag.name == U"th") && !rows_.empty()) {
            add_cell(tag);
        }
        open_.push_back(std::move(element));
    }

    static int span(std::u32string_view value) {
        int number = 0;
        for (const char32_t c : value.substr(0, 3)) {
            if (text::is_digit(c)) number = number * 10 + static_cast<int>(c - U'0');
        }
        return std::max(number, 1);
    }

    // Under a cell that reaches down, an empty one keeps the columns in step.
    void skip_reached(Row& row) {
        while (row.column < reaching_.size() && reaching_[row.column] > 0) {
            --reaching_[row.column++];
            row.cells.push_back(draft_.lines.size());
        }
    }

    void add_cell(const Tag& tag) {
        Row& row = rows_.back();
        if (rows_.size() == 1) skip_reached(row);
        row.cells.push_back(draft_.lines.size());
        if (rows_.size() > 1) return;
        const int down = span(tag.attribute(U"rowspan"));
        for (int across = span(tag.attribute(U"colspan")); across > 0 && row.column < 60;
             --across) {
            if (reaching_.size() <= row.column) reaching_.resize(row.column + 1, 0);
            reaching_[row.column++] = std::min(down - 1, 500);
        }
    }

    void close(std::u32string_view name) {
        const std::size_t reach = open_.size() > 64 ? open_.size() - 64 : 0;
        for (std::size_t at = open_.size(); at > reach; --at) {
            if (open_[at - 1].name != name) continue;
            while (open_.size() >= at) pop();
            return;
        }
    }

    void pop() {
        const Open& element = open_.back();
        silent_ -= element.silent;
        furniture_ -= element.furniture;
        headers_ -= element.header;
        if (element.name == U"a") --links_;
        if (element.name.size() == 2 && element.name[0] == U'h') heading_ = 0;
        if (element.name == U"tr" && !rows_.empty() && rows_.back().depth == open_.size() - 1)
            end_row();
        open_.pop_back();
    }

    // A row of data, not of layout: several cells, none of them long.
    void end_row() {
        if (rows_.size() == 1) skip_reached(rows_.back());
        const Row row = std::move(rows_.back());
        rows_.pop_back();
        if (row.cells.size() < 2) return;
        const std::size_t first = row.cells.front();
        std::size_t characters = 0;
        for (std::size_t at = first; at < draft_.lines.size(); ++at) {
            characters += draft_.lines[at].text.size();
            if (draft_.lines[at].kind == LineKind::row) return;
        }
        const std::size_t lines = draft_.lines.size() - first;
        if (characters == 0 || characters > 1200 || lines > row.cells.size() * 8) return;
        if (row.cells.size() == 2 && lines > 4) return;
        std::vector<Traced> cells;
        bool furniture = true;
        for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
            const std::size_t end =
                cell + 1 < row.cells.size() ? row.cells[cell + 1] : draft_.lines.size();
            Traced text;
            for (std::size_t at = row.cells[cell]; at < end; ++at) {
                text.append(draft_.lines[at].text);
                furniture = furniture && draft_.lines[at].furniture;
            }
            cells.push_back(std::move(text));
        }
        Line line;
        line.text = join_cells(cells);
        line.kind = LineKind::row;
        line.block = true;
        line.furniture = furniture;
        draft_.lines.resize(first);
        draft_.lines.push_back(std::move(line));
        ++table_rows_;
    }

    void flush(bool block) {
        Line line;
        const bool indented = !line_.empty() && text::is_blank(line_[0]);
        line.text = line_.trimmed();
        line_ = Traced();
        const std::size_t linked = std::exchange(linked_, 0);
        if (!line.text.empty()) {
            line.block = block && previous_block_;
            line.indented = indented;
            line.after_gap = previous_block_;
            line.furniture = furniture_ > 0 || is_link_list(line.text.view(), linked) ||
                             (headers_ > 0 && heading_ == 0);
            if (heading_ > 0) {
                line.kind = LineKind::heading;
                line.level = heading_;
                line.block = true;
            }
            draft_.lines.push_back(std::move(line));
            previous_block_ = block;
        }
        previous_block_ = previous_block_ || block;
    }

    static bool is_link_list(std::u32string_view view, std::size_t linked) {
        const auto words = static_cast<std::size_t>(
            std::count_if(view.begin(), view.end(), [](char32_t c) { return !text::is_blank(c); }));
        return linked * 10 > words * 6 && view.find(U'。') == std::u32string_view::npos;
    }

    void finish() {
        if (!article_title_.empty()) draft_.metadata.title = article_title_;
        // Rules that would leave next to nothing are wrong for this page.
        std::size_t kept = 0;
        std::size_t dropped = 0;
        for (const Line& line : draft_.lines) {
            const auto stops = static_cast<std::size_t>(
                std::count(line.text.view().begin(), line.text.view().end(), U'。'));
            (line.furniture ? dropped : kept) += stops;
        }
        if (dropped > kept && dropped >= 2) {
            for (Line& line : draft_.lines) line.furniture = false;
        }
        draft_.note("html_read", "解析网页，只取正文", tags_);
        draft_.note("entities_decoded", "还原字符实体", entities_);
        draft_.note("rows_found", "识别表格行", table_rows_);
    }

    const Traced& in_;
    const Lexicon& lexicon_;
    Draft draft_;
    std::size_t at_ = 0;
    Traced line_;
    std::vector<Open> open_;
    std::vector<Row> rows_;
    Reaching reaching_;
    std::u32string article_title_;
    int silent_ = 0;
    int furniture_ = 0;
    int headers_ = 0;
    int links_ = 0;
    int heading_ = 0;
    std::size_t linked_ = 0;
    bool title_open_ = false;
    bool previous_block_ = true;
    std::int64_t tags_ = 0;
    std::int64_t entities_ = 0;
    std::int64_t table_rows_ = 0;
};

}  // namespace

Draft read_html(const Traced& text, const Lexicon& lexicon) { return Reader(text, lexicon).run(); }

}  // namespace anmin::document
