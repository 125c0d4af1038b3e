// When two names mean one figure, and when they only look alike (packages/indicator/wording.json).
//
// The same: equal once layout, endings that only say "a number" and words that offices use for one
// another are put aside. Near: made of nearly the same characters in any order, and neither says
// the opposite of the other. What is near may still be another figure: somebody has to say.
#pragma once

#include <string>
#include <vector>

namespace anmin::measure {

struct Wording {
    std::vector<std::vector<std::string>> same;  // words for one another; the first stands for all
    std::vector<std::string> endings;            // 总数, 数量, 数, ...: longest first
    std::vector<std::string> opposites;          // 未, 不, ...
    int near_percent = 0;                        // of the characters; 0: nothing is near
    std::size_t near_least = 0;                  // characters; shorter names are never near
};

// What stands for the name when names are compared: full width as half width, small letters, no
// blanks, brackets and marks, one word for each group, no ending. Never empty unless `name` holds
// nothing but layout.
std::string plain_name(const std::string& name, const Wording& wording);

// How many of the characters of both they share, in percent, wherever they stand; of plain names.
int likeness(const std::string& left, const std::string& right);

bool is_near(const std::string& left, const std::string& right, const Wording& wording);

}  // namespace anmin::measure
