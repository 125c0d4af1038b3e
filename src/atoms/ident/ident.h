// Typed identifiers. Two ids of different things never mix, and none is a bare string.
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace anmin::ident {

// An identifier of one kind of thing; Tag only makes the type distinct. Values are opaque, ASCII,
// without spaces, at most 64 characters; new ones come from an IdSource handed in by the caller.
template <class Tag>
struct Id {
    std::string value;

    auto operator<=>(const Id&) const = default;
};

using DocumentId = Id<struct DocumentTag>;
using TaskId = Id<struct TaskTag>;
using UnitId = Id<struct UnitTag>;
using PostId = Id<struct PostTag>;
using AccountId = Id<struct AccountTag>;
using PersonId = Id<struct PersonTag>;

// Gives identifiers that no other process gives too (time-ordered, 26 characters of Crockford base
// 32). A port: the world's randomness and clock stay outside.
class IdSource {
public:
    virtual ~IdSource() = default;
    virtual std::string next() = 0;
};

// The code of an administrative division: 2, 4, 6, 9 or 12 digits (province, prefecture, county,
// township, village; GB/T 2260 and GB/T 10114), or "0" for the whole country. An ancestor's code is
// a prefix of its descendants' codes.
class DivisionCode {
public:
    DivisionCode() : digits_("0") {}  // the whole country

    static std::optional<DivisionCode> parse(std::string_view digits);
    static DivisionCode nation() { return {}; }

    const std::string& digits() const { return digits_; }
    bool is_nation() const { return digits_ == "0"; }
    // Is `other` this division or one inside it?
    bool contains(const DivisionCode& other) const;
    // The next code upward by length; nothing above the nation. (The division table may skip a
    // level.)
    std::optional<DivisionCode> parent() const;

    auto operator<=>(const DivisionCode&) const = default;

private:
    explicit DivisionCode(std::string digits) : digits_(std::move(digits)) {}
    std::string digits_;
};

}  // namespace anmin::ident

template <class Tag>
struct std::hash<anmin::ident::Id<Tag>> {
    std::size_t operator()(const anmin::ident::Id<Tag>& id) const noexcept {
        return std::hash<std::string>()(id.value);
    }
};
