// The resident identity number (公民身份号码). SPEC: GB 11643-1999.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date.h"
#include "result/result.h"

namespace anmin::ident {

enum class Sex { male, female };

// Six digits of the area at first registration, eight of the birth date, three of sequence (odd:
// male), one check character. Personal data: log and show only masked().
class ResidentId {
public:
    // 18 characters, a final x in either case. Errors never repeat the number: E-IDENT-001 length,
    // -002 character, -003 no such date, -004 birth after `as_of` or before 1800, -005 check
    // character.
    static Result<ResidentId> parse(std::string_view text, calendar::Date as_of);

    // The 15 digits of cards issued before 1999-10-01, brought to 18.
    static Result<ResidentId> from_15(std::string_view text, calendar::Date as_of);

    const std::string& text() const { return text_; }
    std::string area() const {
        return text_.substr(0, 6);
    }  // a code of then, perhaps abolished since
    calendar::Date born() const { return born_; }
    Sex sex() const;
    std::string masked() const;  // 110105********002X

    auto operator<=>(const ResidentId&) const = default;

private:
    ResidentId(std::string text, calendar::Date born) : text_(std::move(text)), born_(born) {}
    std::string text_;
    calendar::Date born_;
};

// The check character of the first 17 digits, '0' to '9' or 'X'.
char resident_check(std::string_view seventeen_digits);

}  // namespace anmin::ident
