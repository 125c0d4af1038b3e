#include "directive/clause.h"

#include <algorithm>

#include "text/han.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

bool is_bracket_open(char32_t c) {
    return c == U'“' || c == U'《' || c == U'（' || c == U'(' || c == U'【';
}
bool is_bracket_close(char32_t c) {
    return c == U'”' || c == U'》' || c == U'）' || c == U')' || c == U'】';
}

std::size_t skip_adverbs(View text, std::size_t at, std::size_t end, const Frames& frames) {
    for (;;) {
        const auto adverb = frames.adverbs.at(text, at);
        if (!adverb || adverb->end >= end) return at;
        at = adverb->end;
        if (at < end && text[at] == U'地') ++at;
    }
}

std::size_t skip_connectives(View text, std::size_t at, std::size_t end) {
    static const text::Matcher words(std::vector<std::u32string>{
        U"并", U"同时", U"此外", U"还", U"也", U"而且", U"另外", U"以及", U"且", U"再"});
    const auto word = words.at(text, at);
    return word && word->end < end ? word->end : at;
}

bool is_modal(View text, std::size_t at, const Frames& frames, std::size_t& end) {
    const auto modal = frames.modals.at(text, at);
    if (!modal) return false;
    if (const auto other = frames.not_modals.at(text, at); other && other->end > modal->end)
        return false;
    if (at > 0) {
        // 重要, 需要, 主要: the modal character ends another word
        for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
            const auto other = frames.not_modals.at(text, at - back);
            if (other && other->end > at) return false;
        }
    }
    end = modal->end;
    return true;
}

// A word that may follow a modal or an actor: a verb, an adverb, a preposition, a figure.
bool begins_predicate(View text, std::size_t at, const Frames& frames) {
    if (at >= text.size()) return false;
    static constexpr View prepositions = U"把将对以在于从按向与就为由结围每至逐经依凭";
    if (text::is_digit(text[at]) || prepositions.find(text[at]) != View::npos) return true;
    // 自收齐材料之日起; 自然资源局 goes on as a name
    static constexpr View receipts = U"收受接印发核签批公登";
    if (text[at] == U'自' && at + 1 < text.size() && receipts.find(text[at + 1]) != View::npos)
        return true;
    return frames.doing_verbs.at(text, at) || frames.adverbs.at(text, at) ||
           frames.exhortations.at(text, at) || text[at] == U'有' || text[at] == U'再' ||
           text[at] == U'尽';
}

// Behind a modal a predicate may also begin with these: 应自收到之日起…, 须经审计.
bool follows_modal(View text, std::size_t at, const Frames& frames) {
    static constexpr View openers = U"自经可不先一同共全用让使紧早多同";
    return begins_predicate(text, at, frames) ||
           (at < text.size() && openers.find(text[at]) != View::npos);
}

class Looker {
public:
    Looker(View text, Range range, const Frames& frames)
        : text_(text.substr(0, range.end)), frames_(frames) {
        clause_.range = range;
    }

    Clause run() {
        head_ = skip_connectives(text_, clause_.range.start, clause_.range.end);
        find_words();
        find_modal();
        find_actor();
        find_verb();
        find_outcome();
        find_state_of_mind();
        find_tense();
        find_condition();
        return clause_;
    }

private:
    std::size_t end() const { return clause_.range.end; }
    View own() const { return text_.substr(clause_.range.start); }

    // Where the mark closes that opens at `at`; the end when it does not close soon.
    std::size_t closing_behind(std::size_t at, char32_t mark) const {
        const std::size_t length = text_.substr(at, 300).find(mark);
        return length == View::npos ? end() : at + length;
    }

    // Words of domains, exhortations and anchors, left to right; set phrases hide what is inside
    // them.
    void find_words() {
        for (std::size_t at = clause_.range.start; at < end();) {
            const auto domain = frames_.domain_words.at(text_, at);
            const auto exhortation = frames_.exhortations.at(text_, at);
            const auto phrase = frames_.set_phrases.at(text_, at);
            const auto weak = frames_.weak_domain_words.at(text_, at);
            std::size_t next = at + 1;
            if (phrase && (!domain || phrase->end >= domain->end)) {
                next = phrase->end;
            } else if (exhortation && (!domain || exhortation->end > domain->end)) {
                clause_.exhortation = true;
                next = exhortation->end;
            } else if (domain) {
                clause_.domains |= domain->value;
                next = domain->end;
            } else if (weak) {
                clause_.weak |= weak->value;
                ++clause_.signs;
                next = weak->end;
            } else if (const auto anchor = frames_.anchors.at(text_, at)) {
                ++clause_.signs;
                next = anchor->end;
            } else if (text_[at] == U'《' && closing_behind(at, U'》') < end()) {
                ++clause_.signs;
            } else if (text_[at] == U'（') {
                // An aside in brackets names no work of its own: 办公厅（国际司）
                const std::size_t close = closing_behind(at, U'）');
                if (close < end()) next = close + 1;
            }
            at = next;
        }
        // 将…纳入年度考核: what follows from the work, whoever does it
        const std::size_t counted = own().find(U"纳入");
        static const text::Matcher reviews(
            std::vector<std::u32string>{U"考核", U"绩效", U"考评", U"评价"});
        clause_.consequence = frames_.consequences.contains(own()) ||
                              (counted != View::npos && reviews.contains(own().substr(counted)));
        clause_.study_form = frames_.study_forms.contains(own());
        if (clause_.consequence) drop_content();
    }

    void drop_content() {
        clause_.domains = 0;
        clause_.weak = 0;
        clause_.signs = 0;
        clause_.study_form = false;
    }

    // 确保…, 做到…: the aim of what stands before, not work of its own.
    void find_outcome() {
        static const text::Matcher verbs(std::vector<std::u32string>{
            U"确保", U"做到", U"实现", U"形成", U"防止", U"避免", U"促进", U"助力", U"达到",
            U"保障", U"服务", U"接受", U"展示", U"提高", U"提升", U"营造", U"维护"});
        clause_.outcome = own().find(U"更加") != View::npos || own().ends_with(U"走深走实") ||
                          (clause_.verb && verbs.at(text_, clause_.verb_start).has_value());
    }

    // 充分认识…, 深刻领会…: to think of a line of work is not yet to do it.
    void find_state_of_mind() {
        const std::size_t from = modal_end_ > 0 ? modal_end_ : head_;
        const std::size_t at = skip_adverbs(text_, from, end(), frames_);
        if (!frames_.mental_verbs.at(text_, from) && !frames_.mental_verbs.at(text_, at)) return;
        clause_.exhortation = true;
        drop_content();
    }

    static const text::Matcher& forbidding() {
        static const text::Matcher words(
            std::vector<std::u32string>{U"不得", U"严禁", U"禁止", U"不准"});
        return words;
    }

    void find_modal() {
        std::size_t behind = 0;
        const std::size_t at = skip_adverbs(text_, head_, end(), frames_);
        if (is_modal(text_, head_, frames_, behind) || is_modal(text_, at, frames_, behind)) {
            clause_.modal = true;
            clause_.prohibition = forbidding().before(text_, behind).has_value();
            clause_.firm_modal = true;
            modal_end_ = behind;
            return;
        }
        for (std::size_t place = head_ + 1; place < end() && place < head_ + 40; ++place) {
            if (!is_modal(text_, place, frames_, behind)) continue;
            const bool forbids = forbidding().before(text_, behind).has_value();
            if (behind < end() && (forbids || follows_modal(text_, behind, frames_))) {
                static const text::Matcher firm(
                    std::vector<std::u32string>{U"应当", U"必须", U"不得", U"务必", U"严禁"});
                clause_.modal = true;
                clause_.prohibition = forbids;
                clause_.firm_modal = firm.before(text_, behind).has_value();
                modal_start_ = place;
                modal_end_ = behind;
                return;
            }
        }
        find_weak_modal();
    }

    // 将 is a modal before a verb; before a noun it means "take".
    void find_weak_modal() {
        for (std::size_t place = head_; place < end() && place < head_ + 30; ++place) {
            const auto weak = frames_.weak_modals.at(text_, place);
            if (!weak || frames_.not_modals.at(text_, place)) continue;
            const std::size_t verb = skip_adverbs(text_, weak->end, end(), frames_);
            if (!frames_.doing_verbs.at(text_, verb) && !verb_behind(weak->end)) continue;
            clause_.modal = true;
            clause_.modal_is_weak = true;
            modal_start_ = place;
            modal_end_ = weak->end;
            return;
        }
    }

    // 将于10月对各地开展抽查: when and on whom, then the verb.
    bool verb_behind(std::size_t at) const {
        static const text::Matcher openers(
            std::vector<std::u32string>{U"于", U"在", U"对", U"按", U"会同", U"适时", U"为", U"向",
                                        U"联合", U"与", U"通过", U"以", U"从", U"分"});
        if (!openers.at(text_, at)) return false;
        const auto verb = frames_.doing_verbs.first(text_, at);
        return verb && verb->end <= end();
    }

    // Doers at the head: names ending in an organ word, before a modal or a predicate.
    void find_actor() {
        std::size_t start = behind_time(head_);
        if (start < end() && (text_[start] == U'由' || text_[start] == U'请')) ++start;
        // 每半年向县民政局…: a time, not a doer
        static const text::Matcher times(
            std::vector<std::u32string>{U"每年", U"每半", U"每季", U"每月", U"每周", U"每日",
                                        U"每天", U"每两", U"按月", U"按季", U"定期"});
        if (times.at(text_, start)) return;
        const bool led = start > head_ && (text_[start - 1] == U'由' || text_[start - 1] == U'请');
        const std::size_t reach = std::min(end(), start + 60);
        std::size_t best = 0;
        for (std::size_t at = start + 1; at < reach; ++at) {
            const char32_t before = text_[at - 1];
            if (!text::is_han(before) && before != U'、' && before != U'（' && before != U'）' &&
                !text::is_digit(before))
                break;
            if (modal_start_ > 0 && at > modal_start_) break;
            if (!ends_in_organ(start, at)) continue;
            const bool acts = ends_actor(at);
            if (!acts && !(led && (text_[start - 1] == U'由' || best == 0) && ends_led_actor(at)))
                continue;
            best = at;
            if (acts && !has_office_behind(at)) break;
            if (follows_lead(at)) break;
        }
        // 请于8月20日前将…: a time or a way, not a doer
        static constexpr View ways = U"于在将对把按作从以";
        if (led && ways.find(text_[start]) != View::npos) return;
        if (best == 0) best = subject_end(start);
        if (best == 0) return;
        // 资金由县民政局统一测算: the doer stands behind 由
        const std::size_t by = text_.substr(start, best - start).rfind(U'由');
        if (by != View::npos && by > 0) {
            clause_.actor = Range{start + by + 1, best};
            return;
        }
        if (!led && !starts_actor(start, best)) return;
        clause_.actor = Range{start, best};
    }

    // Is the stretch a name ending in an organ word? 乡镇人民政府（街道办事处） too.
    bool ends_in_organ(std::size_t start, std::size_t at) const {
        if (text_[at - 1] == U'）') {
            const std::size_t open = text_.substr(0, at).rfind(U'（');
            if (open == View::npos || open <= start + 1) return false;
            const auto outer = frames_.organ_words.before(text_, open);
            if (outer && outer->start >= start) return true;
        }
        const auto organ = frames_.organ_words.before(text_, at);
        return organ && organ->start >= start;
    }

    // 4月1日起各单位…: the doer may stand behind the time.
    std::size_t behind_time(std::size_t start) const {
        static constexpr View parts = U"0123456789年月日底末中上下旬前起止到于自季度半";
        std::size_t at = start;
        while (at < end() && at - start < 16 && parts.find(text_[at]) != View::npos) ++at;
        const bool timed = at > start + 1 && (text_[at - 1] == U'前' || text_[at - 1] == U'起');
        return timed && at < end() && (text_[at] == U'各' || text_[at] == U'由') ? at : start;
    }

    // 各慈善组织 要…: whoever stands between such an opener and the modal.
    std::size_t subject_end(std::size_t start) const {
        static const text::Matcher openers(
            std::vector<std::u32string>{U"各", U"全体", U"每名", U"每位", U"所有", U"你", U"本"});
        if (modal_start_ <= start + 1 || modal_start_ > start + 20 || !openers.at(text_, start))
            return 0;
        const View names = text_.substr(start, modal_start_ - start);
        const bool plain = std::all_of(names.begin(), names.end(), [](char32_t c) {
            return text::is_han(c) || c == U'、' || c == U'（' || c == U'）';
        });
        return plain && names.find(U'项') == View::npos ? modal_start_ : 0;
    }

    // 县政府 督查室: a section whose name begins like a verb.
    bool has_office_behind(std::size_t at) const {
        static constexpr View offices = U"科处室股办";
        return at + 3 < end() && offices.find(text_[at + 2]) != View::npos && ends_actor(at + 3);
    }

    bool follows_lead(std::size_t at) const {
        const View rest = text_.substr(at);
        return rest.starts_with(U"牵头") || rest.starts_with(U"负责") ||
               rest.starts_with(U"会同") || rest.starts_with(U"会商") ||
               (rest.starts_with(U"商") && !rest.starts_with(U"商会"));
    }

    bool ends_actor(std::size_t at) const {
        const View rest = text_.substr(at);
        if (rest.starts_with(U"、") || rest.starts_with(U"和") || rest.starts_with(U"与") ||
            rest.starts_with(U"及"))
            return false;
        std::size_t behind = 0;
        if (is_modal(text_, at, frames_, behind)) return true;
        if (follows_lead(at) || rest.starts_with(U"配合")) return true;
        if (frames_.weak_modals.at(text_, at)) return true;
        // 养老服务科 督促…: the word behind is a predicate, and no organ word goes on
        return begins_predicate(text_, at, frames_) && !goes_on(at);
    }

    // 由市民政局修改…: 由 shows the doer, whatever verb follows.
    bool ends_led_actor(std::size_t at) const {
        const View rest = text_.substr(at);
        const bool listed = rest.starts_with(U"、") || rest.starts_with(U"和") ||
                            rest.starts_with(U"与") || rest.starts_with(U"及");
        return !rest.empty() && !listed && !goes_on(at);
    }

    // 民政局 办公室, 社会组织 登记: the name is longer than it seems here.
    bool goes_on(std::size_t at) const {
        for (std::size_t next = at + 1; next <= std::min(end(), at + 6); ++next) {
            const auto organ = frames_.organ_words.before(text_, next);
            if (!organ || organ->start > at || organ->end <= at) continue;
            // 委托: a verb, though its first character may end a name
            const auto verb = frames_.doing_verbs.at(text_, at);
            if (!verb || verb->end < organ->end || organ->start < at) return true;
        }
        return false;
    }

    // Unless a modal or 由 shows the doer, only names that begin like doers count.
    bool starts_actor(std::size_t start, std::size_t stop) const {
        const auto whole = frames_.organ_words.at(text_, start);
        if (frames_.doing_verbs.at(text_, start) && !frames_.actor_openers.at(text_, start) &&
            !(whole && whole->end == stop))
            return false;
        static constexpr View prepositions = U"对把将以在向从为与按经至";
        if (prepositions.find(text_[start]) != View::npos) return false;
        // 6月10日前报市政府办公室: a time, and to whom, not who; 8个镇 is who.
        std::size_t digits = start;
        while (digits < stop && text::is_digit(text_[digits])) ++digits;
        static constexpr View counters = U"个家所名";
        if (digits > start && (digits >= stop || counters.find(text_[digits]) == View::npos))
            return false;
        if (text_.substr(start, stop - start).find_first_of(U"报向送给把将前") != View::npos)
            return false;
        std::size_t behind = 0;
        if (is_modal(text_, stop, frames_, behind) || follows_lead(stop)) return true;
        if (frames_.actor_openers.at(text_, start)) return true;
        if (text::is_digit(text_[start])) return true;
        static const text::Matcher plain(std::vector<std::u32string>{
            U"科", U"处", U"股", U"办公室", U"局", U"厅", U"中心", U"站", U"所", U"院", U"镇",
            U"街道", U"党支部", U"支部", U"党组", U"委员会"});
        const auto organ = plain.before(text_, stop);
        return organ && organ->start > start && !frames_.doing_verbs.at(text_, start) &&
               !frames_.adverbs.at(text_, start);
    }

    void find_verb() {
        std::size_t from = modal_end_ > 0 ? modal_end_ : clause_.actor ? clause_.actor->end : head_;
        const std::size_t first = skip_adverbs(text_, from, end(), frames_);
        for (std::size_t at = first; at < end(); ++at) {
            if (text_[at] == U'“' || text_[at] == U'《') {
                const std::size_t close = closing_behind(at, text_[at] == U'“' ? U'”' : U'》');
                if (close < end()) at = close;
                continue;
            }
            const auto verb = frames_.doing_verbs.at(text_, at);
            if (!verb || verb->end > end()) continue;
            clause_.verb = true;
            clause_.verb_first = at == first;
            clause_.verb_start = at;
            clause_.verb_end = verb->end;
            break;
        }
        const auto study = frames_.study_verbs.at(text_, first);
        clause_.study = study.has_value();
        // What is studied is not worked on: 学习关于作风建设的论述 is study.
        if (clause_.study && clause_.content()) {
            clause_.domains = frames_.study_domain;
            clause_.weak = 0;
        }
    }

    // 已整改的 describes; 已整改 and 整改了 tell. A modal before it makes it a demand.
    void find_tense() {
        const View view = own();
        if (const auto past = frames_.past_words.first(view)) {
            const std::size_t at = clause_.range.start + past->start;
            const View tail = text_.substr(at);
            const std::size_t of = tail.substr(0, 14).find(U'的');
            const bool describes = text_[at] == U'已' && of != View::npos && at + of + 1 < end();
            clause_.past = !describes && !(clause_.modal && modal_end_ <= at);
            clause_.strongly_past =
                clause_.past && (text_[at] == U'已' || frames_.strong_past_words.contains(view));
        }
        if (!clause_.strongly_past && !clause_.modal && has_finished_verb())
            clause_.past = clause_.strongly_past = true;
    }

    // A verb followed by 了.
    bool has_finished_verb() const {
        for (std::size_t at = clause_.range.start + 2; at < end(); ++at) {
            if (text_[at] != U'了') continue;
            if (at + 1 < end() && text_[at + 1] == U'解') continue;
            if (frames_.doing_verbs.before(text_, at)) return true;
        }
        return false;
    }

    void find_condition() {
        static const text::Matcher openers(std::vector<std::u32string>{
            U"对", U"凡", U"如", U"若", U"因", U"发生", U"逾期", U"经", U"根据", U"按照", U"针对",
            U"围绕", U"结合", U"依托", U"通过", U"以"});
        if (clause_.modal || clause_.range.start >= end()) return;
        const char32_t last = text_[end() - 1];
        const bool opened = openers.at(text_, head_).has_value();
        clause_.condition =
            last == U'的' || (opened && !(clause_.signs > 0) && clause_.domains == 0);
    }

    View text_;
    const Frames& frames_;
    Clause clause_;
    std::size_t head_ = 0;
    std::size_t modal_start_ = 0;
    std::size_t modal_end_ = 0;
};

}  // namespace

Clause look_at(View text, Range range, const Frames& frames) {
    return Looker(text, range, frames).run();
}

std::vector<Range> cut_at(View text, Range range, View marks) {
    std::vector<Range> out;
    int depth = 0;
    std::size_t from = range.start;
    const auto take = [&out, text](std::size_t start, std::size_t end) {
        while (start < end && text::is_blank(text[start])) ++start;
        while (end > start && text::is_blank(text[end - 1])) --end;
        if (end > start) out.push_back({start, end});
    };
    for (std::size_t at = range.start; at < range.end; ++at) {
        const char32_t c = text[at];
        if (is_bracket_open(c)) ++depth;
        if (is_bracket_close(c) && depth > 0) --depth;
        // A bracket left open for long was never closed.
        if (depth > 0 && at - from > 300) depth = 0;
        if (depth > 0 || marks.find(c) == View::npos) continue;
        take(from, at);
        from = at + 1;
    }
    take(from, range.end);
    return out;
}

}  // namespace anmin::directive
