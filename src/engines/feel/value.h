// Values of FEEL: immutable, cheap to copy (32 bytes; lists and the like are shared).
//
// A null may carry its cause: what made it null, and where. Unknown is not a FEEL value: it stands
// for an input that was not given while the engine asks whether the input could still change the
// outcome.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/duration.h"
#include "calendar/moment.h"
#include "decimal/decimal.h"

namespace anmin::feel {

using calendar::CivilDate;
using calendar::ClockTime;
using calendar::DateTime;
using calendar::DaysTime;
using calendar::YearsMonths;
using decimal::Decimal;

class Value;
class Callable;
struct Range;
struct Source;

// In the order of the alternatives of Value.
enum class Kind : std::uint8_t {
    null,
    boolean,
    number,
    text,
    date,
    time,
    date_time,
    years_months,
    days_time,
    list,
    context,
    range,
    function,
    unknown,
};

// Why a value is null.
struct Cause {
    std::string code;    // E-FEEL-nnn or E-DMN-nnn
    std::string reason;  // Chinese
    std::string place;   // element, line and column
    // One line: code, place, reason.
    std::string text() const;
};

using List = std::vector<Value>;

struct Entry;

// Named values in their order of writing; names are unique.
class Context {
public:
    const Value* find(std::string_view name) const;
    void put(std::string name, Value value);  // replaces an entry of that name
    const std::vector<Entry>& entries() const { return entries_; }
    bool empty() const { return entries_.empty(); }

private:
    std::vector<Entry> entries_;
};

// What walking through a value costs, all that is inside counted as often as it is met: shared
// parts make a value of few bytes and any size.
struct Bulk {
    std::uint32_t size = 1;   // values, and one for every 32 bytes of text
    std::uint16_t depth = 0;  // lists, contexts and functions inside each other
    bool unknown = false;     // an Unknown stands inside
};

// INVARIANT: no list, context or function is beyond these; what would be is null, E-FEEL-900.
constexpr std::uint32_t largest_value = 50000000;
constexpr std::uint16_t deepest_value = 500;
constexpr std::string_view over_limit = "E-FEEL-900";

template <class T>
struct Held {
    T what;
    Bulk bulk;
};

class Value {
    std::variant<std::shared_ptr<const Cause>, bool, Decimal, std::shared_ptr<const std::string>,
                 CivilDate, std::shared_ptr<const ClockTime>, std::shared_ptr<const DateTime>,
                 YearsMonths, DaysTime, std::shared_ptr<const Held<List>>,
                 std::shared_ptr<const Held<Context>>, std::shared_ptr<const Range>,
                 std::shared_ptr<const Callable>, std::shared_ptr<const std::set<std::string>>>
        rep_;

    Bulk bulk_inside() const;

    template <std::size_t index>
    auto pointed() const {
        const auto* found = std::get_if<index>(&rep_);
        return found ? found->get() : nullptr;
    }

public:
    Value() = default;  // null without cause
    static Value null(Cause cause);
    static Value null(std::shared_ptr<const Cause> cause);
    static Value of(bool boolean);
    static Value of(const Decimal& number);
    static Value of(std::int64_t number);
    static Value of(std::string text);
    static Value of(CivilDate date);
    static Value of(ClockTime time);
    static Value of(DateTime moment);
    static Value of(YearsMonths duration);
    static Value of(DaysTime duration);
    static Value of(List list);
    static Value of(Context context);
    static Value of(Range range);
    static Value of(std::shared_ptr<const Callable> function);
    static Value unknown(std::set<std::string> missing);

    Kind kind() const { return static_cast<Kind>(rep_.index()); }
    bool is_null() const { return rep_.index() == 0; }
    bool is_unknown() const { return kind() == Kind::unknown; }
    bool is_true() const { return rep_.index() == 1 && std::get<1>(rep_); }
    bool is_false() const { return rep_.index() == 1 && !std::get<1>(rep_); }

    // Each gives nullptr when the value is of another kind.
    const bool* boolean() const { return std::get_if<1>(&rep_); }
    const Decimal* number() const { return std::get_if<2>(&rep_); }
    const std::string* text() const { return pointed<3>(); }
    const CivilDate* date() const { return std::get_if<4>(&rep_); }
    const ClockTime* time() const { return pointed<5>(); }
    const DateTime* date_time() const { return pointed<6>(); }
    const YearsMonths* years_months() const { return std::get_if<7>(&rep_); }
    const DaysTime* days_time() const { return std::get_if<8>(&rep_); }
    const List* list() const {
        const auto* held = pointed<9>();
        return held ? &held->what : nullptr;
    }
    const Context* context() const {
        const auto* held = pointed<10>();
        return held ? &held->what : nullptr;
    }
    const Range* range() const { return pointed<11>(); }
    const Callable* function() const { return pointed<12>(); }
    const std::shared_ptr<const Callable>& shared_function() const { return std::get<12>(rep_); }
    const std::set<std::string>* missing() const { return pointed<13>(); }
    // The cause of a null, or nullptr.
    const Cause* cause() const { return pointed<0>(); }
    // Of the same kind and, where values are shared, the very same one.
    bool shares(const Value& other) const;
    Bulk bulk() const { return number() || is_null() ? Bulk() : bulk_inside(); }
    const std::shared_ptr<const Cause>& shared_cause() const { return std::get<0>(rep_); }
};

struct Entry {
    std::string name;
    Value value;
};

// How a range was written; two ranges are equal only when they were written in the same form.
enum class RangeForm : std::uint8_t {
    interval,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    unequal
};

struct Range {
    RangeForm form = RangeForm::interval;
    Value low;   // null: no lower end
    Value high;  // null: no upper end
    bool low_included = false;
    bool high_included = false;
};

// What can be called: a built-in, a lambda, a business knowledge model, a decision service.
class Session;
struct Type;
struct Parameter {
    std::string name;
    std::shared_ptr<const Type> type;  // nullptr: any
};
class Callable {
public:
    virtual ~Callable() = default;
    // How deep what it holds is nested.
    virtual std::uint16_t depth() const { return 0; }
    virtual const std::vector<Parameter>& parameters() const = 0;
    virtual std::shared_ptr<const Type> result_type() const { return nullptr; }
    // `arguments` are as many as parameters(), or fewer (missing ones are null).
    virtual Value call(Session& session, std::vector<Value> arguments) const = 0;
    // Overloaded and variable functions sort out their arguments themselves.
    virtual bool sorts_arguments() const { return false; }
    virtual Value call_sorted(Session& session, std::vector<Value> arguments,
                              const std::vector<std::string>& names) const;
};

// The name of a kind as FEEL writes it: "number", "date and time".
std::string_view kind_name(Kind kind);
// The Unknown standing anywhere inside, or nullptr; looks into lists, contexts and ranges.
const std::set<std::string>* missing_inside(const Value& value);

}  // namespace anmin::feel
