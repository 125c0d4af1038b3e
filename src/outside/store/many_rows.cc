#include "store/many_rows.h"

#include <array>
#include <span>

namespace anmin::store {
namespace {

// Few lengths of statements, so that each is prepared once.
constexpr std::array<std::size_t, 3> rows_of_a_statement{512, 64, 1};
// The server stores them while the next rows are made; fewer at once cost it more statements.
constexpr std::size_t bytes_at_once = std::size_t{512} << 10;
constexpr std::size_t rows_at_once = 8192;

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
            bytes_ += text->size();
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            values_.emplace_back(Bytes{kept_.emplace_back(bytes->view)});
            bytes_ += bytes->view.size();
        } else {
            values_.push_back(value);
        }
    }
    const bool few = values_.size() < rows_at_once * width_ && bytes_ < bytes_at_once;
    return few ? Result<void>() : write();
}

Result<void> ManyRows::finish() { return values_.empty() ? Result<void>() : write(); }

Result<void> ManyRows::write() {
    std::span<const Parameter> rest(values_);
    if (rest.size() > width_ &&
        TRY(connection_.copy_rows(table_, columns_, width_, rest, after_))) {
        rest = {};
    }
    for (const std::size_t rows : rows_of_a_statement) {
        const std::size_t values = rows * width_;
        const std::string sql = rest.size() < values ? "" : statement(rows);
        for (; rest.size() >= values; rest = rest.subspan(values)) {
            TRY(connection_.run(sql, rest.first(values), {}));
        }
    }
    values_.clear();
    kept_.clear();
    bytes_ = 0;
    return {};
}

}  // namespace anmin::store
