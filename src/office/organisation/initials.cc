#include "organisation/initials.h"

#include <string_view>

#include "text/utf8.h"

namespace anmin::organisation {

std::string PlaceInitials::of(const std::string& name) {
    const std::u32string whole = text::decode(name);
    std::u32string_view rest = whole;
    std::string letters;
    std::size_t plain = 0;  // characters before a word with a reading of its own
    const auto take_plain = [&] {
        letters += letters_.of(rest.substr(0, plain));
        rest.remove_prefix(plain);
        plain = 0;
    };
    while (plain < rest.size()) {
        const std::u32string_view here = rest.substr(plain);
        // Words sort right before what they begin, so that the last one not after `here` is the
        // only candidate: no reading's word begins another's.
        auto after = readings_.words.upper_bound(std::u32string(here));
        if (after == readings_.words.begin() || !here.starts_with((--after)->first)) {
            ++plain;
            continue;
        }
        take_plain();
        letters += after->second;
        rest.remove_prefix(after->first.size());
    }
    take_plain();
    return letters;
}

}  // namespace anmin::organisation
