#include "population_cli/nation.h"

#include <algorithm>
#include <utility>

#include "files/data_file.h"
#include "json/json.h"

namespace anmin::population_cli {
namespace {

constexpr const char* next_step = "修改 packages/population/nation.json 后重试";
constexpr std::int64_t whole = 1000;          // thousandths
constexpr std::int64_t most_fen = 1LL << 30;  // amounts are kept in 32 bits
constexpr std::int64_t most_persons = 2'000'000'000;
constexpr std::int64_t most_age = 120;

Error wrong(std::string place, std::string finding, std::string expectation) {
    return {Fault::invalid,         "E-POP-020", std::move(place), std::move(finding),
            std::move(expectation), next_step};
}

// One object of the file and where it stands.
class Entry {
public:
    Entry(const json::Value& value, std::string place) : value_(value), place_(std::move(place)) {}

    const std::string& place() const { return place_; }
    Result<std::string> text(std::string_view key) const {
        return json::get_string(value_, key, place_);
    }
    Result<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most) const {
        const std::int64_t value = TRY(json::get_integer(value_, key, place_));
        if (value < least || value > most) {
            return wrong(place_ + "." + std::string(key), std::to_string(value),
                         std::to_string(least) + " 到 " + std::to_string(most));
        }
        return value;
    }
    Result<bool> flag(std::string_view key) const {
        const auto* member = value_.as_object().if_contains(key);
        if (member == nullptr || !member->is_bool()) {
            return wrong(place_ + "." + std::string(key), "不是 true 或 false", "true 或 false");
        }
        return member->get_bool();
    }
    // Whole numbers from `least` up; at least one.
    Result<std::vector<std::int64_t>> numbers(std::string_view key, std::int64_t least) const {
        std::vector<std::int64_t> numbers;
        const json::Array* const array = TRY(json::get_array(value_, key, place_));
        for (const json::Value& item : *array) {
            if (!item.is_int64() || item.get_int64() < least || item.get_int64() > most_fen) {
                return wrong(place_ + "." + std::string(key), "有一项不是合适的整数",
                             "不小于 " + std::to_string(least));
            }
            numbers.push_back(item.get_int64());
        }
        if (numbers.empty()) return wrong(place_ + "." + std::string(key), "是空的", "至少一项");
        return numbers;
    }
    Result<std::vector<Entry>> entries(std::string_view key) const {
        std::vector<Entry> entries;
        const json::Array* const array = TRY(json::get_array(value_, key, place_));
        for (const json::Value& item : *array) {
            const std::string place =
                place_ + "." + std::string(key) + "[" + std::to_string(entries.size()) + "]";
            if (!item.is_object()) return wrong(place, "不是对象", "一个对象");
            entries.emplace_back(item, place);
        }
        if (entries.empty()) return wrong(place_ + "." + std::string(key), "是空的", "至少一项");
        return entries;
    }
    const json::Value* find(std::string_view key) const {
        return value_.as_object().if_contains(key);
    }

private:
    const json::Value& value_;
    std::string place_;
};

Result<std::vector<std::int64_t>> weights(const Entry& entry, std::string_view key) {
    auto numbers = TRY(entry.numbers(key, 0));
    if (std::all_of(numbers.begin(), numbers.end(), [](std::int64_t one) { return one == 0; })) {
        return wrong(entry.place() + "." + std::string(key), "权数全是 0", "至少一个大于 0");
    }
    return numbers;
}

Result<Quantiles> quantiles(const Entry& entry, std::string_view key) {
    const auto numbers = TRY(entry.numbers(key, 0));
    Quantiles result{};
    if (numbers.size() != result.size() || !std::is_sorted(numbers.begin(), numbers.end())) {
        return wrong(entry.place() + "." + std::string(key), "不是 11 个不下降的数",
                     "最小值、九个十分位数、最大值");
    }
    std::copy(numbers.begin(), numbers.end(), result.begin());
    return result;
}

template <class T>
Result<std::size_t> position_of(const std::vector<T>& items, std::string T::* name,
                                const Entry& entry, std::string_view key) {
    const std::string wanted = TRY(entry.text(key));
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const T& item) { return item.*name == wanted; });
    if (found == items.end())
        return wrong(entry.place() + "." + std::string(key), "没有“" + wanted + "”",
                     "本文件中列出的一个");
    return static_cast<std::size_t>(found - items.begin());
}

Result<void> load_ages(const Entry& entry, Shape& shape) {
    std::int64_t next = 0;
    bool grown = false;
    for (const Entry& band : TRY(entry.entries("ages"))) {
        AgeBand age;
        age.from = TRY(band.number("from", next, most_age));
        age.to = TRY(band.number("to", age.from, most_age));
        age.weight = TRY(band.number("weight", 1, most_fen));
        next = age.to + 1;
        grown = grown || age.from > 0;
        shape.ages.push_back(age);
    }
    if (!grown) return wrong(entry.place() + ".ages", "只有一段", "未成年和成年至少各一段");
    return {};
}

Result<void> load_requirement(const Entry& entry, const Nation& nation, Shape& shape) {
    const json::Value* const value = entry.find("requires");
    if (value == nullptr) return {};
    const std::string place = entry.place() + ".requires";
    if (!value->is_object()) return wrong(place, "不是对象", "一个对象");
    const Entry inner(*value, place);
    Requirement requirement;
    requirement.from = TRY(inner.number("from", 0, most_age));
    requirement.to = TRY(inner.number("to", requirement.from, most_age));
    for (const Entry& item : TRY(inner.entries("any_of"))) {
        Handicap handicap;
        handicap.kind = TRY(position_of(nation.disabilities, &Disability::kind, item, "kind"));
        handicap.grades = TRY(item.numbers("grades", 1));
        requirement.any_of.push_back(std::move(handicap));
    }
    shape.requirement = std::move(requirement);
    return {};
}

Result<Shape> load_shape(const Entry& entry, const Nation& nation) {
    Shape shape;
    shape.code = TRY(entry.text("code"));
    shape.sizes = TRY(weights(entry, "sizes"));
    shape.female = TRY(entry.number("female", 0, whole));
    shape.disabled = TRY(entry.number("disabled", 0, whole));
    shape.able = TRY(entry.number("able", 0, whole));
    TRY(load_ages(entry, shape));
    shape.income = TRY(quantiles(entry, "income"));
    shape.near_standard = TRY(entry.number("near_standard", 0, whole));
    shape.over_income = TRY(entry.number("over_income", 0, whole - shape.near_standard));
    shape.second_home = TRY(entry.number("second_home", 0, whole));
    shape.vehicle = TRY(entry.number("vehicle", 0, whole));
    shape.deposits = TRY(quantiles(entry, "deposits"));
    TRY(load_requirement(entry, nation, shape));
    return shape;
}

Result<Group> load_group(const Entry& entry, const Nation& nation) {
    Group group;
    group.code = TRY(entry.text("code"));
    group.label = TRY(entry.text("label"));
    group.tier = TRY(entry.text("tier"));
    group.area = TRY(entry.text("area"));
    group.urban = TRY(entry.flag("urban"));
    group.wages = TRY(entry.number("wages", 0, whole));
    group.persons = TRY(entry.number("persons", 1, most_persons));
    group.estimate = TRY(entry.flag("estimate"));
    group.source = TRY(entry.text("source"));
    group.spread = TRY(entry.text("spread"));
    group.standard = TRY(entry.text("standard"));
    group.shape = TRY(position_of(nation.shapes, &Shape::code, entry, "shape"));
    group.aid = TRY(entry.number("aid", 0, 10 * whole));
    for (const Province& province : nation.provinces) {
        for (const std::string& column : {group.spread, group.standard}) {
            if (!province.columns.contains(column)) {
                return wrong(entry.place(), "分省表没有“" + column + "”",
                             "urban、rural、destitute 或某个 _standard");
            }
        }
    }
    return group;
}

Result<Province> load_province(const Entry& entry) {
    Province province;
    province.code = TRY(entry.text("code"));
    province.name = TRY(entry.text("name"));
    for (const char* column : {"urban", "rural", "destitute"}) {
        province.columns[column] = TRY(entry.number(column, 0, most_persons));
    }
    for (const char* column : {"urban_standard", "rural_standard"}) {
        province.columns[column] = TRY(entry.number(column, 1, most_fen / 100));
    }
    return province;
}

Result<People> load_people(const Entry& entry) {
    People people;
    people.working_from = TRY(entry.number("working_from", 0, most_age));
    people.working_to = TRY(entry.number("working_to", people.working_from, most_age));
    people.studying_from = TRY(entry.number("studying_from", 0, most_age));
    people.studying_to = TRY(entry.number("studying_to", people.studying_from, most_age));
    people.studying = TRY(entry.number("studying", 0, whole));
    people.pension_from = TRY(entry.number("pension_from", 0, most_age));
    people.basic_pension = TRY(entry.number("basic_pension", 0, most_fen));
    people.ill = TRY(entry.number("ill", 0, whole));
    people.medical = TRY(entry.number("medical", 0, whole));
    people.unknown_medical = TRY(entry.number("unknown_medical", 0, whole - people.medical));
    people.unknown_wage = TRY(entry.number("unknown_wage", 0, whole));
    people.since_days = TRY(entry.number("since_days", 1, 36'500));
    people.generation = TRY(entry.number("generation", 1, most_age));
    people.adult_from = TRY(entry.number("adult_from", 0, most_age));
    people.couple_gap = TRY(entry.number("couple_gap", 0, most_age));
    people.property = TRY(entry.number("property", 0, whole));
    people.over_income_most = TRY(entry.number("over_income_most", 1, 10 * whole));
    people.medical_quantiles = TRY(quantiles(entry, "medical_quantiles"));
    return people;
}

Result<void> load_tables(const Entry& root, Nation& nation) {
    for (const Entry& entry : TRY(root.entries("published"))) {
        nation.published.push_back({TRY(entry.text("what")), TRY(entry.text("label")),
                                    TRY(entry.number("value", 0, most_fen)),
                                    TRY(entry.flag("estimate")), TRY(entry.text("source"))});
    }
    for (const Entry& entry : TRY(root.entries("provinces")))
        nation.provinces.push_back(TRY(load_province(entry)));
    for (const Entry& entry : TRY(root.entries("settlements"))) {
        nation.settlements.push_back({TRY(entry.text("suffix")),
                                      TRY(entry.number("urban", 1, whole)),
                                      TRY(entry.number("rural", 1, whole))});
    }
    if (!nation.settlements.back().suffix.empty()) {
        return wrong(root.place() + ".settlements", "最后一行有后缀",
                     "最后一行的 suffix 为空，用于其余名称");
    }
    for (const Entry& entry : TRY(root.entries("disabilities"))) {
        nation.disabilities.push_back({TRY(entry.text("kind")),
                                       TRY(entry.number("weight", 1, most_fen)),
                                       TRY(weights(entry, "grades"))});
    }
    return {};
}

}  // namespace

Result<Nation> load_nation(const std::filesystem::path& packages) {
    const files::DataFile file =
        TRY(files::DataFile::open(packages / "population" / "nation.json"));
    if (!file.root().is_object()) return wrong(file.place(), "不是对象", "一个对象");
    const Entry root(file.root(), file.place());
    Nation nation;
    TRY(load_tables(root, nation));
    for (const Entry& entry : TRY(root.entries("shapes")))
        nation.shapes.push_back(TRY(load_shape(entry, nation)));
    for (const Entry& entry : TRY(root.entries("groups"))) {
        nation.groups.push_back(TRY(load_group(entry, nation)));
        nation.persons += nation.groups.back().persons;
    }
    const json::Object* const people = TRY(json::get_object(file.root(), "people", file.place()));
    const json::Value people_value(*people);
    nation.people = TRY(load_people({people_value, file.place() + ".people"}));
    return nation;
}

}  // namespace anmin::population_cli
