#include "store/many_rows.h"

#include <span>

namespace anmin::store {
namespace {

constexpr std::size_t rows_at_once = 64;

}  // namespace

ManyRows::ManyRows(Connection& connection, std::string_view table, std::string_view columns,
                   std::size_t width, std::string_view after)
    : connection_(connection),
      head_("INSERT INTO " + std::string(table) + " (" + std::string(columns) + ") VALUES "),
      after_(after),
      width_(width) {}

std::string ManyRows::statement(std::size_t rows) const {
    std::string sql = head_;
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < width_; ++column) {
            sql += (column == 0 ? "$" : ", $") + std::to_string(++number);
        }
        sql += ")";
    }
    return after_.empty() ? sql : sql + " " + after_;
}

Result<void> ManyRows::add(std::initializer_list<Parameter> row) {
    CHECK(row.size() == width_, "a row has a value for each column");
    for (const Parameter& value : row) {
        if (const auto* text = std::get_if<std::string_view>(&value)) {
            values_.emplace_back(std::string_view(kept_.emplace_back(*text)));
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            values_.emplace_back(Bytes{kept_.emplace_back(bytes->view)});
        } else {
            values_.push_back(value);
        }
    }
    if (values_.size() < rows_at_once * width_) return {};
    if (full_.empty()) full_ = statement(rows_at_once);
    TRY(connection_.run(full_, values_, {}));
    values_.clear();
    kept_.clear();
    return {};
}

Result<void> ManyRows::finish() {
    const std::span<const Parameter> all(values_);
    if (all.empty()) return {};
    const std::string single = statement(1);
    for (std::size_t from = 0; from < all.size(); from += width_) {
        TRY(connection_.run(single, all.subspan(from, width_), {}));
    }
    values_.clear();
    kept_.clear();
    return {};
}

}  // namespace anmin::store
