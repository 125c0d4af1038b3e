#include "authority/authority.h"

#include <algorithm>

#include "authority/roles.h"

namespace anmin::authority {
namespace {

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string place_of(const Actor& actor, const Grant& grant) {
    return quoted(grant.word) + "，岗位" + quoted(actor.unit_name + " " + actor.post_title);
}

// 督查岗位或系统管理岗位
std::string posts_of(const Grant& grant) {
    std::string all;
    for (const Role role : grant.roles) {
        if (!all.empty()) all += "或";
        all += std::string(word(role)) + "岗位";
    }
    return all;
}

std::string duties_of(const Actor& actor) {
    if (actor.roles.empty()) return "没有任何职责";
    std::string all;
    for (const Role role : actor.roles) {
        if (!all.empty()) all += "、";
        all += word(role);
    }
    return "职责为" + quoted(all);
}

Error no_role(const Actor& actor, const Grant& grant) {
    return {Fault::denied,
            "E-AUTH-001",
            place_of(actor, grant),
            "该岗位" + duties_of(actor) + "，其中没有" + quoted(grant.word),
            "由" + posts_of(grant) + "办理",
            "请本单位或上级的" + posts_of(grant) + "办理；确需调整职责的，联系系统管理岗位"};
}

// Says nothing of where the record is: to whom it is foreign, it stays unknown.
Error foreign(const Actor& actor, const Grant& grant) {
    const std::string own = actor.division.is_nation() ? "全国" : "区划 " + actor.division.digits();
    return {Fault::denied,
            "E-AUTH-002",
            place_of(actor, grant),
            "该记录不在本岗位的管辖范围（" + own + "）之内",
            "由管辖该记录所在区划的" + posts_of(grant) + "办理",
            "核对所选记录；确属本地的，联系系统管理岗位核对岗位所属区划"};
}

Error not_held(const Actor& actor, const Grant& grant) {
    return {Fault::denied,
            "E-AUTH-003",
            place_of(actor, grant),
            "该任务没有交办给本岗位",
            "由任务交办到的岗位" + std::string(grant.word),
            "需要由本岗位办理的，请交办单位改派"};
}

Error own_work(const Actor& actor, const Grant& grant) {
    return {Fault::denied,
            "E-AUTH-004",
            place_of(actor, grant),
            "报结人就是" + quoted(actor.name) + "本人",
            "由报结人以外的" + posts_of(grant) + "核验",
            "请另一位督查人员核验"};
}

bool holds(const Actor& actor, const Subject& subject) {
    return subject.holder.has_value() && *subject.holder == actor.post;
}

Error together(const std::string& place, const std::string& roles) {
    return {Fault::denied,
            "E-AUTH-005",
            place,
            "同时有“" + roles + "”",
            "系统管理、安全管理、审计管理各由不同的人担任，且不兼办业务",
            "请安全管理岗位把职责分给不同的账号"};
}

Error owed(Owed what) {
    switch (what) {
        case Owed::password:
            return {Fault::denied,
                    "E-AUTH-006",
                    "账号",
                    "密码是别人设的，还没有改成自己的",
                    "只有本人知道的密码",
                    "在“账号安全”页修改密码后继续"};
        case Owed::second_factor:
            return {Fault::denied,
                    "E-AUTH-007",
                    "账号",
                    "这个职责要求动态口令，本账号还没有启用",
                    "启用了动态口令的账号",
                    "在“账号安全”页启用动态口令后继续"};
    }
    CHECK(false, "whatever is owed has its refusal");
}

// Where the actor looks from: their own division, or the wider one of a broken glass. Only seeing
// is widened.
bool only_sees(Action action) {
    return action == Action::see_documents || action == Action::see_tasks ||
           action == Action::see_organisation;
}

const ident::DivisionCode& ground_of(const Actor& actor, Action action) {
    return only_sees(action) && actor.glass ? actor.glass->division : actor.division;
}

// The office's own ground of former times, which it sees and no longer acts on.
std::vector<ident::DivisionCode> former_ground(const Actor& actor, Action action) {
    const bool reads = only_sees(action) || action == Action::export_ledger;
    return reads ? actor.former : std::vector<ident::DivisionCode>();
}

bool within(const Grant& grant, const Actor& actor, const Subject& subject) {
    const ident::DivisionCode& ground = ground_of(actor, grant.action);
    const auto former = former_ground(actor, grant.action);
    const bool inside = ground.contains(subject.division) ||
                        std::any_of(former.begin(), former.end(), [&subject](const auto& one) {
                            return one.contains(subject.division);
                        });
    switch (grant.bound) {
        case Bound::inside: return inside;
        case Bound::inside_or_above: return inside || subject.division.contains(ground);
        case Bound::inside_or_held: return inside || holds(actor, subject);
        case Bound::held: return holds(actor, subject);
    }
    CHECK(false, "every bound has its rule");
}

}  // namespace

Result<void> may(const Actor& actor, Action action, const Subject& subject) {
    const Grant& grant = grant_of(action);
    TRY(check_nothing_owed(actor));
    TRY(check_separation(actor.roles, place_of(actor, grant)));
    if (!has_role(actor, grant)) return no_role(actor, grant);
    if (!within(grant, actor, subject)) {
        return grant.bound == Bound::held ? not_held(actor, grant) : foreign(actor, grant);
    }
    // closed-loop A.2: doer and verifier are not the same person.
    if (action == Action::verify_task && subject.doer == actor.account) {
        return own_work(actor, grant);
    }
    return {};
}

organisation::Scope scope_of(const Actor& actor, Action action) {
    using organisation::Reach;
    const Grant& grant = grant_of(action);
    if (actor.owes || !has_role(actor, grant) || !check_separation(actor.roles, "").ok()) return {};
    const ident::DivisionCode& ground = ground_of(actor, action);
    switch (grant.bound) {
        case Bound::inside:
        case Bound::inside_or_held: return {ground, Reach::subtree, former_ground(actor, action)};
        case Bound::inside_or_above:
            return {ground, Reach::subtree_and_above, former_ground(actor, action)};
        // What a single post holds is no set of divisions; such lists are asked for by owner.
        case Bound::held: return {};
    }
    CHECK(false, "every bound has its rule");
}

Result<void> check_nothing_owed(const Actor& actor) {
    if (!actor.owes) return {};
    return owed(*actor.owes);
}

Result<void> check_separation(const std::set<Role>& roles, const std::string& place) {
    std::string held;
    std::size_t powers = 0;
    for (const Role role : administrators_apart) {
        if (!roles.contains(role)) continue;
        ++powers;
        held += (held.empty() ? "" : "、") + std::string(word(role));
    }
    if (powers == 0 || roles.size() == 1) return {};
    for (const Role role : roles) {
        const auto& apart = administrators_apart;
        if (std::find(apart.begin(), apart.end(), role) == apart.end()) {
            held += "、" + std::string(word(role));
        }
    }
    return together(place, held);
}

bool ever_may(const Actor& actor, Action action) {
    return !actor.owes && has_role(actor, grant_of(action)) &&
           check_separation(actor.roles, "").ok();
}

}  // namespace anmin::authority
