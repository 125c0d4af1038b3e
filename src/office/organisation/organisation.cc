#include "organisation/organisation.h"

#include <algorithm>

namespace anmin::organisation {

Level level_of(const DivisionCode& code) {
    if (code.is_nation()) return Level::nation;
    // SPEC: GB/T 2260 (two digits a level to the county), GB/T 10114 (three a level below it).
    switch (code.digits().size()) {
        case 2: return Level::province;
        case 4: return Level::prefecture;
        case 6: return Level::county;
        case 9: return Level::township;
        case 12: return Level::village;
        default: CHECK(false, "a division code has the length of a level");
    }
}

bool Scope::covers(const DivisionCode& code) const {
    const bool is_former =
        std::any_of(former.begin(), former.end(),
                    [&code](const DivisionCode& one) { return one.contains(code); });
    if (is_former && reach != Reach::nothing) return true;
    switch (reach) {
        case Reach::nothing: return false;
        case Reach::subtree: return root.contains(code);
        case Reach::subtree_and_above: return root.contains(code) || code.contains(root);
    }
    CHECK(false, "every reach has its rule");
}

Scope Scope::within(const DivisionCode& division) const {
    // Of a division above the root only single records are seen, nothing of what lies beside.
    const Reach down = reach == Reach::nothing ? Reach::nothing : Reach::subtree;
    const bool inside = Scope{root, down, former}.covers(division);
    // Looked at as a whole, an office's ground holds what it went on from.
    if (division == root && inside) return {division, Reach::subtree, former};
    return {division, inside ? Reach::subtree : Reach::nothing};
}

}  // namespace anmin::organisation
