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
    Route{"GET", "/demo", everybody, none, "", get_demo},
    Route{"POST", "/demo/session", everybody, json, "", take_demo_role},
    Route{"GET", "/workbench", signed_in, none, "", get_workbench},
    Route{"GET", "/divisions", Action::see_organisation, none, "parent q after limit",
          list_divisions},
    Route{"GET", "/divisions/{code}", Action::see_organisation, none, "", get_division},
    Route{"GET", "/posts", Action::see_organisation, none, "", list_posts},
    Route{"GET", "/documents", Action::see_documents, none, "after limit", list_documents},
    Route{"POST", "/documents", Action::receive_document, file, "name", receive_document},
    Route{"GET", "/documents/{id}", Action::see_documents, none, "", get_document},
    Route{"GET", "/documents/{id}/original", Action::see_documents, none, "", get_original},
    Route{"POST", "/documents/{id}/decisions", Action::confirm_tasks, json, "", decide_candidates},
    Route{"POST", "/documents/{id}/recuts", Action::confirm_tasks, json, "", recut_candidates},
    Route{"GET", "/tasks", Action::see_tasks, none,
          "state document mine overdue split q after limit", list_tasks},
    Route{"GET", "/tasks/{id}", Action::see_tasks, none, "", get_task},
    Route{"POST", "/tasks/{id}/assignments", Action::assign_task, json, "", assign_task},
    Route{"POST", "/tasks/{id}/reports", Action::report_task, json, "", report_task},
    Route{"POST", "/tasks/{id}/verifications", Action::verify_task, json, "", verify_task},
    Route{"POST", "/tasks/{id}/returns", Action::verify_task, json, "", return_task},
    Route{"POST", "/tasks/{id}/strike-offs", Action::strike_off_task, json, "", strike_off_task},
    Route{"GET", "/tasks/{id}/tree", Action::see_tasks, none, "after limit", get_task_tree},
    Route{"POST", "/tasks/{id}/spreads", Action::split_task, json, "", split_task},
    Route{"POST", "/tasks/{id}/receipts", Action::report_task, json, "", sign_for_task},
    Route{"POST", "/tasks/{id}/progress", Action::report_task, json, "", progress_task},
    Route{"POST", "/tasks/{id}/urgings", Action::urge_task, json, "", urge_task},
    Route{"POST", "/tasks/{id}/extensions", Action::report_task, json, "", ask_extension},
    Route{"POST", "/tasks/{id}/extension-answers", Action::strike_off_task, json, "",
          answer_extension},
    Route{"POST", "/tasks/{id}/look-backs", Action::verify_task, json, "", look_back_task},
    Route{"POST", "/tasks/{id}/ends", Action::strike_off_task, json, "", end_task},
    Route{"POST", "/evidence", Action::report_task, file, "name", keep_evidence},
    Route{"GET", "/tasks/{id}/evidence/{digest}", Action::see_tasks, none, "", get_evidence},
    Route{"GET", "/ledger.xlsx", Action::export_ledger, none, "state document mine overdue split q",
          export_ledger},
    Route{"GET", "/task-book.xlsx", Action::export_ledger, none, "state document mine overdue q",
          export_book},
    Route{"GET", "/task-book.docx", Action::export_ledger, none, "state document mine overdue q",
          export_book_document},
    Route{"POST", "/task-book/imports", Action::confirm_tasks, file, "apply", import_book},
    Route{"GET", "/changes", signed_in, none, "", follow_changes},
    Route{"GET", "/log/verification", Action::verify_log, none, "", verify_log},
};

}  // namespace

std::span<const Route> all_routes() { return routes; }

}  // namespace anmin::http
