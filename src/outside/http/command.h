// What commands have in common: the caller with their key, the version they saw, the answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "calendar/date.h"
#include "http/router.h"
#include "operations/desk.h"

namespace anmin::http {

// Caller and Idempotency-Key of a command. `repeated`: this very command was done before, so that
// the answer is what is there now.
struct Command {
    operations::Caller caller;
    bool repeated = false;
};
// Nothing when `command` is ready; the answer when the key is malformed or was used for something
// else.
std::optional<Answer> open_command(const Call& call, Command& command);
// Did a twin that ran at the same moment do it meanwhile? To be asked when an operation found its
// thing stale.
bool was_done_meanwhile(const Call& call, const Command& command);

// If-Match as the version it names; the answer (428, 400) otherwise.
std::optional<Answer> read_seen_version(const Request& request, std::int64_t& version);

Response json_response(int status, std::string body);
// With ETag, and Idempotency-Replayed when so.
Response versioned_response(std::string body, std::int64_t version, bool repeated);
Response no_content();
// Always a download, never shown: what people hand in is never run in our origin.
Response download(std::string bytes, std::string_view file_name, std::string content_type);

// The files that offices send each other.
struct OfficeFile {
    const char* ending;
    const char* type;
};
inline constexpr OfficeFile xlsx_file{
    ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
inline constexpr OfficeFile docx_file{
    ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};
// Its name is the title and the day of what it shows.
Response download(std::string bytes, const std::string& title, calendar::Date as_of,
                  const OfficeFile& file);

// The answer to a Result that failed, or what `use` makes of its value.
inline Answer answer_of(const Result<void>& result) {
    if (!result.ok()) return result.error();
    return no_content();
}
template <class T, class Use>
Answer answer_of(Result<T> result, const Use& use) {
    if (!result.ok()) return result.error();
    return use(std::move(result).value());
}

}  // namespace anmin::http
