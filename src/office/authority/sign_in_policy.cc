#include "authority/sign_in_policy.h"

#include <algorithm>

namespace anmin::authority {
namespace {

// Characters of UTF-8: every byte that does not continue one.
std::int64_t length_of(const std::string& text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

// One or two characters over and over, or a run of neighbours: aaaa…, 1212…, 1234…
bool is_pattern(const std::string& text) {
    const auto repeats = [&text](std::size_t period) {
        for (std::size_t i = period; i < text.size(); ++i) {
            if (text[i] != text[i - period]) return false;
        }
        return text.size() > period;
    };
    bool runs = text.size() > 1;
    for (std::size_t i = 1; i < text.size() && runs; ++i) {
        const bool wraps = text[i - 1] == '9' && text[i] == '0';
        runs = wraps || text[i] == text[i - 1] + 1;
    }
    return repeats(1) || repeats(2) || runs;
}

Error weak(const char* code, std::string finding, std::string expectation) {
    return {Fault::invalid,
            code,
            "密码",
            std::move(finding),
            std::move(expectation),
            "换一个更难猜的密码；几个不相干的词连起来既好记又难猜"};
}

}  // namespace

Result<void> check_password(const SignInPolicy& policy, const Account& account,
                            const std::string& password) {
    const std::int64_t length = length_of(password);
    if (length < policy.password_least || length > policy.password_most) {
        return weak("E-AUTH-120", std::to_string(length) + " 个字符",
                    std::to_string(policy.password_least) + " 至 " +
                        std::to_string(policy.password_most) + " 个字符");
    }
    const std::string plain = lower(password);
    if (policy.common_passwords.contains(plain) || is_pattern(plain)) {
        return weak("E-AUTH-121", "在常见密码之列", "不在常见密码之列，也不是重复或连续的字符");
    }
    const std::string login = lower(account.login);
    if (!login.empty() && plain.find(login) != std::string::npos) {
        return weak("E-AUTH-122", "含有账号名", "不含账号名的密码");
    }
    return {};
}

std::optional<Owed> owed_by(const SignInPolicy& policy, const FoundSession& session) {
    if (session.entry == Entry::demonstration) return std::nullopt;
    if (session.has_given_password) return Owed::password;
    if (session.has_second_factor) return std::nullopt;
    const auto& asked = policy.second_factor_roles;
    const bool is_asked = std::any_of(session.actor.roles.begin(), session.actor.roles.end(),
                                      [&asked](Role role) { return asked.contains(role); });
    return is_asked ? std::optional(Owed::second_factor) : std::nullopt;
}

calendar::Instant before(calendar::Instant now, std::chrono::minutes length) {
    return {now.milliseconds - std::chrono::milliseconds(length).count()};
}

calendar::Instant after(calendar::Instant now, std::chrono::minutes length) {
    return {now.milliseconds + std::chrono::milliseconds(length).count()};
}

}  // namespace anmin::authority
