// anmin log, backup, restore: keeping the records, and proving that they are whole.

#include <iostream>

#include "cli/commands.h"
#include "cli/workplace.h"

namespace anmin::cli {
namespace {

constexpr const char* usage = "verify [--anchor '序号 哈希'] | anchor | rebuild";

Result<int> verify(store::Store& store, const Arguments& arguments) {
    std::optional<store::Anchor> anchor;
    if (const auto text = arguments.find("anchor")) {
        anchor = store::Anchor::parse(*text);
        if (!anchor) {
            return Error{Fault::invalid,
                         "E-CLI-020",
                         "--anchor",
                         "“" + *text + "”不是锚点",
                         "anmin log anchor 打印的一行",
                         "照抄整行，加引号"};
        }
    }
    const auto report = TRY(store.verify_log(anchor));
    for (const auto& fault : report.faults) {
        std::cout << "第 " << fault.seq << " 号事件  " << fault.stream << "  " << fault.text
                  << "\n";
    }
    std::cout << (report.ok() ? "日志完整"
                              : "日志有 " + std::to_string(report.faults.size()) + " 处问题")
              << "：" << report.events << " 个事件，" << report.streams << " 条流，末尾 "
              << report.head << " " << report.hash << "\n";
    return report.ok() ? 0 : 1;
}

Result<int> run_words(const Words& words) {
    const auto arguments = TRY(parse(words, with_database({{"anchor"}, {}})));
    const std::string verb = arguments.words.size() == 1 ? arguments.words[0] : "";
    if (verb != "verify" && verb != "anchor" && verb != "rebuild")
        return not_understood("log", usage);
    const auto store =
        TRY(open_store(arguments, verb == "rebuild" ? store::Access::write : store::Access::read));
    if (verb == "verify") return verify(*store, arguments);
    if (verb == "anchor") {
        std::cout << TRY(store->anchor()).text() << "\n";
    } else {
        TRY(store->rebuild_projections());
        std::cout << "已由事件日志重建各表\n";
    }
    return 0;
}

Result<int> backup_words(const Words& words) {
    const auto arguments = TRY(parse(words, with_database({})));
    if (arguments.words.size() != 1) return not_understood("backup", "文件");
    const auto store = TRY(open_store(arguments, store::Access::read));
    const auto report = TRY(store->backup(arguments.words[0]));
    std::cout << "已备份到 " << arguments.words[0] << "：" << report.log.events << " 个事件，"
              << report.bytes << " 字节，日志完整\n";
    return 0;
}

Result<int> restore_words(const Words& words) {
    const auto arguments = TRY(parse(words, with_database({})));
    if (arguments.words.size() != 1) return not_understood("restore", "文件");
    TRY(make_folder_of(database_of(arguments)));
    const auto report = TRY(store::restore(arguments.words[0], database_of(arguments)));
    std::cout << "已恢复到 " << database_of(arguments) << "：" << report.log.events
              << " 个事件，日志完整\n";
    return 0;
}

int ended(const Result<int>& done) { return done.ok() ? done.value() : fail(done.error()); }

}  // namespace

int run_log(const Words& words) { return ended(run_words(words)); }
int run_backup(const Words& words) { return ended(backup_words(words)); }
int run_restore(const Words& words) { return ended(restore_words(words)); }

}  // namespace anmin::cli
