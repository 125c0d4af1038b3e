// anmin demo prepare: a database to look at. Everything in it but the division codes and the texts
// is invented; the database is marked as a demonstration, and every page says so.

#include "files/demo.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/commands.h"
#include "cli/demo_problems.h"
#include "cli/demo_registers.h"
#include "cli/demo_sources.h"
#include "cli/import.h"
#include "cli/workplace.h"
#include "files/demo_staff.h"
#include "operations/confirm_tasks.h"
#include "operations/found_office.h"
#include "operations/move_task.h"
#include "operations/receive_document.h"

namespace anmin::cli {
namespace {

namespace fs = std::filesystem;
using calendar::Instant;

constexpr const char* usage = "prepare [--data DIR] [--divisions DIR] [--documents 文件或目录 …]";
constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

// A clock that the story moves: the demonstration has a past of some weeks.
class StoryClock final : public operations::Clock {
public:
    StoryClock() {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        today_ = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    }
    Instant now() const override { return {today_ + shift_}; }
    calendar::Date today() const { return Instant{today_}.date_in_china(); }
    void days_ago(int days) { shift_ = -days * day; }

private:
    std::int64_t today_ = 0;
    std::int64_t shift_ = 0;
};

// How far a demonstrated task has come, and when it is due, in days from today.
struct Story {
    int due_in_days;
    directive::TaskState reaches;
};

// One of each light and each state, so that every page shows something at first sight.
constexpr Story stories[] = {
    {-6, directive::TaskState::assigned},    {2, directive::TaskState::assigned},
    {25, directive::TaskState::assigned},    {9, directive::TaskState::reported},
    {-2, directive::TaskState::reported},    {14, directive::TaskState::verified},
    {-10, directive::TaskState::struck_off}, {40, directive::TaskState::confirmed},
};

Result<std::string> bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (in) return std::string(std::istreambuf_iterator<char>(in), {});
    return Error{Fault::missing,   "E-CLI-005",  path.string(),
                 "打不开这个文件", "可读的文件", "检查路径和权限"};
}

// The files named, folders opened up, in order of name.
std::vector<fs::path> files_of(const std::vector<std::string>& given) {
    std::vector<fs::path> files;
    for (const std::string& one : given) {
        if (!fs::is_directory(one)) {
            files.emplace_back(one);
            continue;
        }
        std::vector<fs::path> inside;
        for (const auto& entry : fs::directory_iterator(one)) {
            if (entry.is_regular_file()) inside.push_back(entry.path());
        }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

class Demonstration {
public:
    Demonstration(Workplace& place, StoryClock& clock) : place_(place), clock_(clock) {}

    Result<void> found(const files::DemoOffice& office) {
        operations::FoundOffice order{office.units, office.posts, {}};
        for (const auto& account : office.accounts) {
            order.accounts.push_back(
                {account.login, account.name, account.post, account.roles, ""});
        }
        TRY(operations::found_office(place_.desk(), order));
        return place_.desk().accounts.mark_demo();
    }

    // The many offices around those that are told of: nobody signs in for them.
    Result<void> staff(const files::DemoStaff& plan, const files::DemoOffice& told) {
        using organisation::Level;
        auto& organisation = place_.desk().organisation;
        auto rows = TRY(organisation.inside(plan.province, {Level::prefecture, Level::county}));
        auto deep = TRY(organisation.inside(plan.prefecture, {Level::township, Level::village}));
        std::move(deep.begin(), deep.end(), std::back_inserter(rows));
        auto made = files::make_offices(plan, rows, told.units);
        std::cout << "  演示单位 " << made.units.size() << " 个，岗位 " << made.posts.size()
                  << " 个\n";
        return operations::found_office(place_.desk(),
                                        {std::move(made.units), std::move(made.posts), {}});
    }

    Result<ident::DocumentId> receive(const fs::path& path) {
        const auto office = TRY(place_.caller_named("county-office"));
        const auto received = TRY(operations::receive_document(
            place_.desk(), office, {path.filename().string(), TRY(bytes_of(path))}));
        std::cout << "  收文 " << path.filename().string() << "：" << received.summary.title
                  << "，建议任务 " << received.summary.proposed << " 条\n";
        return received.summary.id;
    }

    // Confirms the first proposals of the document and lets each live its story.
    Result<void> tell(const ident::DocumentId& document) {
        clock_.days_ago(30);
        const auto office = TRY(place_.caller_named("county-office"));
        auto opened = TRY(operations::open_document(place_.desk(), office.actor, document));
        operations::ConfirmTasks order{document, opened.version, {}, {}};
        const std::size_t count = std::min(std::size(stories), opened.candidates.size());
        for (std::size_t i = 0; i < count; ++i) {
            order.confirm.push_back({opened.candidates[i].candidate.number,
                                     {},
                                     clock_.today().plus_days(stories[i].due_in_days)});
        }
        if (count == 0) return {};
        opened = TRY(operations::confirm_tasks(place_.desk(), office, order));
        std::vector<ident::TaskId> tasks;
        for (std::size_t i = 0; i < count; ++i) tasks.push_back(*opened.candidates[i].task);
        // Day by day, so that the log's times only go forward.
        TRY(on_day(28, tasks, directive::TaskState::assigned));
        TRY(on_day(5, tasks, directive::TaskState::reported));
        TRY(on_day(3, tasks, directive::TaskState::verified));
        TRY(on_day(1, tasks, directive::TaskState::struck_off));
        return ask_more(tasks);
    }

private:
    // Today the office asks for a form with a task, so that the load meter shows this month.
    Result<void> ask_more(const std::vector<ident::TaskId>& tasks) {
        constexpr std::size_t chosen = 2;  // due in some weeks, still in hand
        if (tasks.size() <= chosen) return {};
        clock_.days_ago(0);
        const auto clerk = TRY(place_.caller_named("township-clerk"));
        operations::AssignTask order{tasks[chosen], 2, clerk.actor.post, {}, "补充报送要求", {}};
        order.asks = {{directive::AskKind::form, "救助模式拓展情况表（演示）"}};
        TRY(operations::assign_task(place_.desk(), TRY(place_.caller_named("county-office")),
                                    order));
        return {};
    }

    // Takes every task whose story reaches that far into `state`.
    Result<void> on_day(int days_ago, const std::vector<ident::TaskId>& tasks,
                        directive::TaskState state) {
        clock_.days_ago(days_ago);
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            if (stories[i].reaches >= state) TRY(step_into(state, tasks[i]));
        }
        return {};
    }

    Result<void> step_into(directive::TaskState state, const ident::TaskId& task) {
        operations::Desk& desk = place_.desk();
        const auto office = TRY(place_.caller_named("county-office"));
        const auto clerk = TRY(place_.caller_named("township-clerk"));
        switch (state) {
            case directive::TaskState::confirmed: break;
            case directive::TaskState::assigned:
                TRY(operations::assign_task(desk, office,
                                            {task, 1, clerk.actor.post, {}, "请按时办理"}));
                break;
            case directive::TaskState::reported: {
                const auto proof = TRY(operations::keep_evidence(
                    desk, clerk, "办理情况说明（演示）.txt",
                    "演示数据：办理情况说明，内容为虚构。任务 " + task.value + "\n"));
                TRY(operations::report_task(
                    desk, clerk, {task, 2, "已按要求办理，情况说明见附件（演示）。", {proof}}));
                break;
            }
            case directive::TaskState::verified:
                TRY(operations::verify_task(desk, TRY(place_.caller_named("county-inspector")),
                                            {task, 3, "现场核对，与报结一致（演示）。"}));
                break;
            case directive::TaskState::struck_off:
                TRY(operations::strike_off_task(desk, office, {task, 4, "同意销号（演示）。"}));
                break;
            case directive::TaskState::objected:
            case directive::TaskState::held:
            case directive::TaskState::merged:
            case directive::TaskState::ended: break;  // no story goes that far
        }
        return {};
    }

    Workplace& place_;
    StoryClock& clock_;
};

Result<std::vector<fs::path>> texts_of(const Arguments& arguments) {
    const auto given = arguments.options.find("documents");
    std::vector<std::string> sources;
    if (given != arguments.options.end()) sources = given->second;
    sources.insert(sources.end(), arguments.words.begin() + 1, arguments.words.end());
    const fs::path beside = fs::absolute(server::packages_folder()).parent_path() / "samples";
    if (sources.empty()) sources = {beside.string()};
    auto files = files_of(sources);
    if (files.empty()) {
        return Error{Fault::missing, "E-CLI-030",    sources.front(),
                     "这里没有文件", "演示用的文件", "用 --documents 指明文件或目录"};
    }
    return files;
}

Result<void> prepare(const Arguments& arguments) {
    StoryClock clock;
    const auto files = TRY(texts_of(arguments));
    const auto office = TRY(files::load_demo(server::packages_folder()));
    const auto plan = TRY(files::load_demo_staff(server::packages_folder()));
    const auto place = TRY(Workplace::create(arguments, &clock));
    if (TRY(place->desk().accounts.is_demo())) {
        std::cout << "演示数据库已经建好：" << database_of(arguments) << "\n";
        return {};
    }
    clock.days_ago(40);
    TRY(import_divisions(*place, arguments.get("divisions", "build/divisions")));
    Demonstration demonstration(*place, clock);
    std::vector<ident::DocumentId> documents;
    for (const auto& path : files) {
        if (documents.empty()) {
            TRY(demonstration.found(office));
            TRY(demonstration.staff(plan, office));
        }
        documents.push_back(TRY(demonstration.receive(path)));
    }
    // One document has its story; the others wait for the visitor.
    TRY(demonstration.tell(documents[documents.size() / 2]));
    TRY(tell_sources(*place, documents[documents.size() / 2]));
    const auto work = TRY(files::load_demo_field_work(server::packages_folder()));
    TRY(tell_problems(*place, work, clock.today()));
    TRY(tell_registers(*place, TRY(files::load_demo_registers(server::packages_folder())),
                       clock.today()));
    std::cout << "演示数据库已建好：" << database_of(arguments) << "（数据均为虚构）\n";
    return {};
}

}  // namespace

int run_demo(const Words& words) {
    const auto arguments = parse(words, with_database({{"divisions", "documents"}, {}}));
    if (!arguments.ok()) return fail(arguments.error());
    const auto& given = arguments.value().words;
    if (given.empty() || given[0] != "prepare") return not_understood("demo", usage);
    const auto done = prepare(arguments.value());
    return done.ok() ? 0 : fail(done.error());
}

}  // namespace anmin::cli
