#include "http/routes.h"

#include <array>

namespace anmin::http {
namespace {

using authority::Action;
using enum BodyKind;

constexpr Access everybody = Access::everybody();
constexpr Access signed_in = Access::signed_in();

// The whole interface, in the order of contract/openapi.yaml.
constexpr std::array routes{
    Route{"GET", "/session", signed_in, none, "", get_session},
    Route{"POST", "/session", everybody, json, "", sign_in},
    Route{"DELETE", "/session", signed_in, none, "", sign_out},
    Route{"POST", "/session/password", signed_in, json, "", change_password},
    Route{"POST", "/session/second-factor", signed_in, none, "", offer_second_factor},
    Route{"POST", "/session/second-factor/confirmation", signed_in, json, "",
          confirm_second_factor},
    Route{"GET", "/demo", everybody, none, "", get_demo},
    Route{"POST", "/demo/session", everybody, json, "", take_demo_role},
    Route{"GET", "/workbench", signed_in, none, "", get_workbench},
    Route{"GET", "/divisions", Action::see_organisation, none, "parent q at known after limit",
          list_divisions},
    Route{"GET", "/divisions/{code}", Action::see_organisation, none, "at known", get_division},
    Route{"GET", "/divisions/{code}/comparison", Action::see_organisation, none, "from to",
          compare_divisions},
    Route{"GET", "/division-changes", Action::see_organisation, none, "inside after limit",
          list_division_changes},
    Route{"POST", "/division-changes", Action::change_divisions, json, "preview", change_divisions},
    Route{"GET", "/units", Action::see_organisation, none, "division", list_units},
    Route{"POST", "/units", Action::manage_staff, json, "", found_unit},
    Route{"POST", "/units/{id}/closure", Action::manage_staff, json, "", close_unit},
    Route{"POST", "/units/{id}/placement", Action::manage_staff, json, "", place_unit},
    Route{"POST", "/units/{id}/relations", Action::manage_staff, json, "", relate_units},
    Route{"GET", "/posts", Action::see_organisation, none, "", list_posts},
    Route{"POST", "/posts", Action::manage_staff, json, "", create_post},
    Route{"POST", "/posts/{id}/closure", Action::manage_staff, json, "", close_post},
    Route{"POST", "/posts/{id}/appointments", Action::manage_staff, json, "", appoint_holder},
    Route{"POST", "/posts/{id}/appointments/{from}/end", Action::manage_staff, json, "",
          end_appointment},
    Route{"GET", "/staff.xlsx", Action::manage_staff, none, "", export_staff},
    Route{"POST", "/staff.xlsx", Action::manage_staff, file, "name", import_staff},
    Route{"GET", "/people", Action::manage_staff, none, "after limit", list_people},
    Route{"POST", "/people", Action::manage_staff, json, "", register_person},
    Route{"POST", "/people/search", Action::manage_staff, json, "", search_people},
    Route{"POST", "/people/{id}/revelations", Action::reveal_sealed, json, "", reveal_field},
    Route{"GET", "/accounts", Action::manage_accounts, none, "", list_accounts},
    Route{"POST", "/accounts", Action::manage_accounts, json, "", open_account},
    Route{"POST", "/accounts/{login}/lock", Action::manage_accounts, json, "", lock_account},
    Route{"POST", "/accounts/{login}/unlock", Action::manage_accounts, json, "", unlock_account},
    Route{"POST", "/accounts/{login}/roles", Action::manage_accounts, json, "", give_roles},
    Route{"POST", "/accounts/{login}/second-factor-removal", Action::manage_accounts, json, "",
          remove_second_factor},
    Route{"GET", "/audit", Action::read_audit, none, "login kind after limit", list_audit},
    Route{"POST", "/glass", Action::break_glass, json, "", break_glass},
    Route{"GET", "/documents", Action::see_documents, none, "after limit", list_documents},
    Route{"POST", "/documents", Action::receive_document, file, "name", receive_document},
    Route{"GET", "/documents/{id}", Action::see_documents, none, "", get_document},
    Route{"GET", "/documents/{id}/original", Action::see_documents, none, "", get_original},
    Route{"POST", "/documents/{id}/decisions", Action::confirm_tasks, json, "", decide_candidates},
    Route{"GET", "/tasks", Action::see_tasks, none, "state document mine overdue q after limit",
          list_tasks},
    Route{"GET", "/tasks/{id}", Action::see_tasks, none, "", get_task},
    Route{"POST", "/tasks/{id}/assignments", Action::assign_task, json, "", assign_task},
    Route{"POST", "/tasks/{id}/reports", Action::report_task, json, "", report_task},
    Route{"POST", "/tasks/{id}/verifications", Action::verify_task, json, "", verify_task},
    Route{"POST", "/tasks/{id}/returns", Action::verify_task, json, "", return_task},
    Route{"POST", "/tasks/{id}/strike-offs", Action::strike_off_task, json, "", strike_off_task},
    Route{"POST", "/evidence", Action::report_task, file, "name", keep_evidence},
    Route{"GET", "/tasks/{id}/evidence/{digest}", Action::see_tasks, none, "", get_evidence},
    Route{"GET", "/ledger.xlsx", Action::export_ledger, none, "state document overdue q",
          export_ledger},
    Route{"GET", "/changes", signed_in, none, "", follow_changes},
    Route{"GET", "/log/verification", Action::verify_log, none, "", verify_log},
};

}  // namespace

std::span<const Route> all_routes() { return routes; }

}  // namespace anmin::http
