#include "operations/recut_candidates.h"

#include <algorithm>

#include "directive/recut.h"
#include "operations/candidates.h"

namespace anmin::operations {
namespace {

using directive::Candidate;
using directive::CandidatesRecut;

const document::Part& part_of(const OpenedDocument& document, const Candidate& item) {
    const auto part = static_cast<std::size_t>(item.part);
    CHECK(part < document.reading.parts.size(), "a candidate lies in a part of its document");
    return document.reading.parts[part];
}

std::int32_t next_number(const OpenedDocument& document) {
    std::int32_t last = 0;
    for (const auto& one : document.candidates) last = std::max(last, one.candidate.number);
    return last + 1;
}

Result<CandidatesRecut> cut(Desk& desk, const OpenedDocument& document,
                            const SplitCandidate& order) {
    const Candidate whole = TRY(undecided(document, order.number));
    auto halves = TRY(directive::split(whole, order.at, next_number(document),
                                       part_of(document, whole), desk.policies.proposing));
    return CandidatesRecut{document.summary.id, {order.number}, std::move(halves), {}};
}

Result<CandidatesRecut> cut(Desk& desk, const OpenedDocument& document,
                            const MergeCandidates& order) {
    const Candidate one = TRY(undecided(document, order.number));
    const Candidate other = TRY(undecided(document, order.with));
    auto both = TRY(directive::merge(one, other, part_of(document, one), desk.policies.proposing));
    return CandidatesRecut{document.summary.id, {order.number, order.with}, {std::move(both)}, {}};
}

}  // namespace

Result<OpenedDocument> recut_candidates(Desk& desk, const Caller& caller,
                                        const RecutCandidates& order) {
    const OpenedDocument document = TRY(open_document(desk, caller.actor, order.document));
    TRY(authority::may(caller.actor, authority::Action::confirm_tasks,
                       {document.summary.division, {}, {}}));
    if (document.version != order.seen_version) return stale_document(order.document);
    auto event =
        TRY(std::visit([&](const auto& one) { return cut(desk, document, one); }, order.cut));
    event.officer = officer_of(caller.actor);
    TRY(desk.journal.commit(command_of(caller), {{journal::stream_of(order.document),
                                                  order.seen_version,
                                                  {directive::Event{std::move(event)}}}}));
    return open_document(desk, caller.actor, order.document);
}

}  // namespace anmin::operations
