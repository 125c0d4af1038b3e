// The way through all layers but HTTP: a text is received, tasks confirmed, handed out, reported,
// verified and struck off, on SQLite and, where ANMIN_TEST_POSTGRES names one, on PostgreSQL.
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <random>

#include "files/demo.h"
#include "operations/confirm_tasks.h"
#include "operations/found_office.h"
#include "operations/list_organisation.h"
#include "operations/move_task.h"
#include "operations/receive_document.h"
#include "operations/sign_in.h"
#include "server/assembly.h"

namespace anmin::server {
namespace {

namespace fs = std::filesystem;
using directive::TaskState;

const std::string notice =
    "江北区民政局召开养老服务工作会议\n"
    "3月5日，江北区民政局召开养老服务工作会议。\n"
    "会议要求，各街道要在2030年6月底前建成12个社区老年食堂。要健全分层分类社会救助体系，加强低收入"
    "人口动态监测。"
    "要加强社会组织规范管理，开展“僵尸型”社会组织清理。要规范婚姻登记管理，推进婚俗改革。\n";

class MovableClock final : public operations::Clock {
public:
    calendar::Instant now() const override { return now_; }
    void set(const char* date) {
        now_ = *calendar::Instant::parse(std::string(date) + "T02:00:00.000Z");
    }

private:
    calendar::Instant now_ = *calendar::Instant::parse("2030-03-06T02:00:00.000Z");
};

ident::DivisionCode code(const char* digits) { return ident::DivisionCode::parse(digits).value(); }

// The divisions that the demonstration's offices lie in, and a neighbour.
std::vector<organisation::Division> small_tree() {
    using organisation::Level;
    return {{code("0"), "全国", Level::nation, code("0"), 1},
            {code("33"), "浙江省", Level::province, code("0"), 1},
            {code("3301"), "杭州市", Level::prefecture, code("33"), 3},
            {code("330102"), "上城区", Level::county, code("3301"), 1},
            {code("330102001"), "清波街道", Level::township, code("330102"), 1},
            {code("330102001051"), "清波门社区居民委员会", Level::village, code("330102001"), 0},
            {code("330105"), "拱墅区", Level::county, code("3301"), 0},
            {code("330111"), "富阳区", Level::county, code("3301"), 0}};
}

class Walk : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        const std::string number = std::to_string(std::random_device()());
        std::string database;
        if (std::string(GetParam()) == "sqlite") {
            folder_ = fs::temp_directory_path() / ("anmin-walk-" + number);
            fs::create_directories(folder_);
            database = (folder_ / "anmin.db").string();
        } else {
            database = postgres_database("walk_" + number);
            if (database.empty()) GTEST_SKIP() << "ANMIN_TEST_POSTGRES names no PostgreSQL";
            folder_ = fs::temp_directory_path() / ("anmin-walk-" + number);
            fs::create_directories(folder_);
        }
        setenv("ANMIN_KEY_FILE", (folder_ / "anmin.key").c_str(), 1);
        AssemblySettings settings;
        settings.database = database;
        settings.packages = fs::path(ANMIN_ROOT) / "packages";
        settings.clock = &clock_;
        auto opened = Assembly::open(settings);
        ASSERT_TRUE(opened.ok()) << opened.error();
        assembly_ = std::move(opened).value();
        found();
    }

    void TearDown() override {
        assembly_.reset();
        if (!folder_.empty()) fs::remove_all(folder_);
    }

    // A fresh database on the server that the environment names; empty without one.
    static std::string postgres_database(const std::string& name) {
        const char* url = std::getenv("ANMIN_TEST_POSTGRES");
        if (!url) return "";
        std::string text = url;
        const std::string command = "psql -q '" + text + "' -c 'create database " + name + "'";
        EXPECT_EQ(std::system(command.c_str()), 0);
        const auto query = text.find('?');
        const auto slash = text.rfind('/', query);
        return text.substr(0, slash + 1) + name +
               (query == std::string::npos ? "" : text.substr(query));
    }

    void found() {
        const auto imported = operations::import_divisions(desk(), {"test", "1", small_tree()});
        ASSERT_TRUE(imported.ok()) << imported.error();
        auto office = files::load_demo(fs::path(ANMIN_ROOT) / "packages");
        ASSERT_TRUE(office.ok()) << office.error();
        operations::FoundOffice order{{}, {}, {}};
        const auto known = [](const ident::DivisionCode& division) {
            const auto rows = small_tree();
            return std::any_of(rows.begin(), rows.end(),
                               [&](const auto& row) { return row.code == division; });
        };
        for (const auto& unit : office.value().units) {
            if (known(unit.division)) order.units.push_back(unit);
        }
        for (const auto& post : office.value().posts) {
            if (known(post.division)) order.posts.push_back(post);
        }
        for (const auto& one : office.value().accounts) {
            const bool here = std::any_of(order.posts.begin(), order.posts.end(),
                                          [&](const auto& post) { return post.id == one.post; });
            if (here) order.accounts.push_back({one.login, one.name, one.post, one.roles, ""});
        }
        const auto founded = operations::found_office(desk(), order);
        ASSERT_TRUE(founded.ok()) << founded.error();
    }

    operations::Desk& desk() { return assembly_->desk(); }

    operations::Caller caller(const std::string& login) {
        auto account = desk().accounts.find_login(login);
        EXPECT_TRUE(account.ok() && account.value()) << login;
        return {account.value()->actor, "", ""};
    }

    operations::OpenedDocument received() {
        const auto office = caller("county-office");
        const auto document = operations::receive_document(desk(), office, {"通知.txt", notice});
        EXPECT_TRUE(document.ok()) << document.error();
        const auto opened =
            operations::open_document(desk(), office.actor, document.value().summary.id);
        EXPECT_TRUE(opened.ok()) << opened.error();
        return opened.value();
    }

    // The first proposal as a task.
    ident::TaskId confirmed(std::optional<calendar::Date> due = std::nullopt) {
        const auto document = received();
        const auto after = operations::confirm_tasks(
            desk(), caller("county-office"),
            {document.summary.id, document.version, {{1, {}, due}}, {{2, "与本区无关"}}});
        EXPECT_TRUE(after.ok()) << after.error();
        EXPECT_EQ(after.value().summary.confirmed, 1);
        EXPECT_EQ(after.value().summary.rejected, 1);
        return *after.value().candidates[0].task;
    }

    MovableClock clock_;
    fs::path folder_;
    std::unique_ptr<Assembly> assembly_;
};

TEST_P(Walk, ATextBecomesTasksThatEndStruckOff) {
    const auto office = caller("county-office");
    const auto clerk = caller("township-clerk");
    const auto inspector = caller("county-inspector");
    const auto task = confirmed();
    const auto opened = operations::open_task(desk(), office.actor, task);
    ASSERT_TRUE(opened.ok()) << opened.error();
    EXPECT_EQ(opened.value().task.due, calendar::Date::parse("2030-06-30"));
    EXPECT_EQ(opened.value().light, directive::Light::on_time);
    EXPECT_EQ(opened.value().open,
              (std::vector{operations::TaskStep::assign, operations::TaskStep::split,
                           operations::TaskStep::end, operations::TaskStep::merge}));

    ASSERT_TRUE(
        operations::assign_task(desk(), office, {task, 1, clerk.actor.post, {}, "请按时办理"})
            .ok());
    const auto proof = operations::keep_evidence(desk(), clerk, "照片.txt", "已建成 12 个");
    ASSERT_TRUE(proof.ok()) << proof.error();
    const auto reported =
        operations::report_task(desk(), clerk, {task, 2, "已建成 12 个老年食堂", {proof.value()}});
    ASSERT_TRUE(reported.ok()) << reported.error();
    EXPECT_TRUE(reported.value().open.empty());
    EXPECT_EQ(operations::verify_task(desk(), clerk, {task, 3, ""}).error().fault, Fault::denied);
    ASSERT_TRUE(operations::verify_task(desk(), inspector, {task, 3, "现场看过"}).ok());
    const auto closed = operations::strike_off_task(desk(), office, {task, 4, "同意销号"});
    ASSERT_TRUE(closed.ok()) << closed.error();
    EXPECT_EQ(closed.value().task.state, TaskState::struck_off);
    EXPECT_EQ(closed.value().task.steps.size(), 5u);
    EXPECT_EQ(
        operations::open_evidence(desk(), office.actor, task, proof.value().digest).value().bytes,
        "已建成 12 个");

    const auto bench = operations::open_workbench(desk(), office.actor);
    ASSERT_TRUE(bench.ok()) << bench.error();
    EXPECT_EQ(bench.value().tally.struck_off, 1);
    EXPECT_EQ(bench.value().tally.confirmed + bench.value().tally.verified, 0);
    EXPECT_EQ(operations::export_tasks(desk(), office.actor, {}).value().size(), 1u);
    EXPECT_TRUE(assembly_->store().verify_log().value().ok());
}

TEST_P(Walk, TheSameFileTwiceIsOneDocument) {
    const auto first = received();
    const auto again =
        operations::receive_document(desk(), caller("county-office"), {"又名.txt", notice});
    ASSERT_TRUE(again.ok()) << again.error();
    EXPECT_TRUE(again.value().was_there);
    EXPECT_EQ(again.value().summary.id, first.summary.id);
}

TEST_P(Walk, AStaleOrRepeatedStepChangesNothing) {
    const auto office = caller("county-office");
    const auto document = received();
    operations::ConfirmTasks order{document.summary.id, document.version, {{1, {}, {}}}, {}};
    ASSERT_TRUE(operations::confirm_tasks(desk(), office, order).ok());
    EXPECT_EQ(operations::confirm_tasks(desk(), office, order).error().code, "E-DOC-002");
    order.seen_version = desk().journal.version(journal::stream_of(order.document)).value();
    EXPECT_EQ(operations::confirm_tasks(desk(), office, order).error().code, "E-TASK-021");
    order.confirm = {{3, {}, {}}, {3, {}, {}}};
    EXPECT_EQ(operations::confirm_tasks(desk(), office, order).error().code, "E-TASK-024");
    order.confirm = {{3, document::Span{5, 5}, {}}};
    EXPECT_EQ(operations::confirm_tasks(desk(), office, order).error().code, "E-TASK-022");
    EXPECT_EQ(operations::list_tasks(desk(), office.actor, {}, {}).value().total, 1);
}

TEST_P(Walk, AnEditedSpanKeepsOnlyWhatLiesInIt) {
    const auto office = caller("county-office");
    const auto document = received();
    const auto& item = document.candidates[0].candidate;
    const document::Span span{item.span.start, item.span.start + 4};
    const auto after = operations::confirm_tasks(
        desk(), office, {document.summary.id, document.version, {{item.number, span, {}}}, {}});
    ASSERT_TRUE(after.ok()) << after.error();
    const auto task =
        operations::open_task(desk(), office.actor, *after.value().candidates[0].task);
    EXPECT_EQ(task.value().task.item.text, "各街道要");
    EXPECT_FALSE(task.value().task.due);
    EXPECT_TRUE(task.value().task.item.quantities.empty());
}

TEST_P(Walk, ANeighbourSeesNothingAndActsOnNothing) {
    const auto task = confirmed();
    const auto document = received().summary.id;
    auto neighbour = caller("county-office");
    neighbour.actor.division = code("330111");
    EXPECT_EQ(operations::list_documents(desk(), neighbour.actor, {}).value().items.size(), 0u);
    EXPECT_EQ(operations::open_document(desk(), neighbour.actor, document).error().fault,
              Fault::missing);
    EXPECT_EQ(operations::open_original(desk(), neighbour.actor, document).error().fault,
              Fault::missing);
    EXPECT_EQ(operations::open_task(desk(), neighbour.actor, task).error().fault, Fault::missing);
    EXPECT_EQ(operations::list_tasks(desk(), neighbour.actor, {}, {}).value().total, 0);
    EXPECT_EQ(operations::export_tasks(desk(), neighbour.actor, {}).value().size(), 0u);
    EXPECT_EQ(operations::list_posts(desk(), neighbour.actor).value().size(), 0u);
    EXPECT_EQ(operations::assign_task(desk(), neighbour, {task, 1, {"p"}, {}, ""}).error().fault,
              Fault::missing);
    const auto bench = operations::open_workbench(desk(), neighbour.actor).value();
    EXPECT_EQ(bench.tally.confirmed, 0);
    EXPECT_TRUE(bench.documents_to_review.empty());
}

TEST_P(Walk, OnlyTheHolderReportsAndOnlyWithKeptProof) {
    const auto office = caller("county-office");
    const auto clerk = caller("township-clerk");
    const auto task = confirmed();
    ASSERT_TRUE(operations::assign_task(desk(), office, {task, 1, clerk.actor.post, {}, ""}).ok());
    const directive::Evidence invented{"00ff", "没有.txt", 3};
    EXPECT_EQ(operations::report_task(desk(), clerk, {task, 2, "做了", {invented}}).error().code,
              "E-TASK-034");
    EXPECT_EQ(operations::report_task(desk(), office, {task, 2, "做了", {invented}}).error().fault,
              Fault::denied);
    EXPECT_EQ(operations::assign_task(desk(), office, {task, 2, {"p-nobody"}, {}, ""}).error().code,
              "E-TASK-033");
}

TEST_P(Walk, TheLightFollowsTheDayAndLateStaysLate) {
    const auto office = caller("county-office");
    const auto clerk = caller("township-clerk");
    const auto task = confirmed(calendar::Date::parse("2030-03-20"));
    ASSERT_TRUE(operations::assign_task(desk(), office, {task, 1, clerk.actor.post, {}, ""}).ok());
    const auto light = [&] {
        return operations::open_task(desk(), office.actor, task).value().light;
    };
    EXPECT_EQ(light(), directive::Light::on_time);
    clock_.set("2030-03-18");
    EXPECT_EQ(light(), directive::Light::due_soon);
    clock_.set("2030-03-21");
    EXPECT_EQ(light(), directive::Light::overdue);
    EXPECT_EQ(operations::open_workbench(desk(), office.actor).value().tally.overdue, 1);
    const auto proof = operations::keep_evidence(desk(), clerk, "a.txt", "x").value();
    const auto reported = operations::report_task(desk(), clerk, {task, 2, "补办完成", {proof}});
    ASSERT_TRUE(reported.ok()) << reported.error();
    EXPECT_TRUE(reported.value().task.was_late);
}

TEST_P(Walk, SessionsEndAndDemoRolesNeedADemonstration) {
    EXPECT_EQ(operations::take_demo_role(desk(), {"county-office", ""}).error().code, "E-AUTH-102");
    ASSERT_TRUE(desk().accounts.mark_demo().ok());
    const auto in = operations::take_demo_role(desk(), {"county-office", ""});
    ASSERT_TRUE(in.ok()) << in.error();
    EXPECT_EQ(operations::actor_of_session(desk(), in.value().token).value().login,
              "county-office");
    EXPECT_EQ(operations::actor_of_session(desk(), "invented").error().code, "E-AUTH-100");
    EXPECT_EQ(operations::sign_in(desk(), {"county-office", "any"}).error().code, "E-AUTH-101");
    EXPECT_EQ(operations::sign_in(desk(), {"nobody", "any"}).error().code, "E-AUTH-101");
    clock_.set("2030-03-08");
    EXPECT_EQ(operations::actor_of_session(desk(), in.value().token).error().code, "E-AUTH-100");
}

TEST_P(Walk, FoundingTwiceChangesNothing) {
    const auto before = assembly_->store().anchor().value().seq;
    found();
    // Only the division tree is imported again, and says so in the log.
    EXPECT_EQ(assembly_->store().anchor().value().seq, before + 1);
}

TEST_P(Walk, TheTablesCanBeFoldedAgainFromTheLog) {
    const auto task = confirmed();
    const auto office = caller("county-office");
    const auto before = operations::open_task(desk(), office.actor, task).value().task;
    const auto rebuilt = assembly_->store().rebuild_projections();
    ASSERT_TRUE(rebuilt.ok()) << rebuilt.error();
    EXPECT_EQ(operations::open_task(desk(), office.actor, task).value().task, before);
}

INSTANTIATE_TEST_SUITE_P(Databases, Walk, testing::Values("sqlite", "postgres"),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace anmin::server
