#include "cli/task_follow.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>

#include "operations/follow_task.h"
#include "operations/split_task.h"

namespace anmin::cli {
namespace {

using operations::Desk;

constexpr std::array<std::string_view, 9> verbs{"spread", "tree",   "sign",      "progress", "urge",
                                                "extend", "answer", "look-back", "end"};

Result<std::string> file_bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return Error{Fault::missing,   "E-CLI-005",  path,
                     "打不开这个文件", "可读的文件", "检查路径和权限"};
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// "330102=600" or "p-clerk": a division when it is all figures, else a post.
operations::PartFor part_of(const std::string& word) {
    operations::PartFor part;
    const auto equals = word.find('=');
    const std::string who = word.substr(0, equals);
    if (equals != std::string::npos) part.amount = word.substr(equals + 1);
    part.division = ident::DivisionCode::parse(who);
    if (!part.division) part.post = ident::PostId{who};
    return part;
}

Result<organisation::Level> level_named(const std::string& name) {
    using organisation::Level;
    if (name == "province") return Level::province;
    if (name == "prefecture") return Level::prefecture;
    if (name == "county") return Level::county;
    if (name == "township") return Level::township;
    if (name == "village") return Level::village;
    return Error{Fault::invalid,
                 "E-CLI-004",
                 "--levels",
                 "“" + name + "”不是层级",
                 "province, prefecture, county, township, village",
                 "更正后重试"};
}

Result<operations::OpenedTask> split(Desk& desk, const operations::Caller& caller,
                                     const operations::TaskNote& note, const Arguments& arguments) {
    operations::SplitTask order;
    order.task = note.task;
    order.seen_version = note.seen_version;
    order.amount = arguments.get("amount", "");
    order.unit = arguments.get("unit", "");
    order.due = TRY(date_of(arguments));
    order.standard = arguments.get("standard", "");
    order.split_reason = arguments.get("reason", "");
    const auto listed = arguments.options.find("part");
    if (listed != arguments.options.end()) {
        for (const std::string& word : listed->second) order.parts.push_back(part_of(word));
    }
    std::string levels = arguments.get("levels", "");
    while (!levels.empty()) {
        const auto comma = levels.find(',');
        order.levels.push_back(TRY(level_named(levels.substr(0, comma))));
        levels = comma == std::string::npos ? "" : levels.substr(comma + 1);
    }
    return operations::split_task(desk, caller, order);
}

Result<bool> answer_of(const Arguments& arguments) {
    const std::string answer = arguments.get("answer", "");
    if (answer == "yes" || answer == "no") return answer == "yes";
    return Error{Fault::invalid, "E-CLI-004", "--answer", "“" + answer + "”不是答复",
                 "yes 或 no",    "更正后重试"};
}

void print_row(const directive::TreeRow& row, directive::Light light, const char* indent) {
    const auto& task = row.task;
    const auto& figures = row.figures;
    std::cout << indent << task.id.value << "  " << directive::word(light) << "  "
              << directive::word(task.state) << "  "
              << (task.owner ? task.owner->unit_name : std::string("未交办")) << "  "
              << (task.target ? directive::figure(*task.target) : std::string("未量化")) << "  叶 "
              << figures.leaves << "，自报 " << figures.reported << "，核验 " << figures.verified
              << "，销号 " << figures.struck_off << "，巩固 " << figures.held << "，缺口 "
              << figures.unowned +
                     static_cast<std::int64_t>(directive::gaps_of(task, row.below).size())
              << "\n";
}

}  // namespace

bool follows_task(const std::string& verb) {
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

Result<std::optional<calendar::Date>> date_of(const Arguments& arguments) {
    const auto word = arguments.find("due");
    if (!word) return std::optional<calendar::Date>();
    const auto date = calendar::Date::parse(*word);
    if (date) return date;
    return Error{Fault::invalid,  "E-CLI-004", "--due", "“" + *word + "”不是日期",
                 "如 2025-03-31", "更正后重试"};
}

Result<std::vector<directive::Evidence>> kept_evidence(Desk& desk, const operations::Caller& caller,
                                                       const Arguments& arguments) {
    std::vector<directive::Evidence> kept;
    const auto files = arguments.options.find("evidence");
    if (files == arguments.options.end()) return kept;
    for (const std::string& path : files->second) {
        const auto slash = path.find_last_of('/');
        const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
        kept.push_back(TRY(operations::keep_evidence(desk, caller, name, TRY(file_bytes(path)))));
    }
    return kept;
}

Result<operations::ReportTask> report_of(Desk& desk, const operations::Caller& caller,
                                         const operations::TaskNote& note,
                                         const Arguments& arguments) {
    operations::ReportTask order{
        note.task, note.seen_version, note.text, {}, arguments.get("amount", "")};
    order.evidence = TRY(kept_evidence(desk, caller, arguments));
    return order;
}

Result<operations::OpenedTask> follow_task(Desk& desk, const operations::Caller& caller,
                                           const Arguments& arguments) {
    const std::string& verb = arguments.words[0];
    operations::TaskNote note{{arguments.words[1]}, 0, arguments.get("text", "")};
    note.seen_version = TRY(operations::open_task(desk, caller.actor, note.task)).task.version;
    if (verb == "spread") return split(desk, caller, note, arguments);
    if (verb == "sign") return operations::sign_for_task(desk, caller, note);
    if (verb == "urge") return operations::urge_task(desk, caller, note);
    if (verb == "end") return operations::end_task(desk, caller, note);
    if (verb == "progress") {
        return operations::progress_task(desk, caller,
                                         TRY(report_of(desk, caller, note, arguments)));
    }
    if (verb == "extend") {
        const auto due = TRY(date_of(arguments));
        return operations::ask_extension(
            desk, caller,
            {note.task, note.seen_version, due.value_or(calendar::Date()), note.text});
    }
    const operations::AnswerTask order{note.task, note.seen_version, TRY(answer_of(arguments)),
                                       note.text};
    return verb == "answer" ? operations::answer_extension(desk, caller, order)
                            : operations::look_back_task(desk, caller, order);
}

Result<void> print_tree(Desk& desk, const operations::Caller& caller, const Arguments& arguments) {
    const auto tree =
        TRY(operations::open_tree(desk, caller.actor, {arguments.words[1]}, {"", 500}));
    print_row(tree.level.node, tree.light, "");
    for (std::size_t at = 0; at < tree.lights.size(); ++at) {
        print_row(tree.level.parts.items[at], tree.lights[at], "    ");
    }
    if (!tree.level.parts.next.empty()) std::cout << "    ……\n";
    return {};
}

}  // namespace anmin::cli
