#include "journal/journal.h"

namespace anmin::journal {

StreamId stream_of(const ident::DocumentId& id) { return {"document:" + id.value}; }
StreamId stream_of(const ident::TaskId& id) { return {"task:" + id.value}; }
StreamId stream_of(const ident::AccountId& id) { return {"account:" + id.value}; }
StreamId stream_of(const problem::MissionId& id) { return {"mission:" + id.value}; }
StreamId stream_of(const problem::ListId& id) { return {"list:" + id.value}; }
StreamId stream_of(const problem::ProblemId& id) { return {"problem:" + id.value}; }
StreamId stream_of(const source::MeetingId& id) { return {"meeting:" + id.value}; }
StreamId stream_of(const source::InstructionId& id) { return {"instruction:" + id.value}; }
StreamId stream_of(const source::ConveyanceId& id) { return {"conveyance:" + id.value}; }
StreamId basis_of(const ident::TaskId& id) { return {"basis:" + id.value}; }
StreamId stream_of(const registers::RowId& id) { return {"register_row:" + id.value}; }
StreamId organisation_stream() { return {"organisation"}; }

}  // namespace anmin::journal
