// The shapes of contract/openapi.yaml: one write() for each thing that crosses the boundary.
#pragma once

#include <string>
#include <vector>

#include "http/json_writer.h"
#include "operations/import_book.h"
#include "operations/open_document.h"
#include "operations/open_task.h"
#include "operations/split_task.h"

namespace anmin::http {

// json_organisation.cc
void write(JsonWriter& out, const organisation::Division& division);
struct DivisionPath {
    const std::vector<organisation::Division>& path;  // not empty; the last is the division itself
};
void write(JsonWriter& out, const DivisionPath& path);
// A post of the list, with its division's name.
struct NamedPost {
    organisation::Post post;
    std::string division_name;
};
void write(JsonWriter& out, const NamedPost& post);

// json_session.cc
struct SessionView {
    const authority::Actor& actor;
    std::string division_name;
    bool demo = false;
};
void write(JsonWriter& out, const SessionView& session);
struct DemoRoleView {
    authority::Actor actor;
    std::string division_name;
    std::string story_zh;
    std::string story_en;
};
void write(JsonWriter& out, const DemoRoleView& role);
void write(JsonWriter& out, authority::Role role);

// json_documents.cc
void write(JsonWriter& out, document::Span span);
void write(JsonWriter& out, const document::Summary& summary);
void write(JsonWriter& out, const document::Part& part);
void write(JsonWriter& out, const operations::OpenedDocument& document);

// json_candidates.cc
void write(JsonWriter& out, const directive::DecidedCandidate& candidate);
void write(JsonWriter& out, directive::TaskKind kind);

// json_tasks.cc
void write(JsonWriter& out, const operations::LedgerRow& row);
void write(JsonWriter& out, const operations::OpenedTask& task);
void write(JsonWriter& out, const operations::LedgerPage& page);
void write(JsonWriter& out, const operations::Workbench& bench);
void write(JsonWriter& out, const directive::Evidence& evidence);

// json_book.cc
void write(JsonWriter& out, const operations::BookOutcome& outcome);

// json_tasks.cc
void write(JsonWriter& out, const directive::Owner& owner);
void write(JsonWriter& out, const directive::Quantity& quantity);
// "struck_off", the contract's word for a state; and back.
std::string_view name_of(directive::TaskState state);
std::optional<directive::TaskState> task_state_named(std::string_view name);

// json_tree.cc
void write(JsonWriter& out, const operations::OpenedTree& tree);

template <class T>
void write(JsonWriter& out, const organisation::Page<T>& page) {
    out.begin_object();
    out.field("items", page.items);
    out.field("next", page.next);
    out.end_object();
}

template <class T>
std::string json_of(const T& value) {
    JsonWriter out;
    write(out, value);
    return std::move(out).text();
}

}  // namespace anmin::http
