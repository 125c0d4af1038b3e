// Units, posts, people and who holds what when. A unit stands in a division; whom it reports to is
// another matter, and so is with whom it leads or helps. Deciding functions return events.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "ident/ident.h"
#include "organisation/division.h"
#include "result/result.h"

namespace anmin::organisation {

enum class UnitKind {
    bureau,       // 民政部、厅、局
    section,      // 内设科室
    township,     // 乡镇街道民政办
    committee,    // 村（居）民委员会
    station,      // 服务站、救助站
    institution,  // 福利院、养老机构等事业单位
};
const char* word(UnitKind kind);  // 机关, 内设机构, ...

struct Unit {
    ident::UnitId id;
    std::string name;  // 江北县民政局
    DivisionCode division;
    std::optional<UnitKind> kind{};
    std::optional<ident::UnitId> reports_to{};  // apart from the division's own parent
    std::optional<calendar::Date> until{};      // first day on which it is no more
};

struct Post {
    ident::PostId id;
    std::string title;  // 社会救助科科长
    ident::UnitId unit;
    std::string unit_name;
    DivisionCode division;  // of its unit
    std::string holder;     // name of the person appointed today; empty when vacant
    std::optional<calendar::Date> until{};
};

enum class RelationKind {
    leads,       // 牵头
    cooperates,  // 配合
};
struct Relation {
    ident::UnitId unit;
    ident::UnitId other;
    RelationKind kind = RelationKind::leads;
    std::string matter;  // 流浪乞讨人员救助
    calendar::Date from;
    std::optional<calendar::Date> until{};
};

struct Appointment {
    ident::PostId post;
    std::string holder;
    calendar::Date from;
    std::optional<calendar::Date> until{};  // first day on which it is over
    std::optional<ident::PersonId> person{};
};

// A person of the office. The numbers are sealed; masks are what everybody sees
// (330***********1234).
struct Person {
    ident::PersonId id;
    std::string name;
    DivisionCode division;        // whose office keeps it
    std::string resident_sealed;  // empty: not known
    std::string resident_index;   // keyed, for exact search and against doubles
    std::string resident_mask;
    std::string telephone_sealed;
    std::string telephone_mask;
};

struct UnitFounded {
    Unit unit;
};
struct UnitClosed {
    ident::UnitId unit;
    calendar::Date on;
};
struct UnitPlaced {  // in another division, or reporting to another unit
    ident::UnitId unit;
    DivisionCode division;
    std::optional<ident::UnitId> reports_to{};
    calendar::Date on;
};
struct UnitsRelated {
    Relation relation;
};
struct PostCreated {
    Post post;  // without holder
};
struct PostClosed {
    ident::PostId post;
    calendar::Date on;
};
struct Appointed {
    ident::PostId post;
    std::string holder;
    calendar::Date from;
    std::optional<calendar::Date> until{};
    std::optional<ident::PersonId> person{};
};
struct AppointmentEnded {
    ident::PostId post;
    calendar::Date from;  // of the appointment that ends
    calendar::Date on;    // first day on which it is over
};
struct PersonRegistered {
    Person person;
};

// Two appointments to one post may not overlap by a day: E-ORG-040, which names the other holder;
// E-ORG-041 when it ends before it begins, E-ORG-042 when the post is closed by then.
Result<Appointed> appoint(const Post& post, const std::vector<Appointment>& held,
                          const Appointment& order);
// E-ORG-043 when there is none that begins on `from` or it is over by then.
Result<AppointmentEnded> end_appointment(const std::vector<Appointment>& held,
                                         const ident::PostId& post, calendar::Date from,
                                         calendar::Date on);

// A unit may not come to report to itself, however far round: E-ORG-044.
Result<void> check_line(const std::vector<Unit>& units, const ident::UnitId& unit,
                        const ident::UnitId& reports_to);

// 330***********1234: the first three and the last four stay.
std::string masked(const std::string& number);

}  // namespace anmin::organisation
