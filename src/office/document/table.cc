#include "document/table.h"

#include <algorithm>

#include "text/han.h"

namespace anmin::document {

using text::Traced;

Traced join_cells(const std::vector<Traced>& cells) {
    Traced out;
    bool first = true;
    for (const Traced& cell : cells) {
        if (!first) out.append_new(U'\t', out.end_position());
        first = false;
        out.append(cell.trimmed());
    }
    return out;
}

Traced cells_at_bars(const Traced& line) {
    std::vector<Traced> cells;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] != U'|' && line[at] != U'｜') continue;
        const Traced cell = line.part(from, at).trimmed();
        const bool border = (at == 0 || at >= line.size() - 1) && cell.empty();
        if (!(border && (cells.empty() || at >= line.size()))) cells.push_back(cell);
        from = at + 1;
    }
    return join_cells(cells);
}

namespace {

std::size_t count_of(std::u32string_view text, char32_t c) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

// A line of at least three cells; the words of a sentence are no cells.
bool is_barred(std::u32string_view view) {
    return count_of(view, U'|') >= 2 && view.find(U'>') == std::u32string_view::npos;
}

Traced with_single_tabs(const Traced& line) {
    std::vector<Traced> cells;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] != U'\t') continue;
        cells.push_back(line.part(from, at).trimmed());
        from = at + 1;
    }
    return join_cells(cells);
}

}  // namespace

namespace {

bool is_lone_cell(const Line& line) {
    const std::u32string_view view = line.text.view();
    return line.kind == LineKind::text && view.size() > 1 && view.back() == U'|' &&
           count_of(view, U'|') == 1;
}

bool is_one(std::u32string_view cell) { return cell == U"1" || cell == U"一"; }

// Cells that were put on lines of their own, each ended by a bar: the head ends where the first
// row's 1 stands.
std::int64_t gather_lone_cells(Draft& draft) {
    std::vector<Line> out;
    std::int64_t rows = 0;
    for (std::size_t at = 0; at < draft.lines.size();) {
        std::size_t end = at;
        while (end < draft.lines.size() && is_lone_cell(draft.lines[end])) ++end;
        if (end - at < 4) {
            out.push_back(std::move(draft.lines[at++]));
            continue;
        }
        std::vector<Traced> cells;
        for (; at < end; ++at)
            cells.push_back(
                draft.lines[at].text.part(0, draft.lines[at].text.size() - 1).trimmed());
        std::size_t width = 0;
        while (width < cells.size() && !is_one(cells[width].view())) ++width;
        if (width < 2 || width >= cells.size()) width = 1;
        for (std::size_t cell = 0; cell < cells.size(); cell += width) {
            Line line;
            const auto last = static_cast<std::ptrdiff_t>(std::min(cell + width, cells.size()));
            line.text = join_cells(
                {cells.begin() + static_cast<std::ptrdiff_t>(cell), cells.begin() + last});
            line.kind = width > 1 ? LineKind::row : LineKind::text;
            line.block = true;
            if (!line.text.empty()) out.push_back(std::move(line));
            ++rows;
        }
    }
    draft.lines = std::move(out);
    return rows;
}

}  // namespace

void find_plain_rows(Draft& draft) {
    draft.note("rows_found", "识别表格行", gather_lone_cells(draft));
    // Bars make a table only on lines next to each other; a menu stands alone.
    std::vector<bool> barred(draft.lines.size() + 2, false);
    for (std::size_t at = 0; at < draft.lines.size(); ++at) {
        barred[at + 1] =
            draft.lines[at].kind == LineKind::text && is_barred(draft.lines[at].text.view());
    }
    std::int64_t rows = 0;
    for (std::size_t at = 0; at < draft.lines.size(); ++at) {
        Line& line = draft.lines[at];
        if (line.kind != LineKind::text) continue;
        const std::u32string_view view = line.text.view();
        if (view.find(U'\t') != std::u32string_view::npos) {
            line.text = with_single_tabs(line.text);
        } else if (barred[at + 1] && (barred[at] || barred[at + 2])) {
            line.text = cells_at_bars(line.text);
        } else {
            continue;
        }
        line.kind = LineKind::row;
        line.block = true;
        ++rows;
    }
    draft.note("rows_found", "识别表格行", rows);
}

}  // namespace anmin::document
