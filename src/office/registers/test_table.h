// A table with one column of each kind, for the tests of this room.
#pragma once

#include <string>

#include "registers/definition.h"

namespace anmin::registers {

inline Column column(std::string key, std::string label, Kind kind, std::string group = {}) {
    Column one;
    one.key = std::move(key);
    one.label = std::move(label);
    one.kind = kind;
    one.group = std::move(group);
    one.mark = "V";
    return one;
}

// 事项, 完成时限 (办结时限), 责任人, 核验人, 核验日期, 采用条数（合计/本级/上级）, 等级, 电话,
// 是否销号
inline Definition sample_table() {
    Definition table;
    table.id = "sample";
    table.number = 1;
    table.title = "样表";
    table.columns = {column("matter", "事项", Kind::text),
                     column("due", "完成时限", Kind::date),
                     column("doer", "责任人", Kind::person),
                     column("verifier", "核验人", Kind::person),
                     column("verified_on", "核验日期", Kind::date),
                     column("used", "合计", Kind::integer, "采用条数"),
                     column("used_here", "本级", Kind::integer, "采用条数"),
                     column("used_above", "上级", Kind::integer, "采用条数"),
                     column("grade", "等级", Kind::choice),
                     column("telephone", "电话", Kind::masked),
                     column("struck_off", "是否销号", Kind::yes_no)};
    table.columns[0].needed = true;
    table.columns[1].same_as = {"办结时限", "时间节点"};
    table.columns[1].always = true;
    table.columns[8].choices = {{"一般", {"一般隐患"}}, {"重大", {}}};
    table.columns[9].mask = {3, 4};
    table.natural_key = {0};
    table.checks = {{CheckKind::sum, {5, 6, 7}, ""},
                    {CheckKind::not_before, {4, 1}, ""},
                    {CheckKind::at_most, {6, 5}, ""},
                    {CheckKind::apart, {2, 3}, ""},
                    {CheckKind::filled_when, {10, 3, 4}, "是"}};
    return table;
}

}  // namespace anmin::registers
