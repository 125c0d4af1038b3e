// The shapes of sources.
#pragma once

#include <optional>
#include <string_view>

#include "http/json_writer.h"
#include "operations/keep_sources.h"

namespace anmin::http {

std::string_view name_of(source::SourceKind kind);
std::optional<source::SourceKind> source_kind_named(std::string_view name);

void write(JsonWriter& out, const source::Entry& entry);
void write(JsonWriter& out, const source::Reach& reach);
void write(JsonWriter& out, const operations::OpenedSource& opened);
void write(JsonWriter& out, const operations::TaskBasis& basis);

}  // namespace anmin::http
