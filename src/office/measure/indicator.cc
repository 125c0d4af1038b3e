#include "measure/indicator.h"

#include <algorithm>

namespace anmin::measure {
namespace {

// The name and the other names.
template <class See>
void each_name(const Indicator& one, const See& see) {
    see(one.name);
    for (const auto& other : one.also) see(other);
}

std::string place_of(const directive::AskedItem& item) { return "要求报送的数“" + item.name + "”"; }

std::string link_of(const Indicator& held, const ident::DivisionCode& division) {
    return "/indicators/" + held.id + "?division=" + division.digits();
}

}  // namespace

const Indicator* find_indicator(const std::vector<Indicator>& all, const std::string& id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const Indicator& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const Indicator* find_held(const std::vector<Indicator>& all, const std::string& asked,
                           const Wording& wording) {
    const std::string name = plain_name(asked, wording);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Indicator& one) {
        bool same = one.id == asked;
        each_name(one,
                  [&](const auto& other) { same = same || plain_name(other, wording) == name; });
        return same;
    });
    return found == all.end() ? nullptr : &*found;
}

NearHeld find_near(const std::vector<Indicator>& all, const std::string& asked,
                   const Wording& wording) {
    const std::string name = plain_name(asked, wording);
    NearHeld nearest;
    for (const Indicator& one : all) {
        each_name(one, [&](const std::string& other) {
            const std::string plain = plain_name(other, wording);
            const int percent = likeness(name, plain);
            if (percent <= nearest.percent || !is_near(name, plain, wording)) return;
            nearest = {&one, other, percent};
        });
    }
    return nearest;
}

Result<void> may_ask(const std::vector<Indicator>& all, const Wording& wording,
                     const directive::AskedItem& item, const ident::DivisionCode& division) {
    if (plain_name(item.name, wording).empty()) {
        return Error{Fault::invalid, "E-LOAD-002", "要求报送的项目",
                     "没有名称",     "一句话",     "写明要报的数或要填的表"};
    }
    if (item.kind != directive::AskKind::figure) return {};
    if (const Indicator* held = find_held(all, item.name, wording)) {
        return Error{Fault::conflict,
                     "E-LOAD-001",
                     place_of(item),
                     "系统已经掌握：" + held->name + "（" + held->unit + "）",
                     "不向基层要系统里已有的数",
                     "直接查看 " + link_of(*held, division)};
    }
    if (!plain_name(item.different, {}).empty()) return {};
    const NearHeld near = find_near(all, item.name, wording);
    if (near.indicator == nullptr) return {};
    return Error{Fault::conflict,
                 "E-LOAD-011",
                 place_of(item),
                 "与系统已有的“" + near.name + "”相近（" + std::to_string(near.percent) +
                     "% 的字相同），可能是同一个数",
                 "系统里没有的数，或写明与它有何不同",
                 "先看 " + link_of(*near.indicator, division) +
                     "；确是另一个数的，写明不同在哪里（different）后再提交"};
}

}  // namespace anmin::measure
