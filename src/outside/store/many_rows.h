// Writes many rows into one table by few statements.
#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace anmin::store {

class ManyRows {
public:
    // `columns`: "a, b, c", of which there are `width`. `after` ends each statement (ON CONFLICT
    // ...).
    ManyRows(Connection& connection, std::string_view table, std::string_view columns,
             std::size_t width, std::string_view after = {});

    // Keeps a copy of the texts; writes when enough rows are there.
    Result<void> add(std::initializer_list<Parameter> row);
    // What is left; to be called once at the end.
    Result<void> finish();

private:
    std::string statement(std::size_t rows) const;
    Result<void> write();

    Connection& connection_;
    std::string table_;
    std::string columns_;
    std::string after_;
    std::size_t width_;
    std::deque<std::string> kept_;
    std::vector<Parameter> values_;
    std::size_t bytes_ = 0;  // of texts and bytes among them
};

}  // namespace anmin::store
