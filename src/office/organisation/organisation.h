// Who there is: divisions, units, posts. Start here; the port OrganisationStore is at the end.
//
// Area, unit, post and person are four different things: a unit belongs to a division, a post to a
// unit, a person holds a post for a time (Appointment).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "ident/ident.h"
#include "result/result.h"

namespace anmin::organisation {

using ident::DivisionCode;

enum class Level { nation, province, prefecture, county, township, village };

// The level a code of this length stands for (GB/T 2260, GB/T 10114).
Level level_of(const DivisionCode& code);

struct Division {
    DivisionCode code;
    std::string name;  // 浙江省
    Level level = Level::nation;
    DivisionCode parent;        // of the nation: the nation itself
    std::int64_t children = 0;  // direct children
};

struct Unit {
    ident::UnitId id;
    std::string name;  // 江北县民政局
    DivisionCode division;
};

struct Post {
    ident::PostId id;
    std::string title;  // 社会救助科科长
    ident::UnitId unit;
    std::string unit_name;
    DivisionCode division;  // of its unit
    std::string holder;     // name of the person appointed today; empty when vacant
};

// How far a reader's view reaches from a division: never "everything" by accident.
enum class Reach {
    nothing,            // the safe default
    subtree,            // the division and all inside it
    subtree_and_above,  // and its ancestors (orders come from above)
};

// The filter that every query carries. Only `authority` makes one from an actor.
struct Scope {
    DivisionCode root;
    Reach reach = Reach::nothing;

    bool covers(const DivisionCode& code) const;
};

// A page of a list: `next` is the key to ask with for the following page, empty at the end.
template <class T>
struct Page {
    std::vector<T> items;
    std::string next;
};

struct PageRequest {
    std::string after;        // the `next` of the page before; empty: from the start
    std::int32_t limit = 50;  // 1 to 500
};

// Events of this room; applied by the store's projections, decided by operations.
struct DivisionsImported {
    std::string source;                // name of the data set
    std::string version;               // of the data set
    std::string digest;                // SM3 over the rows in code order, hexadecimal
    std::vector<std::int64_t> counts;  // entries by level, province to village
};
struct UnitFounded {
    Unit unit;
};
struct PostCreated {
    Post post;  // without holder
};
struct Appointed {
    ident::PostId post;
    std::string holder;
    calendar::Date from;
};
using Event = std::variant<DivisionsImported, UnitFounded, PostCreated, Appointed>;

// Reading side of what the store knows about the organisation.
class OrganisationStore {
public:
    virtual ~OrganisationStore() = default;
    virtual Result<std::optional<Division>> find_division(const DivisionCode& code) = 0;
    // From the nation down to `code`, both included; empty when the code is unknown.
    virtual Result<std::vector<Division>> path(const DivisionCode& code) = 0;
    virtual Result<Page<Division>> children(const DivisionCode& parent,
                                            const PageRequest& page) = 0;
    // Divisions in scope whose name begins with `typed`, or whose code does; shortest codes first.
    virtual Result<std::vector<Division>> search(const std::string& typed, const Scope& scope,
                                                 std::int32_t limit) = 0;
    virtual Result<std::int64_t> count_divisions() = 0;
    // Every division of these levels in the subtree of `root`, itself included, level by level and
    // in code order.
    virtual Result<std::vector<Division>> inside(const DivisionCode& root,
                                                 const std::vector<Level>& levels) = 0;
    // Replaces the division table by `rows` (code order) and records `event`, in one transaction.
    virtual Result<void> import_divisions(const std::vector<Division>& rows,
                                          const DivisionsImported& event) = 0;
    virtual Result<std::vector<Unit>> units(const Scope& scope) = 0;
    virtual Result<std::vector<Post>> posts(const Scope& scope) = 0;
    virtual Result<std::optional<Post>> find_post(const ident::PostId& id) = 0;
};

}  // namespace anmin::organisation
