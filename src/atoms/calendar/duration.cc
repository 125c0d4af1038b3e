#include "calendar/duration.h"

namespace anmin::calendar {

namespace {

constexpr Nanoseconds per_day = Nanoseconds{seconds_per_day} * nanoseconds_per_second;
constexpr Nanoseconds per_hour = Nanoseconds{3600} * nanoseconds_per_second;
constexpr Nanoseconds per_minute = Nanoseconds{60} * nanoseconds_per_second;

struct Part {
    std::uint64_t whole = 0;
    std::int64_t nanoseconds = 0;  // of a fraction
    bool fraction = false;
    char unit = 0;
};

// One "12.5S" at `at`; nothing when there is none or it has more than 15 digits.
std::optional<Part> read_part(std::string_view text, std::size_t& at) {
    Part part;
    const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    const std::size_t start = at;
    for (; digit(); ++at) part.whole = part.whole * 10 + static_cast<std::uint64_t>(text[at] - '0');
    if (at == start || at - start > 15) return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        part.fraction = true;
        std::int64_t weight = nanoseconds_per_second / 10;
        for (++at; digit(); ++at, weight /= 10) part.nanoseconds += weight * (text[at] - '0');
    }
    if (at >= text.size()) return std::nullopt;
    part.unit = text[at++];
    if (part.fraction && part.unit != 'S') return std::nullopt;
    return part;
}

struct Sums {
    std::int64_t months = 0;
    Nanoseconds nanoseconds = 0;
    bool has_months = false;
    bool has_time = false;
};

// The parts behind "P", in the order of `units`; stops at 'T' or the end.
bool read_parts(std::string_view text, std::size_t& at, std::string_view units, bool time,
                Sums& sums) {
    std::size_t next = 0;
    while (at < text.size() && text[at] != 'T') {
        const auto part = read_part(text, at);
        if (!part) return false;
        const std::size_t found = units.find(part->unit, next);
        if (found == std::string_view::npos) return false;
        next = found + 1;
        const Nanoseconds amount = static_cast<Nanoseconds>(part->whole);
        if (!time && part->unit == 'Y') sums.months += static_cast<std::int64_t>(part->whole) * 12;
        if (!time && part->unit == 'M') sums.months += static_cast<std::int64_t>(part->whole);
        if (part->unit == 'D') sums.nanoseconds += amount * per_day;
        if (part->unit == 'H') sums.nanoseconds += amount * per_hour;
        if (time && part->unit == 'M') sums.nanoseconds += amount * per_minute;
        if (part->unit == 'S')
            sums.nanoseconds += amount * nanoseconds_per_second + part->nanoseconds;
        (time || part->unit == 'D' ? sums.has_time : sums.has_months) = true;
    }
    return true;
}

}  // namespace

std::int64_t DaysTime::days() const { return static_cast<std::int64_t>(nanoseconds / per_day); }

std::int64_t DaysTime::hours() const {
    return static_cast<std::int64_t>(nanoseconds % per_day / per_hour);
}

std::int64_t DaysTime::minutes() const {
    return static_cast<std::int64_t>(nanoseconds % per_hour / per_minute);
}

std::int64_t DaysTime::seconds() const {
    return static_cast<std::int64_t>(nanoseconds % per_minute / nanoseconds_per_second);
}

std::optional<std::variant<YearsMonths, DaysTime>> parse_duration(std::string_view text) {
    std::size_t at = 0;
    const bool negative = text.starts_with('-');
    if (negative) ++at;
    if (at >= text.size() || text[at] != 'P') return std::nullopt;
    ++at;
    Sums sums;
    if (!read_parts(text, at, "YMD", false, sums)) return std::nullopt;
    if (at < text.size()) {
        ++at;  // the 'T', behind which something must follow
        if (at >= text.size() || !read_parts(text, at, "HMS", true, sums)) return std::nullopt;
    }
    if (at != text.size() || sums.has_months == sums.has_time) return std::nullopt;
    if (sums.has_months) return YearsMonths{negative ? -sums.months : sums.months};
    return DaysTime{negative ? -sums.nanoseconds : sums.nanoseconds};
}

std::string text_of(YearsMonths duration) {
    if (duration.months == 0) return "P0M";
    std::string out = duration.months < 0 ? "-P" : "P";
    const std::int64_t years = duration.months / 12;
    const std::int64_t months = duration.months % 12;
    if (years != 0) out += std::to_string(years < 0 ? -years : years) + "Y";
    if (months != 0) out += std::to_string(months < 0 ? -months : months) + "M";
    return out;
}

std::string text_of(DaysTime duration) {
    if (duration.nanoseconds == 0) return "PT0S";
    std::string out = duration.nanoseconds < 0 ? "-P" : "P";
    const DaysTime size{duration.nanoseconds < 0 ? -duration.nanoseconds : duration.nanoseconds};
    if (size.days() != 0) out += std::to_string(size.days()) + "D";
    if (size.nanoseconds % per_day == 0) return out;
    out += "T";
    if (size.hours() != 0) out += std::to_string(size.hours()) + "H";
    if (size.minutes() != 0) out += std::to_string(size.minutes()) + "M";
    const auto fraction = static_cast<std::int64_t>(size.nanoseconds % nanoseconds_per_second);
    if (size.seconds() == 0 && fraction == 0) return out;
    out += std::to_string(size.seconds());
    if (fraction != 0) {
        std::string digits = std::to_string(nanoseconds_per_second + fraction).substr(1);
        while (digits.back() == '0') digits.pop_back();
        out += "." + digits;
    }
    return out + "S";
}

}  // namespace anmin::calendar
