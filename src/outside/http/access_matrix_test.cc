// Every role x area x path of the interface. A leak is an answer that holds what the gate refuses;
// a hole is one that lacks what it allows. The result is docs/security/access-matrix.md.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "http/json_writer.h"
#include "http/test_access_matrix.h"

namespace anmin::http {
namespace {

using authority::Role;

struct Figures3 {
    int asked = 0;
    int allowed = 0;
    int denied = 0;
    int leaks = 0;
    int holes = 0;
};

class AccessMatrix : public MatrixSite {
protected:
    // The role's actor, all roles in the county's own unit; nothing for a visitor without session.
    authority::Actor actor_of(Role role) {
        return must(desk_->accounts.find_login("role-" + std::string(authority::name_of(role))))
            ->actor;
    }

    // By the gate itself, which authority's test holds to a table written by hand.
    static bool may(const Path& path, const authority::Actor& actor, const Area& area) {
        if (path.held == Held::nobodys) return false;
        if (path.held == Held::anywhere) return authority::ever_may(actor, path.action);
        if (path.held == Held::as_next && std::string(area.name) == "below") return false;
        return authority::may(actor, path.action, {code(area.division), {}, {}}).ok();
    }

    Probe probe_of(const Path& path, const Area& area) {
        Probe probe = path.ask(area.name, area.division);
        const std::string wanted = std::string("$digest-") + area.name;
        const auto at = probe.path.find(wanted);
        if (at != std::string::npos) {
            probe.path.replace(at, wanted.size(), vault_->digest(mark(area.name) + "的照片"));
        }
        return probe;
    }

    // Did the thing of the area come through?
    bool came_through(const Path& path, const Area& area, const Reply& reply) {
        if (path.way == Way::count && path.held == Held::by_area) {
            // The workbench counts tasks: its figure is compared as a whole below.
            return at(reply, "/tally/reported") != "nothing" &&
                   std::stoi("0" + at(reply, "/tally/reported")) > counted_before(area);
        }
        if (path.way == Way::command || path.way == Way::area_figures ||
            path.held == Held::anywhere) {
            return reply.status != 401 && reply.status != 403 && reply.status != 404 &&
                   !is_unseen(reply);
        }
        return reply.status == 200 && text_of(reply).find(mark(area.name)) != std::string::npos;
    }

    // Answers of operations that do not tell a foreign thing from a missing one, though 422.
    static bool is_unseen(const Reply& reply) {
        for (const char* one : {"E-ORG-011", "E-ORG-045", "E-AUTH-132"}) {
            if (reply.body.find(one) != std::string::npos) {
                return reply.body.find("管辖范围") != std::string::npos &&
                       reply.body.find("none") == std::string::npos;
            }
        }
        return false;
    }

    // Tasks in the areas that are counted before this one, in the order in which a view grows.
    static int counted_before(const Area& area) {
        return std::string(area.name) == "own" ? 0 : std::string(area.name) == "below" ? 1 : 2;
    }

    Figures3 run(const Path& path) {
        Figures3 figures;
        for (const Role role : authority::all_roles) {
            const auto actor = actor_of(role);
            for (const Area& area : areas) {
                // A session of its own for each question: some of them end it.
                const std::string cookie = session("role-" + std::string(authority::name_of(role)));
                const Reply reply = send(probe_of(path, area), cookie);
                const bool allowed = may(path, actor, area);
                const bool came = came_through(path, area, reply);
                ++figures.asked;
                ++(allowed ? figures.allowed : figures.denied);
                if (came && !allowed) {
                    ++figures.leaks;
                    last_ = std::string(authority::name_of(role)) + " at " + area.name + ": " +
                            std::to_string(reply.status) + " " + reply.body.substr(0, 300);
                }
                if (!came && allowed) {
                    ++figures.holes;
                    last_ = std::string(authority::name_of(role)) + " lacks " + area.name + ": " +
                            std::to_string(reply.status) + " " + reply.body.substr(0, 300);
                }
            }
        }
        return figures;
    }

    // Without a session nothing of any area comes, on any path.
    void run_visitor(const std::string& key, const Path& path) {
        if (path.way == Way::own) return;
        for (const Area& area : areas) {
            EXPECT_EQ(send(probe_of(path, area), "").status, 401) << key;
            EXPECT_EQ(send(probe_of(path, area), "invented").status, 401) << key;
        }
    }

    static std::string key_of(const Route& route) {
        return std::string(route.method) + " " + std::string(route.pattern);
    }

    std::string last_;
};

std::string row_of(const std::string& key, const Path& path, const Figures3& figures) {
    std::ostringstream row;
    row << "| `" << key << "` | " << word(path.way) << " | " << figures.asked << " | "
        << figures.allowed << " | " << figures.denied << " | " << figures.leaks << " |\n";
    return row.str();
}

const char* const head =
    "# The access matrix\n"
    "\n"
    "Written by the test of the same name (`src/outside/http/access_matrix_test.cc`) and compared "
    "by it in\n"
    "every run. Every role asks on every path of the interface for a thing in each of five areas: "
    "its own\n"
    "county, a township in it, the county next door, the prefecture above, another province. "
    "Denied means\n"
    "that the gate refuses it; a leak would be an answer that holds it all the same. Without a "
    "session all of\n"
    "them are refused. The row `own session` holds nothing of any area.\n"
    "\n"
    "| path | way | asked | allowed | denied | leaks |\n"
    "|---|---|--:|--:|--:|--:|\n";

TEST_F(AccessMatrix, EveryRouteHasItsLine) {
    for (const Route& route : all_routes()) {
        EXPECT_TRUE(paths().contains(key_of(route)))
            << key_of(route) << " has no line in access_paths_test.cc";
    }
    EXPECT_EQ(paths().size(), all_routes().size());
}

TEST_F(AccessMatrix, NoPathGivesWhatTheGateRefuses) {
    Figures3 all;
    std::string text = head;
    for (const Route& route : all_routes()) {
        const auto found = paths().find(key_of(route));
        if (found == paths().end() || route.pattern == "/changes") continue;  // a stream never ends
        const Figures3 figures = run(found->second);
        EXPECT_EQ(figures.leaks, 0) << found->first << ": " << last_;
        EXPECT_EQ(figures.holes, 0) << found->first << ": " << last_;
        run_visitor(found->first, found->second);
        text += row_of(found->first, found->second, figures);
        all.asked += figures.asked;
        all.allowed += figures.allowed;
        all.denied += figures.denied;
        all.leaks += figures.leaks;
    }
    text += "| **all** | | " + std::to_string(all.asked) + " | " + std::to_string(all.allowed) +
            " | " + std::to_string(all.denied) + " | " + std::to_string(all.leaks) + " |\n";
    RecordProperty("asked", all.asked);
    RecordProperty("denied", all.denied);
    const auto place = std::filesystem::path(ANMIN_ROOT) / "docs" / "security" / "access-matrix.md";
    if (std::getenv("ANMIN_ACCEPT") != nullptr) std::ofstream(place) << text;
    std::ifstream in(place);
    const std::string kept{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(kept, text) << "run with ANMIN_ACCEPT=1 and look at the difference";
}

// --- does the test see a gate that is missing? ---------------------------------------------------

Answer tasks_without_gate(const Call& call) {
    const auto ledger = call.desk().tasks.ledger(
        {ident::DivisionCode::nation(), organisation::Reach::subtree}, {}, {});
    if (!ledger.ok()) return ledger.error();
    JsonWriter out;
    out.begin_array();
    for (const auto& task : ledger.value().page.items) out.string(task.item.text);
    out.end_array();
    Response response;
    response.set("Content-Type", "application/json");
    response.body = std::move(out).text();
    return response;
}

Answer original_without_gate(const Call& call) {
    const auto digest = call.desk().documents.find_original({call.path_value("id")});
    if (!digest.ok()) return digest.error();
    auto bytes = call.desk().documents.find_bytes(digest.value().value_or(""));
    if (!bytes.ok()) return bytes.error();
    Response response;
    response.body = bytes.value().value_or("");
    return response;
}

Answer lock_without_gate(const Call&) {
    Response response;
    response.status = 204;
    return response;
}

TEST_F(AccessMatrix, AGateTakenFromOnePathIsALeak) {
    const std::map<std::string, Handler> without{
        {"GET /tasks", tasks_without_gate},
        {"GET /documents/{id}/original", original_without_gate},
        {"POST /accounts/{login}/lock", lock_without_gate}};
    for (const auto& [key, handler] : without) {
        std::vector<Route> routes;
        for (const Route& route : all_routes()) {
            if (key_of(route) != key) {
                routes.push_back(route);
                continue;
            }
            routes.push_back({route.method, route.pattern, Access::signed_in(), route.body,
                              route.parameters, handler});
        }
        serve(routes);
        EXPECT_GT(run(paths().at(key)).leaks, 20) << key;
        server_.reset();  // before the routes it was given
    }
}

}  // namespace
}  // namespace anmin::http
