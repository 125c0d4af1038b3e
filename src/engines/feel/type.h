// Types of FEEL and of item definitions.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "feel/value.h"

namespace anmin::feel {

using TypePtr = std::shared_ptr<const Type>;

enum class Shape : std::uint8_t {
    any,
    null,
    boolean,
    number,
    text,
    date,
    time,
    date_time,
    years_months,
    days_time,
    duration,  // either kind of duration (the kit's older models say just "duration")
    list,
    context,
    range,
    function,
};

// Says where something stands, when that is asked for. Borrows what it is made of: for parameters
// only.
class Where {
public:
    template <class Say>
        requires(!std::is_same_v<Say, Where>)
    Where(const Say& say)
        : say_(&say),
          call_([](const void* at) -> std::string { return (*static_cast<const Say*>(at))(); }) {}
    std::string operator()() const { return call_(say_); }

private:
    const void* say_;
    std::string (*call_)(const void*);
};

struct Field {
    std::string name;
    TypePtr type;
};

// What a value of the type must satisfy beyond its shape.
class Constraint {
public:
    virtual ~Constraint() = default;
    // Is `value` allowed? Null counts as not allowed unless it is named.
    virtual bool allows(Session& session, const Value& value) const = 0;
    virtual std::string text() const = 0;
};

struct Type {
    Shape shape = Shape::any;
    std::string name;           // of the item definition, empty for others
    TypePtr element;            // of a list or range
    std::vector<Field> fields;  // of a context, in order
    bool open = true;           // a context of unnamed fields
    std::vector<TypePtr> parameters;
    TypePtr result;
    std::shared_ptr<const Constraint> constraint;       // on the value (of each element of a list)
    std::shared_ptr<const Constraint> list_constraint;  // on the list as a whole

    const Field* find_field(std::string_view name) const;
};

TypePtr make_type(Shape shape);
TypePtr list_of(TypePtr element);
TypePtr range_of(TypePtr element);

// A built-in type by its FEEL name ("date and time", "Any") or by a name of older models
// ("dateTime", "dayTimeDuration"); nullptr when there is none.
TypePtr builtin_type(std::string_view name);

// SPEC: DMN 10.3.2.9.2: is the value in the domain of the type? Null is in none but Null's.
bool instance_of(const Value& value, const Type& type);

// SPEC: DMN 10.3.2.9.4: the value as one of the type: a list of one item and its item stand for
// each other, a date becomes a moment at midnight UTC; otherwise null with the cause E-FEEL-301
// (not of the type) or
// E-FEEL-302 (not allowed). Null stays null.
// `place` is asked only for a cause.
Value conform(Session& session, const Value& value, const Type& type, const Where& place);

// "list<number>", for messages.
std::string type_text(const Type& type);

}  // namespace anmin::feel
