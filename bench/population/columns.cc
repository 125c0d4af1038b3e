#include "model.h"
#include "result/result.h"

namespace anmin::bench_population {

Columns::Columns(const frame::Frame& households)
    : frame(&households), offsets(households.children.at(0).offsets) {
    const frame::Frame& members = households.children[0].frame;
    bytes = offsets.size_bytes();
    const auto get = [this](const frame::Frame& table, const char* name) {
        const frame::Column* const column = table.find_column(name);
        CHECK(column != nullptr, "the bench reads a file of anmin population generate");
        bytes += column->rows * frame::bytes_of(column->type.width);
        bytes += column->type.nullable ? column->rows / 8 : 0;
        return column;
    };
    division = get(households, "division");
    birth = get(members, "birth");
    disability = get(members, "disability");
    grade = get(members, "grade");
    ill = get(members, "ill");
    studying = get(members, "studying");
    able = get(members, "able");
    wage = get(members, "wage");
    business = get(members, "business");
    property = get(members, "property");
    transfer = get(members, "transfer");
}

}  // namespace anmin::bench_population
