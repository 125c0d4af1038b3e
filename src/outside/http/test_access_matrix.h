// For the test of the access matrix: a site with one of everything in each of five areas, an
// account of each role in one of them, and for every route of the table a request that asks for a
// thing of an area. What a role may see is in authority's own test; here every path is held to it.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "authority/roles.h"
#include "http/test_site.h"
#include "operations/keep_people.h"
#include "sheets/package.h"
#include "sheets/read_sheet.h"

namespace anmin::http {

// Where a thing is, seen from the actor's county 330102.
struct Area {
    const char* name;
    const char* division;
};
inline constexpr std::array areas{Area{"own", "330102"}, Area{"below", "330102001"},
                                  Area{"neighbour", "330105"}, Area{"parent", "3301"},
                                  Area{"elsewhere", "11"}};

// The kinds of ways by which records leak.
enum class Way {
    list,
    count,
    search,
    drop_down,
    file_export,
    attachment,
    direct_id,
    command,
    area_figures,
    own
};
inline const char* word(Way way) {
    switch (way) {
        case Way::list: return "list";
        case Way::count: return "count";
        case Way::search: return "search";
        case Way::drop_down: return "drop-down";
        case Way::file_export: return "export";
        case Way::attachment: return "attachment";
        case Way::direct_id: return "direct id";
        case Way::command: return "command";
        case Way::area_figures: return "figures of an area";
        case Way::own: return "own session";
    }
    return "";
}

// What decides whether the area's thing may be seen, or the command given.
enum class Held {
    by_area,   // the action's right at the area
    as_next,   // the same, but not at a level below: what an office gave itself is its own
    anywhere,  // the action's right at all: names of divisions are public to officers
    nobodys,   // nothing of any area is in it
};

struct Probe {
    std::string method;
    std::string path;
    std::string body{};
    std::vector<std::string> headers{};
};

struct Path {
    Way way;
    Held held;
    authority::Action action;
    std::function<Probe(const std::string& area, const std::string& division)> ask;
};

// One of everything in each area; each text and name holds the area's mark, and identifiers are
// made of its name, so that a request needs no looking up.
class MatrixSite : public TestSite {
protected:
    MatrixSite() {
        plant_divisions();
        plant_problem_policies();
        operations::FoundOffice office;
        for (const authority::Role role : authority::all_roles) {
            const std::string login = "role-" + std::string(authority::name_of(role));
            office.posts.push_back({{"post-" + login}, login, {"u1"}, "u1", code("330102"), login});
            office.accounts.push_back({login, login, {"post-" + login}, {role}, ""});
        }
        for (const Area& area : areas) plant_office(office, area);
        must(operations::found_office(*desk_, office));
        for (const Area& area : areas) plant_records(area);
    }

    static std::string mark(const std::string& area) { return "MARK-" + area; }

    void plant_divisions() {
        using organisation::Level;
        must(operations::import_divisions(
            *desk_, {"test",
                     "2",
                     {{code("0"), "全国", Level::nation, code("0"), 2},
                      {code("11"), "北京市", Level::province, code("0"), 0},
                      {code("33"), "浙江省", Level::province, code("0"), 1},
                      {code("3301"), "杭州市", Level::prefecture, code("33"), 2},
                      {code("330102"), "上城区", Level::county, code("3301"), 1},
                      {code("330102001"), "清波街道", Level::township, code("330102"), 0},
                      {code("330105"), "拱墅区", Level::county, code("3301"), 0}}}));
    }

    static void plant_office(operations::FoundOffice& office, const Area& area) {
        const std::string name = area.name;
        const auto division = code(area.division);
        office.units.push_back({{"unit-" + name}, mark(name) + "局", division});
        office.posts.push_back({{"post-" + name},
                                mark(name) + "岗",
                                {"unit-" + name},
                                "",
                                division,
                                mark(name) + "人"});
        office.accounts.push_back(
            {"doer-" + name, mark(name) + "号", {"post-" + name}, {authority::Role::executor}, ""});
    }

    void commit(const journal::StreamId& stream, std::vector<journal::Event> events) {
        must(desk_->journal.commit({{"system"}, "系统", "", code("0"), "", ""},
                                   {{stream, journal::any_version, std::move(events)}}));
    }

    void plant_records(const Area& area) {
        const std::string name = area.name;
        const auto division = code(area.division);
        const std::string text = "一、规范" + mark(name) + "登记。";
        document::Received received;
        received.document = {"doc-" + name};
        received.file_name = mark(name) + ".txt";
        received.digest = vault_->digest(text);
        received.bytes = static_cast<std::int64_t>(text.size());
        received.division = division;
        document::Part part;
        part.clean_text = text;
        part.title = mark(name) + "通知";
        part.quality = "good";
        received.reading = {"UTF-8", "plain", text, {part}};
        directive::Candidate item;
        item.number = 1;
        item.span = {0, 4};
        item.text = mark(name) + "事项";
        must(desk_->documents.keep_bytes(received.digest, text));
        commit(journal::stream_of(received.document),
               {document::Event{received},
                directive::Event{directive::TasksProposed{received.document, {item}}}});
        plant_task(name, division, item);
        plant_problem(name, division);
        plant_source(name, division);
        const registers::RowAdded row{{"row-" + name},
                                      "hazards",
                                      division,
                                      {"unit-" + name},
                                      mark(name) + "局",
                                      {{"place", mark(name) + "院"}},
                                      {{"system"}, "系统", ""},
                                      clock_.now().date_in_china()};
        commit(journal::stream_of(row.row), {registers::Event{row}});
        const organisation::Person person{
            {"person-" + name}, mark(name) + "员", division, "", "", "", "", ""};
        organisation::DivisionsChanged renamed;
        renamed.id = "change-" + name;
        renamed.kind = organisation::ChangeKind::rename;
        renamed.on = clock_.now().date_in_china();
        renamed.renamed = {{division, "旧名", "新名", ""}};
        commit(journal::organisation_stream(),
               {organisation::Event{organisation::PersonRegistered{person}},
                organisation::Event{renamed}});
        const auto account = must(desk_->accounts.find_login("doer-" + name));
        commit(journal::stream_of(account->id),
               {authority::Event{authority::AccessDenied{account->id, "E-AUTH-001", mark(name)}}});
    }

    void plant_task(const std::string& name, const ident::DivisionCode& division,
                    const directive::Candidate& item) {
        const directive::Officer officer{{"system"}, "系统", ""};
        const auto day = clock_.now().date_in_china();
        const std::string proof = mark(name) + "的照片";
        const directive::Evidence evidence{vault_->digest(proof), mark(name) + ".jpg",
                                           static_cast<std::int64_t>(proof.size())};
        must(desk_->documents.keep_bytes(evidence.digest, proof));
        commit(journal::stream_of(ident::TaskId{"task-" + name}),
               {directive::Event{directive::TaskConfirmed{{"task-" + name},
                                                          {"doc-" + name},
                                                          division,
                                                          mark(name) + "局",
                                                          mark(name) + "通知",
                                                          item,
                                                          officer,
                                                          day,
                                                          std::nullopt}},
                directive::Event{directive::TaskAssigned{
                    {{"post-" + name}, "岗", mark(name) + "局", division}, {}, "", officer, day}},
                directive::Event{directive::TaskReported{"完成", {evidence}, officer, day}}});
    }

    // A mission with a group, an interview and a remark; a problem and a list.
    void plant_problem(const std::string& name, const ident::DivisionCode& division) {
        const directive::Officer officer{{"system"}, "系统", ""};
        const auto day = clock_.now().date_in_china();
        const auto one = [](auto event) {
            return journal::Event{problem::Event{std::move(event)}};
        };
        commit(journal::stream_of(problem::MissionId{"mission-" + name}),
               {one(problem::MissionOpened{
                    {"mission-" + name}, mark(name) + "调研", division, day, day, officer, day}),
                one(problem::GroupFormed{1, "某地", false, "甲", {}, officer, day}),
                one(problem::ActivityLogged{1, problem::ActivityKind::interview, day,
                                            mark(name) + "村", 1, "", officer, day}),
                one(problem::RemarksTaken{1,
                                          {{{"remark-" + name},
                                            problem::RemarkKind::problem,
                                            mark(name) + "原话",
                                            "老人",
                                            "某村"}},
                                          officer,
                                          day})});
        commit(journal::stream_of(problem::ListId{"list-" + name}),
               {one(problem::ListOpened{{"list-" + name},
                                        mark(name) + "清单",
                                        "",
                                        "走访",
                                        std::nullopt,
                                        division,
                                        officer,
                                        day})});
        commit(journal::stream_of(problem::ProblemId{"problem-" + name}),
               {one(problem::ProblemRaised{{"problem-" + name},
                                           mark(name) + "问题",
                                           {},
                                           "走访",
                                           division,
                                           mark(name) + "局",
                                           officer,
                                           day})});
    }

    // A meeting with a branch; the area's instruction.
    void plant_source(const std::string& name, const ident::DivisionCode& division) {
        const directive::Officer officer{{"system"}, "系统", ""};
        const auto day = clock_.now().date_in_china();
        const source::MeetingHeld held{{"meeting-" + name},
                                       mark(name) + "会议",
                                       day,
                                       "甲",
                                       {},
                                       {{"学习", true}},
                                       {{1, mark(name) + "支部", division, "主会场", 5}},
                                       division,
                                       mark(name) + "局",
                                       officer,
                                       day};
        commit(journal::stream_of(held.meeting), {source::Event{held}});
        const source::InstructionEntered instruction{{"instruction-" + name}, "甲",    day,
                                                     mark(name) + "批示",     {},      division,
                                                     mark(name) + "局",       officer, day};
        commit(journal::stream_of(instruction.instruction), {source::Event{instruction}});
        commit(journal::stream_of(source::ConveyanceId{"conveyance-" + name}),
               {source::Event{source::ConveyanceReceived{{"conveyance-" + name},
                                                         mark(name) + "讲话",
                                                         "",
                                                         mark(name) + "部",
                                                         {},
                                                         day,
                                                         day,
                                                         false,
                                                         division,
                                                         mark(name) + "局",
                                                         officer,
                                                         day}}});
    }

    // What a person reads of an answer: a workbook's cells, a document's words, else the body.
    static std::string text_of(const Reply& reply) {
        if (reply.header("content-type").find("wordprocessingml") != std::string::npos) {
            const sheets::SheetLimits limits;
            const auto package = must(sheets::Package::open(reply.body, limits));
            std::string words;
            const auto body = must(package.xml("word/document.xml"));
            for (const auto& run : body->select_nodes("//*[local-name()='t']"))
                words += run.node().text().get();
            return words;
        }
        if (reply.header("content-type").find("spreadsheetml") == std::string::npos) {
            return reply.body;
        }
        std::string text;
        for (const auto& row : must(sheets::read_sheet(reply.body))) {
            for (const auto& cell : row) text += cell + "\n";
        }
        return text;
    }

    Reply send(const Probe& probe, const std::string& cookie) {
        auto headers = probe.headers;
        if (!probe.body.empty() && headers.empty()) {
            headers.emplace_back("Content-Type: application/json");
        }
        return call(probe.method, "/api/v1" + probe.path, cookie, probe.body, headers);
    }
};

// Every route of the table by "METHOD pattern" (access_paths.h).
const std::map<std::string, Path>& paths();

}  // namespace anmin::http
