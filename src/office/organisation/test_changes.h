// A small country and an order of each kind that changes it, for tests of changes.
#pragma once

#include <string>
#include <vector>

#include "organisation/change_divisions.h"

namespace anmin::organisation {

inline DivisionCode code(const std::string& digits) { return DivisionCode::parse(digits).value(); }

inline std::vector<Division> made_tree() {
    std::vector<Division> rows;
    const auto add = [&rows](const char* digits, const char* name, const char* parent) {
        rows.push_back({code(digits), name, level_of(code(digits)), code(parent), 0});
    };
    add("0", "全国", "0");
    add("90", "甲省", "0");
    add("9001", "甲一市", "90");
    add("900101", "东县", "9001");
    add("900101001", "东一镇", "900101");
    add("900101001001", "东村", "900101001");
    add("900101002", "东二镇", "900101");
    add("900102", "西县", "9001");
    add("900102001", "西一镇", "900102");
    add("9002", "甲二市", "90");
    add("900201", "南县", "9002");
    return rows;
}

inline const std::vector<Division>& tree() {
    static const std::vector<Division> rows = made_tree();
    return rows;
}

// One order of each kind.
inline std::vector<ChangeStep> every_kind() {
    return {Establish{code("900103"), "北县"},
            Rename{code("900101"), "中东县"},
            Merge{{code("900102")}, code("900101"), "中县"},
            Merge{{code("900101"), code("900102")}, code("900104"), "中区"},
            Split{code("900101"), {{code("900103"), "北县", {code("900101002")}}}, false},
            Split{code("900101"),
                  {{code("900103"), "北县", {code("900101002")}},
                   {code("900105"), "上县", {code("900101001")}}},
                  true},
            Move{code("900102"), code("900202"), "西区"},
            Abolish{code("900201"), code("900101")},
            Abolish{code("900201"), {}}};
}

}  // namespace anmin::organisation
