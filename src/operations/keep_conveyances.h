// The steps of a matter that is to be conveyed: received, put into the agenda pool, its measures
// decided, answered by tasks, looked back at, archived; or withdrawn. The meeting that conveys it
// is recorded by keep_sources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_conveyance.h"

namespace anmin::operations {

struct ReceiveConveyance {
    std::string title;
    std::string number;
    std::string from;
    std::optional<source::SourceName> source;
    calendar::Date received_on;
    bool first_topic = false;
};
Result<OpenedConveyance> receive_conveyance(Desk& desk, const Caller& caller,
                                            const ReceiveConveyance& order);

// Every step names the version the caller saw (E-SRC-022).
struct ConveyanceOrder {
    source::ConveyanceId conveyance;
    std::int64_t seen_version = 0;
};
struct PoolConveyance : ConveyanceOrder {
    std::string meeting;
    std::optional<calendar::Date> planned_on;
    std::int32_t place = 0;
};
Result<OpenedConveyance> pool_conveyance(Desk& desk, const Caller& caller,
                                         const PoolConveyance& order);

struct DecideMeasures : ConveyanceOrder {
    std::string proposed_by;
    source::MeetingId meeting;
    std::vector<source::Measure> measures;
};
Result<OpenedConveyance> decide_measures(Desk& desk, const Caller& caller,
                                         const DecideMeasures& order);

// The order cites the matter's source and the meeting that decided, in the same commit.
struct AnswerMeasure : ConveyanceOrder {
    std::int32_t measure = 0;
    ident::TaskId task;
};
Result<OpenedConveyance> answer_measure(Desk& desk, const Caller& caller,
                                        const AnswerMeasure& order);

struct ExemptMeasure : ConveyanceOrder {
    std::int32_t measure = 0;
    std::string text;
};
Result<OpenedConveyance> exempt_measure(Desk& desk, const Caller& caller,
                                        const ExemptMeasure& order);

struct LookBackConveyance : ConveyanceOrder {
    bool held = false;
    std::string text;
};
Result<OpenedConveyance> look_back_conveyance(Desk& desk, const Caller& caller,
                                              const LookBackConveyance& order);

struct NoteConveyance : ConveyanceOrder {
    std::string text;
};
Result<OpenedConveyance> archive_conveyance(Desk& desk, const Caller& caller,
                                            const NoteConveyance& order);
Result<OpenedConveyance> withdraw_conveyance(Desk& desk, const Caller& caller,
                                             const NoteConveyance& order);

}  // namespace anmin::operations
