#include "operations/list_organisation.h"

#include <set>

namespace anmin::operations {
namespace {

using authority::Action;

// Names of divisions are public: the tree may be seen by whoever may see an organisation at all.
// Units and posts are limited to the actor's area.
organisation::Scope tree_scope(const authority::Actor& actor) {
    if (!authority::ever_may(actor, Action::see_organisation)) return {};
    return {ident::DivisionCode::nation(), organisation::Reach::subtree};
}

Error unknown_division(const std::string& code) {
    return {Fault::missing,     "E-ORG-001",        "行政区划 " + code,
            "没有这个区划代码", "已导入的区划代码", "从区划列表中选择"};
}

Error no_access() {
    return {Fault::denied,  "E-ORG-002",
            "行政区划",     "您的岗位没有查看机构的权限",
            "有权限的岗位", "请联系本单位的系统管理员"};
}

}  // namespace

Result<organisation::Page<organisation::Division>> list_divisions(
    Desk& desk, const authority::Actor& actor, const ident::DivisionCode& parent,
    const organisation::View& view, const organisation::PageRequest& page) {
    if (!tree_scope(actor).covers(parent)) return no_access();
    if (!TRY(desk.organisation.find_division(parent))) return unknown_division(parent.digits());
    return desk.organisation.children(parent, view, page);
}

Result<std::vector<organisation::Division>> search_divisions(Desk& desk,
                                                             const authority::Actor& actor,
                                                             const std::string& typed,
                                                             const organisation::View& view,
                                                             std::int32_t limit) {
    return desk.organisation.search(typed, tree_scope(actor), view, limit);
}

Result<std::vector<organisation::LevelCount>> count_divisions_below(
    Desk& desk, const authority::Actor& actor, const ident::DivisionCode& code,
    const organisation::View& view) {
    if (!tree_scope(actor).covers(code)) return no_access();
    return desk.organisation.counts_below(code, view);
}

Result<std::vector<organisation::Division>> open_division(Desk& desk, const authority::Actor& actor,
                                                          const ident::DivisionCode& code,
                                                          const organisation::View& view) {
    if (!tree_scope(actor).covers(code)) return no_access();
    auto path = TRY(desk.organisation.path(code, view));
    if (path.empty()) return unknown_division(code.digits());
    return path;
}

Result<std::vector<organisation::Post>> list_posts(Desk& desk, const authority::Actor& actor) {
    std::set<ident::PostId> doers;
    for (const auto& account : TRY(desk.accounts.accounts())) {
        if (authority::ever_may(account.actor, Action::report_task))
            doers.insert(account.actor.post);
    }
    auto posts = TRY(desk.organisation.posts(authority::scope_of(actor, Action::see_organisation)));
    std::erase_if(posts, [&doers](const auto& post) { return !doers.contains(post.id); });
    return posts;
}

}  // namespace anmin::operations
