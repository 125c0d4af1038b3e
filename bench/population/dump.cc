// The people of a file as plain int32 columns, for engines in other languages.
#include <fstream>

#include "frame/days.h"
#include "model.h"

namespace anmin::bench_population {
namespace {

void write(const std::string& file, const std::vector<std::int32_t>& values) {
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(std::int32_t)));
}

}  // namespace

void dump(const std::vector<Columns>& segments, const Standards& standards,
          const std::string& folder) {
    std::vector<std::int32_t> household;
    std::vector<std::int32_t> standard;
    std::vector<std::int32_t> age;
    std::vector<std::vector<std::int32_t>> others(9);
    static constexpr const char* names[] = {"disability", "grade",    "ill",
                                            "studying",   "able",     "wage",
                                            "business",   "property", "transfer"};
    for (const Columns& columns : segments) {
        const frame::Column* const from[] = {
            columns.disability, columns.grade,    columns.ill,      columns.studying, columns.able,
            columns.wage,       columns.business, columns.property, columns.transfer};
        for (std::size_t row = 0; row + 1 < columns.offsets.size(); ++row) {
            for (std::size_t i = columns.offsets[row]; i < columns.offsets[row + 1]; ++i) {
                household.push_back(static_cast<std::int32_t>(standard.size()));
                age.push_back(frame::months_between(static_cast<std::int32_t>(columns.birth->at(i)),
                                                    standards.as_of) /
                              12);
                for (std::size_t c = 0; c < others.size(); ++c)
                    others[c].push_back(
                        from[c]->is_null(i) ? -1 : static_cast<std::int32_t>(from[c]->at(i)));
            }
            standard.push_back(
                standards.of_township[static_cast<std::size_t>(columns.division->at(row))]);
        }
    }
    write(folder + "/household", household);
    write(folder + "/standard", standard);
    write(folder + "/age", age);
    for (std::size_t c = 0; c < others.size(); ++c) write(folder + "/" + names[c], others[c]);
}

}  // namespace anmin::bench_population
