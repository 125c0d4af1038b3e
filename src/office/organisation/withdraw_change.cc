#include "organisation/withdraw_change.h"

#include <algorithm>
#include <map>
#include <set>

#include "organisation/organisation.h"

namespace anmin::organisation {
namespace {

std::set<DivisionCode> touched_by(const DivisionsChanged& change) {
    std::set<DivisionCode> codes(change.ended.begin(), change.ended.end());
    for (const Started& one : change.started) codes.insert(one.code);
    for (const Renamed& one : change.renamed) codes.insert(one.code);
    for (const Link& one : change.links) codes.insert({one.before, one.after});
    return codes;
}

// The code itself or one above it is among these.
bool lies_in(const DivisionCode& code, const std::set<DivisionCode>& codes) {
    if (codes.contains(code)) return true;
    for (auto up = code.parent(); up; up = up->parent()) {
        if (codes.contains(*up)) return true;
    }
    return false;
}

Error refusal(Fault fault, const char* code, const RecordedChange& change, std::string finding,
              std::string expectation, std::string next_step) {
    return {fault,
            code,
            "区划变更 " + change.on.iso() + " " + change.summary,
            std::move(finding),
            std::move(expectation),
            std::move(next_step)};
}

const std::string& name_started(const DivisionsChanged& change, const DivisionCode& code) {
    static const std::string none;
    const auto found = std::find_if(change.started.begin(), change.started.end(),
                                    [&code](const Started& one) { return one.code == code; });
    return found == change.started.end() ? none : found->name;
}

// Links below the divisions that the order names come first, those of the named ones last: the
// functions beneath read them back in the order in which change_divisions.cc writes them.
Merge merge_of(const DivisionsChanged& change) {
    Merge step{{}, change.links.back().after, ""};
    for (const Link& link : change.links) {
        if (link.after == step.into) step.sources.push_back(link.before);
    }
    step.name = name_started(change, step.into);
    for (const Renamed& one : change.renamed) {
        if (one.code == step.into) step.name = one.name;
    }
    return step;
}

Split split_of(const DivisionsChanged& change) {
    Split step;
    step.source = change.links.back().before;
    step.source_ends =
        std::find(change.ended.begin(), change.ended.end(), step.source) != change.ended.end();
    std::map<DivisionCode, DivisionCode> parents;
    for (const Started& one : change.started) parents.emplace(one.code, one.parent);
    for (const Link& link : change.links) {
        if (link.before != step.source || link.after == step.source) continue;
        step.parts.push_back({link.after, name_started(change, link.after), {}});
    }
    for (Part& part : step.parts) {
        for (const Link& link : change.links) {
            const auto above = parents.find(link.after);
            if (above != parents.end() && above->second == part.code)
                part.takes.push_back(link.before);
        }
    }
    return step;
}

Abolish abolish_of(const DivisionsChanged& change) {
    Abolish step{change.ended.front()};
    if (!change.links.empty()) step.successor = change.links.front().after;
    return step;
}

}  // namespace

bool builds_on(const DivisionsChanged& later, const DivisionsChanged& earlier) {
    std::set<DivisionCode> begun;
    for (const Started& one : earlier.started) begun.insert(one.code);
    std::set<DivisionCode> ended(later.ended.begin(), later.ended.end());
    const auto touched = touched_by(later);
    // It changes what the earlier one began, or something inside that.
    const auto in_begun = [&begun](const DivisionCode& code) { return lies_in(code, begun); };
    if (std::any_of(touched.begin(), touched.end(), in_begun)) return true;
    // What the earlier one ended would live again under a division that is no more.
    const auto in_ended = [&ended](const DivisionCode& code) { return lies_in(code, ended); };
    if (std::any_of(earlier.ended.begin(), earlier.ended.end(), in_ended)) return true;
    // It carried on the name that the earlier one gave.
    return std::any_of(earlier.renamed.begin(), earlier.renamed.end(), [&](const Renamed& one) {
        return ended.contains(one.code) ||
               std::any_of(later.renamed.begin(), later.renamed.end(),
                           [&one](const Renamed& other) { return other.code == one.code; });
    });
}

bool is_in_the_way(const DivisionsChanged& later, const DivisionsChanged& earlier) {
    if (builds_on(later, earlier)) return true;
    const std::set<DivisionCode> gone(earlier.ended.begin(), earlier.ended.end());
    const auto touched = touched_by(later);
    return std::any_of(touched.begin(), touched.end(),
                       [&gone](const DivisionCode& code) { return lies_in(code, gone); });
}

Result<DivisionChangeWithdrawn> decide_withdrawal(const FoundChange& change,
                                                  const std::vector<FoundChange>& later,
                                                  const std::string& reason) {
    const RecordedChange& recorded = change.recorded;
    if (recorded.withdrawn) {
        return refusal(Fault::conflict, "E-ORG-034", recorded,
                       "已由 " + recorded.withdrawn->by + " 于 " +
                           recorded.withdrawn->known.date_in_china().iso() + " 撤回：" +
                           recorded.withdrawn->reason,
                       "还没有撤回的变更", "刷新变更列表；需要时重新登记正确的变更");
    }
    for (const FoundChange& one : later) {
        if (!builds_on(one.event, change.event)) continue;
        return refusal(Fault::conflict, "E-ORG-035", recorded,
                       "其后登记的变更以它为前提：" + one.recorded.on.iso() + " " +
                           one.recorded.summary + "（" + one.recorded.basis + "）",
                       "没有别的变更以它为前提", "先撤回其后的这次变更，再撤回本次，然后重新登记");
    }
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
        return refusal(Fault::invalid, "E-ORG-036", recorded, "没有写明撤回的原因", "撤回的原因",
                       "写明错在哪里、以什么为准");
    }
    return DivisionChangeWithdrawn{recorded.id, reason};
}

std::vector<Division> without(std::vector<Division> divisions, const DivisionsChanged& change) {
    std::set<DivisionCode> begun;
    for (const Started& one : change.started) begun.insert(one.code);
    const std::set<DivisionCode> ended(change.ended.begin(), change.ended.end());
    std::map<DivisionCode, Renamed> renamed;
    for (const Renamed& one : change.renamed) renamed.emplace(one.code, one);
    std::erase_if(divisions, [&begun](const Division& one) { return begun.contains(one.code); });
    for (Division& one : divisions) {
        if (ended.contains(one.code)) one.until = std::nullopt;
        const auto name = renamed.find(one.code);
        if (name != renamed.end() && one.name == name->second.name) one.name = name->second.former;
    }
    return divisions;
}

ChangeStep step_of(const DivisionsChanged& change) {
    switch (change.kind) {
        case ChangeKind::establish:
            return Establish{change.started.front().code, change.started.front().name};
        case ChangeKind::rename:
            return Rename{change.renamed.front().code, change.renamed.front().name};
        case ChangeKind::merge: return merge_of(change);
        case ChangeKind::split: return split_of(change);
        case ChangeKind::move: {
            const Link& link = change.links.back();
            return Move{link.before, link.after, name_started(change, link.after)};
        }
        case ChangeKind::abolish: return abolish_of(change);
    }
    CHECK(false, "every kind of change has its order");
}

}  // namespace anmin::organisation
