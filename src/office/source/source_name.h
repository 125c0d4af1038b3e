// What sources are called by.
#pragma once

#include <string>

#include "ident/ident.h"

namespace anmin::source {

using MeetingId = ident::Id<struct MeetingTag>;
using InstructionId = ident::Id<struct InstructionTag>;
using ConveyanceId = ident::Id<struct ConveyanceTag>;

enum class SourceKind { meeting, document, instruction };  // 会议, 文件, 批示
const char* word(SourceKind kind);

// A source of any kind by its identifier.
struct SourceName {
    SourceKind kind = SourceKind::meeting;
    std::string id;

    bool operator==(const SourceName&) const = default;
};

}  // namespace anmin::source
