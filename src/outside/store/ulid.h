// Identifiers that no other process gives too: 48 bits of milliseconds and 80 random bits, as 26
// characters of Crockford base 32 (the ULID layout), so that they sort by time. Within a
// millisecond they count up.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

#include "calendar/date.h"
#include "ident/ident.h"

namespace anmin::store {

class UlidSource final : public ident::IdSource {
public:
    explicit UlidSource(std::function<calendar::Instant()> now) : now_(std::move(now)) {}
    std::string next() override;

private:
    std::function<calendar::Instant()> now_;
    std::mutex mutex_;
    std::int64_t last_ = -1;
    std::array<std::uint8_t, 16> bytes_{};
};

}  // namespace anmin::store
