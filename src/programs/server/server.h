// Runs the server until it is told to end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "server/assembly.h"

namespace anmin::server {

struct ServeSettings {
    AssemblySettings assembly;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    std::size_t worker_threads = 16;
    std::filesystem::path
        web;                   // the built pages; where they are not, a page says how to build them
    bool https_only = false;   // reached through a proxy that speaks https: cookie Secure, HSTS
    bool log_requests = true;  // one line of JSON each on standard error
};

// Blocks. Prints the address when it serves; ends well on SIGTERM and SIGINT, after the answers in
// flight. The exit code: 0, or 1 with the error on standard error.
int serve(const ServeSettings& settings);

// The pages folder: the environment's ANMIN_WEB, else web/dist beside the packages folder.
std::filesystem::path web_folder();

}  // namespace anmin::server
