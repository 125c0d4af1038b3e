// How the database refuses, as this room's errors. The engine's own codes end here.
#pragma once

#include <string>
#include <string_view>

#include "result/result.h"

namespace anmin::store {

// Why an engine or this room refused. Each has one code E-STORE-nnn (failure.cc has the table).
enum class Refusal {
    cannot_open,      // 001 missing directory, no permission
    not_a_database,   // 002 the file is something else, or damaged
    newer_version,    // 003 made by a later program
    read_only,        // 004
    full_disk,        // 005
    gone,             // 006 server unreachable or connection lost
    in_use,           // 007 another process writes here
    busy,             // 008 queue or lock not free in time
    stale,            // 009 stream has another version than expected
    other_request,    // 010 idempotency key used for something else
    unique,           // 011
    foreign_key,      // 012
    check,            // 013 a value the table does not take
    serialization,    // 014 two servers collided; may be repeated
    unknown_event,    // 015 kind not known to this program
    newer_event,      // 016 body format newer than this program
    bad_body,         // 017 recorded text cannot be read back
    bad_projection,   // 018 the event does not fit the tables
    bad_text,         // 019 not UTF-8, or with a NUL character
    target_exists,    // 020 backup or restore would overwrite
    bad_copy,         // 021 a copy or log does not verify
    bad_page_key,     // 022 `after` is not a key of this list
    empty_commit,     // 023
    bad_divisions,    // 024 rows and digest differ
    not_anmin,        // 025 a database of something else
    dated_divisions,  // 026 an import would overwrite recorded changes
    other,            // 099
};

// `place` says which database or table; `detail` is the engine's own sentence without any values.
Error failure(Refusal refusal, std::string place, const std::string& detail = {});

bool is(const Error& error, Refusal refusal);

}  // namespace anmin::store
