// Reads the JSON body of a request strictly: unknown, missing and wrong fields are all reported at
// once, each with its JSON pointer.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "http/refusal.h"

namespace anmin::http {

// Lengths count Unicode characters.
struct Length {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

// One object of a body. Each getter asks for a field once; what is asked for is known, the rest is
// unknown. A field at fault gives an empty value and a finding: look at findings() before using
// anything.
class BodyObject {
public:
    using Findings = std::vector<Finding>;

    BodyObject(const boost::json::value& value, std::string pointer, Findings& findings);
    ~BodyObject();  // reports the fields nobody asked for
    BodyObject(const BodyObject&) = delete;
    BodyObject& operator=(const BodyObject&) = delete;

    std::string text(std::string_view name, Length length);
    std::string text_or_empty(std::string_view name, Length length);
    std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> find_number(std::string_view name, std::int64_t least,
                                            std::int64_t most);
    std::optional<calendar::Date> find_date(std::string_view name);
    bool has(std::string_view name);
    // What a caller finds wrong about a field itself.
    void fault(std::string_view name, std::string text);
    // Calls `take` for each element, an object.
    void list(std::string_view name, std::size_t most,
              const std::function<void(BodyObject&)>& take);
    // The same, and the field may be left out.
    void find_list(std::string_view name, std::size_t most,
                   const std::function<void(BodyObject&)>& take);
    // Calls `take` when the field is there.
    void find_object(std::string_view name, const std::function<void(BodyObject&)>& take);

private:
    const boost::json::value* find(std::string_view name);
    const boost::json::value* need(std::string_view name);
    void take_items(const boost::json::value& value, std::string_view name, std::size_t most,
                    const std::function<void(BodyObject&)>& take);
    std::string checked_text(const boost::json::value& value, std::string_view name, Length length);
    std::string pointer_of(std::string_view name) const;

    const boost::json::object* object_ = nullptr;  // nothing when the value is no object
    std::string pointer_;
    Findings& findings_;
    std::set<std::string, std::less<>> asked_;
};

// Reads `body` with `read`; a Refusal of 400 (E-HTTP-024, with line and column, or E-HTTP-025)
// otherwise.
std::optional<Refusal> read_body(std::string_view body,
                                 const std::function<void(BodyObject&)>& read);

}  // namespace anmin::http
