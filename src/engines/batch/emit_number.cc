// Arithmetic, comparison, logic and rounding over series.
#include <algorithm>
#include <array>

#include "batch/emit.h"
#include "batch/width.h"
#include "frame/arithmetic.h"
#include "frame/choose.h"
#include "frame/compare.h"
#include "frame/days.h"
#include "frame/lift.h"

namespace anmin::batch {

using feel::Kind;
using frame::Comparison;
using frame::Lane;
using frame::Operation;
using Big = frame::Wide;  // 128 bits

namespace {

struct Bounds {
    Big least = 0;
    Big most = 0;
};

Bounds bounds_of(Operation what, const Series& left, const Series& right) {
    const Big a = left.least, b = left.most, c = right.least, d = right.most;
    switch (what) {
        case Operation::add: return {a + c, b + d};
        case Operation::subtract: return {a - d, b - c};
        case Operation::multiply: {
            const std::array<Big, 4> all{a * c, a * d, b * c, b * d};
            const auto [least, most] = std::minmax_element(all.begin(), all.end());
            return {*least, *most};
        }
    }
    return {};
}

Wide clamped(Big number) {
    return static_cast<Wide>(std::clamp<Big>(number, Big{INT64_MIN} + 1, Big{INT64_MAX} - 1));
}

}  // namespace

Register Emitter::unknown_of(const Series& left, const Series& right) {
    return mask_or(left.unknown, right.unknown);
}

Series Emitter::result(Kind kind, Level level, frame::Width width, Register values,
                       const Series& left, const Series& right) {
    Series out;
    out.kind = kind;
    out.level = level;
    out.width = width;
    out.values = values;
    out.unknown = unknown_of(left, right);
    out.nullable = left.nullable || right.nullable;
    return out;
}

namespace {

// The same number in every row.
bool is_one_value(const Series& series) {
    return series.least == series.most && !series.nullable && series.unknown == no_register;
}

}  // namespace

Result<Series> Emitter::arithmetic(Operation what, Series left, Series right) {
    if (left.kind != Kind::number || right.kind != Kind::number)
        return not_compiled("只有数字可以按列加减乘");
    int scale = left.scale + right.scale;
    if (what != Operation::multiply) {
        scale = std::max(left.scale, right.scale);
        left = TRY(at_scale(left, scale));
        right = TRY(at_scale(right, scale));
    }
    if (scale > frame::most_scale) return not_compiled("小数位太多");
    const Level level = std::max(left.level, right.level);
    left = at_level(left, level);
    right = at_level(right, level);
    const Bounds bounds = bounds_of(what, left, right);
    const bool proven = fits_wide(bounds.least, bounds.most);
    const bool wide = !proven || !fits_narrow(clamped(bounds.least), clamped(bounds.most)) ||
                      !fits_narrow(left.least, left.most) || !fits_narrow(right.least, right.most);
    const frame::Width width = wide ? frame::Width::eight : frame::Width::four;
    left = at_width(left, width);
    right = at_width(right, width);
    if (is_one_value(left) && what != Operation::subtract) std::swap(left, right);
    const Register a = left.values;
    const Register b = right.values;
    const bool constant = is_one_value(right);
    const Wide value = right.least;
    const std::vector<Register> reads = constant ? std::vector{a} : std::vector{a, b};
    const auto compute = [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            T* const overflow = proven ? nullptr : machine.overflow<T>(level);
            machine.set(to, constant
                                ? frame::compute<T>(what, machine.get<T>(a), static_cast<T>(value),
                                                    machine.slot<T>(to), overflow)
                                : frame::compute<T>(what, machine.get<T>(a), machine.get<T>(b),
                                                    machine.slot<T>(to), overflow));
        });
    };
    const bool summand = what == Operation::add && !wide && !constant;
    Series out =
        result(Kind::number, level, width,
               summand ? added(level, a, b) : step(width, level, reads, compute), left, right);
    out.scale = scale;
    out.least = clamped(bounds.least);
    out.most = clamped(bounds.most);
    return out;
}

// Sums of sums are added in one go; the partial ones are dropped when nobody else reads them.
Register Emitter::added(Level level, Register left, Register right) {
    std::vector<Register> all;
    for (const Register one : {left, right}) {
        const auto known = summands_.find(one);
        if (known == summands_.end()) {
            all.push_back(one);
        } else {
            all.insert(all.end(), known->second.begin(), known->second.end());
        }
    }
    if (all.size() > frame::most_summands) all = {left, right};
    const Register sum = step(frame::Width::four, level, all, [all](Machine& machine, Register to) {
        std::vector<Lane<Narrow>> lanes;
        lanes.reserve(all.size());
        for (const Register one : all) lanes.push_back(machine.get<Narrow>(one));
        machine.set(to, frame::add_all<Narrow>(lanes, machine.slot<Narrow>(to)));
    });
    summands_[sum] = all;
    return sum;
}

Series Emitter::negated(const Series& series) {
    Series out = at_width(series, fits_narrow(series.least, series.most) && series.least > INT32_MIN
                                      ? series.width
                                      : frame::Width::eight);
    const Register from = out.values;
    const bool wide = out.width == frame::Width::eight;
    out.values = step(out.width, series.level, {from}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(to, frame::compute<T>(Operation::multiply, machine.get<T>(from), T{-1},
                                              machine.slot<T>(to), nullptr));
        });
    });
    std::tie(out.least, out.most) = std::pair(-series.most, -series.least);
    return out;
}

Series Emitter::truth(Level level, Register values, Register unknown, bool nullable) {
    Series out;
    out.kind = Kind::boolean;
    out.level = level;
    out.values = values;
    out.unknown = unknown;
    out.nullable = nullable;
    out.least = -1;
    return out;
}

// Equality of FEEL has an answer for null: null equals null and nothing else.
Result<Series> Emitter::compared(Comparison how, Series left, Series right) {
    TRY(unify(left, right));
    const bool equality = how == Comparison::equal || how == Comparison::unequal;
    if (!equality && left.kind == Kind::boolean) return not_compiled("布尔值没有大小");
    if (!equality && left.kind == Kind::text) return not_compiled("字符串按列不比大小");
    const Register a = left.values;
    const Register b = right.values;
    const bool wide = left.width == frame::Width::eight;
    if (mark_borders && !equality && left.kind == Kind::number) border(left, right);
    const bool with_null = equality && (left.nullable || right.nullable);
    const Register values =
        step(left.width, left.level, {a, b}, [=](Machine& machine, Register to) {
            with_width(wide, [&](auto zero) {
                using T = decltype(zero);
                const auto equal = [how](frame::Cell<T> one, frame::Cell<T> two) {
                    const bool same =
                        one.null || two.null ? one.null && two.null : one.value == two.value;
                    return same == (how == Comparison::equal) ? frame::Truth::yes
                                                              : frame::Truth::no;
                };
                machine.set(to, with_null
                                    ? frame::lift<T>(equal, machine.slot<T>(to), machine.get<T>(a),
                                                     machine.get<T>(b))
                                    : frame::compare<T>(how, machine.get<T>(a), machine.get<T>(b),
                                                        machine.slot<T>(to)));
            });
        });
    Series out =
        truth(left.level, values, no_register, !with_null && (left.nullable || right.nullable));
    out.width = left.width;
    out = at_width(out, frame::Width::four);
    const Register unknown = unknown_of(left, right);
    if (with_null) return made_unknown(out, unknown);
    out.unknown = unknown;
    return out;
}

Result<Series> Emitter::compared(Comparison how, const Series& left, const feel::Value& right) {
    const auto scaled = right.number() ? scaled_of(*right.number()) : std::nullopt;
    const auto raw = raw_of(left, right);
    if (raw && *raw > INT64_MIN) return compared_raw(how, left, *raw);
    if (left.kind == Kind::text && right.text()) {
        // A text that no row has.
        Series missing = left;
        missing.texts = nullptr;
        return compared(how, left, TRY(filled(right, missing)));
    }
    if (left.kind != Kind::number || !scaled) return not_compiled("不能与这个值比较");
    return compared(how, left, TRY(filled(right, left)));
}

Result<Series> Emitter::compared_raw(Comparison how, Series left, Wide raw) {
    const bool equality = how == Comparison::equal || how == Comparison::unequal;
    if (!equality && (left.kind == Kind::boolean || left.kind == Kind::text))
        return not_compiled("布尔值和字符串按列不比大小");
    if (!fits_narrow(raw, raw)) left = at_width(left, frame::Width::eight);
    const Register from = left.values;
    const bool wide = left.width == frame::Width::eight;
    const Register values =
        step(left.width, left.level, {from}, [=](Machine& machine, Register to) {
            with_width(wide, [&](auto zero) {
                using T = decltype(zero);
                Lane<T> lane = frame::compare<T>(how, machine.get<T>(from), static_cast<T>(raw),
                                                 machine.slot<T>(to));
                if (equality && lane.nulls != nullptr) {
                    // null is not equal to a value; the kernel left 0 there.
                    const auto slot = machine.slot<T>(to);
                    for (std::size_t row = 0; how == Comparison::unequal && row < lane.rows; ++row)
                        slot.values[row] |= slot.nulls[row];
                    lane.nulls = nullptr;
                }
                machine.set(to, lane);
            });
        });
    Series out = truth(left.level, values, no_register, left.nullable && !equality);
    out.width = left.width;
    out = at_width(out, frame::Width::four);
    if (equality) return made_unknown(out, left.unknown);
    out.unknown = left.unknown;
    return out;
}

namespace {

// Is |top| * 10^digits so small that 34 digits of the quotient decide as the exact one would?
bool decided_by_34_digits(const Quotient& quotient, int digits) {
    const auto size = [](const Series& series) {
        const Big most = std::max<Big>(series.most, -Big{series.least});
        int count = 1;
        for (Big rest = most; rest >= 10; rest /= 10) ++count;
        return count;
    };
    // Two different values of top / bottom and a number of `digits` places lie at least
    // 1 / (bottom * 10^digits') apart; half a unit of the 34th digit is smaller when this holds.
    return size(quotient.top) + quotient.bottom.scale + digits + 2 < 33 &&
           size(quotient.bottom) <= 19;
}

}  // namespace

Result<Series> Emitter::compared(Comparison how, const Quotient& left, const Series& right) {
    if (right.kind != Kind::number) return not_compiled("商只能与数字比较");
    if (left.bottom.least < 0) return not_compiled("除数可能为负");
    const int digits = right.scale + left.top.scale;
    if (!decided_by_34_digits(left, digits)) return not_compiled("商的位数太多");
    const Series scaled = TRY(arithmetic(Operation::multiply, right, left.bottom));
    Series top = left.top;
    Series out = TRY(compared(how, top, scaled));
    const bool equality = how == Comparison::equal || how == Comparison::unequal;
    const Register unknown = mask_or(mask_or(left.top.unknown, left.bottom.unknown), right.unknown);
    if (left.bottom.least == 0 ||
        (equality && (left.top.nullable || left.bottom.nullable || right.nullable))) {
        // A division by zero, or of null, is null: equal to null only, without order.
        if (equality) return not_compiled("可能为空的商按列不比相等");
        const Series zero =
            TRY(compared(Comparison::equal, left.bottom, feel::Value::of(std::int64_t{0})));
        out = nulled(out, mask_at(masks_of(zero), out.level));
    }
    out.unknown = unknown;
    return out;
}

Series Emitter::both(Series left, Series right) {
    const Level level = std::max(left.level, right.level);
    left = at_level(left, level);
    right = at_level(right, level);
    const Register values = mask_and(left.values, right.values);
    Series out = truth(level, values, no_register, left.nullable || right.nullable);
    const Register unknown = unknown_of(left, right);
    if (unknown != no_register) out.unknown = mask_and(unknown, null_masks(out));
    return out;
}

Series Emitter::either(Series left, Series right) {
    const Level level = std::max(left.level, right.level);
    left = at_level(left, level);
    right = at_level(right, level);
    const Register values = mask_or(left.values, right.values);
    Series out = truth(level, values, no_register, left.nullable || right.nullable);
    const Register unknown = unknown_of(left, right);
    if (unknown != no_register) out.unknown = mask_and(unknown, null_masks(out));
    return out;
}

Series Emitter::opposite(const Series& series) {
    Series out = series;
    out.values = mask_not(series.values);
    return out;
}

Result<Series> Emitter::chosen(Series condition, Series then, Series otherwise) {
    TRY(unify(then, otherwise));
    const Level level = std::max(condition.level, then.level);
    condition = at_level(condition, level);
    then = at_level(then, level);
    otherwise = at_level(otherwise, level);
    const bool wide = then.width == frame::Width::eight;
    const Register masks = at_width(condition, then.width).values;
    const Register yes = then.values;
    const Register no = otherwise.values;
    Series out = then;
    out.values = step(then.width, level, {masks, yes, no}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(to, frame::choose<T>(machine.get<T>(masks), machine.get<T>(yes),
                                             machine.get<T>(no), machine.slot<T>(to)));
        });
    });
    out.least = std::min(then.least, otherwise.least);
    out.most = std::max(then.most, otherwise.most);
    out.nullable = then.nullable || otherwise.nullable || condition.nullable;
    out.unknown = no_register;
    const Register truth_masks = masks_of(condition);
    Register unknown = no_register;
    if (then.unknown != no_register) unknown = mask_and(then.unknown, truth_masks);
    if (otherwise.unknown != no_register)
        unknown = mask_or(unknown, mask_and(otherwise.unknown, mask_not(truth_masks)));
    if (condition.unknown != no_register) {
        // Not known which way: certain all the same when both lead to the same value.
        Register differ = mask_not(identical(then, otherwise));
        differ = mask_or(differ, mask_or(then.unknown, otherwise.unknown));
        const Register lost = mask_and(condition.unknown, differ);
        out = nulled(out, lost);
        unknown = mask_or(unknown, lost);
    }
    out.unknown = unknown;
    return out;
}

Result<Series> Emitter::rounded(const Series& series, int digits, frame::Rounding rounding) {
    if (digits < 0) return not_compiled("舍入到小数点前");
    if (digits >= series.scale) return series;
    const int fewer = series.scale - digits;
    Series out = series;
    if (fewer > 9) out = at_width(out, frame::Width::eight);
    const bool wide = out.width == frame::Width::eight;
    const Register from = out.values;
    out.values = step(out.width, out.level, {from}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(
                to, frame::shorten<T>(machine.get<T>(from), fewer, rounding, machine.slot<T>(to)));
        });
    });
    const Wide power = frame::power_of_ten(fewer);
    out.least = series.least / power - 1;
    out.most = series.most / power + 1;
    out.scale = digits;
    return out;
}

Result<Series> Emitter::rounded(const Quotient& quotient, int digits, frame::Rounding rounding) {
    const int shift = digits + quotient.bottom.scale - quotient.top.scale;
    if (digits < 0 || shift < 0 || shift > frame::most_scale) return not_compiled("商的舍入位数");
    if (!decided_by_34_digits(quotient, digits + quotient.top.scale + 1))
        return not_compiled("商的位数太多");
    const Level level = std::max(quotient.top.level, quotient.bottom.level);
    const Series top = at_width(at_level(quotient.top, level), frame::Width::eight);
    const Series bottom = at_width(at_level(quotient.bottom, level), frame::Width::eight);
    const Register a = top.values;
    const Register b = bottom.values;
    const Register values =
        step(frame::Width::eight, level, {a, b}, [=](Machine& machine, Register to) {
            machine.set(to,
                        frame::divide(machine.get<Wide>(a), machine.get<Wide>(b), shift, rounding,
                                      machine.slot<Wide>(to), machine.overflow<Wide>(level)));
        });
    Series out = result(Kind::number, level, frame::Width::eight, values, top, bottom);
    out.nullable = out.nullable || (bottom.least <= 0 && bottom.most >= 0);
    out.scale = digits;
    const Big most = std::max<Big>(top.most, -Big{top.least});
    out.most = clamped(most * frame::power_of_ten(shift) + 1);
    out.least = -out.most;
    return out;
}

Series Emitter::months_between(const Series& from, const Series& to) {
    const Level level = std::max(from.level, to.level);
    const Series one = at_level(from, level);
    const Series two = at_level(to, level);
    const Register a = one.values;
    const Register b = two.values;
    const bool constant = to.least == to.most && !to.nullable;
    const auto day = static_cast<Narrow>(to.least);
    const Register values =
        step(frame::Width::four, level, {a, b}, [=](Machine& machine, Register out) {
            machine.set(out, constant ? frame::months_until(machine.get<Narrow>(a), day,
                                                            machine.slot<Narrow>(out))
                                      : frame::months_between(machine.get<Narrow>(a),
                                                              machine.get<Narrow>(b),
                                                              machine.slot<Narrow>(out)));
        });
    if (constant) {
        origins_[values] = {one, [day](Narrow date) { return frame::months_between(date, day); }};
    }
    Series out = result(Kind::years_months, level, frame::Width::four, values, one, two);
    out.least = (two.least - one.most) / 28 - 1;
    out.most = (two.most - one.least) / 28 + 1;
    return out;
}

Series Emitter::years_of_months(const Series& months, bool years) {
    const Register read = months.values;
    Series out = months;
    out.kind = Kind::number;
    out.values = step(frame::Width::four, months.level, {read}, [=](Machine& machine, Register to) {
        const Lane<Narrow> lane = machine.get<Narrow>(read);
        machine.set(to, years ? frame::years_of_months(lane, machine.slot<Narrow>(to))
                              : frame::months_over_years(lane, machine.slot<Narrow>(to)));
    });
    if (const Origin* origin = years ? origin_of(read) : nullptr) {
        origins_[out.values] = {origin->from, [months_of = origin->value](Narrow date) {
                                    return months_of(date) / 12;
                                }};
    }
    out.least = years ? months.least / 12 - 1 : -11;
    out.most = years ? months.most / 12 + 1 : 11;
    return out;
}

}  // namespace anmin::batch
