// Failures as RFC 9457 problem+json, with the five parts of an Error.
#pragma once

#include <string_view>

#include "http/message.h"
#include "http/refusal.h"

namespace anmin::http {

int status_of(Fault fault);

// `number`: of the request in the server's log, so that a report can be found there.
Response problem(const Error& error, std::string_view number);
Response problem(const Refusal& refusal, std::string_view number);

// The reason phrase of RFC 9110; "Unknown" for statuses we never send.
std::string_view reason_of(int status);

}  // namespace anmin::http
