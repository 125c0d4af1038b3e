#include "store/copy_tables.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "store/task_words.h"

namespace anmin::store {
namespace {

// Rows of one INSERT, and bytes after which it is not made longer.
constexpr std::size_t rows_at_once = 100;
constexpr std::size_t bytes_at_once = 4'000'000;

// Collects rows and writes them by few statements.
class Batch {
public:
    Batch(Connection& to, std::string_view table) : to_(to), table_(table) {}

    Result<void> add(const Row& row) {
        if (columns_ == 0) name_columns(row);
        for (int column = 0; column < row.columns(); ++column) keep(row.value(column));
        if (++rows_ < rows_at_once && bytes_ < bytes_at_once) return {};
        return write();
    }

    Result<void> write() {
        if (rows_ == 0) return {};
        std::string sql = "INSERT INTO " + std::string(table_) + " (" + names_ + ") VALUES ";
        std::size_t number = 0;
        for (std::size_t row = 0; row < rows_; ++row) {
            sql += row == 0 ? "(" : ", (";
            for (std::size_t column = 0; column < columns_; ++column) {
                sql += (column == 0 ? "$" : ", $") + std::to_string(++number);
            }
            sql += ")";
        }
        TRY(to_.run(sql, values_, {}));
        values_.clear();
        kept_.clear();
        rows_ = bytes_ = 0;
        return {};
    }

private:
    void name_columns(const Row& row) {
        columns_ = static_cast<std::size_t>(row.columns());
        for (int column = 0; column < row.columns(); ++column) {
            names_ += (column == 0 ? "" : ", ") + std::string(row.name(column));
        }
    }

    // The row's texts are gone with the next row; the batch keeps its own.
    std::string_view kept(std::string_view text) {
        bytes_ += text.size();
        return kept_.emplace_back(text);
    }
    void keep(const Parameter& value) {
        if (const auto* text = std::get_if<std::string_view>(&value)) {
            values_.emplace_back(kept(*text));
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            values_.emplace_back(Bytes{kept(bytes->view)});
        } else {
            values_.push_back(value);
        }
    }

    Connection& to_;
    std::string_view table_;
    std::string names_;
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::size_t bytes_ = 0;
    std::vector<Parameter> values_;
    std::deque<std::string> kept_;
};

}  // namespace

Result<void> copy_tables(Connection& from, Connection& to) {
    for (auto table = all_tables.rbegin(); table != all_tables.rend(); ++table) {
        TRY(to.run("DELETE FROM " + std::string(*table)));
    }
    for (const auto table : all_tables) {
        Batch batch(to, table);
        TRY(from.run("SELECT * FROM " + std::string(table), {},
                     [&](const Row& row) { return batch.add(row); }));
        TRY(batch.write());
    }
    return index_all_words(to);
}

Result<bool> is_empty(Connection& connection) {
    for (const auto table : all_tables) {
        // The head of an empty log is a row, with number 0.
        const std::string rest = table == "log_head" ? " WHERE seq > 0 LIMIT 1" : " LIMIT 1";
        if (TRY(connection.run("SELECT 1 FROM " + std::string(table) + rest)) > 0) return false;
    }
    return true;
}

}  // namespace anmin::store
