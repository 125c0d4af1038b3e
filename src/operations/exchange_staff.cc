#include "operations/exchange_staff.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "operations/manage_staff.h"

namespace anmin::operations {
namespace {

using authority::Action;
using organisation::StaffRow;

constexpr std::array kinds{organisation::UnitKind::bureau,   organisation::UnitKind::section,
                           organisation::UnitKind::township, organisation::UnitKind::committee,
                           organisation::UnitKind::station,  organisation::UnitKind::institution};

// Takes row after row; what earlier rows made counts for later ones.
class Import {
public:
    Import(Desk& desk, const authority::Actor& actor) : desk_(desk), actor_(actor) {}

    Result<void> open() {
        const organisation::Scope all{ident::DivisionCode::nation(), organisation::Reach::subtree};
        for (auto& unit : TRY(desk_.organisation.units(all))) units_.push_back(std::move(unit));
        for (auto& post : TRY(desk_.organisation.posts(all))) posts_.push_back(std::move(post));
        return {};
    }

    Result<void> take(const StaffRow& row, std::size_t number) {
        number_ = number;
        const auto unit = TRY(unit_of(row));
        if (row.post.empty() && row.post_id.empty()) return {};
        const auto post = TRY(post_of(row, unit));
        if (row.holder.empty()) return {};
        return take_term(row, post);
    }

    std::vector<journal::Event> events{};
    ImportedStaff counts{};

private:
    Error wrong(const std::string& column, const std::string& finding,
                const std::string& expectation) const {
        return {
            Fault::invalid, "E-ORG-050", "第 " + std::to_string(number_) + " 行“" + column + "”",
            finding,        expectation, "更正后重新导入；本次没有导入任何内容"};
    }

    void add(organisation::Event event) { events.emplace_back(std::move(event)); }

    Result<organisation::Unit> unit_of(const StaffRow& row) {
        const auto known = std::find_if(units_.begin(), units_.end(), [&row](const auto& one) {
            return row.unit_id.empty()
                       ? one.name == row.unit && one.division.digits() == row.division
                       : one.id.value == row.unit_id;
        });
        if (known != units_.end()) {
            if (authority::may(actor_, Action::manage_staff, {known->division, {}, {}}).ok()) {
                return *known;
            }
            return wrong("单位编号", "不在本岗位的管辖范围之内", "本辖区的单位");
        }
        if (!row.unit_id.empty()) {
            return wrong("单位编号", "没有这个单位", "已有的编号；新单位留空");
        }
        if (row.unit.empty()) return wrong("单位名称", "空白", "单位名称");
        organisation::Unit unit{{desk_.ids.next()}, row.unit, TRY(division_of(row))};
        unit.kind = TRY(kind_of(row));
        if (!row.reports_to.empty()) unit.reports_to = TRY(line_of(row));
        add(organisation::UnitFounded{unit});
        ++counts.units;
        units_.push_back(unit);
        return unit;
    }

    Result<ident::DivisionCode> division_of(const StaffRow& row) {
        const auto code = ident::DivisionCode::parse(row.division);
        if (!code) return wrong("区划代码", "“" + row.division + "”不是区划代码", "区划代码");
        const auto found = TRY(desk_.organisation.find_division(*code));
        if (!found || !found->lives_on(desk_.clock.now().date_in_china())) {
            return wrong("区划代码", "没有这个区划，或已撤销", "现有的区划");
        }
        if (!authority::may(actor_, Action::manage_staff, {*code, {}, {}}).ok()) {
            return wrong("区划代码", "不在本岗位的管辖范围之内", "本辖区的区划");
        }
        return *code;
    }

    Result<std::optional<organisation::UnitKind>> kind_of(const StaffRow& row) const {
        if (row.kind.empty()) return std::optional<organisation::UnitKind>();
        for (const auto kind : kinds) {
            if (row.kind == organisation::word(kind)) return std::optional(kind);
        }
        return wrong("类别", "“" + row.kind + "”",
                     "机关、内设机构、乡镇街道、村（居）委会、站点、事业单位之一");
    }

    Result<ident::UnitId> line_of(const StaffRow& row) const {
        const bool known = std::any_of(units_.begin(), units_.end(), [&row](const auto& one) {
            return one.id.value == row.reports_to;
        });
        if (known) return ident::UnitId{row.reports_to};
        return wrong("汇报单位编号", "没有这个单位", "已有的单位编号");
    }

    Result<organisation::Post> post_of(const StaffRow& row, const organisation::Unit& unit) {
        const auto known = std::find_if(posts_.begin(), posts_.end(), [&](const auto& one) {
            return one.unit == unit.id &&
                   (row.post_id.empty() ? one.title == row.post : one.id.value == row.post_id);
        });
        if (known != posts_.end()) return *known;
        if (!row.post_id.empty()) {
            return wrong("岗位编号", "这个单位没有这个岗位", "已有的编号；新岗位留空");
        }
        const organisation::Post post{{desk_.ids.next()}, row.post,      unit.id,
                                      unit.name,          unit.division, ""};
        add(organisation::PostCreated{post});
        ++counts.posts;
        posts_.push_back(post);
        return post;
    }

    Result<void> take_term(const StaffRow& row, const organisation::Post& post) {
        const auto from = calendar::Date::parse(row.from);
        if (!from) return wrong("任职起始", "“" + row.from + "”不是日期", "形如 2025-03-31 的日期");
        organisation::Appointment order{post.id, row.holder, *from};
        if (!row.until.empty()) {
            order.until = calendar::Date::parse(row.until);
            if (!order.until) {
                return wrong("任职终止", "“" + row.until + "”不是日期", "形如 2025-03-31 的日期");
            }
        }
        auto known = held_.find(post.id);
        if (known == held_.end()) {
            known = held_.emplace(post.id, TRY(desk_.organisation.appointments(post.id))).first;
        }
        auto& held = known->second;
        const bool there = std::any_of(held.begin(), held.end(), [&order](const auto& one) {
            return one.holder == order.holder && one.from == order.from;
        });
        if (there) return {};
        auto appointed = organisation::appoint(post, held, order);
        if (!appointed.ok()) {
            Error error = appointed.error();
            error.place = "第 " + std::to_string(number_) + " 行，" + error.place;
            return error;
        }
        add(std::move(appointed).value());
        ++counts.appointments;
        held.push_back(order);
        return {};
    }

    Desk& desk_;
    const authority::Actor& actor_;
    std::size_t number_ = 0;
    std::vector<organisation::Unit> units_;
    std::vector<organisation::Post> posts_;
    std::map<ident::PostId, std::vector<organisation::Appointment>> held_;
};

}  // namespace

Result<std::vector<StaffRow>> export_staff(Desk& desk, const authority::Actor& actor) {
    TRY(authority::may(actor, Action::manage_staff, {actor.division, {}, {}}));
    std::vector<StaffRow> rows;
    for (const auto& staffed : TRY(list_all_units(desk, actor, actor.division))) {
        StaffRow row;
        row.unit_id = staffed.unit.id.value;
        row.unit = staffed.unit.name;
        row.division = staffed.unit.division.digits();
        if (staffed.unit.kind) row.kind = organisation::word(*staffed.unit.kind);
        if (staffed.unit.reports_to) row.reports_to = staffed.unit.reports_to->value;
        if (staffed.posts.empty()) rows.push_back(row);
        for (const auto& post : staffed.posts) {
            row.post_id = post.post.id.value;
            row.post = post.post.title;
            row.holder = row.from = row.until = "";
            if (post.held.empty()) rows.push_back(row);
            for (const auto& term : post.held) {
                row.holder = term.holder;
                row.from = term.from.iso();
                row.until = term.until ? term.until->iso() : "";
                rows.push_back(row);
            }
        }
    }
    return rows;
}

Result<ImportedStaff> import_staff(Desk& desk, const Caller& caller,
                                   const std::vector<StaffRow>& rows) {
    TRY(authority::may(caller.actor, Action::manage_staff, {caller.actor.division, {}, {}}));
    const auto stream = journal::organisation_stream();
    const auto seen = TRY(desk.journal.version(stream));
    Import import(desk, caller.actor);
    TRY(import.open());
    for (std::size_t i = 0; i < rows.size(); ++i) TRY(import.take(rows[i], i + 2));
    if (!import.events.empty()) {
        TRY(desk.journal.commit(command_of(caller), {{stream, seen, std::move(import.events)}}));
    }
    return import.counts;
}

}  // namespace anmin::operations
