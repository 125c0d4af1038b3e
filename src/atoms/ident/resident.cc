#include "ident/resident.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.h"

namespace anmin::ident {
namespace {

using calendar::Date;

constexpr const char* place = "公民身份号码";
constexpr const char* next_step = "对照身份证件重新录入";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Error wrong(const char* code, std::string finding, std::string expectation) {
    return {Fault::invalid, code, place, std::move(finding), std::move(expectation), next_step};
}

// The first character that must not be there, counted as the reader counts, or nothing.
std::optional<Error> stray_character(std::string_view text, std::size_t digits) {
    const std::u32string characters = text::decode(text);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const bool digit = characters[i] >= U'0' && characters[i] <= U'9';
        const bool check = i == digits && (characters[i] == U'X' || characters[i] == U'x');
        if (digit || check) continue;
        return wrong(
            "E-IDENT-002",
            "第 " + std::to_string(i + 1) + " 位是“" + text::encode({&characters[i], 1}) + "”",
            i == digits ? "数字或 X" : "半角数字");
    }
    return std::nullopt;
}

Error wrong_length(std::string_view text, const char* expectation) {
    return wrong("E-IDENT-001", "共 " + std::to_string(text::count(text)) + " 位", expectation);
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

Result<Date> birth_date(std::string_view eight, Date as_of) {
    const auto born =
        Date::of(number(eight.substr(0, 4)), number(eight.substr(4, 2)), number(eight.substr(6)));
    if (!born) {
        return wrong("E-IDENT-003", "出生日期部分不是一个日期",
                     "第 7 至 14 位为年月日（YYYYMMDD）");
    }
    // Nobody born earlier was alive when the first numbers were given out (1984).
    if (born->year() < 1800 || *born > as_of) {
        return wrong("E-IDENT-004", "出生日期早于 1800 年或晚于 " + as_of.iso(),
                     "1800 年至 " + as_of.iso() + " 之间的日期");
    }
    return *born;
}

}  // namespace

char resident_check(std::string_view seventeen_digits) {
    // SPEC: GB 11643-1999 annex A (ISO 7064, MOD 11-2).
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view checks = "10X98765432";
    CHECK(seventeen_digits.size() == weights.size() &&
              std::all_of(seventeen_digits.begin(), seventeen_digits.end(), is_digit),
          "the check character is of 17 digits");
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (seventeen_digits[i] - '0') * weights[i];
    return checks[static_cast<std::size_t>(sum % 11)];
}

Result<ResidentId> ResidentId::parse(std::string_view text, Date as_of) {
    if (const auto stray = stray_character(text, 17)) return *stray;
    if (text.size() != 18) return wrong_length(text, "18 位（老证件 15 位）");
    std::string number(text);
    if (number.back() == 'x') number.back() = 'X';
    const Date born = TRY(birth_date(text.substr(6, 8), as_of));
    const char expected = resident_check(text.substr(0, 17));
    if (number.back() != expected) {
        return wrong("E-IDENT-005", std::string("校验码（末位）是 ") + number.back(),
                     std::string("按前 17 位应为 ") + expected);
    }
    return ResidentId(std::move(number), born);
}

Result<ResidentId> ResidentId::from_15(std::string_view text, Date as_of) {
    if (const auto stray = stray_character(text, 15)) return *stray;
    if (text.size() != 15) return wrong_length(text, "15 位");
    // SPEC: GB 11643-1989: sequences 996 to 999 were kept for those who were over a hundred.
    const bool centenarian = text.substr(12) >= "996";
    const std::string seventeen =
        std::string(text.substr(0, 6)) + (centenarian ? "18" : "19") + std::string(text.substr(6));
    return parse(seventeen + resident_check(seventeen), as_of);
}

Sex ResidentId::sex() const { return (text_[16] - '0') % 2 == 1 ? Sex::male : Sex::female; }

std::string ResidentId::masked() const {
    return text_.substr(0, 6) + "********" + text_.substr(14);
}

}  // namespace anmin::ident
