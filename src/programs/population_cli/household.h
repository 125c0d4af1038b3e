// Draws one household with its members. No name, number or address: nothing of it can be a real
// person.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "population_cli/draws.h"
#include "population_cli/nation.h"

namespace anmin::population_cli {

enum class Relation : std::uint8_t { head, spouse, child, parent, other };

struct Member {
    std::int64_t age = 0;
    std::int64_t birth = 0;  // days since 1970-01-01
    bool female = false;
    Relation relation = Relation::head;
    std::optional<std::size_t> disability;  // position in Nation::disabilities
    std::int64_t grade = 0;                 // 1 the most severe; 0 without disability
    bool able = false;
    bool studying = false;
    bool ill = false;
    // Fen a month; net, as the rules of income define it.
    std::optional<std::int64_t> wage = 0;
    std::int64_t business = 0;
    std::int64_t property = 0;
    std::int64_t transfer = 0;
    std::int64_t basic_pension = 0;
    std::optional<std::int64_t> medical = 0;  // fen, paid by oneself, twelve months
};

struct Household {
    std::int64_t deposits = 0;
    std::int64_t homes = 1;
    std::int64_t vehicles = 0;
    std::int64_t aid = 0;    // fen a month, of what is paid now
    std::int64_t since = 0;  // the day it has been paid from
    std::vector<Member> members;
};

class HouseholdMaker {
public:
    // Keeps references to `nation`. `as_of` in days since 1970-01-01.
    HouseholdMaker(const Nation& nation, std::int64_t as_of);

    // `standard` in fen a head and month; at most `most_members` members. Fills `household` anew.
    void draw(const Group& group, std::int64_t standard, std::int64_t most_members, Draws& draws,
              Household& household) const;

private:
    // The ages of those who are a household's head, and of the others; both from the bands of the
    // shape.
    struct Ages {
        Choice head;
        Choice other;
    };

    void draw_people(const Group& group, std::int64_t size, Draws& draws,
                     Household& household) const;
    void draw_disability(const Shape& shape, Draws& draws, Member& member) const;
    void draw_money(const Group& group, std::int64_t standard, Draws& draws,
                    Household& household) const;
    void share_income(const Group& group, std::int64_t income, Draws& draws,
                      Household& household) const;

    const Nation& nation_;
    std::int64_t as_of_;
    std::vector<std::int64_t> birthdays_;  // by age: who is born that day has that age since as_of
    std::vector<Choice> sizes_;            // by shape
    std::vector<Ages> ages_;               // by shape
    Choice disabilities_;
    std::vector<Choice> grades_;  // by disability
};

}  // namespace anmin::population_cli
