#include "whatif_cli/redetermine.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <thread>

#include "feel/print.h"

namespace anmin::whatif_cli {

namespace {

// The divisions of the report, and for every township of the file which of them it is in.
struct Places {
    std::vector<std::string> codes;
    std::vector<std::int32_t> of_township;
};

Places places_of(const std::vector<std::string>& townships, Division by) {
    Places out;
    const auto size = static_cast<std::size_t>(by);
    const auto within = [&](const std::string& township) {
        return by == Division::nation ? "全国" : township.substr(0, size);
    };
    for (const std::string& township : townships) out.codes.push_back(within(township));
    std::sort(out.codes.begin(), out.codes.end());
    out.codes.erase(std::unique(out.codes.begin(), out.codes.end()), out.codes.end());
    for (const std::string& township : townships)
        out.of_township.push_back(static_cast<std::int32_t>(
            std::lower_bound(out.codes.begin(), out.codes.end(), within(township)) -
            out.codes.begin()));
    return out;
}

Error no_result(const Scenario& scenario, const WhatIf& order, std::uint64_t segment,
                std::size_t row) {
    return {Fault::invalid,
            "E-WHATIF-005",
            "方案“" + scenario.title + "”，第 " + std::to_string(segment + 1) + " 段第 " +
                std::to_string(row + 1) + " 户",
            "决策“" + order.amount + "”没有结果（null）",
            "每户都有金额；常见原因是 " + order.as_of + " 不在标准的起止日期之内",
            "核对 --as-of 和参数文件中标准的日期与地区"};
}

// One thread's work: evaluators for every scenario, and sums.
class Worker {
public:
    Worker(const Scenarios& scenarios, const WhatIf& order, const Places& places)
        : scenarios_(scenarios), order_(order), places_(places) {
        batch::Checking checking{order.seed, order.sample, order.sample != 0, -1};
        for (const Scenario& scenario : scenarios.all) {
            evaluators_.emplace_back(scenario.plan, checking);
            earning_.emplace_back(scenario.plan);
        }
        amounts_.resize(scenarios.all.size());
        earning_amounts_.resize(scenarios.all.size());
        total.scenarios.resize(scenarios.all.size());
        if (!order.cliffs.empty()) total.cliffs.resize(scenarios.all.size());
    }

    Result<void> run(const frame::Frame& households, std::uint64_t segment) {
        std::optional<frame::Frame> earning;
        if (!order_.cliffs.empty()) earning = earn_one_more(households);
        for (const frame::Chunk& chunk : frame::chunks_of(households.children[0].offsets)) {
            for (std::size_t s = 0; s < evaluators_.size(); ++s) {
                TRY(amounts(evaluators_[s], households, chunk, segment, s, amounts_[s]));
                if (earning)
                    TRY(amounts(earning_[s], *earning, chunk, segment, s, earning_amounts_[s]));
            }
            add_up(households, chunk);
        }
        return {};
    }

    Tally tally;
    Line total;
    std::vector<batch::Counts> counts() const {
        std::vector<batch::Counts> out;
        for (const batch::Evaluator& evaluator : evaluators_) out.push_back(evaluator.counts());
        return out;
    }

private:
    Result<void> amounts(batch::Evaluator& evaluator, const frame::Frame& households,
                         const frame::Chunk& chunk, std::uint64_t segment, std::size_t scenario,
                         std::vector<Amount>& out) {
        TRY(evaluator.run(households, chunk, segment, answers_));
        const batch::Answers& answers = answers_[0];
        out.assign(chunk.rows, {});
        for (std::size_t row = 0; row < chunk.rows; ++row) {
            const batch::State state = answers.states[row];
            if (state == batch::State::undetermined) continue;
            if (state == batch::State::null)
                return no_result(scenarios_.all[scenario], order_, segment, chunk.first + row);
            const bool fits = state == batch::State::value && answers.kind == feel::Kind::number &&
                              answers.scale <= money_scale;
            if (!fits)
                return Error{
                    Fault::invalid,
                    "E-WHATIF-006",
                    "方案“" + scenarios_.all[scenario].title + "”",
                    "“" + order_.amount + "”的结果是 " + feel::literal_text(answers.value(row), 60),
                    "不超过四位小数的金额（元）",
                    "在模型中取整，如 round half up(…, 2)"};
            out[row] = {true, answers.raw[row] * frame::power_of_ten(money_scale - answers.scale)};
        }
        return {};
    }

    // The same rows, where the first member whose income is known earns a yuan more.
    frame::Frame earn_one_more(const frame::Frame& households) {
        frame::Frame out = households;
        frame::Column& column = out.children[0].frame.columns[scenarios_.cliffs];
        earned_.resize(column.rows);
        for (std::size_t row = 0; row < column.rows; ++row)
            earned_[row] = static_cast<std::int32_t>(column.at(row));
        const auto& offsets = out.children[0].offsets;
        const auto yuan = static_cast<std::int32_t>(frame::power_of_ten(column.type.scale));
        for (std::size_t row = 0; row + 1 < offsets.size(); ++row) {
            std::size_t member = offsets[row];
            while (member < offsets[row + 1] && column.is_null(member)) ++member;
            if (member < offsets[row + 1]) earned_[member] += yuan;
        }
        column.values = reinterpret_cast<const std::byte*>(earned_.data());
        return out;
    }

    void add_up(const frame::Frame& households, const frame::Chunk& chunk) {
        const frame::Column& divisions = households.columns[scenarios_.division];
        const frame::Column& tiers = households.columns[scenarios_.tier];
        const auto& offsets = households.children[0].offsets;
        for (std::size_t row = 0; row < chunk.rows; ++row) {
            const std::size_t at = chunk.first + row;
            const std::int32_t place =
                places_.of_township[static_cast<std::size_t>(divisions.at(at))];
            const auto key = std::pair(place, static_cast<std::int32_t>(tiers.at(at)));
            if (!line_ || key != key_) {
                key_ = key;
                line_ = &tally[key];
                line_->scenarios.resize(evaluators_.size());
                line_->cliffs.resize(total.cliffs.size());
            }
            const std::int64_t members = offsets[at + 1] - offsets[at];
            for (Line* line : {line_, &total}) {
                line->all.add(members);
                for (std::size_t s = 0; s < amounts_.size(); ++s) {
                    line->scenarios[s].add(amounts_[0][row], amounts_[s][row], members);
                    if (!line->cliffs.empty())
                        line->cliffs[s].add(amounts_[s][row], earning_amounts_[s][row]);
                }
            }
        }
    }

    const Scenarios& scenarios_;
    const WhatIf& order_;
    const Places& places_;
    std::vector<batch::Evaluator> evaluators_;
    std::vector<batch::Evaluator> earning_;
    std::vector<batch::Answers> answers_;
    std::vector<std::vector<Amount>> amounts_;
    std::vector<std::vector<Amount>> earning_amounts_;
    std::vector<std::int32_t> earned_;
    Line* line_ = nullptr;
    std::pair<std::int32_t, std::int32_t> key_;
};

}  // namespace

Result<Redetermined> redetermine(const population::Population& population,
                                 const Scenarios& scenarios, const WhatIf& order,
                                 const std::atomic<bool>& cancelled, const Progress& progress) {
    const frame::Frame first = TRY(population.segment(0));
    const auto* codes = first.columns[scenarios.division].dictionary;
    const auto* tiers = first.columns[scenarios.tier].dictionary;
    if (!codes || !tiers)
        return Error{Fault::invalid, "E-WHATIF-003", "--tier", "“" + order.tier + "”不是文字列",
                     "如 tier",      "改用其中之一"};
    const Places places = places_of(codes->texts, order.by);
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < order.threads; ++i)
        workers.push_back(std::make_unique<Worker>(scenarios, order, places));
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::optional<Error> failed;
    std::size_t done = 0;
    const auto work = [&](Worker& worker) {
        for (std::size_t i = next++; i < population.segments(); i = next++) {
            auto segment = population.segment(i);
            Result<void> ran =
                segment.ok() ? worker.run(segment.value(), i) : Result<void>(segment.error());
            const std::lock_guard lock(mutex);
            if (!ran.ok() && !failed) failed = ran.error();
            if (failed || cancelled) return;
            progress(++done, population.segments());
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < workers.size(); ++i)
        threads.emplace_back(work, std::ref(*workers[i]));
    work(*workers[0]);
    for (std::thread& thread : threads) thread.join();
    if (failed) return *failed;
    if (cancelled)
        return Error{
            Fault::unavailable, "E-WHATIF-007", "anmin whatif", "已取消，没有写任何结果", "",
            "需要时重新计算"};
    Redetermined out;
    for (const std::string& code : places.codes)
        out.divisions.push_back({code, population.schema().find_name(code)});
    out.tiers = tiers->texts;
    out.counts.resize(scenarios.all.size());
    for (const auto& worker : workers) {
        add(out.tally, worker->tally);
        out.total += worker->total;
        const auto counts = worker->counts();
        for (std::size_t s = 0; s < counts.size(); ++s) out.counts[s] += counts[s];
    }
    Line sum;
    for (const auto& [key, line] : out.tally) sum += line;
    CHECK(sum.all == out.total.all && sum.scenarios == out.total.scenarios &&
              sum.cliffs == out.total.cliffs,
          "the lines of the report add up to its total");
    return out;
}

}  // namespace anmin::whatif_cli
