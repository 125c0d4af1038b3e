// anmin source: meetings, instructions, who was reached, and which order answers what.

#include <iostream>

#include "cli/commands.h"
#include "cli/task_follow.h"
#include "cli/workplace.h"
#include "operations/keep_sources.h"

namespace anmin::cli {
namespace {

using source::SourceKind;
using source::SourceName;

constexpr const char* usage =
    "list | show meeting|document|instruction ID | of 任务ID | cite 任务ID 种类 ID [--text 说明] | "
    "withdraw 任务ID 种类 ID --text 理由 | instruct --by 批示人 --due 批示日期 --text 内容 | "
    "meet --name 会议 --due 日期 --chair 主持 --item 议程… [--first] [--branch "
    "名称,区划,应到人数…] | attend 会议ID --branch 序号 --people 人数 [--made-up] [--text 理由]"
    "（均需 --as 账号）";

Result<SourceKind> kind_named(const std::string& word) {
    if (word == "meeting") return SourceKind::meeting;
    if (word == "document") return SourceKind::document;
    if (word == "instruction") return SourceKind::instruction;
    return Error{Fault::invalid,
                 "E-CLI-004",
                 "来源的种类",
                 "“" + word + "”不是来源的种类",
                 "meeting, document, instruction",
                 "更正后重试"};
}

void print(const source::Entry& entry) {
    std::cout << entry.on.iso() << "  " << source::word(entry.name.kind) << "  " << entry.name.id
              << "  " << entry.title << "  " << entry.detail << "  落实任务 " << entry.orders
              << " 项\n";
}

void print(const source::Reach& reach) {
    std::cout << "    传达：支部 " << reach.branches_reached << "/" << reach.branches << "（全员 "
              << reach.branches_whole << "），人员 " << reach.persons_reached << "/"
              << reach.persons << "\n";
}

void print(const operations::OpenedSource& opened) {
    print(opened.entry);
    print(opened.reach);
    if (opened.meeting) {
        for (const auto& one : opened.meeting->branches) {
            std::cout << "    " << one.branch.number << "  " << one.branch.name << "  应到 "
                      << one.branch.expected << "  实到 "
                      << (one.present ? std::to_string(*one.present) : std::string("未登记"))
                      << "  补传达 " << one.made_up << "\n";
        }
    }
    for (const auto& order : opened.orders) {
        std::cout << "    任务 " << order.task.id.value << "  " << directive::word(order.task.state)
                  << "  " << order.task.item.text << "\n";
    }
    if (opened.hidden > 0) std::cout << "    另有 " << opened.hidden << " 项不在查看范围内\n";
}

void print(const operations::TaskBasis& basis) {
    for (const auto& one : basis.sources) {
        print(one.entry);
        if (one.inherited) std::cout << "    （上级任务的来源）\n";
    }
    if (basis.hidden > 0) std::cout << "另有 " << basis.hidden << " 项来源不在查看范围内\n";
    print(basis.reach);
}

std::vector<std::string> values_of(const Arguments& arguments, const std::string& option) {
    const auto found = arguments.options.find(option);
    return found == arguments.options.end() ? std::vector<std::string>() : found->second;
}

// "机关一支部,330102,12".
Result<source::Branch> branch_of(const std::string& text) {
    const auto first = text.find(',');
    const auto second = text.rfind(',');
    const auto division =
        first < second ? ident::DivisionCode::parse(text.substr(first + 1, second - first - 1))
                       : std::nullopt;
    if (!division) {
        return Error{Fault::invalid,         "E-CLI-004",          "--branch",
                     "“" + text + "”不完整", "名称,区划,应到人数", "更正后重试"};
    }
    source::Branch branch;
    branch.name = text.substr(0, first);
    branch.division = *division;
    branch.expected = TRY(whole_number("应到人数", text.substr(second + 1), 0, 1'000'000));
    return branch;
}

Result<operations::OpenedSource> meet(Workplace& place, const operations::Caller& caller,
                                      const Arguments& arguments) {
    operations::RecordMeeting order;
    order.name = arguments.get("name", "");
    order.held_on = TRY(date_of(arguments)).value_or(calendar::Date());
    order.chair = arguments.get("chair", "");
    for (const auto& title : values_of(arguments, "item")) order.agenda.push_back({title, false});
    if (!order.agenda.empty()) order.agenda.front().first_topic = arguments.has("first");
    for (const auto& text : values_of(arguments, "branch")) {
        order.branches.push_back(TRY(branch_of(text)));
    }
    return operations::record_meeting(place.desk(), caller, order);
}

Result<operations::OpenedSource> attend(Workplace& place, const operations::Caller& caller,
                                        const Arguments& arguments) {
    operations::TakeAttendance order;
    order.meeting = {arguments.words[1]};
    order.branch = TRY(whole_number("--branch", arguments.get("branch", ""), 1, 100'000));
    order.people = TRY(whole_number("--people", arguments.get("people", ""), 0, 1'000'000));
    order.made_up = arguments.has("made-up");
    order.note = arguments.get("text", "");
    return operations::take_attendance(place.desk(), caller, order);
}

Result<void> list(Workplace& place, const operations::Caller& caller) {
    organisation::PageRequest request{"", 500};
    do {
        const auto page = TRY(operations::list_sources(place.desk(), caller.actor, request));
        for (const auto& entry : page.items) print(entry);
        request.after = page.next;
    } while (!request.after.empty());
    return {};
}

Result<operations::TaskBasis> change(Workplace& place, const operations::Caller& caller,
                                     const Arguments& arguments) {
    const auto& words = arguments.words;
    const operations::CiteSource order{
        {words[1]}, {TRY(kind_named(words[2])), words[3]}, arguments.get("text", "")};
    return words[0] == "cite" ? operations::cite_source(place.desk(), caller, order)
                              : operations::withdraw_source(place.desk(), caller, order);
}

Result<int> run_words(const Words& words) {
    const auto arguments = TRY(parse(
        words, with_database({{"text", "by", "due", "name", "chair", "item", "branch", "people"},
                              {"first", "made-up"}})));
    const auto& given = arguments.words;
    const std::string verb = given.empty() ? "" : given[0];
    const std::size_t count = given.size();
    const bool alone = verb == "list" || verb == "meet" || verb == "instruct";
    const bool changes = verb == "cite" || verb == "withdraw";
    const bool known = (alone && count == 1) || (changes && count == 4) ||
                       (verb == "show" && count == 3) ||
                       ((verb == "of" || verb == "attend") && count == 2);
    if (!known) return not_understood("source", usage);
    const auto place = TRY(Workplace::open(arguments));
    const auto caller = TRY(place->caller(arguments));
    if (verb == "list") TRY(list(*place, caller));
    if (verb == "meet") print(TRY(meet(*place, caller, arguments)));
    if (verb == "attend") print(TRY(attend(*place, caller, arguments)));
    if (changes) print(TRY(change(*place, caller, arguments)));
    if (verb == "of") print(TRY(operations::open_basis(place->desk(), caller.actor, {given[1]})));
    if (verb == "show") {
        const SourceName name{TRY(kind_named(given[1])), given[2]};
        print(TRY(operations::open_source(place->desk(), caller.actor, name)));
    }
    if (verb == "instruct") {
        print(TRY(operations::enter_instruction(
            place->desk(), caller,
            {arguments.get("by", ""), TRY(date_of(arguments)).value_or(calendar::Date()),
             arguments.get("text", ""), std::nullopt})));
    }
    return 0;
}

}  // namespace

int run_source(const Words& words) {
    const auto done = run_words(words);
    return done.ok() ? done.value() : fail(done.error());
}

}  // namespace anmin::cli
