// What a plan does, step by step, with a chunk of households and their members. Registers hold a
// lane each; steps read and write them through the kernels of frame.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "frame/frame.h"
#include "frame/group.h"
#include "frame/lane.h"

namespace anmin::batch {

using Narrow = std::int32_t;
using Wide = std::int64_t;

using Register = int;
constexpr Register no_register = -1;

// Whose rows a register has.
enum class Level : std::uint8_t { household, member };

class Machine;

struct Step {
    std::function<void(Machine&)> run;
    std::vector<Register> reads;
    Register writes = no_register;
    bool effect = false;  // done for what it marks, not for what it writes
};

// Truth is a register of four bytes: masks.
struct RegisterPlan {
    frame::Width width = frame::Width::four;  // four or eight
    Level level = Level::household;
    int slot = 0;  // which piece of memory; shared with registers that live at other times
};

struct Program {
    std::vector<RegisterPlan> registers;
    std::vector<Step> steps;
    std::vector<Register> kept;  // read after the last step

    Register add(frame::Width width, Level level);
    // Drops steps whose results nobody reads and gives every register its memory: two share one
    // when they never live at the same time.
    void finish();
    std::array<int, 2> slots{};  // how many of four and of eight bytes

private:
    void drop_unread();
    void assign_slots();
};

// Runs a program; one for each thread, its memory is used again for every chunk.
class Machine {
public:
    explicit Machine(const Program& program, int reencoding = -1);

    // Household rows whose result could not be proven exact are -1 in doubts().
    void run(const frame::Frame& households, const frame::Chunk& chunk);
    std::span<const Narrow> doubts() const { return {doubts_[0].marks.data(), chunk_.rows}; }
    // Household rows that lie on a border of a comparison are -1.
    std::span<const Narrow> borders() const { return {borders_[0].marks.data(), chunk_.rows}; }

    const frame::Frame& table(Level level) const {
        return level == Level::household ? *households_ : households_->children[0].frame;
    }
    std::size_t first(Level level) const {
        return level == Level::household ? chunk_.first : chunk_.first_member;
    }
    std::size_t rows(Level level) const {
        return level == Level::household ? chunk_.rows : chunk_.members;
    }
    frame::Groups groups() const { return {offsets_.subspan(chunk_.first, chunk_.rows + 1)}; }

    template <class T>
    frame::Lane<T> get(Register number) const;
    template <class T>
    void set(Register number, frame::Lane<T> lane);
    template <class T>
    frame::Slot<T> slot(Register number);
    // Where a kernel marks rows that do not fit.
    template <class T>
    T* overflow(Level level);
    // The row's result is for the row engine.
    void doubt(Level level, std::size_t row);
    void border(Level level, std::size_t row);

private:
    struct Held {
        const void* values = nullptr;
        const void* nulls = nullptr;
    };
    // Marks of the rows of a level; all 0, and made so only when a step asks for them.
    template <class T>
    struct Marks {
        std::vector<T> marks = std::vector<T>(frame::chunk_rows);
        bool used = false;
    };
    template <class T>
    using Levels = std::array<Marks<T>, 2>;
    template <class T>
    T* marks(Levels<T>& levels, Level level);
    void gather(Levels<Narrow>& levels);
    void gather_doubts();
    void reencode(Register number);

    const Program& program_;
    int reencoding_;
    const frame::Frame* households_ = nullptr;
    frame::Chunk chunk_;
    std::span<const std::uint32_t> offsets_;
    std::vector<Held> lanes_;
    std::vector<frame::Scratch<Narrow>> narrow_;
    std::vector<frame::Scratch<Wide>> wide_;
    std::vector<frame::Scratch<Narrow>> narrow_again_;  // for reencoded lanes
    std::vector<frame::Scratch<Wide>> wide_again_;
    Levels<Narrow> doubts_;
    Levels<Narrow> borders_;
    Levels<Wide> wide_doubts_;
};

}  // namespace anmin::batch
