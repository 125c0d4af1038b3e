// One request for every route of the table. A new route fails the matrix until it stands here.
#include "http/test_access_matrix.h"

namespace anmin::http {
namespace {

using authority::Action;
using enum Way;
using enum Held;

using Ask = std::function<Probe(const std::string&, const std::string&)>;

Ask get(std::string path) {
    return [path = std::move(path)](const std::string& area, const std::string& division) {
        std::string filled = path;
        for (const auto& [word, value] :
             {std::pair<std::string, std::string>{"$area", area}, {"$division", division}}) {
            for (auto at = filled.find(word); at != std::string::npos; at = filled.find(word)) {
                filled.replace(at, word.size(), value);
            }
        }
        return Probe{"GET", filled};
    };
}

// A command that the gate passes is stopped by its body, or does what no other path looks at.
Ask post(std::string path, std::string body, std::vector<std::string> headers = {}) {
    return [path = std::move(path), body = std::move(body), headers = std::move(headers)](
               const std::string& area, const std::string& division) {
        Probe probe = get(path)(area, division);
        probe.method = "POST";
        probe.body = get(body)(area, division).path;
        probe.headers = headers;
        if (!headers.empty()) probe.headers.emplace_back("Content-Type: application/json");
        return probe;
    };
}

Path scoped(Way way, Action action, Ask ask) {
    return {way, Held::by_area, action, std::move(ask)};
}
Path next_level(Way way, Action action, Ask ask) {
    return {way, Held::as_next, action, std::move(ask)};
}

void add_documents(std::map<std::string, Path>& all) {
    const std::vector<std::string> seen{"If-Match: \"99\""};
    all.emplace("GET /documents", scoped(list, Action::see_documents, get("/documents")));
    all.emplace("POST /documents",
                Path{command, anywhere, Action::receive_document, [](const auto&, const auto&) {
                         return Probe{"POST",
                                      "/documents?name=a.txt",
                                      " ",
                                      {"Content-Type: application/octet-stream"}};
                     }});
    all.emplace("GET /documents/{id}",
                scoped(direct_id, Action::see_documents, get("/documents/doc-$area")));
    all.emplace("GET /documents/{id}/candidates",
                scoped(direct_id, Action::see_documents, get("/documents/doc-$area/candidates")));
    all.emplace("GET /documents/{id}/original",
                scoped(attachment, Action::see_documents, get("/documents/doc-$area/original")));
    all.emplace(
        "POST /documents/{id}/decisions",
        scoped(command, Action::confirm_tasks,
               post("/documents/doc-$area/decisions", R"({"confirm":[],"reject":[]})", seen)));
}

void add_tasks(std::map<std::string, Path>& all) {
    const std::vector<std::string> seen{"If-Match: \"99\""};
    all.emplace("GET /workbench", scoped(count, Action::see_tasks, get("/workbench")));
    all.emplace("GET /tasks", scoped(list, Action::see_tasks, get("/tasks")));
    all.emplace("GET /tasks/{id}", scoped(direct_id, Action::see_tasks, get("/tasks/task-$area")));
    all.emplace(
        "POST /tasks/{id}/assignments",
        next_level(command, Action::assign_task,
                   post("/tasks/task-$area/assignments", R"({"post":"p","note":""})", seen)));
    all.emplace("POST /tasks/{id}/reports",
                Path{command, nobodys, Action::report_task,
                     post("/tasks/task-$area/reports", R"({"text":"t","evidence":[]})", seen)});
    for (const char* step : {"verifications", "returns"}) {
        all.emplace(
            "POST /tasks/{id}/" + std::string(step),
            next_level(command, Action::verify_task,
                       post("/tasks/task-$area/" + std::string(step), R"({"text":"t"})", seen)));
    }
    all.emplace("POST /tasks/{id}/strike-offs",
                next_level(command, Action::strike_off_task,
                           post("/tasks/task-$area/strike-offs", R"({"text":"t"})", seen)));
    all.emplace("POST /evidence",
                Path{command, anywhere, Action::report_task, [](const auto&, const auto&) {
                         return Probe{
                             "POST", "/evidence", "x", {"Content-Type: application/octet-stream"}};
                     }});
    all.emplace(
        "GET /tasks/{id}/evidence/{digest}",
        scoped(attachment, Action::see_tasks, get("/tasks/task-$area/evidence/$digest-$area")));
    all.emplace("GET /ledger.xlsx",
                scoped(file_export, Action::export_ledger, get("/ledger.xlsx")));
}

// What follows a task on its way.
void add_tree(std::map<std::string, Path>& all) {
    const std::vector<std::string> seen{"If-Match: \"99\""};
    const auto step = [&](const std::string& name, Held held, Action action,
                          const std::string& body) {
        all.emplace("POST /tasks/{id}/" + name,
                    Path{command, held, action, post("/tasks/task-$area/" + name, body, seen)});
    };
    all.emplace("GET /tasks/{id}/tree",
                scoped(list, Action::see_tasks, get("/tasks/task-$area/tree")));
    step("spreads", as_next, Action::split_task,
         R"({"due":"2030-01-01","standard":"s","parts":[{"post":"none"}]})");
    step("receipts", nobodys, Action::report_task, R"({"text":""})");
    step("progress", nobodys, Action::report_task, R"({"text":"t","evidence":[]})");
    step("extensions", nobodys, Action::report_task, R"({"due":"2030-01-01","reason":"r"})");
    step("urgings", by_area, Action::urge_task, R"({"text":"t"})");
    step("extension-answers", as_next, Action::strike_off_task, R"({"answer":"no","text":"t"})");
    step("suspension-requests", nobodys, Action::report_task,
         R"({"ground":"policy","reason":"r","until":"2030-01-01"})");
    step("suspensions", as_next, Action::strike_off_task,
         R"({"ground":"policy","reason":"r","clock":"moves","from":"2030-01-01",)"
         R"("until":"2030-01-02"})");
    step("suspension-refusals", as_next, Action::strike_off_task, R"({"text":"t"})");
    step("resumptions", as_next, Action::strike_off_task, R"({"text":"t"})");
    step("objections", nobodys, Action::report_task, R"({"reason":"r"})");
    step("rulings", as_next, Action::strike_off_task, R"({"answer":"dismissed","text":"t"})");
    step("merges", as_next, Action::strike_off_task, R"({"into":"task-$area","reason":"r"})");
    step("look-backs", as_next, Action::verify_task, R"({"answer":"yes","text":"t"})");
    step("ends", as_next, Action::strike_off_task, R"({"text":"t"})");
}

void add_book(std::map<std::string, Path>& all) {
    all.emplace("POST /documents/{id}/recuts",
                scoped(command, Action::confirm_tasks,
                       post("/documents/doc-$area/recuts", R"({"split":{"number":1,"at":2}})",
                            {"If-Match: \"99\""})));
    for (const char* book : {"/task-book.xlsx", "/task-book.docx"}) {
        all.emplace("GET " + std::string(book),
                    scoped(file_export, Action::export_ledger, get(book)));
    }
    all.emplace(
        "POST /task-book/imports",
        Path{command, anywhere, Action::confirm_tasks, [](const auto&, const auto&) {
                 return Probe{
                     "POST", "/task-book/imports", "x", {"Content-Type: application/octet-stream"}};
             }});
}

void add_field_work(std::map<std::string, Path>& all) {
    const auto see = Action::see_tasks;
    const auto record = Action::record_field_work;
    all.emplace("GET /field-work", scoped(list, see, get("/field-work")));
    all.emplace("GET /field-work/{id}", scoped(direct_id, see, get("/field-work/mission-$area")));
    all.emplace("GET /field-work/{id}/groups/{number}",
                scoped(direct_id, see, get("/field-work/mission-$area/groups/1")));
    all.emplace(
        "POST /field-work",
        Path{command, anywhere, Action::manage_problems,
             post("/field-work", R"({"title":"t","from":"2025-02-01","to":"2025-02-02"})")});
    all.emplace(
        "POST /field-work/{id}/groups",
        scoped(command, Action::manage_problems,
               post("/field-work/mission-$area/groups",
                    R"({"number":1,"area":"a","province":"no","leader":"l","members":[]})")));
    all.emplace(
        "POST /field-work/{id}/activities",
        scoped(
            command, record,
            post("/field-work/mission-$area/activities",
                 R"({"group":9,"kind":"visit","held_on":"2025-02-01","place":"p","amount":1})")));
    all.emplace("POST /field-work/{id}/remarks",
                scoped(command, record,
                       post("/field-work/mission-$area/remarks", R"({"group":9,"remarks":[]})")));
    all.emplace("GET /remarks", scoped(list, see, get("/remarks?limit=100")));
    all.emplace("GET /figures", Path{count, anywhere, see, get("/figures")});
    all.emplace("GET /figures/{id}/{name}",
                scoped(list, see, get("/figures/field/interviews?limit=100")));
}

void add_problems(std::map<std::string, Path>& all) {
    const auto manage = Action::manage_problems;
    const std::vector<std::string> seen{"If-Match: \"99\""};
    const auto step = [&](const std::string& name, Held held, Action action,
                          const std::string& body) {
        all.emplace(
            "POST /problems/{id}/" + name,
            Path{command, held, action, post("/problems/problem-$area/" + name, body, seen)});
    };
    all.emplace("GET /problem-lists", scoped(list, Action::see_tasks, get("/problem-lists")));
    all.emplace("POST /problem-lists",
                Path{command, anywhere, manage,
                     post("/problem-lists", R"({"name":"n","scheme":"","source":"s"})")});
    all.emplace("GET /problems", scoped(list, Action::see_tasks, get("/problems?limit=100")));
    all.emplace("POST /problems",
                Path{command, anywhere, manage, post("/problems", R"({"text":"t","source":"s"})")});
    all.emplace("GET /problems/{id}",
                scoped(direct_id, Action::see_tasks, get("/problems/problem-$area")));
    step("remarks", by_area, manage, R"({"remarks":[{"id":"none"}]})");
    step("listings", by_area, manage, R"({"list":"list-$area","number":1,"focused":"no"})");
    step("plans", by_area, manage,
         R"({"branch":"immediate","post":"none","measure":"m","due":"2030-01-01"})");
    step("reports", nobodys, Action::report_task, R"({"text":"t","evidence":[]})");
    step("acceptances", by_area, Action::verify_task, R"({"text":"t"})");
    step("returns", by_area, Action::verify_task, R"({"text":"t"})");
    step("strike-offs", by_area, manage, R"({"text":"t"})");
    step("look-backs", by_area, Action::verify_task, R"({"answer":"yes","text":"t"})");
    step("judgements", by_area, manage, R"({"finding":"unfounded","reason":"r"})");
    step("judgement-withdrawals", by_area, manage, R"({"text":"t"})");
    step("reviews", by_area, manage, R"({"text":"t","evidence":[],"next":"2030-01-01"})");
    step("extensions", nobodys, Action::report_task, R"({"due":"2030-01-01","reason":"r"})");
    step("extension-answers", by_area, manage, R"({"answer":"yes","text":"t"})");
    step("ends", by_area, manage, R"({"text":"t"})");
    step("suspensions", by_area, manage,
         R"({"ground":"policy","reason":"r","clock":"moves","until":"2030-01-01","evidence":[]})");
    step("resumptions", by_area, manage, R"({"text":"t"})");
    step("told-back", by_area, Action::record_field_work,
         R"({"remarks":[],"on":"2025-02-01","by":"b","way":"w","answer":"a"})");
    for (const char* change : {"freezes", "thaws", "closings"}) {
        const bool freezes = std::string(change) == "freezes";
        all.emplace("POST /problem-lists/{id}/" + std::string(change),
                    Path{command, by_area, manage,
                         post("/problem-lists/list-$area/" + std::string(change),
                              freezes ? R"({"from":"2099-01-01"})" : R"({"text":"t"})", seen)});
    }
}

void add_sources(std::map<std::string, Path>& all) {
    const auto see = Action::see_documents;
    all.emplace("GET /sources", scoped(list, see, get("/sources?limit=100")));
    all.emplace("GET /sources/{kind}/{id}",
                scoped(direct_id, see, get("/sources/meeting/meeting-$area")));
    all.emplace("POST /meetings", Path{command, anywhere, Action::receive_document,
                                       post("/meetings", R"({"name":"n","held_on":"2025-02-01",)"
                                                         R"("chair":"c","agenda":[]})")});
    all.emplace("POST /meetings/{id}/attendance",
                scoped(command, Action::record_field_work,
                       post("/meetings/meeting-$area/attendance",
                            R"({"branch":9,"made_up":"no","people":1})")));
    all.emplace("POST /instructions",
                Path{command, anywhere, Action::receive_document,
                     post("/instructions", R"({"by":"b","given_on":"2099-01-01","text":"t"})")});
    all.emplace("GET /tasks/{id}/sources",
                scoped(direct_id, Action::see_tasks, get("/tasks/task-$area/sources")));
    for (const char* step : {"sources", "source-withdrawals"}) {
        all.emplace("POST /tasks/{id}/" + std::string(step),
                    next_level(command, Action::confirm_tasks,
                               post("/tasks/task-$area/" + std::string(step),
                                    R"({"kind":"document","source":"doc-$area","text":"t"})")));
    }
}

void add_conveyances(std::map<std::string, Path>& all) {
    const auto keep = Action::receive_document;
    const auto see = Action::see_tasks;
    const std::vector<std::string> seen{"If-Match: \"99\""};
    const auto step = [&](const std::string& name, Action action, const std::string& body) {
        all.emplace(
            "POST /conveyances/{id}/" + name,
            scoped(command, action, post("/conveyances/conveyance-$area/" + name, body, seen)));
    };
    all.emplace("GET /conveyances", scoped(list, see, get("/conveyances?limit=100")));
    all.emplace("POST /conveyances",
                Path{command, anywhere, keep,
                     post("/conveyances", R"({"title":"t","from":"f","received_on":"2099-01-01",)"
                                          R"("first_topic":"no"})")});
    all.emplace("GET /conveyance-figures", Path{count, anywhere, see, get("/conveyance-figures")});
    all.emplace("GET /conveyances/{id}",
                scoped(direct_id, see, get("/conveyances/conveyance-$area")));
    step("poolings", keep, R"({"meeting":"m","place":1})");
    step("measures", keep,
         R"({"proposed_by":"p","meeting":"m","measures":[{"text":"t","unit":"u"}]})");
    step("tasks", keep, R"({"measure":1,"task":"task-$area"})");
    step("exemptions", keep, R"({"measure":1,"text":"t"})");
    step("look-backs", Action::verify_task, R"({"answer":"yes","text":"t"})");
    step("archivings", keep, R"({"text":"t"})");
    step("withdrawals", keep, R"({"text":"t"})");
}

void add_reminders(std::map<std::string, Path>& all) {
    const auto see = Action::see_tasks;
    // What a supervisor may verify stands on their list, and on nobody else's.
    all.emplace("GET /morning", next_level(list, Action::verify_task, get("/morning")));
    for (const char* path : {"/late", "/briefing", "/load", "/indicators"}) {
        all.emplace("GET " + std::string(path),
                    scoped(area_figures, see, get(std::string(path) + "?division=$division")));
    }
    all.emplace("GET /briefing.docx", scoped(area_figures, Action::export_ledger,
                                             get("/briefing.docx?division=$division")));
    all.emplace("GET /load/{code}", scoped(area_figures, see, get("/load/$division")));
    all.emplace("POST /tasks/{id}/indicators",
                next_level(command, Action::split_task,
                           post("/tasks/task-$area/indicators", R"({"indicator":"none"})",
                                {"If-Match: \"99\""})));
}

void add_tables(std::map<std::string, Path>& all) {
    const auto see = Action::see_tasks;
    const auto keep = Action::record_field_work;
    const std::vector<std::string> seen{"If-Match: \"99\""};
    const std::string rows = "/tables/hazards/rows";
    all.emplace("GET /stage-schemes", Path{own, nobodys, see, get("/stage-schemes")});
    all.emplace("GET /tables", Path{own, nobodys, see, get("/tables")});
    all.emplace("GET /tables/{table}/rows", scoped(list, see, get(rows + "?limit=100")));
    all.emplace("POST /tables/{table}/rows",
                Path{command, anywhere, keep, post(rows, R"({"cells":[]})")});
    all.emplace("GET /tables/{table}/rows/{row}", scoped(direct_id, see, get(rows + "/row-$area")));
    all.emplace(
        "POST /tables/{table}/rows/{row}/amendments",
        scoped(command, keep, post(rows + "/row-$area/amendments", R"({"cells":[]})", seen)));
    all.emplace(
        "POST /tables/{table}/rows/{row}/withdrawals",
        scoped(command, keep, post(rows + "/row-$area/withdrawals", R"({"reason":"r"})", seen)));
    for (const char* form : {"workbook", "document"}) {
        all.emplace("GET /tables/{table}/" + std::string(form),
                    scoped(file_export, Action::export_ledger,
                           get("/tables/hazards/" + std::string(form))));
    }
    all.emplace("POST /tables/{table}/imports",
                Path{command, anywhere, keep, [](const auto&, const auto&) {
                         return Probe{"POST",
                                      "/tables/hazards/imports",
                                      "x",
                                      {"Content-Type: application/octet-stream"}};
                     }});
}

void add_organisation(std::map<std::string, Path>& all) {
    const auto see = Action::see_organisation;
    const auto staff = Action::manage_staff;
    all.emplace("GET /divisions", Path{search, anywhere, see, get("/divisions?q=$division")});
    all.emplace("GET /divisions/{code}",
                Path{direct_id, anywhere, see, get("/divisions/$division")});
    all.emplace("GET /divisions/{code}/comparison",
                Path{count, anywhere, see, get("/divisions/$division/comparison?from=2025-01-01")});
    all.emplace("GET /division-changes", Path{list, anywhere, see, get("/division-changes")});
    all.emplace("POST /division-changes",
                scoped(command, Action::change_divisions,
                       post("/division-changes?preview=true",
                            R"({"kind":"rename","on":"2025-03-03","basis":"","code":"$division",)"
                            R"("name":"新名"})")));
    all.emplace("GET /division-changes/{id}",
                Path{direct_id, anywhere, see, get("/division-changes/change-$area")});
    all.emplace("POST /division-changes/{id}/withdrawals",
                scoped(command, Action::change_divisions,
                       post("/division-changes/change-$area/withdrawals", R"({"reason":""})")));
    all.emplace(
        "POST /division-changes/{id}/corrections",
        scoped(command, Action::change_divisions,
               post("/division-changes/change-$area/corrections",
                    R"({"reason":"","order":{"kind":"rename","on":"2025-03-03","basis":"b",)"
                    R"("code":"$division","name":"新名"}})")));
    all.emplace("GET /units", scoped(direct_id, see, get("/units?division=$division")));
    all.emplace("POST /units",
                scoped(command, staff,
                       post("/units", R"({"name":"n","division":"$division","kind":"bureau",)"
                                      R"("reports_to":"none"})")));
    all.emplace(
        "POST /units/{id}/closure",
        scoped(command, staff, post("/units/unit-$area/closure", R"({"on":"2099-01-01"})")));
    all.emplace("POST /units/{id}/placement",
                scoped(command, staff,
                       post("/units/unit-$area/placement",
                            R"({"division":"$division","on":"2099-01-01"})")));
    all.emplace(
        "POST /units/{id}/relations",
        scoped(command, staff,
               post("/units/unit-$area/relations",
                    R"({"other":"none","kind":"leads","matter":"m","from":"2025-01-01"})")));
    all.emplace("GET /posts", scoped(drop_down, see, get("/posts")));
    all.emplace("POST /posts",
                scoped(command, staff, post("/posts", R"({"unit":"unit-$area","title":"t"})")));
    all.emplace(
        "POST /posts/{id}/closure",
        scoped(command, staff, post("/posts/post-$area/closure", R"({"on":"2099-01-01"})")));
    all.emplace(
        "POST /posts/{id}/appointments",
        scoped(command, staff,
               post("/posts/post-$area/appointments", R"({"holder":"h","from":"2030-01-01"})")));
    all.emplace(
        "POST /posts/{id}/appointments/{from}/end",
        scoped(command, staff,
               post("/posts/post-$area/appointments/2001-01-01/end", R"({"on":"2002-01-01"})")));
}

void add_people(std::map<std::string, Path>& all) {
    const auto staff = Action::manage_staff;
    all.emplace("GET /people", scoped(list, staff, get("/people")));
    all.emplace("POST /people",
                scoped(command, staff,
                       post("/people", R"({"name":"n","division":"$division","telephone":"x"})")));
    all.emplace("POST /people/search",
                Path{search, anywhere, staff, post("/people/search", R"({"resident":"1"})")});
    all.emplace(
        "POST /people/{id}/revelations",
        scoped(command, Action::reveal_sealed,
               post("/people/person-$area/revelations", R"({"field":"resident","reason":""})")));
    all.emplace("GET /staff.xlsx", scoped(file_export, staff, get("/staff.xlsx")));
    all.emplace("POST /staff.xlsx", Path{command, anywhere, staff, [](const auto&, const auto&) {
                                             return Probe{
                                                 "POST",
                                                 "/staff.xlsx?name=a.xlsx",
                                                 "x",
                                                 {"Content-Type: application/octet-stream"}};
                                         }});
}

void add_accounts(std::map<std::string, Path>& all) {
    const auto manage = Action::manage_accounts;
    all.emplace("GET /accounts", scoped(list, manage, get("/accounts")));
    all.emplace("POST /accounts",
                scoped(command, manage,
                       post("/accounts", R"({"login":"l","name":"n","post":"post-$area",)"
                                         R"("roles":[],"password":"short"})")));
    for (const char* step : {"lock", "unlock", "second-factor-removal", "session-ends"}) {
        all.emplace("POST /accounts/{login}/" + std::string(step),
                    scoped(command, manage,
                           post("/accounts/doer-$area/" + std::string(step), R"({"reason":""})")));
    }
    all.emplace("POST /accounts/{login}/password",
                scoped(command, manage,
                       post("/accounts/doer-$area/password", R"({"reason":"","password":"x"})")));
    all.emplace(
        "POST /accounts/{login}/roles",
        scoped(command, manage, post("/accounts/doer-$area/roles", R"({"reason":"","roles":[]})")));
    all.emplace("GET /audit",
                scoped(list, Action::read_audit, get("/audit?limit=500&login=doer-$area")));
    all.emplace("POST /glass", scoped(command, Action::break_glass,
                                      post("/glass", R"({"division":"$division","reason":""})")));
}

void add_own(std::map<std::string, Path>& all) {
    const auto nothing = [&all](const char* key, Ask ask) {
        all.emplace(key, Path{own, nobodys, Action::see_organisation, std::move(ask)});
    };
    nothing("GET /session", get("/session"));
    nothing("POST /session", post("/session", R"({"login":"doer-$area","password":"x"})"));
    nothing("POST /session/password", post("/session/password", R"({"before":"x","after":"y"})"));
    nothing("POST /session/second-factor/confirmation",
            post("/session/second-factor/confirmation", R"({"code":"000000"})"));
    nothing("POST /session/second-factor", post("/session/second-factor", R"({"password":"x"})"));
    nothing("GET /sessions", get("/sessions"));
    nothing("POST /sessions/ends", post("/sessions/ends", R"({"password":"x"})"));
    nothing("GET /demo", get("/demo"));
    nothing("POST /demo/session", post("/demo/session", R"({"login":"nobody"})"));
    nothing("GET /changes", get("/changes"));
    // Last of all: it ends the session that asks.
    nothing("DELETE /session",
            [](const auto&, const auto&) { return Probe{"DELETE", "/session"}; });
    all.emplace("GET /log/verification",
                Path{count, anywhere, Action::verify_log, get("/log/verification")});
}

}  // namespace

const std::map<std::string, Path>& paths() {
    static const std::map<std::string, Path> all = [] {
        std::map<std::string, Path> made;
        add_documents(made);
        add_tasks(made);
        add_tree(made);
        add_book(made);
        add_field_work(made);
        add_problems(made);
        add_sources(made);
        add_conveyances(made);
        add_reminders(made);
        add_tables(made);
        add_organisation(made);
        add_people(made);
        add_accounts(made);
        add_own(made);
        return made;
    }();
    return all;
}

}  // namespace anmin::http
