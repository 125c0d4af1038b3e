// First letters of the pinyin of Chinese names (浙江省 -> zjs), for search as one types. Readings
// are those of ICU, one for each character; names that read otherwise are the caller's to know.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace anmin::text {

// Remembers what it has read; for one thread at a time.
class Initials {
public:
    Initials();
    Initials(Initials&&) noexcept;
    ~Initials();

    // Lower-case letters and digits; other signs are left out, and so is everything when ICU lacks
    // its readings.
    std::string of(std::u32string_view name);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace anmin::text
