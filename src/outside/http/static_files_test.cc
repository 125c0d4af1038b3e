#include "http/static_files.h"

#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include "http/gzip.h"

namespace anmin::http {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public testing::Test {
protected:
    StaticFilesTest()
        : folder_(fs::temp_directory_path() / ("anmin-static-" + std::to_string(::getpid()))) {
        fs::create_directories(folder_ / "assets");
        std::ofstream(folder_ / "index.html") << "<!doctype html><title>安民</title>";
        std::ofstream(folder_ / "assets" / "index-1a2b.js") << std::string(5000, 'x');
        std::ofstream(folder_ / "logo.png") << "png";
        std::ofstream(folder_ / "empty.txt");
    }
    ~StaticFilesTest() override { fs::remove_all(folder_); }

    static Request request(const std::string& target, std::vector<Header> headers = {}) {
        Request request;
        request.method = "GET";
        request.target = target;
        read_target(request);
        request.headers = std::move(headers);
        return request;
    }
    static std::string header(const Response& response, const std::string& name) {
        for (const Header& one : response.headers) {
            if (one.name == name) return one.value;
        }
        return {};
    }

    fs::path folder_;
};

std::string unpacked(std::string_view packed) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string bytes(1U << 20U, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    return bytes;
}

TEST_F(StaticFilesTest, ServesFilesWithTheirTypes) {
    const auto files = StaticFiles::load(folder_).value();
    const auto script = files.find(request("/assets/index-1a2b.js"));
    ASSERT_TRUE(script);
    EXPECT_EQ(header(*script, "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(header(*script, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(script->bytes()->size(), 5000U);
    EXPECT_EQ(header(*files.find(request("/")), "Cache-Control"), "no-cache");
    EXPECT_EQ(files.find(request("/empty.txt"))->bytes(), "");
}

TEST_F(StaticFilesTest, PacksWhatPaysForWhoTakesIt) {
    const auto files = StaticFiles::load(folder_).value();
    const auto packed =
        files.find(request("/assets/index-1a2b.js", {{"accept-encoding", "br, gzip"}}));
    EXPECT_EQ(header(*packed, "Content-Encoding"), "gzip");
    EXPECT_EQ(unpacked(*packed->bytes()), std::string(5000, 'x'));
    const auto picture = files.find(request("/logo.png", {{"accept-encoding", "gzip"}}));
    EXPECT_EQ(header(*picture, "Content-Encoding"), "");
}

TEST_F(StaticFilesTest, AnswersThatNothingChanged) {
    const auto files = StaticFiles::load(folder_).value();
    const std::string tag = header(*files.find(request("/")), "ETag");
    EXPECT_EQ(files.find(request("/", {{"if-none-match", tag}}))->status, 304);
    EXPECT_EQ(files.find(request("/", {{"if-none-match", "\"other\", " + tag}}))->status, 304);
    EXPECT_EQ(files.find(request("/", {{"if-none-match", "\"other\""}}))->status, 200);
}

TEST_F(StaticFilesTest, GivesThePageForRoutesOfThePage) {
    const auto files = StaticFiles::load(folder_).value();
    const auto page = files.find(request("/ledger/abc", {{"accept", "text/html,*/*;q=0.8"}}));
    ASSERT_TRUE(page);
    EXPECT_EQ(header(*page, "Content-Type"), "text/html; charset=utf-8");
    EXPECT_FALSE(files.find(request("/assets/gone.js", {{"accept", "*/*"}})));
    EXPECT_FALSE(files.find(request("/../etc/passwd")));
    EXPECT_FALSE(files.find(request("/..%2Findex.html")));
    auto post = request("/");
    post.method = "POST";
    EXPECT_FALSE(files.find(post));
}

TEST_F(StaticFilesTest, SaysHowToBuildThePages) {
    const auto page = StaticFiles().find(request("/"));
    ASSERT_TRUE(page);
    EXPECT_NE(page->bytes()->find("tools/web"), std::string::npos);
    fs::remove(folder_ / "index.html");
    EXPECT_EQ(StaticFiles::load(folder_).error().code, "E-HTTP-004");
    EXPECT_EQ(StaticFiles::load(folder_ / "none").error().code, "E-HTTP-004");
}

TEST(AcceptEncoding, KnowsWeights) {
    EXPECT_TRUE(accepts_gzip("gzip"));
    EXPECT_TRUE(accepts_gzip("deflate, GZIP;q=0.5"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0.0, br"));
    EXPECT_FALSE(accepts_gzip("br"));
    EXPECT_FALSE(accepts_gzip(""));
}

}  // namespace
}  // namespace anmin::http
