// XML documents as a plain tree with namespaces resolved and places kept.
//
// Start here: parse(). A document type declaration is refused, so that no entity is ever declared,
// fetched or expanded; depth and size are limited. Comments and processing instructions are
// dropped. Well-formedness by pugixml; input must be UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace anmin::xml {

// Line and column count from 1; columns count Unicode characters.
struct Place {
    int line = 1;
    int column = 1;
};

struct Attribute {
    std::string space;  // namespace name; empty for attributes without prefix
    std::string name;   // local name
    std::string value;
};

struct Element {
    std::string space;  // namespace name, empty if none
    std::string name;   // local name
    std::vector<Attribute> attributes;
    std::vector<Element> children;  // elements only
    std::string text;               // all character data directly inside, in order
    Place place;                    // of the start tag
    Place text_place;               // of the first character data

    // The value of an attribute without namespace, or nullptr.
    const std::string* find_attribute(std::string_view name) const;
    // The same; empty when it is absent.
    std::string_view attribute(std::string_view name) const;
    // First child of that local name in the namespace of this element, or nullptr.
    const Element* find_child(std::string_view name) const;
    // All of them, in document order.
    std::vector<const Element*> children_named(std::string_view name) const;
};

struct Limits {
    std::size_t bytes = 64 * 1024 * 1024;
    int depth = 256;
    std::size_t elements = 2000000;
};

// The root element. Errors: E-XML-001 not well-formed, 002 a document type declaration, 003 over a
// limit, 004 a prefix without declaration. `source` names the text in the place of an error.
Result<Element> parse(std::string_view text, const std::string& source, const Limits& limits = {});

}  // namespace anmin::xml
