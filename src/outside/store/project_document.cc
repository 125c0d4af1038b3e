// document.Received -> document.
#include <algorithm>
#include <array>

#include "store/project.h"
#include "text/utf8.h"

namespace anmin::store {
namespace {

// A part without a title is called by its first words.
constexpr std::int64_t title_characters = 40;

std::string title_of(const document::Received& event) {
    if (event.reading.parts.empty()) return event.file_name;
    const document::Part& first = event.reading.parts.front();
    if (first.title && !first.title->empty()) return *first.title;
    std::string words = text::slice(first.clean_text, 0, title_characters);
    words = words.substr(0, words.find('\n'));
    return words.empty() ? event.file_name : words;
}

std::string worst_quality(const std::vector<document::Part>& parts) {
    constexpr std::array<std::string_view, 3> worst_first{"poor", "fair", "good"};
    for (const auto quality : worst_first) {
        const auto has = [quality](const document::Part& part) { return part.quality == quality; };
        if (std::any_of(parts.begin(), parts.end(), has)) return std::string(quality);
    }
    return parts.empty() ? "" : parts.front().quality;
}

// Columns have no NUL; a damaged text may have.
std::string without_nul(std::string text) {
    std::erase(text, '\0');
    return text;
}

Result<void> receive(Connection& connection, const Recorded& recorded,
                     const document::Received& event) {
    const auto& parts = event.reading.parts;
    std::int64_t warnings = 0;
    for (const auto& part : parts) warnings += static_cast<std::int64_t>(part.warnings.size());
    const std::string title = without_nul(title_of(event));
    const std::string file_name = without_nul(event.file_name);
    const std::string quality = worst_quality(parts);
    const bool dated = !parts.empty() && parts.front().event_date;
    const std::string date = dated ? parts.front().event_date->iso() : "";
    const std::string kind = parts.empty() ? "" : without_nul(parts.front().kind);
    TRY(connection.run(
        "INSERT INTO document (id, reading_seq, file_name, digest, title, kind, event_date, "
        "division, "
        "received, parts, bytes, proposed, confirmed, rejected, warnings, quality) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, 0, $12, $13)",
        {event.document.value, recorded.seq, file_name, event.digest, title, kind,
         dated ? Parameter(std::string_view(date)) : Parameter(Null{}), event.division.digits(),
         recorded.at, static_cast<std::int64_t>(parts.size()), event.bytes, warnings, quality}));
    return {};
}

}  // namespace

Result<void> project_document(Connection& connection, const Recorded& recorded,
                              const document::Event& event) {
    return std::visit([&](const auto& one) { return receive(connection, recorded, one); }, event);
}

}  // namespace anmin::store
