// A site whose divisions are changed: what the township is called, and the order that renames it.
#pragma once

#include <string>

#include "http/test_site.h"

namespace anmin::http {

class DivisionSite : public TestSite {
protected:
    std::string names(const std::string& query) {
        const auto reply = call("GET", "/api/v1/divisions?" + query, session("office"));
        std::string all;
        const auto read = parsed(reply);
        for (const auto& one : read.at("items").as_array()) {
            all += std::string(one.at("name").as_string()) + " ";
        }
        return all;
    }
    // Of the township inside the administrator's county.
    static std::string rename(const char* on, const char* name) {
        return std::string(R"({"kind":"rename","on":")") + on +
               R"(","basis":"杭政函〔2025〕1号","code":"330102001","name":")" + name + "\"}";
    }
};

}  // namespace anmin::http
