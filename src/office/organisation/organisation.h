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
#include "organisation/division.h"
#include "organisation/staff.h"
#include "result/result.h"

namespace anmin::organisation {

// How far a reader's view reaches from a division: never "everything" by accident.
enum class Reach {
    nothing,            // the safe default
    subtree,            // the division and all inside it
    subtree_and_above,  // and its ancestors (orders come from above)
};

// The filter that every query carries. Only `authority` makes one from an actor; it may be
// narrowed.
struct Scope {
    DivisionCode root;
    Reach reach = Reach::nothing;
    // Divisions that ended and went on whole inside the root; their records are reached too.
    std::vector<DivisionCode> former{};

    bool covers(const DivisionCode& code) const;
    // What of it lies in the division and inside that; never more than the scope itself. Former
    // ground belongs to the root alone.
    Scope within(const DivisionCode& division) const;
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
using Event = std::variant<DivisionsImported, UnitFounded, PostCreated, Appointed, DivisionsChanged,
                           UnitClosed, UnitPlaced, UnitsRelated, PostClosed, AppointmentEnded,
                           PersonRegistered, DivisionChangeWithdrawn>;

// Reading side of what the store knows about the organisation.
class OrganisationStore {
public:
    virtual ~OrganisationStore() = default;
    // Whenever it was there: `from` and `until` say when.
    virtual Result<std::optional<Division>> find_division(const DivisionCode& code) = 0;
    // From the nation down to `code`, both included; empty when the code is unknown. A code keeps
    // its place for ever, so that the path needs no day; names and what was known follow the view.
    virtual Result<std::vector<Division>> path(const DivisionCode& code, const View& view) = 0;
    virtual Result<Page<Division>> children(const DivisionCode& parent, const View& view,
                                            const PageRequest& page) = 0;
    // Divisions in scope whose name, pinyin initials or code begin with `typed`; upper levels
    // first.
    virtual Result<std::vector<Division>> search(const std::string& typed, const Scope& scope,
                                                 const View& view, std::int32_t limit) = 0;
    // How many divisions of each level there are below this one.
    virtual Result<std::vector<LevelCount>> counts_below(const DivisionCode& code,
                                                         const View& view) = 0;
    // The division and all that was ever below it, as known now, whether it lives or not, with the
    // names of the day; in code order, at most `limit`.
    virtual Result<std::vector<Division>> ever_inside(const DivisionCode& code, calendar::Date day,
                                                      std::int64_t limit) = 0;
    // Changes that touch this division or one inside it, newest first; those taken back among them.
    virtual Result<Page<RecordedChange>> changes(const DivisionCode& inside,
                                                 const PageRequest& page) = 0;
    // The same, but only the first that holds, and not the one with the identifier `but`.
    virtual Result<std::optional<RecordedChange>> latest_change(const DivisionCode& inside,
                                                                const std::string& but) = 0;
    virtual Result<std::optional<FoundChange>> find_change(const std::string& id) = 0;
    // Changes that hold, were recorded after this one and touch a division that it touches, one
    // inside or one above: the last recorded first.
    virtual Result<std::vector<FoundChange>> later_changes(const std::string& id) = 0;
    // Links of changes that took effect after `from`, up to and with `to`, between divisions of
    // one level.
    virtual Result<std::vector<Link>> links(const DivisionCode& inside, calendar::Date from,
                                            calendar::Date to) = 0;
    // Tasks that these divisions hold, confirmed from one day to another, both included; one that
    // several of them hold is one.
    virtual Result<std::int64_t> tasks_confirmed(const std::vector<DivisionCode>& divisions,
                                                 calendar::Date from, calendar::Date to) = 0;
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
    virtual Result<std::optional<Unit>> find_unit(const ident::UnitId& id) = 0;
    // Of one post, oldest first.
    virtual Result<std::vector<Appointment>> appointments(const ident::PostId& post) = 0;
    // Those of the scope with `typed` in their name or in the title of one of their posts; all of
    // them when it is empty. By division and identifier.
    virtual Result<Page<Unit>> find_units(const Scope& scope, const std::string& typed,
                                          const PageRequest& page) = 0;
    // What belongs to these units, at most a page of them: themselves, their posts, who held those
    // (oldest first), their relations to others.
    virtual Result<std::vector<Unit>> units_of(const std::vector<ident::UnitId>& units) = 0;
    virtual Result<std::vector<Post>> posts_of(const std::vector<ident::UnitId>& units) = 0;
    virtual Result<std::vector<Appointment>> appointments_of(
        const std::vector<ident::UnitId>& units) = 0;
    virtual Result<std::vector<Relation>> relations_of(const std::vector<ident::UnitId>& units) = 0;
    virtual Result<std::optional<Person>> find_person(const ident::PersonId& id) = 0;
    // By exact number, through the keyed index.
    virtual Result<std::optional<Person>> find_resident(const std::string& index) = 0;
    // Who ever held a post inside the scope, by name.
    virtual Result<Page<Person>> people(const Scope& scope, const PageRequest& page) = 0;
};

}  // namespace anmin::organisation
