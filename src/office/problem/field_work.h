// Field work (蹲点调研): groups sent to areas, what they held there, and what was said to them, in
// the words it was said in (closed-loop A.3 model 7). Units are fixed words: 场次, 人次, 处, 条.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "directive/task_events.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::problem {

using directive::Officer;
using MissionId = ident::Id<struct MissionTag>;
using RemarkId = ident::Id<struct RemarkTag>;
using ProblemId = ident::Id<struct ProblemTag>;
using ListId = ident::Id<struct ListTag>;

enum class ActivityKind { session, interview, visit };  // 座谈会 (场次), 访谈 (人次), 走访 (处)
enum class RemarkKind { problem, suggestion };          // 问题, 意见建议 (条)

struct MissionOpened {
    MissionId mission;
    std::string title;
    ident::DivisionCode division;  // of the office that sends
    calendar::Date from;
    calendar::Date to;
    Officer officer;
    calendar::Date on;
};
struct GroupFormed {
    std::int32_t number = 0;  // 第 n 组
    std::string area;         // 对口地区
    bool province = false;    // the area is a province; else something like 新疆生产建设兵团
    std::string leader;
    std::vector<std::string> members;  // without the leader
    Officer officer;
    calendar::Date on;
};
struct ActivityLogged {
    std::int32_t group = 0;
    ActivityKind kind = ActivityKind::session;
    calendar::Date held_on;
    std::string place;
    std::int64_t amount = 0;  // in the kind's unit
    std::string note;
    Officer officer;
    calendar::Date on;
};
struct Remark {
    RemarkId id;
    RemarkKind kind = RemarkKind::problem;
    std::string text;     // 原话
    std::string said_by;  // 提出人类别: 村干部, 养老院老人; never a name
    std::string place;
};
struct RemarksTaken {
    std::int32_t group = 0;
    std::vector<Remark> remarks;
    Officer officer;
    calendar::Date on;
};

// --- state

struct Group {
    std::int32_t number = 0;
    std::string area;
    bool province = false;
    std::int64_t people = 0;  // with the leader
};
struct Mission {
    MissionId id;
    std::int64_t version = 0;
    std::string title;
    ident::DivisionCode division;
    calendar::Date from;
    calendar::Date to;
    std::vector<Group> groups;
};

// 回访: that whoever said it was told what became of it.
struct Told {
    calendar::Date on;
    std::string by;
    std::string way;     // 当面, 电话; a word of the rules
    std::string answer;  // in their words: satisfied or not

    bool operator==(const Told&) const = default;
};

// A remark as it was taken, and what became of it.
struct TakenRemark {
    Remark remark;
    MissionId mission;
    std::int32_t group = 0;
    calendar::Date on;
    std::optional<ProblemId> problem;  // into which it was merged
    std::optional<Told> told;          // the last time
};

const char* word(ActivityKind kind);
const char* unit(ActivityKind kind);
const char* word(RemarkKind kind);

// --- deciding; Errors E-PROB-00x

Result<MissionOpened> open_mission(MissionOpened order);
// Every area has exactly one group.
Result<GroupFormed> form_group(const Mission& mission, GroupFormed order);
Result<ActivityLogged> log_activity(const Mission& mission, ActivityLogged order);
Result<RemarksTaken> take_remarks(const Mission& mission, RemarksTaken order);

}  // namespace anmin::problem
