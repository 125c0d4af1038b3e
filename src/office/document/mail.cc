#include <algorithm>
#include <array>

#include "document/container.h"
#include "text/han.h"

namespace anmin::document {
namespace {

using text::Traced;

// A header line: its value, when the line begins with `label` and a colon of either width.
std::u32string_view header_value(std::u32string_view line, std::u32string_view label) {
    if (line.size() <= label.size()) return {};
    for (std::size_t at = 0; at < label.size(); ++at) {
        const char32_t c = line[at] >= U'A' && line[at] <= U'Z' ? line[at] + 32 : line[at];
        if (c != label[at]) return {};
    }
    std::size_t at = label.size();
    while (at < line.size() && text::is_blank(line[at])) ++at;
    if (at >= line.size() || (line[at] != U':' && line[at] != U'：')) return {};
    ++at;
    while (at < line.size() && text::is_blank(line[at])) ++at;
    return line.substr(at);
}

constexpr std::array<std::u32string_view, 22> labels = {
    U"from",         U"to",       U"cc",       U"bcc",        U"subject",  U"date",
    U"sent",         U"reply-to", U"received", U"message-id", U"x-mailer", U"mime-version",
    U"content-type", U"发件人",   U"收件人",   U"抄送",       U"抄送人",   U"主题",
    U"发送时间",     U"日期",     U"附件",     U"return-path"};

bool is_header(std::u32string_view line) {
    const bool listed = std::any_of(
        labels.begin(), labels.end(),
        [line](std::u32string_view label) { return !header_value(line, label).empty(); });
    if (listed) return true;
    return line.starts_with(U"X-") || line.starts_with(U"Content-") || line.starts_with(U"DKIM-") ||
           line.starts_with(U"Authentication-");
}

bool is_divider(std::u32string_view line) {
    const bool named = line.find(U"原始邮件") != std::u32string_view::npos ||
                       line.find(U"转发邮件") != std::u32string_view::npos ||
                       line.find(U"Original") != std::u32string_view::npos ||
                       line.find(U"Forwarded") != std::u32string_view::npos ||
                       line.find(U"写道：") != std::u32string_view::npos;
    const auto dashes = std::count(line.begin(), line.end(), U'-');
    return (named && line.size() < 80) ||
           (dashes >= 5 && static_cast<std::size_t>(dashes) == line.size());
}

std::u32string subject_of(std::u32string_view value) {
    for (;;) {
        bool cut = false;
        for (const auto prefix : {U"Fw:", U"FW:", U"Fwd:", U"Re:", U"RE:", U"转发：", U"转发:",
                                  U"回复：", U"回复:", U"答复：", U"答复:"}) {
            if (!value.starts_with(prefix)) continue;
            value.remove_prefix(std::u32string_view(prefix).size());
            cut = true;
        }
        while (!value.empty() && text::is_blank(value.front())) {
            value.remove_prefix(1);
            cut = true;
        }
        if (!cut) return std::u32string(value);
    }
}

}  // namespace

Draft read_mail(const Traced& text, const Lexicon& /*lexicon*/) {
    Draft draft;
    std::int64_t removed = 0;
    bool in_headers = true;
    bool in_signature = false;
    for (Line& line : split_lines(text)) {
        std::size_t quotes = 0;
        while (quotes < line.text.size() &&
               (line.text[quotes] == U'>' || text::is_blank(line.text[quotes])))
            ++quotes;
        if (quotes > 0) {
            line.text = line.text.part(quotes, line.text.size());
            ++removed;
        }
        const std::u32string_view view = line.text.view();
        if (view.empty()) continue;
        if (is_divider(view)) {
            in_headers = true;
            ++removed;
            continue;
        }
        if (line.after_gap && in_headers && !is_header(view)) in_headers = false;
        if (in_headers && (is_header(view) || line.indented)) {
            for (const auto label : {U"subject", U"主题"}) {
                const std::u32string_view value = header_value(view, label);
                if (!value.empty()) draft.metadata.title = subject_of(value);
            }
            for (const auto label : {U"date", U"发送时间", U"日期", U"sent"}) {
                const std::u32string_view value = header_value(view, label);
                if (!value.empty()) draft.metadata.published = value;
            }
            ++removed;
            continue;
        }
        in_headers = false;
        // 此邮件仅供收件人使用
        const bool notice = view.size() < 80 && view.find(U"邮件") != std::u32string_view::npos &&
                            (view.find(U"仅供") != std::u32string_view::npos ||
                             view.find(U"误收") != std::u32string_view::npos);
        if (notice) {
            ++removed;
            continue;
        }
        // "-- " opens the signature; a forwarded mail below it has headers of its own.
        if (view == U"--" || view == U"—") {
            in_signature = true;
            ++removed;
            continue;
        }
        if (in_signature && view.find(U'。') == std::u32string_view::npos) {
            ++removed;
            continue;
        }
        in_signature = false;
        draft.lines.push_back(std::move(line));
    }
    draft.note("mail_headers_removed", "去除邮件头与引用符号", removed);
    return draft;
}

}  // namespace anmin::document
