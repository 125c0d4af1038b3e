// The letters a place's name is searched by: its pinyin initials, with the readings that only
// places have (重庆 cq, 六安 la) from packages/divisions/readings.json.
#pragma once

#include <map>
#include <string>

#include "text/initials.h"

namespace anmin::organisation {

struct PlaceReadings {
    std::map<std::u32string, std::string> words;  // 重庆 -> cq
};

// For one thread at a time; `readings` outlives it.
class PlaceInitials {
public:
    explicit PlaceInitials(const PlaceReadings& readings) : readings_(readings) {}
    std::string of(const std::string& name);

private:
    const PlaceReadings& readings_;
    text::Initials letters_;
};

}  // namespace anmin::organisation
