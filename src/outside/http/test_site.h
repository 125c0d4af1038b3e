// For the tests of the interface: a small office on a real store, served on a free port.
#pragma once

#include <boost/json.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unistd.h>

#include "files/load.h"
#include "http/site.h"
#include "http/test_client.h"
#include "operations/found_office.h"
#include "store/store.h"
#include "store/ulid.h"
#include "vault/sodium_vault.h"

namespace anmin::http {

class MovableClock final : public operations::Clock {
public:
    calendar::Instant now() const override { return {milliseconds_.load()}; }
    void pass_minutes(int minutes) { milliseconds_ += minutes * 60LL * 1000; }
    void pass_days(int days) { milliseconds_ += days * 24LL * 3600 * 1000; }

private:
    std::atomic<std::int64_t> milliseconds_{1'741'000'000'000};  // 2025-03-03
};

// A county with its township, and the county next to it. Logins: office (directive), clerk
// (executor of the township), inspector (supervisor), admin, neighbour (directive, executor and
// supervisor next door).
class TestSite : public testing::Test {
protected:
    TestSite() {
        std::string name = (std::filesystem::temp_directory_path() / "anmin-http-XXXXXX").string();
        CHECK(::mkdtemp(name.data()) != nullptr, "a test can make a folder");
        folder_ = name;
        const auto now = [this] { return clock_.now(); };
        vault_ = must(vault::open_vault(folder_ / "key"));
        policies_.sign_in.failures = 3;
        policies_.sign_in.failure_window = std::chrono::minutes(15);
        policies_.sign_in.lock = std::chrono::minutes(30);
        policies_.sign_in.address_attempts = 100;
        policies_.sign_in.address_window = std::chrono::minutes(10);
        policies_.sign_in.password_least = 12;
        policies_.sign_in.password_most = 128;
        policies_.sign_in.session_idle = std::chrono::minutes(60);
        policies_.sign_in.session_absolute = std::chrono::minutes(720);
        policies_.sign_in.recovery_codes = 3;
        policies_.sign_in.glass = std::chrono::minutes(60);
        policies_.sign_in.given_password = std::chrono::minutes(600);
        policies_.sign_in.sessions = 3;
        ids_ = std::make_unique<store::UlidSource>(now);
        store_ = must(store::open(
            {(folder_ / "anmin.db").string(), store::Access::write, 2, 64, now, 20'000}));
        journal_ = std::make_unique<AnnouncingJournal>(store_->journal(), changes_);
        policies_.look_back = {1, 12, 3};
        policies_.conveying = {"本单位制度", 10, {{"party_group", "党组会议"}}};
        policies_.tables = must(files::load_tables(std::filesystem::path(ANMIN_ROOT) / "packages"));
        desk_.emplace(operations::Desk{
            clock_, *ids_, policies_, *journal_, store_->documents(), store_->tasks(),
            store_->trees(), store_->problems(), store_->sources(), store_->conveyances(),
            store_->reminders(), store_->loads(), store_->registers(), store_->organisation(),
            store_->accounts(), *vault_, attempts_});
        found();
        serve();
    }
    ~TestSite() override {
        server_.reset();
        site_.reset();
        store_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    // For tests of problems: 能改即改 within 30 days, and a sentence with one figure.
    void plant_problem_policies() {
        policies_.problems.immediate_days = 30;
        problem::Figure figure{"interviews", "访谈", "人次", true, {}};
        figure.query.of = problem::Of::activities;
        figure.query.activity = problem::ActivityKind::interview;
        policies_.figures.push_back({"field", "调研", "访谈{interviews}人次", {figure}});
    }

    template <class T>
    static T must(Result<T> result) {
        CHECK(result.ok(), result.error().text().c_str());
        return std::move(result).value();
    }
    static void must(const Result<void>& result) {
        CHECK(result.ok(), result.error().text().c_str());
    }
    static ident::DivisionCode code(const char* digits) {
        return ident::DivisionCode::parse(digits).value();
    }

    void found() {
        using organisation::Level;
        must(operations::import_divisions(
            *desk_, {"test",
                     "1",
                     {{code("0"), "全国", Level::nation, code("0"), 1},
                      {code("33"), "浙江省", Level::province, code("0"), 1},
                      {code("3301"), "杭州市", Level::prefecture, code("33"), 2},
                      {code("330102"), "上城区", Level::county, code("3301"), 1},
                      {code("330102001"), "清波街道", Level::township, code("330102"), 0},
                      {code("330105"), "拱墅区", Level::county, code("3301"), 0}}}));
        operations::FoundOffice order;
        order.units = {{{"u1"}, "上城区民政局", code("330102")},
                       {{"u2"}, "清波街道民政办", code("330102001")},
                       {{"u3"}, "拱墅区民政局", code("330105")}};
        const auto post = [&order](const char* login, const char* unit, const char* division,
                                   std::set<authority::Role> roles) {
            const std::string id = std::string("p-") + login;
            order.posts.push_back(
                {{id}, login, {unit}, unit, code(division), std::string(login) + "（演示）"});
            order.accounts.push_back(
                {login, std::string(login) + "（演示）", {id}, std::move(roles), ""});
        };
        using authority::Role;
        post("office", "u1", "330102", {Role::directive});
        post("clerk", "u2", "330102001", {Role::executor});
        post("inspector", "u1", "330102", {Role::supervisor});
        post("admin", "u1", "330102", {Role::administrator});
        post("security", "u1", "330102", {Role::security});
        post("audit", "u1", "330102", {Role::audit});
        post("neighbour", "u3", "330105", {Role::directive, Role::executor, Role::supervisor});
        must(operations::found_office(*desk_, order));
        must(desk_->accounts.mark_demo());
    }

    void serve(std::span<const Route> routes = all_routes()) {
        server_.reset();
        Service service{.desk = *desk_, .changes = changes_, .upload_limit = 5U << 20U};
        service.stories = {
            {"office", "收文", "Receives"}, {"clerk", "办理", "Does"}, {"nobody", "", ""}};
        service.verify_log = [this]() -> Result<LogVerification> {
            const auto report = TRY(store_->verify_log());
            return LogVerification{report.ok(), report.events, report.hash, {}};
        };
        service.ping = [this] { return store_->ping(); };
        site_ = std::make_unique<Site>(
            service, StaticFiles(), figures_,
            [this](std::string_view line) {
                const std::lock_guard lock(guard_);
                log_.append(line).append("\n");
            },
            routes);
        ServerSettings settings;
        settings.port = 0;
        settings.standing_headers = security_headers(Transport::plain);
        server_ = must(Server::start(settings, *site_, changes_));
    }

    // A document of two proposals in the county, as if a file had been read.
    std::string seed_document() {
        document::Received received;
        received.document = {ids_->next()};
        const std::string text =
            "一、六月底前建成十二个老年食堂。二、规范婚姻登记。" + received.document.value;
        received.file_name = "通知 \"一\".txt";
        received.digest = vault_->digest(text);
        received.bytes = static_cast<std::int64_t>(text.size());
        received.division = code("330102");
        document::Part part;
        part.clean_text = text;
        part.title = "关于养老服务的通知";
        part.kind = "通知";
        part.quality = "good";
        part.quantities = {
            {"十二个", "12", "个", "老年食堂", document::QuantityStatus::target, {9, 12}}};
        received.reading = {"UTF-8", "plain", text, {part}};
        directive::TasksProposed proposed{received.document, {}};
        for (std::int32_t number = 1; number <= 2; ++number) {
            directive::Candidate item;
            item.number = number;
            item.span = number == 1 ? document::Span{2, 17} : document::Span{18, 25};
            item.text = number == 1 ? "六月底前建成十二个老年食堂。" : "规范婚姻登记。";
            item.confidence = 80;
            if (number == 1)
                item.deadline = {"六月底前", "2025-06-30", calendar::Date::parse("2025-06-30"),
                                 true};
            proposed.candidates.push_back(item);
        }
        return keep_document(std::move(received), text, proposed);
    }
    // The file's bytes, then the document with its proposals; gives its id.
    std::string keep_document(document::Received received, const std::string& bytes,
                              const directive::TasksProposed& proposed) {
        const auto id = received.document;
        must(desk_->documents.keep_bytes(received.digest, bytes));
        must(desk_->journal.commit(
            {{"system"}, "系统", "", code("330102"), "", ""},
            {{journal::stream_of(id),
              0,
              {document::Event{std::move(received)}, directive::Event{proposed}}}}));
        return id.value;
    }

    // One request on a connection of its own. `headers`: whole lines without their ends.
    Reply call(const std::string& method, const std::string& path, const std::string& cookie = "",
               const std::string& body = "", const std::vector<std::string>& headers = {}) {
        std::string text =
            method + " " + path + " HTTP/1.1\r\nHost: anmin.example\r\nConnection: close\r\n";
        if (!cookie.empty()) text += "Cookie: anmin_session=" + cookie + "\r\n";
        for (const auto& header : headers) text += header + "\r\n";
        if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        TestClient client(server_->port());
        return client.request(text + "\r\n" + body, method == "HEAD");
    }
    Reply post_json(const std::string& path, const std::string& cookie, const std::string& body,
                    std::vector<std::string> headers = {}) {
        headers.emplace_back("Content-Type: application/json");
        return call("POST", path, cookie, body, headers);
    }
    Reply post_file(const std::string& path, const std::string& cookie, const std::string& body,
                    std::vector<std::string> headers = {}) {
        headers.emplace_back("Content-Type: application/octet-stream");
        return call("POST", path, cookie, body, headers);
    }
    // The session token of a demonstration role.
    std::string session(const std::string& login) {
        const auto reply = post_json("/api/v1/demo/session", "", "{\"login\":\"" + login + "\"}");
        EXPECT_EQ(reply.status, 200) << reply.body;
        const std::string cookie = reply.header("set-cookie");
        const auto start = cookie.find('=') + 1;
        return cookie.substr(start, cookie.find(';') - start);
    }
    static boost::json::value parsed(const Reply& reply) {
        boost::json::error_code error;
        auto value = boost::json::parse(reply.body, error);
        EXPECT_FALSE(error) << reply.body;
        return value;
    }
    // A member by its JSON pointer, as JSON text.
    static std::string at(const Reply& reply, const std::string& pointer) {
        boost::json::error_code error;
        const auto value = parsed(reply);
        const auto* found = value.find_pointer(pointer, error);
        return found == nullptr ? "nothing" : boost::json::serialize(*found);
    }
    static std::string text_at(const Reply& reply, const std::string& pointer) {
        const std::string text = at(reply, pointer);
        return text.size() >= 2 && text.front() == '"' ? text.substr(1, text.size() - 2) : text;
    }

    std::string log() {
        const std::lock_guard lock(guard_);
        return log_;
    }

    std::filesystem::path folder_;
    MovableClock clock_;
    operations::Policies policies_;
    operations::Attempts attempts_;
    Changes changes_;
    Figures figures_;
    std::mutex guard_;
    std::string log_;
    std::unique_ptr<authority::Vault> vault_;
    std::unique_ptr<store::UlidSource> ids_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<AnnouncingJournal> journal_;
    std::optional<operations::Desk> desk_;
    std::unique_ptr<Site> site_;
    std::unique_ptr<Server> server_;
};

}  // namespace anmin::http
