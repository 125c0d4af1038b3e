// Matters to be conveyed as they stand: the agenda pool, one matter with the steps its reader may
// take, and the figures of a year.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"

namespace anmin::operations {

// In the order of a matter's life.
enum class ConveyanceStep { pool, convey, decide, answer, exempt, look_back, archive, withdraw };

struct ConveyanceRow {
    source::Conveyance conveyance;
    source::Timeliness timeliness = source::Timeliness::waiting;
    std::int64_t days = 0;  // from receipt to conveyance, or to today
    source::Standing standing;
};
struct OpenedConveyance {
    ConveyanceRow row;
    std::vector<LedgerRow> tasks;  // that answer its measures
    std::int64_t hidden = 0;       // of them the actor may not see
    std::vector<ConveyanceStep> open;
};
Result<OpenedConveyance> open_conveyance(Desk& desk, const authority::Actor& actor,
                                         const source::ConveyanceId& id);
Result<organisation::Page<ConveyanceRow>> list_conveyances(Desk& desk,
                                                           const authority::Actor& actor,
                                                           source::ConveyanceFilter filter,
                                                           const organisation::PageRequest& page);

// Of those received in one year. What was withdrawn is not among the received.
struct ConveyanceFigures {
    int year = 0;
    std::int64_t received = 0;
    std::int64_t conveyed = 0;
    std::int64_t waiting = 0;
    std::int64_t late = 0;
    std::int64_t decided = 0;  // with measures
    std::int64_t archived = 0;
    std::int64_t withdrawn = 0;
    std::int64_t days = 0;  // of all that are conveyed, together
    std::int64_t measures = 0;
    source::Standing standing;  // all together
    std::vector<source::SessionCount> sessions;
};
Result<ConveyanceFigures> count_conveyances(Desk& desk, const authority::Actor& actor,
                                            std::optional<int> year);

// The gate for one step of this matter.
Result<void> may_step(const authority::Actor& actor, ConveyanceStep step,
                      const source::Conveyance& conveyance);
// Computed now, one for each.
Result<std::vector<source::Standing>> standings_of(Desk& desk,
                                                   const std::vector<source::Conveyance>& of);

}  // namespace anmin::operations
