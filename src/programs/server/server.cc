#include "server/server.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <pthread.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "files/demo.h"
#include "http/log_writer.h"
#include "http/site.h"

namespace anmin::server {
namespace {

namespace fs = std::filesystem;

// The signals that end the server; from now on only wait_for_end() takes them.
sigset_t block_endings() {
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    // Before the first thread starts: threads inherit what is blocked.
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return endings;
}

void wait_for_end(const sigset_t& endings) {
    int taken = 0;
    while (sigwait(&endings, &taken) != 0) {
    }
}

Result<http::StaticFiles> load_pages(const fs::path& folder) {
    std::error_code ignored;
    if (folder.empty() || !fs::exists(folder / "index.html", ignored)) return http::StaticFiles();
    return http::StaticFiles::load(folder);
}

// The role switcher's stories; none when this is no demonstration.
Result<std::vector<http::DemoStory>> load_stories(Assembly& assembly, const fs::path& packages) {
    std::vector<http::DemoStory> stories;
    if (!TRY(assembly.desk().accounts.is_demo())) return stories;
    const auto office = TRY(files::load_demo(packages));
    for (const auto& account : office.accounts) {
        stories.push_back({account.login, account.story_zh, account.story_en});
    }
    return stories;
}

Result<http::LogVerification> verified(store::Store& store) {
    const auto report = TRY(store.verify_log());
    http::LogVerification found{report.ok(), report.events, report.hash, {}};
    for (const auto& fault : report.faults) found.findings.push_back(fault.text);
    return found;
}

void add_figures(http::Figures& figures, store::Store& store, const http::Server& server) {
    using Kind = http::Figures::Kind;
    const auto whole = [](auto number) { return static_cast<std::int64_t>(number); };
    figures.add("anmin_http_connections", "Open connections.", Kind::gauge,
                [&server, whole] { return whole(server.figures().connections); });
    figures.add("anmin_http_followers", "Open streams of changes.", Kind::gauge,
                [&server, whole] { return whole(server.figures().followers); });
    figures.add("anmin_http_queue", "Requests that wait for a worker.", Kind::gauge,
                [&server, whole] { return whole(server.figures().queued); });
    figures.add("anmin_http_body_bytes", "Memory of the bodies being received or worked on.",
                Kind::gauge, [&server, whole] { return whole(server.figures().body_bytes); });
    figures.add("anmin_store_queue", "Writes that wait for the database.", Kind::gauge,
                [&store] { return store.counts().waiting; });
    figures.add("anmin_store_writes_total", "Durable writes.", Kind::counter,
                [&store] { return store.counts().writes; });
    figures.add("anmin_store_commits_total", "Commits; each carries one write or more.",
                Kind::counter, [&store] { return store.counts().commits; });
    figures.add("anmin_store_refused_total", "Writes refused because the queue was full.",
                Kind::counter, [&store] { return store.counts().refused; });
}

// http://127.0.0.1:8080/ — what a browser on this machine can open.
std::string url_of(const std::string& address, std::uint16_t port) {
    std::string host = address == "0.0.0.0" || address == "::" ? "127.0.0.1" : address;
    if (host.find(':') != std::string::npos) host = "[" + host + "]";
    return "http://" + host + ":" + std::to_string(port) + "/";
}

Result<void> run(const ServeSettings& settings, const sigset_t& endings) {
    const auto assembly = TRY(Assembly::open(settings.assembly));
    store::Store& store = assembly->store();
    http::Changes changes;
    http::AnnouncingJournal journal(store.journal(), changes);
    operations::Desk desk = assembly->desk_on(journal);
    http::Service service{.desk = desk, .changes = changes, .secure_cookie = settings.https_only};
    service.stories = TRY(load_stories(*assembly, settings.assembly.packages));
    service.verify_log = [&store] { return verified(store); };
    service.ping = [&store] { return store.ping(); };

    http::LogWriter log(STDERR_FILENO);
    http::Figures figures;
    std::function<void(std::string_view)> log_line;
    if (settings.log_requests) log_line = [&log](std::string_view line) { log.write(line); };
    http::Site site(std::move(service), TRY(load_pages(settings.web)), figures,
                    std::move(log_line));

    http::ServerSettings listening;
    listening.address = settings.address;
    listening.port = settings.port;
    listening.worker_threads = settings.worker_threads;
    listening.standing_headers = http::security_headers(
        settings.https_only ? http::Transport::secure : http::Transport::plain);
    const auto server = TRY(http::Server::start(listening, site, changes));
    add_figures(figures, store, *server);
    std::cout << "安民已启动 / Anmin is serving: " << url_of(settings.address, server->port())
              << std::endl;
    wait_for_end(endings);
    server->stop();
    std::cout << "已停止 / stopped" << std::endl;
    return {};
}

}  // namespace

int serve(const ServeSettings& settings) {
    const sigset_t endings = block_endings();
    const auto ended = run(settings, endings);
    if (ended.ok()) return 0;
    std::cerr << ended.error() << "\n";
    return 1;
}

fs::path web_folder() {
    if (const char* named = std::getenv("ANMIN_WEB")) return named;
    return packages_folder().parent_path() / "web" / "dist";
}

}  // namespace anmin::server
