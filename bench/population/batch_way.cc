// The rules of bench.dmn by engines/batch: the unmodified model, compiled; and by the row engine.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <numeric>

#include "batch/evaluate.h"
#include "dmn/load.h"
#include "frame/validity.h"
#include "model.h"
#include "threads.h"

namespace anmin::bench_population {
namespace {

struct Compiled {
    dmn::Model model;
    std::unique_ptr<batch::Plan> plan;
    frame::Frame layout;
};

Compiled& compiled() {
    static Compiled kept;
    return kept;
}

void count(Outcome& outcome, const batch::Answers& answers) {
    CHECK(answers.scale <= 2, "fen");
    const std::int64_t factor = frame::power_of_ten(2 - answers.scale);
    std::int64_t others = 0;
    for (std::size_t row = 0; row < answers.raw.size(); ++row) {
        const std::int64_t known = answers.states[row] == batch::State::value ? 1 : 0;
        const std::int64_t lost = answers.states[row] == batch::State::undetermined ? 1 : 0;
        const std::int64_t aid = answers.raw[row] * known;
        outcome.aid += aid * factor;
        outcome.aided += aid > 0 ? 1 : 0;
        outcome.undetermined += lost;
        others += 1 - known - lost;
    }
    CHECK(others == 0, "a result or none");
}

batch::Evaluator& evaluator() {
    static thread_local std::unique_ptr<batch::Evaluator> kept;
    if (!kept) kept = std::make_unique<batch::Evaluator>(*compiled().plan);
    return *kept;
}

Outcome evaluated(const frame::Frame& households) {
    static thread_local std::vector<batch::Answers> answers;
    Outcome outcome;
    for (const frame::Chunk& chunk : frame::chunks_of(households.children[0].offsets)) {
        const Result<void> done = evaluator().run(households, chunk, 0, answers);
        CHECK(done.ok(), "the plan runs");
        count(outcome, answers[0]);
    }
    return outcome;
}

}  // namespace

std::string compile_model(const std::string& file, const frame::Frame& layout, std::int32_t as_of) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto loaded = dmn::load({{file, text}});
    if (!loaded.ok()) return loaded.error().text();
    if (!loaded.value().findings.empty()) return loaded.value().findings[0].text;
    Compiled& kept = compiled();
    kept.model = std::move(loaded).value().value;
    kept.layout = layout;
    const batch::Order order{
        {{"基准日", feel::Value::of(*feel::CivilDate::from_day_number(as_of))}},
        {},
        {"救助"},
        false};
    auto plan = batch::plan_for(kept.model, layout, order);
    if (!plan.ok()) return plan.error().text();
    if (!plan.value().messages().empty()) return plan.value().messages()[0];
    kept.plan = std::make_unique<batch::Plan>(std::move(plan).value());
    return {};
}

Outcome by_batch(const Columns& columns, const Standards&) { return evaluated(*columns.frame); }

Outcome by_rows(const Columns& columns, const Standards&) {
    Outcome outcome;
    for (std::size_t row = 0; row < columns.frame->rows; ++row) {
        const auto answers = batch::by_row_engine(*compiled().plan, *columns.frame, row);
        CHECK(answers.ok(), "the row engine decides");
        const batch::RowAnswer& answer = answers.value()[0];
        if (answer.undetermined) {
            ++outcome.undetermined;
            continue;
        }
        const auto fen = decimal::multiply(*answer.value.number(), decimal::Decimal::of(100));
        outcome.aid += *fen->whole();
        outcome.aided += *fen->whole() > 0 ? 1 : 0;
    }
    return outcome;
}

namespace {

// Households that are evaluated together when their members lie anywhere.
constexpr unsigned run_bits = 14;
constexpr std::size_t run = std::size_t{1} << run_bits;

// The members of a run of households after those of the run before, in any order within the run: so
// columns are read once from front to back, and written at as many places as there are runs.
struct Dealt {
    void deal_all(const Scattered& all, std::size_t threads) {
        begins.assign((all.sizes.size() + run - 1) / run + 1, 0);
        for (std::size_t i = 0; i < all.sizes.size(); ++i)
            begins[(i >> run_bits) + 1] += all.sizes[i];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        place.resize(all.household.size());
        household.resize(place.size());
        for (auto& column : wide) column.resize(place.size());
        for (auto& column : small) column.resize(place.size());
        // Each thread deals a part of the members; its next free places follow from how many of the
        // parts before it belong to each run.
        std::vector<std::vector<std::uint32_t>> next(threads, {begins.begin(), begins.end() - 1});
        const auto first = [&](std::size_t part) { return place.size() * part / threads; };
        in_threads(static_cast<int>(threads), threads - 1, [&](std::size_t part) {
            std::vector<std::uint32_t> counts(begins.size() - 1, 0);
            for (std::size_t i = first(part); i < first(part + 1); ++i)
                ++counts[all.household[i] >> run_bits];
            for (std::size_t r = 0; r < counts.size(); ++r) next[part + 1][r] += counts[r];
        });
        for (std::size_t part = 2; part < threads; ++part)
            for (std::size_t r = 0; r + 1 < begins.size(); ++r)
                next[part][r] += next[part - 1][r] - begins[r];
        in_threads(static_cast<int>(threads), threads, [&](std::size_t part) {
            deal_part(all, first(part), first(part + 1), next[part]);
        });
    }

    static std::array<const std::vector<std::int32_t>*, 5> wide_of(const Scattered& all) {
        return {&all.birth, &all.wage, &all.business, &all.property, &all.transfer};
    }
    static std::array<const std::vector<std::int8_t>*, 6> small_of(const Scattered& all) {
        return {&all.disability, &all.grade, &all.ill, &all.studying, &all.able, &all.wage_known};
    }

    std::vector<std::uint32_t> begins;  // of the members of each run
    std::vector<std::uint32_t> household;
    std::array<std::vector<std::int32_t>, 5> wide;
    std::array<std::vector<std::int8_t>, 6> small;

private:
    void deal_part(const Scattered& all, std::size_t from, std::size_t to,
                   std::vector<std::uint32_t>& next) {
        for (std::size_t i = from; i < to; ++i) place[i] = next[all.household[i] >> run_bits]++;
        deal(all.household, from, to, household);
        for (std::size_t c = 0; c < wide.size(); ++c) deal(*wide_of(all)[c], from, to, wide[c]);
        for (std::size_t c = 0; c < small.size(); ++c) deal(*small_of(all)[c], from, to, small[c]);
    }
    template <class T>
    void deal(const std::vector<T>& values, std::size_t from, std::size_t to,
              std::vector<T>& into) const {
        for (std::size_t i = from; i < to; ++i) into[place[i]] = values[i];
    }
    std::vector<std::uint32_t> place;
};

// The columns of one run of households, its members put in their order.
class Collected {
public:
    Collected() : frame_(compiled().layout) {
        for (frame::Column& column : frame_.columns) column.values = nullptr;
        for (frame::Column& column : members().columns) column.values = nullptr;
    }

    const frame::Frame& collect(const Scattered& all, const Dealt& dealt, std::size_t number) {
        const std::size_t first = number * run;
        const std::size_t households = std::min(run, all.sizes.size() - first);
        offsets_.assign(1, 0);
        for (std::size_t i = 0; i < households; ++i)
            offsets_.push_back(offsets_.back() + all.sizes[first + i]);
        frame_.rows = households;
        frame_.children[0].offsets = offsets_;
        members().rows = offsets_.back();
        find_places(dealt, number, first);
        put(*column(frame_, "division"), all.division.data() + first, households);
        constexpr std::array wide{"birth", "wage", "business", "property", "transfer"};
        constexpr std::array small{"disability", "grade", "ill", "studying", "able"};
        for (std::size_t c = 0; c < wide.size(); ++c) {
            place(dealt.wide[c], dealt.begins[number], wide_[c]);
            put(*column(members(), wide[c]), wide_[c].data(), members().rows);
        }
        for (std::size_t c = 0; c < small.size(); ++c) {
            place(dealt.small[c], dealt.begins[number], small_[c]);
            frame::Column& made = *column(members(), small[c]);
            if (made.type.nullable) null_below_zero(made, small_[c], nulls_[c]);
            put(made, small_[c].data(), members().rows);
        }
        place(dealt.small[5], dealt.begins[number], small_[5]);
        for (std::int8_t& known : small_[5]) known = static_cast<std::int8_t>(known - 1);
        null_below_zero(*column(members(), "wage"), small_[5], nulls_[5]);
        return frame_;
    }

private:
    frame::Frame& members() { return frame_.children[0].frame; }
    static frame::Column* column(frame::Frame& table, const char* name) {
        return const_cast<frame::Column*>(table.find_column(name));
    }
    template <class T>
    static void put(frame::Column& column, const T* values, std::size_t rows) {
        column.values = reinterpret_cast<const std::byte*>(values);
        column.rows = rows;
    }
    // Where each member of the run goes: the next free place of its household.
    void find_places(const Dealt& dealt, std::size_t number, std::size_t first) {
        next_.assign(offsets_.begin(), offsets_.end() - 1);
        places_.resize(members().rows);
        const std::uint32_t* const household = dealt.household.data() + dealt.begins[number];
        for (std::size_t i = 0; i < places_.size(); ++i) places_[i] = next_[household[i] - first]++;
    }
    template <class T>
    void place(const std::vector<T>& from, std::size_t begin, std::vector<T>& into) const {
        into.resize(places_.size());
        for (std::size_t i = 0; i < places_.size(); ++i) into[places_[i]] = from[begin + i];
    }
    template <class T>
    static void null_below_zero(frame::Column& column, std::vector<T>& values,
                                std::vector<std::uint64_t>& validity) {
        validity.resize(frame::words_for(values.size()));
        for (std::size_t row = 0; row < values.size(); row += 64) {
            const std::size_t end = std::min(values.size(), row + 64);
            std::uint64_t word = 0;
            for (std::size_t i = row; i < end; ++i) {
                word |= std::uint64_t{values[i] >= 0} << (i - row);
                values[i] = std::max<T>(values[i], 0);
            }
            validity[row / 64] = word;
        }
        column.validity = validity.data();
    }

    frame::Frame frame_;
    std::vector<std::uint32_t> offsets_;
    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> places_;
    std::array<std::vector<std::int32_t>, 5> wide_;
    std::array<std::vector<std::int8_t>, 6> small_;  // wage_known is the last
    std::array<std::vector<std::uint64_t>, 6> nulls_;
};

}  // namespace

Outcome by_batch(const Scattered& all, const Standards&, std::span<Sums> threads) {
    static Dealt dealt;  // its memory serves every run, as the sums of the other ways do
    dealt.deal_all(all, threads.size());
    std::vector<Outcome> outcomes(dealt.begins.size() - 1);
    in_threads(static_cast<int>(threads.size()), outcomes.size(), [&](std::size_t number) {
        static thread_local Collected collected;
        outcomes[number] = evaluated(collected.collect(all, dealt, number));
    });
    Outcome sum;
    for (const Outcome& one : outcomes) sum += one;
    return sum;
}

}  // namespace anmin::bench_population
