#include "http/json_shapes.h"

namespace anmin::http {
namespace {

using directive::Figures;
using directive::Gap;
using directive::TreeRow;

void write_figures(JsonWriter& out, const Figures& figures) {
    const auto amount = [&out](std::string_view name, std::int64_t thousandths) {
        out.field(name, directive::figure(thousandths));
    };
    out.begin_object();
    out.field("leaves", figures.leaves);
    out.field("unowned", figures.unowned);
    out.field("overdue", figures.overdue);
    out.field("reported", figures.reported);
    out.field("verified", figures.verified);
    out.field("struck_off", figures.struck_off);
    out.field("held", figures.held);
    out.field("ended", figures.ended);
    out.field("merged", figures.merged);
    amount("done_reported", figures.done_reported);
    amount("done_verified", figures.done_verified);
    amount("done_struck_off", figures.done_struck_off);
    amount("done_held", figures.done_held);
    out.end_object();
}

std::string_view name_of(Gap gap) {
    switch (gap) {
        case Gap::no_owner: return "no_owner";
        case Gap::no_due: return "no_due";
        case Gap::no_standard: return "no_standard";
        case Gap::unmeasured: return "unmeasured";
        case Gap::sum_differs: return "sum_differs";
    }
    CHECK(false, "every gap has its name");
}

void write_row(JsonWriter& out, const TreeRow& row, directive::Light light) {
    const directive::Task& task = row.task;
    out.begin_object();
    out.field("task", operations::LedgerRow{task, light});
    out.field("target", task.target);
    out.field("standard", task.standard);
    out.field("split_reason", task.split_reason);
    out.field("helpers", task.helpers);
    out.key("figures");
    write_figures(out, row.figures);
    out.key("gaps");
    out.begin_array();
    for (const Gap gap : directive::gaps_of(task, row.below)) out.string(name_of(gap));
    out.end_array();
    const bool sums = task.target && row.below.counted > 0;
    out.field("parts_sum",
              sums ? std::optional(directive::figure(row.below.thousandths)) : std::nullopt);
    out.end_object();
}

}  // namespace

void write(JsonWriter& out, const operations::OpenedTree& tree) {
    out.begin_object();
    out.key("node");
    write_row(out, tree.level.node, tree.light);
    out.key("above");
    out.begin_array();
    for (const auto& above : tree.above) write(out, above);
    out.end_array();
    out.key("parts");
    out.begin_array();
    for (std::size_t at = 0; at < tree.lights.size(); ++at) {
        write_row(out, tree.level.parts.items[at], tree.lights[at]);
    }
    out.end_array();
    out.field("next", tree.level.parts.next);
    out.field("as_of", tree.as_of);
    out.end_object();
}

}  // namespace anmin::http
