#include "cli/intake_output.h"

#include <cstdlib>

#include "json/json.h"

namespace anmin::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;

Value text_or_null(const std::optional<std::string>& text) {
    return text ? Value(text->c_str()) : Value(nullptr);
}

Value text_or_null(const std::string& text) {
    return text.empty() ? Value(nullptr) : Value(text.c_str());
}

Value list(const std::vector<std::string>& words) {
    Array out;
    for (const std::string& word : words) out.emplace_back(word);
    return out;
}

const char* status_name(document::QuantityStatus status) {
    switch (status) {
        case document::QuantityStatus::result: return "result";
        case document::QuantityStatus::target: return "target";
        case document::QuantityStatus::event: return "event";
        case document::QuantityStatus::reference: return "reference";
    }
    return "reference";
}

// Whole numbers as numbers, others as the shortest number that prints the same digits.
Value number(const std::string& digits) {
    if (digits.empty()) return nullptr;
    if (digits.find('.') == std::string::npos && digits.size() < 18)
        return Value(std::int64_t{std::atoll(digits.c_str())});
    return Value(std::atof(digits.c_str()));
}

Value task_value(const directive::Candidate& item) {
    Object out;
    out["text"] = item.text;
    out["start"] = item.span.start;
    out["end"] = item.span.end;
    out["actor"] = item.actors.empty() ? Value(nullptr) : list(item.actors);
    out["imperative"] = text_or_null(item.imperative);
    out["deadline_text"] = item.deadline ? Value(item.deadline->text.c_str()) : Value(nullptr);
    out["deadline"] = item.deadline ? Value(item.deadline->normal.c_str()) : Value(nullptr);
    out["recurrence"] = text_or_null(item.recurrence);
    out["quantities"] = list(item.quantities);
    out["domains"] = list(item.domains);
    out["kind"] = item.kind == directive::TaskKind::study ? "study" : "action";
    out["confidence"] = item.confidence;
    out["reason"] = item.reason;
    out["proposed_owner"] = text_or_null(item.proposed_owner);
    return out;
}

Value cleaning_value(const document::Part& part) {
    Object out;
    Array operations;
    for (const document::Repair& repair : part.repairs) {
        operations.push_back(
            Object{{"code", repair.code}, {"label", repair.label}, {"count", repair.count}});
    }
    Array warnings;
    for (const document::Warning& warning : part.warnings) {
        warnings.push_back(Object{{"code", warning.code},
                                  {"text", warning.text},
                                  {"start", warning.clean.start},
                                  {"end", warning.clean.end}});
    }
    out["operations"] = std::move(operations);
    out["warnings"] = std::move(warnings);
    out["quality"] = part.quality;
    return out;
}

Value part_value(const document::Part& part, std::int32_t index,
                 const std::vector<directive::Candidate>& candidates) {
    Object out;
    out["clean_text"] = part.clean_text;
    out["title"] = text_or_null(part.title);
    out["doc_type"] = text_or_null(part.kind);
    out["doc_number"] = text_or_null(part.number);
    out["organ"] = Object{{"holding", text_or_null(part.organs.holding)},
                          {"issuing", text_or_null(part.organs.issuing)},
                          {"publisher", text_or_null(part.organs.publisher)}};
    out["event_date"] = part.event_date ? Value(part.event_date->iso().c_str()) : Value(nullptr);
    out["event_date_text"] = text_or_null(part.event_date_text);
    out["event_date_basis"] = text_or_null(part.event_date_basis);
    Array persons;
    for (const document::Person& person : part.persons) {
        persons.push_back(Object{{"name", person.name},
                                 {"post", person.post},
                                 {"role", person.role},
                                 {"start", person.span.start},
                                 {"end", person.span.end}});
    }
    out["persons"] = std::move(persons);
    out["domains"] = list(part.domains);
    Array tasks;
    for (const directive::Candidate& item : candidates) {
        if (item.part == index) tasks.push_back(task_value(item));
    }
    out["tasks"] = std::move(tasks);
    Array quantities;
    for (const document::Quantity& quantity : part.quantities) {
        quantities.push_back(Object{{"text", quantity.text},
                                    {"value", number(quantity.value)},
                                    {"unit", quantity.unit},
                                    {"of", quantity.of},
                                    {"status", status_name(quantity.status)},
                                    {"start", quantity.span.start},
                                    {"end", quantity.span.end}});
    }
    out["quantities"] = std::move(quantities);
    Array programmes;
    for (const document::Programme& programme : part.programmes) {
        programmes.push_back(Object{{"text", programme.text},
                                    {"type", programme.type},
                                    {"start", programme.span.start},
                                    {"end", programme.span.end}});
    }
    out["programmes"] = std::move(programmes);
    out["cleaning"] = cleaning_value(part);
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : "、") + word;
    return out;
}

}  // namespace

std::string intake_json(const std::string& file, const document::Reading& reading,
                        const std::vector<directive::Candidate>& candidates) {
    Object out;
    out["file"] = file;
    out["encoding"] = reading.encoding;
    out["container"] = reading.container;
    Array documents;
    for (std::size_t index = 0; index < reading.parts.size(); ++index) {
        documents.push_back(
            part_value(reading.parts[index], static_cast<std::int32_t>(index), candidates));
    }
    out["documents"] = std::move(documents);
    return json::print(out);
}

std::string intake_table(const std::string& file, const document::Reading& reading,
                         const std::vector<directive::Candidate>& candidates) {
    std::string out = file + "\t" + reading.encoding + "\t" + reading.container;
    for (std::size_t index = 0; index < reading.parts.size(); ++index) {
        const document::Part& part = reading.parts[index];
        out += "\n# " + part.title.value_or("（无标题）") + "\t" + part.kind + "\t" +
               (part.event_date ? part.event_date->iso() : "日期不详");
        for (const document::Warning& warning : part.warnings) out += "\n! " + warning.text;
        for (const directive::Candidate& item : candidates) {
            if (item.part != static_cast<std::int32_t>(index)) continue;
            out += "\n" + std::to_string(item.number) + "\t" + item.text + "\t" +
                   joined(item.actors) + "\t" + (item.deadline ? item.deadline->normal : "") +
                   "\t" + joined(item.domains) + "\t" + std::to_string(item.confidence) + "%";
        }
    }
    return out;
}

}  // namespace anmin::cli
