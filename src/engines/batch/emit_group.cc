// From members to their household, and values by table.
#include <algorithm>

#include "batch/emit.h"
#include "batch/width.h"
#include "frame/compare.h"
#include "frame/group.h"
#include "frame/lookup.h"

namespace anmin::batch {

using feel::Kind;
using frame::Lane;
using frame::Nulls;

Register Emitter::any_member(Register mask) {
    if (mask == no_register) return no_register;
    mask = mask_at(mask, Level::member);
    const auto [known, is_new] = any_members_.try_emplace(mask, no_register);
    if (!is_new) return known->second;
    known->second =
        step(frame::Width::four, Level::household, {mask}, [=](Machine& machine, Register to) {
            machine.set(to, frame::any_of<Narrow>(machine.get<Narrow>(mask), machine.groups(),
                                                  machine.slot<Narrow>(to)));
        });
    return known->second;
}

namespace {

constexpr Wide most_members = frame::chunk_rows;

}  // namespace

Series Emitter::count_of(Register unknown_items, Kept kept) {
    Series out;
    out.width = frame::Width::eight;
    out.least = kept.keep == no_register ? 1 : 0;  // an empty household is the row engine's
    out.most = most_members;
    const Register keep = kept.keep;
    std::vector<Register> reads;
    if (keep != no_register) reads.push_back(keep);
    out.values =
        step(frame::Width::eight, Level::household, reads, [=](Machine& machine, Register to) {
            const auto slot = machine.slot<Wide>(to);
            machine.set(to, keep == no_register
                                ? frame::count_of(machine.groups(), slot)
                                : frame::count_true_of<Narrow>(machine.get<Narrow>(keep),
                                                               machine.groups(), slot));
        });
    if (unknown_items != no_register && keep != no_register)
        unknown_items = mask_and(unknown_items, keep);
    return made_unknown(out, mask_or(any_member(unknown_items), kept.lost));
}

// The sum of no numbers is null, and of any null too (builtins_statistics.cc).
Series Emitter::sum_of(Series items, Kept kept) {
    items = at_level(items, Level::member);
    Register unknown = items.unknown;
    if (kept.keep != no_register) {
        Series zero = items;
        zero.unknown = no_register;
        zero = filled(feel::Value::of(std::int64_t{0}), zero).value();
        zero.scale = items.scale;
        Series keep;
        keep.kind = Kind::boolean;
        keep.level = Level::member;
        keep.values = kept.keep;
        Series plain = items;
        plain.unknown = no_register;
        items = chosen(keep, plain, zero).value();
        if (unknown != no_register) unknown = mask_and(unknown, kept.keep);
    }
    const Register from = items.values;
    const bool wide = items.width == frame::Width::eight;
    const Wide size = std::max(items.most, -items.least);
    const bool proven = size < INT64_MAX / most_members;
    Series out = items;
    out.level = Level::household;
    out.width = frame::Width::eight;
    out.unknown = no_register;
    out.values =
        step(frame::Width::eight, Level::household, {from}, [=](Machine& machine, Register to) {
            with_width(wide, [&](auto zero) {
                using T = decltype(zero);
                Wide* const overflow =
                    proven && !wide ? nullptr : machine.overflow<Wide>(Level::household);
                machine.set(to, frame::sum_of<T>(machine.get<T>(from), machine.groups(),
                                                 Nulls::spread, machine.slot<Wide>(to), overflow));
            });
        });
    out.least = proven ? items.least * most_members : INT64_MIN + 1;
    out.most = proven ? items.most * most_members : INT64_MAX - 1;
    out.least = std::min<Wide>(out.least, items.least);
    out.most = std::max<Wide>(out.most, items.most);
    if (kept.keep != no_register) {
        Series none = count_of(no_register, {kept.keep, no_register});
        none = compared_raw(frame::Comparison::equal, none, 0).value();
        out = nulled(out, masks_of(none));
    }
    return made_unknown(out, mask_or(any_member(unknown), kept.lost));
}

Series Emitter::extreme_of(Series items, Kept kept, bool least) {
    items = at_level(items, Level::member);
    Register unknown = items.unknown;
    Register null_item = items.nullable ? null_masks(items) : no_register;
    if (kept.keep != no_register) {
        items = nulled(items, mask_not(kept.keep));
        if (unknown != no_register) unknown = mask_and(unknown, kept.keep);
        if (null_item != no_register) null_item = mask_and(null_item, kept.keep);
    }
    const Register from = items.values;
    const bool wide = items.width == frame::Width::eight;
    Series out = items;
    out.level = Level::household;
    out.unknown = no_register;
    out.values = step(items.width, Level::household, {from}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            const Lane<T> lane = machine.get<T>(from);
            machine.set(to, least ? frame::least_of<T>(lane, machine.groups(), Nulls::skip,
                                                       machine.slot<T>(to))
                                  : frame::most_of<T>(lane, machine.groups(), Nulls::skip,
                                                      machine.slot<T>(to)));
        });
    });
    out.nullable = true;
    if (null_item != no_register) out = nulled(out, any_member(null_item));
    return made_unknown(out, mask_or(any_member(unknown), kept.lost));
}

// One true item decides; else unknown before null (eval_control.cc).
Series Emitter::any_of(Series items, Kept kept) {
    items = at_level(items, Level::member);
    Register unknown = items.unknown;
    Register values = items.values;
    if (kept.keep != no_register) {
        values = mask_and(values, kept.keep);
        if (unknown != no_register) unknown = mask_and(unknown, kept.keep);
    }
    const Register masks = values;
    Series out = items;
    out.level = Level::household;
    out.unknown = no_register;
    out.values =
        step(frame::Width::four, Level::household, {masks}, [=](Machine& machine, Register to) {
            machine.set(to, frame::any_of<Narrow>(machine.get<Narrow>(masks), machine.groups(),
                                                  machine.slot<Narrow>(to)));
        });
    if (unknown != no_register) out.unknown = mask_and(any_member(unknown), null_masks(out));
    return made_unknown(out, kept.lost);
}

Series Emitter::all_of(const Series& items, Kept kept) {
    return opposite(any_of(opposite(items), kept));
}

// The position of every row in a table over the axes.
Register Emitter::positions_of(const std::vector<Axis>& axes, Level level) {
    struct Part {
        Register values = no_register;
        Register unknown = no_register;
        Narrow least = 0;
        Narrow count = 0;
        Narrow stride = 1;
    };
    const Series& only = axes.front().series;
    const bool plain = axes.size() == 1 && !only.nullable && only.least == 0 &&
                       only.width == frame::Width::four && only.level == level;
    if (plain) return only.values;
    std::vector<Part> parts;
    std::vector<Register> reads;
    for (const Axis& axis : axes) {
        const Series series = at_width(at_level(axis.series, level), frame::Width::four);
        parts.push_back({series.values, series.unknown, static_cast<Narrow>(axis.series.least),
                         static_cast<Narrow>(axis.values), static_cast<Narrow>(axis.stride)});
        reads.push_back(series.values);
        if (series.unknown != no_register) reads.push_back(series.unknown);
    }
    return step(frame::Width::four, level, reads, [parts](Machine& machine, Register to) {
        const auto slot = machine.slot<Narrow>(to);
        const std::size_t rows = machine.get<Narrow>(parts.front().values).rows;
        std::fill_n(slot.values, rows, 0);
        for (const Part& part : parts) {
            const Lane<Narrow> lane = machine.get<Narrow>(part.values);
            const Narrow* unknown =
                part.unknown == no_register ? nullptr : machine.get<Narrow>(part.unknown).values;
            for (std::size_t row = 0; row < rows; ++row) {
                Narrow at = lane.values[row] - part.least;
                if (lane.nulls != nullptr && lane.nulls[row] != 0)
                    at = part.count + (unknown != nullptr && unknown[row] != 0 ? 1 : 0);
                slot.values[row] += at * part.stride;
            }
        }
        machine.set<Narrow>(to, {slot.values, nullptr, rows});
    });
}

namespace {

// What a table holds, in the width of its lanes. A row whose arithmetic ran over its bounds has no
// place in it; it is marked for the row engine, and what it takes here is never used.
template <class T>
struct Ready {
    explicit Ready(const Emitter::Table& table) {
        for (std::size_t i = 0; i < table.values.size(); ++i) {
            values.push_back(static_cast<T>(table.values[i]));
            nulls.push_back(static_cast<T>(table.state[i] != 0 ? -1 : 0));
            unknown.push_back(table.state[i] == 2 ? -1 : 0);
        }
    }
    std::vector<T> values;
    std::vector<T> nulls;
    std::vector<Narrow> unknown;
};

// Bounds and nulls of the values that a table holds.
void describe(const Emitter::Table& table, Series& out, bool& any_unknown) {
    bool first = true;
    out.least = out.most = 0;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        out.nullable = out.nullable || table.state[i] != 0;
        any_unknown = any_unknown || table.state[i] == 2;
        if (table.state[i] != 0) continue;
        out.least = first ? table.values[i] : std::min(out.least, table.values[i]);
        out.most = first ? table.values[i] : std::max(out.most, table.values[i]);
        first = false;
    }
}

}  // namespace

Series Emitter::looked_up(const std::vector<Axis>& axes, const Table& table, const Series& like) {
    Series out = like;
    out.unknown = no_register;
    out.nullable = false;
    out.level = Level::household;
    for (const Axis& axis : axes) out.level = std::max(out.level, axis.series.level);
    bool any_unknown = false;
    describe(table, out, any_unknown);
    const bool wide = !fits_narrow(out.least, out.most);
    const bool any_null = out.nullable;
    out.width = wide ? frame::Width::eight : frame::Width::four;
    const Register positions = positions_of(axes, out.level);
    const auto look = [&](auto zero) {
        using T = decltype(zero);
        const auto ready = std::make_shared<const Ready<T>>(table);
        out.values = step(out.width, out.level, {positions}, [=](Machine& machine, Register to) {
            const Lane<Narrow> at = machine.get<Narrow>(positions);
            const auto slot = machine.slot<T>(to);
            frame::take<T>(at.values, at.rows, ready->values, slot.values);
            if (any_null) frame::take<T>(at.values, at.rows, ready->nulls, slot.nulls);
            machine.set<T>(to, {slot.values, any_null ? slot.nulls : nullptr, at.rows});
        });
        if (!any_unknown) return;
        const auto mark = [=](Machine& machine, Register to) {
            const Lane<Narrow> at = machine.get<Narrow>(positions);
            const auto slot = machine.slot<Narrow>(to);
            frame::take<Narrow>(at.values, at.rows, ready->unknown, slot.values);
            machine.set<Narrow>(to, {slot.values, nullptr, at.rows});
        };
        out.unknown = step(frame::Width::four, out.level, {positions}, mark);
    };
    with_width(wide, look);
    return out;
}

}  // namespace anmin::batch
