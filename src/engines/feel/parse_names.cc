// Names of several words: found by the scope, the longest first.
#include "feel/builtins.h"
#include "feel/characters.h"
#include "feel/parser.h"

namespace anmin::feel {

// Bytes of source that spell `name` at `offset`; 0 when they do not. White space inside a name
// matches any white space; the name must end where a word ends.
std::size_t Parser::match(std::string_view name, std::size_t offset) const {
    std::size_t at = offset;
    char32_t last = 0;
    for (std::size_t i = 0; i < name.size();) {
        const Character wanted = character_at(name, i);
        if (wanted.value == ' ') {
            const std::size_t before = at;
            while (is_space(character_at(text_, at).value)) at += character_at(text_, at).size;
            if (at == before) return 0;
        } else {
            const Character found = character_at(text_, at);
            if (found.size == 0 || found.value != wanted.value) return 0;
            at += found.size;
        }
        last = wanted.value;
        i += wanted.size;
    }
    const Character next = character_at(text_, at);
    if (is_name_part(last) && next.size != 0 && is_name_part(next.value)) return 0;
    return at - offset;
}

int Parser::capture(Unit& unit, Unit& owner, int slot) {
    if (&unit == &owner) return slot;
    const int outer = capture(*unit.outer, owner, slot);
    for (const Capture& known : unit.captures)
        if (known.outer == outer) return known.inner;
    unit.captures.push_back({outer, unit.slots});
    return unit.slots++;
}

void Parser::resolve_in(Unit& unit, std::size_t offset, Found& best) {
    for (auto local = unit.locals.rbegin(); local != unit.locals.rend(); ++local) {
        const std::size_t size = match(local->name, offset);
        if (size <= best.size) continue;
        best = {Found::Where::local, size, local->name, capture(*unit_, unit, local->slot),
                local->type};
    }
    if (unit.outer) resolve_in(*unit.outer, offset, best);
}

Parser::Found Parser::resolve(std::size_t offset) {
    Found best;
    resolve_in(*unit_, offset, best);
    for (const auto& builtin : builtins()) {
        const std::size_t size = match(builtin->name(), offset);
        const bool called = size != 0 && size >= best.size && lex(text_, offset + size).is("(");
        // A variable hides a function, unless something is called that cannot be.
        const bool hidden = size == best.size && best.type && best.type->shape != Shape::any &&
                            best.type->shape != Shape::function;
        if (!(size > best.size || (called && hidden))) continue;
        best = {Found::Where::builtin, size, builtin->name(), -1, nullptr};
    }
    std::string member;
    for (const Unit* unit = unit_; unit; unit = unit->outer)
        for (const Unit::Item& item : unit->items)
            if (const std::size_t size = longest_member(item.type, offset, member);
                size > best.size || (size != 0 && size == best.size && item_hides(best, offset)))
                best = {Found::Where::item, size, member, -1, nullptr};
    if (item_hides(best, offset) && item_may_have(best.name)) best.where = Found::Where::item;
    if (best.size == 0) {
        best.size = lex(text_, offset).text.size();
        best.name = std::string(text_.substr(offset, best.size));
        if (item_may_have(best.name)) best.where = Found::Where::item;
    }
    return best;
}

// A function's name that is not called here may well be an entry of the item being filtered.
bool Parser::item_hides(const Found& found, std::size_t offset) const {
    return found.where == Found::Where::builtin && !lex(text_, offset + found.size).is("(");
}

std::size_t Parser::longest_member(const TypePtr& owner, std::size_t offset,
                                   std::string& name) const {
    std::size_t best = 0;
    const auto offer = [&](std::string_view candidate) {
        const std::size_t size = match(candidate, offset);
        if (size <= best) return;
        best = size;
        name = candidate;
    };
    const Type* type = owner.get();
    while (type && type->shape == Shape::list) type = type->element.get();
    if (type && type->shape == Shape::context)
        for (const Field& field : type->fields) offer(field.name);
    if (best != 0) return best;
    for (const std::string_view property : {"time offset", "start included", "end included"})
        offer(property);
    if (scope_.members)
        for (const std::string& member : *scope_.members) offer(member);
    for (const std::string& member : own_members_) offer(member);
    return best;
}

// Could an item that is being filtered have an entry of that name?
bool Parser::item_may_have(const std::string& name) const {
    for (const Unit* unit = unit_; unit; unit = unit->outer) {
        for (const Unit::Item& item : unit->items) {
            if (!item.type || item.type->shape == Shape::any) return true;
            if (item.type->shape == Shape::context &&
                (item.type->fields.empty() || item.type->find_field(name)))
                return true;
        }
    }
    return false;
}

// Slots of the items being filtered, innermost first; those of the units around are captured.
std::vector<int> Parser::item_slots() {
    std::vector<int> out;
    for (Unit* unit = unit_; unit; unit = unit->outer)
        for (auto item = unit->items.rbegin(); item != unit->items.rend(); ++item)
            out.push_back(capture(*unit_, *unit, item->slot));
    return out;
}

}  // namespace anmin::feel
