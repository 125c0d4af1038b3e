#include "store/codec.h"

#include <gtest/gtest.h>

#include "store/test_events.h"

namespace anmin::store {
namespace {

// Every field of every kind filled, so that one left out of a description is seen.
document::Received full_document() {
    auto event = received("D1");
    document::Part& part = event.reading.parts.front();
    part.pieces = {{{0, 3}, {1, 4}, document::Origin::same},
                   {{3, 5}, {4, 8}, document::Origin::replaced},
                   {{5, 6}, {8, 8}, document::Origin::inserted}};
    part.number = "〔2025〕3号";
    part.organs = {"市民政局", "省民政厅", "某网"};
    part.event_date_text = "3月1日";
    part.event_date_basis = "inferred: year of the page";
    part.persons = {{"张三", "局长", "主持", {2, 4}}};
    part.domains = {"社会救助", "养老服务"};
    part.quantities = {
        {"1.26万户", "12600", "户", "低保对象", document::QuantityStatus::target, {7, 13}},
        {"3件", "3", "件", "", document::QuantityStatus::result, {14, 16}},
        {"1次", "1", "次", "会议", document::QuantityStatus::event, {17, 19}}};
    part.programmes = {{"“1+3”问题清单", "list", {20, 29}}};
    part.repairs = {{"pinyin_removed", "去除插入的拼音", 12}};
    part.warnings = {{"lost_character", "有 2 个字已无法恢复", {3, 5}}};
    part.clean_text = "引号\" 反斜线\\ 换行\n 制表\t 控制\x01 星\xF0\x9F\x8C\x9F 零";
    part.clean_text += '\0';
    return event;
}

directive::Candidate full_candidate() {
    auto made = candidate(7);
    made.part = 2;
    made.kind = directive::TaskKind::study;
    made.deadline = directive::Deadline{"3月底前", "2025-03-31", day("2025-03-31"), true};
    made.recurrence = "每月";
    made.quantities = {"1.26万户"};
    made.domains = {"社会救助"};
    made.proposed_owner = "社会救助科";
    return made;
}

journal::Event round_trip(const journal::Event& event) {
    const auto encoded = encode(event);
    EXPECT_TRUE(encoded.ok()) << encoded.error();
    auto decoded =
        decode(encoded.value().kind, encoded.value().format, encoded.value().body, "here");
    EXPECT_TRUE(decoded.ok()) << decoded.error();
    // What was read back is written the same again.
    EXPECT_EQ(encode(decoded.value()).value().body, encoded.value().body);
    return std::move(decoded).value();
}

template <class Room, class Event>
Event through(const Event& event) {
    return std::get<Event>(std::get<Room>(round_trip(Room{event})));
}

TEST(Codec, document_received) {
    const auto event = full_document();
    const auto back = through<document::Event>(event);
    EXPECT_EQ(back.document, event.document);
    EXPECT_EQ(back.file_name, event.file_name);
    EXPECT_EQ(back.digest, event.digest);
    EXPECT_EQ(back.bytes, event.bytes);
    EXPECT_EQ(back.division, event.division);
    EXPECT_EQ(back.reading, event.reading);
}

TEST(Codec, candidates) {
    const auto proposed = through<directive::Event>(
        directive::TasksProposed{{"D1"}, {full_candidate(), candidate(1)}});
    EXPECT_EQ(proposed.document.value, "D1");
    EXPECT_EQ(proposed.candidates, (std::vector{full_candidate(), candidate(1)}));
    const auto rejected =
        through<directive::Event>(directive::CandidateRejected{{"D1"}, 7, "重复", officer});
    EXPECT_EQ(rejected.document.value, "D1");
    EXPECT_EQ(rejected.number, 7);
    EXPECT_EQ(rejected.reason, "重复");
    EXPECT_EQ(rejected.officer, officer);
    const auto confirmed =
        through<directive::Event>(directive::CandidateConfirmed{{"D1"}, 7, {"T1"}, officer});
    EXPECT_EQ(confirmed.number, 7);
    EXPECT_EQ(confirmed.task.value, "T1");
    EXPECT_EQ(confirmed.officer, officer);
}

TEST(Codec, task_confirmed_and_assigned) {
    const directive::TaskConfirmed confirmed{
        {"T1"},           {"D1"},  code("330205"),    "区民政局",       "通知",
        full_candidate(), officer, day("2025-03-01"), day("2025-03-20")};
    const auto back = through<directive::Event>(confirmed);
    // Folding both gives the same task: all its fields came through.
    EXPECT_EQ(directive::start(back), directive::start(confirmed));
    EXPECT_EQ(back.due, confirmed.due);
    auto assign = assigned("P1", "330205001");
    assign.asks = {{directive::AskKind::figure, "走访户数"}};
    assign.due = day("2025-03-10");
    const auto task = directive::start(confirmed);
    EXPECT_EQ(directive::apply(task, directive::Event{through<directive::Event>(assign)}),
              directive::apply(task, directive::Event{assign}));
}

TEST(Codec, problem_steps) {
    const auto on = day("2025-04-01");
    problem::ProblemPlanned planned;
    planned.branch = problem::Branch::long_term;
    planned.target = "过半";
    planned.due = on;
    planned.on = on;
    const std::vector<problem::Event> steps{
        problem::ListFrozen{on, "上报", officer, on},
        problem::ListThawed{"补", officer, on},
        problem::ListClosed{"办结", officer, on},
        problem::ProblemRaised{{"Q1"}, "问题", {{"R1"}}, "来信", {}, "局", officer, on, true},
        problem::ProblemJudged{problem::Finding::not_ours, "性质", "难易", "因", "残联", "由",
                               officer, on},
        problem::ProblemMerged{{"Q2"}, "那个", "同", officer, on},
        problem::ProblemTookIn{{"Q1"}, "这个", {{"R1"}}, "同", officer, on},
        problem::JudgementTakenBack{"错", officer, on},
        problem::ProblemGaveBack{{"Q1"}, {{"R1"}}, "错", officer, on},
        problem::ProblemReviewed{"看", {{"ab", "a.pdf", 1}}, on, officer, on},
        problem::DelayAsked{on, "雨", officer, on},
        problem::DelayAnswered{true, "阅", officer, on},
        problem::ProblemEnded{"撤并", officer, on},
        problem::ProblemSuspended{directive::SuspensionGround::procedure,
                                  "复议",
                                  directive::SuspensionClock::moves,
                                  day("2025-04-10"),
                                  {{"ab", "a.pdf", 1}},
                                  officer,
                                  on},
        problem::ProblemResumed{"已结", officer, on},
        problem::RemarksToldBack{{{"R1"}}, {on, "甲", "电话", "满意"}, officer, on},
        planned};
    for (const auto& step : steps) {
        const auto back = std::get<problem::Event>(round_trip(step));
        EXPECT_EQ(back.index(), step.index());
    }
}

TEST(Codec, a_problem_of_before_judging_is_read) {
    const auto old = decode(
        "problem.raised", 1,
        R"({"problem":"Q1","text":"t","remarks":[],"source":"s","division":"330102","issuer":"i",)"
        R"("officer":{"account":"A1","name":"n","post_title":"p"},"on":"2025-01-01"})",
        "here");
    ASSERT_TRUE(old.ok()) << old.error();
    const auto& event = std::get<problem::Event>(old.value());
    EXPECT_FALSE(std::get<problem::ProblemRaised>(event).judge_first);
}

TEST(Codec, task_steps) {
    const auto before = directive::apply(directive::start({{"T1"},
                                                           {"D1"},
                                                           code("33"),
                                                           "厅",
                                                           "通知",
                                                           candidate(1),
                                                           officer,
                                                           day("2025-03-01"),
                                                           {}}),
                                         directive::Event{assigned("P1", "3302")});
    const auto on = day("2025-03-08");
    const std::vector<directive::Event> steps{
        directive::TaskReported{
            "已完成", {{"ab12", "照片.jpg", 12}, {"cd", "表.xlsx", 5}}, officer, day("2025-03-04")},
        directive::TaskReturned{"缺名单", officer, day("2025-03-05")},
        directive::TaskVerified{"属实", officer, day("2025-03-06")},
        directive::TaskStruckOff{"结案", officer, day("2025-03-07")},
        directive::SuspensionAsked{directive::SuspensionGround::policy, "等文", day("2025-04-01"),
                                   officer, on},
        directive::SuspensionRefused{"先办", officer, on},
        directive::TaskSuspended{directive::SuspensionGround::procedure, "复议",
                                 directive::SuspensionClock::moves, day("2025-03-10"),
                                 day("2025-04-01"), officer, on},
        directive::TaskResumed{"已审结", officer, on},
        directive::ObjectionRaised{"不属职责", "残联", officer, on},
        directive::ObjectionRuled{true, "阅", assigned("P2", "3302").owner, officer, on},
        directive::ObjectionRuled{false, "不成立", {}, officer, on},
        directive::TaskMerged{{"T2"}, "另一件", "同一件事", officer, on},
        directive::TaskTookIn{{{{"T3"},
                                "第三件",
                                {"D3"},
                                "部通知",
                                {"T9"},
                                day("2025-03-31"),
                                directive::Quantity{5000, "户"},
                                true,
                                {{"a7"}},
                                on}},
                              assigned("P2", "3302").owner,
                              {assigned("P3", "3302").owner},
                              {{directive::AskKind::form, "走访台账"}},
                              "同一件事",
                              officer,
                              on}};
    for (const auto& step : steps) {
        const auto back = std::get<directive::Event>(round_trip(step));
        EXPECT_EQ(back.index(), step.index());
        EXPECT_EQ(directive::apply(before, back), directive::apply(before, step));
    }
}

TEST(Codec, a_whole_task_as_the_projection_keeps_it) {
    auto task = directive::apply(directive::start({{"T1"},
                                                   {"D1"},
                                                   code("33"),
                                                   "厅",
                                                   "通知",
                                                   full_candidate(),
                                                   officer,
                                                   day("2025-03-01"),
                                                   {}}),
                                 directive::Event{assigned("P1", "3302")});
    task = directive::apply(
        task, directive::TaskReported{"做了", {{"ab", "a.pdf", 1}}, officer, day("2025-06-01")});
    const auto texts = task_texts(task).value();
    auto back = task_from(texts.body, "here").value();
    EXPECT_TRUE(back.steps.empty());
    back.steps = steps_from(texts.steps, "here").value();
    EXPECT_EQ(back, task);
}

TEST(Codec, a_projection_leaves_out_what_is_blank_and_reads_older_texts_that_hold_it) {
    directive::Candidate candidate;
    candidate.text = "核查";
    const std::string text = candidate_text(candidate).value();
    EXPECT_EQ(text, R"({"span":{},"text":"核查"})");
    EXPECT_EQ(candidate_from(text, "here").value(), candidate);
    const std::string older =
        R"({"part":0,"number":0,"span":{"start":0,"end":0},"text":"核查","kind":"action",)"
        R"("actors":[],"imperative":"","quantities":[],"domains":[],"confidence":0,"reason":""})";
    EXPECT_EQ(candidate_from(older, "here").value(), candidate);
    // Events hold every field: one that is not there is a fault of the log.
    const auto event = decode("directive.candidate_rejected", body_format, "{}", "here");
    EXPECT_FALSE(event.ok());
}

TEST(Codec, organisation) {
    const auto divisions = through<organisation::Event>(
        organisation::DivisionsImported{"数据", "2.7.0", "ab", {31, 342, 2978, 41352, 620573}});
    EXPECT_EQ(divisions.counts, (std::vector<std::int64_t>{31, 342, 2978, 41352, 620573}));
    EXPECT_EQ(divisions.source + divisions.version + divisions.digest, "数据2.7.0ab");
    const auto unit =
        through<organisation::Event>(organisation::UnitFounded{{{"U1"}, "局", code("3302")}}).unit;
    EXPECT_EQ(unit.id.value + unit.name + unit.division.digits(), "U1局3302");
    const auto post =
        through<organisation::Event>(
            organisation::PostCreated{{{"P1"}, "科长", {"U1"}, "局", code("33"), "李四"}})
            .post;
    EXPECT_EQ(post.id.value + post.title + post.unit.value + post.unit_name, "P1科长U1局");
    EXPECT_EQ(post.division.digits() + post.holder, "33李四");
    const auto held =
        through<organisation::Event>(organisation::Appointed{{"P1"}, "李四", day("2025-01-01")});
    EXPECT_EQ(held.post.value + held.holder + held.from.iso(), "P1李四2025-01-01");
}

TEST(Codec, authority) {
    const authority::AccountOpened opened{
        {"A1"}, "wangwu", "王五", {"P1"}, {authority::Role::leader, authority::Role::citizen}};
    const auto back = through<authority::Event>(opened);
    EXPECT_EQ(back.account.value + back.login + back.name + back.post.value, "A1wangwu王五P1");
    EXPECT_EQ(back.roles, opened.roles);
    EXPECT_EQ(through<authority::Event>(authority::SignedIn{{"A1"}}).account.value, "A1");
    EXPECT_EQ(through<authority::Event>(authority::SignInRefused{"someone"}).login, "someone");
    EXPECT_EQ(through<authority::Event>(authority::SignedOut{{"A1"}}).account.value, "A1");
}

TEST(Codec, division_changes) {
    const organisation::DivisionsChanged event{
        "C1",
        organisation::ChangeKind::merge,
        day("2026-05-01"),
        "文号",
        "西县 并入 东县",
        {{code("900101003"), "西一镇", code("900101"), "xyz"}},
        {code("900102001"), code("900102")},
        {{code("900101"), "东县", "东区", "dq"}},
        {{code("900102"), code("900101")}}};
    const auto back = through<organisation::Event>(event);
    EXPECT_EQ(back.id + back.basis + back.summary + back.on.iso(),
              "C1文号西县 并入 东县2026-05-01");
    EXPECT_EQ(back.kind, event.kind);
    EXPECT_EQ(back.started, event.started);
    EXPECT_EQ(back.ended, event.ended);
    EXPECT_EQ(back.renamed, event.renamed);
    EXPECT_EQ(back.links, event.links);
    const auto withdrawn =
        through<organisation::Event>(organisation::DivisionChangeWithdrawn{"C1", "记错日期"});
    EXPECT_EQ(withdrawn.change + withdrawn.reason, "C1记错日期");
}

TEST(Codec, staff) {
    const organisation::Unit unit{
        {"U1"}, "局", code("33"), organisation::UnitKind::station, ident::UnitId{"U0"}};
    const auto founded = through<organisation::Event>(organisation::UnitFounded{unit}).unit;
    EXPECT_EQ(founded.kind, unit.kind);
    EXPECT_EQ(founded.reports_to, unit.reports_to);
    const auto placed = through<organisation::Event>(
        organisation::UnitPlaced{{"U1"}, code("3301"), ident::UnitId{"U2"}, day("2026-01-01")});
    EXPECT_EQ(
        placed.unit.value + placed.division.digits() + placed.reports_to->value + placed.on.iso(),
        "U13301U22026-01-01");
    const auto related = through<organisation::Event>(
        organisation::UnitsRelated{{{"U1"},
                                    {"U2"},
                                    organisation::RelationKind::cooperates,
                                    "救助",
                                    day("2026-01-01"),
                                    day("2027-01-01")}});
    EXPECT_EQ(related.relation.kind, organisation::RelationKind::cooperates);
    EXPECT_EQ(related.relation.matter + related.relation.from.iso() + related.relation.until->iso(),
              "救助2026-01-012027-01-01");
    const auto held = through<organisation::Event>(organisation::Appointed{
        {"P1"}, "李四", day("2026-01-01"), day("2026-06-01"), ident::PersonId{"N1"}});
    EXPECT_EQ(held.until, day("2026-06-01"));
    EXPECT_EQ(held.person->value, "N1");
    const auto ended = through<organisation::Event>(
        organisation::AppointmentEnded{{"P1"}, day("2026-01-01"), day("2026-03-01")});
    EXPECT_EQ(ended.post.value + ended.from.iso() + ended.on.iso(), "P12026-01-012026-03-01");
    EXPECT_EQ(through<organisation::Event>(organisation::UnitClosed{{"U1"}, day("2026-01-01")})
                  .unit.value,
              "U1");
    EXPECT_EQ(through<organisation::Event>(organisation::PostClosed{{"P1"}, day("2026-01-01")})
                  .post.value,
              "P1");
    const auto person =
        through<organisation::Event>(
            organisation::PersonRegistered{{{"N1"}, "某", code("33"), "s", "i", "m", "t", "u"}})
            .person;
    EXPECT_EQ(person.id.value + person.name + person.division.digits() + person.resident_sealed +
                  person.resident_index + person.resident_mask + person.telephone_sealed +
                  person.telephone_mask,
              "N1某33simtu");
}

TEST(Codec, what_happens_to_an_account) {
    EXPECT_EQ(through<authority::Event>(authority::SignInRefused{"a", "locked"}).cause, "locked");
    const auto locked = through<authority::Event>(authority::AccountLocked{{"A1"}, "停用", 5});
    EXPECT_EQ(locked.account.value + locked.reason + std::to_string(locked.until), "A1停用5");
    EXPECT_EQ(through<authority::Event>(authority::AccountUnlocked{{"A1"}, "到场"}).reason, "到场");
    const auto given =
        through<authority::Event>(authority::RolesGiven{{"A1"}, {authority::Role::audit}, "轮岗"});
    EXPECT_EQ(given.roles, std::set{authority::Role::audit});
    EXPECT_EQ(given.reason, "轮岗");
    EXPECT_EQ(through<authority::Event>(authority::PasswordSet{{"A1"}}).account.value, "A1");
    EXPECT_EQ(through<authority::Event>(authority::PasswordGiven{{"A1"}, "忘记", 5}).until, 5);
    EXPECT_EQ(through<authority::Event>(authority::SessionsEnded{{"A1"}, "遗失"}).reason, "遗失");
    EXPECT_EQ(through<authority::Event>(authority::SecondFactorSet{{"A1"}}).account.value, "A1");
    EXPECT_EQ(through<authority::Event>(authority::SecondFactorRemoved{{"A1"}, "换机"}).reason,
              "换机");
    EXPECT_EQ(through<authority::Event>(authority::RecoveryCodeUsed{{"A1"}, 9}).left, 9);
    const auto denied =
        through<authority::Event>(authority::AccessDenied{{"A1"}, "E-AUTH-001", "处"});
    EXPECT_EQ(denied.code + denied.place, "E-AUTH-001处");
    const auto glass =
        through<authority::Event>(authority::GlassBroken{{"A1"}, code("33"), "洪水", 7});
    EXPECT_EQ(glass.division.digits() + glass.reason + std::to_string(glass.until), "33洪水7");
    const auto seen =
        through<authority::Event>(authority::SealedRevealed{{"A1"}, "N1", "电话", "核实"});
    EXPECT_EQ(seen.subject + seen.field + seen.reason, "N1电话核实");
}

std::string code_of(const Result<journal::Event>& result) {
    return result.ok() ? "ok" : result.error().code;
}

TEST(Codec, what_cannot_be_read_is_said) {
    EXPECT_EQ(code_of(decode("authority.signed_in", 1, R"({"account":"A1"})", "here")), "ok");
    EXPECT_EQ(code_of(decode("authority.signed_in", 1, R"({"account":"A1","later":1})", "here")),
              "ok");
    EXPECT_EQ(code_of(decode("authority.vanished", 1, "{}", "here")), "E-STORE-015");
    EXPECT_EQ(code_of(decode("authority.signed_in", 2, "{}", "here")), "E-STORE-016");
    EXPECT_EQ(code_of(decode("authority.signed_in", 1, "{", "here")), "E-STORE-017");
    EXPECT_EQ(code_of(decode("authority.signed_in", 1, "[]", "here")), "E-STORE-017");
    EXPECT_EQ(code_of(decode("authority.signed_in", 1, "{}", "here")), "E-STORE-017");
    EXPECT_EQ(code_of(decode("authority.signed_in", 1, R"({"account":5})", "here")), "E-STORE-017");
    EXPECT_EQ(code_of(decode("organisation.appointed", 1,
                             R"({"post":"P","holder":"h","from":"2025-02-30"})", "here")),
              "E-STORE-017");
    EXPECT_EQ(code_of(decode(
                  "authority.account_opened", 1,
                  R"({"account":"A","login":"l","name":"n","post":"P","roles":["king"]})", "here")),
              "E-STORE-017");
    const auto missing = decode("authority.signed_in", 1, "{}", "日志第 5 条");
    EXPECT_NE(missing.error().text().find("没有字段 account"), std::string::npos);
    EXPECT_NE(missing.error().text().find("日志第 5 条"), std::string::npos);
}

TEST(Codec, text_must_be_utf8) {
    for (const char* bad : {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe4\xb8"}) {
        const auto encoded = encode(authority::Event{authority::SignInRefused{bad}});
        EXPECT_EQ(encoded.ok() ? "ok" : encoded.error().code, "E-STORE-019");
    }
}

}  // namespace
}  // namespace anmin::store
