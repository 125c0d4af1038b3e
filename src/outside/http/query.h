// Reads query parameters; the first fault is kept and answered by the handler.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "http/refusal.h"
#include "organisation/organisation.h"

namespace anmin::http {

class Query {
public:
    explicit Query(const Request& request) : request_(request) {}

    std::string text_or(std::string_view name, std::string_view otherwise);
    std::string text(std::string_view name, std::int64_t most);  // required, not empty
    bool flag(std::string_view name);                            // true or false; false when absent
    std::optional<int> whole(std::string_view name, int most);   // 0 to most
    std::vector<std::string> all(std::string_view name);
    organisation::PageRequest page();                           // after, limit
    organisation::View view();                                  // at, known
    ident::DivisionCode division(std::string_view name);        // the nation when absent
    std::optional<calendar::Date> date(std::string_view name);  // nothing when absent
    void fault(std::string_view name, const std::string& finding, const std::string& expectation);

    const std::optional<Refusal>& refusal() const { return refusal_; }

private:
    const Request& request_;
    std::optional<Refusal> refusal_;
};

}  // namespace anmin::http
