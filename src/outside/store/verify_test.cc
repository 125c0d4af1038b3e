#include <algorithm>

#include "store/log.h"
#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using Kind = LogFaultKind;

// A log of six events: T1, T2, T1, T2, T1, T3.
class Tampering : public OnBoth {
protected:
    void write() {
        auto& journal = store().journal();
        must(journal.commit(command(), {confirm_task("T1")}));
        must(journal.commit(command(), {confirm_task("T2")}));
        must(journal.commit(command(), {task_event("T1", 1, assigned("P1", "330205"))}));
        must(journal.commit(command(), {task_event("T2", 1, assigned("P1", "330205"))}));
        must(journal.commit(command(), {task_event("T1", 2, assigned("P2", "330206"))}));
        must(journal.commit(command(), {confirm_task("T3")}));
        ASSERT_TRUE(must(store().verify_log()).ok());
        anchor_ = must(store().anchor());
        close();
    }
    void tamper(const std::string& sql) { ASSERT_DONE(raw()->script(sql)); }
    LogReport verify(const std::optional<Anchor>& anchor = std::nullopt) {
        return must(verify_log(*raw(), anchor));
    }
    // Exactly these faults, each as its kind and number.
    void expect(std::vector<std::pair<Kind, std::int64_t>> expected) {
        std::vector<std::pair<Kind, std::int64_t>> found;
        std::string texts;
        for (const auto& fault : verify().faults) {
            found.emplace_back(fault.kind, fault.seq);
            texts += fault.text + "\n";
            EXPECT_FALSE(fault.text.empty());
        }
        std::sort(found.begin(), found.end());
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(found, expected) << texts;
    }

    Anchor anchor_;
};
ANMIN_ON_BOTH(Tampering);

TEST_P(Tampering, an_untouched_log_verifies) {
    write();
    const auto report = verify(anchor_);
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, 6);
    EXPECT_EQ(report.streams, 3);
    EXPECT_EQ(report.head, 6);
    EXPECT_EQ(report.hash, anchor_.hash);
    EXPECT_EQ(anchor_.seq, 6);
}

TEST_P(Tampering, an_empty_log_verifies) {
    const auto report = must(store().verify_log(must(store().anchor())));
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, 0);
}

TEST_P(Tampering, every_column_of_an_event_is_protected) {
    write();
    for (const std::string column :
         {"kind", "account", "actor_name", "post_title", "division", "body"}) {
        tamper("UPDATE event SET " + column + " = " + column + " || 'x' WHERE seq = 3");
        expect({{Kind::changed, 3}});
        tamper("UPDATE event SET " + column + " = substr(" + column + ", 1, length(" + column +
               ") - 1) WHERE seq = 3");
    }
    for (const std::string column : {"at", "format"}) {
        tamper("UPDATE event SET " + column + " = " + column + " + 1 WHERE seq = 3");
        expect({{Kind::changed, 3}});
        tamper("UPDATE event SET " + column + " = " + column + " - 1 WHERE seq = 3");
    }
    expect({});
}

TEST_P(Tampering, a_missing_event_is_named) {
    write();
    tamper("DELETE FROM event WHERE seq = 3");
    const auto report = verify();
    expect({{Kind::missing, 3}, {Kind::missing, 5}});
    EXPECT_EQ(report.faults[1].stream, "task:T1");
    EXPECT_NE(report.faults[1].text.find("第 2 版"), std::string::npos);
}

TEST_P(Tampering, several_missing_events_are_one_gap) {
    write();
    tamper("DELETE FROM event WHERE seq IN (1, 2)");
    const auto report = verify();
    EXPECT_EQ(report.faults.front().kind, Kind::missing);
    EXPECT_NE(report.faults.front().text.find("第 1–2 条"), std::string::npos);
}

TEST_P(Tampering, exchanged_places_are_noticed_in_different_streams) {
    write();
    tamper(
        "UPDATE event SET seq = -1 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4;"
        "UPDATE event SET seq = 4 WHERE seq = -1;");
    // The fifth follows the stored hash of the fourth place, which is another now.
    expect({{Kind::moved, 3}, {Kind::moved, 4}, {Kind::moved, 5}});
}

TEST_P(Tampering, exchanged_places_are_noticed_in_one_stream) {
    write();
    tamper(
        "UPDATE event SET seq = -1 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 5;"
        "UPDATE event SET seq = 5 WHERE seq = -1;");
    const auto report = verify();
    const auto moved_at = [&report](std::int64_t seq) {
        return std::any_of(
            report.faults.begin(), report.faults.end(), [seq](const LogFault& fault) {
                return fault.kind == Kind::moved && fault.seq == seq && fault.stream == "task:T1";
            });
    };
    EXPECT_TRUE(moved_at(3));
    EXPECT_TRUE(moved_at(5));
}

TEST_P(Tampering, exchanged_contents_are_noticed) {
    write();
    tamper("UPDATE event SET body = (SELECT body FROM event WHERE seq = 5) WHERE seq = 3");
    expect({{Kind::changed, 3}});
}

TEST_P(Tampering, a_cut_off_end_is_noticed) {
    write();
    tamper("DELETE FROM event WHERE seq > 4");
    // The end of the log, and both streams that had their last event there.
    expect({{Kind::truncated, 5}, {Kind::truncated, 0}, {Kind::truncated, 0}});
}

TEST_P(Tampering, a_cut_off_end_with_a_fitting_head_is_noticed_by_its_stream) {
    write();
    tamper(
        "DELETE FROM event WHERE seq = 6;"
        "UPDATE log_head SET seq = 5, hash = (SELECT hash FROM event WHERE seq = 5);");
    expect({{Kind::truncated, 0}});
    EXPECT_EQ(verify().faults.front().stream, "task:T3");
}

TEST_P(Tampering, only_an_anchor_kept_elsewhere_notices_a_perfect_cut) {
    write();
    tamper(
        "DELETE FROM event WHERE seq = 6; DELETE FROM stream WHERE stream = 'task:T3';"
        "UPDATE log_head SET seq = 5, hash = (SELECT hash FROM event WHERE seq = 5);");
    EXPECT_TRUE(verify().ok());
    const auto report = verify(anchor_);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults.front().kind, Kind::anchor);
}

TEST_P(Tampering, only_an_anchor_notices_a_log_written_anew) {
    write();
    auto other = anchor_;
    other.seq = 2;
    const auto report = verify(other);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults.front().kind, Kind::anchor);
    EXPECT_EQ(report.faults.front().seq, 2);
}

TEST_P(Tampering, a_changed_event_with_its_own_hash_made_to_fit_breaks_the_chain) {
    write();
    {
        const auto connection = raw();
        Hash before{};
        EventText text;
        std::vector<std::string> kept(7);
        ASSERT_DONE(connection->run("SELECT stream_hash FROM event WHERE seq = 1", {},
                                    [&](const Row& row) -> Result<void> {
                                        before = hash_from(row.bytes(0));
                                        return {};
                                    }));
        ASSERT_DONE(
            connection->run("SELECT stream, kind, account, actor_name, post_title, division, body, "
                            "at FROM event WHERE seq = 3",
                            {}, [&](const Row& row) -> Result<void> {
                                for (int i = 0; i < 7; ++i)
                                    kept[static_cast<std::size_t>(i)] = row.string(i);
                                text.at = row.integer(7);
                                return {};
                            }));
        kept[3] = "另一人";
        text = {kept[0], 2, kept[1], text.at, kept[2], kept[3], kept[4], kept[5], 1, kept[6]};
        const Hash fitting = stream_hash(before, text);
        ASSERT_DONE(
            connection->run("UPDATE event SET actor_name = $1, stream_hash = $2 WHERE seq = 3",
                            {kept[3], Bytes{view(fitting)}}));
    }
    expect({{Kind::moved, 3}, {Kind::changed, 5}});
}

TEST_P(Tampering, a_smuggled_event_is_noticed) {
    write();
    tamper(
        "INSERT INTO event SELECT 7, 'task:T4', 1, kind, at, account, actor_name, post_title, "
        "division, "
        "format, body, stream_hash, hash FROM event WHERE seq = 6");
    const auto faults = verify().faults;
    const auto has = [&faults](Kind kind) {
        return std::any_of(faults.begin(), faults.end(),
                           [kind](const LogFault& one) { return one.kind == kind; });
    };
    EXPECT_TRUE(has(Kind::changed));
    EXPECT_TRUE(has(Kind::foreign));
}

TEST_P(Tampering, a_changed_head_is_noticed) {
    write();
    tamper("UPDATE log_head SET hash = (SELECT hash FROM event WHERE seq = 2)");
    expect({{Kind::foreign, 6}});
}

TEST_P(Tampering, a_log_of_nothing_but_faults_ends) {
    std::vector<journal::Append> appends;
    for (int i = 0; i < 150; ++i) appends.push_back(confirm_task("T" + std::to_string(i)));
    must(store().journal().commit(command(), appends));
    close();
    tamper("UPDATE event SET body = '{}'");
    EXPECT_EQ(verify().faults.size(), fault_limit);
}

TEST(AnchorText, is_read_back) {
    const Anchor anchor{42, std::string(64, 'a')};
    EXPECT_EQ(anchor.text(), "42 " + std::string(64, 'a'));
    const auto back = Anchor::parse(anchor.text());
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->seq, 42);
    EXPECT_EQ(back->hash, anchor.hash);
    for (const std::string& bad : std::vector<std::string>{"", "42", "42 ", "x aa", "42 zz",
                                                           "-1 " + anchor.hash, anchor.hash}) {
        EXPECT_FALSE(Anchor::parse(bad).has_value()) << bad;
    }
}

}  // namespace
}  // namespace anmin::store
