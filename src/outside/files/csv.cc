#include "files/csv.h"

namespace anmin::files {
namespace {

// Takes one field off the front of `line`, without its comma; false when its quotes do not fit.
bool take_field(std::string_view& line, std::string& field) {
    field.clear();
    if (!line.starts_with('"')) {
        const std::size_t comma = line.find(',');
        field = line.substr(0, comma);
        line.remove_prefix(field.size());
        return field.find('"') == std::string::npos;
    }
    line.remove_prefix(1);
    for (;;) {
        const std::size_t quote = line.find('"');
        field += line.substr(0, quote);
        if (quote == std::string_view::npos) {
            line = {};
            return false;
        }
        line.remove_prefix(quote + 1);
        if (!line.starts_with('"')) break;
        field += '"';
        line.remove_prefix(1);
    }
    return line.empty() || line.starts_with(',');
}

}  // namespace

bool CsvRows::next(std::vector<std::string>& cells) {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++row_;
    split(line, cells);
    return true;
}

void CsvRows::split(std::string_view line, std::vector<std::string>& cells) {
    well_formed_ = true;
    std::size_t count = 0;
    for (;;) {
        if (count == cells.size()) cells.emplace_back();
        if (!take_field(line, cells[count++])) {
            well_formed_ = false;
            break;
        }
        if (line.empty()) break;
        line.remove_prefix(1);  // the comma
    }
    cells.resize(count);
}

}  // namespace anmin::files
