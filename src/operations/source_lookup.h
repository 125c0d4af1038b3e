// Finding what orders come from, as far as the actor may see it: shared by keep_sources and
// keep_conveyances.
#pragma once

#include <optional>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

Error no_source(const source::SourceName& name);

// Papers and meetings come down from above; an instruction stays with the area it was given in.
organisation::Scope scope_for(const authority::Actor& actor, source::SourceKind kind);

// What a name stands for: what heads it, and the meeting or the instruction itself.
struct FoundSource {
    source::Entry entry;
    std::optional<source::Meeting> meeting{};
    std::optional<source::InstructionEntered> instruction{};
};
// Nothing when there is none that the actor may see.
Result<std::optional<FoundSource>> find_seen(Desk& desk, const authority::Actor& actor,
                                             const source::SourceName& name);

// Fault::missing (E-SRC-021) when there is none that the actor may see.
Result<source::Conveyance> visible_conveyance(Desk& desk, const authority::Actor& actor,
                                              const source::ConveyanceId& id);

std::vector<source::SourceName> names_of(const std::vector<source::Citation>& citations);

// The gate for citing: the office that issued the order.
Result<directive::Task> citing_task(Desk& desk, const Caller& caller, const ident::TaskId& id);

}  // namespace anmin::operations
