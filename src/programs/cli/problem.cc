// anmin problem: the lists of problems, the same as on the page, from the command line.

#include <iostream>

#include "cli/commands.h"
#include "cli/task_follow.h"
#include "cli/workplace.h"
#include "operations/move_problem.h"
#include "operations/open_problem.h"

namespace anmin::cli {
namespace {

using operations::Caller;
using operations::OpenedProblem;
using operations::ProblemOrder;

constexpr const char* usage =
    "lists | list [--list 清单ID] [--focused] [--started] [--done] | show ID | figures | plan ID "
    "--branch 能改即改|长期坚持 --post 岗位 --due 日期 --text 措施 [--cause 原因] | report ID "
    "--text 情况 --evidence 文件 | accept ID [--text 意见] | return ID --text 理由 | strike-off ID "
    "[--text 意见] | look-back ID --answer yes|no --text 情况";

void print(const operations::ProblemRow& row) {
    const auto& problem = row.problem;
    std::cout << problem.id.value << "  " << directive::word(row.light) << "  "
              << problem::word(problem.state) << "  "
              << (problem.due ? problem.due->iso() : std::string("无期限    ")) << "  "
              << (problem.owner ? problem.owner->unit_name + " " + problem.owner->post_title
                                : std::string("未定责任"))
              << (row.to_resume ? "  【挂起到期】" : "") << (problem.was_late ? "  【晚办结】" : "")
              << (problem.focused ? "  【突出】" : "  ") << problem.text << "\n";
}

void print(const OpenedProblem& opened) {
    print(opened.row);
    const auto& problem = opened.row.problem;
    if (!opened.list_name.empty()) {
        std::cout << "    清单：" << opened.list_name << " 第 " << problem.number << " 号\n";
    }
    if (!problem.measure.empty()) std::cout << "    整改措施：" << problem.measure << "\n";
    for (const auto& stage : problem.stages) {
        std::cout << "    阶段：" << stage.due.iso() << "  " << stage.text << "  "
                  << (stage.done_on ? "已完成 " + stage.done_on->iso() : "未完成") << "\n";
    }
    for (const auto& raw : opened.remarks) {
        std::cout << "    原话：" << raw.remark.text << "（" << raw.remark.said_by << "，"
                  << raw.remark.place << "）\n";
    }
    for (const auto& step : problem.steps) {
        std::cout << "    " << step.on.iso() << "  " << step.label << "  " << step.officer.name
                  << "（" << step.officer.post_title << "）  " << step.text << "\n";
    }
}

// Four figures side by side, never added; the declared one where it differs.
Result<void> print_lists(Workplace& place, const Caller& caller) {
    for (const auto& [list, open] : TRY(operations::list_lists(place.desk(), caller.actor))) {
        std::cout << list.id.value << "  " << (list.scheme.empty() ? "" : "“" + list.scheme + "” ")
                  << list.name << "：列入 " << list.listed << "，突出 " << list.focused
                  << "，已开展 " << list.started << "，已销号 " << list.struck_off;
        if (list.long_term > 0) std::cout << "，长期坚持 " << list.long_term;
        if (list.suspended > 0) std::cout << "，挂起 " << list.suspended;
        if (list.ended > 0) std::cout << "，已终止 " << list.ended;
        if (list.late > 0) std::cout << "，晚办结 " << list.late;
        if (list.declared) std::cout << "；提出 " << *list.declared;
        if (list.frozen_from) std::cout << "；" << list.frozen_from->iso() << " 起冻结";
        if (list.closed_on) std::cout << "；" << list.closed_on->iso() << " 办结";
        std::cout << "\n";
    }
    return {};
}

Result<void> print_problems(Workplace& place, const Caller& caller, const Arguments& arguments) {
    problem::ProblemFilter filter;
    if (const auto list = arguments.find("list")) filter.list = problem::ListId{*list};
    filter.focused = arguments.has("focused");
    filter.started = arguments.has("started");
    filter.done = arguments.has("done");
    filter.late = arguments.has("late");
    organisation::PageRequest request{"", 500};
    do {
        const auto page =
            TRY(operations::list_problems(place.desk(), caller.actor, filter, request));
        for (const auto& row : page.items) print(row);
        request.after = page.next;
    } while (!request.after.empty());
    return {};
}

Result<void> print_figures(Workplace& place, const Caller& caller) {
    for (const auto& answered : TRY(operations::answer_figures(place.desk(), caller.actor))) {
        std::string sentence = answered.query.sentence;
        for (const auto& one : answered.figures) {
            const std::string slot = "{" + one.figure.name + "}";
            const auto at = sentence.find(slot);
            if (at != std::string::npos)
                sentence.replace(at, slot.size(), std::to_string(one.amount));
        }
        std::cout << answered.query.title << "：" << sentence << "\n";
    }
    return {};
}

Result<OpenedProblem> plan(Workplace& place, const Caller& caller, const ProblemOrder& seen,
                           const Arguments& arguments) {
    operations::PlanProblem order;
    order.problem = seen.problem;
    order.seen_version = seen.seen_version;
    const std::string branch = arguments.get("branch", "能改即改");
    if (branch != "能改即改" && branch != "长期坚持") {
        return Error{Fault::invalid,     "E-CLI-003",          "--branch",
                     "“" + branch + "”", "能改即改、长期坚持", "分阶段的方案在问题页填写"};
    }
    order.branch = branch == "长期坚持" ? problem::Branch::long_term : problem::Branch::immediate;
    order.post = {arguments.get("post", "")};
    order.measure = arguments.get("text", "");
    order.cause = arguments.get("cause", "");
    order.due = TRY(date_of(arguments)).value_or(calendar::Date());
    return operations::plan_problem(place.desk(), caller, order);
}

Result<OpenedProblem> step(Workplace& place, const Caller& caller, const Arguments& arguments) {
    operations::Desk& desk = place.desk();
    const std::string& verb = arguments.words[0];
    OpenedProblem opened = TRY(operations::open_problem(desk, caller.actor, {arguments.words[1]}));
    if (verb == "show") return opened;
    const ProblemOrder seen{opened.row.problem.id, opened.row.problem.version};
    if (verb == "plan") return plan(place, caller, seen, arguments);
    if (verb == "report") {
        operations::ReportProblem order;
        order.problem = seen.problem;
        order.seen_version = seen.seen_version;
        order.text = arguments.get("text", "");
        order.evidence = TRY(kept_evidence(desk, caller, arguments));
        return operations::report_problem(desk, caller, order);
    }
    operations::NoteProblem note;
    note.problem = seen.problem;
    note.seen_version = seen.seen_version;
    note.text = arguments.get("text", "");
    if (verb == "accept") return operations::accept_problem(desk, caller, note);
    if (verb == "return") return operations::return_problem(desk, caller, note);
    if (verb == "strike-off") return operations::strike_off_problem(desk, caller, note);
    operations::LookBackProblem look;
    look.problem = seen.problem;
    look.seen_version = seen.seen_version;
    look.held = arguments.get("answer", "") == "yes";
    look.text = note.text;
    return operations::look_back_problem(desk, caller, look);
}

Result<bool> run_words(const Words& words) {
    const auto arguments = TRY(parse(
        words,
        with_database({{"list", "text", "post", "due", "branch", "cause", "evidence", "answer"},
                       {"focused", "started", "done", "late"}})));
    const std::string verb = arguments.words.empty() ? "" : arguments.words[0];
    const std::size_t count = arguments.words.size();
    const bool alone = verb == "list" || verb == "lists" || verb == "figures";
    const bool steps = verb == "show" || verb == "plan" || verb == "report" || verb == "accept" ||
                       verb == "return" || verb == "strike-off" || verb == "look-back";
    if (!(alone && count == 1) && !(steps && count == 2)) return false;
    const auto place = TRY(Workplace::open(arguments));
    const auto caller = TRY(place->caller(arguments));
    if (verb == "lists") TRY(print_lists(*place, caller));
    if (verb == "list") TRY(print_problems(*place, caller, arguments));
    if (verb == "figures") TRY(print_figures(*place, caller));
    if (steps) print(TRY(step(*place, caller, arguments)));
    return true;
}

}  // namespace

int run_problem(const Words& words) {
    const auto done = run_words(words);
    if (!done.ok()) return fail(done.error());
    return done.value() ? 0 : not_understood("problem", usage);
}

}  // namespace anmin::cli
