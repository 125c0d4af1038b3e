// The repairs one by one, on a lexicon small enough to be seen whole.
#include <gtest/gtest.h>

#include "document/container.h"
#include "document/pinyin.h"
#include "document/script.h"
#include "document/steps.h"
#include "document/table.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

using text::Matcher;
using text::Traced;

Lexicon small_lexicon() {
    Lexicon out;
    const std::vector<std::pair<char32_t, std::u32string>> readings = {
        {U'會', U"huì"}, {U'績', U"jī"},  {U'內', U"nèi"}, {U'當', U"dāng"}, {U'數', U"shù"},
        {U'質', U"zhì"}, {U'學', U"xué"}, {U'務', U"wù"},  {U'長', U"zhǎng"}};
    std::vector<std::u32string> syllables = {U"hui", U"ri"};
    for (const auto& [character, syllable] : readings) {
        out.readings.readings[character].push_back(syllable);
        syllables.push_back(syllable);
    }
    out.readings.readings[U'日'] = {U"rì"};
    out.readings.syllables = Matcher(syllables);
    ScriptTable::Stage stage;
    stage.phrases = Matcher(std::vector<std::pair<std::u32string, std::int32_t>>{{U"著名", 0}});
    stage.results = {U"著名"};
    stage.characters = {
        {U'著', U'着'}, {U'會', U'会'}, {U'質', U'质'}, {U'學', U'学'}, {U'這', U'这'}};
    out.script.stages.push_back(stage);
    return out;
}

std::string repaired(std::u32string_view text) {
    static const Lexicon lexicon = small_lexicon();
    Draft draft;
    Line line;
    line.text = Traced(std::u32string(text));
    draft.lines.push_back(line);
    remove_readings(draft, lexicon);
    return text::encode(draft.lines[0].text.view());
}

TEST(Pinyin, ReadingsGoAndRealBracketsStay) {
    EXPECT_EQ(repaired(U"會(huì)議"), "會議");
    EXPECT_EQ(repaired(U"會(huì )議"), "會議");
    EXPECT_EQ(repaired(U"會（hui）議"), "會議");
    EXPECT_EQ(repaired(U"日(ri)(ri)程"), "日程");
    EXPECT_EQ(repaired(U"(司長(zhǎng))"), "(司長)");
    EXPECT_EQ(repaired(U"辦公廳(ICU)"), "辦公廳(ICU)");
}

TEST(Pinyin, BrokenCharactersAreRebuilt) {
    EXPECT_EQ(repaired(U"部?jī)?nèi)議事"), "部內議事");
    EXPECT_EQ(repaired(U"擔當(dāng)?shù)母咚刭|(zhì)專業"), "擔當的高素質專業");
    EXPECT_EQ(repaired(U"工作?!渡钊雽W(xué)習》"), "工作。《深入學習》");
}

TEST(Pinyin, WhatIsLostIsOneMark) { EXPECT_EQ(repaired(U"主任 李???"), "主任 李\uFFFD"); }

TEST(Pinyin, NamesAreFilledOnlyFromTheSameDocument) {
    EXPECT_EQ(repaired(U"《民政服務機構標準》和《民政??機構標準》"),
              "《民政服務機構標準》和《民政服務機構標準》");
    EXPECT_EQ(repaired(U"《民政??機構標準》"), "《民政\uFFFD機構標準》");
}

TEST(Script, PhrasesKeepTheirCharacters) {
    const Lexicon lexicon = small_lexicon();
    Draft draft;
    Line line;
    line.text = Traced(U"朝著著名學會");
    draft.lines.push_back(line);
    simplify(draft, lexicon.script);
    EXPECT_EQ(text::encode(draft.lines[0].text.view()), "朝着著名学会");
    EXPECT_EQ(draft.repairs[0].count, 3);
    EXPECT_GT(traditional_share(U"這會", lexicon.script), 0.9);
}

std::string normalised(std::u32string_view text) {
    Draft draft;
    Line line;
    line.text = Traced(std::u32string(text));
    draft.lines.push_back(line);
    normalise_characters(draft);
    return draft.lines.empty() ? "" : text::encode(draft.lines[0].text.view());
}

TEST(Characters, WidthsByNeighbours) {
    EXPECT_EQ(normalised(U"3月18日,召开会议;要求:做好(试行)工作。"),
              "3月18日，召开会议；要求：做好（试行）工作。");
    EXPECT_EQ(normalised(U"共１２，６００元，比例２０％。"), "共12，600元，比例20%。");
    EXPECT_EQ(normalised(U"时间09:57,网址http://a.b/c"), "时间09:57，网址http://a.b/c");
    EXPECT_EQ(normalised(U"See (a), b: c, d."), "See (a), b: c, d.");
    EXPECT_EQ(normalised(U"困难 群众，，救助。。。。"), "困难群众，救助。");
    EXPECT_EQ(normalised(U"等等……是的"), "等等……是的");
    EXPECT_EQ(normalised(U"2O25年l月和1l日，20l5年"), "2025年l月和1l日，2015年");
    // What is lost is one U+FFFD, wherever a question mark or nothing stands for a figure.
    EXPECT_EQ(normalised(U"4月?0日前完成"), "4月\uFFFD0日前完成");
    EXPECT_EQ(normalised(U"从?月起全县?户达到%"), "从\uFFFD月起全县\uFFFD户达到\uFFFD%");
    EXPECT_EQ(normalised(U"20251月1日"), "2025\uFFFD1月1日");
    EXPECT_EQ(normalised(U"怎么办?个人要想清楚"), "怎么办？个人要想清楚");
    EXPECT_EQ(normalised(U"某局召开会议 传达精神"), "某局召开会议 传达精神");
}

std::string lines_of(const Draft& draft) {
    std::string out;
    for (const Line& line : draft.lines) out += text::encode(line.text.view()) + "|";
    return out;
}

std::string joined(std::u32string_view text) {
    const Lexicon lexicon;
    Draft draft;
    draft.lines = split_lines(Traced(std::u32string(text)));
    join_broken_lines(draft, lexicon);
    return lines_of(draft);
}

TEST(Lines, BreaksInsideSentencesGo) {
    // A short first line without a full stop may be the title; here a sentence stands before it.
    EXPECT_EQ(
        joined(U"某局召开会议。\n会议要求，各科室要对照报告逐条梳理涉民政内容，把26项\n\n"
               U"年度任务细化到岗。\n第二段。"),
        "某局召开会议。|会议要求，各科室要对照报告逐条梳理涉民政内容，把26项年度任务细化到岗。|"
        "第二段。|");
    EXPECT_EQ(joined(U"一、整治范围\n在市、县两级登记的行业协会。"),
              "一、整治范围|在市、县两级登记的行业协会。|");
    EXPECT_EQ(joined(U"会议强调，要做好各项工作，落实各项责任，加强监督检查\n一是压实责任。"),
              "会议强调，要做好各项工作，落实各项责任，加强监督检查|一是压实责任。|");
}

TEST(Tables, BarsAndLoneCells) {
    Draft draft;
    draft.lines = split_lines(Traced(U"| 序号 | 任务 |\n| 1 | 摸底 |\n正文。"));
    find_plain_rows(draft);
    EXPECT_EQ(lines_of(draft), "序号\t任务|1\t摸底|正文。|");
    Draft lone;
    lone.lines = split_lines(Traced(U"序号 |\n任务 |\n1 |\n摸底 |\n2 |\n建账 |"));
    find_plain_rows(lone);
    EXPECT_EQ(lines_of(lone), "序号\t任务|1\t摸底|2\t建账|");
}

TEST(Containers, AreToldFromTheirText) {
    EXPECT_EQ(text_container(U"<!DOCTYPE html><p>x"), "html");
    EXPECT_EQ(text_container(U"{\"title\": \"x\"}"), "json");
    EXPECT_EQ(text_container(U"# 标题\n正文"), "markdown");
    EXPECT_EQ(text_container(U"From: a\nTo: b\nSubject: c\n\nx"), "mail");
    EXPECT_EQ(text_container(U"一、{正文} < 3 > 2"), "plain");
}

TEST(Html, OnlyWhatIsRead) {
    Lexicon lexicon;
    lexicon.boilerplate.element_names = Matcher(std::vector<std::u32string>{U"nav"});
    const Traced page(
        U"<title>题</title><script>要在12月前完成</script><div "
        U"class='nav'>首页</div><p>第<b>一</b>段&nbsp;"
        U"&ldquo;完&rdquo;</p><p style='display: none'>藏</p><!-- 注 "
        U"-->甲<br>乙<table><tr><td>1</td><td>二"
        U"</td></tr></table>a < b");
    const Draft draft = read_html(page, lexicon);
    std::string shown;
    for (const Line& line : draft.lines) {
        if (!line.furniture) shown += text::encode(line.text.view()) + "|";
    }
    EXPECT_EQ(shown, "第一段\u00A0“完”|甲|乙|1\t二|a < b|");
    EXPECT_EQ(text::encode(draft.metadata.title), "题");
}

TEST(Html, HostileNestingEnds) {
    const Lexicon lexicon;
    std::u32string deep;
    for (int level = 0; level < 50000; ++level) deep += U"<div><table><tr><td>";
    deep += U"底";
    for (int level = 0; level < 50000; ++level) deep += U"</b></span>";
    deep += U"<a href=\"<script><p title='";
    const Draft draft = read_html(Traced(deep), lexicon);
    EXPECT_EQ(lines_of(draft), "底|");
}

}  // namespace
}  // namespace anmin::document
