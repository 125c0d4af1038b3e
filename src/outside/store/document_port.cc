#include <utility>

#include "store/chain.h"
#include "store/codec.h"
#include "store/conditions.h"
#include "store/kept_values.h"
#include "store/ports.h"

namespace anmin::store {
namespace {

using document::Summary;

const std::string select_summary =
    "SELECT id, file_name, title, kind, event_date, division, received, parts, bytes, proposed, "
    "confirmed, rejected, warnings, quality FROM document";

Summary summary_of(const Row& row) {
    Summary summary;
    summary.id.value = row.string(0);
    summary.file_name = row.string(1);
    summary.title = row.string(2);
    summary.kind = row.string(3);
    summary.event_date = calendar::Date::parse(row.text(4));
    summary.division = code_of(row.text(5));
    summary.received.milliseconds = row.integer(6);
    summary.parts = row.integer(7);
    summary.bytes = row.integer(8);
    summary.proposed = row.integer(9);
    summary.confirmed = row.integer(10);
    summary.rejected = row.integer(11);
    summary.warnings = row.integer(12);
    summary.quality = row.string(13);
    return summary;
}

Result<std::vector<Summary>> newest(Connections& connections, Conditions& conditions,
                                    std::int64_t limit) {
    const std::string last = conditions.bind(limit);
    std::vector<Summary> found;
    const auto reader = TRY(connections.readers->borrow());
    TRY(reader->run(
        select_summary + conditions.where() + " ORDER BY received DESC, id DESC LIMIT " + last,
        conditions.parameters(), [&](const Row& row) -> Result<void> {
            found.push_back(summary_of(row));
            return {};
        }));
    return found;
}

// The single text that a query gives, when it gives one.
Result<std::optional<std::string>> find_text(Connections& connections, std::string_view sql,
                                             std::initializer_list<Parameter> parameters) {
    std::optional<std::string> found;
    const auto reader = TRY(connections.readers->borrow());
    TRY(reader->run(sql, parameters, [&](const Row& row) -> Result<void> {
        found = row.string(0);
        return {};
    }));
    return found;
}

}  // namespace

Result<organisation::Page<Summary>> DocumentPort::list(const organisation::Scope& scope,
                                                       const organisation::PageRequest& page) {
    Conditions conditions;
    conditions.add(in_scope(conditions, scope, "division"));
    if (!page.after.empty()) {
        const PageKey key = TRY(page_key(page.after));
        const std::string received = conditions.bind(TRY(page_number(key.first)));
        conditions.add("(received, id) < (" + received + ", " + conditions.bind(key.second) + ")");
    }
    const std::int64_t limit = page_limit(page.limit);
    organisation::Page<Summary> result{TRY(newest(connections_, conditions, limit + 1)), ""};
    if (static_cast<std::int64_t>(result.items.size()) > limit) {
        result.items.pop_back();
        const Summary& last = result.items.back();
        result.next = std::to_string(last.received.milliseconds) + "/" + last.id.value;
    }
    return result;
}

Result<std::vector<Summary>> DocumentPort::undecided(const organisation::Scope& scope,
                                                     std::int32_t limit) {
    Conditions conditions;
    conditions.add("proposed > 0");
    conditions.add(in_scope(conditions, scope, "division"));
    return newest(connections_, conditions, page_limit(limit));
}

Result<std::optional<Summary>> DocumentPort::find_summary(const ident::DocumentId& id) {
    std::optional<Summary> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(select_summary + " WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = summary_of(row);
                        return {};
                    }));
    return found;
}

// The reading stands in the log once and is not copied into a table.
Result<std::optional<document::Reading>> DocumentPort::find_reading(const ident::DocumentId& id) {
    std::optional<document::Reading> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT e.kind, e.format, e.body FROM document d JOIN event e ON e.seq = d.reading_seq "
        "WHERE d.id = $1",
        {id.value}, [&](const Row& row) -> Result<void> {
            auto event = TRY(decode(row.text(0), row.integer(1), row.text(2), "文件 " + id.value));
            auto* room = std::get_if<document::Event>(&event);
            auto* received = room == nullptr ? nullptr : std::get_if<document::Received>(room);
            if (received == nullptr) return failure(Refusal::bad_body, "文件 " + id.value);
            found = std::move(received->reading);
            return {};
        }));
    return found;
}

Result<std::optional<ident::DocumentId>> DocumentPort::find_digest(
    const std::string& digest, const ident::DivisionCode& division) {
    auto id =
        TRY(find_text(connections_, "SELECT id FROM document WHERE digest = $1 AND division = $2",
                      {digest, division.digits()}));
    if (!id) return std::optional<ident::DocumentId>();
    return std::optional(ident::DocumentId{*std::move(id)});
}

Result<std::optional<std::string>> DocumentPort::find_original(const ident::DocumentId& id) {
    return find_text(connections_, "SELECT digest FROM document WHERE id = $1", {id.value});
}

Result<std::optional<std::string>> DocumentPort::find_bytes(const std::string& digest) {
    std::optional<std::string> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT bytes FROM kept_bytes WHERE digest = $1", {digest},
                    [&](const Row& row) -> Result<void> {
                        found = std::string(row.bytes(0));
                        return {};
                    }));
    return found;
}

Result<void> DocumentPort::keep_bytes(const std::string& digest, const std::string& bytes) {
    if (hexadecimal(view(Sm3().add(bytes).finish())) != digest) {
        return failure(Refusal::check, "kept_bytes", "内容与摘要不符");
    }
    const auto known =
        TRY(find_text(connections_, "SELECT digest FROM kept_bytes WHERE digest = $1", {digest}));
    if (known) return {};
    return connections_.write([&](Transaction& transaction) -> Result<void> {
        TRY(
            transaction.connection.run("INSERT INTO kept_bytes (digest, bytes) VALUES ($1, $2) ON "
                                       "CONFLICT (digest) DO NOTHING",
                                       {digest, Bytes{bytes}}));
        return {};
    });
}

}  // namespace anmin::store
