// Shapes of document that other rooms' events carry too.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "document/document.h"
#include "store/shape.h"

namespace anmin::document {

constexpr auto names_of(Origin) {
    return std::array{std::pair{Origin::same, std::string_view("same")},
                      std::pair{Origin::replaced, std::string_view("replaced")},
                      std::pair{Origin::inserted, std::string_view("inserted")}};
}

constexpr auto names_of(QuantityStatus) {
    return std::array{std::pair{QuantityStatus::result, std::string_view("result")},
                      std::pair{QuantityStatus::target, std::string_view("target")},
                      std::pair{QuantityStatus::event, std::string_view("event")},
                      std::pair{QuantityStatus::reference, std::string_view("reference")}};
}

}  // namespace anmin::document

namespace anmin::store {

void describe(auto& shape, Of<document::Span> auto& span) {
    shape.field("start", span.start);
    shape.field("end", span.end);
}

}  // namespace anmin::store
