#include "directive/item.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

// Consecutive clauses that make one item.
struct Group {
    std::size_t first = 0;
    std::size_t last = 0;  // included
    std::size_t start = 0;
    std::size_t end = 0;
    std::optional<TimePoint> time;
    std::optional<TimePoint> recurring;  // 定期 and its like
};

class Cutter {
public:
    Cutter(View text, const std::vector<Clause>& clauses, const ItemContext& context,
           const Frames& frames)
        : text_(text), clauses_(clauses), context_(context), frames_(frames) {}

    std::vector<Group> run() {
        for (std::size_t at = 0; at < clauses_.size(); ++at) {
            const Clause& clause = clauses_[at];
            const auto times = times_of(clause);
            if (at == 0) {
                begin(at);
            } else if (starts_item(at, times)) {
                groups_.back().end = clauses_[at - 1].range.end;
                begin(at);
            }
            Group& group = groups_.back();
            group.last = at;
            group.end = clause.range.end;
            take_times(clause, times);
            // A list or a report that goes with any work does not change what the item is about.
            const std::int32_t own = domains_of(clause);
            if ((own & frames_.cutting_domains) != 0 || previous_ == 0)
                previous_ = own != 0 ? own : previous_;
        }
        return std::move(groups_);
    }

private:
    void begin(std::size_t at) {
        Group group;
        group.first = at;
        group.last = at;
        group.start = clauses_[at].range.start;
        group.end = clauses_[at].range.end;
        groups_.push_back(std::move(group));
        previous_ = 0;
    }

    std::vector<TimePoint> times_of(const Clause& clause) const {
        auto times =
            time_points(text_.substr(clause.range.start, clause.range.end - clause.range.start),
                        context_.base, frames_);
        for (TimePoint& time : times) {
            time.start += clause.range.start;
            time.end += clause.range.start;
        }
        return times;
    }

    std::int32_t domains_of(const Clause& clause) const { return clause.domains; }

    bool has_content(const Group& group) const {
        for (std::size_t at = group.first; at <= group.last; ++at) {
            const Clause& clause = clauses_[at];
            if (!clause.condition && (clause.modal || (clause.verb && clause.content())))
                return true;
            if (clause.verb && group.time) return true;
        }
        return false;
    }

    // Does a new item begin with this clause?
    bool starts_item(std::size_t at, const std::vector<TimePoint>& times) const {
        const Clause& clause = clauses_[at];
        const Group& group = groups_.back();
        if (!has_content(group)) return false;
        const bool timed = std::any_of(times.begin(), times.end(),
                                       [](const TimePoint& time) { return time.cuts; });
        if (timed && group.time) return true;
        // 每个街道至少举办2场 says how much of the work before, not another work.
        const bool own_work = clause.content() || clause.modal || timed;
        if (clause.actor && !by_phrase(clause) && clause.verb && own_work &&
            new_actor(clause, group))
            return true;
        if (clause.condition || !clause.verb_first || previous_ == 0) return false;
        const std::int32_t own = domains_of(clause);
        if (clauses_[at - 1].study && !clause.study && own != 0) return true;
        return (own & frames_.cutting_domains) != 0 && (own & previous_) == 0 && !clause.outcome;
    }

    // 由市民政局牵头 goes with the work around it.
    bool by_phrase(const Clause& clause) const {
        return clause.actor->start > 0 && text_[clause.actor->start - 1] == U'由';
    }

    bool new_actor(const Clause& clause, const Group& group) const {
        const View name =
            text_.substr(clause.actor->start, clause.actor->end - clause.actor->start);
        for (std::size_t at = group.first; at <= group.last; ++at) {
            const auto& other = clauses_[at].actor;
            if (other && text_.substr(other->start, other->end - other->start) == name)
                return false;
        }
        return true;
    }

    void take_times(const Clause& clause, const std::vector<TimePoint>& times) {
        for (const TimePoint& time : times) {
            Group& group = groups_.back();
            if (!time.cuts) {
                group.recurring = time;
                continue;
            }
            if (!group.time) {
                group.time = time;
                continue;
            }
            // A second deadline in one clause: cut at the 、 before it, if it has work of its own.
            const std::size_t near = std::max(
                {group.time->end + 1, clause.range.start, time.start > 3 ? time.start - 3 : 0});
            if (near >= time.start) continue;
            const std::size_t offset = text_.substr(near, time.start - near).rfind(U'、');
            if (offset == View::npos) continue;
            const std::size_t mark = near + offset;
            group.end = mark;
            Group next = group;
            next.start = mark + 1;
            next.end = clause.range.end;
            next.first = group.last;
            next.time = time;
            groups_.push_back(std::move(next));
        }
    }

    View text_;
    const std::vector<Clause>& clauses_;
    const ItemContext& context_;
    const Frames& frames_;
    std::vector<Group> groups_;
    std::int32_t previous_ = 0;
};

// What the clauses of a group amount to.
struct Weight {
    std::int32_t domains = 0;
    std::int32_t weak = 0;
    int signs = 0;
    bool prohibition = false;
    bool verb = false;
    bool modal = false;
    bool actor = false;
    bool firm = false;
    bool exhortation = false;
    bool study_only = true;  // nothing but study in it
    bool study_form = false;
    bool past = false;
    bool consequence = false;
    bool consequence_only = true;
    bool demanded = false;      // what it is about stands in a clause that asks for it
    bool threat = false;        // a consequence, and conditions for it: 对…的，严肃追责
    bool aims_at_most = false;  // exhortation, and what it is good for: 提高站位，确保…
};

// 核查是…的重要抓手; 以钉钉子精神抓好…: says what it is, or in what spirit.
bool tells_or_colours(View own, const Clause& clause) {
    static const text::Matcher spirits(std::vector<std::u32string>{
        U"精神", U"作风", U"姿态", U"状态", U"责任感", U"干劲", U"劲头", U"决心"});
    if (clause.verb_first || clause.modal || clause.actor) return false;
    if (own.starts_with(U"以")) return spirits.contains(own);
    const std::size_t is = own.find(U'是');
    return is != View::npos && is > 1 && own.find(U'的', is) != View::npos;
}

// 不少于2次, 压减10%以上: a figure to be reached.
bool has_bound(View own) {
    static const text::Matcher bounds(std::vector<std::u32string>{
        U"以上", U"以内", U"不少于", U"不低于", U"不超过", U"不高于", U"至少", U"控制在"});
    const bool figure =
        std::any_of(own.begin(), own.end(), [](char32_t c) { return text::is_digit(c); });
    return figure && bounds.contains(own);
}

Weight weigh(View text, const std::vector<Clause>& clauses, const Group& group,
             std::int32_t study_bit) {
    Weight out;
    std::size_t past = 0;
    std::size_t told = 0;
    bool study = false;
    bool more_than_conditions = false;
    bool more_than_aims = false;
    for (std::size_t at = group.first; at <= group.last; ++at) {
        const Clause& clause = clauses[at];
        out.domains |= clause.domains;
        out.weak |= clause.weak;
        out.signs += clause.signs;
        out.prohibition |= clause.prohibition;
        out.verb |= clause.verb;
        out.modal |= clause.modal;
        out.actor |= clause.actor.has_value();
        out.firm |= clause.firm_modal && clause.verb;
        out.exhortation |= clause.exhortation;
        out.study_form |= clause.study_form;
        study |= clause.study;
        out.consequence |= clause.consequence;
        if (!clause.consequence && clause.content()) out.consequence_only = false;
        const View own = text.substr(clause.range.start, clause.range.end - clause.range.start);
        out.demanded |=
            clause.content() && !tells_or_colours(own, clause) &&
            (clause.modal || clause.verb || clause.actor || clause.condition || clause.prohibition);
        if (clause.verb && has_bound(own)) out.signs += 2;
        more_than_conditions |= !clause.consequence && !clause.condition;
        more_than_aims |= clause.content() &&
                          (clause.verb_first || clause.modal || clause.prohibition) &&
                          !clause.outcome && !clause.exhortation;
        told += clause.content() || clause.verb ? 1U : 0U;
        past += clause.strongly_past ? 1U : 0U;
    }
    out.study_only = (out.domains & ~study_bit) == 0 && (study || out.domains != 0);
    out.threat = out.consequence && !more_than_conditions;
    out.aims_at_most = out.exhortation && !more_than_aims;
    out.past = past > 0 && past * 2 >= told && !out.modal;
    return out;
}

// T2: something to do, on something real.
bool is_work(const Weight& weight, const Group& group, const ItemContext& context) {
    if ((!weight.verb && !weight.modal) || weight.past) return false;
    if (weight.consequence && weight.consequence_only && weight.domains == 0) return false;
    if (weight.threat || (weight.aims_at_most && !group.time)) return false;
    if (weight.study_only) {
        const bool concrete = weight.study_form || group.time;
        const bool listed = context.enumerated && context.authority != Authority::modal;
        return concrete || listed;
    }
    // 祭扫事关群众利益，要绷紧安全这根弦: told of one thing, exhorted to another
    if (weight.exhortation && !weight.demanded) return false;
    if (weight.domains != 0) return true;
    if (group.time && weight.modal && weight.verb && !weight.exhortation) return true;
    if (group.time && (weight.signs > 0 || weight.actor)) return true;
    // A day to do it by is concrete enough where the text orders anyway.
    const bool ordered =
        context.authority != Authority::modal && context.authority != Authority::none;
    if (group.time && weight.verb && ordered && !weight.exhortation) return true;
    if (weight.exhortation) return false;
    if (weight.prohibition) return true;
    // Where the text orders anyway, or names who, one concrete word is enough; elsewhere two.
    const bool loose =
        context.authority == Authority::frame || context.authority == Authority::modal;
    return weight.signs >= (loose && !weight.actor && !weight.firm ? 2 : 1);
}

std::vector<std::string> actors_of(View text, const std::vector<Clause>& clauses,
                                   const Group& group) {
    std::vector<std::string> out;
    for (std::size_t at = group.first; at <= group.last && out.empty(); ++at) {
        if (!clauses[at].actor) continue;
        View names = text.substr(clauses[at].actor->start,
                                 clauses[at].actor->end - clauses[at].actor->start);
        int depth = 0;
        std::size_t from = 0;
        for (std::size_t place = 0; place <= names.size(); ++place) {
            const char32_t c = place < names.size() ? names[place] : U'、';
            if (c == U'（') ++depth;
            if (c == U'）' && depth > 0) --depth;
            if (c != U'、' || depth > 0) continue;
            View name = names.substr(from, place - from);
            if (name.ends_with(U"同志")) name.remove_suffix(2);
            if (!name.empty()) out.push_back(text::encode(name));
            from = place + 1;
        }
        // 会同市教育局、市公安局: partners belong to the group
        const View rest =
            text.substr(clauses[at].actor->end, clauses[at].range.end - clauses[at].actor->end);
        if (rest.starts_with(U"会同")) {
            std::size_t start = 2;
            for (std::size_t place = 3; place <= rest.size() && place < 60; ++place) {
                const bool border = place < rest.size() && rest[place] == U'、';
                static const text::Matcher ends(std::vector<std::u32string>{
                    U"局", U"委", U"部", U"厅", U"科", U"处", U"办", U"中心", U"委员会"});
                const bool organ = ends.before(rest, place).has_value();
                if (border && organ) {
                    out.push_back(text::encode(rest.substr(start, place - start)));
                    start = place + 1;
                } else if (organ && place < rest.size() && !ends.before(rest, place + 1) &&
                           rest[place] != U'、') {
                    out.push_back(text::encode(rest.substr(start, place - start)));
                    break;
                }
            }
        }
    }
    return out;
}

std::string imperative_of(View text, const std::vector<Clause>& clauses, const Group& group) {
    for (std::size_t at = group.first; at <= group.last; ++at) {
        const Clause& clause = clauses[at];
        if (!clause.verb || clause.condition || clause.verb_start < group.start) continue;
        const std::size_t end = std::min({clause.range.end, group.end, clause.verb_start + 24});
        return text::encode(text.substr(clause.verb_start, end - clause.verb_start));
    }
    return {};
}

struct Grounds {
    int confidence;
    const char* reason;
};

Grounds grounds_of(Authority authority) {
    switch (authority) {
        case Authority::frame: return {85, "在会议要求之下"};
        case Authority::list: return {80, "在要求所列的条目中"};
        case Authority::modal: return {75, "句中有“要、须、将”等字样"};
        case Authority::document: return {75, "文种为布置工作的公文"};
        case Authority::section: return {80, "在任务或要求的标题之下"};
        case Authority::plan: return {80, "属于下一步安排"};
        case Authority::table: return {95, "任务表中的一行"};
        case Authority::none: break;
    }
    return {0, ""};
}

Candidate make_item(View text, const std::vector<Clause>& clauses, const Group& group,
                    const Weight& weight, const ItemContext& context, const Frames& frames) {
    Candidate item;
    item.part = context.part_index;
    item.span = {static_cast<std::int64_t>(group.start), static_cast<std::int64_t>(group.end)};
    item.text = text::encode(text.substr(group.start, group.end - group.start));
    item.kind = weight.study_only ? TaskKind::study : TaskKind::action;
    item.actors = actors_of(text, clauses, group);
    item.imperative = imperative_of(text, clauses, group);
    const auto& time = group.time;
    if (time && !time->deadline.normal.empty()) item.deadline = time->deadline;
    if (time && !time->recurrence.empty()) item.recurrence = time->recurrence;
    if (!item.recurrence && group.recurring) item.recurrence = group.recurring->recurrence;
    const Grounds grounds = grounds_of(context.authority);
    item.confidence = grounds.confidence;
    item.reason = grounds.reason;
    const auto lower = [&item](int points, const char* why) {
        item.confidence -= points;
        item.reason += std::string("；") + why;
    };
    const auto raise = [&item](int points, const char* why) {
        item.confidence = std::min(item.confidence + points, 98);
        item.reason += std::string("；") + why;
    };
    if (weight.modal && context.authority != Authority::modal) raise(5, "有“要、须”等字样");
    if (!item.actors.empty()) raise(4, "写明承办者");
    if (item.deadline) raise(4, "写明时限");
    if (weight.domains == 0) lower(20, "没有明确的业务领域");
    if (weight.exhortation) lower(10, "夹有号召性语句");
    if (item.deadline && item.deadline->inferred_year) lower(2, "时限的年份为推定");
    fill_fields(item, weight.domains != 0 ? weight.domains : weight.weak, context, frames);
    if (item.kind == TaskKind::study && item.domains.empty()) item.domains.push_back("学习传达");
    return item;
}

}  // namespace

void fill_fields(Candidate& item, std::int32_t domains, const ItemContext& context,
                 const Frames& frames) {
    for (std::size_t bit = 0; bit < frames.domains.size(); ++bit) {
        if ((domains >> bit & 1) != 0) item.domains.push_back(frames.domains[bit]);
    }
    for (const document::Quantity& quantity : context.part.quantities) {
        if (quantity.span.start >= item.span.start && quantity.span.end <= item.span.end)
            item.quantities.push_back(quantity.text);
    }
    if (item.domains.empty()) return;
    const auto duty = frames.duties.find(item.domains.front());
    if (duty == frames.duties.end() || duty->second.empty()) return;
    std::string owners;
    for (const std::string& owner : duty->second) owners += (owners.empty() ? "" : "，") + owner;
    item.proposed_owner = owners;
}

Candidate item_over(View text, Range range, const std::vector<Clause>& clauses,
                    const ItemContext& context, const Frames& frames) {
    if (clauses.empty()) {
        Candidate item;
        item.part = context.part_index;
        item.span = {static_cast<std::int64_t>(range.start), static_cast<std::int64_t>(range.end)};
        item.text = text::encode(text.substr(range.start, range.end - range.start));
        return item;
    }
    Group all;
    all.last = clauses.size() - 1;
    all.start = range.start;
    all.end = range.end;
    for (TimePoint& time :
         time_points(text.substr(range.start, range.end - range.start), context.base, frames)) {
        if (!time.cuts) {
            all.recurring = std::move(time);
        } else if (!all.time) {
            all.time = std::move(time);
        }
    }
    const Weight weight = weigh(text, clauses, all, frames.study_domain);
    return make_item(text, clauses, all, weight, context, frames);
}

std::vector<Candidate> items_of(View text, const std::vector<Clause>& clauses,
                                const ItemContext& context, const Frames& frames) {
    std::vector<Candidate> out;
    const View piece = text.substr(clauses.front().range.start,
                                   clauses.back().range.end - clauses.front().range.start);
    const auto exhorting = frames.sentence_exhortations.first(piece);
    if (exhorting && exhorting->start < 40) return out;
    std::int32_t before = 0;  // domains of the item just before, in the same piece
    for (const Group& group : Cutter(text, clauses, context, frames).run()) {
        Weight weight = weigh(text, clauses, group, frames.study_domain);
        // 10月底前完成摸底，11月15日前将花名册报…: the second half is about the same work.
        const bool goes_on = !out.empty() && group.time && !weight.exhortation && !weight.past;
        if (goes_on && weight.domains == 0) weight.domains = before;
        if (!is_work(weight, group, context) && !goes_on) continue;
        before = weight.domains;
        out.push_back(make_item(text, clauses, group, weight, context, frames));
    }
    return out;
}

}  // namespace anmin::directive
