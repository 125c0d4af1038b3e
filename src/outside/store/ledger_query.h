// Which rows a list of tasks is made of: where they come from and what they must hold.
#pragma once

#include <string>

#include "directive/task.h"
#include "organisation/organisation.h"
#include "store/conditions.h"

namespace anmin::store {

// A subtree is one range of task_place, already in the ledger's order. Ancestors, and lists that an
// index of `task` makes short, are looked up in `task` itself.
struct Source {
    std::string from;
    std::string key;  // prefix of the columns due, id and state
};

// Adds the condition that the scope covers the rows.
Source source_of(Conditions& conditions, const organisation::Scope& scope,
                 const directive::LedgerFilter& filter);

// The tasks, as `t`, that the scope covers: issued inside it, or owned there.
void add_scope(Conditions& conditions, const organisation::Scope& scope);

// All of the filter but its words and what source_of() has taken into account.
void add_filter(Conditions& conditions, const directive::LedgerFilter& filter,
                const Source& source);

// That the task `t` holds the folded words, each sign as it stands.
std::string holds_words(Conditions& conditions, const std::string& words);

// Whether an index of its own makes the list so short that its tasks may be looked through.
bool is_short(const directive::LedgerFilter& filter);

}  // namespace anmin::store
