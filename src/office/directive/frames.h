// The words by which directives are known: frames, modals, doing verbs, exhortations, domains,
// duties. All of it is data (packages/intake/*.json, packages/duty/*.json), loaded by
// files::load_frames.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "text/matcher.h"

namespace anmin::directive {

// What a frame verb does to the words it governs.
enum class FrameKind {
    directive,  // 会议要求
    opinion,    // 会议指出: only clauses with their own modal direct
    record,     // 会议听取, 通报: what was, no directive
    quotation,  // 习近平总书记强调: background
};

// What a column of a task table holds.
enum class TaskColumn { task, measure, target, owner, helper, due, other };

struct Frames {
    std::vector<std::string> domains;  // the closed list
    text::Matcher domain_words;        // value: bit set of indices in domains
    text::Matcher weak_domain_words;   // the same; they make an object concrete but cut nothing
    std::int32_t cutting_domains =
        0;  // bit set: a clause of such a domain may begin an item of its own
    std::int32_t study_domain = 0;  // the bit of 学习传达
    text::Matcher set_phrases;      // their words count for no domain

    text::Matcher frame_verbs;      // value: FrameKind as number
    text::Matcher quoted_speakers;  // 习近平, 党中央, ...
    text::Matcher frame_subjects;   // 会议, 他, ...
    text::Matcher closers;          // 会上，: ends what a frame governs
    text::Matcher modals;           // 要, 须, 不得, ...
    text::Matcher weak_modals;      // 将: only before a verb
    text::Matcher not_modals;       // 重要, 主要, 应急, ...: modal characters that are none
    text::Matcher doing_verbs;      // 健全, 开展, 报送, ...
    text::Matcher exhortations;     // 提高站位, 高度重视, ...
    text::Matcher
        mental_verbs;  // 充分认识, 深刻领会, ...: a clause that begins so asks for no work
    text::Matcher sentence_exhortations;  // ...为指导: the whole sentence exhorts
    text::Matcher consequences;           // 纳入考核, 严肃追责, ...
    text::Matcher past_words;             // 已, 截至, 累计, ...
    text::Matcher strong_past_words;      // past even under a directive frame
    text::Matcher future_openers;         // 下一步, 接下来, ...
    text::Matcher result_headings;        // 工作开展情况, 主要成效, ...
    text::Matcher scope_headings;         // 整治范围, 指导思想, ...: nothing to do below them
    text::Matcher not_directive_openers;  // 欢迎, 联系电话, 抄送, ...
    text::Matcher preamble_ends;          // 通知如下, ...: before it nothing directs
    text::Matcher directive_headings;     // 下一步, 重点任务, 工作要求, ...
    text::Matcher organ_words;            // 局, 科, 办公室, 各镇, ...: ends of actor names
    text::Matcher actor_openers;          // 各, 每个, 由, ...: beginnings of actor names
    text::Matcher adverbs;                // 进一步, 切实, ...: may stand before a verb
    text::Matcher anchors;      // 清单, 台账, 方案, ...: things that make an object concrete
    text::Matcher study_verbs;  // 学习, 传达, ...
    text::Matcher study_forms;  // 集中学习, 专题研讨, ...: a form or product of study
    std::vector<std::string>
        imperative_kinds;        // document kinds whose body directs: 通知, 方案, ...
    text::Matcher task_columns;  // table heads: 工作任务, ...; value: TaskColumn as number
    std::map<int, std::map<std::string, calendar::Date>>
        holidays;  // year -> name -> last day of it
    std::map<int, std::map<std::string, calendar::Date>>
        festivals;                  // year -> name -> the festival itself
    text::Matcher undated_times;    // 汛期前, ...: no day of the calendar
    std::u32string undated_starts;  // their first characters
    text::Matcher holiday_names;    // 春节, ...; value: index in holiday_keys
    std::vector<std::string> holiday_keys;
    std::map<std::string, std::vector<std::string>> duties;  // domain -> kinds of sections
};

}  // namespace anmin::directive
