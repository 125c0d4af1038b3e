#include "document/read.h"

#include <algorithm>
#include <cctype>

#include "document/container.h"
#include "document/pinyin.h"
#include "document/script.h"
#include "document/steps.h"
#include "document/structure.h"
#include "document/table.h"
#include "document/title.h"
#include "document/wrapped.h"
#include "text/encoding.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using text::Traced;

// Fewer readings than this may be real annotations of rare names.
constexpr std::int64_t least_readings = 5;
// Above this share of traditional-only characters a text counts as traditional.
constexpr double traditional_threshold = 0.03;

Error empty_file(const std::string& name) {
    return {
        Fault::invalid,           "E-INTAKE-001",           name,
        "文件为空，没有任何内容", "一份有文字的公文或网页", "请检查下载或导出是否完整，重新上传"};
}

Error too_large(const std::string& name, std::size_t size, const Limits& limits) {
    return {Fault::too_large,
            "E-INTAKE-002",
            name,
            "文件不少于 " + std::to_string(size) + " 字节，超过上限",
            "不超过 " + std::to_string(limits.bytes) + " 字节",
            "请拆分后分别上传，或请管理员调高上限"};
}

Error not_text(const std::string& name) {
    return {Fault::unsupported,
            "E-INTAKE-003",
            name,
            "这是二进制文件，不是可读的文字",
            "文本、网页、Markdown、JSON、邮件、docx 或带文字的 PDF",
            "请上传原始公文，或另存为上述格式后重试"};
}

// The charset a page or mail part claims for itself, in its first bytes.
std::string declared_charset(const std::string& bytes) {
    const std::string head = bytes.substr(0, 4096);
    for (std::size_t at = head.find("charset"); at != std::string::npos;
         at = head.find("charset", at + 1)) {
        std::size_t from = head.find_first_not_of(" =\"'", at + 7);
        std::string name;
        while (from < head.size() && (std::isalnum(static_cast<unsigned char>(head[from])) != 0 ||
                                      head[from] == '-' || head[from] == '_')) {
            name.push_back(head[from++]);
        }
        if (!name.empty()) return name;
    }
    return {};
}

// What the whole file calls for; decided once, so that all its articles are treated alike.
struct Damage {
    bool readings = false;
    bool traditional = false;
};

Damage look_for_damage(const Draft& draft, const Lexicon& lexicon) {
    std::int64_t readings = 0;
    std::u32string sample;
    for (const Line& line : draft.lines) {
        if (readings < least_readings) readings += count_readings(line.text.view(), lexicon);
        if (sample.size() < 40000) sample += line.text.view();
    }
    return {readings >= least_readings,
            traditional_share(sample, lexicon.script) > traditional_threshold};
}

Part finish(Draft draft, const Damage& damage, std::u32string_view original,
            const Lexicon& lexicon) {
    remove_tag_remains(draft);
    if (damage.readings) {
        remove_readings(draft, lexicon);
        remove_tag_remains(draft);
    }
    if (damage.traditional) simplify(draft, lexicon.script);
    find_plain_rows(draft);
    restore_paragraphs(draft, lexicon);
    remove_boilerplate(draft, lexicon);
    join_broken_lines(draft, lexicon);
    normalise_characters(draft);
    auto title = find_title(draft, lexicon);
    Part part;
    const Article article = compose(draft, original, std::move(title), part);
    part.repairs = draft.repairs;
    part.warnings = draft.warnings;
    find_kind(article, lexicon, part);
    find_number(article, part);
    find_organs(article, lexicon, part);
    find_event_date(article, lexicon, part);
    find_persons(article, lexicon, part);
    find_quantities(article, lexicon, part);
    find_programmes(article, lexicon, part);
    find_domains(article, lexicon, part);
    find_warnings(article, lexicon, part);
    return part;
}

// An article of a collection without a year of its own is of the year of its neighbours.
void share_years(std::vector<Part>& parts) {
    std::optional<int> year;
    for (const Part& part : parts) {
        if (part.event_date && !year) year = part.event_date->year();
    }
    if (!year) return;
    for (Part& part : parts) {
        if (part.event_date || part.event_date_text.empty()) continue;
        const auto digits = text::encode(text::decode(part.event_date_text));
        int month = 0;
        int day = 0;
        std::size_t at = 0;
        while (at < digits.size() && std::isdigit(static_cast<unsigned char>(digits[at])) != 0)
            month = month * 10 + (digits[at++] - '0');
        at += std::string("月").size();
        while (at < digits.size() && std::isdigit(static_cast<unsigned char>(digits[at])) != 0)
            day = day * 10 + (digits[at++] - '0');
        part.event_date = calendar::Date::of(*year, month, day);
        if (part.event_date) part.event_date_basis = "inferred: 同一汇编中其他文章的年份";
    }
}

Reading read_text(std::u32string characters, std::string encoding, const std::string& container,
                  std::int64_t lost, Metadata metadata, const Lexicon& lexicon) {
    Reading reading;
    reading.encoding = std::move(encoding);
    reading.original = text::encode(characters);
    Traced whole(std::move(characters));
    const std::u32string original = whole.characters();
    Draft notes;
    undo_double_decoding(whole, notes, lexicon);
    reading.container = container.empty() ? text_container(whole.view()) : container;
    const bool plain = reading.container == "docx" || reading.container == "pdf";
    Draft draft = read_container(plain ? "plain" : reading.container, whole, lexicon);
    if (draft.metadata.title.empty()) draft.metadata.title = std::move(metadata.title);
    if (draft.metadata.published.empty()) draft.metadata.published = std::move(metadata.published);
    for (const Repair& repair : notes.repairs) draft.note(repair.code, repair.label, repair.count);
    for (const Warning& warning : notes.warnings) draft.warn(warning.code, warning.text);
    if (lost > 0)
        draft.warn("undecodable", "有 " + std::to_string(lost) + " 处字节不合编码，已标为丢失");
    const Damage damage = look_for_damage(draft, lexicon);
    for (Draft& article : split_articles(std::move(draft), lexicon)) {
        reading.parts.push_back(finish(std::move(article), damage, original, lexicon));
    }
    share_years(reading.parts);
    return reading;
}

}  // namespace

Result<Reading> read(const std::string& bytes, const std::string& file_name, const Lexicon& lexicon,
                     const Limits& limits) {
    if (bytes.empty()) return empty_file(file_name);
    if (bytes.size() > limits.bytes) return too_large(file_name, bytes.size(), limits);
    if (auto wrapped = TRY(unwrap(bytes, file_name, limits))) {
        return read_text(std::move(wrapped->characters), wrapped->encoding, wrapped->container,
                         wrapped->lost, std::move(wrapped->metadata), lexicon);
    }
    auto decoded = text::decode_bytes(bytes, declared_charset(bytes));
    if (!decoded) return not_text(file_name);
    const bool blank =
        std::all_of(decoded->characters.begin(), decoded->characters.end(),
                    [](char32_t c) { return text::is_blank(c) || c == U'\n' || c == U'\r'; });
    if (blank) return empty_file(file_name);
    return read_text(std::move(decoded->characters), decoded->encoding, "", decoded->lost, {},
                     lexicon);
}

}  // namespace anmin::document
