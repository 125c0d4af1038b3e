// How the words of a register's row are kept for finding: Latin letters in lower case.
#pragma once

#include <string>

namespace anmin::store {

inline std::string lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

}  // namespace anmin::store
