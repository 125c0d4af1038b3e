// source events in the stream of a matter to be conveyed -> conveyance, conveyance_meeting,
// conveyance_task.
#include <type_traits>
#include <utility>

#include "source/conveyance.h"
#include "store/codec.h"
#include "store/project.h"

namespace anmin::store {
namespace {

using source::Conveyance;

Result<void> put(Connection& connection, const Conveyance& conveyance) {
    const ConveyanceTexts texts = TRY(conveyance_texts(conveyance));
    const std::string conveyed_on = conveyance.conveyed_on ? conveyance.conveyed_on->iso() : "";
    const std::string paper = source::paper_of(conveyance);
    TRY(connection.run(
        "INSERT INTO conveyance (id, version, state, division, received_on, convey_by, "
        "conveyed_on, first_topic, place, measures, body, steps, paper) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) "
        "ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, "
        "conveyed_on = excluded.conveyed_on, place = excluded.place, "
        "measures = excluded.measures, body = excluded.body, steps = excluded.steps",
        {conveyance.id.value, conveyance.version, word_of_state(conveyance.state),
         conveyance.division.digits(), conveyance.received_on.iso(), conveyance.convey_by.iso(),
         conveyed_on.empty() ? Parameter(Null{}) : Parameter(std::string_view(conveyed_on)),
         std::int64_t{conveyance.first_topic}, std::int64_t{conveyance.place},
         static_cast<std::int64_t>(conveyance.measures.size()), texts.body, texts.steps, paper}));
    return {};
}

Result<Conveyance> conveyance_of_stream(Connection& connection, const Recorded& recorded) {
    const std::string place = "传达事项流 " + recorded.stream;
    const std::string_view stream = recorded.stream;
    std::optional<Conveyance> found;
    TRY(connection.run("SELECT body, steps FROM conveyance WHERE id = $1",
                       {stream.substr(stream.find(':') + 1)}, [&](const Row& row) -> Result<void> {
                           found = TRY(conveyance_from(row.text(0), place));
                           found->steps = TRY(steps_from(row.text(1), place));
                           return {};
                       }));
    if (!found) return failure(Refusal::bad_projection, place, "传达事项不存在");
    return *std::move(found);
}

}  // namespace

Result<void> project_conveyance(Connection& connection, const Recorded& recorded,
                                const source::Event& event) {
    if (const auto* received = std::get_if<source::ConveyanceReceived>(&event)) {
        if (recorded.stream_version != 1) {
            return failure(Refusal::bad_projection, "传达事项 " + received->conveyance.value,
                           "传达事项已经存在");
        }
        return put(connection, source::start(*received));
    }
    Conveyance after = source::apply(TRY(conveyance_of_stream(connection, recorded)), event);
    after.version = recorded.stream_version;
    if (const auto* conveyed = std::get_if<source::ConveyanceConveyed>(&event)) {
        TRY(
            connection.run("INSERT INTO conveyance_meeting (conveyance, meeting) VALUES ($1, $2) "
                           "ON CONFLICT DO NOTHING",
                           {after.id.value, conveyed->meeting.value}));
    }
    if (const auto* answered = std::get_if<source::MeasureAnswered>(&event)) {
        TRY(
            connection.run("INSERT INTO conveyance_task (conveyance, task) VALUES ($1, $2) "
                           "ON CONFLICT DO NOTHING",
                           {after.id.value, answered->task.value}));
    }
    return put(connection, after);
}

}  // namespace anmin::store
