// anmin: one binary for the server and every command (docs/decisions/0007-one-binary.md).

#include <algorithm>
#include <array>
#include <exception>
#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/intake.h"
#include "population_cli/population_cli.h"
#include "rules_cli/rules_cli.h"
#include "whatif_cli/whatif_cli.h"

namespace anmin::cli {
namespace {

struct Command {
    const char* name;
    const char* usage;
    const char* does;
    int (*run)(const Words&);
};

int run_help(const Words&);

int run_model(const Words& words) {
    if (words.empty() || words[0] != "check") return not_understood("model", "check MODEL.dmn…");
    return rules_cli::run_model_check({words.begin() + 1, words.end()});
}

constexpr std::array commands{
    Command{"serve", "[--data DIR | --database URL] [--address A] [--port N]", "启动服务，打印网址",
            run_serve},
    Command{"demo", "prepare [--data DIR] [--divisions DIR] [--documents FILE…]",
            "建立演示数据库（数据均为虚构）", run_demo},
    Command{"intake", "FILE… [--format json|table|xlsx|docx] [--out PATH]",
            "读取文件，列出建议任务，不写入数据库", run_intake},
    Command{"document", "list | receive FILE… | show ID", "文件：列表、收文、查看", run_document},
    Command{
        "task",
        "list | show | tree | confirm | reject | reopen | split | merge | assign | spread | sign | "
        "progress | report | verify | return | strike-off | urge | extend | answer | look-back | "
        "end | urge-late | export | book | import",
        "任务：确认、拆分、合并、交办、分解、签收、报结、核验、销号、催办、延期、回头看；分解表导出"
        "与回收",
        run_task},
    Command{"source", "list | show | of | cite | withdraw | meet | attend | instruct",
            "来源：会议、批示、传达签到；任务与来源的对应", run_source},
    Command{"morning", "", "今天等我办的：待签收、退回、超期、临期、待核验、该回头看", run_morning},
    Command{"late", "[区划]", "各地未办结和超期", run_late},
    Command{"load", "[区划] [--month M] [--rows]", "基层负担：各乡镇、村当月被要求的事项",
            run_load},
    Command{"indicator", "[区划]", "系统自己算得出的数", run_indicator},
    Command{"problem",
            "lists | list | show | figures | plan | report | accept | return | strike-off | "
            "look-back",
            "问题清单：列表、查看、方案、报整改、验收、销号、回头看", run_problem},
    Command{"table", "list | rows | export | import", "台账表：导出、导入（先预览，--apply 写入）",
            run_table},
    Command{"divisions", "import DIR --version V", "导入行政区划", run_divisions},
    Command{"account", "list | password LOGIN", "账号：列表、设置密码", run_account},
    Command{"log", "verify [--anchor SEQ:HASH] | rebuild", "校验事件日志；由日志重建各表", run_log},
    Command{"backup", "FILE", "在线备份", run_backup},
    Command{"restore", "FILE", "恢复到一个新的数据库", run_restore},
    Command{"decide", "MODEL.dmn [--decision NAME] --input FILE|-", "按 DMN 决策模型判定一例",
            rules_cli::run_decide},
    Command{"model", "check MODEL.dmn…", "检查决策模型", run_model},
    Command{"feel", "'表达式' [--context FILE]", "求一个 FEEL 表达式的值", rules_cli::run_feel},
    Command{"tck", "DIR [--csv FILE]", "运行 DMN 兼容性测试集", rules_cli::run_tck},
    Command{"population", "generate | describe | verify", "合成的人口文件：生成、描述、校验",
            population_cli::run_population},
    Command{"whatif", "--population FILE --model MODEL.dmn --as-of D --set '…' …",
            "全部人口的政策测算：改动前后的人、户、钱", whatif_cli::run_whatif},
    Command{"help", "", "显示本页", run_help},
};

int run_help(const Words&) {
    std::cout << "安民 anmin " << ANMIN_VERSION
              << "：从政策文件到任务，再到销号\n\n用法：anmin 命令 …\n\n";
    for (const Command& command : commands) {
        std::cout << "  anmin " << command.name << " " << command.usage << "\n      "
                  << command.does << "\n";
    }
    std::cout << "\n办理、维护类命令都接受 --data DIR（默认 data）或 --database URL；\n"
                 "以某个账号办理时用 --as 账号。错误信息带代码，含义见 contract/errors.yaml。\n";
    return 0;
}

int run(const Words& words) {
    if (words.empty() || words[0] == "--help" || words[0] == "-h") return run_help({});
    if (words[0] == "--version") {
        std::cout << ANMIN_VERSION << "\n";
        return 0;
    }
    const auto* found = std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
        return words[0] == command.name;
    });
    if (found == commands.end()) return not_understood(words[0], "anmin help");
    return found->run({words.begin() + 1, words.end()});
}

}  // namespace
}  // namespace anmin::cli

int main(int count, char** words) {
    // The edge of the program: what the standard library throws (out of memory) ends here with a
    // message.
    try {
        return anmin::cli::run({words + 1, words + count});
    } catch (const std::exception& exception) {
        std::cerr << "E-CLI-009 anmin：程序异常：" << exception.what()
                  << "；下一步：请连同所用命令报告此问题\n";
        return 1;
    }
}
