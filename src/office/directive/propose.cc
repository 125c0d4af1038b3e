#include "directive/propose.h"

#include <algorithm>

#include "directive/governance.h"
#include "directive/item.h"
#include "directive/outline.h"
#include "directive/table_rows.h"
#include "directive/time_words.h"
#include "directive/written_when.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::directive {
namespace {

using View = std::u32string_view;

// A sentence or part of one that stands under one enumerator.
struct Piece {
    Range range;
    int level = 0;              // of the enumerator that opens it; 0: none
    bool spoken_modal = false;  // 一要
    bool heads_list = false;    // further enumerators of the line stand below it
    bool more_behind = false;   // sentences of its own follow under the same enumerator
    bool list_behind = false;   // the next piece, or the next line, begins with an enumerator
    std::size_t sentence = 0;   // which sentence of the line it belongs to
};

class Walker {
public:
    Walker(const document::Part& part, std::int32_t index, const Frames& frames)
        : part_(part), index_(index), frames_(frames), text_(text::decode(part.clean_text)) {
        imperative_ = std::find(frames.imperative_kinds.begin(), frames.imperative_kinds.end(),
                                part.kind) != frames.imperative_kinds.end();
        // A letter that presses for something directs, though letters do not.
        static const text::Matcher pressing(
            std::vector<std::u32string>{U"督办", U"督查", U"交办", U"催办", U"提醒"});
        imperative_ = imperative_ || (part.kind == "函" && part.title &&
                                      pressing.contains(text::decode(*part.title)));
        base_ = written_when(part);
    }

    std::vector<Candidate> run() {
        const std::vector<OutlineLine> lines = outline(text_, part_, frames_);
        body_started_ = !has_preamble(lines);
        TableReader table(text_, part_, base_, frames_);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const OutlineLine& line = lines[at];
            if (line.role == LineRole::row) {
                if (auto item = table.take(line.range)) add(std::move(*item));
                continue;
            }
            table.reset();
            if (line.role == LineRole::heading) {
                take_heading(line);
            } else if (line.role == LineRole::text) {
                take_text(line, at + 1 < lines.size() && lines[at + 1].enumerator.level > 0);
            }
        }
        return std::move(out_);
    }

private:
    View view(Range range) const {
        return View(text_).substr(range.start, range.end - range.start);
    }

    // Whether a line like 现就有关工作通知如下 stands before the body.
    bool has_preamble(const std::vector<OutlineLine>& lines) const {
        return imperative_ &&
               std::any_of(lines.begin(), lines.end(), [this](const OutlineLine& line) {
                   return line.role == LineRole::text && line.enumerator.level == 0 &&
                          frames_.preamble_ends.contains(view(line.range));
               });
    }

    void take_heading(const OutlineLine& line) {
        Section section = section_of(view(line.range), frames_);
        const int level = line.enumerator.level == 0 ? 1 : line.enumerator.level;
        // 三、会议议定以下事项：
        const std::size_t from = line.enumerator.level > 0 ? line.enumerator.end : line.range.start;
        const auto frame = frame_at(text_, {from, line.range.end}, frames_);
        if (frame && frame->kind == FrameKind::directive) section = Section::directive;
        name_year(line, level);
        enter_section(section, level);
        frame_.reset();
        list_governed_ = false;
        body_started_ = body_started_ || line.enumerator.level > 0;
    }

    // 三、2025年工作打算: days below it without a year are of that year.
    void name_year(const OutlineLine& line, int level) {
        if (level <= year_level_) base_.section.reset();
        const View heading = view(line.range);
        const std::size_t year = heading.find(U'年');
        if (year == View::npos || year < 4 || heading.substr(year - 4, 2) != U"20") return;
        const Number number = number_at(heading, year - 4);
        if (number.end != year || section_of(heading, frames_) != Section::directive) return;
        base_.section = number.value;
        year_level_ = level;
    }

    // A heading without a known word keeps what a higher one promised.
    void enter_section(Section section, int level) {
        if (section != Section::open || level <= section_level_) {
            section_ = section;
            section_level_ = level;
        }
    }

    void take_text(const OutlineLine& line, bool list_follows) {
        const bool enumerated = line.enumerator.level > 0;
        if (!enumerated && !line_ended_open_) {
            frame_.reset();
            list_governed_ = false;
        }
        line_ended_open_ = text_[line.range.end - 1] == U'：';
        if (!body_started_) {
            if (frames_.preamble_ends.contains(view(line.range))) body_started_ = true;
            if (!enumerated) return;
            body_started_ = true;
        }
        std::vector<Piece> pieces = pieces_of(line);
        sentence_modal_ = false;
        in_list_ = false;
        study_open_ = false;
        quoted_sentence_.reset();
        if (list_follows && !enumerated && !pieces.empty()) pieces.back().list_behind = true;
        for (const Piece& piece : pieces) take_piece(piece);
    }

    // Sentences, cut again at semicolons and before enumerators inside the line.
    std::vector<Piece> pieces_of(const OutlineLine& line) const {
        std::vector<Piece> out;
        const std::size_t from = line.enumerator.level > 0 ? line.enumerator.end : line.range.start;
        int level = line.enumerator.level;
        bool modal = level == 5 && from > line.range.start && text_[from - 1] == U'要';
        std::size_t stop = from;
        std::size_t sentences = 0;
        for (const Range& sentence : cut_at(text_, {from, line.range.end}, U"。！？；")) {
            if (View(text_).substr(stop, sentence.start - stop).find_first_of(U"。！？") !=
                View::npos)
                ++sentences;
            stop = sentence.end;
            for (const Range& part : cut_before_enumerators(sentence)) {
                Piece piece;
                piece.range = part;
                piece.sentence = sentences;
                if (const auto mark = document::enumerator_at(view(part), 0);
                    mark && (part.start != from || line.enumerator.level == 0)) {
                    level = mark->level;
                    modal = level == 5 && text_[part.start + mark->end - 1] == U'要';
                    piece.range.start += mark->end;
                    piece.level = level;
                } else if (out.empty()) {
                    piece.level = level;
                }
                piece.spoken_modal = modal && piece.level > 0;
                if (piece.range.end > piece.range.start) out.push_back(piece);
            }
        }
        bool before_list = true;
        for (std::size_t at = 0; at + 1 < out.size(); ++at) {
            before_list = before_list && out[at].level == 0;
            out[at].list_behind = before_list && out[at + 1].level > 0;
            if (out[at].level == 0) continue;
            out[at].more_behind = out[at + 1].level == 0;
            for (std::size_t next = at + 1; next < out.size(); ++next) {
                if (out[next].level > 0) {
                    out[at].heads_list = out[next].level != out[at].level ||
                                         out[next].spoken_modal != out[at].spoken_modal;
                    break;
                }
            }
        }
        return out;
    }

    std::vector<Range> cut_before_enumerators(Range sentence) const {
        std::vector<Range> out;
        std::size_t from = sentence.start;
        static constexpr View borders = U"，：、；。";
        for (std::size_t at = sentence.start + 1; at < sentence.end; ++at) {
            if (borders.find(text_[at - 1]) == View::npos) continue;
            const auto mark = document::enumerator_at(View(text_).substr(0, sentence.end), at);
            const bool listed = text_[at - 1] == U'：' && mark && mark->level == 3;
            if (!mark || mark->level == 1 || (mark->level == 3 && !listed)) continue;
            const std::size_t end = text_[at - 1] == U'：' ? at : at - 1;
            if (end > from) out.push_back({from, end});
            from = at;
        }
        if (sentence.end > from) out.push_back({from, sentence.end});
        return out;
    }

    void take_piece(const Piece& piece) {
        Range range = without_byline(piece.range);
        const View own = view(range);
        bool quoted = false;
        if (closes_frame(own, frames_) && !frame_at(text_, range, frames_)) {
            frame_.reset();
            list_governed_ = false;
            return;
        }
        // 批示内容：请… : the label directs, and is no part of the work.
        const std::size_t colon = own.substr(0, 8).find(U'：');
        if (colon != View::npos && colon + 1 < own.size() &&
            frames_.directive_headings.has(own.substr(0, colon))) {
            range.start += colon + 1;
            list_governed_ = true;
        }
        bool future = false;
        if (const auto behind = future_opener(text_, range, frames_)) {
            range.start = *behind;
            future = true;
            list_governed_ = true;
        }
        if (quoted_sentence_ == piece.sentence) return;
        if (const auto frame = frame_at(text_, range, frames_)) {
            quoted = frame->kind == FrameKind::quotation;
            if (quoted) quoted_sentence_ = piece.sentence;
            if (!quoted) frame_ = frame->kind;
            if (frame->empty) {
                list_governed_ = frame->kind == FrameKind::directive;
                return;
            }
            range.start = std::min(frame->end, range.end);
            if (frame->kind == FrameKind::directive) list_governed_ = true;
        }
        if (range.start >= range.end || quoted) return;
        judge(piece, range, future);
    }

    // …取得成效（记者某某）: who wrote it is no part of the work.
    Range without_byline(Range range) const {
        const View own = view(range);
        const std::size_t open = own.rfind(U'（');
        if (open == View::npos || own.back() != U'）') return range;
        static const text::Matcher writers(std::vector<std::u32string>{
            U"记者", U"通讯员", U"据", U"来源", U"作者", U"供稿", U"图", U"文"});
        if (writers.at(own, open + 1)) range.end = range.start + open;
        return range;
    }

    // Does the piece direct somebody (T1), and to do something (T2)?
    void judge(const Piece& piece, Range range, bool future) {
        std::vector<Clause> clauses;
        for (const Range& clause : cut_at(text_, range, U"，"))
            clauses.push_back(look_at(text_, clause, frames_));
        static const text::Matcher links(std::vector<std::u32string>{
            U"同时", U"此外", U"另外", U"对此", U"为此", U"一方面", U"另一方面", U"会后"});
        if (clauses.size() > 1 && links.has(view(clauses.front().range))) {
            clauses.erase(clauses.begin());
            range.start = clauses.front().range.start;
        }
        if (clauses.empty()) return;
        // What begins with what was done goes on telling, unless it comes to a demand.
        const bool told =
            clauses.front().strongly_past || (clauses.size() > 1 && clauses[1].strongly_past);
        const bool own_modal =
            piece.spoken_modal || std::any_of(clauses.begin(), clauses.end(),
                                              [](const Clause& clause) { return clause.modal; });
        const Authority authority = authority_of(piece, own_modal, future);
        if (own_modal && !clauses.front().past) sentence_modal_ = true;
        if (authority == Authority::none || (told && !own_modal)) return;
        if (frames_.not_directive_openers.at(text_, range.start) && !own_modal) return;
        if (frames_.not_directive_openers.at(text_, range.start) &&
            view(range).starts_with(U"如有"))
            return;
        ItemContext context{part_,      index_, base_, authority, piece.level > 0 || in_list_,
                            imperative_};
        if (piece.level > 0) {
            in_list_ = true;
            study_open_ = false;
        }
        if (is_list_head(piece, clauses) || !begins_work(clauses)) return;
        if (piece.level == 0 && study_open_ && continues_study(clauses)) return extend_study(range);
        std::vector<Candidate> items = items_of(text_, clauses, context, frames_);
        for (Candidate& item : items) {
            const bool study = item.kind == TaskKind::study;
            add(std::move(item));
            study_open_ = study && piece.level > 0;
            if (!study) study_open_ = false;
        }
    }

    Authority authority_of(const Piece& piece, bool own_modal, bool future) const {
        if (future) return Authority::plan;
        if (section_ == Section::scope) return Authority::none;
        if (section_ == Section::result) return Authority::none;
        if (frame_ == FrameKind::directive) return Authority::frame;
        if (frame_ == FrameKind::record) return Authority::none;
        if (frame_ == FrameKind::opinion) return own_modal ? Authority::modal : Authority::none;
        if (imperative_ && body_started_) return Authority::document;
        if (section_ == Section::directive) return Authority::section;
        if (own_modal) return Authority::modal;
        const bool listed = piece.level > 0 || in_list_;
        return listed && (list_governed_ || sentence_modal_) ? Authority::list : Authority::none;
    }

    // Announces what its own sentences or its own list say in full.
    bool is_list_head(const Piece& piece, const std::vector<Clause>& clauses) const {
        std::size_t length = piece.range.end - piece.range.start;
        const bool study = std::any_of(clauses.begin(), clauses.end(),
                                       [](const Clause& clause) { return clause.study; });
        const View own = view(piece.range);
        const View outside = own.substr(0, std::min(own.find(U'（'), own.size()));
        const bool concrete =
            std::any_of(clauses.begin(), clauses.end(),
                        [](const Clause& clause) { return clause.actor.has_value(); }) ||
            !time_points(outside, base_, frames_).empty() || own.find(U'《') != View::npos;
        if (concrete) return false;
        if (piece.list_behind && length <= 80) return true;
        if (piece.level == 0) return false;
        if (piece.heads_list && length <= 60) return true;
        return piece.more_behind && !study && length <= 26 && clauses.size() <= 2;
    }

    // A demand begins with what is to be done, by whom, or for what; X是Y only tells.
    bool begins_work(const std::vector<Clause>& clauses) const {
        static const text::Matcher openers(std::vector<std::u32string>{
            U"以", U"对",   U"把",   U"将",   U"为",   U"根据", U"按照",   U"通过", U"结合", U"在",
            U"从", U"围绕", U"针对", U"依托", U"能",   U"凡",   U"于",     U"发生", U"继续", U"由",
            U"到", U"用",   U"全市", U"全省", U"全县", U"全区", U"全系统", U"每",   U"各"});
        return std::any_of(clauses.begin(), clauses.end(), [this](const Clause& clause) {
            if (clause.verb_first || clause.modal || clause.actor) return true;
            if (!time_points(view(clause.range), base_, frames_).empty()) return true;
            return openers.at(text_, clause.range.start).has_value() ||
                   text::is_digit(text_[clause.range.start]);
        });
    }

    bool continues_study(const std::vector<Clause>& clauses) const {
        std::int32_t domains = 0;
        for (const Clause& clause : clauses) domains |= clause.study ? 0 : clause.domains;
        const bool names = std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
            return clause.study || clause.signs > 0;
        });
        return names && (domains & ~frames_.study_domain) == 0;
    }

    void extend_study(Range range) {
        Candidate& item = out_.back();
        item.span.end = static_cast<std::int64_t>(range.end);
        const auto from = static_cast<std::size_t>(item.span.start);
        item.text = text::encode(View(text_).substr(from, range.end - from));
    }

    void add(Candidate item) {
        if (item.deadline && item.deadline->due && !item.deadline->inferred_year)
            base_.hint = item.deadline->due->year();
        out_.push_back(std::move(item));
    }

    const document::Part& part_;
    std::int32_t index_;
    const Frames& frames_;
    std::u32string text_;
    WrittenWhen base_;
    bool imperative_ = false;
    bool body_started_ = true;
    Section section_ = Section::open;
    int section_level_ = 9;
    int year_level_ = 9;  // of the heading that named base_.section
    std::optional<FrameKind> frame_;
    bool list_governed_ = false;   // enumerated pieces stand under a directive frame
    bool sentence_modal_ = false;  // a sentence of this line had a modal of its own
    bool line_ended_open_ = false;
    bool in_list_ = false;
    bool study_open_ = false;  // the last item is a study item that may go on
    std::optional<std::size_t>
        quoted_sentence_;  // a sentence that quotes a leader, to its full stop
    std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> propose(const document::Part& part, std::int32_t part_index,
                               std::int32_t first_number, const Frames& frames) {
    std::vector<Candidate> items = Walker(part, part_index, frames).run();
    for (Candidate& item : items) item.number = first_number++;
    return items;
}

std::vector<Candidate> propose_all(const document::Reading& reading, const Frames& frames) {
    std::vector<Candidate> out;
    for (std::size_t index = 0; index < reading.parts.size(); ++index) {
        auto items = propose(reading.parts[index], static_cast<std::int32_t>(index),
                             static_cast<std::int32_t>(out.size() + 1), frames);
        out.insert(out.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
    }
    return out;
}

}  // namespace anmin::directive
