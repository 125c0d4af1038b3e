#include <set>

#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using organisation::Reach;
using organisation::Scope;

class Documents : public OnBoth {};
ANMIN_ON_BOTH(Documents);

Scope inside(const std::string& digits) { return {code(digits), Reach::subtree}; }

std::vector<std::string> ids(const std::vector<document::Summary>& found) {
    std::vector<std::string> all;
    for (const auto& one : found) all.push_back(one.id.value);
    return all;
}

using Ids = std::vector<std::string>;

TEST_P(Documents, a_summary_says_what_was_received) {
    must(store().journal().commit(command(), {receive("D1", 3)}));
    const auto summary = must(store().documents().find_summary({"D1"}));
    ASSERT_TRUE(summary.has_value());
    EXPECT_EQ(summary->file_name, "D1.txt");
    EXPECT_EQ(summary->title, "关于做好D1工作的通知");
    EXPECT_EQ(summary->kind, "通知");
    EXPECT_EQ(summary->event_date, day("2025-03-01"));
    EXPECT_EQ(summary->division, code("3302"));
    EXPECT_EQ(summary->received.milliseconds, 1'740'000'001'000);
    EXPECT_EQ(summary->parts, 1);
    EXPECT_EQ(summary->bytes, 120);
    EXPECT_EQ(summary->proposed, 3);
    EXPECT_EQ(summary->quality, "good");
    EXPECT_EQ(must(store().documents().find_reading({"D1"})), received("D1").reading);
    EXPECT_EQ(must(store().documents().find_original({"D1"})), received("D1").digest);
    EXPECT_FALSE(must(store().documents().find_summary({"D2"})).has_value());
    EXPECT_FALSE(must(store().documents().find_reading({"D2"})).has_value());
    EXPECT_FALSE(must(store().documents().find_original({"D2"})).has_value());
}

TEST_P(Documents, without_a_title_the_first_words_serve) {
    auto event = received("D1");
    event.reading.parts.front().title.reset();
    event.reading.parts.front().clean_text = "会议强调，要完善机制。\n第二行";
    document::Part worse = event.reading.parts.front();
    worse.quality = "poor";
    worse.warnings = {{"lost_character", "缺字", {}}, {"lost_character", "缺字", {}}};
    event.reading.parts.push_back(worse);
    must(store().journal().commit(command(), {{{"document:D1"}, 0, {document::Event{event}}}}));
    const auto summary = must(store().documents().find_summary({"D1"}));
    EXPECT_EQ(summary->title, "会议强调，要完善机制。");
    EXPECT_EQ(summary->quality, "poor");
    EXPECT_EQ(summary->warnings, 2);
    EXPECT_EQ(summary->parts, 2);
}

TEST_P(Documents, candidates_are_counted_as_they_are_decided) {
    auto& journal = store().journal();
    must(journal.commit(command(), {receive("D1", 3)}));
    const journal::Append decisions{
        {"document:D1"},
        2,
        {directive::Event{directive::CandidateConfirmed{{"D1"}, 1, {"T1"}, officer}},
         directive::Event{directive::CandidateRejected{{"D1"}, 3, "重复", officer}}}};
    must(journal.commit(command(), {decisions, confirm_task("T1")}));
    const auto summary = must(store().documents().find_summary({"D1"}));
    EXPECT_EQ(summary->proposed, 1);
    EXPECT_EQ(summary->confirmed, 1);
    EXPECT_EQ(summary->rejected, 1);
    const auto found = must(store().tasks().candidates({"D1"}));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].state, directive::CandidateState::confirmed);
    EXPECT_EQ(found[0].task->value, "T1");
    EXPECT_EQ(found[1].state, directive::CandidateState::proposed);
    EXPECT_FALSE(found[1].task.has_value());
    EXPECT_EQ(found[1].candidate, candidate(2));
    EXPECT_EQ(found[2].state, directive::CandidateState::rejected);
    EXPECT_EQ(found[2].reason, "重复");
}

TEST_P(Documents, proposals_come_by_pages_in_the_order_of_their_numbers) {
    must(store().journal().commit(command(), {receive("D1", 7), receive("D2", 2)}));
    std::vector<std::int32_t> numbers;
    organisation::PageRequest request{"", 3};
    do {
        const auto page = must(store().tasks().candidate_page({"D1"}, request));
        EXPECT_LE(page.items.size(), 3U);
        for (const auto& one : page.items) numbers.push_back(one.candidate.number);
        request.after = page.next;
    } while (!request.after.empty());
    EXPECT_EQ(numbers, (std::vector<std::int32_t>{1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(must(store().tasks().candidate_page({"D2"}, {"", 2})).next, "");
    EXPECT_TRUE(must(store().tasks().candidate_page({"D3"}, {})).items.empty());
    for (const char* key : {"x", "1x", "-", "1/2"}) {
        EXPECT_FALSE(store().tasks().candidate_page({"D1"}, {key, 3}).ok()) << key;
    }
}

TEST_P(Documents, a_scope_shows_its_divisions_and_nothing_shows_nothing) {
    int number = 0;
    for (const char* division : {"0", "33", "3302", "330205", "330205001", "3303", "34"}) {
        const std::string id = "D" + std::to_string(++number);
        must(store().journal().commit(command(), {receive(id, 1, division)}));
    }
    const auto list = [&](const Scope& scope) {
        return ids(must(store().documents().list(scope, {})).items);
    };
    EXPECT_EQ(list(inside("0")), (Ids{"D7", "D6", "D5", "D4", "D3", "D2", "D1"}));
    EXPECT_EQ(list(inside("3302")), (Ids{"D5", "D4", "D3"}));
    EXPECT_EQ(list(inside("34")), Ids{"D7"});
    EXPECT_EQ(list(inside("35")), Ids{});
    EXPECT_EQ(list({code("3302"), Reach::subtree_and_above}), (Ids{"D5", "D4", "D3", "D2", "D1"}));
    EXPECT_EQ(list({code("0"), Reach::nothing}), Ids{});
    EXPECT_EQ(list(Scope{}), Ids{});
    EXPECT_EQ(ids(must(store().documents().undecided(Scope{}, 10))), Ids{});
    EXPECT_EQ(ids(must(store().documents().undecided(inside("33"), 2))), (Ids{"D6", "D5"}));
}

TEST_P(Documents, undecided_leaves_out_what_is_done) {
    auto& journal = store().journal();
    must(journal.commit(command(), {receive("D1", 1)}));
    must(journal.commit(command(), {receive("D2", 0)}));
    must(journal.commit(command(), {receive("D3", 1)}));
    must(journal.commit(
        command(), {{{"document:D1"},
                     2,
                     {directive::Event{directive::CandidateRejected{{"D1"}, 1, "否", officer}}}}}));
    EXPECT_EQ(ids(must(store().documents().undecided(inside("0"), 10))), Ids{"D3"});
}

TEST_P(Documents, pages_are_complete_and_without_repetition) {
    // Several in one commit have the same instant: the id decides their order.
    for (int i = 0; i < 5; ++i) {
        std::vector<journal::Append> appends;
        for (int j = 0; j < 5; ++j)
            appends.push_back(receive("D" + std::to_string(i) + std::to_string(j), 0));
        must(store().journal().commit(command(), appends));
    }
    std::vector<std::string> seen;
    std::string after;
    do {
        const auto page = must(store().documents().list(inside("0"), {after, 4}));
        EXPECT_LE(page.items.size(), 4U);
        for (const auto& id : ids(page.items)) seen.push_back(id);
        after = page.next;
    } while (!after.empty());
    EXPECT_EQ(seen.size(), 25U);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 25U);
    EXPECT_EQ(seen, ids(must(store().documents().list(inside("0"), {"", 500})).items));
    EXPECT_EQ(store().documents().list(inside("0"), {"nonsense", 4}).error().code, "E-STORE-022");
    EXPECT_EQ(store().documents().list(inside("0"), {"x1/D", 4}).error().code, "E-STORE-022");
}

TEST_P(Documents, bytes_are_kept_under_their_digest) {
    auto& documents = store().documents();
    const std::string bytes("\x00\xff bytes \x01", 10);
    const std::string digest = hexadecimal(view(Sm3().add(bytes).finish()));
    EXPECT_FALSE(must(documents.find_bytes(digest)).has_value());
    ASSERT_DONE(documents.keep_bytes(digest, bytes));
    ASSERT_DONE(documents.keep_bytes(digest, bytes));
    EXPECT_EQ(must(documents.find_bytes(digest)), bytes);
    EXPECT_FALSE(documents.keep_bytes(digest, "other").ok());
    const std::string nothing = hexadecimal(view(Sm3().finish()));
    ASSERT_DONE(documents.keep_bytes(nothing, ""));
    EXPECT_EQ(must(documents.find_bytes(nothing)), "");
}

TEST_P(Documents, the_same_bytes_are_found_in_their_division_only) {
    must(store().journal().commit(command(), {receive("D1", 0)}));
    const auto& digest = received("D1").digest;
    EXPECT_EQ(must(store().documents().find_digest(digest, code("3302")))->value, "D1");
    EXPECT_FALSE(must(store().documents().find_digest(digest, code("33"))).has_value());
}

}  // namespace
}  // namespace anmin::store
