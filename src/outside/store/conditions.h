// Builds the WHERE of a list: conditions with their values, in the order in which they are added.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/organisation.h"
#include "store/database.h"

namespace anmin::store {

class Conditions {
public:
    // The placeholder that stands for the value.
    std::string bind(std::string value);
    std::string bind(std::int64_t value);

    void add(const std::string& condition);
    std::string where() const { return text_; }  // " WHERE ... AND ...", or nothing
    const std::vector<Parameter>& parameters() const { return parameters_; }

private:
    std::string text_;
    std::deque<std::string> kept_;  // what the parameters borrow
    std::vector<Parameter> parameters_;
};

// Days since 1970-01-01, as rows that are counted by day hold them.
std::int64_t day_number(calendar::Date day);

// The rows whose division, in `column`, the scope covers; "1 = 0" for Reach::nothing. Codes are
// compared byte by byte: all inside 3302 lie in ["3302", "3302:").
std::string in_scope(Conditions& conditions, const organisation::Scope& scope,
                     std::string_view column);

// Rows per page: what was asked for, between 1 and 500.
std::int64_t page_limit(std::int64_t asked);

// First and second half of "first/second", the page key of lists ordered by two columns.
// Errors: bad_page_key.
struct PageKey {
    std::string first;
    std::string second;
};
Result<PageKey> page_key(const std::string& after);
// A page key, or a half of one, that is a whole number. Errors: bad_page_key.
Result<std::int64_t> page_number(const std::string& digits);

}  // namespace anmin::store
