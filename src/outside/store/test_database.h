// For this room's tests: an empty database of either engine, and the small events that tests write.
#pragma once

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "journal/journal.h"
#include "store/postgres.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace anmin::store {

enum class TestEngine { sqlite, postgres };

inline std::string name_of(TestEngine engine) {
    return engine == TestEngine::sqlite ? "sqlite" : "postgres";
}

// Adds a line to a test's message when the Result carries an Error.
#define EXPECT_DONE(expression)                                   \
    do {                                                          \
        const auto expected_done = (expression);                  \
        EXPECT_TRUE(expected_done.ok()) << expected_done.error(); \
    } while (false)
#define ASSERT_DONE(expression)                                   \
    do {                                                          \
        const auto expected_done = (expression);                  \
        ASSERT_TRUE(expected_done.ok()) << expected_done.error(); \
    } while (false)

// The value, or the end of the test program with the error's text.
template <class T>
T must(Result<T>&& result) {
    if (!result.ok()) {
        ADD_FAILURE() << result.error();
        std::abort();
    }
    return std::move(result).value();
}

class TempFolder {
public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "anmin-store-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

// A schema of its own on the server of ANMIN_TEST_POSTGRES (tools/with-postgres starts one).
class TestSchema {
public:
    static const char* server() { return std::getenv("ANMIN_TEST_POSTGRES"); }

    TestSchema() {
        static std::atomic<int> count{0};
        name_ = "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        run("CREATE SCHEMA " + name_);
    }
    TestSchema(const TestSchema&) = delete;
    TestSchema& operator=(const TestSchema&) = delete;
    ~TestSchema() { run("DROP SCHEMA " + name_ + " CASCADE"); }

    std::string url() const { return std::string(server()) + "&options=-csearch_path%3D" + name_; }

private:
    static void run(const std::string& sql) {
        const auto connection = must(open_postgres(server(), Access::write));
        EXPECT_DONE(connection->script(sql));
    }
    std::string name_;
};

// Tests of both engines: each gets an empty database.
class OnBoth : public ::testing::TestWithParam<TestEngine> {
protected:
    void SetUp() override {
        if (GetParam() == TestEngine::sqlite) {
            url_ = folder_.file("anmin.db");
            return;
        }
        if (TestSchema::server() == nullptr) {
            GTEST_SKIP() << "no PostgreSQL: run by tools/with-postgres";
        }
        schema_ = std::make_unique<TestSchema>();
        url_ = schema_->url();
    }
    void TearDown() override {
        store_.reset();
        schema_.reset();
    }

    Settings settings() {
        Settings made;
        made.url = url_;
        made.readers = 2;
        made.now = [this] { return calendar::Instant{now_ += 1000}; };
        return made;
    }
    Store& store() {
        if (!store_) store_ = must(open(settings()));
        return *store_;
    }
    void close() { store_.reset(); }
    // A connection beside the store, for looking at rows and for tampering.
    std::unique_ptr<Connection> raw() {
        return must(schema_ ? open_postgres(url_, Access::write)
                            : open_sqlite(url_, Access::write));
    }
    std::string folder_file(const std::string& name) const { return folder_.file(name); }

    std::string url_;
    std::atomic<std::int64_t> now_{1'740'000'000'000};

private:
    TempFolder folder_;
    std::unique_ptr<TestSchema> schema_;
    std::unique_ptr<Store> store_;
};

#define ANMIN_ON_BOTH(Suite)                                                                       \
    INSTANTIATE_TEST_SUITE_P(, Suite, ::testing::Values(TestEngine::sqlite, TestEngine::postgres), \
                             [](const auto& engine) { return name_of(engine.param); })

}  // namespace anmin::store
