// The web pages: read from one folder once, kept in memory with their gzipped forms.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "http/message.h"
#include "result/result.h"

namespace anmin::http {

class StaticFiles {
public:
    // A page that says how to build the pages; for a machine that has none.
    StaticFiles();
    // Every file of `folder`, which has an index.html. Errors: E-HTTP-004 (cannot be read, no
    // index.html, more than 256 MiB).
    static Result<StaticFiles> load(const std::filesystem::path& folder);

    // The file of this path, or index.html when a page is asked for: the pages have routes of their
    // own. Nothing when there is neither. GET and HEAD only.
    std::optional<Response> find(const Request& request) const;

private:
    struct File {
        std::string type;
        std::string tag;         // strong ETag, quoted
        bool is_hashed = false;  // its name changes with its content
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> packed;  // nothing where packing does not pay
    };
    static File file_of(const std::string& path, std::string bytes);
    static Response response_of(const File& file, const Request& request);

    std::map<std::string, File> files_;  // "assets/index-abc.js"
};

}  // namespace anmin::http
