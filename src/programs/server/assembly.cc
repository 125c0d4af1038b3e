#include "server/assembly.h"

#include <chrono>
#include <cstdlib>
#include <utility>

#include "files/load.h"
#include "store/ulid.h"
#include "vault/sodium_vault.h"

namespace anmin::server {
namespace {

class SystemClock final : public operations::Clock {
public:
    calendar::Instant now() const override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }
};

const SystemClock& the_system_clock() {
    static const SystemClock clock;
    return clock;
}

// The key of sealed fields: named, else beside an SQLite file (never inside it), else in the
// working folder.
std::filesystem::path key_file_of(const AssemblySettings& settings) {
    if (const char* named = std::getenv("ANMIN_KEY_FILE")) return named;
    const bool is_file = settings.database.find("://") == std::string::npos;
    return is_file ? settings.database + ".key" : std::string("anmin.key");
}

}  // namespace

struct Assembly::Parts {
    explicit Parts(const operations::Clock& given) : clock(given) {}

    const operations::Clock& clock;
    operations::Policies policies;
    std::unique_ptr<authority::Vault> vault;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::UlidSource> ids;
    operations::Attempts attempts;
    std::optional<operations::Desk> desk;
};

Assembly::Assembly(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Assembly::~Assembly() = default;

Result<std::unique_ptr<Assembly>> Assembly::open(const AssemblySettings& settings) {
    const operations::Clock& clock = settings.clock ? *settings.clock : the_system_clock();
    auto parts = std::unique_ptr<Parts>(new Parts(clock));
    parts->policies.reading = TRY(files::load_lexicon(settings.packages));
    parts->policies.proposing = TRY(files::load_frames(settings.packages));
    parts->policies.lights = TRY(files::load_light_rule(settings.packages));
    parts->policies.look_back = TRY(files::load_look_back_rule(settings.packages));
    parts->policies.stages = TRY(files::load_stage_schemes(settings.packages));
    parts->policies.problems = TRY(files::load_problem_rules(settings.packages));
    parts->policies.conveying = TRY(files::load_convey_rule(settings.packages));
    parts->policies.figures = TRY(files::load_saved_queries(settings.packages));
    parts->policies.wording = TRY(files::load_wording(settings.packages));
    parts->policies.indicators = TRY(files::load_indicators(settings.packages));
    parts->policies.load = TRY(files::load_load_limits(settings.packages));
    parts->policies.tables = TRY(files::load_tables(settings.packages));
    parts->policies.places = TRY(files::load_places(settings.packages));
    parts->policies.sign_in = TRY(files::load_sign_in_policy(settings.packages));
    parts->vault = TRY(vault::open_vault(key_file_of(settings)));
    const auto now = [&clock] { return clock.now(); };
    parts->store = TRY(store::open(
        {settings.database, settings.access, settings.readers, settings.queue_limit, now}));
    parts->ids = std::make_unique<store::UlidSource>(now);
    auto assembly = std::unique_ptr<Assembly>(new Assembly(std::move(parts)));
    assembly->parts_->desk.emplace(assembly->desk_on(assembly->store().journal()));
    return assembly;
}

operations::Desk& Assembly::desk() { return *parts_->desk; }

operations::Desk Assembly::desk_on(journal::Journal& journal) {
    store::Store& store = *parts_->store;
    return {parts_->clock,     *parts_->ids,         parts_->policies,  journal,
            store.documents(), store.tasks(),        store.trees(),     store.problems(),
            store.sources(),   store.conveyances(),  store.reminders(), store.loads(),
            store.registers(), store.organisation(), store.accounts(),  *parts_->vault,
            parts_->attempts};
}

store::Store& Assembly::store() { return *parts_->store; }

const operations::Policies& Assembly::policies() const { return parts_->policies; }

std::filesystem::path packages_folder() {
    if (const char* named = std::getenv("ANMIN_PACKAGES")) return named;
    std::error_code fault;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", fault).parent_path();
    while (!fault && !folder.empty()) {
        if (std::filesystem::is_directory(folder / "packages" / "intake", fault)) {
            return folder / "packages";
        }
        if (folder == folder.parent_path()) break;
        folder = folder.parent_path();
    }
    return "packages";
}

}  // namespace anmin::server
