#include <array>
#include <optional>

#include "document/container.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using text::Traced;

template <std::size_t size>
bool one_of(std::u32string_view key, const std::array<std::u32string_view, size>& keys) {
    for (const auto known : keys) {
        if (key == known) return true;
    }
    return false;
}

constexpr std::array<std::u32string_view, 8> title_keys = {
    U"title", U"Title", U"标题", U"docTitle", U"headline", U"articleTitle", U"subject", U"题名"};
constexpr std::array<std::u32string_view, 12> body_keys = {
    U"content", U"Content", U"body",    U"text",       U"html", U"article",
    U"正文",    U"内容",    U"docText", U"docContent", U"txt",  U"articleContent"};
constexpr std::array<std::u32string_view, 9> date_keys = {
    U"date",     U"pubDate",  U"publishTime", U"publishDate", U"pubTime",
    U"发布时间", U"发布日期", U"time",        U"publish_time"};
constexpr std::array<std::u32string_view, 5> source_keys = {U"source", U"来源", U"publisher",
                                                            U"site", U"发布机构"};

// Strings of a JSON text in their order, each with the key it belongs to. Tolerant: never fails.
class Reader {
public:
    Reader(const Traced& text, const Lexicon& lexicon) : in_(text), lexicon_(lexicon) {}

    Draft run() {
        while (at_ < in_.size()) {
            if (in_[at_] != U'"') {
                if (in_[at_] == U'{') scopes_.emplace_back();
                if (in_[at_] == U'}') close();
                ++at_;
                continue;
            }
            Traced value = string();
            std::size_t next = at_;
            while (next < in_.size() &&
                   (text::is_blank(in_[next]) || in_[next] == U'\n' || in_[next] == U'\r'))
                ++next;
            if (next < in_.size() && in_[next] == U':') {
                key_ = value.characters();
                at_ = next + 1;
            } else {
                take(value);
            }
        }
        while (!scopes_.empty()) close();
        if (draft_.lines.empty()) {
            for (Line& title : orphans_) draft_.lines.push_back(std::move(title));
            for (const Traced& text : others_) add_body(text);
        }
        draft_.note("json_read", "解析 JSON，只取标题与正文", strings_);
        return std::move(draft_);
    }

private:
    // Reads from the opening quote; leaves at_ behind the closing one.
    Traced string() {
        Traced out;
        ++at_;
        ++strings_;
        while (at_ < in_.size() && in_[at_] != U'"') {
            if (in_[at_] != U'\\' || at_ + 1 >= in_.size()) {
                out.append(in_, at_, at_ + 1);
                ++at_;
                continue;
            }
            const std::size_t from = at_;
            const char32_t c = escaped();
            out.append_instead(std::u32string_view(&c, 1), in_, from, at_);
        }
        ++at_;
        return out;
    }

    char32_t escaped() {
        const char32_t kind = in_[at_ + 1];
        at_ += 2;
        if (kind == U'n') return U'\n';
        if (kind == U't') return U'\t';
        if (kind == U'r') return U'\r';
        if (kind == U'b' || kind == U'f') return U' ';
        if (kind != U'u') return kind;
        char32_t unit = hexadecimal();
        if (unit >= 0xD800 && unit < 0xDC00 && at_ + 1 < in_.size() && in_[at_] == U'\\' &&
            in_[at_ + 1] == U'u') {
            at_ += 2;
            const char32_t low = hexadecimal();
            if (low >= 0xDC00 && low < 0xE000)
                return 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
            return text::lost_character;
        }
        return unit >= 0xD800 && unit < 0xE000 ? text::lost_character : unit;
    }

    char32_t hexadecimal() {
        char32_t value = 0;
        for (int digit = 0; digit < 4 && at_ < in_.size(); ++digit) {
            const char32_t c = in_[at_] | 0x20U;
            if (text::is_digit(in_[at_])) {
                value = value * 16 + (in_[at_] - U'0');
            } else if (c >= U'a' && c <= U'f') {
                value = value * 16 + (c - U'a' + 10);
            } else {
                break;
            }
            ++at_;
        }
        return value;
    }

    void take(const Traced& value) {
        if (value.empty()) return;
        if (one_of(key_, title_keys)) {
            Line line;
            line.text = value.trimmed();
            line.kind = LineKind::heading;
            line.level = 1;
            line.block = true;
            if (!line.text.empty()) add_title(std::move(line));
        } else if (one_of(key_, body_keys)) {
            if (scopes_.empty()) scopes_.emplace_back();
            open_body();
            add_body(value);
        } else if (one_of(key_, date_keys)) {
            if (draft_.metadata.published.empty()) draft_.metadata.published = value.characters();
        } else if (one_of(key_, source_keys)) {
            if (draft_.metadata.source.empty()) draft_.metadata.source = value.characters();
        } else if (value.size() >= 40) {
            others_.push_back(value);
        }
    }

    // The title of an object heads its body, before or behind it in the file.
    void add_title(Line title) {
        if (scopes_.empty()) scopes_.emplace_back();
        Scope& scope = scopes_.back();
        if (scope.body && !scope.headed) {
            draft_.lines.insert(draft_.lines.begin() + static_cast<std::ptrdiff_t>(*scope.body),
                                std::move(title));
            scope.headed = true;
        } else if (!scope.headed && !scope.title) {
            scope.title = std::move(title);
        }
    }

    // The nearest title that waits for a body: {"title": …, "data": {"content": …}} too.
    void open_body() {
        scopes_.back().body = draft_.lines.size();
        for (std::size_t at = scopes_.size(); at > 0; --at) {
            Scope& scope = scopes_[at - 1];
            if (scope.headed) break;
            if (!scope.title) continue;
            draft_.lines.push_back(std::move(*scope.title));
            scope.title.reset();
            scope.headed = true;
            scopes_.back().headed = true;
            break;
        }
    }

    // A title without a body is of another page: related, attachments.
    void close() {
        if (scopes_.empty()) return;
        if (scopes_.back().title) orphans_.push_back(std::move(*scopes_.back().title));
        scopes_.pop_back();
    }

    void add_body(const Traced& value) {
        Draft inner = read_container(text_container(value.view()) == "html" ? "html" : "plain",
                                     value, lexicon_);
        for (Line& line : inner.lines) draft_.lines.push_back(std::move(line));
        for (const Repair& repair : inner.repairs)
            draft_.note(repair.code, repair.label, repair.count);
    }

    const Traced& in_;
    const Lexicon& lexicon_;
    Draft draft_;
    std::u32string key_;
    std::vector<Traced> others_;
    struct Scope {
        std::optional<Line> title;        // not yet put above a body
        std::optional<std::size_t> body;  // the line it begins at
        bool headed = false;
    };
    std::vector<Scope> scopes_;
    std::vector<Line> orphans_;
    std::size_t at_ = 0;
    std::int64_t strings_ = 0;
};

}  // namespace

Draft read_json(const Traced& text, const Lexicon& lexicon) { return Reader(text, lexicon).run(); }

}  // namespace anmin::document
