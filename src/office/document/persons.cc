#include <algorithm>

#include "document/line_shape.h"
#include "document/structure.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

bool ends_name(View text, std::size_t at, const Lexicon& lexicon) {
    if (at >= text.size()) return true;
    static constexpr View marks = U"，。；、）：\n（";
    if (marks.find(text[at]) != View::npos) return true;
    if (lexicon.roles.at(text, at)) return true;
    static const text::Matcher words(std::vector<std::u32string>{
        U"同志", U"等",   U"分别", U"就",   U"在",   U"对",   U"任",   U"作",   U"带队", U"一行",
        U"围绕", U"代表", U"结合", U"深入", U"赴",   U"带领", U"为",   U"的",   U"宣读", U"主持",
        U"应邀", U"向",   U"从",   U"关于", U"到",   U"率",   U"率队", U"来到", U"前往", U"走进",
        U"实地", U"先后", U"一同", U"陪同", U"所作", U"随后", U"逐一"});
    return words.at(text, at).has_value();
}

// The length of the name that begins at `at`; 0 when none does.
std::size_t name_length(View text, std::size_t at, const Lexicon& lexicon) {
    const auto surname = lexicon.surnames.at(text, at);
    if (!surname) return 0;
    const std::size_t family = surname->end - at;
    for (const std::size_t given : {std::size_t{2}, std::size_t{1}}) {
        const std::size_t end = at + family + given;
        if (end > text.size()) continue;
        const View name = text.substr(at, family + given);
        if (!std::all_of(name.begin(), name.end(), text::is_han)) continue;
        static constexpr View marks_behind = U"，。；：、\n";
        static constexpr View function_words = U"作的并就在等对主出列为任和与及";
        // 孟庆和 before a mark is a name, 李明和 before a word is not.
        const bool closed = end >= text.size() || marks_behind.find(text[end]) != View::npos;
        if (function_words.find(name.back()) != View::npos && !(closed && given == 2)) continue;
        if (lexicon.posts.contains(name) || !ends_name(text, end, lexicon)) continue;
        return family + given;
    }
    return 0;
}

// Where the post that ends at `end` begins: 厅党组书记、厅长 is one.
std::size_t post_start(View text, std::size_t end, const Lexicon& lexicon) {
    std::size_t at = end;
    while (at > 0 && end - at < 40) {
        const char32_t c = text[at - 1];
        if (c == U'、') {
            if (!lexicon.posts.before(text, at - 1)) break;
        } else if (!text::is_han(c) && c != U'（' && c != U'）') {
            break;
        }
        --at;
    }
    // 会议由副局长…: words of the sentence, not of the post
    const View post = text.substr(at, end - at);
    std::size_t cut = 0;
    static const text::Matcher leads(std::vector<std::u32string>{
        U"由", U"听取了", U"听取", U"会上", U"成立", U"会同", U"邀请", U"议定", U"同意", U"时任"});
    for (const auto& hit : leads.all(post)) cut = hit.end;
    return at + cut;
}

std::string role_after(View text, std::size_t at, const Lexicon& lexicon) {
    const std::size_t length = text.substr(at, 40).find_first_of(U"。；\n");
    const View clause = text.substr(0, length == View::npos ? at + 40 : at + length);
    const auto role = lexicon.roles.first(clause, at);
    if (!role) return {};
    const std::string& name = lexicon.role_names[static_cast<std::size_t>(role->value)];
    // 出席会议并作总结讲话: what was said says more than that somebody came.
    const bool spoke = clause.substr(role->end, 20).find(U"讲话") != View::npos &&
                       clause.substr(role->end, 20).find(U'、') == View::npos;
    return name == "出席" && spoke ? "讲话" : name;
}

// 某某指出, 某某强调 later in the text
bool speaks(View text, std::size_t at, std::size_t length) {
    const std::u32string name(text.substr(at, length));
    for (const View verb : {View(U"强调"), View(U"指出"), View(U"要求")}) {
        if (text.substr(at + length, 2000).find(name + std::u32string(verb)) != View::npos)
            return true;
    }
    return false;
}

void add(Part& part, View text, std::size_t at, std::size_t length, const std::string& post,
         const std::string& role) {
    const std::string name = text::encode(text.substr(at, length));
    for (Person& person : part.persons) {
        if (person.name != name) continue;
        // 列席：某某 above, 某科科长某某汇报 below: the second says more.
        if (person.post.empty() && !post.empty()) {
            person.post = post;
            if (person.role != "主持" && !role.empty()) person.role = role;
        }
        return;
    }
    part.persons.push_back(
        {name,
         post,
         role,
         {static_cast<std::int64_t>(at), static_cast<std::int64_t>(at + length)}});
}

// 主持：某某 and 列席：某某、某某 in minutes.
void labelled_persons(const Article& article, const Lexicon& lexicon, Part& part) {
    for (std::size_t index = 0; index < article.lines.size() && index < 30; ++index) {
        const View line = article.line(index);
        if (!has_label(line)) continue;
        const std::size_t colon = line.find(U'：');
        if (colon == View::npos) continue;
        static const text::Matcher labels(std::vector<std::u32string>{
            U"主持", U"主持人", U"出席", U"列席", U"参加", U"出席人员", U"列席人员", U"参会人员",
            U"参加人员", U"参会", U"出席领导", U"参会领导", U"汇报人", U"召集人"});
        if (!labels.has(line.substr(0, colon))) continue;
        const auto role = lexicon.roles.at(line, 0);
        const std::string name =
            role ? lexicon.role_names[static_cast<std::size_t>(role->value)] : "出席";
        const auto offset = static_cast<std::size_t>(article.lines[index].start);
        for (std::size_t at = colon + 1; at < line.size(); ++at) {
            // 局党组成员某某: the post stands before the name.
            const bool posted = at > colon + 2 && lexicon.posts.before(line, at).has_value();
            if (at > colon + 1 && text::is_han(line[at - 1]) && !posted) continue;
            const std::size_t length = name_length(line, at, lexicon);
            if (length == 0) continue;
            const std::size_t from = posted ? post_start(line, at, lexicon) : at;
            add(part, article.text, offset + at, length, text::encode(line.substr(from, at - from)),
                name);
        }
    }
}

}  // namespace

void find_persons(const Article& article, const Lexicon& lexicon, Part& part) {
    const View text = article.text;
    labelled_persons(article, lexicon, part);
    for (std::size_t at = 0; at < text.size() && part.persons.size() < 200;) {
        const auto post = lexicon.posts.at(text, at);
        if (!post) {
            ++at;
            continue;
        }
        at = post->end;
        const std::size_t length = name_length(text, post->end, lexicon);
        if (length == 0) continue;
        const std::size_t start = post_start(text, post->end, lexicon);
        std::string role = role_after(text, post->end + length, lexicon);
        if ((role.empty() || role == "调研") && speaks(text, post->end, length)) role = "讲话";
        // Without a role a leader's name is part of a phrase, not of the event.
        const bool led = text.substr(post->end + length).starts_with(U"任组长") ||
                         text.substr(post->end + length).starts_with(U"同志");
        if (role.empty() && !led) continue;
        add(part, text, post->end, length, text::encode(text.substr(start, post->end - start)),
            role);
        at = post->end + length;
    }
}

}  // namespace anmin::document
