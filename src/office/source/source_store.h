// Sources as they are read: the register, one source with what belongs to it, and what an order
// cites.
#pragma once

#include <string>
#include <vector>

#include "source/source.h"

namespace anmin::source {

// A line of the register.
struct Entry {
    SourceName name;
    std::string title;
    std::string detail;  // chair of a meeting, giver of an instruction
    calendar::Date on;
    ident::DivisionCode division;
    std::int64_t orders = 0;  // that cite it
};

struct Attendance {  // one record behind the reach
    std::int32_t branch = 0;
    bool made_up = false;
    std::int64_t people = 0;
    std::string note;
    std::string officer;
    calendar::Date on;
};

struct Citation {
    SourceName source;
    std::string note;
    std::string officer;
    calendar::Date on;
};

class SourceStore {
public:
    virtual ~SourceStore() = default;
    // Meetings of `meetings`, instructions of `instructions`, newest first.
    virtual Result<organisation::Page<Entry>> entries(const organisation::Scope& meetings,
                                                      const organisation::Scope& instructions,
                                                      const organisation::PageRequest& page) = 0;
    virtual Result<std::optional<Meeting>> find_meeting(const MeetingId& id) = 0;
    virtual Result<std::vector<Attendance>> attendance(const MeetingId& id) = 0;
    virtual Result<std::optional<InstructionEntered>> find_instruction(const InstructionId& id) = 0;
    // Meetings whose agenda conveyed the document.
    virtual Result<std::vector<MeetingId>> conveyed(const ident::DocumentId& document) = 0;
    virtual Result<std::vector<Citation>> citations(const ident::TaskId& task) = 0;
    // Orders that cite the source, in the order in which they were made, at most `limit`.
    virtual Result<std::vector<ident::TaskId>> citing(const SourceName& source,
                                                      std::int64_t limit) = 0;
};

}  // namespace anmin::source
