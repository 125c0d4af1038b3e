// Matters to be conveyed as they are read: the agenda pool, one matter, and what the figures count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "source/conveyance.h"

namespace anmin::source {

// What a figure counts, as rows it opens.
enum class ConveyanceFigure { received, conveyed, waiting, late, decided, archived, withdrawn };

struct ConveyanceFilter {
    std::vector<ConveyanceState> states;  // empty: all
    std::optional<ConveyanceFigure> figure;
    std::optional<int> year;              // in which it was received
    std::optional<calendar::Date> as_of;  // for what waits too long
};

// A derived task and how it stands.
struct DerivedTask {
    ConveyanceId conveyance;
    ident::TaskId task;
    directive::TaskState state = directive::TaskState::confirmed;
};
// A branch of a meeting that conveyed the matter.
struct ConveyedBranch {
    ConveyanceId conveyance;
    BranchReach reach;
};
struct SessionCount {
    std::string form;  // one of the rule's; empty: not said
    std::int64_t sessions = 0;
};

class ConveyanceStore {
public:
    virtual ~ConveyanceStore() = default;
    virtual Result<std::optional<Conveyance>> find_conveyance(const ConveyanceId& id) = 0;
    // A matter of that division about that paper (paper_of) which was not withdrawn, the earliest;
    // without its steps.
    virtual Result<std::optional<Conveyance>> find_paper(const ident::DivisionCode& division,
                                                         const std::string& paper) = 0;
    // Without their steps. The pool alone in the order of an agenda: what is of the first-topic
    // class, then by the place it was given; everything else the newest first.
    virtual Result<organisation::Page<Conveyance>> conveyances(
        const organisation::Scope& scope, const ConveyanceFilter& filter,
        const organisation::PageRequest& page) = 0;
    // Of all that are named.
    virtual Result<std::vector<ConveyedBranch>> branches(const std::vector<ConveyanceId>& of) = 0;
    virtual Result<std::vector<DerivedTask>> derived(const std::vector<ConveyanceId>& of) = 0;
    // Meetings of the year at which something of the scope was conveyed, by form.
    virtual Result<std::vector<SessionCount>> sessions(const organisation::Scope& scope,
                                                       int year) = 0;
};

}  // namespace anmin::source
