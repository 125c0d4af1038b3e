#include "measure/indicator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace anmin::measure {
namespace {

// What offices put around a name without meaning another figure.
constexpr std::array<std::string_view, 12> passed_over{" ", "\t", "　", "（", "）", "(",
                                                       ")", "“",  "”",  "《", "》", "、"};

std::string bare(std::string name) {
    for (const auto mark : passed_over) {
        for (auto at = name.find(mark); at != std::string::npos; at = name.find(mark)) {
            name.erase(at, mark.size());
        }
    }
    return name;
}

}  // namespace

const Indicator* find_indicator(const std::vector<Indicator>& all, const std::string& id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const Indicator& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const Indicator* find_held(const std::vector<Indicator>& all, const std::string& asked) {
    const std::string name = bare(asked);
    const auto found = std::find_if(all.begin(), all.end(), [&name](const Indicator& one) {
        return one.id == name || bare(one.name) == name ||
               std::any_of(one.also.begin(), one.also.end(),
                           [&name](const std::string& other) { return bare(other) == name; });
    });
    return found == all.end() ? nullptr : &*found;
}

Result<void> may_ask(const std::vector<Indicator>& all, const directive::AskedItem& item,
                     const ident::DivisionCode& division) {
    if (bare(item.name).empty()) {
        return Error{Fault::invalid, "E-LOAD-002", "要求报送的项目",
                     "没有名称",     "一句话",     "写明要报的数或要填的表"};
    }
    if (item.kind != directive::AskKind::figure) return {};
    const Indicator* held = find_held(all, item.name);
    if (held == nullptr) return {};
    return Error{Fault::conflict,
                 "E-LOAD-001",
                 "要求报送的数“" + item.name + "”",
                 "系统已经掌握：" + held->name + "（" + held->unit + "）",
                 "不向基层要系统里已有的数",
                 "直接查看 /indicators/" + held->id + "?division=" + division.digits()};
}

}  // namespace anmin::measure
