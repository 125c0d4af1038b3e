// A problem before it is listed and beside its way: judged, delayed, reviewed, suspended, given up,
// told back.
#include "http/problem_step.h"
#include "http/routes.h"
#include "http/suspension_body.h"
#include "operations/follow_problem.h"
#include "operations/judge_problem.h"

namespace anmin::http {
namespace {

constexpr Length word_length{0, 40};
constexpr Length reason_length{0, 1000};

// A duplicate is the fourth finding on the way in; inside it is another pair of events.
constexpr std::array<std::string_view, 4> findings{"confirmed", "unfounded", "not_ours",
                                                   "duplicate"};

void read_judgement(BodyObject& body, operations::JudgeProblem& order) {
    constexpr std::size_t duplicate = 3;
    const std::size_t finding = choice(body, "finding", findings);
    if (finding == duplicate) {
        order.into = problem::ProblemId{body.text("into", id_length)};
    } else {
        order.finding = static_cast<problem::Finding>(finding);
    }
    order.nature = body.text_or_empty("nature", word_length);
    order.difficulty = body.text_or_empty("difficulty", word_length);
    order.cause = body.text_or_empty("cause", text_length);
    order.unit = body.text_or_empty("unit", line_length);
    order.reason = body.text_or_empty("reason", reason_length);
}

}  // namespace

Answer judge_problem(const Call& call) {
    return problem_step<operations::JudgeProblem>(call, operations::judge_problem, read_judgement);
}

Answer take_back_judgement(const Call& call) {
    return problem_note_step(call, operations::take_back_judgement);
}

Answer review_problem(const Call& call) {
    return problem_step<operations::ReviewProblem>(
        call, operations::review_problem, [](BodyObject& body, operations::ReviewProblem& order) {
            order.text = body.text("text", text_length);
            order.evidence = read_evidence(body);
            order.next = needed_date(body, "next");
        });
}

Answer ask_delay(const Call& call) {
    return problem_step<operations::DelayProblem>(
        call, operations::ask_delay, [](BodyObject& body, operations::DelayProblem& order) {
            order.due = needed_date(body, "due");
            order.reason = body.text("reason", reason_length);
        });
}

Answer answer_delay(const Call& call) {
    return problem_step<operations::AnswerDelay>(
        call, operations::answer_delay, [](BodyObject& body, operations::AnswerDelay& order) {
            order.granted = choice(body, "answer", yes_no) == 0;
            order.text = body.text("text", text_length);
        });
}

Answer end_problem(const Call& call) { return problem_note_step(call, operations::end_problem); }

Answer suspend_problem(const Call& call) {
    return problem_step<operations::SuspendProblem>(
        call, operations::suspend_problem, [](BodyObject& body, operations::SuspendProblem& order) {
            order.ground = read_ground(body);
            order.reason = body.text("reason", reason_length);
            order.clock = read_clock(body);
            order.until = needed_date(body, "until");
            order.evidence = read_evidence(body);
        });
}

Answer resume_problem(const Call& call) {
    return problem_note_step(call, operations::resume_problem);
}

Answer tell_back(const Call& call) {
    return problem_step<operations::TellBack>(
        call, operations::tell_back, [](BodyObject& body, operations::TellBack& order) {
            order.remarks = read_remarks(body);
            order.told.on = needed_date(body, "on");
            order.told.by = body.text("by", line_length);
            order.told.way = body.text("way", word_length);
            order.told.answer = body.text("answer", text_length);
        });
}

}  // namespace anmin::http
