#include "store/many_rows.h"

#include <span>

namespace anmin::store {
namespace {

constexpr std::size_t rows_of_a_statement = 64;
constexpr std::size_t rows_of_a_copy = 1024;

}  // namespace

ManyRows::ManyRows(Connection& connection, std::string_view table, std::string_view columns,
                   std::size_t width, std::string_view after)
    : connection_(connection), table_(table), columns_(columns), after_(after), width_(width) {}

std::string ManyRows::statement(std::size_t rows) const {
    std::string sql = "INSERT INTO " + table_ + " (" + columns_ + ") VALUES ";
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
    return values_.size() < rows_of_a_copy * width_ ? Result<void>() : write();
}

Result<void> ManyRows::finish() { return values_.empty() ? Result<void>() : write(); }

Result<void> ManyRows::write() {
    std::span<const Parameter> rest(values_);
    if (after_.empty() && rest.size() > width_ &&
        TRY(connection_.copy_rows(table_, columns_, width_, rest))) {
        rest = {};
    }
    // Few lengths of statements, so that each is prepared once.
    for (const std::size_t rows : {rows_of_a_statement, std::size_t{1}}) {
        const std::size_t values = rows * width_;
        const std::string sql = rest.size() < values ? "" : statement(rows);
        for (; rest.size() >= values; rest = rest.subspan(values)) {
            TRY(connection_.run(sql, rest.first(values), {}));
        }
    }
    values_.clear();
    kept_.clear();
    return {};
}

}  // namespace anmin::store
