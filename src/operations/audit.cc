#include "operations/audit.h"

namespace anmin::operations {

using authority::Action;

Result<organisation::Page<authority::AuditEntry>> list_audit(
    Desk& desk, const authority::Actor& actor, const authority::AuditFilter& filter,
    const organisation::PageRequest& page) {
    TRY(authority::may(actor, Action::read_audit, {actor.division, {}, {}}));
    return desk.accounts.audit(authority::scope_of(actor, Action::read_audit), filter, page);
}

Result<void> note_denial(Desk& desk, const authority::Actor& actor, const Error& error) {
    TRY(desk.journal.commit(
        command_of({actor, "", ""}),
        {{journal::stream_of(actor.account),
          journal::any_version,
          {authority::Event{authority::AccessDenied{actor.account, error.code, error.place}}}}}));
    return {};
}

Result<authority::Glass> break_glass(Desk& desk, const Caller& caller, const BreakGlass& order) {
    const auto& actor = caller.actor;
    TRY(authority::may(actor, Action::break_glass, {order.division, {}, {}}));
    if (order.reason.empty()) {
        return Error{Fault::invalid, "E-AUTH-140",       "紧急查看",
                     "没有写明原因", "一句说得清的原因", "填写原因；审计管理岗位会看到"};
    }
    if (!order.division.contains(actor.division)) {
        return Error{
            Fault::invalid,         "E-AUTH-141",           "紧急查看 " + order.division.digits(),
            "不含本岗位所在的区划", "本岗位所在区划的上级", "改选上级区划"};
    }
    const authority::Glass glass{order.division,
                                 authority::after(desk.clock.now(), desk.policies.sign_in.glass)};
    TRY(desk.journal.commit(
        command_of(caller),
        {{journal::stream_of(actor.account),
          journal::any_version,
          {authority::Event{authority::GlassBroken{actor.account, order.division, order.reason,
                                                   glass.until.milliseconds}}}}}));
    return glass;
}

}  // namespace anmin::operations
