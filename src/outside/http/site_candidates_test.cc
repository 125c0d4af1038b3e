// A document of thousands of proposals over the interface: small answers, and none is missed.
#include <set>

#include "http/test_site.h"

namespace anmin::http {
namespace {

constexpr int thousands = 6'000;

class CandidatesTest : public TestSite {
protected:
    // A document of one part in which every proposal is a sentence of ten characters.
    std::string long_document(int count) {
        document::Received received;
        received.document = {ids_->next()};
        document::Part part;
        const std::string sentence = "各乡镇按时报送台账。";
        for (int at = 0; at < count; ++at) part.clean_text += sentence;
        part.title = "长通知";
        part.kind = "通知";
        part.quality = "good";
        received.file_name = "长通知.txt";
        received.digest = vault_->digest(part.clean_text);
        received.bytes = static_cast<std::int64_t>(part.clean_text.size());
        received.division = code("330102");
        directive::TasksProposed proposed{received.document, {}};
        for (int at = 0; at < count; ++at) {
            directive::Candidate item;
            item.number = at + 1;
            item.span = {at * 10, at * 10 + 10};
            item.text = sentence;
            item.confidence = 80;
            item.reason = "文种为布置工作的公文；写明承办者";
            proposed.candidates.push_back(std::move(item));
        }
        const std::string text = part.clean_text;
        received.reading = {"UTF-8", "plain", text, {std::move(part)}};
        return "/api/v1/documents/" + keep_document(std::move(received), text, proposed);
    }
    Reply get(const std::string& path, const char* login = "office") {
        return call("GET", path, session(login));
    }
    Reply post(const std::string& path, const std::string& body, const std::string& version,
               const std::string& key = "") {
        std::vector<std::string> headers{"If-Match: \"" + version + "\""};
        if (!key.empty()) headers.push_back("Idempotency-Key: " + key);
        return post_json(path, session("office"), body, headers);
    }
    static std::size_t candidates(const Reply& reply) {
        return parsed(reply).at("candidates").as_array().size();
    }
};

TEST_F(CandidatesTest, ThousandsComeByPagesAndNoneIsMissed) {
    const std::string path = long_document(thousands);
    const auto whole = get(path);
    EXPECT_EQ(candidates(whole), 6000U) << "the old form keeps everything";
    const auto bare = get(path + "?bare=true");
    EXPECT_EQ(candidates(bare), 0U);
    EXPECT_EQ(bare.header("etag"), whole.header("etag"));
    EXPECT_EQ(at(bare, "/summary/proposed"), "6000");
    EXPECT_LT(bare.body.size() * 3, whole.body.size());
    std::set<std::int64_t> numbers;
    std::string after;
    int pages = 0;
    do {
        const auto page = get(path + "/candidates?limit=500&after=" + after);
        EXPECT_EQ(page.status, 200) << page.body;
        EXPECT_LT(page.body.size(), 300'000U);
        EXPECT_EQ(at(page, "/version"), "2");
        const auto read = parsed(page);
        for (const auto& one : read.at("items").as_array()) {
            EXPECT_TRUE(numbers.insert(one.at("number").as_int64()).second);
        }
        after = text_at(page, "/next");
        ++pages;
    } while (!after.empty() && pages < 20);
    EXPECT_EQ(pages, 12);
    EXPECT_EQ(numbers.size(), 6000U);
    EXPECT_EQ(at(get(path + "/candidates?limit=1"), "/items/0"), at(whole, "/candidates/0"));
}

TEST_F(CandidatesTest, ACommandAnswersWithWhatItChanged) {
    const std::string path = long_document(thousands);
    const std::string body =
        R"({"confirm":[{"number":7}],"reject":[{"number":9,"reason":"重复"}]})";
    const auto decided = post(path + "/decisions?changes=true", body, "2", "k1");
    EXPECT_EQ(decided.status, 200) << decided.body;
    EXPECT_LT(decided.body.size(), 3'000U);
    EXPECT_EQ(decided.header("etag"), "\"4\"");
    EXPECT_EQ(at(decided, "/version"), "4");
    EXPECT_EQ(at(decided, "/changed/0/number"), "7");
    EXPECT_EQ(text_at(decided, "/changed/0/state"), "confirmed");
    EXPECT_EQ(text_at(decided, "/changed/1/rejection"), "重复");
    EXPECT_EQ(at(decided, "/changed/2"), "nothing");
    EXPECT_EQ(at(decided, "/gone"), "[]");
    EXPECT_EQ(at(decided, "/summary/proposed"), "5998");
    // Sent again, it answers with everything: others may have decided since.
    const auto again = post(path + "/decisions?changes=true", body, "2", "k1");
    EXPECT_EQ(again.header("idempotency-replayed"), "true");
    EXPECT_EQ(candidates(again), 6000U);
    EXPECT_EQ(post(path + "/decisions?changes=true", body, "2").status, 412);
    const std::string reopen = R"({"confirm":[],"reject":[],"reopen":[{"number":9}]})";
    const auto reopened = post(path + "/decisions?changes=true", reopen, "4");
    EXPECT_EQ(text_at(reopened, "/changed/0/state"), "proposed") << reopened.body;
    EXPECT_EQ(
        candidates(post(path + "/decisions", R"({"confirm":[{"number":9}],"reject":[]})", "5")),
        6000U);
}

TEST_F(CandidatesTest, ACutAnswersWithTheHalvesAndAJoinWithWhatIsGone) {
    const std::string path = long_document(3);
    const auto cut = post(path + "/recuts?changes=true", R"({"split":{"number":2,"at":15}})", "2");
    EXPECT_EQ(at(cut, "/changed/0/number"), "2") << cut.body;
    EXPECT_EQ(at(cut, "/changed/1/number"), "4");
    EXPECT_EQ(at(cut, "/changed/2"), "nothing");
    EXPECT_EQ(at(cut, "/gone"), "[]");
    const auto joined =
        post(path + "/recuts?changes=true", R"({"merge":{"number":2,"with":4}})", "3");
    EXPECT_EQ(at(joined, "/changed/0/number"), "2") << joined.body;
    EXPECT_EQ(at(joined, "/changed/1"), "nothing");
    EXPECT_EQ(at(joined, "/gone"), "[4]");
    EXPECT_EQ(at(get(path), "/candidates/1"), at(joined, "/changed/0"));
}

TEST_F(CandidatesTest, BadParametersAndOtherPlacesAreRefused) {
    const std::string path = long_document(3);
    EXPECT_EQ(get(path + "?bare=yes").status, 400);
    EXPECT_EQ(text_at(get(path + "/candidates?after=x"), "/code"), "E-STORE-022");
    EXPECT_EQ(get(path + "/candidates?limit=501").status, 400);
    EXPECT_EQ(get(path + "/candidates", "neighbour").status, 404);
    EXPECT_EQ(post(path + "/decisions?changes=1", R"({"confirm":[],"reject":[]})", "2").status,
              400);
}

}  // namespace
}  // namespace anmin::http
