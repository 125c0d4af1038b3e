#include <array>
#include <utility>

#include "http/problem_step.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/field_work.h"
#include "operations/keep_list.h"

namespace anmin::http {
namespace {

using problem::ProblemState;

constexpr std::int64_t most = 1'000'000;
constexpr std::size_t members_limit = 200;
constexpr std::size_t stages_limit = 50;

template <class T>
struct Items {
    const std::vector<T>& items;
};
template <class T>
void write(JsonWriter& out, const Items<T>& list) {
    out.begin_object();
    out.field("items", list.items);
    out.end_object();
}
template <class T>
Answer listed(Result<std::vector<T>> found) {
    return answer_of(std::move(found), [](const std::vector<T>& items) {
        return json_response(200, json_of(Items<T>{items}));
    });
}

constexpr std::array<std::string_view, 3> activity_kinds{"session", "interview", "visit"};
constexpr std::array<std::string_view, 2> remark_kinds{"problem", "suggestion"};
constexpr std::array<std::string_view, 3> branches{"immediate", "staged", "long_term"};

// One addition to a mission: key, body, operation.
template <class Order, class Read>
Answer add_to_mission(const Call& call,
                      Result<problem::Mission> (*operation)(operations::Desk&,
                                                            const operations::Caller&,
                                                            const Order&),
                      const Read& read) {
    Order order;
    order.mission = {call.path_value("id")};
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body, [&](BodyObject& body) { read(body, order); });
    if (fault) return *fault;
    auto mission = command.repeated
                       ? operations::see_mission(call.desk(), call.actor(), order.mission)
                       : operation(call.desk(), command.caller, order);
    return answer_of(std::move(mission), [&command](const problem::Mission& one) {
        return versioned_response(json_of(one), one.version, command.repeated);
    });
}

std::optional<ProblemState> state_named(std::string_view name) {
    using enum ProblemState;
    for (const auto state : {raised, listed, planned, reported, accepted, struck_off, held,
                             unfounded, handed_on, merged, ended}) {
        if (name_of(state) == name) return state;
    }
    return std::nullopt;
}

}  // namespace

Answer list_missions(const Call& call) {
    return listed(operations::list_missions(call.desk(), call.actor()));
}

Answer open_mission(const Call& call) {
    operations::OpenMission order;
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.title = body.text("title", line_length);
        order.from = needed_date(body, "from");
        order.to = needed_date(body, "to");
    });
    if (fault) return *fault;
    auto mission = command.repeated ? operations::see_mission(call.desk(), call.actor(),
                                                              {made_before(call, command)})
                                    : operations::open_mission(call.desk(), command.caller, order);
    return answer_of(std::move(mission), [&command](const problem::Mission& one) {
        auto response = versioned_response(json_of(one), one.version, command.repeated);
        response.status = 201;
        return response;
    });
}

Answer form_group(const Call& call) {
    return add_to_mission<operations::FormGroup>(
        call, operations::form_group, [](BodyObject& body, operations::FormGroup& order) {
            order.number = static_cast<std::int32_t>(body.number("number", 1, 10'000));
            order.area = body.text("area", line_length);
            order.province = choice(body, "province", yes_no) == 0;
            order.leader = body.text("leader", line_length);
            body.list("members", members_limit, [&order](BodyObject& one) {
                order.members.push_back(one.text("name", {1, 100}));
            });
        });
}

Answer log_activity(const Call& call) {
    return add_to_mission<operations::LogActivity>(
        call, operations::log_activity, [](BodyObject& body, operations::LogActivity& order) {
            order.group = static_cast<std::int32_t>(body.number("group", 1, 10'000));
            order.kind = static_cast<problem::ActivityKind>(choice(body, "kind", activity_kinds));
            order.held_on = needed_date(body, "held_on");
            order.place = body.text("place", line_length);
            order.amount = body.number("amount", 0, most);
            order.note = body.text_or_empty("note", line_length);
        });
}

Answer take_remarks(const Call& call) {
    return add_to_mission<operations::TakeRemarks>(
        call, operations::take_remarks, [](BodyObject& body, operations::TakeRemarks& order) {
            order.group = static_cast<std::int32_t>(body.number("group", 1, 10'000));
            body.list("remarks", remarks_limit, [&order](BodyObject& one) {
                const auto kind =
                    static_cast<problem::RemarkKind>(choice(one, "kind", remark_kinds));
                order.remarks.push_back({{},
                                         kind,
                                         one.text("text", text_length),
                                         one.text("said_by", line_length),
                                         one.text("place", line_length)});
            });
        });
}

Answer list_remarks(const Call& call) {
    Query query(call.request);
    std::optional<bool> merged;
    const std::string asked = query.text_or("merged", "");
    if (!asked.empty()) merged = query.flag("merged");
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_remarks(call.desk(), call.actor(), merged, page),
                     [](const auto& found) { return json_response(200, json_of(found)); });
}

Answer list_lists(const Call& call) {
    return listed(operations::list_lists(call.desk(), call.actor()));
}

Answer list_problems(const Call& call) {
    Query query(call.request);
    problem::ProblemFilter filter;
    for (const std::string& name : query.all("state")) {
        if (const auto state = state_named(name)) {
            filter.states.push_back(*state);
        } else {
            query.fault("state", "没有“" + name + "”这种状态",
                        "raised, listed, planned, reported, accepted, struck_off, held, "
                        "unfounded, handed_on, merged, ended");
        }
    }
    if (auto list = query.text_or("list", ""); !list.empty()) filter.list = {std::move(list)};
    if (query.flag("mine")) filter.owner = call.actor().post;
    filter.focused = query.flag("focused");
    filter.started = query.flag("started");
    filter.done = query.flag("done");
    filter.late = query.flag("late");
    std::optional<ident::DivisionCode> inside;
    if (!query.text_or("division", "").empty()) inside = query.division("division");
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::list_problems(call.desk(), call.actor(), filter, page, inside),
                     [](const auto& found) { return json_response(200, json_of(found)); });
}

Answer raise_problem(const Call& call) {
    operations::RaiseProblem order;
    Command command;
    if (auto failed = open_command(call, command)) return *std::move(failed);
    if (command.repeated) {
        return opened(
            operations::open_problem(call.desk(), call.actor(), {made_before(call, command)}), 201,
            true);
    }
    const auto fault = read_body(call.request.body, [&order](BodyObject& body) {
        order.text = body.text("text", text_length);
        order.source = body.text_or_empty("source", line_length);
        order.remarks = read_remarks(body);
    });
    if (fault) return *fault;
    return opened(operations::raise_problem(call.desk(), command.caller, order), 201, false);
}

Answer get_problem(const Call& call) {
    return opened(operations::open_problem(call.desk(), call.actor(), {call.path_value("id")}), 200,
                  false);
}

Answer join_remarks(const Call& call) {
    return problem_step<operations::JoinRemarks>(
        call, operations::join_remarks, [](BodyObject& body, operations::JoinRemarks& order) {
            order.remarks = read_remarks(body);
        });
}

Answer put_on_list(const Call& call) {
    return problem_step<operations::ListProblem>(
        call, operations::list_problem, [](BodyObject& body, operations::ListProblem& order) {
            order.list = {body.text("list", id_length)};
            order.number = static_cast<std::int32_t>(body.number("number", 1, 100'000));
            order.focused = choice(body, "focused", yes_no) == 0;
        });
}

Answer plan_problem(const Call& call) {
    return problem_step<operations::PlanProblem>(
        call, operations::plan_problem, [](BodyObject& body, operations::PlanProblem& order) {
            order.branch = static_cast<problem::Branch>(choice(body, "branch", branches));
            order.post = {body.text("post", id_length)};
            order.measure = body.text("measure", text_length);
            order.cause = body.text_or_empty("cause", text_length);
            order.supervision = body.text_or_empty("supervision", text_length);
            order.due = needed_date(body, "due");
            order.target = body.text_or_empty("target", text_length);
            if (!body.has("stages")) return;
            body.list("stages", stages_limit, [&order](BodyObject& one) {
                order.stages.push_back({one.text("text", line_length), needed_date(one, "due"),
                                        one.text("sign", line_length), std::nullopt});
            });
        });
}

Answer report_problem(const Call& call) {
    return problem_step<operations::ReportProblem>(
        call, operations::report_problem, [](BodyObject& body, operations::ReportProblem& order) {
            if (const auto stage = body.find_number("stage", 1, 1000)) {
                order.stage = static_cast<std::int32_t>(*stage - 1);
            }
            order.text = body.text("text", text_length);
            order.evidence = read_evidence(body);
        });
}

Answer accept_problem(const Call& call) {
    return problem_note_step(call, operations::accept_problem);
}
Answer return_problem(const Call& call) {
    return problem_note_step(call, operations::return_problem);
}
Answer strike_off_problem(const Call& call) {
    return problem_note_step(call, operations::strike_off_problem);
}

Answer look_back_problem(const Call& call) {
    return problem_step<operations::LookBackProblem>(
        call, operations::look_back_problem,
        [](BodyObject& body, operations::LookBackProblem& order) {
            order.held = choice(body, "answer", yes_no) == 0;
            order.text = body.text("text", text_length);
        });
}

Answer list_figures(const Call& call) {
    return listed(operations::answer_figures(call.desk(), call.actor()));
}

Answer get_figure(const Call& call) {
    Query query(call.request);
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    return answer_of(operations::open_figure(call.desk(), call.actor(), call.path_value("id"),
                                             call.path_value("name"), page),
                     [](const auto& rows) { return json_response(200, json_of(rows)); });
}

}  // namespace anmin::http
