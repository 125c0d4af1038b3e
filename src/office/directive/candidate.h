// Task items as the machine proposes them. A candidate is never a task: only confirm()
// (directive/task.h) makes one, and it asks for the officer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "document/document.h"
#include "ident/ident.h"

namespace anmin::directive {

enum class TaskKind { action, study };

// A deadline as the text has it. `normal` is an ISO date (2025-03-31), a length (15日, 5个工作日,
// 30分钟) or a repeating point (每月5日); `due` is set only when `normal` is a date.
struct Deadline {
    std::string text;
    std::string normal;
    std::optional<calendar::Date> due;
    bool inferred_year = false;  // the year is not in the text

    bool operator==(const Deadline&) const = default;
};

struct Candidate {
    std::int32_t part = 0;    // index in Reading::parts
    std::int32_t number = 0;  // from 1, in the order of the text, over the whole document
    document::Span span;      // in the part's clean text
    std::string text;         // exactly the characters of the span
    TaskKind kind = TaskKind::action;
    std::vector<std::string> actors;  // as stated; empty when none is
    std::string imperative;           // first doing verb with its object
    std::optional<Deadline> deadline;
    std::optional<std::string> recurrence;  // 每月, 每季度, ...
    std::vector<std::string> quantities;    // texts inside the span
    std::vector<std::string> domains;
    int confidence = 0;  // percent
    std::string reason;  // why it is proposed, and how sure: for the officer
    std::optional<std::string>
        proposed_owner;  // from the duty table; a proposal, never filled in silently

    bool operator==(const Candidate&) const = default;
};

// Where a candidate stands with the officers.
enum class CandidateState { proposed, confirmed, rejected };

struct DecidedCandidate {
    Candidate candidate;
    CandidateState state = CandidateState::proposed;
    std::optional<ident::TaskId> task;  // when confirmed
    std::string reason;                 // when rejected
};

}  // namespace anmin::directive
