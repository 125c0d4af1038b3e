#include "organisation/comparable.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace anmin::organisation {
namespace {

// Union-find over the codes of one day and the codes of the other; the same code on both days is
// two nodes until a link or its own survival joins them.
class Groups {
public:
    std::size_t node(const DivisionCode& code) {
        const auto [found, is_new] = nodes_.try_emplace(code, above_.size());
        if (is_new) above_.push_back(found->second);
        return found->second;
    }
    void join(const DivisionCode& left, const DivisionCode& right) {
        above_[root(node(left))] = root(node(right));
    }
    std::size_t root_of(const DivisionCode& code) { return root(node(code)); }

private:
    std::size_t root(std::size_t at) {
        while (above_[at] != at) at = above_[at] = above_[above_[at]];
        return at;
    }

    std::map<DivisionCode, std::size_t> nodes_;
    std::vector<std::size_t> above_;
};

}  // namespace

std::vector<Comparable> comparable(const std::vector<DivisionFigure>& figures,
                                   const std::vector<Link>& links) {
    Groups groups;
    std::set<DivisionCode> gone_on;  // go on elsewhere
    std::set<DivisionCode> stayed;   // and here as well: a split that leaves the source standing
    std::set<DivisionCode> reached;  // some link leads to them
    for (const Link& link : links) {
        groups.join(link.before, link.after);
        (link.before == link.after ? stayed : gone_on).insert(link.before);
        reached.insert(link.after);
    }
    const auto stands = [&](const DivisionCode& code) {
        return !gone_on.contains(code) || stayed.contains(code);
    };
    std::map<std::size_t, Comparable> found;
    for (const DivisionFigure& figure : figures) {
        Comparable& group = found[groups.root_of(figure.division)];
        group.then.push_back(figure.division);
        group.value += figure.value;
        if (stands(figure.division)) group.now.push_back(figure.division);
    }
    for (const DivisionCode& code : reached) {
        const auto group = found.find(groups.root_of(code));
        // A code on the way between two changes goes on: it is no division of `now`.
        if (group != found.end() && stands(code)) group->second.now.push_back(code);
    }
    std::vector<Comparable> all;
    for (auto& [root, group] : found) {
        std::sort(group.then.begin(), group.then.end());
        std::sort(group.now.begin(), group.now.end());
        group.now.erase(std::unique(group.now.begin(), group.now.end()), group.now.end());
        all.push_back(std::move(group));
    }
    std::sort(all.begin(), all.end(), [](const Comparable& left, const Comparable& right) {
        return left.now != right.now ? left.now < right.now : left.then < right.then;
    });
    return all;
}

}  // namespace anmin::organisation
