#include "http/request_parser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace anmin::http {
namespace {

namespace beast = boost::beast::http;
using boost::beast::error_code;

}  // namespace

class RequestParser::Reader final : public beast::basic_parser<true> {
public:
    explicit Reader(std::size_t limit) : limit_(limit) {
        header_limit(static_cast<std::uint32_t>(limit));
        body_limit(boost::none);  // checked here, where the refusal can be told apart
    }

    Request request;
    std::optional<Refusal> refusal;
    std::uint64_t allowed = 0;
    bool expects_continue = false;

    std::size_t take(std::string_view bytes) {
        error_code error;
        eager(is_header_done());
        const std::size_t used = put(boost::asio::buffer(bytes.data(), bytes.size()), error);
        if (error && error != beast::error::need_more && !refusal) refusal = refusal_of(error);
        // A chunk's own line has no limit in the parser.
        if (!refusal && used == 0 && bytes.size() > 2 * limit_) refusal = head_too_large(limit_);
        return used;
    }

private:
    void on_request_impl(beast::verb, boost::beast::string_view method,
                         boost::beast::string_view target, int version, error_code&) override {
        request.method.assign(method.data(), method.size());
        request.target.assign(target.data(), target.size());
        request.minor_version = version % 10;
    }

    void on_field_impl(beast::field field, boost::beast::string_view name,
                       boost::beast::string_view value, error_code& error) override {
        if (is_header_done()) return;  // a trailer: nobody asked for one
        const std::string_view text(value.data(), value.size());
        if (field == beast::field::transfer_encoding && lower_ascii(trimmed(text)) != "chunked") {
            stop(bad_transfer_coding(), error);
            return;
        }
        request.headers.push_back({lower_ascii({name.data(), name.size()}), std::string(text)});
    }

    void on_header_impl(error_code& error) override {
        request.keep_alive = keep_alive();
        const std::size_t hosts = request.count_headers("host");
        if (hosts > 1 || (hosts == 0 && request.minor_version == 1)) return stop(bad_host(), error);
        if (!read_target(request)) return stop(bad_target(), error);
        if (const auto expect = request.find_header("expect")) {
            if (lower_ascii(*expect) != "100-continue") return stop(bad_expectation(), error);
            expects_continue = request.minor_version == 1;
        }
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
        // A stated length is believed only in part: memory is taken as bytes arrive.
        constexpr std::uint64_t believed = 1U << 20U;
        if (length) request.body.reserve(static_cast<std::size_t>(std::min(*length, believed)));
    }

    std::size_t on_body_impl(boost::beast::string_view bytes, error_code& error) override {
        if (request.body.size() + bytes.size() > allowed) {
            stop(body_too_large(allowed), error);
            return 0;
        }
        request.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    std::size_t on_chunk_body_impl(std::uint64_t, boost::beast::string_view bytes,
                                   error_code& error) override {
        return on_body_impl(bytes, error);
    }

    void on_response_impl(int, boost::beast::string_view, int, error_code&) override {}
    void on_chunk_header_impl(std::uint64_t, boost::beast::string_view, error_code&) override {}
    void on_finish_impl(error_code&) override {}

    void stop(Refusal why, error_code& error) {
        refusal = std::move(why);
        error = beast::error::bad_value;
    }

    Refusal refusal_of(const error_code& error) const {
        if (error == beast::error::header_limit) return head_too_large(limit_);
        if (error == beast::error::bad_version) return bad_version();
        if (error == beast::error::bad_content_length ||
            error == beast::error::multiple_content_length ||
            error == beast::error::bad_transfer_encoding) {
            return malformed("正文长度的说明互相矛盾或有误");
        }
        if (error == beast::error::bad_chunk || error == beast::error::bad_chunk_extension) {
            return malformed("分块正文的格式有误");
        }
        return malformed("请求的格式有误");
    }

    std::size_t limit_;
};

RequestParser::RequestParser(std::size_t header_limit)
    : reader_(std::make_unique<Reader>(header_limit)) {}

RequestParser::~RequestParser() = default;

std::size_t RequestParser::take(std::string_view bytes) { return reader_->take(bytes); }
bool RequestParser::has_head() const { return reader_->is_header_done(); }
bool RequestParser::is_complete() const { return reader_->is_done(); }
const std::optional<Refusal>& RequestParser::refusal() const { return reader_->refusal; }
void RequestParser::set_body_limit(std::uint64_t bytes) { reader_->allowed = bytes; }

std::optional<std::uint64_t> RequestParser::content_length() const {
    const auto length = reader_->content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestParser::expects_continue() const { return reader_->expects_continue; }
Request& RequestParser::request() { return reader_->request; }

}  // namespace anmin::http
