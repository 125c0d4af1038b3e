// anmin serve: the server, until it is told to end.

#include "cli/commands.h"
#include "cli/workplace.h"
#include "server/server.h"

namespace anmin::cli {
namespace {

constexpr const char* usage =
    "serve [--data DIR | --database URL] [--address A] [--port N] [--workers N] [--web DIR] "
    "[--https] [--quiet]";

Result<int> run_words(const Words& words) {
    const auto arguments = TRY(
        parse(words, with_database({{"address", "port", "workers", "web"}, {"https", "quiet"}})));
    if (!arguments.words.empty()) return not_understood("serve", usage);
    server::ServeSettings settings;
    settings.assembly.database = database_of(arguments);
    settings.assembly.packages = server::packages_folder();
    settings.address = arguments.get("address", settings.address);
    settings.port = static_cast<std::uint16_t>(TRY(
        whole_number("--port", arguments.get("port", std::to_string(settings.port)), 0, 65535)));
    settings.worker_threads = static_cast<std::size_t>(TRY(whole_number(
        "--workers", arguments.get("workers", std::to_string(settings.worker_threads)), 1, 256)));
    settings.web = arguments.get("web", server::web_folder().string());
    settings.https_only = arguments.has("https");
    settings.log_requests = !arguments.has("quiet");
    TRY(make_folder_of(settings.assembly.database));
    return server::serve(settings);
}

}  // namespace

int run_serve(const Words& words) {
    const auto done = run_words(words);
    return done.ok() ? done.value() : fail(done.error());
}

}  // namespace anmin::cli
