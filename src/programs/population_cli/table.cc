#include "population_cli/table.h"

#include <algorithm>

namespace anmin::population_cli {
namespace {

using frame::Meaning;
using frame::Type;
using frame::Width;
using population::no_dictionary;

// Positions in Schema::dictionaries.
enum DictionaryNumber : std::int64_t {
    townships_at,
    areas_at,
    tiers_at,
    sexes_at,
    relations_at,
    disabilities_at
};

// The order of Relation.
const std::vector<std::string>& relation_names() {
    static const std::vector<std::string> names{"户主", "配偶", "子女", "父母", "其他"};
    return names;
}

// Each text once, in the order of the groups.
std::vector<std::string> texts_of(const Nation& nation, std::string Group::* text) {
    std::vector<std::string> texts;
    for (const Group& group : nation.groups) {
        if (std::find(texts.begin(), texts.end(), group.*text) == texts.end())
            texts.push_back(group.*text);
    }
    return texts;
}

population::ColumnSpec text_column(const char* name, const char* label, Width width,
                                   DictionaryNumber dictionary, bool nullable = false) {
    return {name, label, {Meaning::text, width, 0, nullable}, dictionary};
}
population::ColumnSpec fen(const char* name, const char* label, bool nullable = false) {
    return {name, label, {Meaning::number, Width::four, 2, nullable}, no_dictionary};
}
population::ColumnSpec count(const char* name, const char* label, bool nullable = false) {
    return {name, label, {Meaning::number, Width::one, 0, nullable}, no_dictionary};
}
population::ColumnSpec date(const char* name, const char* label) {
    return {name, label, {Meaning::date, Width::four, 0, false}, no_dictionary};
}
population::ColumnSpec flag(const char* name, const char* label) {
    return {name, label, {Meaning::boolean, Width::one, 0, false}, no_dictionary};
}

void append(frame::ColumnBuilder& column, const std::optional<std::int64_t>& value) {
    value ? column.append(*value) : column.append_null();
}

void add(std::vector<frame::ColumnBuilder>& into, const population::Schema& schema,
         const std::vector<population::ColumnSpec>& columns) {
    for (const population::ColumnSpec& column : columns) {
        const frame::Dictionary* dictionary = nullptr;
        if (column.dictionary != no_dictionary) {
            dictionary = &schema.dictionaries[static_cast<std::size_t>(column.dictionary)];
        }
        into.emplace_back(column.name, column.label, column.type, dictionary);
    }
}

}  // namespace

population::Schema schema_of(const Nation& nation, const std::vector<std::string>& townships) {
    population::Schema schema;
    std::vector<std::string> disabilities;
    for (const Disability& disability : nation.disabilities)
        disabilities.push_back(disability.kind);
    schema.dictionaries = {{townships},
                           {texts_of(nation, &Group::area)},
                           {texts_of(nation, &Group::tier)},
                           {{"男", "女"}},
                           {relation_names()},
                           {disabilities}};
    schema.household = {text_column("division", "区划", Width::four, townships_at),
                        text_column("area", "城乡", Width::one, areas_at),
                        text_column("tier", "类别", Width::one, tiers_at),
                        fen("deposits", "存款"),
                        count("homes", "住房套数"),
                        count("vehicles", "车辆数"),
                        fen("aid", "现发金额"),
                        date("since", "起发日期")};
    schema.members = {date("birth", "出生日期"),
                      text_column("sex", "性别", Width::one, sexes_at),
                      text_column("relation", "与户主关系", Width::one, relations_at),
                      text_column("disability", "残疾类别", Width::one, disabilities_at, true),
                      count("grade", "残疾等级", true),
                      flag("able", "有劳动能力"),
                      flag("studying", "在读"),
                      flag("ill", "患重病"),
                      fen("wage", "工资性收入", true),
                      fen("business", "经营净收入"),
                      fen("property", "财产净收入"),
                      fen("transfer", "转移净收入"),
                      fen("basic_pension", "基础养老金"),
                      fen("medical", "自付医疗费", true)};
    return schema;
}

Table::Table(const population::Schema& schema, const Nation& nation) {
    add(household_, schema, schema.household);
    add(members_, schema, schema.members);
    const auto positions = [&](std::string Group::* text, DictionaryNumber dictionary) {
        std::vector<std::int64_t> found;
        const auto& texts = schema.dictionaries[static_cast<std::size_t>(dictionary)].texts;
        for (const Group& group : nation.groups) {
            found.push_back(std::find(texts.begin(), texts.end(), group.*text) - texts.begin());
        }
        return found;
    };
    area_ = positions(&Group::area, areas_at);
    tier_ = positions(&Group::tier, tiers_at);
}

// Columns in the order of schema_of.
void Table::append(std::size_t township, std::size_t group, const Household& household) {
    household_[0].append(static_cast<std::int64_t>(township));
    household_[1].append(area_[group]);
    household_[2].append(tier_[group]);
    household_[3].append(household.deposits);
    household_[4].append(household.homes);
    household_[5].append(household.vehicles);
    household_[6].append(household.aid);
    household_[7].append(household.since);
    for (const Member& member : household.members) append_member(member);
    offsets_.append(household.members.size());
}

void Table::append_member(const Member& member) {
    using population_cli::append;
    members_[0].append(member.birth);
    members_[1].append(member.female ? 1 : 0);
    members_[2].append(static_cast<std::int64_t>(member.relation));
    const bool disabled = member.disability.has_value();
    disabled ? members_[3].append(static_cast<std::int64_t>(*member.disability))
             : members_[3].append_null();
    disabled ? members_[4].append(member.grade) : members_[4].append_null();
    members_[5].append(member.able ? 1 : 0);
    members_[6].append(member.studying ? 1 : 0);
    members_[7].append(member.ill ? 1 : 0);
    append(members_[8], member.wage);
    members_[9].append(member.business);
    members_[10].append(member.property);
    members_[11].append(member.transfer);
    members_[12].append(member.basic_pension);
    append(members_[13], member.medical);
}

frame::Frame Table::frame() const {
    frame::Frame households{population::household_table, offsets_.offsets().size() - 1, {}, {}};
    frame::Frame members{population::members_table, offsets_.members(), {}, {}};
    for (const frame::ColumnBuilder& column : household_)
        households.columns.push_back(column.column());
    for (const frame::ColumnBuilder& column : members_) members.columns.push_back(column.column());
    households.children.push_back({offsets_.offsets(), std::move(members)});
    return households;
}

void Table::clear() {
    for (frame::ColumnBuilder& column : household_) column.clear();
    for (frame::ColumnBuilder& column : members_) column.clear();
    offsets_.clear();
}

}  // namespace anmin::population_cli
