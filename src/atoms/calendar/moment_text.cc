// Reading and writing of dates, times and moments.
#include <array>

#include "calendar/moment.h"

namespace anmin::calendar {

namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    bool done() const { return at_ == text_.size(); }
    bool take(char wanted) {
        if (done() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    std::string_view rest() const { return text_.substr(at_); }
    std::string_view digits() {
        const std::size_t start = at_;
        while (!done() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        return text_.substr(start, at_ - start);
    }
    // Exactly two digits, or -1.
    int two() {
        const std::string_view found = digits();
        return found.size() == 2 ? (found[0] - '0') * 10 + (found[1] - '0') : -1;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<CivilDate> read_date(Reader& reader) {
    const bool negative = reader.take('-');
    const std::string_view year = reader.digits();
    if (year.size() < 4 || year.size() > 9 || (year.size() > 4 && year[0] == '0'))
        return std::nullopt;
    std::int64_t number = 0;
    for (const char digit : year) number = number * 10 + (digit - '0');
    if (!reader.take('-')) return std::nullopt;
    const int month = reader.two();
    if (!reader.take('-')) return std::nullopt;
    const int day = reader.two();
    return CivilDate::of(negative ? -number : number, month, day);
}

std::optional<Zone> read_zone(Reader& reader) {
    if (reader.done()) return Zone{};
    // SPEC: DMN 10.3.4.1 writes the sign in both cases.
    if (reader.take('Z') || reader.take('z'))
        return reader.done() ? std::optional(Zone::fixed(0)) : std::nullopt;
    if (reader.take('@')) return Zone::of_name(reader.rest());
    const bool west = reader.take('-');
    if (!west && !reader.take('+')) return std::nullopt;
    const int hours = reader.two();
    if (!reader.take(':')) return std::nullopt;
    const int minutes = reader.two();
    int seconds = 0;
    if (reader.take(':')) seconds = reader.two();
    if (!reader.done() || hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
        return std::nullopt;
    const int total = hours * 3600 + minutes * 60 + seconds;
    if (total > 18 * 3600) return std::nullopt;
    return Zone::fixed(west ? -total : total);
}

struct ReadTime {
    ClockTime time;
    bool end_of_day = false;  // 24:00:00
};

std::optional<ReadTime> read_time(Reader& reader) {
    const int hour = reader.two();
    if (!reader.take(':')) return std::nullopt;
    const int minute = reader.two();
    if (!reader.take(':')) return std::nullopt;
    const int second = reader.two();
    std::int32_t nanosecond = 0;
    if (reader.take('.')) {
        const std::string_view fraction = reader.digits();
        if (fraction.empty()) return std::nullopt;
        std::int32_t weight = nanoseconds_per_second / 10;
        for (const char digit : fraction) {
            nanosecond += weight * (digit - '0');
            weight /= 10;
        }
    }
    auto zone = read_zone(reader);
    if (!zone) return std::nullopt;
    const bool end_of_day = hour == 24 && minute == 0 && second == 0 && nanosecond == 0;
    auto time = ClockTime::of(end_of_day ? 0 : hour, minute, second, nanosecond, std::move(*zone));
    if (!time) return std::nullopt;
    return ReadTime{std::move(*time), end_of_day};
}

std::string padded(std::int64_t number, std::size_t width) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return number < 0 ? "-" + digits : digits;
}

std::string text_of_zone(const Zone& zone) {
    switch (zone.kind) {
        case Zone::Kind::none: return {};
        case Zone::Kind::named: return "@" + zone.name;
        case Zone::Kind::offset: break;
    }
    if (zone.offset == 0) return "Z";
    const std::int32_t size = zone.offset < 0 ? -zone.offset : zone.offset;
    std::string out = zone.offset < 0 ? "-" : "+";
    out += padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2);
    if (size % 60 != 0) out += ":" + padded(size % 60, 2);
    return out;
}

}  // namespace

std::optional<CivilDate> parse_civil_date(std::string_view text) {
    Reader reader(text);
    auto date = read_date(reader);
    return reader.done() ? date : std::nullopt;
}

std::optional<ClockTime> parse_clock_time(std::string_view text) {
    Reader reader(text);
    auto read = read_time(reader);
    if (!read) return std::nullopt;
    return std::move(read->time);
}

std::optional<DateTime> parse_date_time(std::string_view text) {
    Reader reader(text);
    const auto date = read_date(reader);
    if (!date || !reader.take('T')) return std::nullopt;
    auto read = read_time(reader);
    if (!read) return std::nullopt;
    DateTime out{*date, std::move(read->time)};
    if (!read->end_of_day) return out;
    // SPEC: XML Schema: 24:00:00 is the first moment of the following day.
    const auto next = CivilDate::from_day_number(date->day_number() + 1);
    if (!next) return std::nullopt;
    out.date = *next;
    return out;
}

std::string text_of(const CivilDate& date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string text_of(const ClockTime& time) {
    std::string out =
        padded(time.hour(), 2) + ":" + padded(time.minute(), 2) + ":" + padded(time.second(), 2);
    if (time.nanosecond != 0) {
        std::string digits = padded(time.nanosecond, 9);
        while (digits.back() == '0') digits.pop_back();
        out += "." + digits;
    }
    return out + text_of_zone(time.zone);
}

std::string text_of(const DateTime& moment) {
    return text_of(moment.date) + "T" + text_of(moment.time);
}

}  // namespace anmin::calendar
