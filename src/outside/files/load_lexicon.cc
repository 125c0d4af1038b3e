#include <set>

#include "files/data_file.h"
#include "files/load.h"
#include "files/script_table.h"
#include "text/utf8.h"

namespace anmin::files {
namespace {

using document::Lexicon;

// ā -> a: readings are also written without tones.
char32_t toneless(char32_t c) {
    static constexpr std::u32string_view toned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü";
    static constexpr std::u32string_view plain = U"aaaaeeeeiiiioooouuuuvvvvv";
    const std::size_t at = toned.find(c);
    return at == std::u32string_view::npos ? c : plain[at];
}

Result<void> add_readings(const std::filesystem::path& path, document::ReadingTable& table,
                          std::set<std::u32string>& syllables) {
    const DataFile file = TRY(DataFile::open(path));
    const json::Object* const readings =
        TRY(json::get_object(file.root(), "readings", file.place()));
    for (const auto& member : *readings) {
        const std::u32string syllable = text::decode(std::string_view(member.key()));
        std::u32string plain;
        for (const char32_t c : syllable) plain.push_back(toneless(c));
        syllables.insert(syllable);
        syllables.insert(plain);
        if (!member.value().is_string()) continue;
        for (const char32_t c : text::decode(std::string_view(member.value().get_string()))) {
            table.readings[c].push_back(syllable);
        }
    }
    return {};
}

Result<document::ReadingTable> load_readings(const std::filesystem::path& intake) {
    document::ReadingTable table;
    std::set<std::u32string> syllables;
    TRY(add_readings(intake / "readings.json", table, syllables));
    TRY(add_readings(intake / "polyphones.json", table, syllables));
    table.syllables =
        text::Matcher(std::vector<std::u32string>(syllables.begin(), syllables.end()));
    return table;
}

Result<document::BoilerplateRules> load_boilerplate(const std::filesystem::path& intake) {
    const DataFile file = TRY(DataFile::open(intake / "boilerplate.json"));
    document::BoilerplateRules rules;
    rules.begins = TRY(file.words("begins"));
    rules.page_organs = TRY(file.words("page_organs"));
    rules.equals = TRY(file.words("equals"));
    rules.ends_page = TRY(file.words("ends_page"));
    rules.element_names = TRY(file.words("element_names"));
    rules.element_parts = TRY(file.words("element_parts"));
    rules.info_labels = TRY(file.words("info_labels"));
    rules.record_labels = TRY(file.words("record_labels"));
    rules.links = TRY(file.words("links"));
    rules.spam_strong = TRY(file.words("spam_strong"));
    rules.spam_weak = TRY(file.words("spam_weak"));
    rules.source_labels = TRY(file.words("source_labels"));
    rules.longest_line = TRY(json::get_integer(file.root(), "longest_line", file.place()));
    return rules;
}

// An array of {name_key: "...", "words": [...]}: the names, and every word with its name's number.
struct Named {
    std::vector<std::string> names;
    text::Matcher words;
};
Result<Named> load_named(const DataFile& file, std::string_view key, std::string_view name_key) {
    const json::Array* const list = TRY(json::get_array(file.root(), key, file.place()));
    Named out;
    std::vector<std::pair<std::u32string, std::int32_t>> words;
    for (const json::Value& entry : *list) {
        const std::string place = file.place() + "." + std::string(key);
        const auto number = static_cast<std::int32_t>(out.names.size());
        out.names.push_back(TRY(json::get_string(entry, name_key, place)));
        for (const auto& word : decode_all(TRY(json::get_strings(entry, "words", place)))) {
            words.emplace_back(word, number);
        }
    }
    out.words = text::Matcher(words);
    return out;
}

Result<void> load_years(const DataFile& file, Lexicon& out) {
    for (const json::Value& entry : *TRY(json::get_array(file.root(), "anchors", file.place()))) {
        const std::string place = file.place() + ".anchors";
        document::YearAnchor anchor;
        anchor.before = text::decode(TRY(json::get_string(entry, "before", place)));
        anchor.after = text::decode(TRY(json::get_string(entry, "after", place)));
        anchor.base = static_cast<int>(TRY(json::get_integer(entry, "base", place)));
        out.anchors.push_back(std::move(anchor));
    }
    for (const json::Value& entry :
         *TRY(json::get_array(file.root(), "fixed_years", file.place()))) {
        const std::string place = file.place() + ".fixed_years";
        out.fixed_years.emplace_back(
            text::decode(TRY(json::get_string(entry, "words", place))),
            static_cast<int>(TRY(json::get_integer(entry, "year", place))));
    }
    return {};
}

Result<void> load_kinds(const DataFile& file, Lexicon& out) {
    for (const json::Value& entry : *TRY(json::get_array(file.root(), "kinds", file.place()))) {
        const std::string place = file.place() + ".kinds";
        document::KindRule rule;
        rule.kind = TRY(json::get_string(entry, "kind", place));
        rule.title = decode_all(TRY(json::get_strings(entry, "title", place)));
        rule.text = decode_all(TRY(json::get_strings(entry, "text", place)));
        out.kinds.push_back(std::move(rule));
    }
    return {};
}

Result<void> load_structure(const std::filesystem::path& intake, Lexicon& out) {
    const DataFile file = TRY(DataFile::open(intake / "structure.json"));
    TRY(load_years(file, out));
    TRY(load_kinds(file, out));
    out.organ_suffixes = TRY(file.words("organ_suffixes"));
    out.surnames = TRY(file.words("surnames"));
    out.posts = TRY(file.words("posts"));
    out.measure_words = TRY(file.words("measure_words"));
    out.broken_pairs = TRY(file.words("broken_pairs"));
    out.spun_words = TRY(file.words("spun_words"));
    out.title_words = TRY(file.words("title_words"));
    out.title_endings = TRY(file.words("title_endings"));
    out.event_words = TRY(file.words("event_words"));
    out.past_words = TRY(file.words("past_words"));
    out.future_words = TRY(file.words("future_words"));
    Named roles = TRY(load_named(file, "roles", "role"));
    out.roles = std::move(roles.words);
    out.role_names = std::move(roles.names);
    Named programmes = TRY(load_named(file, "programmes", "type"));
    out.programme_nouns = std::move(programmes.words);
    out.programme_types = std::move(programmes.names);
    return {};
}

}  // namespace

Result<document::Lexicon> load_lexicon(const std::filesystem::path& packages) {
    const std::filesystem::path intake = packages / "intake";
    Lexicon out;
    Domains domains = TRY(load_domains(packages));
    out.domains = std::move(domains.names);
    out.domain_words = std::move(domains.words);
    out.set_phrases = TRY(TRY(DataFile::open(intake / "phrases.json")).words("set_phrases"));
    out.script = TRY(load_script_table("/usr/share/opencc"));
    out.readings = TRY(load_readings(intake));
    out.boilerplate = TRY(load_boilerplate(intake));
    TRY(load_structure(intake, out));
    return out;
}

}  // namespace anmin::files
