// The steps of a task's life: each names the version the caller saw, and gives the task after the
// step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/desk.h"
#include "operations/open_task.h"

namespace anmin::operations {

struct AssignTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    ident::PostId post;
    std::optional<calendar::Date> due;
    std::string note;
    std::vector<directive::AskedItem> asks{};  // to be handed in beside the work; E-LOAD-001, -002
};
Result<OpenedTask> assign_task(Desk& desk, const Caller& caller, const AssignTask& order);

struct ReportTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    std::string text;
    std::vector<directive::Evidence> evidence;  // kept before by keep_evidence
    std::string amount{};                       // done, in the target's unit; empty: none
};
Result<OpenedTask> report_task(Desk& desk, const Caller& caller, const ReportTask& order);

struct TaskNote {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    std::string text;
};
Result<OpenedTask> verify_task(Desk& desk, const Caller& caller, const TaskNote& order);
Result<OpenedTask> return_task(Desk& desk, const Caller& caller, const TaskNote& order);

struct StrikeOffTask {
    ident::TaskId task;
    std::int64_t seen_version = 0;
    std::string text;
    std::optional<int> look_back_months{};  // none: as the rule has it
};
Result<OpenedTask> strike_off_task(Desk& desk, const Caller& caller, const StrikeOffTask& order);

// Keeps a file's bytes; the answer is what a report names.
Result<directive::Evidence> keep_evidence(Desk& desk, const Caller& caller,
                                          const std::string& file_name, const std::string& bytes);
// The bytes of a file that a report of this task names.
struct EvidenceFile {
    std::string file_name;
    std::string bytes;
};
Result<EvidenceFile> open_evidence(Desk& desk, const authority::Actor& actor,
                                   const ident::TaskId& task, const std::string& digest);

}  // namespace anmin::operations
