// What a command on a database works with: the assembled desk, and who asks (--as LOGIN).
#pragma once

#include <memory>
#include <string>

#include "cli/arguments.h"
#include "operations/desk.h"
#include "result/result.h"
#include "server/assembly.h"

namespace anmin::cli {

// The options every such command takes, to which it adds its own.
Grammar with_database(Grammar own);

// --database URL, else DIR/anmin.db of --data DIR (default "data").
std::string database_of(const Arguments& arguments);

// Makes the folder an SQLite database lies in; nothing to do for PostgreSQL. E-CLI-012 when it
// cannot.
Result<void> make_folder_of(const std::string& database);

// The bare store of an existing database, for looking after it. E-CLI-010 when there is none.
Result<std::unique_ptr<store::Store>> open_store(const Arguments& arguments, store::Access access);

class Workplace {
public:
    // E-CLI-010 when there is no database at that place (only demo, serve and divisions make one).
    static Result<std::unique_ptr<Workplace>> open(const Arguments& arguments);
    // Makes the database when it is not there yet.
    // `clock` (not owned) stands in for the system's when given.
    static Result<std::unique_ptr<Workplace>> create(const Arguments& arguments,
                                                     const operations::Clock* clock = nullptr);

    operations::Desk& desk() { return assembly_->desk(); }
    server::Assembly& assembly() { return *assembly_; }

    // The account that --as names, or E-CLI-011; a fresh command without an idempotency key.
    Result<operations::Caller> caller(const Arguments& arguments);
    Result<operations::Caller> caller_named(const std::string& login);

private:
    explicit Workplace(std::unique_ptr<server::Assembly> assembly)
        : assembly_(std::move(assembly)) {}
    std::unique_ptr<server::Assembly> assembly_;
};

}  // namespace anmin::cli
