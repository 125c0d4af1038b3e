// registers events -> register_row.
#include "store/codec.h"
#include "store/project.h"
#include "store/register_words.h"

namespace anmin::store {
namespace {

using registers::RegisterRow;

Result<void> put(Connection& connection, const RegisterRow& row) {
    const RowTexts texts = TRY(row_texts(row));
    std::string words;
    for (const auto& cell : row.cells) words += lower_case(cell.text) + "\n";
    TRY(connection.run(
        "INSERT INTO register_row (id, version, register, division, unit, withdrawn, words, body, "
        "steps) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
        "ON CONFLICT (id) DO UPDATE SET version = excluded.version, "
        "withdrawn = excluded.withdrawn, words = excluded.words, body = excluded.body, "
        "steps = excluded.steps",
        {row.id.value, row.version, row.table, row.division.digits(), row.unit.value,
         std::int64_t{row.withdrawn}, words, texts.body, texts.steps}));
    return {};
}

Result<RegisterRow> row_of_stream(Connection& connection, const Recorded& recorded) {
    const std::string place = "登记行流 " + recorded.stream;
    const std::string id = recorded.stream.substr(recorded.stream.find(':') + 1);
    std::optional<RegisterRow> found;
    TRY(connection.run("SELECT body, steps FROM register_row WHERE id = $1", {id},
                       [&](const Row& row) -> Result<void> {
                           found = TRY(row_from(row.text(0), place));
                           found->steps = TRY(steps_from(row.text(1), place));
                           return {};
                       }));
    if (!found) return failure(Refusal::bad_projection, place, "这一行不存在");
    return *std::move(found);
}

}  // namespace

Result<void> project_registers(Connection& connection, const Recorded& recorded,
                               const registers::Event& event) {
    if (const auto* added = std::get_if<registers::RowAdded>(&event)) {
        if (recorded.stream_version != 1) {
            return failure(Refusal::bad_projection, recorded.stream, "这一行已经存在");
        }
        return put(connection, registers::start(*added));
    }
    RegisterRow after = registers::apply(TRY(row_of_stream(connection, recorded)), event);
    after.version = recorded.stream_version;
    return put(connection, after);
}

}  // namespace anmin::store
