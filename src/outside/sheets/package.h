// The parts of an Office package (a zip of XML files), read with limits.
#pragma once

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "result/result.h"
#include "sheets/read_sheet.h"

struct zip;

namespace anmin::sheets {

// Borrowed: the bytes and the limits must outlive it.
class Package {
public:
    // E-SHEET-010 when the bytes are no package, E-SHEET-011 when it is over a limit.
    static Result<Package> open(const std::string& bytes, const SheetLimits& limits);

    bool has(const std::string& part) const;
    // E-SHEET-011 too large, E-SHEET-012 not there, E-SHEET-013 damaged or not XML (with the
    // offset).
    Result<std::unique_ptr<pugi::xml_document>> xml(const std::string& part) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    explicit Package(std::unique_ptr<zip, Close> archive, const SheetLimits& limits)
        : archive_(std::move(archive)), limits_(&limits) {}
    Result<std::string> bytes_of(const std::string& part) const;

    std::unique_ptr<zip, Close> archive_;
    const SheetLimits* limits_;
};

// Names without their prefix: some programs write x:row where others write row.
std::string_view local_name(const pugi::xml_node& node);
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
// An attribute with or without prefix (r:id).
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

}  // namespace anmin::sheets
