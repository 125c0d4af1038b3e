// The matrix: every role x action x place of the subject. `expected` below is written by hand from
// the rules, independently of roles.cc, so that a slip in the table shows.
#include "authority/authority.h"

#include <gtest/gtest.h>
#include <map>

#include "authority/roles.h"

namespace anmin::authority {
namespace {

using ident::DivisionCode;

DivisionCode code(const char* digits) { return DivisionCode::parse(digits).value(); }

Actor actor_with(std::set<Role> roles) {
    Actor actor;
    actor.account = {"a1"};
    actor.name = "沈一";
    actor.post = {"p1"};
    actor.post_title = "经办";
    actor.unit = {"u1"};
    actor.unit_name = "上城区民政局";
    actor.division = code("330102");
    actor.roles = std::move(roles);
    return actor;
}

struct Place {
    const char* name;
    DivisionCode division;
};

const std::vector<Place>& places() {
    static const std::vector<Place> all{
        {"own", code("330102")},       {"below", code("330102001")},
        {"neighbour", code("330103")}, {"other province", code("110101")},
        {"parent", code("3301")},      {"nation", code("0")}};
    return all;
}

constexpr int inside = 2;           // own, below
constexpr int inside_or_above = 4;  // and parent, nation

// How many of the six places each role may act in, by action; an action not named: none.
const std::map<Role, std::map<Action, int>>& expected() {
    using enum Action;
    static const std::map<Role, std::map<Action, int>> table{
        {Role::leader,
         {{see_documents, inside_or_above},
          {see_tasks, inside},
          {export_ledger, inside},
          {see_organisation, inside},
          {break_glass, inside_or_above}}},
        {Role::directive,
         {{see_documents, inside_or_above},
          {see_tasks, inside},
          {receive_document, inside},
          {confirm_tasks, inside},
          {assign_task, inside},
          {strike_off_task, inside},
          {split_task, inside},
          {urge_task, inside},
          {record_field_work, inside},
          {manage_problems, inside},
          {export_ledger, inside},
          {see_organisation, inside}}},
        {Role::executor,
         {{see_documents, inside_or_above},
          {see_tasks, inside},
          {record_field_work, inside},
          {export_ledger, inside},
          {see_organisation, inside}}},
        {Role::supervisor,
         {{see_documents, inside_or_above},
          {see_tasks, inside},
          {verify_task, inside},
          {urge_task, inside},
          {record_field_work, inside},
          {export_ledger, inside},
          {see_organisation, inside},
          {verify_log, inside},
          {break_glass, inside_or_above}}},
        {Role::policy,
         {{see_documents, inside_or_above}, {see_tasks, inside}, {see_organisation, inside}}},
        {Role::administrator,
         {{see_organisation, inside},
          {administer, inside},
          {verify_log, inside},
          {change_divisions, inside},
          {manage_staff, inside},
          {reveal_sealed, inside}}},
        {Role::security, {{see_organisation, inside}, {manage_accounts, inside}}},
        {Role::audit, {{see_organisation, inside}, {verify_log, inside}, {read_audit, inside}}},
        {Role::citizen, {}}};
    return table;
}

int expected_of(Role role, Action action) {
    const auto& row = expected().at(role);
    const auto cell = row.find(action);
    return cell == row.end() ? 0 : cell->second;
}

TEST(Matrix, EveryRoleByEveryActionByEveryPlace) {
    int allowed = 0;
    int asked = 0;
    for (const Role role : all_roles) {
        for (const Action action : all_actions) {
            int here = 0;
            for (const Place& place : places()) {
                ++asked;
                const Subject subject{place.division, {}, {}};
                const Result<void> answer = may(actor_with({role}), action, subject);
                here += answer.ok() ? 1 : 0;
                EXPECT_TRUE(answer.ok() || answer.error().fault == Fault::denied);
            }
            EXPECT_EQ(here, expected_of(role, action))
                << word(role) << " " << grant_of(action).word << ": wrong number of places";
            allowed += here;
        }
    }
    EXPECT_EQ(asked, 9 * 22 * 6);
    EXPECT_EQ(allowed, 104);
    RecordProperty("allowed", allowed);
    RecordProperty("denied", asked - allowed);
}

// The query's filter and the gate on one record must say the same, or lists leak what ids hide.
TEST(Matrix, ScopeCoversExactlyWhereTheActionIsAllowed) {
    for (const Role role : all_roles) {
        for (const Action action : all_actions) {
            const Actor actor = actor_with({role});
            for (const Place& place : places()) {
                EXPECT_EQ(scope_of(actor, action).covers(place.division),
                          may(actor, action, {place.division, {}, {}}).ok())
                    << word(role) << " " << grant_of(action).word << " at " << place.name;
            }
        }
    }
}

TEST(Matrix, NeverAllowedWithoutSomeRoleThatEverMay) {
    for (const Role role : all_roles) {
        for (const Action action : all_actions) {
            const Actor actor = actor_with({role});
            const Subject own{actor.division, actor.post, {}};
            EXPECT_EQ(ever_may(actor, action), may(actor, action, own).ok())
                << word(role) << " " << grant_of(action).word;
        }
    }
}

TEST(Matrix, AnActorWithoutRolesOrThePublicMayNothing) {
    for (const Action action : all_actions) {
        for (const Actor& actor : {actor_with({}), actor_with({Role::citizen})}) {
            EXPECT_FALSE(may(actor, action, {actor.division, actor.post, {}}).ok());
            EXPECT_EQ(scope_of(actor, action).reach, organisation::Reach::nothing);
            EXPECT_FALSE(ever_may(actor, action));
        }
    }
}

TEST(Matrix, SeveralRolesAddUp) {
    const Actor both = actor_with({Role::directive, Role::supervisor});
    EXPECT_TRUE(may(both, Action::assign_task, {both.division, {}, {}}).ok());
    EXPECT_TRUE(may(both, Action::verify_task, {both.division, {}, {}}).ok());
    EXPECT_FALSE(may(both, Action::administer, {both.division, {}, {}}).ok());
}

TEST(ThreeAdministrators, AreApartAndDoNoBusiness) {
    const DivisionCode own = code("330102");
    for (const std::set<Role>& held :
         {std::set{Role::administrator, Role::security}, std::set{Role::security, Role::audit},
          std::set{Role::administrator, Role::audit}, std::set{Role::audit, Role::directive}}) {
        const Actor actor = actor_with(held);
        for (const Action action : all_actions) {
            EXPECT_FALSE(may(actor, action, {own, actor.post, {}}).ok());
            EXPECT_EQ(scope_of(actor, action).reach, organisation::Reach::nothing);
            EXPECT_FALSE(ever_may(actor, action));
        }
        EXPECT_EQ(may(actor, Action::read_audit, {own, {}, {}}).error().code, "E-AUTH-005");
    }
}

TEST(BrokenGlass, WidensSeeingAndNothingElse) {
    Actor inspector = actor_with({Role::supervisor});
    inspector.glass = Glass{code("33"), {1}};
    const Subject far{code("3302"), {}, {}};
    EXPECT_TRUE(may(inspector, Action::see_tasks, far).ok());
    EXPECT_TRUE(scope_of(inspector, Action::see_documents).covers(code("330203")));
    EXPECT_FALSE(may(inspector, Action::verify_task, far).ok());
    EXPECT_FALSE(may(inspector, Action::export_ledger, far).ok());
    EXPECT_FALSE(may(inspector, Action::see_tasks, {code("11"), {}, {}}).ok());
}

TEST(Report, OnlyByThePostThatHoldsTheTask) {
    const Actor clerk = actor_with({Role::executor});
    const DivisionCode issuer_above = code("33");
    EXPECT_TRUE(may(clerk, Action::report_task, {issuer_above, clerk.post, {}}).ok());
    const ident::PostId other{"p2"};
    const Subject nobodys{clerk.division, {}, {}};
    for (const Subject& subject : {Subject{clerk.division, other, {}}, nobodys}) {
        EXPECT_EQ(may(clerk, Action::report_task, subject).error().code, "E-AUTH-003");
    }
    const Actor chief = actor_with({Role::leader});
    EXPECT_EQ(may(chief, Action::report_task, {chief.division, chief.post, {}}).error().code,
              "E-AUTH-001");
}

TEST(SeeTasks, AHolderSeesWhatWasHandedDownFromAbove) {
    const Actor clerk = actor_with({Role::executor});
    EXPECT_TRUE(may(clerk, Action::see_tasks, {code("33"), clerk.post, {}}).ok());
    EXPECT_FALSE(may(clerk, Action::see_tasks, {code("33"), ident::PostId{"p2"}, {}}).ok());
}

TEST(Verify, NeverByTheDoer) {
    const Actor inspector = actor_with({Role::supervisor, Role::executor});
    const Subject own{inspector.division, inspector.post, inspector.account};
    EXPECT_EQ(may(inspector, Action::verify_task, own).error().code, "E-AUTH-004");
    const Subject others{inspector.division, inspector.post, ident::AccountId{"a2"}};
    EXPECT_TRUE(may(inspector, Action::verify_task, others).ok());
}

TEST(Refusal, SaysWhyAndWhoCould) {
    const Actor clerk = actor_with({Role::executor});
    const Error error = may(clerk, Action::strike_off_task, {clerk.division, {}, {}}).error();
    EXPECT_EQ(error.code, "E-AUTH-001");
    EXPECT_EQ(error.place, "“销号”，岗位“上城区民政局 经办”");
    EXPECT_EQ(error.finding, "该岗位职责为“经办”，其中没有“销号”");
    EXPECT_EQ(error.expectation, "由综合处室岗位办理");
    EXPECT_FALSE(error.next_step.empty());
}

TEST(Refusal, OfAForeignRecordDoesNotSayWhereItIs) {
    const Actor office = actor_with({Role::directive});
    const Error error = may(office, Action::assign_task, {code("110101"), {}, {}}).error();
    EXPECT_EQ(error.code, "E-AUTH-002");
    EXPECT_NE(error.finding.find("330102"), std::string::npos);
    EXPECT_EQ(error.text().find("110101"), std::string::npos);
}

TEST(Roles, NamesGoBothWaysAndUnknownOnesAreNothing) {
    for (const Role role : all_roles) EXPECT_EQ(role_named(name_of(role)), role);
    EXPECT_EQ(name_of(Action::strike_off_task), "strike_off_task");
    EXPECT_FALSE(role_named("root"));
    EXPECT_FALSE(role_named(""));
}

TEST(Gate, WhoeverOwesSomethingMayNothing) {
    Actor actor;
    actor.roles = {Role::leader, Role::directive};
    actor.division = ident::DivisionCode::nation();
    for (const Owed owed : {Owed::password, Owed::second_factor}) {
        actor.owes = owed;
        for (const Action action : all_actions) {
            const auto refused = may(actor, action, {actor.division, {}, {}});
            ASSERT_FALSE(refused.ok());
            EXPECT_EQ(refused.error().code, owed == Owed::password ? "E-AUTH-006" : "E-AUTH-007");
            EXPECT_EQ(scope_of(actor, action).reach, organisation::Reach::nothing);
            EXPECT_FALSE(ever_may(actor, action));
        }
    }
}

}  // namespace
}  // namespace anmin::authority
