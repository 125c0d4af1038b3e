// Where one is signed in, and ending that from elsewhere: a telephone left on a desk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

struct OwnSession {
    authority::Session session;
    calendar::Instant used;  // to the minute
    bool is_here = false;    // the one that asks
};
// Newest first. Whoever owes something sees them too: they are the account's own.
Result<std::vector<OwnSession>> list_own_sessions(Desk& desk, const authority::Actor& actor,
                                                  const std::string& token);

struct EndSessions {
    std::string session;   // empty: all but the one that asks
    std::string password;  // asked for again, so that a desk left open does no harm
};
// How many ended. E-AUTH-123 wrong password, -124 no such session of one's own.
Result<std::int64_t> end_own_sessions(Desk& desk, const Caller& caller, const std::string& token,
                                      const EndSessions& order);

}  // namespace anmin::operations
