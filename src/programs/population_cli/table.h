// The columns of a synthetic population, and households as rows of them.
#pragma once

#include <string>
#include <vector>

#include "frame/builder.h"
#include "population/schema.h"
#include "population_cli/household.h"

namespace anmin::population_cli {

// The schema; `townships` in the order of their codes' positions.
population::Schema schema_of(const Nation& nation, const std::vector<std::string>& townships);

// Collects households until they are a segment.
class Table {
public:
    // Borrows `schema` and `nation`.
    Table(const population::Schema& schema, const Nation& nation);

    // `township` is a position in the schema's dictionary of townships, `group` one in
    // Nation::groups.
    void append(std::size_t township, std::size_t group, const Household& household);
    std::size_t members() const { return offsets_.members(); }
    frame::Frame frame() const;
    void clear();

private:
    void append_member(const Member& member);

    std::vector<frame::ColumnBuilder> household_;
    std::vector<frame::ColumnBuilder> members_;
    frame::OffsetsBuilder offsets_;
    std::vector<std::int64_t> area_;  // by group: its position in the dictionary
    std::vector<std::int64_t> tier_;
};

}  // namespace anmin::population_cli
