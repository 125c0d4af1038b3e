// The word lists that reading a document needs. All of it is data (packages/intake/*.json), loaded
// by files::load_lexicon and handed in.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/encoding.h"
#include "text/matcher.h"

namespace anmin::document {

// Traditional to simplified: stages of phrase-then-character replacement (as OpenCC's tw2s chains
// them). Never changes the number of characters.
struct ScriptTable {
    struct Stage {
        text::Matcher phrases;  // value: index in results
        std::vector<std::u32string> results;
        std::unordered_map<char32_t, char32_t> characters;  // only those that change
    };
    std::vector<Stage> stages;
};

// How characters are read aloud, toned: 長 -> zhǎng, cháng. And the syllables themselves.
struct ReadingTable {
    std::unordered_map<char32_t, std::vector<std::u32string>> readings;
    text::Matcher syllables;  // toned and toneless, all lower case
};

// What makes a line boilerplate (packages/intake/boilerplate.json says what each list is for).
struct BoilerplateRules {
    text::Matcher begins;  // a line that begins so is furniture of the page
    text::Matcher equals;  // a line that is exactly this, blanks aside
    text::Matcher
        page_organs;  // 主办单位, 承办单位: so is this, but only on a page with other furniture
    text::Matcher ends_page;      // from a line that begins so, only furniture follows
    text::Matcher element_names;  // class or id of page elements that hold furniture: nav, ...
    text::Matcher element_parts;  // parts of such names: article-foot
    text::Matcher info_labels;  // 来源, 浏览, 字号, ...: two in one line are a line about the page
    text::Matcher links;        // words of link lists: 首页, 政务公开, ...
    text::Matcher record_labels;    // 索引号, 发文日期: cells of the record above a document
    text::Matcher spam_strong;      // one is enough
    text::Matcher spam_weak;        // two are needed
    text::Matcher source_labels;    // 来源：, 发布时间：, ... become metadata
    std::int64_t longest_line = 0;  // `begins` applies up to this length
};

// A year that a phrase gives away: “新中国成立75周年” = 1949 + 75.
struct YearAnchor {
    std::u32string before;  // 新中国成立
    std::u32string after;   // 周年
    int base = 0;           // 1949; the number found is added
};

struct KindRule {
    std::string kind;                   // 通知
    std::vector<std::u32string> title;  // the title contains or ends with one of these
    std::vector<std::u32string> text;   // or the text contains one
};

struct Lexicon {
    std::vector<std::string> domains;  // the closed list, in its order
    text::Matcher domain_words;        // value: bit set of indices in domains
    text::Matcher set_phrases;         // political set phrases: their words count for no domain

    ScriptTable script;
    ReadingTable readings;
    text::GbkTable gbk;
    text::Matcher
        broken_pairs;  // words whose second character may be cut (确保): see shifted_run.h
    BoilerplateRules boilerplate;

    std::vector<YearAnchor> anchors;
    std::vector<std::pair<std::u32string, int>> fixed_years;  // words that name one year
    std::vector<KindRule> kinds;
    text::Matcher organ_suffixes;  // 民政局, 人民政府, 委员会, ...
    text::Matcher surnames;
    text::Matcher posts;  // 书记, 局长, ...
    text::Matcher roles;  // verbs of roles; value: index in role_names
    std::vector<std::string> role_names;
    text::Matcher measure_words;    // 个, 户, 万元, ...
    text::Matcher programme_nouns;  // 行动, 清单, ...; value: index in programme_types
    std::vector<std::string> programme_types;
    text::Matcher spun_words;     // words that only synonym spinners write
    text::Matcher title_words;    // words by which a title is known: 关于, 召开, ...
    text::Matcher title_endings;  // what titles end in: 通知, 方案, ...
    text::Matcher event_words;    // 参加会议, 发言, ...: figures beside them count people present
    text::Matcher past_words;     // 已, 截至, ...: what follows was done
    text::Matcher future_words;   // 要, 须, 确保, ...
};

}  // namespace anmin::document
