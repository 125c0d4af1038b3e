// anmin document: files received, and what was proposed in them.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/commands.h"
#include "cli/workplace.h"
#include "operations/open_document.h"
#include "operations/receive_document.h"

namespace anmin::cli {
namespace {

constexpr const char* usage = "list | receive 文件… | show ID（均需 --as 账号）";

void print(const document::Summary& summary) {
    std::cout << summary.id.value << "  " << summary.title << "  建议 " << summary.proposed
              << " 条，已确认 " << summary.confirmed << " 条，不采纳 " << summary.rejected
              << " 条\n";
}

const char* word(directive::CandidateState state) {
    switch (state) {
        case directive::CandidateState::proposed: return "待定";
        case directive::CandidateState::confirmed: return "已确认";
        case directive::CandidateState::rejected: return "不采纳";
    }
    CHECK(false, "every candidate state has a word");
}

Result<void> list(Workplace& place, const operations::Caller& caller) {
    organisation::PageRequest request{"", 500};
    do {
        const auto page = TRY(operations::list_documents(place.desk(), caller.actor, request));
        for (const auto& summary : page.items) print(summary);
        request.after = page.next;
    } while (!request.after.empty());
    return {};
}

Result<void> show(Workplace& place, const operations::Caller& caller, const std::string& id) {
    const auto opened = TRY(operations::open_document(place.desk(), caller.actor, {id}));
    print(opened.summary);
    for (const auto& one : opened.candidates) {
        const auto& item = one.candidate;
        std::cout << "  " << item.number << "  " << word(one.state) << "  "
                  << (item.deadline ? item.deadline->normal : std::string("无期限")) << "  "
                  << item.text << "\n";
    }
    return {};
}

// One file's failure is told and the others go on.
int receive(Workplace& place, const operations::Caller& caller, const Words& words) {
    int code = 0;
    const std::size_t files = words.size() - 1;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::ifstream in(words[i], std::ios::binary);
        if (!in) {
            code = fail({Fault::missing, "E-CLI-005", words[i], "打不开这个文件", "可读的文件",
                         "检查路径和权限"});
            continue;
        }
        const auto received =
            operations::receive_document(place.desk(), caller,
                                         {std::filesystem::path(words[i]).filename().string(),
                                          std::string(std::istreambuf_iterator<char>(in), {})});
        if (!received.ok()) {
            code = fail(received.error());
            continue;
        }
        ++kept;
        if (files > 1) std::cout << "[" << i << "/" << files << "] ";
        if (received.value().was_there) std::cout << "已有 ";
        print(received.value().summary);
    }
    if (files > 1)
        std::cout << "共 " << files << " 份，收下 " << kept << " 份，未收 " << files - kept
                  << " 份\n";
    return code;
}

Result<int> run_words(const Words& words) {
    const auto arguments = TRY(parse(words, with_database({})));
    const auto& given = arguments.words;
    const std::string verb = given.empty() ? "" : given[0];
    const bool known = (verb == "list" && given.size() == 1) ||
                       (verb == "show" && given.size() == 2) ||
                       (verb == "receive" && given.size() > 1);
    if (!known) return not_understood("document", usage);
    const auto place = TRY(Workplace::open(arguments));
    const auto caller = TRY(place->caller(arguments));
    if (verb == "receive") return receive(*place, caller, given);
    if (verb == "list") TRY(list(*place, caller));
    if (verb == "show") TRY(show(*place, caller, given[1]));
    return 0;
}

}  // namespace

int run_document(const Words& words) {
    const auto done = run_words(words);
    return done.ok() ? done.value() : fail(done.error());
}

}  // namespace anmin::cli
