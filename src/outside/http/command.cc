#include "http/command.h"

#include <algorithm>
#include <charconv>

namespace anmin::http {

std::optional<Answer> open_command(const Call& call, Command& command) {
    constexpr std::size_t longest = 64;
    command.caller.actor = call.actor();
    const auto key = call.request.find_header("idempotency-key");
    if (!key) return std::nullopt;
    const bool printable = std::all_of(key->begin(), key->end(),
                                       [](char letter) { return letter > ' ' && letter <= '~'; });
    if (key->empty() || key->size() > longest || !printable) return bad_key();
    operations::Desk& desk = call.desk();
    command.caller.idempotency_key = *key;
    command.caller.request_digest = desk.vault.digest(
        call.request.method + " " + call.request.target + "\n" + call.request.body);
    const auto receipt = desk.journal.find_receipt(
        call.actor().account, command.caller.idempotency_key, command.caller.request_digest);
    if (!receipt.ok()) return receipt.error();
    command.repeated = receipt.value().has_value();
    return std::nullopt;
}

bool was_done_meanwhile(const Call& call, const Command& command) {
    if (command.caller.idempotency_key.empty()) return false;
    const auto receipt = call.desk().journal.find_receipt(
        call.actor().account, command.caller.idempotency_key, command.caller.request_digest);
    return receipt.ok() && receipt.value().has_value();
}

std::optional<Answer> read_seen_version(const Request& request, std::int64_t& version) {
    const auto tag = request.find_header("if-match");
    if (!tag) return no_version();
    if (tag->size() < 3 || tag->front() != '"' || tag->back() != '"') return bad_version_tag();
    const char* end = tag->data() + tag->size() - 1;
    const auto read = std::from_chars(tag->data() + 1, end, version);
    if (read.ec != std::errc() || read.ptr != end || version < 0) return bad_version_tag();
    return std::nullopt;
}

Response json_response(int status, std::string body) {
    Response response;
    response.status = status;
    response.set("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

Response no_content() {
    Response response;
    response.status = 204;
    return response;
}

Response versioned_response(std::string body, std::int64_t version, bool repeated) {
    Response response = json_response(200, std::move(body));
    response.set("ETag", "\"" + std::to_string(version) + "\"");
    if (repeated) response.set("Idempotency-Replayed", "true");
    return response;
}

Response download(std::string bytes, std::string_view file_name, std::string content_type) {
    // An old reader gets an ASCII name, a new one the real name (SPEC: RFC 6266, 4.3).
    std::string plain;
    for (const char letter : file_name) {
        const bool safe = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                          (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == '-';
        if (safe) plain.push_back(letter);
    }
    if (plain.empty() || plain.front() == '.') plain.insert(0, "file");
    Response response;
    response.set("Content-Type", std::move(content_type));
    response.set("Content-Disposition", "attachment; filename=\"" + plain +
                                            "\"; filename*=UTF-8''" + percent_encoded(file_name));
    response.body = std::move(bytes);
    return response;
}

Response download(std::string bytes, const std::string& title, calendar::Date as_of,
                  const OfficeFile& file) {
    return download(std::move(bytes), title + " " + as_of.iso() + file.ending, file.type);
}

}  // namespace anmin::http
