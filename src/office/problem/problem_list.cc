#include "problem/problem_list.h"

#include <utility>

#include "problem/problem_refusal.h"

namespace anmin::problem {
namespace {

std::string place_of(const List& list) { return "清单“" + list.name + "”"; }

Result<void> not_closed(const List& list) {
    if (!list.closed_on) return {};
    return Error{Fault::conflict,  "E-PROB-051",
                 place_of(list),   "已于 " + list.closed_on->iso() + " 办结",
                 "没有办结的清单", "列入另一张清单；办结的清单不再变动"};
}

Error frozen_so(const List& list, const std::string& found, const char* expected,
                const char* next) {
    return {Fault::conflict, "E-PROB-054", place_of(list), found, expected, next};
}

}  // namespace

Result<void> list_may_change(const List& list, calendar::Date on) {
    TRY(not_closed(list));
    if (!list.frozen_from || on < *list.frozen_from) return {};
    return Error{
        Fault::conflict,  "E-PROB-050",
        place_of(list),   "已自 " + list.frozen_from->iso() + " 起冻结，不能列入或移出问题",
        "没有冻结的清单", "列入另一张清单，或由清单的管理单位写明理由解除冻结"};
}

Result<Event> freeze(const List& list, ListFrozen order) {
    TRY(not_closed(list));
    if (list.frozen_from) {
        return frozen_so(list, "冻结日已定为 " + list.frozen_from->iso(), "没有定冻结日的清单",
                         "要改日期，先解除冻结");
    }
    if (order.from < order.on) {
        return Error{Fault::invalid,
                     "E-PROB-053",
                     place_of(list) + "的“冻结日”",
                     order.from.iso() + " 已过",
                     "不早于 " + order.on.iso(),
                     "更正日期"};
    }
    return Event{std::move(order)};
}

Result<Event> thaw(const List& list, ListThawed order) {
    TRY(not_closed(list));
    if (!list.frozen_from) {
        return frozen_so(list, "没有冻结", "已定冻结日的清单", "刷新页面查看最新状态");
    }
    if (blank(order.reason)) return missing("“解除冻结理由”", "写明为什么还要变动");
    return Event{std::move(order)};
}

Result<Event> close_list(const List& list, const std::vector<Problem>& entries, ListClosed order) {
    TRY(not_closed(list));
    constexpr std::size_t named = 5;
    std::vector<std::string> open;
    for (const Problem& one : entries) {
        if (settled(one)) continue;
        open.push_back("第 " + std::to_string(one.number) + " 号“" + one.text + "”（" +
                       word(one.state) + "）");
    }
    if (open.empty()) return Event{std::move(order)};
    std::string which;
    for (std::size_t at = 0; at < open.size() && at < named; ++at) {
        which += (at == 0 ? "" : "、") + open[at];
    }
    if (open.size() > named) which += "等";
    return Error{Fault::conflict,
                 "E-PROB-052",
                 place_of(list),
                 "还有 " + std::to_string(open.size()) + " 个问题没有办结：" + which,
                 "每个问题都已销号、转入长期坚持或经批准终止",
                 "逐个办结后再办结清单"};
}

}  // namespace anmin::problem
