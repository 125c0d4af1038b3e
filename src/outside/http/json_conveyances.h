// The shapes of matters to be conveyed.
#pragma once

#include <optional>
#include <string_view>

#include "http/json_writer.h"
#include "operations/keep_conveyances.h"

namespace anmin::http {

std::optional<source::ConveyanceState> conveyance_state_named(std::string_view name);
std::optional<source::ConveyanceFigure> conveyance_figure_named(std::string_view name);

// The figures of a year beside the rule that they are measured by.
struct ConveyanceYear {
    const operations::ConveyanceFigures& figures;
    const source::ConveyRule& rule;
};

void write(JsonWriter& out, const operations::ConveyanceRow& row);
void write(JsonWriter& out, const operations::OpenedConveyance& opened);
void write(JsonWriter& out, const ConveyanceYear& year);

}  // namespace anmin::http
