#include "batch/program.h"

#include <algorithm>
#include <type_traits>

#include "result/result.h"

namespace anmin::batch {

namespace {

constexpr std::size_t of_width(frame::Width width) { return width == frame::Width::four ? 0 : 1; }

}  // namespace

Register Program::add(frame::Width width, Level level) {
    registers.push_back({width, level, 0});
    return static_cast<Register>(registers.size()) - 1;
}

void Program::finish() {
    drop_unread();
    assign_slots();
}

void Program::drop_unread() {
    std::vector<bool> read(registers.size(), false);
    for (const Register number : kept) read[static_cast<std::size_t>(number)] = true;
    std::vector<Step> live;
    for (std::size_t i = steps.size(); i-- > 0;) {
        if (!steps[i].effect && !read[static_cast<std::size_t>(steps[i].writes)]) continue;
        for (const Register number : steps[i].reads) read[static_cast<std::size_t>(number)] = true;
        live.push_back(std::move(steps[i]));
    }
    std::reverse(live.begin(), live.end());
    steps = std::move(live);
}

void Program::assign_slots() {
    constexpr std::size_t for_ever = SIZE_MAX;
    std::vector<std::size_t> last(registers.size(), 0);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        for (const Register read : steps[i].reads) last[static_cast<std::size_t>(read)] = i;
        last[static_cast<std::size_t>(steps[i].writes)] =
            std::max(last[static_cast<std::size_t>(steps[i].writes)], i);
    }
    for (const Register number : kept) last[static_cast<std::size_t>(number)] = for_ever;
    // A lane may borrow another register's memory only inside its own step, so a slot is free as
    // soon as its register was read for the last time.
    std::array<std::vector<int>, 2> free;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        RegisterPlan& written = registers[static_cast<std::size_t>(steps[i].writes)];
        const std::size_t width = of_width(written.width);
        if (free[width].empty()) {
            written.slot = slots[width]++;
        } else {
            written.slot = free[width].back();
            free[width].pop_back();
        }
        std::vector<Register> ended = steps[i].reads;
        ended.push_back(steps[i].writes);
        std::sort(ended.begin(), ended.end());
        ended.erase(std::unique(ended.begin(), ended.end()), ended.end());
        for (const Register number : ended) {
            const RegisterPlan& plan = registers[static_cast<std::size_t>(number)];
            if (last[static_cast<std::size_t>(number)] == i)
                free[of_width(plan.width)].push_back(plan.slot);
        }
    }
}

Machine::Machine(const Program& program, int reencoding)
    : program_(program),
      reencoding_(reencoding),
      lanes_(program.registers.size()),
      narrow_(static_cast<std::size_t>(program.slots[0])),
      wide_(static_cast<std::size_t>(program.slots[1])) {
    if (reencoding >= 0) {
        narrow_again_.resize(narrow_.size());
        wide_again_.resize(wide_.size());
    }
}

void Machine::run(const frame::Frame& households, const frame::Chunk& chunk) {
    households_ = &households;
    chunk_ = chunk;
    offsets_ = households.children.at(0).offsets;
    for (const std::size_t level : {0U, 1U})
        doubts_[level].used = borders_[level].used = wide_doubts_[level].used = false;
    for (const Step& step : program_.steps) {
        step.run(*this);
        if (reencoding_ >= 0) reencode(step.writes);
    }
    gather_doubts();
}

template <class T>
T* Machine::marks(Levels<T>& levels, Level level) {
    Marks<T>& asked = levels[static_cast<std::size_t>(level)];
    if (!asked.used) std::fill_n(asked.marks.begin(), rows(level), T{0});
    asked.used = true;
    return asked.marks.data();
}

void Machine::doubt(Level level, std::size_t row) { marks(doubts_, level)[row] = -1; }

void Machine::border(Level level, std::size_t row) { marks(borders_, level)[row] = -1; }

// What is marked at a member is marked at the household.
void Machine::gather(Levels<Narrow>& levels) {
    Narrow* const households = marks(levels, Level::household);
    if (!levels[1].used) return;
    const Narrow* const members = levels[1].marks.data();
    Narrow some = 0;
    for (std::size_t i = 0; i < chunk_.members; ++i) some |= members[i];
    if (some == 0) return;
    const frame::Groups all = groups();
    for (std::size_t row = 0; row < chunk_.rows; ++row)
        for (std::size_t i = all.first(row); i < all.first(row + 1); ++i)
            households[row] |= members[i];
}

void Machine::gather_doubts() {
    for (const Level level : {Level::household, Level::member}) {
        const Marks<Wide>& wide = wide_doubts_[static_cast<std::size_t>(level)];
        if (!wide.used) continue;
        Narrow* const narrow = marks(doubts_, level);
        for (std::size_t row = 0; row < rows(level); ++row)
            narrow[row] |= static_cast<Narrow>(wide.marks[row]);
    }
    gather(doubts_);
    gather(borders_);
    // A household without members is always in doubt: what an empty list means in every place, the
    // row engine knows.
    Narrow* const doubted = doubts_[0].marks.data();
    const std::uint32_t* const offsets = offsets_.data() + chunk_.first;
    for (std::size_t row = 0; row < chunk_.rows; ++row)
        doubted[row] |= offsets[row] == offsets[row + 1] ? -1 : 0;
}

void Machine::reencode(Register number) {
    const RegisterPlan& plan = program_.registers[static_cast<std::size_t>(number)];
    const auto slot = static_cast<std::size_t>(plan.slot);
    if (plan.width == frame::Width::four) {
        set(number, frame::reencoded(get<Narrow>(number), reencoding_, narrow_again_[slot]));
        CHECK(frame::fault_of(get<Narrow>(number)).empty(), "a lane keeps its invariant");
    } else {
        set(number, frame::reencoded(get<Wide>(number), reencoding_, wide_again_[slot]));
        CHECK(frame::fault_of(get<Wide>(number)).empty(), "a lane keeps its invariant");
    }
}

template <class T>
frame::Lane<T> Machine::get(Register number) const {
    const Held& held = lanes_[static_cast<std::size_t>(number)];
    const Level level = program_.registers[static_cast<std::size_t>(number)].level;
    return {static_cast<const T*>(held.values), static_cast<const T*>(held.nulls), rows(level)};
}

template <class T>
void Machine::set(Register number, frame::Lane<T> lane) {
    lanes_[static_cast<std::size_t>(number)] = {lane.values, lane.nulls};
}

template <class T>
frame::Slot<T> Machine::slot(Register number) {
    const auto at =
        static_cast<std::size_t>(program_.registers[static_cast<std::size_t>(number)].slot);
    if constexpr (std::is_same_v<T, Narrow>) {
        return narrow_[at];
    } else {
        return wide_[at];
    }
}

template <class T>
T* Machine::overflow(Level level) {
    if constexpr (std::is_same_v<T, Narrow>) {
        return marks(doubts_, level);
    } else {
        return marks(wide_doubts_, level);
    }
}

#define STAMP(T)                                          \
    template frame::Lane<T> Machine::get(Register) const; \
    template void Machine::set(Register, frame::Lane<T>); \
    template frame::Slot<T> Machine::slot(Register);      \
    template T* Machine::overflow(Level);
STAMP(Narrow)
STAMP(Wide)
#undef STAMP

}  // namespace anmin::batch
