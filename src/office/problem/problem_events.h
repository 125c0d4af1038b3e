// What happens to a problem and to a list of problems, as it is kept for ever. Stored names are in
// the store; a field that came later is optional, so that older events can still be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "directive/task.h"
#include "problem/field_work.h"

namespace anmin::problem {

using directive::Evidence;
using directive::Owner;

// 清单: a named set of problems.
struct ListOpened {
    ListId list;
    std::string name;                      // 部党组突出问题清单
    std::string scheme;                    // 1+3; empty: stands alone
    std::string source;                    // 来源: 蹲点调研, 巡视反馈
    std::optional<std::int64_t> declared;  // how many there are said to be
    ident::DivisionCode division;
    Officer officer;
    calendar::Date on;
};
struct ProblemRaised {
    ProblemId problem;
    std::string text;
    std::vector<RemarkId> remarks;  // what it was merged from; may be empty
    std::string source;             // when it comes from elsewhere: 巡视反馈第 3 条
    ident::DivisionCode division;
    std::string issuer;
    Officer officer;
    calendar::Date on;
    bool judge_first = false;  // 先研判: by the rules of that day it is judged before it is listed
};
struct RemarksJoined {
    std::vector<RemarkId> remarks;
    Officer officer;
    calendar::Date on;
};
struct ProblemListed {
    ListId list;
    std::int32_t number = 0;
    bool focused = false;  // 突出问题
    Officer officer;
    calendar::Date on;
};

enum class Branch { immediate, staged, long_term };  // 能改即改, 分阶段, 长期坚持

struct Stage {
    std::string text;
    calendar::Date due;
    std::string sign;  // 完成标志
    std::optional<calendar::Date> done_on;

    bool operator==(const Stage&) const = default;
};
struct ProblemPlanned {
    Branch branch = Branch::immediate;
    Owner owner;
    std::string measure;      // 整改措施
    std::string cause;        // 原因分析
    std::string supervision;  // 督查举措
    calendar::Date due;       // of a long-term one: its yearly review
    std::vector<Stage> stages;
    Officer officer;
    calendar::Date on;
    std::string target{};  // 年度目标 of a long-term one
};
struct StageDone {
    std::int32_t stage = 0;  // from 0
    std::string text;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct ProblemReported {
    std::string text;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct ProblemAccepted {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ProblemReturned {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct ProblemStruckOff {
    std::string text;
    std::optional<calendar::Date> look_back_on;
    Officer officer;
    calendar::Date on;
};
struct ProblemHeld {
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ProblemRebounded {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
// 清单冻结: from this day nothing is put on the list or moved off it.
struct ListFrozen {
    calendar::Date from;
    std::string text;
    Officer officer;
    calendar::Date on;
};
struct ListThawed {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
// 清单办结: every entry is settled.
struct ListClosed {
    std::string text;
    Officer officer;
    calendar::Date on;
};

// 研判 of a raised problem: is it so (属实), and is it for us (属本级).
enum class Finding { confirmed, unfounded, not_ours };
struct ProblemJudged {
    Finding finding = Finding::confirmed;
    std::string nature;      // 性质; a word of the rules, of a confirmed one
    std::string difficulty;  // 难易; likewise
    std::string cause;       // 原因; may be empty
    std::string unit;        // of one that is not ours: to whom it is handed on
    std::string reason;
    Officer officer;
    calendar::Date on;
};
// A duplicate goes on in another problem; that one says ProblemTookIn in the same commit.
struct ProblemMerged {
    ProblemId into;
    std::string text;  // of that problem
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct ProblemTookIn {
    ProblemId problem;
    std::string text;  // of the duplicate
    std::vector<RemarkId> remarks;
    std::string reason;
    Officer officer;
    calendar::Date on;
};
// An end by judgement was wrong. Of a duplicate the other problem says ProblemGaveBack with it.
struct JudgementTakenBack {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct ProblemGaveBack {
    ProblemId problem;
    std::vector<RemarkId> remarks;
    std::string reason;
    Officer officer;
    calendar::Date on;
};

// 年度复查 of a long-term problem.
struct ProblemReviewed {
    std::string text;
    std::vector<Evidence> evidence;
    calendar::Date next;  // the next review
    Officer officer;
    calendar::Date on;
};
struct DelayAsked {
    calendar::Date due;
    std::string reason;
    Officer officer;
    calendar::Date on;
};
struct DelayAnswered {
    bool granted = false;
    std::string text;
    Officer officer;
    calendar::Date on;
};
// 终止: given up with approval; neither done nor open.
struct ProblemEnded {
    std::string reason;
    Officer officer;
    calendar::Date on;
};
// 挂起: stands still for an objective cause from that day on, up to a day that is named.
struct ProblemSuspended {
    directive::SuspensionGround ground = directive::SuspensionGround::objective;
    std::string reason;
    directive::SuspensionClock clock = directive::SuspensionClock::runs_on;
    calendar::Date until;
    std::vector<Evidence> evidence;
    Officer officer;
    calendar::Date on;
};
struct ProblemResumed {
    std::string text;
    Officer officer;
    calendar::Date on;
};
// 回访: whoever said it was told what became of it.
struct RemarksToldBack {
    std::vector<RemarkId> remarks;
    Told told;
    Officer officer;
    calendar::Date on;
};

using Event =
    std::variant<MissionOpened, GroupFormed, ActivityLogged, RemarksTaken, ListOpened,
                 ProblemRaised, RemarksJoined, ProblemListed, ProblemPlanned, StageDone,
                 ProblemReported, ProblemAccepted, ProblemReturned, ProblemStruckOff, ProblemHeld,
                 ProblemRebounded, ListFrozen, ListThawed, ListClosed, ProblemJudged, ProblemMerged,
                 ProblemTookIn, JudgementTakenBack, ProblemGaveBack, ProblemReviewed, DelayAsked,
                 DelayAnswered, ProblemEnded, RemarksToldBack, ProblemSuspended, ProblemResumed>;

}  // namespace anmin::problem
