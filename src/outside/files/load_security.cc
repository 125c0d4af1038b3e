#include <fstream>

#include "authority/roles.h"
#include "files/data_file.h"
#include "files/load.h"
#include "text/utf8.h"

namespace anmin::files {
namespace {

// A number of the file, at least one: a zero would switch a protection off without saying so.
Result<std::int64_t> number(const DataFile& file, std::string_view key) {
    const auto value = TRY(json::get_integer(file.root(), key, file.place()));
    if (value >= 1) return value;
    return Error{Fault::invalid,        "E-FILES-002", file.place() + "." + std::string(key),
                 std::to_string(value), "至少 1",      "请更正"};
}

Result<std::chrono::minutes> minutes(const DataFile& file, std::string_view key) {
    return std::chrono::minutes(TRY(number(file, key)));
}

Result<std::set<std::string>> lines_of(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) {
        return Error{Fault::missing,   "E-FILES-001",    "文件 " + path.string(),
                     "打不开这个文件", "可读的数据文件", "检查 packages 目录是否完整"};
    }
    std::set<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') lines.insert(line);
    }
    return lines;
}

Result<std::set<authority::Role>> roles_of(const DataFile& file, std::string_view key) {
    std::set<authority::Role> roles;
    for (const auto& name : TRY(json::get_strings(file.root(), key, file.place()))) {
        const auto role = authority::role_named(name);
        if (!role) {
            return Error{Fault::invalid, "E-FILES-002", file.place() + "." + std::string(key),
                         name,           "职责的名称",  "请更正"};
        }
        roles.insert(*role);
    }
    return roles;
}

}  // namespace

Result<authority::SignInPolicy> load_sign_in_policy(const std::filesystem::path& packages) {
    const auto folder = packages / "security";
    const DataFile file = TRY(DataFile::open(folder / "sign_in.json"));
    authority::SignInPolicy policy;
    policy.failures = TRY(number(file, "failures"));
    policy.failure_window = TRY(minutes(file, "failure_window_minutes"));
    policy.lock = TRY(minutes(file, "lock_minutes"));
    policy.address_attempts = TRY(number(file, "address_attempts"));
    policy.address_window = TRY(minutes(file, "address_window_minutes"));
    policy.password_least = TRY(number(file, "password_least"));
    policy.password_most = TRY(number(file, "password_most"));
    policy.session_idle = TRY(minutes(file, "session_idle_minutes"));
    policy.session_absolute = TRY(minutes(file, "session_absolute_minutes"));
    policy.recovery_codes = TRY(number(file, "recovery_codes"));
    policy.glass = TRY(minutes(file, "glass_minutes"));
    policy.given_password = TRY(minutes(file, "given_password_minutes"));
    policy.sessions = TRY(number(file, "sessions_per_account"));
    policy.second_factor_roles = TRY(roles_of(file, "second_factor_roles"));
    policy.common_passwords = TRY(lines_of(folder / "common-passwords.txt"));
    return policy;
}

Result<organisation::PlaceReadings> load_places(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "divisions" / "readings.json"));
    organisation::PlaceReadings readings;
    const json::Object* const words = TRY(json::get_object(file.root(), "readings", file.place()));
    for (const auto& entry : *words) {
        const std::string word(entry.key());
        if (!entry.value().is_string()) {
            return Error{Fault::invalid, "E-FILES-002", file.place() + ".readings." + word,
                         "不是文本",     "拼音首字母",  "请更正"};
        }
        readings.words[text::decode(word)] = std::string(entry.value().get_string());
    }
    return readings;
}

}  // namespace anmin::files
