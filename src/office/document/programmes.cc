#include <algorithm>
#include <array>
#include <set>

#include "document/structure.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using View = std::u32string_view;

void add(Part& part, View text, std::size_t from, std::size_t to, const std::string& type,
         std::set<std::string>& seen) {
    const std::string name = text::encode(text.substr(from, to - from));
    if (!seen.insert(name).second) return;
    part.programmes.push_back(
        {name, type, {static_cast<std::int64_t>(from), static_cast<std::int64_t>(to)}});
}

// The programme noun that ends the run of Chinese characters behind `at`, within ten characters.
std::optional<text::Matcher::Hit> noun_behind(View text, std::size_t at, const Lexicon& lexicon) {
    std::optional<text::Matcher::Hit> best;
    for (std::size_t place = at; place < text.size() && place < at + 10; ++place) {
        if (!text::is_han(text[place]) || text[place] == U'和' || text[place] == U'与' ||
            text[place] == U'等')
            break;
        if (const auto hit = lexicon.programme_nouns.at(text, place)) {
            best = hit;
            break;
        }
    }
    return best;
}

// 建立“一院一档”, 推行“周清单、月对账”: what is set up under a name is a programme.
bool is_set_up(View text, std::size_t at) {
    static const text::Matcher verbs(std::vector<std::u32string>{
        U"建立", U"实行", U"推行", U"打造", U"实现", U"形成", U"制定", U"开展", U"落实"});
    return verbs.before(text, at).has_value();
}

// 治本攻坚三年行动: the run of characters before an unquoted noun, back to a verb or a mark.
std::size_t name_start(View text, std::size_t end) {
    static const text::Matcher verbs(std::vector<std::u32string>{
        U"开展", U"实施", U"推进", U"推动", U"深化", U"部署", U"启动", U"深入", U"落实",
        U"持续", U"扎实", U"暨",   U"和",   U"及",   U"与",   U"的",   U"在",   U"对",
        U"为",   U"以",   U"抓好", U"做好", U"组织", U"参与", U"年"});
    std::size_t at = end;
    while (at > 0 && end - at < 20 && text::is_han(text[at - 1])) {
        if (verbs.before(text, at)) break;
        --at;
    }
    return at;
}

}  // namespace

void find_programmes(const Article& article, const Lexicon& lexicon, Part& part) {
    const View text = article.text;
    std::set<std::string> seen;
    for (std::size_t at = 0; at < text.size() && part.programmes.size() < 2000; ++at) {
        const char32_t c = text[at];
        if (c == U'《' || c == U'“') {
            const char32_t closing = c == U'《' ? U'》' : U'”';
            const std::size_t length = text.substr(at + 1, 60).find(closing);
            if (length == View::npos || length < 2) continue;
            const std::size_t end = at + length + 2;
            if (c == U'《') {
                add(part, text, at, end, "文件", seen);
            } else if (const auto noun = noun_behind(text, end, lexicon)) {
                add(part, text, at, noun->end,
                    lexicon.programme_types[static_cast<std::size_t>(noun->value)], seen);
            } else if (const auto inner = lexicon.programme_nouns.before(text, end - 1)) {
                add(part, text, at, end,
                    lexicon.programme_types[static_cast<std::size_t>(inner->value)], seen);
            } else if (is_set_up(text, at)) {
                add(part, text, at, end, "机制", seen);
            }
            at = end - 1;
            continue;
        }
        for (const View noun : {View(U"三年行动"), View(U"专项行动"), View(U"乡村著名行动")}) {
            if (!text.substr(at).starts_with(noun)) continue;
            const std::size_t start = noun == U"乡村著名行动" ? at : name_start(text, at);
            if (at + noun.size() - start >= 6)
                add(part, text, start, at + noun.size(), "行动", seen);
        }
    }
}

void find_domains(const Article& article, const Lexicon& lexicon, Part& part) {
    const View text = article.text;
    std::array<int, 32> counts{};
    for (std::size_t at = 0; at < text.size();) {
        if (const auto phrase = lexicon.set_phrases.at(text, at)) {
            at = phrase->end;
            continue;
        }
        const auto word = lexicon.domain_words.at(text, at);
        if (!word) {
            ++at;
            continue;
        }
        const bool in_title =
            article.title &&
            word->end <= static_cast<std::size_t>(article.lines.empty() ? 0 : article.lines[0].end);
        for (std::size_t bit = 0; bit < lexicon.domains.size(); ++bit) {
            if ((word->value >> bit & 1) != 0) counts[bit] += in_title ? 3 : 1;
        }
        at = word->end;
    }
    // One word in passing makes no domain of a text that has others.
    const int most = *std::max_element(counts.begin(), counts.end());
    std::vector<std::size_t> order;
    for (std::size_t bit = 0; bit < lexicon.domains.size(); ++bit) {
        if (counts[bit] >= (most >= 3 ? 2 : 1)) order.push_back(bit);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&counts](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    for (const std::size_t bit : order) part.domains.push_back(lexicon.domains[bit]);
}

}  // namespace anmin::document
