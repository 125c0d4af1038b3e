// The first bytes of an answer: status line and headers.
#pragma once

#include <string>
#include <vector>

#include "http/message.h"

namespace anmin::http {

struct HeadPlan {
    const std::vector<Header>& standing;  // headers of every answer that does not set them itself
    const std::string& date;              // IMF-fixdate
    bool keep_alive = true;
    bool is_old_client = false;  // HTTP/1.0: keeping alive has to be said
};

std::string head_of(const Response& response, const HeadPlan& plan);

// SPEC: RFC 9110, 6.4.1: these answers have no body, whatever the response carries.
bool is_without_body(int status);

// Seconds since 1970 as "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::int64_t seconds);

}  // namespace anmin::http
