// The unified social credit code (统一社会信用代码). SPEC: GB 32100-2015, GB 11714-1997.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "result/result.h"

namespace anmin::ident {

// One character of the registering authority (5: civil affairs), one of the kind, six digits of its
// division, nine of the organisation code with its own check character, one check character.
class CreditCode {
public:
    // 18 characters; small letters count as capitals. E-IDENT-011 length, -012 character, -013
    // check character of the organisation code, -014 check character of the whole.
    static Result<CreditCode> parse(std::string_view text);

    const std::string& text() const { return text_; }
    char authority() const { return text_[0]; }
    char kind() const { return text_[1]; }
    std::string division() const { return text_.substr(2, 6); }
    std::string organisation_code() const { return text_.substr(8, 9); }

    auto operator<=>(const CreditCode&) const = default;

private:
    explicit CreditCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// Check characters of the first 17 of a credit code, and of the first 8 of an organisation code.
// INVARIANT: the characters are of the code's alphabet (digits and capitals, for the first without
// IOZSV).
char credit_check(std::string_view seventeen);
char organisation_check(std::string_view eight);

}  // namespace anmin::ident
