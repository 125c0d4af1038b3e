#include "store/verify.h"

#include <charconv>
#include <unordered_map>
#include <utility>

#include "store/log.h"

namespace anmin::store {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

std::string range(std::int64_t first, std::int64_t last) {
    return first == last ? "第 " + number(first) + " 条"
                         : "第 " + number(first) + "–" + number(last) + " 条";
}

// Versions of a stream that were skipped when the log came to `seq`: moved elsewhere, or missing.
struct Skipped {
    std::string stream;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t seq = 0;
};

class Check {
public:
    Check(Connection& connection, const std::optional<Anchor>& anchor)
        : connection_(connection), anchor_(anchor) {}

    Result<LogReport> run() {
        TRY(connection_.begin_read());
        TRY(check_events());
        TRY(explain_skipped());
        TRY(check_head());
        TRY(check_streams());
        check_anchor_reached();
        TRY(connection_.commit());
        report_.head = last_.seq;
        report_.hash = hexadecimal(view(last_.hash));
        return std::move(report_);
    }

private:
    void fault(LogFaultKind kind, std::int64_t seq, std::string stream, std::string text) {
        if (report_.faults.size() >= fault_limit) return;
        report_.faults.push_back({kind, seq, std::move(stream), std::move(text)});
    }

    Result<void> check_events() {
        TRY(
            connection_.run("SELECT seq, stream, stream_version, kind, at, account, actor_name, "
                            "post_title, division, format, "
                            "body, stream_hash, hash FROM event ORDER BY seq",
                            {}, [this](const Row& row) -> Result<void> {
                                check_event(row);
                                return {};
                            }));
        report_.streams = static_cast<std::int64_t>(streams_.size());
        return {};
    }

    void check_event(const Row& row) {
        ++report_.events;
        const std::int64_t seq = row.integer(0);
        const EventText text{row.text(1),    row.integer(2), row.text(3), row.integer(4),
                             row.text(5),    row.text(6),    row.text(7), row.text(8),
                             row.integer(9), row.text(10)};
        const bool after_last = seq == last_.seq + 1;
        if (!after_last) {
            fault(LogFaultKind::missing, last_.seq + 1, "",
                  "缺少日志" + range(last_.seq + 1, seq - 1));
        }
        const Hash stored_stream = hash_from(row.bytes(11));
        const Hash stored = hash_from(row.bytes(12));
        check_in_stream(seq, text, stored_stream);
        // Each hash is checked against the stored one before it, so that one fault is not reported
        // twice.
        if (after_last && log_hash(last_.hash, stored_stream, seq) != stored) {
            fault(LogFaultKind::moved, seq, std::string(text.stream),
                  "日志" + range(seq, seq) + "（" + std::string(text.stream) +
                      "）不在原来的位置，或散列被改写");
        }
        check_anchor(seq, stored);
        last_ = {seq, stored};
    }

    void check_in_stream(std::int64_t seq, const EventText& text, const Hash& stored) {
        StreamHead& head = streams_[std::string(text.stream)];
        const std::string stream(text.stream);
        if (text.stream_version == head.version + 1) {
            if (stream_hash(head.hash, text) != stored) {
                fault(LogFaultKind::changed, seq, stream,
                      "日志" + range(seq, seq) + "（" + stream + " 第 " +
                          number(text.stream_version) + " 版）的内容被改动");
            }
        } else if (text.stream_version > head.version + 1) {
            skipped_.push_back({stream, head.version + 1, text.stream_version - 1, seq});
        } else {
            fault(LogFaultKind::moved, seq, stream,
                  "日志" + range(seq, seq) + "（" + stream + " 第 " + number(text.stream_version) +
                      " 版）排在了后面的版本之后");
        }
        head = {text.stream_version, stored};
    }

    Result<void> explain_skipped() {
        for (const Skipped& skipped : skipped_) {
            for (std::int64_t version = skipped.first; version <= skipped.last; ++version) {
                if (report_.faults.size() >= fault_limit) return {};
                const auto found = TRY(connection_.run(
                    "SELECT seq FROM event WHERE stream = $1 AND stream_version = $2",
                    {skipped.stream, version}));
                const std::string which = skipped.stream + " 第 " + number(version) + " 版";
                if (found > 0) {
                    fault(LogFaultKind::moved, skipped.seq, skipped.stream,
                          which + "不在应在的位置");
                } else {
                    fault(LogFaultKind::missing, skipped.seq, skipped.stream, "缺少 " + which);
                }
            }
        }
        return {};
    }

    Result<void> check_head() {
        const LogHead head = TRY(read_head(connection_));
        if (head.seq > last_.seq) {
            fault(LogFaultKind::truncated, last_.seq + 1, "",
                  "日志末尾缺少" + range(last_.seq + 1, head.seq));
        } else if (head.seq < last_.seq) {
            fault(LogFaultKind::foreign, head.seq + 1, "",
                  "日志末尾多出" + range(head.seq + 1, last_.seq));
        } else if (head.hash != last_.hash) {
            fault(LogFaultKind::foreign, head.seq, "", "日志头记录的散列与最后一条不符");
        }
        return {};
    }

    Result<void> check_streams() {
        TRY(connection_.run("SELECT stream, version, hash FROM stream ORDER BY stream", {},
                            [this](const Row& row) -> Result<void> {
                                check_stream(row.string(0),
                                             {row.integer(1), hash_from(row.bytes(2))});
                                return {};
                            }));
        for (const auto& [stream, head] : streams_) {
            fault(LogFaultKind::foreign, 0, stream, "流 " + stream + " 没有登记");
        }
        return {};
    }

    void check_stream(const std::string& stream, const StreamHead& expected) {
        const auto found = streams_.find(stream);
        const StreamHead last = found == streams_.end() ? StreamHead{} : found->second;
        if (expected.version > last.version) {
            fault(LogFaultKind::truncated, 0, stream,
                  "流 " + stream + " 末尾缺少第 " + number(last.version + 1) + " 版起的事件");
        } else if (expected.version < last.version || expected.hash != last.hash) {
            fault(LogFaultKind::foreign, 0, stream, "流 " + stream + " 的登记与日志不符");
        }
        if (found != streams_.end()) streams_.erase(found);
    }

    void check_anchor(std::int64_t seq, const Hash& stored) {
        if (!anchor_ || anchor_->seq != seq || anchor_->hash == hexadecimal(view(stored))) return;
        fault(LogFaultKind::anchor, seq, "", "日志" + range(seq, seq) + "的散列与外部存证不符");
    }

    void check_anchor_reached() {
        if (!anchor_ || anchor_->seq <= last_.seq) return;
        fault(LogFaultKind::anchor, anchor_->seq, "",
              "外部存证到第 " + number(anchor_->seq) + " 条，日志只到第 " + number(last_.seq) +
                  " 条");
    }

    Connection& connection_;
    const std::optional<Anchor>& anchor_;
    LogReport report_;
    LogHead last_;
    std::unordered_map<std::string, StreamHead> streams_;
    std::vector<Skipped> skipped_;
};

}  // namespace

std::optional<Anchor> Anchor::parse(const std::string& text) {
    Anchor anchor;
    const char* end = text.data() + text.size();
    const auto [stopped, bad] = std::from_chars(text.data(), end, anchor.seq);
    if (bad != std::errc() || stopped == end || *stopped != ' ') return std::nullopt;
    anchor.hash.assign(stopped + 1, end);
    const bool digits = anchor.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (anchor.seq < 0 || anchor.hash.size() != 2 * sizeof(Hash) || !digits) return std::nullopt;
    return anchor;
}

Result<LogReport> verify_log(Connection& connection, const std::optional<Anchor>& anchor) {
    return Check(connection, anchor).run();
}

}  // namespace anmin::store
