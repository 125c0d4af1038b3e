#include "files/data_file.h"
#include "files/load.h"
#include "text/utf8.h"

namespace anmin::files {
namespace {

using directive::Frames;

Result<void> load_words(const DataFile& file, Frames& out) {
    out.frame_verbs =
        TRY(numbered_words(file, "frame_verbs", {"directive", "opinion", "record", "quotation"}));
    out.frame_subjects = TRY(file.words("frame_subjects"));
    out.quoted_speakers = TRY(file.words("quoted_speakers"));
    out.closers = TRY(file.words("closers"));
    out.modals = TRY(file.words("modals"));
    out.weak_modals = TRY(file.words("weak_modals"));
    out.not_modals = TRY(file.words("not_modals"));
    out.doing_verbs = TRY(file.words("doing_verbs"));
    out.exhortations = TRY(file.words("exhortations"));
    out.mental_verbs = TRY(file.words("mental_verbs"));
    out.sentence_exhortations = TRY(file.words("sentence_exhortations"));
    out.consequences = TRY(file.words("consequences"));
    out.past_words = TRY(file.words("past_words"));
    out.strong_past_words = TRY(file.words("strong_past_words"));
    out.future_openers = TRY(file.words("future_openers"));
    out.result_headings = TRY(file.words("result_headings"));
    out.scope_headings = TRY(file.words("scope_headings"));
    out.directive_headings = TRY(file.words("directive_headings"));
    out.not_directive_openers = TRY(file.words("not_directive_openers"));
    out.preamble_ends = TRY(file.words("preamble_ends"));
    out.organ_words = TRY(file.words("organ_words"));
    out.actor_openers = TRY(file.words("actor_openers"));
    out.adverbs = TRY(file.words("adverbs"));
    out.anchors = TRY(file.words("anchors"));
    out.study_verbs = TRY(file.words("study_verbs"));
    out.study_forms = TRY(file.words("study_forms"));
    out.imperative_kinds = TRY(file.strings("imperative_kinds"));
    // The order of directive::TaskColumn.
    out.task_columns = TRY(numbered_words(
        file, "task_columns", {"task", "measure", "target", "owner", "helper", "due", "other"}));
    return {};
}

Error bad_date(const DataFile& file, const std::string& list, const std::string& name) {
    return Error{
        Fault::invalid,           "E-FILES-002", file.place() + "." + list + "." + name, "不是日期",
        "形如 2025-02-04 的日期", "请更正"};
}

using Days = std::map<int, std::map<std::string, calendar::Date>>;

// year -> name -> day
Result<Days> load_days(const DataFile& file, const std::string& list) {
    Days out;
    for (const auto& year : *TRY(json::get_object(file.root(), list, file.place()))) {
        const std::string number(year.key());
        const json::Object* const days = year.value().if_object();
        if (days == nullptr || number.size() != 4) return bad_date(file, list + "." + number, "");
        for (const auto& day : *days) {
            const std::string value =
                day.value().is_string() ? std::string(day.value().get_string()) : std::string();
            const auto date = calendar::Date::parse(value);
            if (!date) return bad_date(file, list + "." + number, std::string(day.key()));
            out[std::atoi(number.c_str())][std::string(day.key())] = *date;
        }
    }
    return out;
}

Result<void> load_holidays(const DataFile& file, Frames& out) {
    const std::vector<std::string> names = TRY(file.strings("names"));
    const json::Object* const twins = TRY(json::get_object(file.root(), "same_as", file.place()));
    std::vector<std::pair<std::u32string, std::int32_t>> words;
    for (const std::string& name : names) {
        const std::string twin = json::find_string(json::Value(*twins), name);
        words.emplace_back(text::decode(name), static_cast<std::int32_t>(words.size()));
        out.holiday_keys.push_back(twin.empty() ? name : twin);
    }
    out.holiday_names = text::Matcher(words);
    out.holidays = TRY(load_days(file, "last_days"));
    out.festivals = TRY(load_days(file, "festivals"));
    out.undated_times = TRY(file.words("undated"));
    for (const std::string& word : TRY(file.strings("undated")))
        out.undated_starts += text::decode(word).substr(0, 1);
    return {};
}

Result<void> load_duties(const std::filesystem::path& packages, Frames& out) {
    const DataFile file = TRY(DataFile::open(packages / "duty" / "duties.json"));
    const json::Object* const duties = TRY(json::get_object(file.root(), "duties", file.place()));
    for (const auto& duty : *duties) {
        const std::string domain(duty.key());
        out.duties[domain] =
            TRY(json::get_strings(json::Value(*duties), domain, file.place() + ".duties"));
    }
    return {};
}

}  // namespace

Result<directive::Frames> load_frames(const std::filesystem::path& packages) {
    const std::filesystem::path intake = packages / "intake";
    Frames out;
    Domains domains = TRY(load_domains(packages));
    out.domains = std::move(domains.names);
    out.domain_words = std::move(domains.words);
    out.weak_domain_words = std::move(domains.weak_words);
    out.cutting_domains = domains.cutting;
    out.study_domain = domains.study;
    out.set_phrases = TRY(TRY(DataFile::open(intake / "phrases.json")).words("set_phrases"));
    TRY(load_words(TRY(DataFile::open(intake / "frames.json")), out));
    TRY(load_holidays(TRY(DataFile::open(intake / "holidays.json")), out));
    TRY(load_duties(packages, out));
    return out;
}

Result<directive::LightRule> load_light_rule(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "ledger" / "lights.json"));
    directive::LightRule rule;
    rule.warning_percent =
        static_cast<int>(TRY(json::get_integer(file.root(), "warning_percent", file.place())));
    rule.warning_days =
        static_cast<int>(TRY(json::get_integer(file.root(), "warning_days", file.place())));
    if (rule.warning_percent < 0 || rule.warning_percent > 100 || rule.warning_days < 0) {
        return Error{Fault::invalid,
                     "E-FILES-002",
                     file.place(),
                     "亮灯比例或天数不合理",
                     "比例 0 至 100，天数不小于 0",
                     "请更正"};
    }
    rule.work_days = TRY(load_work_days(packages));
    return rule;
}

Result<directive::LookBackRule> load_look_back_rule(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "ledger" / "look-back.json"));
    const auto months = [&file](const char* name) {
        return json::get_integer(file.root(), name, file.place());
    };
    const auto least = TRY(months("least_months"));
    const auto most = TRY(months("most_months"));
    const auto usual = TRY(months("usual_months"));
    constexpr std::int64_t longest = 120;
    if (least < 1 || most < least || most > longest || usual < 0 || usual > most) {
        return Error{Fault::invalid,
                     "E-FILES-002",
                     file.place(),
                     "回头看的月数不合理",
                     "最短 1 个月，最短不长于最长，惯例在二者之间（0 为不安排）",
                     "请更正"};
    }
    return directive::LookBackRule{static_cast<int>(least), static_cast<int>(most),
                                   static_cast<int>(usual)};
}

}  // namespace anmin::files
