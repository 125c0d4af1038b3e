// A site with a part of a new order in the clerk's hands.
#pragma once

#include <string>

#include "http/test_site.h"

namespace anmin::http {

class PartTest : public TestSite {
protected:
    // Its path. Due on 2025-06-20, the order on 2025-06-30, nothing done with it; today is
    // 2025-03-03.
    std::string part() {
        const std::string office = session("office");
        const std::string path = "/api/v1/documents/" + seed_document() + "/decisions";
        const auto decided = post_json(path, office, R"({"confirm":[{"number":1}],"reject":[]})",
                                       {"If-Match: \"2\""});
        const std::string id = text_at(decided, "/candidates/0/task");
        post_json("/api/v1/tasks/" + id + "/spreads", office,
                  R"({"standard":"有","due":"2025-06-20","parts":[{"post":"p-clerk"}]})",
                  {"If-Match: \"1\""});
        const auto tree = call("GET", "/api/v1/tasks/" + id + "/tree", office);
        return "/api/v1/tasks/" + text_at(tree, "/parts/0/task/id");
    }
    Reply step(const std::string& path, const std::string& who, const std::string& body,
               int version) {
        return post_json(path, session(who), body,
                         {"If-Match: \"" + std::to_string(version) + "\""});
    }
};

}  // namespace anmin::http
