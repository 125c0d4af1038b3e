// What the HTTP side itself refuses, before or beside the operations: every E-HTTP code of a
// request, one function each. (E-HTTP-001 to -003 concern starting: server.cc.)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "result/result.h"

namespace anmin::http {

// The status goes with the error: several have none of a Fault's.
struct Refusal {
    int status = 400;
    Error error;
};

// The message itself.
Refusal malformed(const std::string& finding);  // 400 E-HTTP-010
Refusal head_too_large(std::size_t limit);      // 431 E-HTTP-011
Refusal bad_target();                           // 400 E-HTTP-012
Refusal bad_host();                             // 400 E-HTTP-013
Refusal bad_version();                          // 505 E-HTTP-014
Refusal bad_expectation();                      // 417 E-HTTP-015
Refusal bad_transfer_coding();                  // 501 E-HTTP-016
Refusal too_slow();                             // 408 E-HTTP-017

// What is asked for.
Refusal no_route();                                                        // 404 E-HTTP-020
Refusal no_method(const std::string& allowed);                             // 405 E-HTTP-021
Refusal bad_content_type(const std::string& wanted);                       // 415 E-HTTP-022
Refusal body_too_large(std::uint64_t limit);                               // 413 E-HTTP-023
Refusal bad_json(const std::string& place, const std::string& finding);    // 400 E-HTTP-024
Refusal bad_fields(const std::string& place, const std::string& finding);  // 400 E-HTTP-025
Refusal bad_parameter(std::string_view name, const std::string& finding,
                      const std::string& expectation);  // 400 E-HTTP-026
Refusal no_version();                                   // 428 E-HTTP-027
Refusal bad_version_tag();                              // 400 E-HTTP-028
Refusal bad_key();                                      // 400 E-HTTP-029
Refusal foreign_site();                                 // 403 E-HTTP-030
Refusal no_session();                                   // 401 E-HTTP-031

// The server's own state.
Refusal queue_full();            // 503 E-HTTP-040
Refusal no_body_memory();        // 503 E-HTTP-041
Refusal waited_too_long();       // 503 E-HTTP-042
Refusal too_many_followers();    // 503 E-HTTP-043
Refusal too_many_connections();  // 503 E-HTTP-044
Refusal broken();                // 500 E-HTTP-050

}  // namespace anmin::http
