// Relations between points and ranges. SPEC: DMN 10.3.4.9, table 78: each formula as it stands
// there.
#include "feel/builtins.h"
#include "feel/compare.h"

namespace anmin::feel {

namespace {

// One end of a range; a missing one lies infinitely far out.
struct End {
    Value point;
    bool included = false;
    int infinite = 0;  // -1 before everything, 1 behind everything
};

// A range, or a point as a range of one.
struct Span {
    End start;
    End end;
};

Span span_of(const Value& value) {
    if (!value.range()) return {{value, true, 0}, {value, true, 0}};
    const Range& range = *value.range();
    return {{range.low, range.low_included, range.low.is_null() ? -1 : 0},
            {range.high, range.high_included, range.high.is_null() ? 1 : 0}};
}

// Compares ends; remembers when two could not be compared.
class Judge {
public:
    int compare(const End& left, const End& right) {
        if (left.infinite != 0 || right.infinite != 0) return left.infinite - right.infinite;
        const auto found = order(left.point, right.point);
        if (!found) {
            comparable_ = false;
            return 0;
        }
        return *found < 0 ? -1 : *found > 0 ? 1 : 0;
    }
    bool less(const End& left, const End& right) { return compare(left, right) < 0; }
    bool same(const End& left, const End& right) { return compare(left, right) == 0; }
    bool comparable() const { return comparable_; }

private:
    bool comparable_ = true;
};

bool before(Judge& judge, const Span& a, const Span& b) {
    return judge.less(a.end, b.start) ||
           (judge.same(a.end, b.start) && (!a.end.included || !b.start.included));
}

bool point_before(Judge& judge, const Span& a, const Span& b) { return judge.less(a.end, b.start); }

bool after(Judge& judge, const Span& a, const Span& b) { return before(judge, b, a); }
bool point_after(Judge& judge, const Span& a, const Span& b) { return point_before(judge, b, a); }

bool meets(Judge& judge, const Span& a, const Span& b) {
    return a.end.included && b.start.included && judge.same(a.end, b.start);
}

bool met_by(Judge& judge, const Span& a, const Span& b) { return meets(judge, b, a); }

bool overlaps(Judge& judge, const Span& a, const Span& b) {
    return (judge.less(b.start, a.end) ||
            (judge.same(a.end, b.start) && a.end.included && b.start.included)) &&
           (judge.less(a.start, b.end) ||
            (judge.same(a.start, b.end) && a.start.included && b.end.included));
}

bool overlaps_before(Judge& judge, const Span& a, const Span& b) {
    return (judge.less(a.start, b.start) ||
            (judge.same(a.start, b.start) && a.start.included && !b.start.included)) &&
           (judge.less(b.start, a.end) ||
            (judge.same(a.end, b.start) && a.end.included && b.start.included)) &&
           (judge.less(a.end, b.end) ||
            (judge.same(a.end, b.end) && (!a.end.included || b.end.included)));
}

bool overlaps_after(Judge& judge, const Span& a, const Span& b) {
    return (judge.less(b.start, a.start) ||
            (judge.same(b.start, a.start) && b.start.included && !a.start.included)) &&
           (judge.less(a.start, b.end) ||
            (judge.same(b.end, a.start) && b.end.included && a.start.included)) &&
           (judge.less(b.end, a.end) ||
            (judge.same(b.end, a.end) && (!b.end.included || a.end.included)));
}

bool finishes(Judge& judge, const Span& a, const Span& b) {
    return a.end.included == b.end.included && judge.same(a.end, b.end) &&
           (judge.less(b.start, a.start) ||
            (judge.same(a.start, b.start) && (!a.start.included || b.start.included)));
}

bool point_finishes(Judge& judge, const Span& point, const Span& range) {
    return range.end.included && judge.same(range.end, point.end);
}

bool finished_by(Judge& judge, const Span& a, const Span& b) { return finishes(judge, b, a); }
bool finished_by_point(Judge& judge, const Span& a, const Span& b) {
    return point_finishes(judge, b, a);
}

bool includes(Judge& judge, const Span& a, const Span& b) {
    return (judge.less(a.start, b.start) ||
            (judge.same(a.start, b.start) && (a.start.included || !b.start.included))) &&
           (judge.less(b.end, a.end) ||
            (judge.same(a.end, b.end) && (a.end.included || !b.end.included)));
}

bool during(Judge& judge, const Span& a, const Span& b) { return includes(judge, b, a); }

bool starts(Judge& judge, const Span& a, const Span& b) {
    return judge.same(a.start, b.start) && a.start.included == b.start.included &&
           (judge.less(a.end, b.end) ||
            (judge.same(a.end, b.end) && (!a.end.included || b.end.included)));
}

bool point_starts(Judge& judge, const Span& point, const Span& range) {
    return range.start.included && judge.same(range.start, point.start);
}

bool started_by(Judge& judge, const Span& a, const Span& b) { return starts(judge, b, a); }
bool started_by_point(Judge& judge, const Span& a, const Span& b) {
    return point_starts(judge, b, a);
}

bool coincides(Judge& judge, const Span& a, const Span& b) {
    return judge.same(a.start, b.start) && a.start.included == b.start.included &&
           judge.same(a.end, b.end) && a.end.included == b.end.included;
}

enum class Shapes : std::uint8_t { two_points, point_range, range_point, two_ranges };

template <bool (*relation)(Judge&, const Span&, const Span&), Shapes shapes>
Value relate(const Arguments& arguments) {
    const bool first = shapes == Shapes::range_point || shapes == Shapes::two_ranges;
    const bool second = shapes == Shapes::point_range || shapes == Shapes::two_ranges;
    if ((arguments[0].range() != nullptr) != first || (arguments[1].range() != nullptr) != second)
        return arguments.fail("参数应为可以比较的点或区间");
    Judge judge;
    const bool holds = relation(judge, span_of(arguments[0]), span_of(arguments[1]));
    return judge.comparable() ? Value::of(holds) : arguments.fail("两者不能比较");
}

// Which relation holds depends on what is a range; the names of the parameters differ accordingly.
template <bool (*points)(Judge&, const Span&, const Span&),
          bool (*point_range)(Judge&, const Span&, const Span&),
          bool (*range_point)(Judge&, const Span&, const Span&),
          bool (*ranges)(Judge&, const Span&, const Span&)>
Value relate_any(const Arguments& arguments) {
    const bool first = arguments[0].range() != nullptr;
    const bool second = arguments[1].range() != nullptr;
    if (first && second) return relate<ranges, Shapes::two_ranges>(arguments);
    if (first) return relate<range_point, Shapes::range_point>(arguments);
    if (second) return relate<point_range, Shapes::point_range>(arguments);
    return relate<points, Shapes::two_points>(arguments);
}

bool never(Judge& judge, const Span&, const Span&) {
    End impossible;
    return judge.less(impossible, impossible);
}

constexpr Registration table[] = {
    {"before", "point1: point, point2: point", relate_any<point_before, before, before, before>},
    {"before", "point: point, range: range", relate_any<never, before, never, never>},
    {"before", "range: range, point: point", relate_any<never, never, before, never>},
    {"before", "range1: range, range2: range", relate_any<never, never, never, before>},
    {"after", "point1: point, point2: point", relate_any<point_after, after, after, after>},
    {"after", "point: point, range: range", relate_any<never, after, never, never>},
    {"after", "range: range, point: point", relate_any<never, never, after, never>},
    {"after", "range1: range, range2: range", relate_any<never, never, never, after>},
    {"meets", "range1: range, range2: range", relate<meets, Shapes::two_ranges>},
    {"met by", "range1: range, range2: range", relate<met_by, Shapes::two_ranges>},
    {"overlaps", "range1: range, range2: range", relate<overlaps, Shapes::two_ranges>},
    {"overlaps before", "range1: range, range2: range",
     relate<overlaps_before, Shapes::two_ranges>},
    {"overlaps after", "range1: range, range2: range", relate<overlaps_after, Shapes::two_ranges>},
    {"finishes", "point: point, range: range", relate_any<never, point_finishes, never, finishes>},
    {"finishes", "range1: range, range2: range", relate<finishes, Shapes::two_ranges>},
    {"finished by", "range: range, point: point",
     relate_any<never, never, finished_by_point, finished_by>},
    {"finished by", "range1: range, range2: range", relate<finished_by, Shapes::two_ranges>},
    {"includes", "range: range, point: point", relate_any<never, never, includes, includes>},
    {"includes", "range1: range, range2: range", relate<includes, Shapes::two_ranges>},
    {"during", "point: point, range: range", relate_any<never, during, never, during>},
    {"during", "range1: range, range2: range", relate<during, Shapes::two_ranges>},
    {"starts", "point: point, range: range", relate_any<never, point_starts, never, starts>},
    {"starts", "range1: range, range2: range", relate<starts, Shapes::two_ranges>},
    {"started by", "range: range, point: point",
     relate_any<never, never, started_by_point, started_by>},
    {"started by", "range1: range, range2: range", relate<started_by, Shapes::two_ranges>},
    {"coincides", "point1: point, point2: point", relate_any<coincides, never, never, coincides>},
    {"coincides", "range1: range, range2: range", relate<coincides, Shapes::two_ranges>},
};

}  // namespace

std::span<const Registration> range_builtins() { return table; }

}  // namespace anmin::feel
