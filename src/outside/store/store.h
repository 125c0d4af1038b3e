// The ports of the office on one database. Start here.
//
//   auto store = TRY(store::open({.url = "data/anmin.db", .now = ...}));
//   store->journal().commit(...)
//
// A database is an append-only, hash-chained log of events (chain.h), the tables folded from it
// (project.h) and a few kept things that are no events (migrations/0001_log.sql). `url` is the path
// of an SQLite file or postgresql://user@host/database; everything else is the same for both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "authority/account.h"
#include "calendar/date.h"
#include "directive/reminder.h"
#include "directive/task.h"
#include "directive/task_tree.h"
#include "document/document.h"
#include "journal/journal.h"
#include "measure/load.h"
#include "organisation/organisation.h"
#include "problem/problem_store.h"
#include "registers/row.h"
#include "result/result.h"
#include "source/conveyance_store.h"
#include "source/source_store.h"
#include "store/backup.h"
#include "store/database.h"
#include "store/verify.h"

namespace anmin::store {

struct Settings {
    std::string url;
    Access access = Access::write;   // Access::read: beside a running server; commits are refused
    std::size_t readers = 4;         // connections; at least one
    std::size_t queue_limit = 1024;  // writes that may wait; more are refused as busy
    std::function<calendar::Instant()> now;  // the time events are recorded with
    // Words that more tasks hold are looked for in the ledger's order, not in the index of words.
    std::int64_t few_by_words = 8'000;
};

// What /metrics shows.
struct Counts {
    std::int64_t writes = 0;   // durable works
    std::int64_t commits = 0;  // group commits
    std::int64_t refused = 0;  // because the queue was full
    std::int64_t waiting = 0;
};

class Store {
public:
    virtual ~Store() = default;

    virtual journal::Journal& journal() = 0;
    virtual document::DocumentStore& documents() = 0;
    virtual directive::DirectiveStore& tasks() = 0;
    virtual directive::TreeStore& trees() = 0;
    virtual problem::ProblemStore& problems() = 0;
    virtual source::SourceStore& sources() = 0;
    virtual source::ConveyanceStore& conveyances() = 0;
    virtual directive::ReminderStore& reminders() = 0;
    virtual measure::LoadStore& loads() = 0;
    virtual registers::RegisterStore& registers() = 0;
    virtual organisation::OrganisationStore& organisation() = 0;
    virtual authority::AccountStore& accounts() = 0;

    // Can the database be read right now? For /healthz.
    virtual Result<void> ping() = 0;
    virtual Counts counts() = 0;

    // Recomputes the whole chain. Faults are in the report, not an Error.
    virtual Result<LogReport> verify_log(const std::optional<Anchor>& anchor = std::nullopt) = 0;
    // The newest event's number and hash, to be kept elsewhere: who holds it can prove a later
    // rewriting.
    virtual Result<Anchor> anchor() = 0;
    // Empties the folded tables and folds them again, in one transaction.
    virtual Result<void> rebuild_projections() = 0;
    // A consistent copy as an SQLite file, of either engine, while everything runs; verified before
    // it gets its name. Errors: target_exists, bad_copy, cannot_open, full_disk.
    virtual Result<BackupReport> backup(const std::string& path) = 0;
};

// Creates or migrates the database when it is opened for writing.
// Errors: cannot_open, not_a_database, not_anmin, newer_version, read_only, full_disk, in_use,
// gone.
Result<std::unique_ptr<Store>> open(const Settings& settings);

// Puts the backup at `path` into `url`, which must be empty, and verifies it there. From an SQLite
// backup to PostgreSQL and back alike. Errors: target_exists, not_a_database, newer_version,
// bad_copy.
Result<BackupReport> restore(const std::string& path, const std::string& url);

}  // namespace anmin::store
