#include "files/demo_staff.h"

#include <array>
#include <set>
#include <utility>

#include "files/data_file.h"

namespace anmin::files {
namespace {

using organisation::Level;
using organisation::UnitKind;

constexpr std::array<std::pair<std::string_view, Level>, 4> levels{{
    {"prefecture", Level::prefecture},
    {"county", Level::county},
    {"township", Level::township},
    {"village", Level::village},
}};
constexpr std::array<std::pair<std::string_view, UnitKind>, 3> kinds{{
    {"bureau", UnitKind::bureau},
    {"township", UnitKind::township},
    {"committee", UnitKind::committee},
}};

template <class Table>
auto named(const Table& table, const std::string& name, const std::string& place)
    -> Result<decltype(table.front().second)> {
    for (const auto& [word, value] : table) {
        if (word == name) return value;
    }
    return Error{Fault::invalid, "E-FILES-002", place, name, "已知的名称", "请更正"};
}

Result<ident::DivisionCode> code_in(const DataFile& file, std::string_view key) {
    const std::string text = TRY(json::get_string(file.root(), key, file.place()));
    const auto code = ident::DivisionCode::parse(text);
    if (code) return *code;
    return Error{Fault::invalid, "E-DEMO-003", file.place() + "." + std::string(key),
                 text,           "区划代码",   "请更正"};
}

// 甲子, 乙丑, … 癸亥: a stem and a branch that both go on by one.
std::vector<std::string> pairs_of(const std::vector<std::string>& stems,
                                  const std::vector<std::string>& branches) {
    constexpr std::size_t round = 60;
    std::vector<std::string> pairs;
    if (stems.empty() || branches.empty()) return pairs;
    for (std::size_t i = 0; i < round; ++i) {
        pairs.push_back(stems[i % stems.size()] + branches[i % branches.size()]);
    }
    return pairs;
}

const DemoUnitKind* kind_for(const DemoStaff& staff, const organisation::Division& row) {
    const bool deep = staff.prefecture.contains(row.code);
    const bool wide = staff.province.contains(row.code) &&
                      (row.level == Level::prefecture || row.level == Level::county);
    if (!deep && !wide) return nullptr;
    for (const DemoUnitKind& one : staff.units) {
        if (one.level == row.level) return &one;
    }
    return nullptr;
}

}  // namespace

Result<DemoStaff> load_demo_staff(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "demo" / "staff.json"));
    const auto texts = [&file](std::string_view key) {
        return json::get_strings(file.root(), key, file.place());
    };
    DemoStaff staff;
    staff.province = TRY(code_in(file, "province"));
    staff.prefecture = TRY(code_in(file, "prefecture"));
    staff.surnames = TRY(texts("surnames"));
    staff.given = pairs_of(TRY(texts("stems")), TRY(texts("branches")));
    if (staff.surnames.empty() || staff.given.empty()) {
        return Error{Fault::invalid, "E-FILES-002", file.place(),
                     "没有姓或干支", "至少各一个",  "请更正"};
    }
    for (const auto& one : *TRY(json::get_array(file.root(), "units", file.place()))) {
        const std::string place = file.place() + ".units";
        DemoUnitKind kind;
        kind.level = TRY(named(levels, TRY(json::get_string(one, "level", place)), place));
        kind.kind = TRY(named(kinds, TRY(json::get_string(one, "kind", place)), place));
        kind.ending = TRY(json::get_string(one, "ending", place));
        kind.posts = TRY(json::get_strings(one, "posts", place));
        staff.units.push_back(std::move(kind));
    }
    return staff;
}

MadeOffices make_offices(const DemoStaff& staff, const std::vector<organisation::Division>& rows,
                         const std::vector<organisation::Unit>& taken) {
    std::set<ident::DivisionCode> done;
    for (const auto& unit : taken) done.insert(unit.division);
    MadeOffices made;
    for (const auto& row : rows) {
        const DemoUnitKind* kind = kind_for(staff, row);
        if (kind == nullptr || !done.insert(row.code).second) continue;
        organisation::Unit unit{
            {"u-" + row.code.digits()}, row.name + kind->ending + "（演示）", row.code, kind->kind};
        for (std::size_t i = 0; i < kind->posts.size(); ++i) {
            const std::size_t number = made.posts.size();
            const std::string holder =
                staff.surnames[number % staff.surnames.size()] +
                staff.given[number / staff.surnames.size() % staff.given.size()] + "（演示）";
            made.posts.push_back({{"p-" + row.code.digits() + "-" + std::to_string(i + 1)},
                                  kind->posts[i],
                                  unit.id,
                                  unit.name,
                                  row.code,
                                  holder,
                                  {}});
        }
        made.units.push_back(std::move(unit));
    }
    return made;
}

}  // namespace anmin::files
