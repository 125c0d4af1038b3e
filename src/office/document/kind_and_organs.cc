#include <algorithm>

#include "document/line_shape.h"
#include "document/structure.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

bool contains_any(View text, const std::vector<std::u32string>& words) {
    return std::any_of(words.begin(), words.end(), [text](const std::u32string& word) {
        return text.find(word) != View::npos;
    });
}

// A title is of the kind of its last words; 关于召开会议的通知 is a notice.
const KindRule* kind_by_ending(View title, const Lexicon& lexicon) {
    for (const KindRule& rule : lexicon.kinds) {
        for (const std::u32string& word : rule.title) {
            if (title.ends_with(word)) return &rule;
        }
    }
    return nullptr;
}

// The name of an organ that ends at or before `end` of the clause: back to a mark or a blank.
std::u32string organ_before(View text, std::size_t end) {
    std::size_t start = end;
    while (start > 0 && end - start < 30) {
        const char32_t c = text[start - 1];
        if (!text::is_han(c) && c != U'（' && c != U'）') break;
        --start;
    }
    return std::u32string(text.substr(start, end - start));
}

// The first organ named in `text`, from its beginning to the last suffix that still belongs to it.
std::optional<std::u32string> organ_at_start(View text, const Lexicon& lexicon) {
    std::optional<std::u32string> best;
    // What comes behind a verb is not its name any more.
    static const text::Matcher verbs(std::vector<std::u32string>{
        U"召开", U"举行", U"举办", U"传达", U"组织", U"在", U"开展", U"学习", U"部署"});
    if (const auto verb = verbs.first(text)) text = text.substr(0, verb->start);
    for (std::size_t at = 1; at < text.size() && at < 30; ++at) {
        if (!text::is_han(text[at]) && text[at] != U'（' && text[at] != U'）') break;
        const auto suffix = lexicon.organ_suffixes.before(text, at + 1);
        // 民政局 局务会议: the second 局 is the meeting's.
        const bool again = best && at > 0 && text[at] == text[at - 1];
        if (suffix && suffix->start > 0 && !again) best = std::u32string(text.substr(0, at + 1));
    }
    return best;
}

std::optional<std::u32string> holding_organ(const Article& article, const Lexicon& lexicon) {
    std::vector<View> places;
    if (article.title) places.emplace_back(article.title->text);
    for (std::size_t at = article.body_line();
         at < article.lines.size() && at < article.body_line() + 2; ++at) {
        places.push_back(article.line(at).substr(0, 200));
    }
    for (const View place : places) {
        std::size_t from = 0;
        if (const auto date = date_at(place, 0)) from = date->end;
        while (from < place.size() && !text::is_han(place[from])) ++from;
        for (const auto word : {U"上午", U"下午", U"晚上"}) {
            if (place.substr(from).starts_with(word)) from += 2;
        }
        while (from < place.size() && !text::is_han(place[from])) ++from;
        const auto organ = organ_at_start(place.substr(from), lexicon);
        if (!organ) continue;
        const std::size_t behind = from + organ->size();
        const View rest = place.substr(behind, 40);
        if (rest.find(U"召开") != View::npos || rest.find(U"传达") != View::npos ||
            rest.find(U"举办") != View::npos || rest.find(U"主持") != View::npos ||
            rest.find(U"会议") != View::npos) {
            // 某局召开党组会议: the committee holds it.
            if (rest.starts_with(U"召开党组")) return *organ + U"党组";
            return organ;
        }
    }
    // 云岫区召开未成年人保护工作领导小组会议: the body is named behind the verb
    if (article.title) {
        const View title = article.title->text;
        const std::size_t verb = title.find(U"召开");
        const std::size_t group = title.find(U"领导小组");
        if (verb != View::npos && group != View::npos && verb < group && verb < 12) {
            return std::u32string(title.substr(0, verb)) +
                   std::u32string(title.substr(verb + 2, group + 2 - verb));
        }
    }
    // 会议在江北省民政厅召开
    const View text = View(article.text).substr(0, 400);
    const std::size_t held = text.find(U"召开");
    if (held == View::npos) return std::nullopt;
    const auto suffix = lexicon.organ_suffixes.before(text, held);
    if (!suffix) return std::nullopt;
    std::u32string organ = organ_before(text, held);
    const std::size_t in = organ.rfind(U'在');
    return in == std::u32string::npos ? organ : organ.substr(in + 1);
}

std::optional<std::u32string> signature(const Article& article, const Lexicon& lexicon) {
    const std::size_t last = article.lines.size();
    // What is attached follows the name and the day under the document itself.
    for (std::size_t at = article.body_line() + 1; at < std::min<std::size_t>(last, 3000); ++at) {
        if (is_date_line(article.line(at)) && is_organ_line(article.line(at - 1), lexicon) &&
            at - 1 >= article.body_line())
            return std::u32string(article.line(at - 1));
    }
    for (std::size_t back = 1; back <= 6 && back <= last; ++back) {
        const View line = article.line(last - back);
        if (is_organ_line(line, lexicon) && last - back >= article.body_line())
            return std::u32string(line);
    }
    return std::nullopt;
}

// 某局办公室 2025年7月22日 in the head of minutes and bulletins; 填报单位：某厅办公室 at a table.
std::optional<std::u32string> imprint_organ(const Article& article, const Lexicon& lexicon) {
    const std::size_t count = article.lines.size();
    for (std::size_t at = 0; at < count; ++at) {
        if (at >= 5 && at + 4 < count) continue;
        const View line = article.line(at);
        const std::size_t label = line.find(U"填报单位：");
        const std::size_t from = label == View::npos ? 0 : label + 5;
        const std::size_t day = std::min(line.find_first_of(U"0123456789", from), line.size());
        const std::size_t blank = std::min(line.find(U' ', from), day);
        const View name = line.substr(from, blank - from);
        if (!is_organ_line(name, lexicon)) continue;
        const bool dated = at < 5 && day < line.size() && date_at(line, day).has_value();
        if (label != View::npos || dated) return std::u32string(name);
    }
    return std::nullopt;
}

std::optional<std::string> encoded(const std::optional<std::u32string>& text) {
    return text ? std::optional<std::string>(text::encode(*text)) : std::nullopt;
}

}  // namespace

void find_kind(const Article& article, const Lexicon& lexicon, Part& part) {
    const View title = article.title ? View(article.title->text) : View();
    if (!title.empty()) {
        if (const KindRule* rule = kind_by_ending(title, lexicon)) {
            part.kind = rule->kind;
            return;
        }
        for (const KindRule& rule : lexicon.kinds) {
            if (!contains_any(title, rule.title)) continue;
            part.kind = rule.kind;
            return;
        }
    }
    for (const KindRule& rule : lexicon.kinds) {
        if (!contains_any(article.text, rule.text)) continue;
        part.kind = rule.kind;
        return;
    }
    part.kind = article.text.empty() ? "" : lexicon.kinds.empty() ? "" : lexicon.kinds.back().kind;
}

void find_number(const Article& article, Part& part) {
    const std::size_t reach = std::min<std::size_t>(article.lines.size(), article.body_line() + 5);
    for (std::size_t at = 0; at < reach; ++at) {
        const View line = article.line(at);
        if (line.size() > 60) continue;
        const auto number = document_number(line);
        if (!number) continue;
        part.number = text::encode(line.substr(number->start, number->end - number->start));
        return;
    }
}

void find_organs(const Article& article, const Lexicon& lexicon, Part& part) {
    const bool meeting = part.kind == "会议新闻" || part.kind == "会议纪要";
    const auto signed_by = signature(article, lexicon);
    if (meeting) part.organs.holding = encoded(holding_organ(article, lexicon));
    if (!meeting) part.organs.issuing = encoded(signed_by);
    if (!part.organs.issuing) part.organs.issuing = encoded(imprint_organ(article, lexicon));
    if (!meeting && !signed_by && article.title) {
        // 江北省民政厅关于…
        const std::size_t about = article.title->text.find(U"关于");
        const View title = article.title->text;
        if (about != std::u32string::npos && about >= 4 &&
            lexicon.organ_suffixes.before(title, about)) {
            part.organs.issuing = text::encode(title.substr(0, about));
        }
    }
    // A party committee that reports on its own rectification stands for both.
    if (part.kind == "整改情况通报") part.organs.holding = part.organs.issuing;
    if (!article.metadata.source.empty()) {
        part.organs.publisher = text::encode(article.metadata.source);
    } else {
        part.organs.publisher = part.organs.issuing ? part.organs.issuing : part.organs.holding;
        const std::string committee = "党组";
        if (part.organs.publisher && part.organs.publisher->ends_with(committee)) {
            part.organs.publisher->resize(part.organs.publisher->size() - committee.size());
        }
    }
}

}  // namespace anmin::document
