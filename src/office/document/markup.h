// The small grammar of HTML: tags, attributes, entities, where they stand in the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anmin::document {

struct Tag {
    std::u32string name;  // lower case; "!" for comments and declarations
    bool closing = false;
    bool empty = false;                                                 // <br/>
    std::vector<std::pair<std::u32string, std::u32string>> attributes;  // names in lower case
    std::size_t end = 0;                                                // behind the >

    std::u32string_view attribute(std::u32string_view key) const;
};

// The tag that begins at `at`, where text[at] is '<'. Nothing when it is only a less-than sign.
std::optional<Tag> tag_at(std::u32string_view text, std::size_t at);

struct Entity {
    char32_t character = 0;
    std::size_t end = 0;  // behind the semicolon
};

// The entity that begins at `at`, where text[at] is '&'. Nothing when it is only an ampersand.
std::optional<Entity> entity_at(std::u32string_view text, std::size_t at);

}  // namespace anmin::document
