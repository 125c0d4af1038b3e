#include "document/container.h"

#include <algorithm>
#include <array>

#include "text/han.h"

namespace anmin::document {
namespace {

using text::Traced;

std::u32string lower(std::u32string_view text) {
    std::u32string out(text);
    for (char32_t& c : out) {
        if (c >= U'A' && c <= U'Z') c += 32;
    }
    return out;
}

std::size_t count_words(std::u32string_view text, std::u32string_view word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::u32string_view::npos;
         at = text.find(word, at + 1))
        ++found;
    return found;
}

bool is_html(std::u32string_view head) {
    const std::u32string text = lower(head);
    if (text.find(U"<html") != std::u32string::npos ||
        text.find(U"<!doctype html") != std::u32string::npos ||
        text.find(U"<body") != std::u32string::npos) {
        return true;
    }
    constexpr std::array<std::u32string_view, 8> tags = {U"</p>",    U"<br", U"</div>", U"</td>",
                                                         U"</span>", U"<p>", U"<table", U"&nbsp;"};
    std::size_t found = 0;
    for (const auto tag : tags) found += count_words(text, tag);
    return found >= 4;
}

bool is_json(std::u32string_view head) {
    const std::size_t first = head.find_first_not_of(U" \t\r\n");
    if (first == std::u32string_view::npos || (head[first] != U'{' && head[first] != U'['))
        return false;
    const std::size_t quote = head.find_first_not_of(U" \t\r\n[{", first);
    if (quote == std::u32string_view::npos || head[quote] != U'"') return false;
    const std::size_t end = head.find(U'"', quote + 1);
    if (end == std::u32string_view::npos) return false;
    const std::size_t colon = head.find_first_not_of(U" \t\r\n", end + 1);
    return colon != std::u32string_view::npos &&
           (head[colon] == U':' || head[colon] == U',' || head[colon] == U']');
}

bool is_mail(std::u32string_view head) {
    const std::u32string text = lower(head.substr(0, 4000));
    constexpr std::array<std::u32string_view, 7> labels = {
        U"from:", U"to:", U"subject:", U"date:", U"mime-version:", U"received:", U"message-id:"};
    std::size_t found = 0;
    for (const auto label : labels) {
        found += text.starts_with(label) ||
                 text.find(std::u32string(U"\n") + std::u32string(label)) != std::u32string::npos;
    }
    constexpr std::array<std::u32string_view, 4> chinese = {U"发件人", U"收件人", U"主题",
                                                            U"发送时间"};
    std::size_t own = 0;
    for (const auto label : chinese) {
        const std::size_t at = text.find(label);
        own += at != std::u32string::npos && at < 600 && (at == 0 || text[at - 1] == U'\n');
    }
    return found >= 3 || own >= 3;
}

bool is_markdown(std::u32string_view head) {
    const auto lines_with = [head](std::u32string_view mark) {
        return (head.starts_with(mark) ? 1U : 0U) +
               count_words(head, std::u32string(U"\n") + std::u32string(mark));
    };
    if (lines_with(U"# ") + lines_with(U"## ") + lines_with(U"### ") > 0) return true;
    if (head.find(U"|---") != std::u32string_view::npos ||
        head.find(U"| ---") != std::u32string_view::npos ||
        head.find(U"|:--") != std::u32string_view::npos ||
        head.find(U"| :--") != std::u32string_view::npos) {
        return true;
    }
    std::size_t bold = 0;
    for (std::size_t at = head.find(U"**"); at != std::u32string_view::npos;
         at = head.find(U"**", at)) {
        std::size_t end = at;
        while (end < head.size() && head[end] == U'*') ++end;
        bold += end - at == 2 ? 1U : 0U;
        at = end;
    }
    return bold >= 4;
}

}  // namespace

std::string text_container(std::u32string_view text) {
    const std::u32string_view head = text.substr(0, 20000);
    if (is_json(head)) return "json";
    if (is_mail(head)) return "mail";
    if (is_html(head)) return "html";
    if (is_markdown(head)) return "markdown";
    return "plain";
}

std::vector<Line> split_lines(const Traced& text) {
    std::vector<Line> out;
    bool gap = false;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t end = text.view().find_first_of(U"\n\f\u2028\u2029", at);
        if (end == std::u32string_view::npos) end = text.size();
        std::size_t stop = end;
        while (stop > at && (text[stop - 1] == U'\r' || text::is_blank(text[stop - 1]))) --stop;
        std::size_t start = at;
        while (start < stop && text::is_blank(text[start])) ++start;
        if (stop > start) {
            Line line;
            line.indented = start > at;
            line.after_gap = gap || out.empty();
            line.text = text.part(start, stop);
            out.push_back(std::move(line));
            gap = false;
        } else {
            gap = true;
        }
        if (end == text.size()) break;
        at = end + 1;
    }
    return out;
}

Draft read_plain(const Traced& text, const Lexicon& /*lexicon*/) {
    Draft draft;
    draft.lines = split_lines(text);
    return draft;
}

Draft read_container(const std::string& container, const Traced& text, const Lexicon& lexicon) {
    if (container == "html") return read_html(text, lexicon);
    if (container == "json") return read_json(text, lexicon);
    if (container == "mail") return read_mail(text, lexicon);
    if (container == "markdown") return read_markdown(text, lexicon);
    return read_plain(text, lexicon);
}

}  // namespace anmin::document
