#include "directive/governance.h"

#include <algorithm>

#include "text/han.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

bool has_modal_word(View view, const Frames& frames) {
    for (const auto& hit : frames.modals.all(view)) {
        const auto other = frames.not_modals.at(view, hit.start);
        if (other && other->end > hit.end) continue;
        const auto around =
            hit.start > 0 ? frames.not_modals.at(view, hit.start - 1) : std::nullopt;
        if (around && around->end > hit.start) continue;
        return true;
    }
    return false;
}

std::optional<Frame> make(std::int32_t verb, std::size_t end, bool empty, View speaker,
                          const Frames& frames) {
    Frame frame{static_cast<FrameKind>(verb), end, empty};
    if (frames.quoted_speakers.contains(speaker) && frame.kind != FrameKind::record)
        frame.kind = FrameKind::quotation;
    return frame;
}

// 某某某要求，: two to four characters that are no word of ours; 严格要求，总体要求 are none.
bool is_bare_name(View speaker, const Frames& frames) {
    if (speaker.size() < 2 || speaker.size() > 4) return false;
    static const text::Matcher words(std::vector<std::u32string>{
        U"总体", U"有关", U"工作", U"具体", U"相关", U"各项", U"主要", U"明确",
        U"重点", U"目标", U"上述", U"以上", U"如下", U"基本", U"上级", U"逐项",
        U"分别", U"纪律", U"时间", U"政治", U"最新", U"统一", U"共同", U"一直",
        U"始终", U"按",   U"依",   U"据",   U"由",   U"对",   U"经"});
    if (!std::all_of(speaker.begin(), speaker.end(), text::is_han)) return false;
    return !words.contains(speaker) && !frames.doing_verbs.contains(speaker) &&
           !frames.adverbs.contains(speaker) && !frames.exhortations.contains(speaker) &&
           !frames.domain_words.contains(speaker) && !frames.anchors.contains(speaker) &&
           !frames.not_modals.contains(speaker);
}

// 党员们纷纷表示，大家一致认为: what those present say of themselves directs nobody.
bool is_pledge(View speaker) {
    static const text::Matcher words(std::vector<std::u32string>{
        U"纷纷", U"大家", U"一致", U"们", U"群众", U"居民", U"老人", U"学员", U"代表们", U"与会",
        U"志愿者", U"家属", U"村民", U"家长"});
    return words.contains(speaker);
}

// Does somebody speak here? 会议, 局长某某, 他在讲话中; not 根据县局 and not 贯彻落实区政府决策.
bool is_speaker(View speaker, const Frames& frames) {
    static const text::Matcher leads(
        std::vector<std::u32string>{U"根据", U"按照", U"依据", U"经", U"为", U"落实", U"贯彻",
                                    U"对照", U"围绕", U"结合", U"遵照", U"通过", U"以"});
    static const text::Matcher adverbs(
        std::vector<std::u32string>{U"还", U"也", U"并", U"进一步", U"特别", U"着重", U"最后",
                                    U"同时", U"再次", U"反复", U"分别", U"一致", U"集中", U"专门"});
    if (leads.at(speaker, 0) || speaker.size() > 60 || has_modal_word(speaker, frames))
        return false;
    if (speaker.empty()) return true;
    while (const auto adverb = adverbs.before(speaker, speaker.size())) {
        speaker = speaker.substr(0, adverb->start);
        if (speaker.empty()) return true;
    }
    if (frames.quoted_speakers.contains(speaker)) return true;
    if (frames.frame_subjects.before(speaker, speaker.size())) return true;
    if (is_bare_name(speaker, frames)) return true;
    if (speaker.back() == U'时' || speaker.back() == U'中')
        return frames.frame_subjects.contains(speaker);
    // 局长某某: a post and a name of at most four characters
    for (const auto& hit : frames.frame_subjects.all(speaker)) {
        if (speaker.size() - hit.end <= 4) return true;
    }
    // 会议就做好…工作提出
    const bool about = speaker.find(U'就') != View::npos || speaker.find(U'对') != View::npos;
    if (about && frames.frame_subjects.contains(speaker.substr(0, 16))) return true;
    // 罗长庚强调，: a bare name
    const bool name = speaker.size() >= 2 && speaker.size() <= 4 &&
                      std::all_of(speaker.begin(), speaker.end(), text::is_han) &&
                      !frames.doing_verbs.contains(speaker) && !frames.adverbs.contains(speaker);
    if (name) return true;
    return speaker.size() <= 14 && frames.organ_words.before(speaker, speaker.size()) &&
           !frames.doing_verbs.contains(speaker);
}

// 会议要求，… : a frame verb just before the first mark, and somebody who says it.
std::optional<Frame> closed_frame(View text, Range piece, std::size_t mark, const Frames& frames) {
    const View head = text.substr(0, mark);
    const auto verb = frames.frame_verbs.before(head, mark);
    if (!verb || verb->start < piece.start) return std::nullopt;
    const View speaker = head.substr(piece.start, verb->start - piece.start);
    if (verb->value == static_cast<std::int32_t>(FrameKind::opinion) && speaker.size() <= 30 &&
        is_pledge(speaker))
        return make(static_cast<std::int32_t>(FrameKind::record), mark + 1, false, speaker, frames);
    if (!is_speaker(speaker, frames)) return std::nullopt;
    // 报送工作总结，: a record is what a meeting does, not what somebody is to do.
    static const text::Matcher meetings(
        std::vector<std::u32string>{U"会议", U"大会", U"会上", U"例会", U"全会", U"座谈会"});
    const bool record = verb->value == static_cast<std::int32_t>(FrameKind::record);
    if (record && !meetings.contains(speaker)) return std::nullopt;
    if (speaker.empty() && verb->value != static_cast<std::int32_t>(FrameKind::directive))
        return std::nullopt;
    return make(verb->value, mark + 1, false, speaker, frames);
}

// 会议要求各地…; 会议决定成立…; 会议听取了…: the verb straight behind the meeting.
std::optional<Frame> open_frame(View text, Range piece, const Frames& frames) {
    static const text::Matcher subjects(std::vector<std::u32string>{
        U"会议", U"大会", U"会上", U"纪要", U"例会", U"聚会", U"与会人员", U"会议研究"});
    const auto subject = subjects.at(text, piece.start);
    if (!subject) return std::nullopt;
    std::size_t at = subject->end;
    for (const auto adverb :
         {U"集体", U"专题", U"还", U"审议", U"研究", U"最后", U"同时", U"深入", U"认真", U"原则"}) {
        if (text.substr(at).starts_with(adverb) && !frames.frame_verbs.at(text, at))
            at += View(adverb).size();
    }
    const auto verb = frames.frame_verbs.at(text, at);
    if (!verb || verb->end > piece.end) return std::nullopt;
    // 会议原则同意《办法》，由某局修改后印发: what is agreed on comes first, what is to be done
    // behind it
    const View agreed = text.substr(verb->start, verb->end - verb->start);
    if (agreed.ends_with(U"同意") || agreed.ends_with(U"通过")) {
        const std::size_t mark = text.substr(0, piece.end).find(U'，', verb->end);
        static const text::Matcher orders(std::vector<std::u32string>{
            U"由", U"要", U"请", U"须", U"责成", U"并要求", U"并由", U"会后"});
        const bool more = mark != View::npos && orders.at(text, mark + 1).has_value();
        return make(static_cast<std::int32_t>(FrameKind::directive), more ? mark + 1 : piece.end,
                    !more, View(), frames);
    }
    const bool told = verb->end < piece.end && text[verb->end] == U'了';
    const bool directive = verb->value == static_cast<std::int32_t>(FrameKind::directive);
    return make(verb->value, verb->end, told || !directive, View(), frames);
}

// …就做好工作提出三点要求：
std::optional<Frame> announcing_frame(View text, Range piece, const Frames& frames) {
    const View own = text.substr(piece.start, piece.end - piece.start);
    static const text::Matcher ends(std::vector<std::u32string>{
        U"要求", U"部署", U"安排", U"意见", U"任务", U"工作要求", U"具体要求", U"如下要求",
        U"以下要求", U"具体部署", U"安排部署"});
    static const text::Matcher verbs(
        std::vector<std::u32string>{U"提出", U"作出", U"做出", U"作了", U"讲了", U"明确了",
                                    U"强调了", U"布置了", U"部署了", U"进行了", U"提了"});
    const View bare = !own.empty() && own.back() == U'：' ? own.substr(0, own.size() - 1) : own;
    // 要求各队落实以下安排：
    static const text::Matcher pointing(std::vector<std::u32string>{U"以下", U"如下"});
    static const text::Matcher ordering(
        std::vector<std::u32string>{U"要求", U"落实", U"做好", U"抓好", U"部署", U"安排"});
    const bool points = own.back() == U'：' && pointing.contains(bare) && ordering.contains(bare);
    if (points && ends.before(bare, bare.size()))
        return make(static_cast<std::int32_t>(FrameKind::directive), piece.end, true, bare, frames);
    if (!ends.before(bare, bare.size()) || !verbs.contains(bare)) return std::nullopt;
    if (has_modal_word(bare, frames) || !frames.frame_subjects.contains(bare)) return std::nullopt;
    return make(static_cast<std::int32_t>(FrameKind::directive), piece.end, true, bare, frames);
}

}  // namespace

std::optional<Frame> frame_at(View text, Range piece, const Frames& frames) {
    const View within = text.substr(0, piece.end);
    std::size_t from = piece.start;
    // 会上，局长某某强调，: the frame may stand behind one short opener; its speaker behind a mark
    // in brackets.
    for (int tries = 0; tries < 3; ++tries) {
        const std::size_t mark = within.find_first_of(U"，：", from);
        if (mark == View::npos || mark - piece.start > 90) break;
        if (auto frame = closed_frame(text, {from, piece.end}, mark, frames)) return frame;
        if (mark - from > 30) break;
        from = mark + 1;
        if (tries == 0 && !frames.closers.at(text, piece.start) && mark - piece.start > 12) break;
    }
    if (auto frame = open_frame(text, piece, frames)) return frame;
    return announcing_frame(text, piece, frames);
}

std::optional<std::size_t> future_opener(View text, Range piece, const Frames& frames) {
    const auto opener = frames.future_openers.at(text, piece.start);
    if (!opener || opener->end > piece.end) return std::nullopt;
    std::size_t end = opener->end;
    while (end < piece.end && end < opener->end + 12 && text[end] != U'，' && text[end] != U'：' &&
           !text::is_digit(text[end]))
        ++end;
    const bool marked = end < piece.end && (text[end] == U'，' || text[end] == U'：');
    return marked ? end + 1 : opener->end;
}

bool closes_frame(View sentence, const Frames& frames) {
    const auto closer = frames.closers.first(sentence);
    if (!closer) return false;
    return closer->start == 0 || closer->end + 3 >= sentence.size();
}

Section section_of(View heading, const Frames& frames) {
    // The word nearest the end decides: 问题整改情况 tells, 下一步整改措施 directs.
    struct Found {
        std::size_t end = 0;
        Section section = Section::open;
    };
    Found best;
    const auto consider = [&best, heading](const text::Matcher& words, Section section) {
        for (const auto& hit : words.all(heading)) {
            if (hit.end > best.end) best = {hit.end, section};
        }
    };
    if (frames.future_openers.contains(heading)) return Section::directive;
    consider(frames.directive_headings, Section::directive);
    consider(frames.result_headings, Section::result);
    consider(frames.scope_headings, Section::scope);
    return best.section;
}

}  // namespace anmin::directive
