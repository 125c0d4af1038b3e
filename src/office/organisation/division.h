// The tree of administrative divisions and its dated changes. A code lives once: from the day it
// was given out to the day it ended, always under the same parent. Whoever moves gets a new code
// and a link from the old one (docs/decisions/0011-dated-divisions.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "ident/ident.h"

namespace anmin::organisation {

using ident::DivisionCode;

enum class Level { nation, province, prefecture, county, township, village };

// The level a code of this length stands for (GB/T 2260, GB/T 10114).
Level level_of(const DivisionCode& code);

struct Division {
    DivisionCode code;
    std::string name;  // 浙江省
    Level level = Level::nation;
    DivisionCode parent;                    // of the nation: the nation itself
    std::int64_t children = 0;              // direct children
    std::string initials{};                 // of the name's pinyin: zjs
    std::optional<calendar::Date> from{};   // first day; nothing: from before our records
    std::optional<calendar::Date> until{};  // first day on which it is no more

    bool lives_on(calendar::Date day) const {
        return (!from || *from <= day) && (!until || day < *until);
    }
};

// As the tree was on a day, as far as it was known at an instant. Nothing: today, all we know.
struct View {
    std::optional<calendar::Date> at{};
    std::optional<calendar::Instant> known{};
};

struct LevelCount {
    Level level = Level::nation;
    std::int64_t count = 0;
};

enum class ChangeKind {
    establish,  // 设立
    rename,     // 更名
    merge,      // 合并
    split,      // 析置
    move,       // 改隶: a new code under another parent
    abolish,    // 撤销
};

// 设立, 更名, ...
const char* word(ChangeKind kind);

struct Started {
    DivisionCode code;
    std::string name;
    DivisionCode parent;
    std::string initials{};

    bool operator==(const Started&) const = default;
};
struct Renamed {
    DivisionCode code;
    std::string former;
    std::string name;
    std::string initials{};

    bool operator==(const Renamed&) const = default;
};
// What lived under `before` goes on under `after`; a split or a merge has several.
struct Link {
    DivisionCode before;
    DivisionCode after;

    auto operator<=>(const Link&) const = default;
};

// One order of the State Council or a province takes effect: all of it, on one day.
struct DivisionsChanged {
    std::string id;
    ChangeKind kind = ChangeKind::establish;
    calendar::Date on;
    std::string basis;    // 国函〔2021〕1号
    std::string summary;  // 下城区 330103 并入 拱墅区 330105
    std::vector<Started> started;
    std::vector<DivisionCode> ended;
    std::vector<Renamed> renamed;
    std::vector<Link> links;
};

// A change that should not have been recorded is taken back from now on; what was known before
// stays known as of then (docs/decisions/0023-a-change-taken-back.md).
struct DivisionChangeWithdrawn {
    std::string change;  // DivisionsChanged::id
    std::string reason;
};

// Who took a change back, when and why.
struct Withdrawal {
    calendar::Instant known;
    std::string by;
    std::string reason;
};

// As the list of changes shows it; long lists of descendants are left to the log.
struct RecordedChange {
    std::string id;
    ChangeKind kind = ChangeKind::establish;
    calendar::Date on;
    calendar::Instant known;
    std::string basis;
    std::string summary;  // 下城区 330103 并入 拱墅区 330105
    std::int64_t started = 0;
    std::int64_t ended = 0;
    std::optional<Withdrawal> withdrawn{};
};

// A recorded change whole.
struct FoundChange {
    RecordedChange recorded;
    DivisionsChanged event;
};

}  // namespace anmin::organisation
