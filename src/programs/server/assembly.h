// Builds each thing once and connects it: store, vault, policy data, clock, identifiers -> a Desk.
// The server and the commands that work on a database both start here; it is the only place that
// knows concrete stores.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "operations/desk.h"
#include "result/result.h"
#include "store/store.h"

namespace anmin::server {

struct AssemblySettings {
    std::string database;            // a file path, or postgresql://…
    std::filesystem::path packages;  // policy data
    std::size_t readers = 4;
    std::size_t queue_limit = 1024;
    store::Access access = store::Access::write;
    const operations::Clock* clock = nullptr;  // not owned; the system's clock when null
};

class Assembly {
public:
    // Errors: E-STORE-* of opening, E-FILES-* of a package that cannot be read.
    static Result<std::unique_ptr<Assembly>> open(const AssemblySettings& settings);

    Assembly(const Assembly&) = delete;
    Assembly& operator=(const Assembly&) = delete;
    ~Assembly();

    operations::Desk& desk();
    // The same desk on another journal (one that also tells listeners of each commit).
    operations::Desk desk_on(journal::Journal& journal);
    store::Store& store();
    const operations::Policies& policies() const;

private:
    struct Parts;
    explicit Assembly(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// The packages folder: the environment's ANMIN_PACKAGES, else the nearest "packages" in the folders
// from the program's own upward, else "packages" in the working directory.
std::filesystem::path packages_folder();

}  // namespace anmin::server
