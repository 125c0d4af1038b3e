// What happens to documents' proposals and to tasks, as events. The names in the log are in the
// store; a field that came later is optional, so that older events can still be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "directive/candidate.h"
#include "directive/quantity.h"
#include "ident/ident.h"

namespace anmin::directive {

// Who did something, as they were then.
struct Officer {
    ident::AccountId account;
    std::string name;
    std::string post_title;

    bool operator==(const Officer&) const = default;
};

// Who has to do it. `post` is empty when a unit is meant in which nobody holds a fitting post yet.
struct Owner {
    ident::PostId post;
    std::string post_title;
    std::string unit_name;
    ident::DivisionCode division;

    bool operator==(const Owner&) const = default;
};

// A file given as proof; its bytes are kept like a document's.
struct Evidence {
    std::string digest;  // SM3, hexadecimal
    std::string file_name;
    std::int64_t bytes = 0;

    bool operator==(const Evidence&) const = default;
};

// --- in the document's stream

struct TasksProposed {
    ident::DocumentId document;
    std::vector<Candidate> candidates;
};
struct CandidateRejected {
    ident::DocumentId document;
    std::int32_t number = 0;
    std::string reason;
    Officer officer;
};
struct CandidateConfirmed {  // its twin TaskConfirmed starts the task's stream
    ident::DocumentId document;
    std::int32_t number = 0;
    ident::TaskId task;
    Officer officer;
};

// An officer cut proposals differently: `taken` are gone, `given` stand in their place.
struct CandidatesRecut {
    ident::DocumentId document;
    std::vector<std::int32_t> taken;
    std::vector<Candidate> given;
    Officer officer;
};
struct CandidateReopened {  // a rejection taken back
    ident::DocumentId document;
    std::int32_t number = 0;
    Officer officer;
};

// --- in the task's stream

struct TaskConfirmed {
    ident::TaskId task;
    ident::DocumentId document;
    ident::DivisionCode division;  // of the issuing office
    std::string issuer;            // its unit's name
    std::string source_title;      // of the document
    Candidate item;                // as the officer left it
    Officer officer;
    calendar::Date on;
    std::optional<calendar::Date> due;  // a date the officer set; else the text's own holds
};
// What has to be handed in beside doing the work; see measure/load.h.
enum class AskKind { figure, form };  // 报一个数, 填一张表
struct AskedItem {
    AskKind kind = AskKind::form;
    std::string name;
    std::string different{};  // from a held figure whose name is near, as the asker says

    bool operator==(const AskedItem&) const = default;
};
struct TaskAssigned {
    Owner owner;
    std::optional<calendar::Date> due;  // may only tighten or supply the text's date
    std::string note;
    Officer officer;
    calendar::Date on;
    std::vector<AskedItem> asks{};  // beside those that it has already
};
// One part of a task, a task of its own from this event on; its stream begins empty.
struct Share {
    ident::TaskId task;
    std::int32_t under = -1;  // the share it hangs below, by place in the list; -1: the task itself
    Owner owner;
    std::vector<Owner> helpers;               // 配合单位
    std::optional<std::int64_t> thousandths;  // of the task's target, in its unit
    calendar::Date due;
    std::string text;      // empty: the task's own
    std::string standard;  // 验收标准
};
// A task taken apart: one event however many parts there are.
struct TaskSpread {
    std::optional<Owner> lead;       // who answers for the whole, when nobody did
    std::optional<Quantity> target;  // of the task, when it had none
    std::string split_reason;        // why the parts need not sum up to it; empty: they do
    ident::DivisionCode division;    // of the office that takes apart
    std::string issuer;
    std::vector<Share> shares;
    Officer officer;
    calendar::Date on;
    std::vector<AskedItem> asks{};  // of every part
};
struct TaskSignedFor {  // 签收
    Officer officer;
    calendar::Date on;
};
struct TaskProgressed {  // a period report
    std::string text;
    std::optional<std::int64_t> thousandths;  // done so far, in the target's unit
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct TaskUrged {  // 催办; by the program itself when `automatic`
    std::int32_t number = 0;
    bool automatic = false;
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ExtensionAsked {
    calendar::Date due;
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct ExtensionAnswered {
    bool granted = false;
    std::string text;
    Officer officer;
    calendar::Date on;
};
// 挂起: an objective cause, nobody's fault, keeps the work from going on for a while.
enum class SuspensionGround {
    disaster,   // 自然灾害、突发事件
    policy,     // 政策调整，等待明确
    others,     // 等待上级或其他单位
    procedure,  // 诉讼、复议等法定程序
    objective,  // 其他客观原因
};
// What the days of a suspension do to the date.
enum class SuspensionClock {
    runs_on,  // 期限照算: the date stays
    moves,    // 期限顺延: the date moves by the days suspended
};
struct SuspensionAsked {
    SuspensionGround ground = SuspensionGround::objective;
    std::string reason;
    calendar::Date until;
    Officer officer;
    calendar::Date on;
};
struct SuspensionRefused {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct TaskSuspended {
    SuspensionGround ground = SuspensionGround::objective;
    std::string reason;
    SuspensionClock clock = SuspensionClock::runs_on;
    calendar::Date from;
    calendar::Date until;  // its last day; the day after, the task goes on without an event
    Officer officer;
    calendar::Date on;
};
struct TaskResumed {  // before the last day named
    std::string text;
    Officer officer;
    calendar::Date on;
};
// 异议: who was handed the task holds it to be another's, before signing for it.
struct ObjectionRaised {
    std::string reason;
    std::string proposed;  // the unit held to be in charge; empty: none is named
    Officer officer;
    calendar::Date on;
};
struct ObjectionRuled {  // 裁定, by the issuing office
    bool upheld = false;
    std::string text;
    std::optional<Owner> owner;  // upheld, and handed on at once; none: back to the issuer
    Officer officer;
    calendar::Date on;
};
// 并入: two open tasks of one issuer are one. What the absorbing task keeps of the absorbed one.
struct AbsorbedTask {
    ident::TaskId task;
    std::string text;
    ident::DocumentId document;
    std::string source_title;
    ident::TaskId order;  // of which it is a part; itself at the top
    std::optional<calendar::Date> due;
    std::optional<Quantity> target;
    bool added = false;                   // its target is in that of the task that took it in
    std::vector<ident::AccountId> doers;  // who worked on it; they do not verify what it went into
    calendar::Date on;

    bool operator==(const AbsorbedTask&) const = default;
};
struct TaskMerged {  // in the stream of the absorbed task
    ident::TaskId into;
    std::string text;  // of the absorbing task
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct TaskTookIn {                   // its twin, in the stream of the absorbing task
    std::vector<AbsorbedTask> tasks;  // the absorbed one, then those it had taken in itself
    std::optional<Owner> lead;        // who holds it from now on; none: who held it
    std::vector<Owner> helpers;       // beside those it has
    std::vector<AskedItem> asks;      // beside those it has
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct TaskReported {
    std::string text;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
    std::optional<std::int64_t> thousandths{};  // done, in the target's unit
};
struct TaskVerified {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct TaskReturned {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct TaskStruckOff {
    std::string note;
    Officer officer;
    calendar::Date on;
    std::optional<calendar::Date> look_back_on{};
};
struct TaskHeld {  // 回头看 passed: 巩固
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct TaskRebounded {  // 回头看 failed, or a part of it did: open again with its whole history
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct TaskEnded {  // 终止
    std::string reason;
    Officer officer;
    calendar::Date on;
};
// The columns of the 任务分解表 that an officer fills in or corrects; see directive/book.h.
struct BookChange {
    std::string column;  // its heading
    std::string before;
    std::string after;

    bool operator==(const BookChange&) const = default;
};
struct TaskBookEdited {
    std::vector<BookChange> changes;
    std::optional<calendar::Date> due;  // when a date is among them, for readers of the log
    Officer officer;
    calendar::Date on;
};

// The target is measured from now on: by an indicator that the system computes.
struct TargetBound {
    std::string indicator;  // its identifier in packages/indicator
    std::string name;       // as it was called then
    Officer officer;
    calendar::Date on;
};

using Event =
    std::variant<TasksProposed, CandidateRejected, CandidateConfirmed, TaskConfirmed, TaskAssigned,
                 TaskReported, TaskVerified, TaskReturned, TaskStruckOff, TaskBookEdited,
                 CandidatesRecut, CandidateReopened, TaskSpread, TaskSignedFor, TaskProgressed,
                 TaskUrged, ExtensionAsked, ExtensionAnswered, TaskHeld, TaskRebounded, TaskEnded,
                 TargetBound, SuspensionAsked, SuspensionRefused, TaskSuspended, TaskResumed,
                 ObjectionRaised, ObjectionRuled, TaskMerged, TaskTookIn>;

}  // namespace anmin::directive
