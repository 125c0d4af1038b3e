// The rules of bench.dmn by engines/batch: the unmodified model, compiled; and by the row engine.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "batch/evaluate.h"
#include "dmn/load.h"
#include "frame/validity.h"
#include "model.h"

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
    for (std::size_t row = 0; row < answers.raw.size(); ++row) {
        const bool known = answers.states[row] == batch::State::value;
        CHECK(known || answers.states[row] == batch::State::undetermined, "a result or none");
        const std::int64_t aid = answers.raw[row] * factor;
        outcome.aid += known ? aid : 0;
        outcome.aided += known && aid > 0 ? 1 : 0;
        outcome.undetermined += known ? 0 : 1;
    }
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

// The columns of one run of households, collected from members that lie anywhere.
class Collected {
public:
    Collected() : frame_(compiled().layout) {
        for (frame::Column& column : frame_.columns) column.values = nullptr;
        for (frame::Column& column : members().columns) column.values = nullptr;
    }

    const frame::Frame& collect(const Scattered& all, const std::uint32_t* members_of,
                                std::size_t first, std::size_t households) {
        offsets_.assign(1, 0);
        for (std::size_t i = 0; i < households; ++i)
            offsets_.push_back(offsets_.back() + all.sizes[first + i]);
        const std::size_t rows = offsets_.back();
        frame_.rows = households;
        frame_.children[0].offsets = offsets_;
        members().rows = rows;
        put(*column(frame_, "division"), all.division.data() + first, households);
        const std::pair<const char*, const std::vector<std::int32_t>*> wide[] = {
            {"birth", &all.birth},
            {"wage", &all.wage},
            {"business", &all.business},
            {"property", &all.property},
            {"transfer", &all.transfer}};
        const std::pair<const char*, const std::vector<std::int8_t>*> small[] = {
            {"disability", &all.disability},
            {"grade", &all.grade},
            {"ill", &all.ill},
            {"studying", &all.studying},
            {"able", &all.able}};
        std::size_t at = 0;
        for (const auto& [name, from] : wide) {
            gather(*from, members_of, rows, wide_[at]);
            put(*column(members(), name), wide_[at++].data(), rows);
        }
        at = 0;
        for (const auto& [name, from] : small) {
            gather(*from, members_of, rows, small_[at]);
            frame::Column& made = *column(members(), name);
            if (made.type.nullable) null_below_zero(made, small_[at], nulls_[at]);
            put(made, small_[at++].data(), rows);
        }
        gather(all.wage_known, members_of, rows, known_);
        for (std::size_t row = 0; row < rows; ++row)
            known_[row] = static_cast<std::int8_t>(known_[row] - 1);
        null_below_zero(*column(members(), "wage"), known_, nulls_[5]);
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
    template <class T>
    static void gather(const std::vector<T>& from, const std::uint32_t* order, std::size_t rows,
                       std::vector<T>& into) {
        into.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) into[row] = from[order[row]];
    }
    static void null_below_zero(frame::Column& column, std::vector<std::int8_t>& values,
                                std::vector<std::uint64_t>& validity) {
        validity.assign(frame::words_for(values.size()), 0);
        for (std::size_t row = 0; row < values.size(); ++row) {
            const bool valid = values[row] >= 0;
            validity[row / 64] |= std::uint64_t{valid} << (row % 64);
            if (!valid) values[row] = 0;
        }
        column.validity = validity.data();
    }

    frame::Frame frame_;
    std::vector<std::uint32_t> offsets_;
    std::vector<std::int32_t> wide_[5];
    std::vector<std::int8_t> small_[5];
    std::vector<std::int8_t> known_;
    std::vector<std::uint64_t> nulls_[6];
};

}  // namespace

Outcome by_batch(const Scattered& all, const Standards&, Sums& sums) {
    // Where each member goes: its household's place, by counting.
    std::vector<std::uint32_t>& next = sums.next;
    std::vector<std::uint32_t>& order = sums.order;
    next.resize(all.sizes.size() + 1);
    order.resize(all.household.size());
    next[0] = 0;
    for (std::size_t i = 0; i < all.sizes.size(); ++i) next[i + 1] = next[i] + all.sizes[i];
    for (std::size_t i = 0; i < all.household.size(); ++i)
        order[next[all.household[i]]++] = static_cast<std::uint32_t>(i);
    constexpr std::size_t run = 16'384;
    Collected collected;
    Outcome outcome;
    for (std::size_t first = 0; first < all.sizes.size(); first += run) {
        const std::size_t households = std::min(run, all.sizes.size() - first);
        const std::size_t begin = first == 0 ? 0 : next[first - 1];
        outcome += evaluated(collected.collect(all, order.data() + begin, first, households));
    }
    return outcome;
}

}  // namespace anmin::bench_population
