#include "frame/builder.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "frame/validity.h"

namespace anmin::frame {

ColumnBuilder::ColumnBuilder(std::string name, std::string label, Type type,
                             const Dictionary* dictionary) {
    CHECK((type.meaning == Meaning::text) == (dictionary != nullptr),
          "texts, and only they, have a dictionary");
    described_.name = std::move(name);
    described_.label = std::move(label);
    described_.type = type;
    described_.dictionary = dictionary;
}

template <class T>
void ColumnBuilder::push(std::int64_t value) {
    const T narrow = static_cast<T>(value);
    CHECK(narrow == value, "the value fits the width of the column");
    const std::size_t at = values_.size();
    values_.resize(at + sizeof(T));
    std::memcpy(values_.data() + at, &narrow, sizeof(T));
}

void ColumnBuilder::append(std::int64_t value) {
    switch (described_.type.width) {
        case Width::one: push<std::int8_t>(value); break;
        case Width::two: push<std::int16_t>(value); break;
        case Width::four: push<std::int32_t>(value); break;
        case Width::eight: push<std::int64_t>(value); break;
    }
    if (described_.type.nullable) {
        validity_.resize(words_for(rows_ + 1));
        set_valid(validity_.data(), rows_);
    }
    ++rows_;
    range_.least = range_.any ? std::min(range_.least, value) : value;
    range_.most = range_.any ? std::max(range_.most, value) : value;
    range_.any = true;
}

void ColumnBuilder::append_null() {
    CHECK(described_.type.nullable, "only a nullable column has rows without a value");
    values_.resize(values_.size() + bytes_of(described_.type.width));
    ++rows_;
    validity_.resize(words_for(rows_));
    ++range_.nulls;
}

bool ColumnBuilder::fits(std::int64_t value) const {
    return width_for(value, value) <= described_.type.width;
}

void ColumnBuilder::clear() {
    rows_ = 0;
    values_.clear();
    validity_.clear();
    range_ = {};
}

Column ColumnBuilder::column() const {
    Column lent = described_;
    lent.rows = rows_;
    lent.values = values_.data();
    lent.validity = described_.type.nullable ? validity_.data() : nullptr;
    lent.range = range_;
    return lent;
}

}  // namespace anmin::frame
