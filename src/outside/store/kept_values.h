// Values as columns of the projections hold them, which this room wrote itself: a text that is none
// gives the blank value, never a wrong one.
#pragma once

#include <string_view>

#include "calendar/date.h"
#include "ident/ident.h"

namespace anmin::store {

inline calendar::Date date_of(std::string_view iso) {
    return calendar::Date::parse(iso).value_or(calendar::Date());
}
inline ident::DivisionCode code_of(std::string_view digits) {
    return ident::DivisionCode::parse(digits).value_or(ident::DivisionCode());
}

}  // namespace anmin::store
