#include "store/chain.h"

#include <gtest/gtest.h>
#include <set>

#include "store/ulid.h"

namespace anmin::store {
namespace {

// SPEC: GB/T 32905, example 1.
TEST(Chain, sm3_of_abc) {
    EXPECT_EQ(hexadecimal(view(Sm3().add("abc").finish())),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(Chain, fields_do_not_run_into_each_other) {
    EXPECT_NE(Sm3().field("ab").field("c").finish(), Sm3().field("a").field("bc").finish());
    EXPECT_NE(Sm3().field("").field("a").finish(), Sm3().field("a").field("").finish());
}

TEST(Chain, every_part_of_an_event_counts) {
    const EventText event{"task:1", 1, "kind", 5, "account", "name", "title", "33", 1, "{}"};
    const Hash hash = stream_hash({}, event);
    EventText other = event;
    other.at = 6;
    EXPECT_NE(stream_hash({}, other), hash);
    other = event;
    other.actor_name = "nam";
    other.post_title = "etitle";
    EXPECT_NE(stream_hash({}, other), hash);
    EXPECT_NE(stream_hash(hash, event), hash);
    EXPECT_NE(log_hash({}, hash, 1), log_hash({}, hash, 2));
}

TEST(Ulid, sorts_by_time_and_never_repeats) {
    std::int64_t now = 1'469'918'176'385;
    UlidSource source([&now] { return calendar::Instant{now}; });
    const std::string first = source.next();
    // SPEC: the time part of the ULID specification's example.
    EXPECT_EQ(first.substr(0, 10), "01ARYZ6S41");
    EXPECT_EQ(first.size(), 26U);
    std::set<std::string> seen{first};
    std::string last = first;
    for (int i = 0; i < 1000; ++i) {
        now += i % 3 - 1;  // a clock that also goes back
        const std::string next = source.next();
        EXPECT_GT(next, last);
        EXPECT_TRUE(seen.insert(next).second);
        last = next;
    }
    EXPECT_EQ(last.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), std::string::npos);
}

}  // namespace
}  // namespace anmin::store
