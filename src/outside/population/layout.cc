#include "population/layout.h"

#include "frame/validity.h"

namespace anmin::population {
namespace {

void add_blocks(BlockPlan& plan, const std::vector<ColumnSpec>& columns, std::uint64_t rows) {
    for (const ColumnSpec& column : columns) {
        BlockPlan::Block block{0, 0, rows};
        if (column.type.nullable) {
            block.validity = plan.bytes;
            plan.bytes = aligned(plan.bytes + frame::words_for(rows) * 8);
        }
        block.values = plan.bytes;
        plan.bytes = aligned(plan.bytes + rows * frame::bytes_of(column.type.width));
        plan.blocks.push_back(block);
    }
}

frame::Column column_of(const Schema& schema, const ColumnSpec& spec, const BlockPlan::Block& block,
                        const std::byte* bytes, const frame::Range& range) {
    frame::Column column{spec.name, spec.label, spec.type, block.rows, bytes + block.values,
                         nullptr,   range,      nullptr};
    if (spec.type.nullable)
        column.validity = reinterpret_cast<const std::uint64_t*>(bytes + block.validity);
    if (spec.dictionary != no_dictionary) {
        column.dictionary = &schema.dictionaries[static_cast<std::size_t>(spec.dictionary)];
    }
    return column;
}

}  // namespace

BlockPlan plan_of(const Schema& schema, std::uint64_t households, std::uint64_t members) {
    BlockPlan plan;
    plan.bytes = aligned((households + 1) * 4);
    add_blocks(plan, schema.household, households);
    add_blocks(plan, schema.members, members);
    return plan;
}

frame::Frame frame_of(const Schema& schema, const Segment& segment, const std::byte* bytes) {
    const BlockPlan plan = plan_of(schema, segment.households, segment.members);
    frame::Frame households{household_table, segment.households, {}, {}};
    frame::Frame members{members_table, segment.members, {}, {}};
    std::size_t next = 0;
    for (const ColumnSpec& spec : schema.household) {
        households.columns.push_back(
            column_of(schema, spec, plan.blocks[next], bytes, segment.ranges[next]));
        ++next;
    }
    for (const ColumnSpec& spec : schema.members) {
        members.columns.push_back(
            column_of(schema, spec, plan.blocks[next], bytes, segment.ranges[next]));
        ++next;
    }
    const auto* offsets = reinterpret_cast<const std::uint32_t*>(bytes);
    households.children.push_back(
        {{offsets, segment.households + std::size_t{1}}, std::move(members)});
    return households;
}

}  // namespace anmin::population
