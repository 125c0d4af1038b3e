// The port to sources, implemented on Connections (sources.cc).
#pragma once

#include <vector>

#include "source/source_store.h"
#include "store/connections.h"

namespace anmin::store {

class SourcePort final : public source::SourceStore {
public:
    explicit SourcePort(Connections& connections) : connections_(connections) {}
    Result<organisation::Page<source::Entry>> entries(
        const organisation::Scope& meetings, const organisation::Scope& instructions,
        const organisation::PageRequest& page) override;
    Result<std::optional<source::Meeting>> find_meeting(const source::MeetingId& id) override;
    Result<std::vector<source::Attendance>> attendance(const source::MeetingId& id) override;
    Result<std::optional<source::InstructionEntered>> find_instruction(
        const source::InstructionId& id) override;
    Result<std::vector<source::MeetingId>> conveyed(const ident::DocumentId& document) override;
    Result<std::vector<source::Citation>> citations(const ident::TaskId& task) override;
    Result<std::vector<ident::TaskId>> citing(const source::SourceName& source,
                                              std::int64_t limit) override;

private:
    Connections& connections_;
};

}  // namespace anmin::store
