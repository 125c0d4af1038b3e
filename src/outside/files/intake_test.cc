// Behaviour as data: tests/intake/good/X with X.expected.json, tests/intake/bad/X with its error
// code. ANMIN_ACCEPT=1 rewrites the expectations of good/; the difference is reviewed like code.
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

#include "directive/propose.h"
#include "document/read.h"
#include "files/load.h"
#include "json/json.h"
#include "text/utf8.h"

namespace anmin::files {
namespace {

namespace fs = std::filesystem;

const fs::path root = ANMIN_ROOT;

struct Data {
    document::Lexicon lexicon;
    directive::Frames frames;
};

const Data& data() {
    static const Data loaded = [] {
        return Data{load_lexicon(root / "packages").value(),
                    load_frames(root / "packages").value()};
    }();
    return loaded;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_expectation(const fs::path& path) { return path.string().ends_with(".expected.json"); }

std::vector<fs::path> cases(const fs::path& folder) {
    std::set<fs::path> found;
    if (!fs::is_directory(folder)) return {};
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file() && !is_expectation(entry.path())) found.insert(entry.path());
    }
    return {found.begin(), found.end()};
}

json::Value or_null(const std::optional<std::string>& text) {
    return text ? json::Value(text->c_str()) : json::Value(nullptr);
}

json::Value task_summary(const directive::Candidate& item) {
    json::Object out;
    out["text"] = item.text;
    if (item.kind == directive::TaskKind::study) out["kind"] = "study";
    if (item.deadline) out["deadline"] = item.deadline->normal;
    if (item.recurrence) out["recurrence"] = *item.recurrence;
    if (!item.actors.empty()) {
        json::Array actors;
        for (const std::string& actor : item.actors) actors.emplace_back(actor);
        out["actor"] = std::move(actors);
    }
    return out;
}

// What a case pins down of a reading.
json::Value summary(const document::Reading& reading,
                    const std::vector<directive::Candidate>& items) {
    json::Array parts;
    for (std::size_t index = 0; index < reading.parts.size(); ++index) {
        const document::Part& part = reading.parts[index];
        json::Object out;
        out["title"] = or_null(part.title);
        out["kind"] = part.kind;
        out["number"] = or_null(part.number);
        out["event_date"] =
            part.event_date ? json::Value(part.event_date->iso().c_str()) : json::Value(nullptr);
        json::Array lines;
        std::string line;
        for (const char c : part.clean_text + "\n") {
            if (c != '\n') {
                line.push_back(c);
                continue;
            }
            if (!line.empty()) lines.emplace_back(line);
            line.clear();
        }
        out["lines"] = std::move(lines);
        std::set<std::string> codes;
        for (const auto& warning : part.warnings) codes.insert(warning.code);
        json::Array warnings;
        for (const std::string& code : codes) warnings.emplace_back(code);
        out["warnings"] = std::move(warnings);
        json::Array tasks;
        for (const auto& item : items) {
            if (item.part == static_cast<std::int32_t>(index)) tasks.push_back(task_summary(item));
        }
        out["tasks"] = std::move(tasks);
        parts.emplace_back(std::move(out));
    }
    return json::Object{{"encoding", reading.encoding},
                        {"container", reading.container},
                        {"documents", std::move(parts)}};
}

// One member or task a line, so that differences can be reviewed.
std::string laid_out(const json::Value& value, const std::string& margin) {
    if (const auto* const object = value.if_object();
        object != nullptr && !object->contains("text")) {
        std::string out = "{";
        for (const auto& member : *object) {
            out += (out.size() > 1 ? ",\n" : "\n") + margin + "  \"" + std::string(member.key()) +
                   "\": " + laid_out(member.value(), margin + "  ");
        }
        return out + "\n" + margin + "}";
    }
    if (const auto* const list = value.if_array(); list != nullptr && !list->empty()) {
        std::string out = "[";
        for (const auto& element : *list) {
            out +=
                (out.size() > 1 ? ",\n" : "\n") + margin + "  " + laid_out(element, margin + "  ");
        }
        return out + "\n" + margin + "]";
    }
    return json::print(value);
}

void check_good(const fs::path& path) {
    SCOPED_TRACE(path.filename().string());
    const auto reading = document::read(bytes_of(path), path.filename().string(), data().lexicon);
    ASSERT_TRUE(reading.ok()) << reading.error().text();
    const auto items = directive::propose_all(reading.value(), data().frames);
    const json::Value actual = summary(reading.value(), items);
    const fs::path expectation = path.string() + ".expected.json";
    if (std::getenv("ANMIN_ACCEPT") != nullptr)
        std::ofstream(expectation) << laid_out(actual, "") << "\n";
    const auto expected = json::parse(bytes_of(expectation), expectation.filename().string());
    ASSERT_TRUE(expected.ok()) << expected.error().text();
    EXPECT_EQ(laid_out(actual, ""), laid_out(expected.value(), ""));
}

TEST(Intake, GoodFilesGiveWhatIsWritten) {
    const auto files = cases(root / "tests" / "intake" / "good");
    ASSERT_FALSE(files.empty());
    for (const auto& path : files) check_good(path);
}

TEST(Intake, BadFilesSayWhatTheyAre) {
    const auto files = cases(root / "tests" / "intake" / "bad");
    ASSERT_FALSE(files.empty());
    for (const auto& path : files) {
        SCOPED_TRACE(path.filename().string());
        const auto reading =
            document::read(bytes_of(path), path.filename().string(), data().lexicon);
        ASSERT_FALSE(reading.ok());
        const auto expected =
            json::parse(bytes_of(path.string() + ".expected.json"), "expected").value();
        EXPECT_EQ(reading.error().code, json::find_string(expected, "code"));
        EXPECT_FALSE(reading.error().next_step.empty());
        EXPECT_EQ(reading.error().place, path.filename().string());
    }
}

// --- properties of every reading
// -------------------------------------------------------------------------

std::vector<fs::path> every_text() {
    std::vector<fs::path> out = cases(root / "tests" / "intake" / "good");
    for (const fs::path& folder : {root / "samples", root / ".." / "shared" / "seeds",
                                   root / ".." / "shared" / "intake" / "docs"}) {
        const auto more = cases(folder);
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

void check_pieces(const document::Part& part, const std::u32string& original) {
    const std::u32string clean = text::decode(part.clean_text);
    std::int64_t at = 0;
    for (const auto& piece : part.pieces) {
        ASSERT_EQ(piece.clean.start, at);
        ASSERT_LT(piece.clean.start, piece.clean.end);
        ASSERT_LE(piece.original.start, piece.original.end);
        ASSERT_LE(piece.original.end, static_cast<std::int64_t>(original.size()));
        at = piece.clean.end;
        const auto length = static_cast<std::size_t>(piece.clean.end - piece.clean.start);
        if (piece.origin == document::Origin::same) {
            ASSERT_EQ(clean.substr(static_cast<std::size_t>(piece.clean.start), length),
                      original.substr(static_cast<std::size_t>(piece.original.start), length));
        }
        if (piece.origin == document::Origin::inserted) {
            ASSERT_EQ(piece.original.start, piece.original.end);
        }
    }
    ASSERT_EQ(at, static_cast<std::int64_t>(clean.size()));
}

TEST(Intake, EveryCharacterPointsBackToTheOriginal) {
    for (const auto& path : every_text()) {
        SCOPED_TRACE(path.filename().string());
        const auto reading = document::read(bytes_of(path), "x", data().lexicon);
        ASSERT_TRUE(reading.ok());
        const std::u32string original = text::decode(reading.value().original);
        for (const auto& part : reading.value().parts) check_pieces(part, original);
    }
}

TEST(Intake, SpansHoldExactlyTheirText) {
    for (const auto& path : every_text()) {
        SCOPED_TRACE(path.filename().string());
        const auto reading = document::read(bytes_of(path), "x", data().lexicon);
        ASSERT_TRUE(reading.ok());
        const auto slice = [&reading](std::size_t part, const document::Span& span) {
            return text::slice(reading.value().parts[part].clean_text, span.start, span.end);
        };
        std::int32_t number = 0;
        for (const auto& item : directive::propose_all(reading.value(), data().frames)) {
            EXPECT_EQ(item.number, ++number);
            EXPECT_EQ(slice(static_cast<std::size_t>(item.part), item.span), item.text);
            EXPECT_EQ(item.text.find("\n"), std::string::npos);
        }
        for (std::size_t part = 0; part < reading.value().parts.size(); ++part) {
            const auto& own = reading.value().parts[part];
            for (const auto& one : own.quantities) EXPECT_EQ(slice(part, one.span), one.text);
            for (const auto& one : own.programmes) EXPECT_EQ(slice(part, one.span), one.text);
            for (const auto& one : own.persons) EXPECT_EQ(slice(part, one.span), one.name);
        }
    }
}

TEST(Intake, CleaningACleanTextChangesNothing) {
    for (const auto& path : every_text()) {
        SCOPED_TRACE(path.filename().string());
        const auto first = document::read(bytes_of(path), "x", data().lexicon);
        ASSERT_TRUE(first.ok());
        for (const auto& part : first.value().parts) {
            if (part.clean_text.empty()) continue;
            const auto second = document::read(part.clean_text, "x", data().lexicon);
            ASSERT_TRUE(second.ok());
            ASSERT_EQ(second.value().parts.size(), 1U);
            EXPECT_EQ(second.value().parts[0].clean_text, part.clean_text);
        }
    }
}

TEST(Intake, OverTheLimitIsRefused) {
    const auto reading =
        document::read(std::string(1000, 'a'), "big.txt", data().lexicon, {.bytes = 999});
    ASSERT_FALSE(reading.ok());
    EXPECT_EQ(reading.error().code, "E-INTAKE-002");
    EXPECT_EQ(reading.error().fault, Fault::too_large);
}

}  // namespace
}  // namespace anmin::files
