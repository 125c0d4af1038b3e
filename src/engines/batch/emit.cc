#include "batch/emit.h"

#include <algorithm>
#include <map>
#include <set>

#include "batch/width.h"
#include "calendar/date.h"
#include "feel/value.h"
#include "frame/choose.h"
#include "frame/compare.h"

namespace anmin::batch {

using feel::Kind;
using feel::Value;
using frame::Lane;

std::optional<Scaled> scaled_of(const decimal::Decimal& number) {
    const std::string text = number.shortest_text();
    Scaled out;
    bool behind = false;
    bool negative = false;
    for (const char c : text) {
        if (c == '-') {
            negative = true;
        } else if (c == '.') {
            behind = true;
        } else {
            if (__builtin_mul_overflow(out.raw, Wide{10}, &out.raw) ||
                __builtin_add_overflow(out.raw, Wide{c - '0'}, &out.raw))
                return std::nullopt;
            if (behind) ++out.scale;
        }
    }
    if (out.scale > frame::most_scale) return std::nullopt;
    if (negative) out.raw = -out.raw;
    return out;
}

Value value_of(const Series& series, Wide raw) {
    switch (series.kind) {
        case Kind::boolean: return Value::of(raw != 0);
        case Kind::number: {
            const auto number = decimal::Decimal::scaled(raw, -series.scale);
            return number ? Value::of(*number) : Value();
        }
        case Kind::text: return Value::of((*series.texts)[static_cast<std::size_t>(raw)]);
        case Kind::date: {
            const auto date = feel::CivilDate::from_day_number(raw);
            return date ? Value::of(*date) : Value();
        }
        case Kind::years_months: return Value::of(feel::YearsMonths{raw});
        case Kind::null:
        case Kind::time:
        case Kind::date_time:
        case Kind::days_time:
        case Kind::list:
        case Kind::context:
        case Kind::range:
        case Kind::function:
        case Kind::unknown: break;
    }
    return Value();
}

std::optional<Wide> raw_of(const Series& series, const Value& value) {
    if (value.kind() != series.kind) return std::nullopt;
    if (const bool* truth = value.boolean()) return *truth ? -1 : 0;
    if (const auto* date = value.date()) return date->day_number();
    if (const auto* months = value.years_months()) return months->months;
    if (const std::string* text = value.text()) {
        const auto found = std::find(series.texts->begin(), series.texts->end(), *text);
        if (found == series.texts->end()) return std::nullopt;
        return found - series.texts->begin();
    }
    if (!value.number()) return std::nullopt;
    const auto scaled = scaled_of(*value.number());
    if (!scaled || scaled->scale > series.scale) return std::nullopt;
    Wide raw = 0;
    if (__builtin_mul_overflow(scaled->raw, frame::power_of_ten(series.scale - scaled->scale),
                               &raw))
        return std::nullopt;
    return raw;
}

Error not_compiled(std::string reason) {
    return {Fault::invalid,    "E-BATCH-002",      "模型",
            std::move(reason), "可按列计算的写法", "这部分改由逐户引擎计算，结果相同但较慢"};
}

Series Emitter::load(const frame::Column& column, std::size_t number, Level level,
                     bool unknown_nulls) {
    Series out;
    out.level = level;
    out.nullable = column.type.nullable && column.range.nulls > 0;
    out.least = column.range.least;
    out.most = column.range.most;
    out.scale = +column.type.scale;
    switch (column.type.meaning) {
        case frame::Meaning::boolean: out.kind = Kind::boolean; break;
        case frame::Meaning::number: out.kind = Kind::number; break;
        case frame::Meaning::date: out.kind = Kind::date; break;
        case frame::Meaning::text: out.kind = Kind::text; break;
    }
    if (out.kind == Kind::text)
        out.texts = std::make_shared<const std::vector<std::string>>(column.dictionary->texts);
    const bool wide = column.type.width == frame::Width::eight;
    out.width = wide ? frame::Width::eight : frame::Width::four;
    out.values = step(out.width, level, {}, [=](Machine& machine, Register to) {
        const frame::Column& from = machine.table(level).columns[number];
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            const auto slot = machine.slot<T>(to);
            machine.set(
                to,
                from.type.meaning == frame::Meaning::boolean
                    ? frame::read_truths<T>(from, machine.first(level), machine.rows(level), slot)
                    : frame::read_lane<T>(from, machine.first(level), machine.rows(level), slot));
        });
    });
    if (wide && fits_narrow(out.least, out.most)) out = at_width(out, frame::Width::four);
    if (out.nullable && unknown_nulls) out.unknown = null_masks(out);
    return out;
}

Result<Series> Emitter::filled(const Value& value, const Series& like) {
    Series out = like;
    out.unknown = no_register;
    out.nullable = value.is_null();
    frame::Cell<Wide> cell = frame::Cell<Wide>::nothing();
    out.least = out.most = 0;
    if (!value.is_null()) {
        out.kind = value.kind();
        if (const std::string* text = value.text())
            out.texts = std::make_shared<const std::vector<std::string>>(1, *text);
        if (value.number()) {
            const auto scaled = scaled_of(*value.number());
            if (!scaled) return not_compiled("数字太大或小数位太多");
            out.scale = scaled->scale;
        }
        const auto raw = raw_of(out, value);
        if (!raw) return not_compiled("这种值不能放入列");
        cell = {*raw, false};
        out.least = out.most = *raw;
    }
    out.width = fits_narrow(out.least, out.most) ? frame::Width::four : frame::Width::eight;
    const bool wide = out.width == frame::Width::eight;
    const Level level = out.level;
    out.values = step(out.width, level, {}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(to, frame::filled<T>({static_cast<T>(cell.value), cell.null},
                                             machine.rows(level), machine.slot<T>(to)));
        });
    });
    return out;
}

Series Emitter::at_level(const Series& series, Level level) {
    if (series.level == level) return series;
    Series out = series;
    out.level = level;
    const Register from = series.values;
    const bool wide = series.width == frame::Width::eight;
    out.values = step(series.width, level, {from}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(to, frame::spread_to_members<T>(machine.get<T>(from), machine.groups(),
                                                        machine.slot<T>(to)));
        });
    });
    out.unknown = mask_at(series.unknown, level);
    return out;
}

Series Emitter::at_width(const Series& series, frame::Width width) {
    if (series.width == width) return series;
    Series out = series;
    out.width = width;
    const Register from = series.values;
    const bool widen = width == frame::Width::eight;
    out.values = step(width, series.level, {from}, [=](Machine& machine, Register to) {
        if (widen) {
            machine.set(to, frame::converted<Wide, Narrow>(machine.get<Narrow>(from),
                                                           machine.slot<Wide>(to), nullptr));
        } else {
            machine.set(to, frame::converted<Narrow, Wide>(machine.get<Wide>(from),
                                                           machine.slot<Narrow>(to), nullptr));
        }
    });
    return out;
}

Result<Series> Emitter::at_scale(const Series& series, int scale) {
    if (series.scale == scale) return series;
    if (scale > frame::most_scale || scale < series.scale) return not_compiled("小数位太多");
    const Wide power = frame::power_of_ten(scale - series.scale);
    Series factor = series;
    factor.scale = 0;
    Series out =
        TRY(arithmetic(frame::Operation::multiply, series, TRY(filled(Value::of(power), factor))));
    out.scale = scale;
    return out;
}

Series Emitter::with_texts(const Series& series, const Texts& texts) {
    if (series.texts == texts || (series.texts && *series.texts == *texts)) {
        Series out = series;
        out.texts = texts;
        return out;
    }
    std::map<std::string_view, Wide> places;
    for (const std::string& text : *texts) places.emplace(text, static_cast<Wide>(places.size()));
    Table table;
    for (const std::string& text : *series.texts) {
        table.values.push_back(places.at(text));
        table.state.push_back(0);
    }
    const auto size = static_cast<Wide>(series.texts->size());
    table.values.insert(table.values.end(), {0, 0});
    table.state.insert(table.state.end(), {1, 2});
    Series like = series;
    like.texts = texts;
    Series from = series;
    from.least = 0;
    return looked_up({{from, size, 1}}, table, like);
}

Result<void> Emitter::unify(Series& left, Series& right) {
    if (left.kind != right.kind) return not_compiled("两种类型的值放在一起");
    const Level level = std::max(left.level, right.level);
    left = at_level(left, level);
    right = at_level(right, level);
    if (left.kind == Kind::number) {
        const int scale = std::max(left.scale, right.scale);
        left = TRY(at_scale(left, scale));
        right = TRY(at_scale(right, scale));
    }
    if (left.kind == Kind::text) {
        std::vector<std::string> all = *left.texts;
        std::set<std::string_view> known(left.texts->begin(), left.texts->end());
        for (const std::string& text : *right.texts)
            if (known.insert(text).second) all.push_back(text);
        const auto texts = std::make_shared<const std::vector<std::string>>(std::move(all));
        left = with_texts(left, texts);
        right = with_texts(right, texts);
    }
    const frame::Width width = std::max(left.width, right.width);
    left = at_width(left, width);
    right = at_width(right, width);
    return {};
}

Register Emitter::masks_of(const Series& truth) {
    if (!truth.nullable) return truth.values;
    const Register from = truth.values;  // a null row holds 0, which is not true
    return step(frame::Width::four, truth.level, {from}, [=](Machine& machine, Register to) {
        const Lane<Narrow> lane = machine.get<Narrow>(from);
        const auto slot = machine.slot<Narrow>(to);
        std::copy_n(lane.values, lane.rows, slot.values);
        machine.set<Narrow>(to, {slot.values, nullptr, lane.rows});
    });
}

Register Emitter::mask_or(Register left, Register right) {
    if (left == no_register || left == right) return right;
    if (right == no_register) return left;
    const Level level = std::max(level_of(left), level_of(right));
    left = mask_at(left, level);
    right = mask_at(right, level);
    return step(frame::Width::four, level, {left, right}, [=](Machine& machine, Register to) {
        machine.set(to, frame::either<Narrow>(machine.get<Narrow>(left), machine.get<Narrow>(right),
                                              machine.slot<Narrow>(to)));
    });
}

Register Emitter::mask_and(Register left, Register right) {
    const Level level = std::max(level_of(left), level_of(right));
    left = mask_at(left, level);
    right = mask_at(right, level);
    return step(frame::Width::four, level, {left, right}, [=](Machine& machine, Register to) {
        machine.set(to, frame::both<Narrow>(machine.get<Narrow>(left), machine.get<Narrow>(right),
                                            machine.slot<Narrow>(to)));
    });
}

Register Emitter::mask_not(Register mask) {
    return step(frame::Width::four, level_of(mask), {mask}, [=](Machine& machine, Register to) {
        machine.set(to,
                    frame::opposite<Narrow>(machine.get<Narrow>(mask), machine.slot<Narrow>(to)));
    });
}

Register Emitter::mask_at(Register mask, Level level) {
    if (mask == no_register || level_of(mask) == level) return mask;
    return step(frame::Width::four, level, {mask}, [=](Machine& machine, Register to) {
        machine.set(to, frame::spread_to_members<Narrow>(
                            machine.get<Narrow>(mask), machine.groups(), machine.slot<Narrow>(to)));
    });
}

Register Emitter::null_masks(const Series& series) {
    const Register from = series.values;
    const bool wide = series.width == frame::Width::eight;
    return step(frame::Width::four, series.level, {from}, [=](Machine& machine, Register to) {
        const auto slot = machine.slot<Narrow>(to);
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            const Lane<T> lane = machine.get<T>(from);
            if (lane.nulls == nullptr) {
                std::fill_n(slot.values, lane.rows, 0);
            } else {
                for (std::size_t row = 0; row < lane.rows; ++row)
                    slot.values[row] = static_cast<Narrow>(lane.nulls[row]);
            }
            machine.set<Narrow>(to, {slot.values, nullptr, lane.rows});
        });
    });
}

Register Emitter::null_as_least(const Series& series) {
    if (!series.nullable) return series.values;
    const auto [known, is_new] = least_nulls_.try_emplace(series.values, no_register);
    if (!is_new) return known->second;
    const Register from = series.values;
    known->second =
        step(frame::Width::four, series.level, {from}, [=](Machine& machine, Register to) {
            machine.set(to,
                        frame::nulls_as_least(machine.get<Narrow>(from), machine.slot<Narrow>(to)));
        });
    return known->second;
}

Series Emitter::nulled(const Series& series, Register mask) {
    Series out = series;
    const Register from = series.values;
    const bool wide = series.width == frame::Width::eight;
    out.nullable = true;
    mask = mask_at(mask, series.level);
    out.values = step(series.width, series.level, {from, mask}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(to, frame::nulled<T>(machine.get<T>(from), machine.get<Narrow>(mask),
                                             machine.slot<T>(to)));
        });
    });
    return out;
}

Series Emitter::made_unknown(const Series& series, Register mask) {
    if (mask == no_register) return series;
    Series out = nulled(series, mask);
    out.unknown = mask_or(series.unknown, mask_at(mask, series.level));
    return out;
}

Register Emitter::identical(const Series& left, const Series& right) {
    const Register one = left.values;
    const Register two = right.values;
    const bool wide = left.width == frame::Width::eight;
    return step(frame::Width::four, left.level, {one, two}, [=](Machine& machine, Register to) {
        with_width(wide, [&](auto zero) {
            using T = decltype(zero);
            machine.set(to, frame::same_rows<T>(machine.get<T>(one), machine.get<T>(two),
                                                machine.slot<Narrow>(to)));
        });
    });
}

void Emitter::doubt(Register mask, Level level) {
    mask = mask_at(mask, level);
    step(frame::Width::four, level, {mask}, [=](Machine& machine, Register to) {
        const Lane<Narrow> lane = machine.get<Narrow>(mask);
        for (std::size_t row = 0; row < lane.rows; ++row)
            if (lane.values[row] != 0) machine.doubt(level, row);
        machine.set(to, frame::filled<Narrow>({0, false}, lane.rows, machine.slot<Narrow>(to)));
    });
    program_.steps.back().effect = true;
}

void Emitter::border(const Series& left, const Series& right) {
    const Register same = identical(left, right);
    const Level level = left.level;
    step(frame::Width::four, level, {same}, [=](Machine& machine, Register to) {
        const Lane<Narrow> lane = machine.get<Narrow>(same);
        for (std::size_t row = 0; row < lane.rows; ++row)
            if (lane.values[row] != 0) machine.border(level, row);
        machine.set(to, frame::filled<Narrow>({0, false}, lane.rows, machine.slot<Narrow>(to)));
    });
    program_.steps.back().effect = true;
}

}  // namespace anmin::batch
