#include "cli/workplace.h"

#include <chrono>
#include <filesystem>
#include <utility>

namespace anmin::cli {
namespace {

bool is_postgres(const std::string& database) {
    return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

Result<void> must_exist(const std::string& database) {
    if (is_postgres(database) || std::filesystem::exists(database)) return {};
    return Error{Fault::missing,   "E-CLI-010",
                 database,         "这里没有数据库",
                 "已建立的数据库", "先运行 anmin demo prepare，或用 --data 指明数据目录"};
}

}  // namespace

Grammar with_database(Grammar own) {
    own.options.insert({"data", "database", "as"});
    return own;
}

std::string database_of(const Arguments& arguments) {
    if (const auto url = arguments.find("database")) return *url;
    return (std::filesystem::path(arguments.get("data", "data")) / "anmin.db").string();
}

Result<void> make_folder_of(const std::string& database) {
    if (is_postgres(database)) return {};
    std::error_code fault;
    std::filesystem::create_directories(std::filesystem::absolute(database).parent_path(), fault);
    if (!fault) return {};
    return Error{Fault::unavailable, "E-CLI-012",
                 database,           "不能建立数据目录：" + fault.message(),
                 "可写的目录",       "检查路径和权限，或改用 --data"};
}

Result<std::unique_ptr<store::Store>> open_store(const Arguments& arguments, store::Access access) {
    TRY(must_exist(database_of(arguments)));
    const auto now = [] {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return calendar::Instant{
            std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    };
    return store::open({database_of(arguments), access, 1, 16, now});
}

Result<std::unique_ptr<Workplace>> Workplace::create(const Arguments& arguments,
                                                     const operations::Clock* clock) {
    server::AssemblySettings settings;
    settings.database = database_of(arguments);
    settings.packages = server::packages_folder();
    settings.clock = clock;
    TRY(make_folder_of(settings.database));
    return std::unique_ptr<Workplace>(new Workplace(TRY(server::Assembly::open(settings))));
}

Result<std::unique_ptr<Workplace>> Workplace::open(const Arguments& arguments) {
    TRY(must_exist(database_of(arguments)));
    return create(arguments);
}

Result<operations::Caller> Workplace::caller_named(const std::string& login) {
    const auto account = TRY(desk().accounts.find_login(login));
    if (!account) {
        return Error{Fault::missing, "E-CLI-011",    "--as " + login,
                     "没有这个账号", "已开通的账号", "用 anmin account list 查看账号"};
    }
    return operations::Caller{account->actor, "", ""};
}

Result<operations::Caller> Workplace::caller(const Arguments& arguments) {
    const auto login = arguments.find("as");
    if (!login) {
        return Error{Fault::unidentified,      "E-CLI-011", "--as",
                     "没有说明以哪个账号办理", "--as 账号", "用 anmin account list 查看账号"};
    }
    return caller_named(*login);
}

}  // namespace anmin::cli
