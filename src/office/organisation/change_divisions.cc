#include "organisation/change_divisions.h"

#include <algorithm>
#include <utility>

#include "organisation/organisation.h"

namespace anmin::organisation {
namespace {

std::string place_of(const DivisionCode& code) { return "行政区划 " + code.digits(); }

Error fault(Fault kind, const char* code, const DivisionCode& at, std::string finding,
            std::string expectation, std::string next_step) {
    return {
        kind, code, place_of(at), std::move(finding), std::move(expectation), std::move(next_step)};
}

// Builds the event step by step; what is given out or ended is remembered for the next step.
class Decider {
public:
    Decider(const ChangeOrder& order, const Surroundings& around)
        : on_(order.on), living_(around.living), used_(around.used) {
        event_.id = order.id;
        event_.on = order.on;
        event_.basis = order.basis;
    }

    Result<DivisionsChanged> done(ChangeKind kind) {
        event_.kind = kind;
        return std::move(event_);
    }

    Result<Division> get_living(const DivisionCode& code) const {
        const auto found = living_.find(code);
        if (found == living_.end()) {
            return fault(Fault::missing, "E-ORG-020", code, "在 " + on_.iso() + " 没有这个区划",
                         "当日存在的区划", "核对代码和生效日期；已撤销的区划请选它的后继");
        }
        if (found->second.until) {
            return fault(Fault::conflict, "E-ORG-027", code,
                         "已登记在 " + found->second.until->iso() + " 终止", "没有更晚变更的区划",
                         "先核对已登记的变更");
        }
        return found->second;
    }

    Result<Division> get_same_level(const DivisionCode& code, const DivisionCode& as) const {
        const Division found = TRY(get_living(code));
        TRY(expect_level(code, as));
        return found;
    }

    Result<void> expect_level(const DivisionCode& code, const DivisionCode& as) const {
        if (level_of(code) == level_of(as)) return {};
        return fault(Fault::invalid, "E-ORG-023", code, "与 " + as.digits() + " 不是同一级区划",
                     "同一级的区划", "改用同一级的代码");
    }

    // Gives out a code that was never used, under the nearest division that its digits name.
    Result<void> start(const DivisionCode& code, const std::string& name) {
        if (name.empty()) {
            return fault(Fault::invalid, "E-ORG-028", code, "没有名称", "区划名称", "填写名称");
        }
        if (used_.contains(code)) {
            return fault(Fault::conflict, "E-ORG-021", code, "这个代码用过，不再给别的区划",
                         "从未用过的代码", "换一个新代码");
        }
        const auto parent = parent_for(code);
        if (!parent) {
            return fault(Fault::invalid, "E-ORG-024", code,
                         "代码所示的上级区划在 " + on_.iso() + " 不存在", "上级存在的代码",
                         "先设立上级区划，或改用别的代码");
        }
        TRY(get_living(*parent));  // one that is to end later can take nothing in
        begin(code, name, *parent);
        return {};
    }

    void end(const DivisionCode& code) {
        living_.erase(code);
        event_.ended.push_back(code);
    }
    void rename(const Division& division, const std::string& name) {
        if (!name.empty() && name != division.name) {
            event_.renamed.push_back({division.code, division.name, name, ""});
        }
    }
    void link(const DivisionCode& before, const DivisionCode& after) {
        event_.links.push_back({before, after});
    }

    std::vector<Division> below(const DivisionCode& code) const {
        std::vector<Division> found;
        for (auto at = living_.upper_bound(code); at != living_.end(); ++at) {
            if (!code.contains(at->first)) break;
            found.push_back(at->second);
        }
        return found;
    }

    // All below `from` goes on below `to`, with the same last digits where they are free.
    Result<void> carry_below(const DivisionCode& from, const DivisionCode& to) {
        std::map<DivisionCode, DivisionCode> moved{{from, to}};
        for (const Division& one : below(from)) {
            const DivisionCode& parent = moved.at(one.parent);
            const DivisionCode code = TRY(code_below(parent, one));
            begin(code, one.name, parent);
            link(one.code, code);
            end(one.code);
            moved.emplace(one.code, code);
        }
        return {};
    }

    Result<DivisionCode> code_below(const DivisionCode& parent, const Division& division) {
        const std::string tail = division.code.digits().substr(stem(division.parent).size());
        const auto wanted = DivisionCode::parse(stem(parent) + tail);
        if (wanted && !used_.contains(*wanted)) return *wanted;
        std::string number(tail.size(), '0');
        while (next(number)) {
            const auto free = DivisionCode::parse(stem(parent) + number);
            if (free && !used_.contains(*free)) return *free;
        }
        return fault(Fault::conflict, "E-ORG-029", parent, "下级区划的号码已经用完", "有空余的号码",
                     "换一个上级代码");
    }

private:
    static std::string stem(const DivisionCode& code) {
        return code.is_nation() ? "" : code.digits();
    }

    static bool next(std::string& number) {
        for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
            if (*digit != '9') {
                ++*digit;
                return true;
            }
            *digit = '0';
        }
        return false;
    }

    std::optional<DivisionCode> parent_for(const DivisionCode& code) const {
        for (auto up = code.parent(); up; up = up->parent()) {
            if (living_.contains(*up)) return up;
        }
        return std::nullopt;
    }

    void begin(const DivisionCode& code, const std::string& name, const DivisionCode& parent) {
        Division division{code, name, level_of(code), parent, 0};
        division.from = on_;
        living_.emplace(code, std::move(division));
        used_.insert(code);
        event_.started.push_back({code, name, parent, ""});
    }

    calendar::Date on_;
    std::map<DivisionCode, Division> living_;
    std::set<DivisionCode> used_;
    DivisionsChanged event_;
};

Result<DivisionsChanged> take(Decider& decider, const Establish& step) {
    TRY(decider.start(step.code, step.name));
    return decider.done(ChangeKind::establish);
}

Result<DivisionsChanged> take(Decider& decider, const Rename& step) {
    const Division before = TRY(decider.get_living(step.code));
    if (step.name.empty() || step.name == before.name) {
        return fault(Fault::invalid, "E-ORG-026", step.code, "名称没有变化", "新的名称",
                     "填写新的名称");
    }
    decider.rename(before, step.name);
    return decider.done(ChangeKind::rename);
}

Result<DivisionsChanged> take(Decider& decider, const Merge& step) {
    std::set<DivisionCode> merged(step.sources.begin(), step.sources.end());
    merged.insert(step.into);
    const std::set<DivisionCode> sources(step.sources.begin(), step.sources.end());
    if (sources.empty() || merged.size() < 2) {
        return fault(Fault::invalid, "E-ORG-026", step.into, "只有一个区划，没有什么可合并",
                     "至少两个区划", "补上被合并的区划");
    }
    for (const DivisionCode& source : sources) {
        TRY(decider.get_same_level(source, step.into));
    }
    const auto target = decider.get_living(step.into);
    if (target.ok()) {
        decider.rename(target.value(), step.name);
    } else {
        TRY(decider.start(step.into, step.name));
    }
    for (const DivisionCode& source : sources) {
        if (source == step.into) continue;
        TRY(decider.carry_below(source, step.into));
        decider.link(source, step.into);
        decider.end(source);
    }
    return decider.done(ChangeKind::merge);
}

Result<void> take_child(Decider& decider, const Split& step, const DivisionCode& part,
                        const DivisionCode& child) {
    const auto found = decider.get_living(child);
    if (!found.ok() || found.value().parent != step.source) {
        return fault(Fault::invalid, "E-ORG-030", child,
                     "不是 " + step.source.digits() + " 的直接下级，或已划给另一部分",
                     "每个直接下级至多划走一次", "核对划走的下级");
    }
    const DivisionCode code = TRY(decider.code_below(part, found.value()));
    TRY(decider.start(code, found.value().name));
    TRY(decider.carry_below(child, code));
    decider.link(child, code);
    decider.end(child);
    return {};
}

Result<DivisionsChanged> take(Decider& decider, const Split& step) {
    TRY(decider.get_living(step.source));
    if (step.parts.empty()) {
        return fault(Fault::invalid, "E-ORG-026", step.source, "没有写明析出的部分",
                     "至少一个新区划", "写明新区划的代码、名称和划走的下级");
    }
    for (const Part& part : step.parts) {
        TRY(decider.expect_level(part.code, step.source));
        TRY(decider.start(part.code, part.name));
        for (const DivisionCode& child : part.takes) {
            TRY(take_child(decider, step, part.code, child));
        }
        decider.link(step.source, part.code);
    }
    if (!step.source_ends) {
        decider.link(step.source, step.source);
        return decider.done(ChangeKind::split);
    }
    if (!decider.below(step.source).empty()) {
        return fault(Fault::invalid, "E-ORG-030", step.source,
                     "还有下级没有划走：" + decider.below(step.source).front().code.digits(),
                     "原区划终止时下级全部划走", "把其余下级也划给某一部分");
    }
    decider.end(step.source);
    return decider.done(ChangeKind::split);
}

Result<DivisionsChanged> take(Decider& decider, const Move& step) {
    const Division before = TRY(decider.get_living(step.division));
    if (step.division.contains(step.to)) {
        return fault(Fault::invalid, "E-ORG-022", step.division,
                     "新代码 " + step.to.digits() + " 在它自己之内，会成环",
                     "在另一个上级之下的代码", "改用新上级之下的代码");
    }
    TRY(decider.expect_level(step.to, step.division));
    TRY(decider.start(step.to, step.name.empty() ? before.name : step.name));
    TRY(decider.carry_below(step.division, step.to));
    decider.link(step.division, step.to);
    decider.end(step.division);
    return decider.done(ChangeKind::move);
}

Result<DivisionsChanged> take(Decider& decider, const Abolish& step) {
    TRY(decider.get_living(step.code));
    const auto inside = decider.below(step.code);
    if (!inside.empty()) {
        return fault(Fault::conflict, "E-ORG-025", step.code,
                     "还有下级区划：" + inside.front().code.digits() + " " + inside.front().name,
                     "没有下级的区划", "先撤并或改隶它的下级");
    }
    if (step.successor) {
        TRY(decider.get_same_level(*step.successor, step.code));
        decider.link(step.code, *step.successor);
    }
    decider.end(step.code);
    return decider.done(ChangeKind::abolish);
}

// 下城区 330103
std::string named(const DivisionCode& code, const std::map<DivisionCode, Division>& names) {
    const auto found = names.find(code);
    return (found == names.end() ? "" : found->second.name + " ") + code.digits();
}

}  // namespace

const char* word(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::establish: return "设立";
        case ChangeKind::rename: return "更名";
        case ChangeKind::merge: return "合并";
        case ChangeKind::split: return "析置";
        case ChangeKind::move: return "改隶";
        case ChangeKind::abolish: return "撤销";
    }
    CHECK(false, "every kind of change has its word");
}

std::vector<DivisionCode> named_in(const ChangeStep& step) {
    struct Names {
        std::vector<DivisionCode> operator()(const Establish& one) const { return {one.code}; }
        std::vector<DivisionCode> operator()(const Rename& one) const { return {one.code}; }
        std::vector<DivisionCode> operator()(const Merge& one) const {
            auto codes = one.sources;
            codes.push_back(one.into);
            return codes;
        }
        std::vector<DivisionCode> operator()(const Split& one) const {
            std::vector<DivisionCode> codes{one.source};
            for (const Part& part : one.parts) codes.push_back(part.code);
            return codes;
        }
        std::vector<DivisionCode> operator()(const Move& one) const {
            return {one.division, one.to};
        }
        std::vector<DivisionCode> operator()(const Abolish& one) const {
            if (!one.successor) return {one.code};
            return {one.code, *one.successor};
        }
    };
    return std::visit(Names{}, step);
}

Result<DivisionsChanged> decide(const ChangeOrder& order, const Surroundings& around) {
    for (const DivisionCode& code : named_in(order.step)) {
        if (!code.is_nation()) continue;
        return fault(Fault::invalid, "E-ORG-024", code, "全国不是可以变更的区划", "省级以下的区划",
                     "改用别的代码");
    }
    if (order.basis.empty()) {
        return Error{Fault::invalid,       "E-ORG-028",      "变更依据",
                     "没有写明批准的文号", "批准文件的文号", "填写国务院或省级政府的批准文号"};
    }
    Decider decider(order, around);
    return std::visit([&decider](const auto& step) { return take(decider, step); }, order.step);
}

std::string summary(const ChangeStep& step, const std::map<DivisionCode, Division>& names) {
    struct Words {
        const std::map<DivisionCode, Division>& names;

        std::string operator()(const Establish& one) const {
            return "设立 " + one.name + " " + one.code.digits();
        }
        std::string operator()(const Rename& one) const {
            return named(one.code, names) + " 更名为 " + one.name;
        }
        std::string operator()(const Merge& one) const {
            std::string text;
            for (const DivisionCode& source : one.sources) {
                if (source == one.into) continue;
                text += (text.empty() ? "" : "、") + named(source, names);
            }
            return text + " 并入 " +
                   (one.name.empty() ? named(one.into, names) : one.name + " " + one.into.digits());
        }
        std::string operator()(const Split& one) const {
            std::string text = named(one.source, names) + " 析置 ";
            for (const Part& part : one.parts) {
                text +=
                    (&part == one.parts.data() ? "" : "、") + part.name + " " + part.code.digits();
            }
            return text;
        }
        std::string operator()(const Move& one) const {
            return named(one.division, names) + " 改隶，新代码 " + one.to.digits();
        }
        std::string operator()(const Abolish& one) const {
            return "撤销 " + named(one.code, names);
        }
    };
    return std::visit(Words{names}, step);
}

}  // namespace anmin::organisation
