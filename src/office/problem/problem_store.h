// Problems, lists and field work as they are read, and the saved queries over them: any published
// sentence of figures is a query that opens its rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "organisation/organisation.h"
#include "problem/problem.h"

namespace anmin::problem {

struct ProblemFilter {
    std::vector<ProblemState> states;  // empty: all
    std::optional<ListId> list;
    std::optional<ident::PostId> owner;
    bool focused = false;
    bool started = false;  // planned or further
    bool done = false;     // struck off or held
    bool late = false;     // 晚办结: reported after its date, ever
};

// What a figure counts or sums up.
enum class Of { people, groups, activities, remarks, problems, lists };

struct Query {
    Of of = Of::problems;
    std::string mission;  // title; empty: all
    std::optional<ActivityKind> activity;
    std::optional<RemarkKind> remark;
    std::optional<bool> province;  // groups
    std::optional<bool> merged;    // remarks
    std::string scheme;            // lists, and problems on them
    std::string list;              // name
    bool focused = false;
    bool listed = false;
    bool started = false;
    bool done = false;
    bool late = false;
    bool ended = false;
    bool long_term = false;
    bool suspended = false;  // on the day that is asked for
};

struct Figure {
    std::string name;
    std::string label;
    std::string unit;
    bool at_least = false;  // the sentence says 多: what is counted may be more
    Query query;
};

// 抽调{people}名干部，组建{groups}个工作组…
struct SavedQuery {
    std::string id;
    std::string title;
    std::string sentence;
    std::vector<Figure> figures;
};

// A row under a figure, and what it counts for.
struct FigureRow {
    std::string id;
    std::string title;
    std::string detail;
    std::int64_t amount = 1;
};
struct FigureRows {
    organisation::Page<FigureRow> page;
    std::int64_t rows = 0;
    std::int64_t amount = 0;  // the figure
};

// A group of a mission with what it did: the row of the 蹲点调研汇总表.
struct GroupTally {
    MissionId mission;
    std::int64_t version = 0;  // of the mission
    std::string title;         // of the mission
    calendar::Date from;
    calendar::Date to;
    std::int32_t number = 0;
    std::string area;
    std::vector<std::string> people;  // the leader first
    std::int64_t sessions = 0;        // 场次
    std::int64_t interviews = 0;      // 人次
    std::int64_t visits = 0;          // 处
    std::int64_t problems = 0;        // 条
    std::int64_t suggestions = 0;
    std::int64_t merged = 0;  // of both: those that went into a problem
    std::int64_t told = 0;    // of both: those whose speakers were told what became of it
};

// What a group held, as it was logged.
struct LoggedActivity {
    ActivityKind kind = ActivityKind::session;
    calendar::Date held_on;
    std::string place;
    std::int64_t amount = 0;  // in the kind's unit
    std::string note;
};
// The records behind a group's tally, newest first.
struct GroupRecords {
    std::vector<LoggedActivity> activities;
    std::vector<TakenRemark> remarks;
    bool cut = false;  // there are more of one of the two than were asked for
};

class ProblemStore {
public:
    virtual ~ProblemStore() = default;
    virtual Result<std::vector<Mission>> missions(const organisation::Scope& scope) = 0;
    virtual Result<std::optional<Mission>> find_mission(const MissionId& id) = 0;
    virtual Result<std::vector<TakenRemark>> remarks(const std::vector<RemarkId>& ids) = 0;
    // Of missions of the scope, in the order they were taken; `merged` as in Query.
    virtual Result<organisation::Page<TakenRemark>> taken(
        const organisation::Scope& scope, std::optional<bool> merged,
        const organisation::PageRequest& page) = 0;
    // With what is counted of them on that day.
    virtual Result<std::vector<List>> lists(const organisation::Scope& scope,
                                            calendar::Date as_of) = 0;
    virtual Result<std::optional<List>> find_list(const ListId& id, calendar::Date as_of) = 0;
    // Of the list by number, wherever they were raised.
    virtual Result<std::vector<Problem>> entries(const ListId& list) = 0;
    virtual Result<std::optional<Problem>> find_problem(const ProblemId& id) = 0;
    virtual Result<organisation::Page<Problem>> problems(const organisation::Scope& scope,
                                                         const ProblemFilter& filter,
                                                         const organisation::PageRequest& page) = 0;
    // By mission, the newest first, and number.
    virtual Result<std::vector<GroupTally>> group_tallies(const organisation::Scope& scope) = 0;
    // At most `limit` of each.
    virtual Result<GroupRecords> group_records(const MissionId& mission, std::int32_t number,
                                               std::int64_t limit) = 0;
    virtual Result<FigureRows> rows(const organisation::Scope& scope, const Query& query,
                                    calendar::Date as_of,
                                    const organisation::PageRequest& page) = 0;
};

}  // namespace anmin::problem
