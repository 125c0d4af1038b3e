#include "operations/source_lookup.h"

#include <utility>

#include "operations/task_steps.h"

namespace anmin::operations {

using authority::Action;
using directive::Task;
using source::Entry;
using source::SourceKind;
using source::SourceName;

Error no_source(const SourceName& name) {
    return {Fault::missing,
            "E-SRC-020",
            std::string(source::word(name.kind)) + " " + name.id,
            "没有这个来源，或它不在您的查看范围内",
            "本地区和上级的会议、文件，本地区的批示",
            "从“来源”中打开"};
}

organisation::Scope scope_for(const authority::Actor& actor, SourceKind kind) {
    const bool restricted = kind == SourceKind::instruction;
    return authority::scope_of(actor, restricted ? Action::see_tasks : Action::see_documents);
}

// Whoever may see it; nothing when there is none.
static Result<std::optional<FoundSource>> find_source(Desk& desk, const SourceName& name) {
    switch (name.kind) {
        case SourceKind::meeting: {
            auto meeting = TRY(desk.sources.find_meeting({name.id}));
            if (!meeting) return std::optional<FoundSource>();
            const auto& held = meeting->held;
            const Entry entry{name, held.name, held.chair, held.held_on, held.division, 0};
            return std::optional(FoundSource{.entry = entry, .meeting = std::move(meeting)});
        }
        case SourceKind::instruction: {
            auto given = TRY(desk.sources.find_instruction({name.id}));
            if (!given) return std::optional<FoundSource>();
            const Entry entry{name, given->text, given->by, given->given_on, given->division, 0};
            return std::optional(FoundSource{.entry = entry, .instruction = std::move(given)});
        }
        case SourceKind::document: {
            const auto paper = TRY(desk.documents.find_summary({name.id}));
            if (!paper) return std::optional<FoundSource>();
            const auto on = paper->received.date_in_china();
            const Entry entry{name, paper->title, paper->kind, on, paper->division, 0};
            return std::optional(FoundSource{.entry = entry});
        }
    }
    CHECK(false, "every kind of source is found somewhere");
}

Result<std::optional<FoundSource>> find_seen(Desk& desk, const authority::Actor& actor,
                                             const SourceName& name) {
    auto found = TRY(find_source(desk, name));
    if (found && !scope_for(actor, name.kind).covers(found->entry.division)) found.reset();
    return found;
}

Result<source::Conveyance> visible_conveyance(Desk& desk, const authority::Actor& actor,
                                              const source::ConveyanceId& id) {
    auto found = TRY(desk.conveyances.find_conveyance(id));
    if (found && authority::scope_of(actor, Action::see_tasks).covers(found->division)) {
        return *std::move(found);
    }
    return Error{Fault::missing,         "E-SRC-021",
                 "传达事项 " + id.value, "没有这个传达事项，或它不在您的管辖范围内",
                 "本地区的传达事项",     "从“来源”的议题池中打开"};
}

std::vector<SourceName> names_of(const std::vector<source::Citation>& citations) {
    std::vector<SourceName> names;
    for (const auto& one : citations) names.push_back(one.source);
    return names;
}

Result<Task> citing_task(Desk& desk, const Caller& caller, const ident::TaskId& id) {
    Task task = TRY(visible_task(desk, caller.actor, id));
    TRY(authority::may(caller.actor, Action::confirm_tasks, {task.division, {}, {}}));
    TRY(may_act(desk, caller.actor, task));
    return task;
}

}  // namespace anmin::operations
