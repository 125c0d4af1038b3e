// Many rows at once: by statements where there are few, by the engine's own way where there are
// many.
#include "store/many_rows.h"

#include "store/test_database.h"

namespace anmin::store {
namespace {

class Rows : public OnBoth {
protected:
    void SetUp() override {
        OnBoth::SetUp();
        if (IsSkipped()) return;
        store();
        connection_ = raw();
        ASSERT_DONE(connection_->script(
            "CREATE TABLE counted (name {text} PRIMARY KEY, times {integer} NOT NULL)"));
    }
    void TearDown() override {
        connection_.reset();
        OnBoth::TearDown();
    }

    // `times` more of each of the names "0", "1", ... before `names`.
    Result<void> count(int names, Parameter times) {
        ManyRows rows(*connection_, "counted", "name, times", 2,
                      "ON CONFLICT (name) DO UPDATE SET times = counted.times + excluded.times");
        for (int i = 0; i < names; ++i) TRY(rows.add({std::to_string(i), times}));
        return rows.finish();
    }
    std::vector<std::int64_t> counted() {
        std::vector<std::int64_t> all;
        EXPECT_DONE(connection_->run(
            "SELECT count(*), CAST(coalesce(sum(times), 0) AS bigint) FROM counted", {},
            [&](const Row& row) -> Result<void> {
                all = {row.integer(0), row.integer(1)};
                return {};
            }));
        return all;
    }

    std::unique_ptr<Connection> connection_;
};
ANMIN_ON_BOTH(Rows);

TEST_P(Rows, that_are_there_already_are_added_to) {
    ASSERT_DONE(connection_->begin_write());
    EXPECT_DONE(count(3, std::int64_t{1}));
    EXPECT_DONE(count(9000, std::int64_t{10}));
    EXPECT_DONE(count(600, std::int64_t{100}));
    ASSERT_DONE(connection_->commit());
    EXPECT_EQ(counted(), (std::vector<std::int64_t>{9000, 3 + 90'000 + 60'000}));
}

TEST_P(Rows, one_that_is_wrong_leaves_none_and_the_connection_goes_on) {
    for (const int names : {3, 2000}) {
        ASSERT_DONE(connection_->begin_write());
        const auto outcome = count(names, Null{});
        EXPECT_FALSE(outcome.ok()) << names;
        connection_->rollback();
        EXPECT_EQ(counted(), (std::vector<std::int64_t>{0, 0}));
        ASSERT_DONE(connection_->begin_write());
        EXPECT_DONE(count(names, std::int64_t{1}));
        connection_->rollback();
    }
}

}  // namespace
}  // namespace anmin::store
