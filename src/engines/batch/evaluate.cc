#include "batch/evaluate.h"

#include <algorithm>

#include "batch/emit.h"
#include "batch/width.h"
#include "feel/compare.h"
#include "feel/print.h"

namespace anmin::batch {

using feel::Kind;
using feel::Value;

namespace {

Series described(const Answers& answers) {
    Series out;
    out.kind = answers.kind;
    out.scale = answers.scale;
    out.texts = answers.texts;
    return out;
}

// SplitMix64 (Steele, Lea, Flood 2014): the sample depends on seed, segment and row alone.
std::uint64_t mixed(std::uint64_t number) {
    number += 0x9e3779b97f4a7c15U;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebU;
    return number ^ (number >> 31);
}

std::string shown(const Value& value, bool undetermined) {
    return undetermined ? "不能确定" : feel::literal_text(value, 80);
}

void put(Answers& answers, std::size_t row, const RowAnswer& answer) {
    answers.others.erase(row);
    answers.raw[row] = 0;
    if (answer.undetermined) {
        answers.states[row] = State::undetermined;
    } else if (answer.value.is_null()) {
        answers.states[row] = State::null;
    } else if (const auto raw = raw_of(described(answers), answer.value)) {
        answers.states[row] = State::value;
        answers.raw[row] = *raw;
    } else {
        answers.states[row] = State::other;
        answers.others[row] = answer.value;
    }
}

}  // namespace

Value Answers::value(std::size_t row) const {
    if (states[row] == State::other) return others.at(row);
    if (states[row] != State::value) return Value();
    return value_of(described(*this), raw[row]);
}

Counts& Counts::operator+=(const Counts& other) {
    rows += other.rows;
    by_row_engine += other.by_row_engine;
    checked += other.checked;
    return *this;
}

Result<std::vector<RowAnswer>> by_row_engine(const Plan& plan, const frame::Frame& households,
                                             std::size_t row) {
    dmn::Inputs inputs = inputs_of(plan.binding(), households, row);
    dmn::Request request;
    request.certain = true;
    for (const Change& change : plan.order().changes) {
        const auto& element =
            plan.model().data().elements[static_cast<std::size_t>(change.element)];
        Value before;
        if (element.kind == dmn::ElementKind::input) {
            const auto given = inputs.find(change.name);
            before = given == inputs.end() ? Value::unknown({change.name}) : given->second;
        } else {
            request.names = {element.name};
            const dmn::Outcome outcome = TRY(dmn::decide(plan.model(), inputs, request, {}));
            before = outcome.answers[0].missing.empty()
                         ? outcome.answers[0].value
                         : Value::unknown(outcome.answers[0].missing);
        }
        feel::Session session;
        inputs[change.name] = session.run(*change.code, std::vector<Value>{before});
    }
    request.names = plan.order().decisions;
    const dmn::Outcome outcome = TRY(dmn::decide(plan.model(), inputs, request, {}));
    std::vector<RowAnswer> out;
    for (const dmn::Answer& answer : outcome.answers)
        out.push_back({answer.value,
                       !answer.missing.empty() || feel::missing_inside(answer.value) != nullptr});
    return out;
}

Evaluator::Evaluator(const Plan& plan, const Checking& checking)
    : plan_(plan), checking_(checking), machine_(plan.program(), checking.reencoding) {
    for (const Output& output : plan.outputs()) all_by_row_ = all_by_row_ || output.by_row;
}

void Evaluator::read(const Output& output, std::size_t rows, Answers& answers) {
    answers.raw.resize(rows);
    answers.states.resize(rows);
    answers.others.clear();
    if (output.by_row || output.term.series() == nullptr) {
        std::fill(answers.raw.begin(), answers.raw.end(), 0);
        std::fill(answers.states.begin(), answers.states.end(), State::null);
    }
    if (output.by_row) {
        answers.scale = 2;
        answers.texts = std::make_shared<const std::vector<std::string>>();
        return;
    }
    if (const Quotient* quotient = output.term.quotient())
        return read_quotient(*quotient, rows, answers);
    if (const Value* value = output.term.constant()) {
        if (value->is_null()) return;
        answers.kind = value->kind();
        answers.texts = std::make_shared<const std::vector<std::string>>();
        for (std::size_t row = 0; row < rows; ++row) put(answers, row, {*value, false});
        return;
    }
    const Series& series = *output.term.series();
    answers.kind = series.kind;
    answers.scale = series.scale;
    answers.texts = series.texts;
    with_width(series.width == frame::Width::eight, [&](auto zero) {
        using T = decltype(zero);
        const frame::Lane<T> lane = machine_.get<T>(series.values);
        const Narrow* const unknown =
            series.unknown == no_register ? nullptr : machine_.get<Narrow>(series.unknown).values;
        std::copy_n(lane.values, rows, answers.raw.begin());
        State* const states = answers.states.data();
        if (lane.nulls == nullptr) {
            std::fill_n(states, rows, State::value);
        } else if (unknown == nullptr) {
            for (std::size_t row = 0; row < rows; ++row)
                states[row] = lane.nulls[row] != 0 ? State::null : State::value;
        } else {
            for (std::size_t row = 0; row < rows; ++row) {
                const State lost = unknown[row] != 0 ? State::undetermined : State::null;
                states[row] = lane.nulls[row] != 0 ? lost : State::value;
            }
        }
    });
}

void Evaluator::read_quotient(const Quotient& quotient, std::size_t rows, Answers& answers) {
    const auto lane_of = [&](const Series& series) { return machine_.get<Wide>(series.values); };
    const auto lost = [&](const Series& series, std::size_t row) {
        return series.unknown != no_register &&
               machine_.get<Narrow>(series.unknown).values[row] != 0;
    };
    answers.kind = Kind::number;
    answers.scale = quotient.top.scale;
    const frame::Lane<Wide> top = lane_of(quotient.top);
    const frame::Lane<Wide> bottom = lane_of(quotient.bottom);
    for (std::size_t row = 0; row < rows; ++row) {
        RowAnswer answer;
        answer.undetermined = lost(quotient.top, row) || lost(quotient.bottom, row);
        if (!top.at(row).null && !bottom.at(row).null && bottom.values[row] != 0) {
            const auto made =
                decimal::divide(*value_of(quotient.top, top.values[row]).number(),
                                *value_of(quotient.bottom, bottom.values[row]).number());
            if (made) answer.value = Value::of(*made);
        }
        put(answers, row, answer);
    }
}

Result<void> Evaluator::run(const frame::Frame& households, const frame::Chunk& chunk,
                            std::uint64_t segment, std::vector<Answers>& out) {
    machine_.run(households, chunk);
    out.resize(plan_.outputs().size());
    for (std::size_t i = 0; i < out.size(); ++i) read(plan_.outputs()[i], chunk.rows, out[i]);
    counts_.rows += chunk.rows;
    Narrow marked = 0;
    for (std::size_t row = 0; row < chunk.rows; ++row)
        marked |= machine_.doubts()[row] | machine_.borders()[row];
    if (marked == 0 && !all_by_row_ && checking_.one_in == 0) return {};
    for (std::size_t row = 0; row < chunk.rows; ++row) {
        if (all_by_row_ || machine_.doubts()[row] != 0) {
            TRY(ask(households, chunk, row, out));
            ++counts_.by_row_engine;
            continue;
        }
        const std::uint64_t number = (segment << 32) + chunk.first + row;
        const bool sampled =
            checking_.one_in != 0 && mixed(checking_.seed ^ mixed(number)) % checking_.one_in == 0;
        if (!sampled && !(checking_.borders && machine_.borders()[row] != 0)) continue;
        TRY(check(households, chunk, row, segment, out));
        ++counts_.checked;
    }
    return {};
}

Result<void> Evaluator::ask(const frame::Frame& households, const frame::Chunk& chunk,
                            std::size_t row, std::vector<Answers>& out) {
    const auto answers = TRY(by_row_engine(plan_, households, chunk.first + row));
    for (std::size_t i = 0; i < out.size(); ++i) put(out[i], row, answers[i]);
    return {};
}

Result<void> Evaluator::check(const frame::Frame& households, const frame::Chunk& chunk,
                              std::size_t row, std::uint64_t segment,
                              const std::vector<Answers>& out) {
    const auto answers = TRY(by_row_engine(plan_, households, chunk.first + row));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool undetermined = out[i].states[row] == State::undetermined;
        const Value value = out[i].value(row);
        if (undetermined == answers[i].undetermined &&
            (undetermined || feel::identical(value, answers[i].value)))
            continue;
        return Error{Fault::conflict,
                     "E-BATCH-004",
                     "第 " + std::to_string(segment + 1) + " 段第 " +
                         std::to_string(chunk.first + row + 1) + " 户，决策“" +
                         plan_.outputs()[i].decision + "”",
                     "按列计算得 " + shown(value, undetermined) + "，逐户引擎得 " +
                         shown(answers[i].value, answers[i].undetermined),
                     "两者相同",
                     "结果未采用；请把模型和这一户报告给开发者"};
    }
    return {};
}

}  // namespace anmin::batch
