#include "dmn/region.h"

#include <algorithm>

#include "feel/compare.h"
#include "feel/evaluate.h"
#include "feel/print.h"

namespace anmin::dmn {

namespace {

// Does the expression need nothing but itself?
bool constant(const feel::Node& node) {
    switch (node.op) {
        case feel::Op::variable:
        case feel::Op::item_member:
        case feel::Op::unresolved:
        case feel::Op::function:
        case feel::Op::external:
        case feel::Op::for_loop:
        case feel::Op::some:
        case feel::Op::every:
        case feel::Op::filter: return false;
        case feel::Op::literal:
        case feel::Op::path:
        case feel::Op::negate:
        case feel::Op::add:
        case feel::Op::subtract:
        case feel::Op::multiply:
        case feel::Op::divide:
        case feel::Op::power:
        case feel::Op::equal:
        case feel::Op::unequal:
        case feel::Op::less:
        case feel::Op::less_equal:
        case feel::Op::greater:
        case feel::Op::greater_equal:
        case feel::Op::between:
        case feel::Op::in:
        case feel::Op::instance_of:
        case feel::Op::conjunction:
        case feel::Op::disjunction:
        case feel::Op::if_else:
        case feel::Op::range_domain:
        case feel::Op::call:
        case feel::Op::list:
        case feel::Op::context:
        case feel::Op::range:
        case feel::Op::test:
        case feel::Op::any: break;
    }
    for (const feel::NodePtr& kid : node.kids)
        if (!constant(*kid)) return false;
    return true;
}

Value ordered(const Value& value) {
    return value.boolean() ? Value::of(std::int64_t{*value.boolean() ? 1 : 0}) : value;
}

// -1, 0, 1; ends without a point lie outside of everything. `side` -1 compares as lower ends.
int compare_points(const Value& left, const Value& right) {
    const auto found = feel::order(left, right);
    return !found ? 0 : *found < 0 ? -1 : *found > 0 ? 1 : 0;
}

int compare_lows(const Bound& left, const Bound& right) {
    if (left.point.is_null() || right.point.is_null())
        return (left.point.is_null() ? 0 : 1) - (right.point.is_null() ? 0 : 1);
    const int found = compare_points(left.point, right.point);
    return found != 0 ? found : (left.included ? 0 : 1) - (right.included ? 0 : 1);
}

int compare_highs(const Bound& left, const Bound& right) {
    if (left.point.is_null() || right.point.is_null())
        return (right.point.is_null() ? 0 : 1) - (left.point.is_null() ? 0 : 1);
    const int found = compare_points(left.point, right.point);
    return found != 0 ? found : (left.included ? 1 : 0) - (right.included ? 1 : 0);
}

// Is there nothing between this lower and this upper end?
bool empty(const Bound& low, const Bound& high) {
    if (low.point.is_null() || high.point.is_null()) return false;
    const int found = compare_points(low.point, high.point);
    return found > 0 || (found == 0 && !(low.included && high.included));
}

bool touching(const Bound& high, const Bound& low) {
    if (high.point.is_null() || low.point.is_null()) return true;
    const int found = compare_points(low.point, high.point);
    return found < 0 || (found == 0 && (high.included || low.included));
}

void normalise(Region& region) {
    std::sort(region.intervals.begin(), region.intervals.end(),
              [](const Interval& a, const Interval& b) { return compare_lows(a.low, b.low) < 0; });
    std::vector<Interval> out;
    for (const Interval& next : region.intervals) {
        if (empty(next.low, next.high)) continue;
        if (!out.empty() && touching(out.back().high, next.low)) {
            if (compare_highs(out.back().high, next.high) < 0) out.back().high = next.high;
        } else {
            out.push_back(next);
        }
    }
    region.intervals = std::move(out);
}

// Adds what a test's value admits; false when that is no set of ordered values.
bool add_value(const Value& value, Region& region) {
    if (const feel::Range* range = value.range()) {
        if (range->form == feel::RangeForm::unequal) {
            region.intervals.push_back({{}, {ordered(range->low), false}});
            region.intervals.push_back({{ordered(range->low), false}, {}});
            return true;
        }
        region.intervals.push_back({{ordered(range->low), range->low_included},
                                    {ordered(range->high), range->high_included}});
        return true;
    }
    if (const feel::List* list = value.list()) {
        for (const Value& item : *list)
            if (!add_value(item, region)) return false;
        return true;
    }
    const Value point = ordered(value);
    if (!feel::order(point, point)) return false;
    region.intervals.push_back({{point, true}, {point, true}});
    return true;
}

std::string shown(const Interval& piece) {
    const auto text = [](const Value& value) { return feel::literal_text(value, 40); };
    if (piece.low.point.is_null() && piece.high.point.is_null()) return "其他值";
    if (piece.low.point.is_null()) return "小于 " + text(piece.high.point);
    if (piece.high.point.is_null()) return "大于 " + text(piece.low.point);
    if (compare_points(piece.low.point, piece.high.point) == 0) return text(piece.low.point);
    return text(piece.low.point) + " 与 " + text(piece.high.point) + " 之间";
}

}  // namespace

std::optional<Region> region_of(const Tests& tests) {
    Region out;
    out.everything = tests.any;
    if (tests.any) return out;
    for (const feel::NodePtr& test : tests.code->root->kids)
        if (test->uses_input || !constant(*test)) return std::nullopt;
    feel::Session session;
    const Value values = session.run(*tests.code, std::vector<Value>());
    if (!values.list()) return std::nullopt;
    for (const Value& value : *values.list())
        if (!add_value(value, out)) return std::nullopt;
    normalise(out);
    return tests.negated ? complement(out) : out;
}

Region complement(const Region& region) {
    Region out;
    if (region.everything) return out;
    Bound low;
    for (const Interval& interval : region.intervals) {
        if (!interval.low.point.is_null())
            out.intervals.push_back({low, {interval.low.point, !interval.low.included}});
        low = {interval.high.point, !interval.high.included};
        if (interval.high.point.is_null()) return out;
    }
    out.intervals.push_back({low, {}});
    out.everything = region.intervals.empty();
    return out;
}

bool disjoint(const Region& left, const Region& right) {
    if (left.everything) return !right.everything && right.intervals.empty();
    if (right.everything) return left.intervals.empty();
    for (const Interval& a : left.intervals)
        for (const Interval& b : right.intervals) {
            const Bound& low = compare_lows(a.low, b.low) < 0 ? b.low : a.low;
            const Bound& high = compare_highs(a.high, b.high) < 0 ? a.high : b.high;
            if (!empty(low, high)) return false;
        }
    return true;
}

bool inside(const Region& inner, const Region& outer) {
    if (outer.everything) return true;
    if (inner.everything) return false;
    for (const Interval& a : inner.intervals) {
        bool found = false;
        for (const Interval& b : outer.intervals)
            found =
                found || (compare_lows(b.low, a.low) <= 0 && compare_highs(a.high, b.high) <= 0);
        if (!found) return false;
    }
    return true;
}

std::vector<Sample> pieces(const std::vector<Region>& regions,
                           const std::optional<Region>& domain) {
    std::vector<Value> points;
    const auto collect = [&](const Region& region) {
        for (const Interval& interval : region.intervals)
            for (const Bound* bound : {&interval.low, &interval.high})
                if (!bound->point.is_null()) points.push_back(bound->point);
    };
    for (const Region& region : regions) collect(region);
    if (domain) collect(*domain);
    std::sort(points.begin(), points.end(),
              [](const Value& a, const Value& b) { return compare_points(a, b) < 0; });
    std::vector<Sample> out;
    const auto offer = [&](Interval piece) {
        Region single;
        single.intervals.push_back(piece);
        if (domain && !inside(single, *domain)) return;
        std::string text = shown(piece);
        out.push_back({std::move(piece), std::move(text)});
    };
    Bound low;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0 && compare_points(points[i - 1], points[i]) == 0) continue;
        offer({low, {points[i], false}});
        offer({{points[i], true}, {points[i], true}});
        low = {points[i], false};
    }
    offer({low, {}});
    return out;
}

}  // namespace anmin::dmn
