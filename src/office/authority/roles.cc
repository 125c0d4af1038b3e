#include "authority/roles.h"

#include <algorithm>

namespace anmin::authority {
namespace {

using enum Role;

constexpr std::array readers{leader, directive, executor, supervisor, policy};
constexpr std::array officers{leader, directive,     executor, supervisor,
                              policy, administrator, security, audit};
constexpr std::array issuers{directive};
// An office answers for what it was handed and gave on: it reports the whole.
constexpr std::array doers{executor, directive};
constexpr std::array verifiers{supervisor};
constexpr std::array recorders{directive, executor, supervisor};
constexpr std::array urgers{directive, supervisor};
// Whoever does the work takes their own ledger along: they read the same rows on the page (0028).
constexpr std::array exporters{directive, leader, supervisor, executor};
constexpr std::array administrators{administrator};
constexpr std::array security_officers{security};
constexpr std::array audit_officers{audit};
constexpr std::array auditors{audit, supervisor, administrator};
constexpr std::array sealed_readers{administrator};
constexpr std::array glass_breakers{leader, supervisor};

// A leader sees and does not act; a citizen has no row until there is something public.
constexpr std::array<Grant, all_actions.size()> grants{{
    {Action::see_documents, "see_documents", "查看文件", Bound::inside_or_above, readers},
    {Action::receive_document, "receive_document", "收文登记", Bound::inside, issuers},
    {Action::confirm_tasks, "confirm_tasks", "确认任务", Bound::inside, issuers},
    {Action::see_tasks, "see_tasks", "查看任务", Bound::inside_or_held, readers},
    {Action::assign_task, "assign_task", "交办", Bound::inside, issuers},
    {Action::report_task, "report_task", "报结", Bound::held, doers},
    {Action::verify_task, "verify_task", "核验", Bound::inside, verifiers},
    {Action::strike_off_task, "strike_off_task", "销号", Bound::inside, issuers},
    {Action::split_task, "split_task", "分解任务", Bound::inside, issuers},
    {Action::urge_task, "urge_task", "催办", Bound::inside, urgers},
    {Action::record_field_work, "record_field_work", "调研登记", Bound::inside, recorders},
    {Action::manage_problems, "manage_problems", "问题清单管理", Bound::inside, issuers},
    {Action::export_ledger, "export_ledger", "导出台账", Bound::inside, exporters},
    {Action::see_organisation, "see_organisation", "查看机构", Bound::inside, officers},
    {Action::administer, "administer", "系统管理", Bound::inside, administrators},
    {Action::verify_log, "verify_log", "校验日志", Bound::inside, auditors},
    {Action::change_divisions, "change_divisions", "变更区划", Bound::inside, administrators},
    {Action::manage_staff, "manage_staff", "管理机构和任职", Bound::inside, administrators},
    {Action::manage_accounts, "manage_accounts", "管理账号", Bound::inside, security_officers},
    {Action::read_audit, "read_audit", "查看审计日志", Bound::inside, audit_officers},
    {Action::reveal_sealed, "reveal_sealed", "查看完整证件号码", Bound::inside, sealed_readers},
    {Action::break_glass, "break_glass", "紧急查看", Bound::inside_or_above, glass_breakers},
}};

struct RoleNames {
    Role role;
    std::string_view name;
    std::string_view word;
};

constexpr std::array<RoleNames, all_roles.size()> role_names{{
    {leader, "leader", "领导"},
    {directive, "directive", "综合处室"},
    {executor, "executor", "经办"},
    {supervisor, "supervisor", "督查"},
    {policy, "policy", "政策"},
    {administrator, "administrator", "系统管理"},
    {security, "security", "安全管理"},
    {audit, "audit", "审计管理"},
    {citizen, "citizen", "公众"},
}};

const RoleNames& names_of(Role role) {
    const auto found = std::find_if(role_names.begin(), role_names.end(),
                                    [role](const RoleNames& one) { return one.role == role; });
    CHECK(found != role_names.end(), "every role has its names");
    return *found;
}

}  // namespace

const Grant& grant_of(Action action) {
    const auto found = std::find_if(grants.begin(), grants.end(), [action](const Grant& grant) {
        return grant.action == action;
    });
    CHECK(found != grants.end(), "every action has its grant");
    return *found;
}

bool has_role(const Actor& actor, const Grant& grant) {
    return std::any_of(grant.roles.begin(), grant.roles.end(),
                       [&actor](Role role) { return actor.roles.contains(role); });
}

std::string_view name_of(Role role) { return names_of(role).name; }
std::string_view name_of(Action action) { return grant_of(action).name; }
std::string_view word(Role role) { return names_of(role).word; }

std::optional<Role> role_named(std::string_view name) {
    for (const RoleNames& names : role_names) {
        if (names.name == name) return names.role;
    }
    return std::nullopt;
}

}  // namespace anmin::authority
