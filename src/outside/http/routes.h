// The handlers by noun; routes.cc puts them into one table.
#pragma once

#include "http/router.h"

namespace anmin::http {

// routes_session.cc
Answer get_session(const Call& call);
Answer sign_in(const Call& call);
Answer sign_out(const Call& call);
Answer change_password(const Call& call);
Answer offer_second_factor(const Call& call);
Answer confirm_second_factor(const Call& call);
Answer list_sessions(const Call& call);
Answer end_sessions(const Call& call);
Answer get_demo(const Call& call);
Answer take_demo_role(const Call& call);

// routes_organisation.cc
Answer list_divisions(const Call& call);
Answer get_division(const Call& call);
Answer list_posts(const Call& call);

// routes_divisions.cc
Answer list_division_changes(const Call& call);
Answer change_divisions(const Call& call);
Answer get_division_change(const Call& call);
Answer withdraw_division_change(const Call& call);
Answer correct_divisions(const Call& call);
Answer compare_divisions(const Call& call);

// routes_staff.cc
Answer list_units(const Call& call);
Answer found_unit(const Call& call);
Answer close_unit(const Call& call);
Answer place_unit(const Call& call);
Answer relate_units(const Call& call);
Answer create_post(const Call& call);
Answer close_post(const Call& call);
Answer appoint_holder(const Call& call);
Answer end_appointment(const Call& call);
Answer export_staff(const Call& call);
Answer import_staff(const Call& call);
Answer list_people(const Call& call);
Answer register_person(const Call& call);
Answer search_people(const Call& call);
Answer reveal_field(const Call& call);

// routes_accounts.cc
Answer list_accounts(const Call& call);
Answer open_account(const Call& call);
Answer lock_account(const Call& call);
Answer unlock_account(const Call& call);
Answer remove_second_factor(const Call& call);
Answer give_password(const Call& call);
Answer end_account_sessions(const Call& call);
Answer give_roles(const Call& call);
Answer list_audit(const Call& call);
Answer break_glass(const Call& call);

// routes_documents.cc
Answer list_documents(const Call& call);
Answer receive_document(const Call& call);
Answer get_document(const Call& call);
Answer list_candidates(const Call& call);
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
Answer list_stage_schemes(const Call& call);
Answer get_task_tree(const Call& call);
Answer sign_for_task(const Call& call);
Answer progress_task(const Call& call);
Answer urge_task(const Call& call);
Answer ask_extension(const Call& call);
Answer answer_extension(const Call& call);
Answer look_back_task(const Call& call);
Answer end_task(const Call& call);

// routes_suspend.cc
Answer ask_suspension(const Call& call);
Answer suspend_task(const Call& call);
Answer refuse_suspension(const Call& call);
Answer resume_task(const Call& call);

// routes_rulings.cc
Answer object_to_task(const Call& call);
Answer rule_objection(const Call& call);
Answer merge_tasks(const Call& call);

// routes_problems.cc
Answer list_missions(const Call& call);
Answer get_mission(const Call& call);
Answer get_group(const Call& call);
Answer open_mission(const Call& call);
Answer form_group(const Call& call);
Answer log_activity(const Call& call);
Answer take_remarks(const Call& call);
Answer list_remarks(const Call& call);
Answer list_lists(const Call& call);
Answer list_problems(const Call& call);
Answer raise_problem(const Call& call);
Answer get_problem(const Call& call);
Answer join_remarks(const Call& call);
Answer put_on_list(const Call& call);
Answer plan_problem(const Call& call);
Answer report_problem(const Call& call);
Answer accept_problem(const Call& call);
Answer return_problem(const Call& call);
Answer strike_off_problem(const Call& call);
Answer look_back_problem(const Call& call);
Answer list_figures(const Call& call);
Answer get_figure(const Call& call);

// routes_problem_lists.cc
Answer open_list(const Call& call);
Answer freeze_list(const Call& call);
Answer thaw_list(const Call& call);
Answer close_list(const Call& call);

// routes_problem_life.cc
Answer judge_problem(const Call& call);
Answer take_back_judgement(const Call& call);
Answer review_problem(const Call& call);
Answer ask_delay(const Call& call);
Answer answer_delay(const Call& call);
Answer end_problem(const Call& call);
Answer suspend_problem(const Call& call);
Answer resume_problem(const Call& call);
Answer tell_back(const Call& call);

// routes_sources.cc
Answer list_sources(const Call& call);
Answer get_source(const Call& call);
Answer record_meeting(const Call& call);
Answer enter_instruction(const Call& call);
Answer take_attendance(const Call& call);
Answer get_task_sources(const Call& call);
Answer cite_source(const Call& call);
Answer withdraw_source(const Call& call);

// routes_conveyances.cc
Answer list_conveyances(const Call& call);
Answer count_conveyances(const Call& call);
Answer receive_conveyance(const Call& call);
Answer get_conveyance(const Call& call);
Answer pool_conveyance(const Call& call);
Answer decide_measures(const Call& call);
Answer answer_measure(const Call& call);
Answer exempt_measure(const Call& call);
Answer look_back_conveyance(const Call& call);
Answer archive_conveyance(const Call& call);
Answer withdraw_conveyance(const Call& call);

// routes_reminders.cc
Answer get_morning(const Call& call);
Answer list_late(const Call& call);
Answer get_briefing(const Call& call);
Answer export_briefing(const Call& call);
Answer meter_load(const Call& call);
Answer get_load(const Call& call);
Answer list_indicators(const Call& call);
Answer bind_task(const Call& call);

// routes_tables.cc
Answer list_tables(const Call& call);
Answer list_table_rows(const Call& call);
Answer add_table_row(const Call& call);
Answer get_table_row(const Call& call);
Answer amend_table_row(const Call& call);
Answer withdraw_table_row(const Call& call);
Answer export_table(const Call& call);
Answer export_table_document(const Call& call);
Answer import_table(const Call& call);

// routes_log.cc
Answer follow_changes(const Call& call);
Answer verify_log(const Call& call);

}  // namespace anmin::http
