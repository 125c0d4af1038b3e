#include "batch/sample.h"

#include <gtest/gtest.h>

#include "batch/evaluate.h"
#include "feel/compare.h"
#include "feel/print.h"

namespace anmin::batch {

Sample::Sample(const std::vector<SampleColumn>& households,
               const std::vector<SampleColumn>& members, const std::vector<std::size_t>& sizes) {
    frame_.name = "households";
    frame_.rows = sizes.size();
    fill(households, frame_);
    for (const std::size_t size : sizes) offsets_.append(size);
    frame::Frame inner;
    inner.name = "members";
    inner.rows = offsets_.members();
    fill(members, inner);
    frame_.children.push_back({offsets_.offsets(), std::move(inner)});
}

void Sample::fill(const std::vector<SampleColumn>& columns, frame::Frame& table) {
    for (const SampleColumn& column : columns) {
        dictionaries_.push_back({column.texts});
        builders_.emplace_back(column.name, column.name, column.type,
                               column.texts.empty() ? nullptr : &dictionaries_.back());
        for (const auto& row : column.rows)
            row ? builders_.back().append(*row) : builders_.back().append_null();
        table.columns.push_back(builders_.back().column());
    }
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return out;
}

dmn::Model model_of(const std::string& xml) {
    auto read = dmn::load({{"sample.dmn", xml}});
    EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().text());
    if (!read.ok()) return {};
    for (const Finding& finding : read.value().findings)
        ADD_FAILURE() << finding.code << " " << finding.place << " " << finding.text;
    return std::move(read).value().value;
}

namespace {

std::string shown(const feel::Value& value, bool undetermined) {
    return undetermined ? "undetermined" : feel::literal_text(value, 200);
}

}  // namespace

Compared compare_with_row_engine(const dmn::Model& model, const Sample& sample, Order order) {
    Compared out;
    const frame::Frame& frame = sample.frame();
    const auto planned = plan_for(model, frame, std::move(order));
    EXPECT_TRUE(planned.ok()) << (planned.ok() ? "" : planned.error().text());
    if (!planned.ok()) return out;
    const Plan& plan = planned.value();
    out.messages = plan.messages().size();
    std::vector<std::vector<RowAnswer>> expected;
    for (std::size_t row = 0; row < frame.rows; ++row) {
        auto answers = by_row_engine(plan, frame, row);
        EXPECT_TRUE(answers.ok());
        if (!answers.ok()) return out;
        expected.push_back(std::move(answers).value());
    }
    for (int how = -1; how < frame::reencodings; ++how) {
        Checking checking;
        checking.reencoding = how;
        Evaluator evaluator(plan, checking);
        std::vector<Answers> answers;
        for (const frame::Chunk& chunk : frame::chunks_of(frame.children[0].offsets)) {
            const auto done = evaluator.run(frame, chunk, 0, answers);
            EXPECT_TRUE(done.ok());
            for (std::size_t i = 0; i < answers.size(); ++i)
                for (std::size_t row = 0; row < chunk.rows; ++row) {
                    const RowAnswer& wanted = expected[chunk.first + row][i];
                    const bool undetermined = answers[i].states[row] == State::undetermined;
                    const feel::Value value = answers[i].value(row);
                    if (undetermined == wanted.undetermined &&
                        (undetermined || feel::identical(value, wanted.value)))
                        continue;
                    if (out.differences.size() < 10)
                        out.differences.push_back(plan.outputs()[i].decision + " row " +
                                                  std::to_string(chunk.first + row) + " encoding " +
                                                  std::to_string(how) + ": " +
                                                  shown(value, undetermined) + ", row engine " +
                                                  shown(wanted.value, wanted.undetermined));
                }
        }
        out.rows = evaluator.counts().rows;
        out.by_row_engine = evaluator.counts().by_row_engine;
    }
    return out;
}

}  // namespace anmin::batch
