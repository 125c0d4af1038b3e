// What an operation works with: the ports, handed in by main. One desk serves many threads; every
// port guards itself.
#pragma once

#include "authority/sign_in_policy.h"
#include "calendar/date.h"
#include "directive/propose.h"
#include "directive/reminder.h"
#include "directive/stage_scheme.h"
#include "directive/task.h"
#include "directive/task_tree.h"
#include "document/document.h"
#include "document/read.h"
#include "ident/ident.h"
#include "journal/journal.h"
#include "measure/indicator.h"
#include "measure/load.h"
#include "operations/attempts.h"
#include "organisation/initials.h"
#include "organisation/organisation.h"
#include "problem/problem_store.h"
#include "registers/row.h"
#include "source/conveyance_store.h"
#include "source/source_store.h"

namespace anmin::operations {

class Clock {
public:
    virtual ~Clock() = default;
    virtual calendar::Instant now() const = 0;
};

// Policy data that operations need, loaded once from packages/.
struct Policies {
    document::Lexicon reading;    // repairs, boilerplate, domains, ...
    directive::Frames proposing;  // directive frames, tense filter, duty table
    directive::LightRule lights;
    directive::LookBackRule look_back;
    std::vector<directive::StageScheme> stages{};  // by which work is taken apart
    problem::Rules problems;
    source::ConveyRule conveying{};
    std::vector<problem::SavedQuery> figures;      // sentences of figures that open their rows
    std::vector<registers::Definition> tables{};   // of the office, by number
    std::vector<measure::Indicator> indicators{};  // what nobody is asked for
    measure::Wording wording{};                    // under whichever name
    measure::Limits load{};
    organisation::PlaceReadings places{};
    authority::SignInPolicy sign_in{};
};

struct Desk {
    const Clock& clock;
    ident::IdSource& ids;
    const Policies& policies;
    journal::Journal& journal;
    document::DocumentStore& documents;
    directive::DirectiveStore& tasks;
    directive::TreeStore& trees;
    problem::ProblemStore& problems;
    source::SourceStore& sources;
    source::ConveyanceStore& conveyances;
    directive::ReminderStore& reminders;
    measure::LoadStore& loads;
    registers::RegisterStore& registers;
    organisation::OrganisationStore& organisation;
    authority::AccountStore& accounts;
    authority::Vault& vault;
    Attempts& attempts;  // sign-ins by address
};

// Who asks, and the key against doing it twice (see journal::Command).
struct Caller {
    authority::Actor actor;
    std::string idempotency_key;
    std::string request_digest;
};

journal::Command command_of(const Caller& caller);
directive::Officer officer_of(const authority::Actor& actor);

}  // namespace anmin::operations
