// One description per struct serves both ways between values and JSON text:
//
//   void describe(auto& shape, Of<document::Span> auto& span) {
//       shape.field("start", span.start);
//       shape.field("end", span.end);
//   }
//
// JsonOut writes what is described, JsonIn reads it back; so the two cannot drift apart. Only this
// room knows the names inside the log. Absent optional values are left out; unknown names are
// passed over. Texts that the projections keep also leave out what is blank (Fields::filled): a
// task of a fan-out is then two thirds as long.
#pragma once

#include <array>
#include <boost/json.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "calendar/date.h"
#include "ident/ident.h"
#include "store/failure.h"

namespace anmin::store {

template <class T, class S>
concept Of = std::same_as<std::remove_const_t<T>, S>;

template <class T>
constexpr bool is_vector = false;
template <class T>
constexpr bool is_vector<std::vector<T>> = true;
template <class T>
constexpr bool is_set = false;
template <class T>
constexpr bool is_set<std::set<T>> = true;
template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;
template <class T>
constexpr bool is_id = false;
template <class Tag>
constexpr bool is_id<ident::Id<Tag>> = true;

// Events hold every field; texts of projections those that are not blank.
enum class Fields { all, filled };

template <class T>
constexpr bool can_be_blank = std::integral<T> || std::is_enum_v<T> || is_id<T> || is_vector<T> ||
                              is_set<T> || std::same_as<T, std::string>;
// 0, no, "", an empty list, the first value of an enum.
template <class T>
bool is_blank(const T& value) {
    if constexpr (is_id<T>) {
        return value.value.empty();
    } else if constexpr (std::integral<T> || std::is_enum_v<T>) {
        return value == T{};
    } else {
        return value.empty();
    }
}

// The words of an enum: names_of(Enum{}) gives pairs; every value has one.
template <class Enum>
std::string_view word_of(Enum value) {
    for (const auto& [known, word] : names_of(Enum{})) {
        if (known == value) return word;
    }
    CHECK(false, "every value of the enum has a word");
}
template <class Enum>
std::optional<Enum> find_word(std::string_view text) {
    for (const auto& [known, word] : names_of(Enum{})) {
        if (word == text) return known;
    }
    return std::nullopt;
}

// Writes one JSON object. Afterwards `good()` tells whether all text was UTF-8.
class JsonOut {
public:
    template <class T>
    static std::optional<std::string> text_of(const T& value, Fields fields) {
        JsonOut out(fields);
        out.write(value);
        if (!out.good_) return std::nullopt;
        return std::move(out.text_);
    }

    template <class T>
    void field(std::string_view name, const T& value) {
        if constexpr (is_optional<T>) {
            if (!value) return;
        }
        if constexpr (can_be_blank<T>) {
            if (fields_ == Fields::filled && is_blank(value)) return;
        }
        if (text_.back() != '{') text_ += ',';
        text_ += '"';
        text_ += name;
        text_ += "\":";
        write(value);
    }

    // A list or text that older texts do not have; left out when it is empty.
    template <class T>
    void later_field(std::string_view name, const T& value) {
        if (!value.empty()) field(name, value);
    }
    // The same of a flag; left out when it is not set.
    void later_flag(std::string_view name, const bool& value) {
        if (value) field(name, value);
    }

private:
    explicit JsonOut(Fields fields) : fields_(fields) {}

    template <class T>
    void write(const T& value) {
        if constexpr (std::same_as<T, bool>) {
            text_ += value ? "true" : "false";
        } else if constexpr (std::integral<T>) {
            text_ += std::to_string(value);
        } else if constexpr (std::same_as<T, std::string>) {
            quote(value);
        } else if constexpr (std::is_enum_v<T>) {
            quote(word_of(value));
        } else if constexpr (is_id<T>) {
            quote(value.value);
        } else if constexpr (std::same_as<T, ident::DivisionCode>) {
            quote(value.digits());
        } else if constexpr (std::same_as<T, calendar::Date>) {
            quote(value.iso());
        } else if constexpr (is_optional<T>) {
            write(*value);
        } else if constexpr (is_vector<T> || is_set<T>) {
            text_ += '[';
            for (const auto& element : value) {
                if (text_.back() != '[') text_ += ',';
                write(element);
            }
            text_ += ']';
        } else {
            text_ += '{';
            describe(*this, value);
            text_ += '}';
        }
    }
    void quote(std::string_view text);

    Fields fields_;
    std::string text_;
    bool good_ = true;
};

// Reads one JSON object; the first thing that does not fit is kept as its path, the rest stays as
// it was.
class JsonIn {
public:
    template <class T>
    static Result<T> read(std::string_view text, Fields fields, const std::string& place) {
        boost::json::error_code bad;
        boost::json::monotonic_resource arena;
        const auto parsed = boost::json::parse(boost::json::string_view(text.data(), text.size()),
                                               bad, &arena, {.max_depth = 16});
        if (bad) return failure(Refusal::bad_body, place, bad.message());
        T value{};
        std::string problem;
        JsonIn(fields, &problem).take(parsed, value);
        if (!problem.empty()) return failure(Refusal::bad_body, place, problem);
        return value;
    }

    template <class T>
    void field(std::string_view name, T& value) {
        const auto* found =
            object_->if_contains(boost::json::string_view(name.data(), name.size()));
        if (found == nullptr) return leave_out(name, value);
        const std::string_view outer = std::exchange(name_, name);
        take(*found, value);
        name_ = outer;
    }

    // A list or text that older texts do not have.
    template <class T>
    void later_field(std::string_view name, T& value) {
        if (object_->contains(boost::json::string_view(name.data(), name.size())))
            field(name, value);
    }
    void later_flag(std::string_view name, bool& value) {
        if (object_->contains(boost::json::string_view(name.data(), name.size())))
            field(name, value);
    }

private:
    JsonIn(Fields fields, std::string* problem) : fields_(fields), problem_(problem) {}

    template <class T>
    void leave_out(std::string_view name, T& value) {
        if constexpr (is_optional<T>) return;
        if constexpr (can_be_blank<T>) {
            if (fields_ == Fields::filled) {
                value = T{};
                return;
            }
        }
        miss("没有字段 ", name);
    }

    template <class T>
    void take(const boost::json::value& from, T& value) {
        if constexpr (std::same_as<T, bool>) {
            if (const auto* found = from.if_bool())
                value = *found;
            else
                miss("不是真假值：", name_);
        } else if constexpr (std::integral<T>) {
            boost::json::error_code bad;
            const T number = from.to_number<T>(bad);
            if (bad)
                miss("不是范围内的整数：", name_);
            else
                value = number;
        } else if constexpr (is_optional<T>) {
            take(from, value.emplace());
        } else if constexpr (is_vector<T> || is_set<T>) {
            take_many(from, value);
        } else if constexpr (takes_text<T>) {
            take_text(from, value);
        } else {
            take_object(from, value);
        }
    }

    template <class T>
    static constexpr bool takes_text =
        std::same_as<T, std::string> || std::is_enum_v<T> || is_id<T> ||
        std::same_as<T, ident::DivisionCode> || std::same_as<T, calendar::Date>;

    template <class T>
    void take_text(const boost::json::value& from, T& value) {
        const auto* found = from.if_string();
        if (found == nullptr) return miss("不是文本：", name_);
        const std::string_view text(found->data(), found->size());
        if constexpr (std::same_as<T, std::string>) {
            value = text;
        } else if constexpr (is_id<T>) {
            value.value = text;
        } else if constexpr (std::is_enum_v<T>) {
            keep(find_word<T>(text), value);
        } else {
            keep(T::parse(text), value);
        }
    }

    template <class T>
    void keep(const std::optional<T>& found, T& value) {
        if (found)
            value = *found;
        else
            miss("值不认识：", name_);
    }

    template <class T>
    void take_many(const boost::json::value& from, T& value) {
        const auto* found = from.if_array();
        if (found == nullptr) return miss("不是列表：", name_);
        for (const auto& element : *found) {
            typename T::value_type one{};
            take(element, one);
            value.insert(value.end(), std::move(one));
        }
    }

    template <class T>
    void take_object(const boost::json::value& from, T& value) {
        const auto* found = from.if_object();
        if (found == nullptr) return miss("不是对象：", name_);
        const auto* outer = std::exchange(object_, found);
        describe(*this, value);
        object_ = outer;
    }

    void miss(std::string_view what, std::string_view name) {
        if (problem_->empty()) *problem_ = std::string(what) + std::string(name);
    }

    Fields fields_;
    std::string* problem_;
    const boost::json::object* object_ = nullptr;
    std::string_view name_;
};

}  // namespace anmin::store
