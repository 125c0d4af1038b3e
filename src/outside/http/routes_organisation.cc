#include <map>

#include "http/command.h"
#include "http/json_shapes.h"
#include "http/query.h"
#include "http/routes.h"
#include "operations/list_organisation.h"

namespace anmin::http {
namespace {

using organisation::Division;
using DivisionPage = organisation::Page<Division>;

Result<std::vector<NamedPost>> named_posts(operations::Desk& desk,
                                           std::vector<organisation::Post> posts) {
    std::map<ident::DivisionCode, std::string> names;
    std::vector<NamedPost> named;
    for (auto& post : posts) {
        auto known = names.find(post.division);
        if (known == names.end()) {
            const auto division = TRY(desk.organisation.find_division(post.division));
            const std::string name = division ? division->name : post.division.digits();
            known = names.emplace(post.division, name).first;
        }
        named.push_back({std::move(post), known->second});
    }
    return named;
}

}  // namespace

Answer list_divisions(const Call& call) {
    Query query(call.request);
    const std::string typed = query.text_or("q", "");
    const auto parent = query.division("parent");
    const auto view = query.view();
    const auto page = query.page();
    if (query.refusal()) return *query.refusal();
    if (!typed.empty()) {
        return answer_of(
            operations::search_divisions(call.desk(), call.actor(), typed, view, page.limit),
            [](std::vector<Division> found) {
                return json_response(200, json_of(DivisionPage{std::move(found), ""}));
            });
    }
    return answer_of(operations::list_divisions(call.desk(), call.actor(), parent, view, page),
                     [](const DivisionPage& found) { return json_response(200, json_of(found)); });
}

Answer get_division(const Call& call) {
    Query query(call.request);
    const auto view = query.view();
    if (query.refusal()) return *query.refusal();
    const auto code = ident::DivisionCode::parse(call.path_value("code"));
    if (!code) return no_route();
    const auto path = operations::open_division(call.desk(), call.actor(), *code, view);
    if (!path.ok()) return path.error();
    return answer_of(operations::count_divisions_below(call.desk(), call.actor(), *code, view),
                     [&path](std::vector<organisation::LevelCount> counts) {
                         return json_response(
                             200, json_of(DivisionPath{path.value(), std::move(counts)}));
                     });
}

Answer list_posts(const Call& call) {
    auto posts = operations::list_posts(call.desk(), call.actor());
    if (!posts.ok()) return posts.error();
    return answer_of(named_posts(call.desk(), std::move(posts).value()),
                     [](const std::vector<NamedPost>& named) {
                         JsonWriter out;
                         out.begin_object();
                         out.field("items", named);
                         out.end_object();
                         return json_response(200, std::move(out).text());
                     });
}

}  // namespace anmin::http
