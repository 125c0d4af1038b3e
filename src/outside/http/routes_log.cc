#include <charconv>

#include "http/command.h"
#include "http/json_writer.h"
#include "http/routes.h"

namespace anmin::http {

Answer follow_changes(const Call& call) {
    Response response;
    response.set("Content-Type", "text/event-stream");
    response.set("X-Accel-Buffering", "no");  // nginx passes events on at once
    ChangeStream stream{call.service.changes.last()};
    if (const auto seen = call.request.find_header("last-event-id")) {
        // Who comes back hears at once of what was missed.
        const auto read = std::from_chars(seen->data(), seen->data() + seen->size(), stream.seen);
        if (read.ec != std::errc()) stream.seen = -1;
    }
    response.body = stream;
    return response;
}

Answer verify_log(const Call& call) {
    return answer_of(call.service.verify_log(), [](const LogVerification& found) {
        JsonWriter out;
        out.begin_object();
        out.field("intact", found.intact);
        out.field("events", found.events);
        out.field("last_hash", found.last_hash);
        out.field("findings", found.findings);
        out.end_object();
        return json_response(200, std::move(out).text());
    });
}

}  // namespace anmin::http
