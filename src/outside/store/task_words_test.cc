// The word filter finds the same by the index of words as in the ledger's order, and as plain
// searching would; on both engines, after handing on, rebuilding and restoring.
#include "store/task_words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <thread>

#include "store/test_database.h"
#include "store/test_events.h"

namespace anmin::store {
namespace {

using directive::LedgerFilter;
using organisation::Reach;
using organisation::Scope;
using Ids = std::vector<std::string>;

TEST(Grams, are_pairs_of_neighbours_three_digits_and_the_last_alone) {
    EXPECT_EQ(grams_of("低保低保"), "4f4e4fdd 4fdd 4fdd4f4e");
    EXPECT_EQ(grams_of("a𠀀"), "0061z20000 z20000");
    EXPECT_EQ(grams_of(""), "");
    EXPECT_EQ(grams_of("1201"), "00300031 0031 00310032 003100320030 00320030 003200300031");
    EXPECT_EQ(grams_wanted("低保"), "4f4e4fdd");
    EXPECT_EQ(grams_wanted("第1201号"), "003100320030 003153f7 003200300031 7b2c0031");
    EXPECT_EQ(grams_wanted("12"), "00310032");
    EXPECT_EQ(grams_wanted("低"), "4f4e*");
    EXPECT_EQ(grams_wanted(""), "");
}

class TaskWords : public OnBoth {
protected:
    static journal::Append confirmed(const std::string& id, const std::string& text,
                                     const std::string& issuer = "3302") {
        const auto event =
            directive::confirm({id}, {"DOC"}, "某通知", candidate(1, text), officer, "某局",
                               code(issuer), day("2025-03-01"), day("2025-04-01"));
        return {journal::stream_of(ident::TaskId{id}), 0, {directive::Event(event)}};
    }
    void add(const std::string& id, const std::string& text, const std::string& issuer = "3302") {
        must(store().journal().commit(command(), {confirmed(id, text, issuer)}));
    }
    // By the index when `few` allows, else in the ledger's order.
    Ids found(const std::string& words, const std::string& division, std::int64_t few) {
        Settings read = settings();
        read.access = Access::read;
        read.few_by_words = few;
        const auto reader = must(open(read));
        LedgerFilter filter;
        filter.words = words;
        const auto ledger =
            must(reader->tasks().ledger(Scope{code(division), Reach::subtree}, filter, {"", 500}));
        EXPECT_FALSE(ledger.is_more);
        EXPECT_EQ(ledger.total, static_cast<std::int64_t>(ledger.page.items.size()));
        Ids ids;
        for (const auto& task : ledger.page.items) ids.push_back(task.id.value);
        return ids;
    }
    void expect_found(const std::string& words, const Ids& ids, const std::string& division = "0") {
        EXPECT_EQ(found(words, division, 20'000), ids) << words << " by the index";
        EXPECT_EQ(found(words, division, 0), ids) << words << " in order";
    }
};
ANMIN_ON_BOTH(TaskWords);

TEST_P(TaskWords, signs_of_every_kind_are_found_as_they_stand) {
    add("T1", "到2025年底 A+B 覆盖100%");
    add("T2", "核实𠀀某等3户，“应保尽保”");
    add("T3", "ab");
    expect_found("100%", {"T1"});
    expect_found("a+b", {"T1"});
    expect_found("A", {"T1", "T3"});
    expect_found("%", {"T1"});
    expect_found("𠀀", {"T2"});
    expect_found("“应保尽保”", {"T2"});
    expect_found("尽保应保", {});  // all its pairs are there, the words are not
    expect_found("保", {"T2"});
    expect_found("OR", {});
    expect_found("4f4e*", {});
    expect_found("b\n某通知", {"T3"});  // the end of the text and the source's title
}

TEST_P(TaskWords, follow_the_owner_and_survive_rebuilding) {
    add("T1", "入户核查");
    add("T2", "入户核查");
    must(store().journal().commit(command(), {task_event("T1", 1, assigned("P1", "330205"))}));
    expect_found("江北县", {"T1"});
    must(store().journal().commit(command(), {task_event("T1", 2, assigned("P2", "330206"))}));
    expect_found("入户", {"T1", "T2"});
    expect_found("330206", found("330206", "0", 0));
    ASSERT_DONE(store().rebuild_projections());
    expect_found("入户核查", {"T1", "T2"});
    expect_found("江北县", found("江北县", "0", 0));
    must(store().journal().commit(command(), {task_event("T1", 3, assigned("P1", "330205"))}));
    expect_found("330206", {});
    expect_found("江北县", {"T1"});
    add("T3", "再入户核查");
    expect_found("入户核查", {"T1", "T2", "T3"});
}

TEST_P(TaskWords, many_new_ones_are_indexed_after_their_command) {
    std::vector<journal::Append> many;
    for (int i = 1000; i < 1300; ++i) {
        many.push_back(confirmed("T" + std::to_string(i), "核查第" + std::to_string(i) + "户"));
    }
    must(store().journal().commit(command(), many));
    const auto connection = raw();
    Indexed now;
    for (int tries = 0; tries < 500 && now.until < 300; ++tries) {
        now = must(indexed(*connection));
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(now.until, 300);
    EXPECT_EQ(now.last, 300);
    expect_found("第1299户", {"T1299"});
    add("T2000", "核查第1299户的邻居");
    EXPECT_EQ(must(indexed(*connection)).until, 300) << "one alone waits for others";
    expect_found("第1299户", {"T1299", "T2000"});
}

TEST_P(TaskWords, are_indexed_again_where_a_backup_is_put_back) {
    add("T1", "入户核查");
    const std::string copy = folder_file("copy.anmin");
    must(store().backup(copy));
    url_ = folder_file("other.db");
    must(restore(copy, url_));
    close();
    expect_found("户核", {"T1"});
}

TEST_P(TaskWords, random_words_are_found_as_by_plain_searching) {
    std::mt19937 random(20251122);
    const std::array<std::string, 6> signs{"保", "低", "1", "2", "0", "县"};
    const auto text = [&](std::size_t longest) {
        std::string made;
        const auto length = 1 + random() % longest;
        for (std::size_t i = 0; i < length; ++i) made += signs[random() % signs.size()];
        return made;
    };
    std::vector<std::string> texts;
    for (int i = 0; i < 60; ++i) {
        if (i == 40) ASSERT_DONE(store().rebuild_projections());  // the last 20 wait
        texts.push_back(text(12));
        add("T" + std::to_string(100 + i), texts.back(), i % 2 == 0 ? "3302" : "3411");
    }
    std::size_t hits = 0;
    for (int i = 0; i < 60; ++i) {
        const std::string words = text(4);
        Ids all;
        for (std::size_t t = 0; t < texts.size(); ++t) {
            const bool there = texts[t].find(words) != std::string::npos;
            if (there && t % 2 == 0) all.push_back("T" + std::to_string(100 + t));
        }
        hits += all.size();
        EXPECT_EQ(found(words, "33", i % 2 == 0 ? 20'000 : 0), all) << words;
    }
    EXPECT_GT(hits, 50U);
}

// Every page after page, whichever way the words are looked for.
Ids all_pages(Store& reader, const Scope& scope, const LedgerFilter& filter, std::int32_t rows,
              std::int64_t total) {
    Ids ids;
    organisation::PageRequest page{"", rows};
    do {
        const auto ledger = must(reader.tasks().ledger(scope, filter, page));
        EXPECT_EQ(ledger.total, ledger.is_more ? rows : total);
        EXPECT_LE(ledger.page.items.size(), static_cast<std::size_t>(rows));
        for (const auto& task : ledger.page.items) ids.push_back(task.id.value);
        page.after = ledger.page.next;
    } while (!page.after.empty() && ids.size() < 1'000);
    return ids;
}

TEST_P(TaskWords, pages_and_filters_are_the_same_both_ways) {
    std::vector<journal::Append> many;
    for (int i = 0; i < 60; ++i) {
        const ident::TaskId id{"T" + std::to_string(100 + i * 37 % 60)};
        const auto text = std::string(i % 3 == 0 ? "保低障" : "低保障") + std::to_string(i);
        auto event = directive::confirm(id, {"DOC"}, "某通知", candidate(1, text), officer, "某局",
                                        code(i % 2 == 0 ? "3302" : "3411"), day("2025-03-01"),
                                        day(i % 5 == 0 ? "2025-05-01" : "2025-04-01"));
        many.push_back({journal::stream_of(id), 0, {directive::Event(event)}});
    }
    must(store().journal().commit(command(), many));
    ASSERT_DONE(store().rebuild_projections());
    must(store().journal().commit(command(), {task_event("T101", 1, assigned("P1", "330205"))}));
    LedgerFilter all;
    all.words = "低保";
    LedgerFilter longer = all;
    longer.words = "低保障1";
    LedgerFilter early = longer;
    early.due_before = day("2025-04-15");
    LedgerFilter handed = all;
    handed.states = {directive::TaskState::assigned};
    Settings read = settings();
    read.access = Access::read;
    const auto by_index = must(open(read));
    read.few_by_words = 0;
    const auto in_order = must(open(read));
    std::vector<std::size_t> sizes;
    for (const auto& filter : {all, longer, early, handed}) {
        for (const auto* division : {"0", "33"}) {
            const Scope scope{code(division), Reach::subtree};
            const auto whole = must(in_order->tasks().ledger(scope, filter, {"", 500})).total;
            const auto ids = all_pages(*in_order, scope, filter, 500, whole);
            EXPECT_EQ(static_cast<std::int64_t>(ids.size()), whole);
            EXPECT_EQ(all_pages(*by_index, scope, filter, 500, whole), ids);
            EXPECT_EQ(all_pages(*by_index, scope, filter, 7, whole), ids);
            EXPECT_EQ(all_pages(*in_order, scope, filter, 7, whole), ids);
            sizes.push_back(ids.size());
        }
    }
    EXPECT_EQ(sizes, (std::vector<std::size_t>{40, 21, 8, 4, 7, 3, 1, 1}));
    const auto bad = by_index->tasks().ledger({code("0"), Reach::subtree}, all, {"nonsense", 7});
    EXPECT_FALSE(bad.ok());
}

}  // namespace
}  // namespace anmin::store
