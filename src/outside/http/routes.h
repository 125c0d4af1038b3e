// The handlers by noun; routes.cc puts them into one table.
#pragma once

#include "http/router.h"

namespace anmin::http {

// routes_session.cc
Answer get_session(const Call& call);
Answer sign_in(const Call& call);
Answer sign_out(const Call& call);
Answer get_demo(const Call& call);
Answer take_demo_role(const Call& call);

// routes_organisation.cc
Answer list_divisions(const Call& call);
Answer get_division(const Call& call);
Answer list_posts(const Call& call);

// routes_documents.cc
Answer list_documents(const Call& call);
Answer receive_document(const Call& call);
Answer get_document(const Call& call);
Answer get_original(const Call& call);
Answer decide_candidates(const Call& call);
Answer recut_candidates(const Call& call);

// routes_tasks.cc
Answer get_workbench(const Call& call);
Answer list_tasks(const Call& call);
Answer get_task(const Call& call);
Answer export_ledger(const Call& call);

// routes_book.cc
Answer export_book(const Call& call);
Answer export_book_document(const Call& call);
Answer import_book(const Call& call);

// routes_steps.cc
Answer assign_task(const Call& call);
Answer report_task(const Call& call);
Answer verify_task(const Call& call);
Answer return_task(const Call& call);
Answer strike_off_task(const Call& call);
Answer keep_evidence(const Call& call);
Answer get_evidence(const Call& call);

// routes_follow.cc
Answer split_task(const Call& call);
Answer get_task_tree(const Call& call);
Answer sign_for_task(const Call& call);
Answer progress_task(const Call& call);
Answer urge_task(const Call& call);
Answer ask_extension(const Call& call);
Answer answer_extension(const Call& call);
Answer look_back_task(const Call& call);
Answer end_task(const Call& call);

// routes_log.cc
Answer follow_changes(const Call& call);
Answer verify_log(const Call& call);

}  // namespace anmin::http
