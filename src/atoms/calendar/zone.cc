// Named time zones: the time zone database as ICU carries it.
#include <memory>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "calendar/moment.h"

namespace anmin::calendar {

namespace {

std::unique_ptr<icu::TimeZone> zone_of(const std::string& name) {
    return std::unique_ptr<icu::TimeZone>(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

}  // namespace

std::optional<Zone> Zone::of_name(std::string_view name) {
    if (name.empty() || name.size() > 64) return std::nullopt;
    // ICU also makes zones of its own out of "GMT+8"; the database has no such names.
    const std::string wanted(name);
    if (wanted.starts_with("GMT") && wanted.size() > 4) return std::nullopt;
    const auto zone = zone_of(wanted);
    icu::UnicodeString id;
    if (*zone == icu::TimeZone::getUnknown() ||
        zone->getID(id) == UNICODE_STRING_SIMPLE("Etc/Unknown"))
        return std::nullopt;
    Zone out;
    out.kind = Kind::named;
    out.name = wanted;
    return out;
}

std::int32_t Zone::offset_at(CivilDate day, std::int32_t second_of_day) const {
    if (kind != Kind::named) return offset;
    // The database repeats itself every 400 years; ICU counts in doubles, so stay near.
    CivilDate near = day;
    if (near.year > 2400) near.year = 2000 + near.year % 400;
    if (near.year < 1600) near.year = 1600;
    if (near.month == 2 && near.day == 29) near.day = 28;
    const auto zone = zone_of(name);
    const double local =
        (static_cast<double>(near.day_number()) * seconds_per_day + second_of_day) * 1000.0;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(local, true, raw, saving, status);
    return U_FAILURE(status) ? 0 : (raw + saving) / 1000;
}

}  // namespace anmin::calendar
