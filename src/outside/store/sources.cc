// The register of sources, reach, and what an order cites.
#include <utility>

#include "store/codec.h"
#include "store/conditions.h"
#include "store/kept_values.h"
#include "store/source_port.h"

namespace anmin::store {
namespace {

using namespace source;
using organisation::Scope;

Result<SourceKind> kind_from(std::string_view word) {
    if (const auto kind = source_kind(word)) return *kind;
    return failure(Refusal::bad_body, "来源", "类别不认识：" + std::string(word));
}

// "day/id" of the entry before: the register goes from the newest to the oldest.
void add_page(Conditions& conditions, const PageKey& key, const std::string& day) {
    const std::string on = conditions.bind(key.first);
    const std::string id = conditions.bind(key.second);
    conditions.add(day + " < " + on + " OR (" + day + " = " + on + " AND e.id < " + id + ")");
}

}  // namespace

Result<organisation::Page<Entry>> SourcePort::entries(const Scope& meetings,
                                                      const Scope& instructions,
                                                      const organisation::PageRequest& page) {
    organisation::Page<Entry> found;
    Conditions conditions;
    const std::string of_meetings = in_scope(conditions, meetings, "m.division");
    const std::string of_instructions = in_scope(conditions, instructions, "i.division");
    if (!page.after.empty()) add_page(conditions, TRY(page_key(page.after)), "e.day");
    const std::int64_t limit = page_limit(page.limit);
    const std::string rows = conditions.bind(limit + 1);
    const std::string sql =
        "SELECT e.kind, e.id, e.title, e.detail, e.day, e.division, (SELECT count(*) FROM citation "
        "c WHERE c.kind = e.kind AND c.source = e.id) FROM ("
        "SELECT 'meeting' AS kind, m.id AS id, m.name AS title, m.chair AS detail, m.held_on AS "
        "day, m.division AS division FROM meeting m WHERE " +
        of_meetings +
        " UNION ALL SELECT 'instruction', i.id, i.words, i.by_whom, i.given_on, i.division "
        "FROM instruction i WHERE " +
        of_instructions + ") e" + conditions.where() + " ORDER BY e.day DESC, e.id DESC LIMIT " +
        rows;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(sql, conditions.parameters(), [&](const Row& row) -> Result<void> {
        found.items.push_back({{TRY(kind_from(row.text(0))), row.string(1)},
                               row.string(2),
                               row.string(3),
                               date_of(row.text(4)),
                               code_of(row.text(5)),
                               row.integer(6)});
        return {};
    }));
    if (static_cast<std::int64_t>(found.items.size()) > limit) {
        found.items.pop_back();
        const Entry& last = found.items.back();
        found.next = last.on.iso() + "/" + last.name.id;
    }
    return found;
}

Result<std::optional<Meeting>> SourcePort::find_meeting(const MeetingId& id) {
    std::optional<Meeting> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->begin_read());
    TRY(reader->run("SELECT version, body FROM meeting WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = Meeting{
                            row.integer(0), TRY(meeting_from(row.text(1), "会议 " + id.value)), {}};
                        return {};
                    }));
    if (!found) return found;
    for (const Branch& branch : found->held.branches) {
        found->branches.push_back({branch, std::nullopt, 0});
    }
    TRY(reader->run("SELECT number, present, made_up FROM meeting_branch WHERE meeting = $1",
                    {id.value}, [&](const Row& row) -> Result<void> {
                        for (BranchReach& one : found->branches) {
                            if (one.branch.number != row.integer(0)) continue;
                            if (!row.is_null(1)) one.present = row.integer(1);
                            one.made_up = row.integer(2);
                        }
                        return {};
                    }));
    return found;
}

Result<std::vector<Attendance>> SourcePort::attendance(const MeetingId& id) {
    std::vector<Attendance> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT number, made_up, people, note, officer, on_day FROM attendance "
        "WHERE meeting = $1 ORDER BY seq",
        {id.value}, [&](const Row& row) -> Result<void> {
            found.push_back({static_cast<std::int32_t>(row.integer(0)), row.integer(1) == 1,
                             row.integer(2), row.string(3), row.string(4), date_of(row.text(5))});
            return {};
        }));
    return found;
}

Result<std::optional<InstructionEntered>> SourcePort::find_instruction(const InstructionId& id) {
    std::optional<InstructionEntered> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT body FROM instruction WHERE id = $1", {id.value},
                    [&](const Row& row) -> Result<void> {
                        found = TRY(instruction_from(row.text(0), "批示 " + id.value));
                        return {};
                    }));
    return found;
}

Result<std::vector<MeetingId>> SourcePort::conveyed(const ident::DocumentId& document) {
    std::vector<MeetingId> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run("SELECT meeting FROM meeting_agenda WHERE document = $1 ORDER BY meeting",
                    {document.value}, [&](const Row& row) -> Result<void> {
                        found.push_back({row.string(0)});
                        return {};
                    }));
    return found;
}

Result<std::vector<Citation>> SourcePort::citations(const ident::TaskId& task) {
    std::vector<Citation> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(
        reader->run("SELECT kind, source, note, officer, on_day FROM citation WHERE task = $1 "
                    "ORDER BY on_day, kind, source",
                    {task.value}, [&](const Row& row) -> Result<void> {
                        found.push_back({{TRY(kind_from(row.text(0))), row.string(1)},
                                         row.string(2),
                                         row.string(3),
                                         date_of(row.text(4))});
                        return {};
                    }));
    return found;
}

Result<std::vector<ident::TaskId>> SourcePort::citing(const SourceName& source,
                                                      std::int64_t limit) {
    std::vector<ident::TaskId> found;
    const auto reader = TRY(connections_.readers->borrow());
    TRY(reader->run(
        "SELECT task FROM citation WHERE kind = $1 AND source = $2 ORDER BY task "
        "LIMIT $3",
        {word_of_kind(source.kind), source.id, limit}, [&](const Row& row) -> Result<void> {
            found.push_back({row.string(0)});
            return {};
        }));
    return found;
}

}  // namespace anmin::store
