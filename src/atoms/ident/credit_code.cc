#include "ident/credit_code.h"

#include <array>
#include <optional>

#include "text/utf8.h"

namespace anmin::ident {
namespace {

// SPEC: GB 32100-2015 table 2: no I, O, Z, S, V.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::string_view digits = "0123456789";

Error wrong(const char* code, std::string finding, std::string expectation) {
    return {Fault::invalid,         code,
            "统一社会信用代码",     std::move(finding),
            std::move(expectation), "对照登记证书重新录入"};
}

std::string capitals(std::string_view text) {
    std::string all(text);
    for (char& c : all) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return all;
}

std::optional<Error> stray_character(std::string_view text) {
    const std::u32string characters = text::decode(text);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const std::string_view allowed = i >= 2 && i < 8 ? digits : alphabet;
        const char32_t c = characters[i];
        if (c < 0x80 && allowed.find(static_cast<char>(c)) != std::string_view::npos) continue;
        return wrong("E-IDENT-012",
                     "第 " + std::to_string(i + 1) + " 位是“" + text::encode({&c, 1}) + "”",
                     allowed == digits ? "第 3 至 8 位为数字（登记机关区划）"
                                       : "数字或大写字母，不用 I、O、Z、S、V");
    }
    return std::nullopt;
}

}  // namespace

char credit_check(std::string_view seventeen) {
    CHECK(seventeen.size() == 17, "the check character is of 17 characters");
    // SPEC: GB 32100-2015: weight 3^(i-1) mod 31; check = 31 - sum mod 31, and 31 is 0.
    std::size_t weight = 1;
    std::size_t sum = 0;
    for (const char c : seventeen) {
        const std::size_t value = alphabet.find(c);
        CHECK(value != std::string_view::npos, "a credit code's character");
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return alphabet[(31 - sum % 31) % 31];
}

char organisation_check(std::string_view eight) {
    CHECK(eight.size() == 8, "the check character is of 8 characters");
    // SPEC: GB 11714-1997: letters count from A = 10; check = 11 - sum mod 11, 10 is X and 11 is 0.
    constexpr std::array<int, 8> weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const char c = eight[i];
        CHECK((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'), "an organisation code's character");
        sum += (c <= '9' ? c - '0' : c - 'A' + 10) * weights[i];
    }
    const int check = 11 - sum % 11;
    if (check == 10) return 'X';
    return check == 11 ? '0' : static_cast<char>('0' + check);
}

Result<CreditCode> CreditCode::parse(std::string_view text) {
    std::string code = capitals(text);
    if (const auto stray = stray_character(code)) return *stray;
    if (code.size() != 18) {
        return wrong("E-IDENT-011", "共 " + std::to_string(code.size()) + " 位", "18 位");
    }
    // The nearer check first: it says in which half the slip is.
    const char organisation = organisation_check(std::string_view(code).substr(8, 8));
    if (code[16] != organisation) {
        return wrong("E-IDENT-013", std::string("组织机构代码的校验码（第 17 位）是 ") + code[16],
                     std::string("按第 9 至 16 位应为 ") + organisation);
    }
    const char check = credit_check(std::string_view(code).substr(0, 17));
    if (code[17] != check) {
        return wrong("E-IDENT-014", std::string("校验码（末位）是 ") + code[17],
                     std::string("按前 17 位应为 ") + check);
    }
    return CreditCode(std::move(code));
}

}  // namespace anmin::ident
