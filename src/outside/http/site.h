// All that is served under one address: the interface, the pages, /healthz and /metrics.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "http/figures.h"
#include "http/router.h"
#include "http/server.h"
#include "http/static_files.h"

namespace anmin::http {

class Site final : public Application {
public:
    // `log` takes one line for each request, on I/O threads; it may be empty.
    Site(Service service, StaticFiles files, Figures& figures,
         std::function<void(std::string_view)> log, std::span<const Route> routes = all_routes());

    Admission admit(const Request& head) override;
    Response answer(const Request& request) override;
    void finished(const Exchange& exchange) override;

private:
    Response api_answer(const Router::Match& match, const Request& request) const;
    Response health(const Request& request) const;

    const Service service_;
    const StaticFiles files_;
    Figures& figures_;
    const Router router_;
    const std::function<void(std::string_view)> log_;
};

// For ServerSettings::standing_headers. `secure`: the site is reached through https only.
enum class Transport { plain, secure };
std::vector<Header> security_headers(Transport transport);

}  // namespace anmin::http
