#include <string>

#include "files/data_file.h"
#include "files/load.h"

namespace anmin::files {
namespace {

using calendar::Date;

Error bad_day(const std::string& place, const std::string& finding) {
    return {Fault::invalid,
            "E-FILES-002",
            place,
            finding,
            "off 形如 2025-01-28/2025-02-04（起不晚于止），work 形如 2025-01-26，都在本年内且不重叠",
            "请对照当年的放假通知更正"};
}

// Adds the days of one year's notice.
Result<void> add_year(const json::Value& notice, const std::string& place, int year,
                      calendar::WorkDays& out) {
    out.add_year(year);
    for (const std::string& text : TRY(json::get_strings(notice, "off", place))) {
        const auto slash = std::min(text.find('/'), text.size() - 1);
        const auto first = Date::parse(text.substr(0, slash));
        const auto last = Date::parse(text.substr(slash + 1));
        if (!first || !last || *first > *last || first->year() != year || last->year() != year) {
            return bad_day(place + ".off", "“" + text + "”不是本年的一段日子");
        }
        for (Date day = *first; day <= *last; day = day.plus_days(1)) out.add_off(day);
    }
    for (const std::string& text : TRY(json::get_strings(notice, "work", place))) {
        const auto day = Date::parse(text);
        if (!day || day->year() != year || out.works(*day)) {
            return bad_day(place + ".work", "“" + text + "”不是本年的休息日");
        }
        out.add_make_up(*day);
    }
    return {};
}

}  // namespace

Result<calendar::WorkDays> load_work_days(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "calendar" / "work-days.json"));
    calendar::WorkDays out;
    for (const auto& member : *TRY(json::get_object(file.root(), "years", file.place()))) {
        const std::string name(member.key());
        const std::string place = file.place() + ".years." + name;
        const auto new_year = Date::parse(name + "-01-01");
        if (!new_year) return bad_day(place, "“" + name + "”不是年份");
        TRY(add_year(member.value(), place, new_year->year(), out));
    }
    return out;
}

}  // namespace anmin::files
