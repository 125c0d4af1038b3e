#include "store/conditions.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace anmin::store {

std::string Conditions::bind(std::string value) {
    kept_.push_back(std::move(value));
    parameters_.emplace_back(std::string_view(kept_.back()));
    return "$" + std::to_string(parameters_.size());
}

std::string Conditions::bind(std::int64_t value) {
    parameters_.emplace_back(value);
    return "$" + std::to_string(parameters_.size());
}

void Conditions::add(const std::string& condition) {
    text_ += (text_.empty() ? " WHERE (" : " AND (") + condition + ")";
}

std::int64_t day_number(calendar::Date day) { return day.days().time_since_epoch().count(); }

std::string in_scope(Conditions& conditions, const organisation::Scope& scope,
                     std::string_view column) {
    using organisation::Reach;
    if (scope.reach == Reach::nothing) return "1 = 0";
    if (scope.root.is_nation()) return "1 = 1";
    const std::string name(column);
    const std::string& root = scope.root.digits();
    std::string condition = "(" + name + " >= " + conditions.bind(root) + " AND " + name + " < " +
                            conditions.bind(root + ":") + ")";
    for (const auto& former : scope.former) {
        condition += " OR (" + name + " >= " + conditions.bind(former.digits()) + " AND " + name +
                     " < " + conditions.bind(former.digits() + ":") + ")";
    }
    if (scope.reach == Reach::subtree) return condition;
    condition += " OR " + name + " IN (";
    for (auto up = scope.root.parent(); up; up = up->parent()) {
        condition += conditions.bind(up->digits()) + (up->is_nation() ? ")" : ", ");
    }
    return condition;
}

std::int64_t page_limit(std::int64_t asked) { return std::clamp<std::int64_t>(asked, 1, 500); }

Result<PageKey> page_key(const std::string& after) {
    const auto slash = after.find('/');
    if (slash == std::string::npos || slash == 0 || slash + 1 == after.size()) {
        return failure(Refusal::bad_page_key, "after");
    }
    return PageKey{after.substr(0, slash), after.substr(slash + 1)};
}

Result<std::int64_t> page_number(const std::string& digits) {
    std::int64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, bad] = std::from_chars(digits.data(), end, number);
    if (bad != std::errc() || stopped != end) return failure(Refusal::bad_page_key, "after");
    return number;
}

}  // namespace anmin::store
