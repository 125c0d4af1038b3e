#include "store/store.h"

#include <utility>

#include "store/backup.h"
#include "store/connections.h"
#include "store/conveyance_port.h"
#include "store/migrations.h"
#include "store/ports.h"
#include "store/postgres.h"
#include "store/project.h"
#include "store/reminder_port.h"
#include "store/source_port.h"
#include "store/sqlite.h"
#include "store/task_words.h"

namespace anmin::store {
namespace {

Result<std::unique_ptr<Connection>> connect(const std::string& url, Access access) {
    return is_postgres(url) ? open_postgres(url, access) : open_sqlite(url, access);
}

class OpenStore final : public Store {
public:
    OpenStore(std::optional<FileLock> lock, Connections connections)
        : lock_(std::move(lock)), connections_(std::move(connections)) {}

    journal::Journal& journal() override { return journal_; }
    document::DocumentStore& documents() override { return documents_; }
    directive::DirectiveStore& tasks() override { return tasks_; }
    directive::TreeStore& trees() override { return trees_; }
    problem::ProblemStore& problems() override { return problems_; }
    source::SourceStore& sources() override { return sources_; }
    source::ConveyanceStore& conveyances() override { return conveyances_; }
    directive::ReminderStore& reminders() override { return reminders_; }
    measure::LoadStore& loads() override { return loads_; }
    registers::RegisterStore& registers() override { return registers_; }
    organisation::OrganisationStore& organisation() override { return organisation_; }
    authority::AccountStore& accounts() override { return accounts_; }

    Result<void> ping() override {
        const auto reader = TRY(connections_.readers->borrow());
        TRY(read_head(*reader));
        return {};
    }

    Counts counts() override {
        if (!connections_.writer) return {};
        const auto counts = connections_.writer->counts();
        return {counts.works, counts.commits, counts.refused, counts.waiting};
    }

    Result<LogReport> verify_log(const std::optional<Anchor>& anchor) override {
        const auto reader = TRY(connections_.readers->borrow());
        return store::verify_log(*reader, anchor);
    }

    Result<Anchor> anchor() override {
        const auto reader = TRY(connections_.readers->borrow());
        const LogHead head = TRY(read_head(*reader));
        return Anchor{head.seq, hexadecimal(view(head.hash))};
    }

    Result<void> rebuild_projections() override {
        return connections_.write(
            [](Transaction& transaction) { return rebuild(transaction.connection); });
    }

    Result<BackupReport> backup(const std::string& path) override {
        const auto reader = TRY(connections_.readers->borrow());
        return write_backup(*reader, path);
    }

private:
    std::optional<FileLock> lock_;  // first: let go last
    Connections connections_;
    JournalPort journal_{connections_};
    DocumentPort documents_{connections_};
    DirectivePort tasks_{connections_};
    TreePort trees_{connections_};
    ProblemPort problems_{connections_};
    SourcePort sources_{connections_};
    ConveyancePort conveyances_{connections_};
    ReminderPort reminders_{connections_};
    LoadPort loads_{connections_};
    RegisterPort registers_{connections_};
    OrganisationPort organisation_{connections_};
    AccountPort accounts_{connections_};
};

Result<std::unique_ptr<Connection>> writing_connection(const std::string& url) {
    auto connection = TRY(connect(url, Access::write));
    TRY(migrate(*connection));
    return connection;
}

}  // namespace

Result<std::unique_ptr<Store>> open(const Settings& settings) {
    CHECK(settings.readers > 0 && settings.now, "a store has readers and a clock");
    const bool writes = settings.access == Access::write;
    std::optional<FileLock> lock;
    if (writes && !is_postgres(settings.url)) lock.emplace(TRY(FileLock::take(settings.url)));

    Connections connections;
    connections.now = settings.now;
    connections.few_by_words = settings.few_by_words;
    if (writes) {
        auto connection = TRY(writing_connection(settings.url));
        connections.writer = std::make_unique<Writer>(std::move(connection), settings.queue_limit,
                                                      settings.now, index_waiting_words);
    }
    std::vector<std::unique_ptr<Connection>> readers;
    for (std::size_t i = 0; i < settings.readers; ++i) {
        readers.push_back(TRY(connect(settings.url, Access::read)));
    }
    TRY(expect_schema(*readers.front()));
    connections.place = readers.front()->place();
    connections.readers = std::make_unique<Readers>(std::move(readers));
    return std::unique_ptr<Store>(
        std::make_unique<OpenStore>(std::move(lock), std::move(connections)));
}

Result<BackupReport> restore(const std::string& path, const std::string& url) {
    if (!is_postgres(url)) return restore_file(path, url);
    const auto connection = TRY(writing_connection(url));
    return restore_into(path, *connection);
}

}  // namespace anmin::store
