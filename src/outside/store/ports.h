// The ports of the office, implemented on Connections. Each may be used by many threads at once.
#pragma once

#include <string>
#include <vector>

#include "authority/account.h"
#include "directive/task.h"
#include "directive/task_tree.h"
#include "document/document.h"
#include "journal/journal.h"
#include "organisation/organisation.h"
#include "problem/problem_store.h"
#include "store/connections.h"

namespace anmin::store {

class JournalPort final : public journal::Journal {
public:
    explicit JournalPort(Connections& connections) : connections_(connections) {}
    Result<journal::Receipt> commit(const journal::Command& command,
                                    const std::vector<journal::Append>& appends) override;
    Result<std::optional<journal::Receipt>> find_receipt(const ident::AccountId& account,
                                                         const std::string& key,
                                                         const std::string& digest) override;
    Result<std::int64_t> version(const journal::StreamId& stream) override;

private:
    Connections& connections_;
};

class DocumentPort final : public document::DocumentStore {
public:
    explicit DocumentPort(Connections& connections) : connections_(connections) {}
    Result<organisation::Page<document::Summary>> list(
        const organisation::Scope& scope, const organisation::PageRequest& page) override;
    Result<std::vector<document::Summary>> undecided(const organisation::Scope& scope,
                                                     std::int32_t limit) override;
    Result<std::optional<document::Summary>> find_summary(const ident::DocumentId& id) override;
    Result<std::optional<document::Reading>> find_reading(const ident::DocumentId& id) override;
    Result<std::optional<ident::DocumentId>> find_digest(
        const std::string& digest, const ident::DivisionCode& division) override;
    Result<std::optional<std::string>> find_original(const ident::DocumentId& id) override;
    Result<std::optional<std::string>> find_bytes(const std::string& digest) override;
    Result<void> keep_bytes(const std::string& digest, const std::string& bytes) override;

private:
    Connections& connections_;
};

class DirectivePort final : public directive::DirectiveStore {
public:
    explicit DirectivePort(Connections& connections) : connections_(connections) {}
    Result<std::vector<directive::DecidedCandidate>> candidates(
        const ident::DocumentId& document) override;
    Result<organisation::Page<directive::DecidedCandidate>> candidate_page(
        const ident::DocumentId& document, const organisation::PageRequest& page) override;
    Result<std::optional<directive::Task>> find_task(const ident::TaskId& id) override;
    Result<directive::Ledger> ledger(const organisation::Scope& scope,
                                     const directive::LedgerFilter& filter,
                                     const organisation::PageRequest& page) override;
    Result<directive::Tally> tally(const organisation::Scope& scope, calendar::Date as_of) override;

private:
    Connections& connections_;
};

class TreePort final : public directive::TreeStore {
public:
    explicit TreePort(Connections& connections) : connections_(connections) {}
    Result<directive::Below> below(const directive::Task& task) override;
    Result<std::vector<directive::Task>> above(const directive::Task& task) override;
    Result<directive::Figures> figures(const directive::Task& task, calendar::Date as_of) override;
    Result<organisation::Page<directive::TreeRow>> parts(
        const directive::Task& task, calendar::Date as_of,
        const organisation::PageRequest& page) override;

private:
    Connections& connections_;
};

class ProblemPort final : public problem::ProblemStore {
public:
    explicit ProblemPort(Connections& connections) : connections_(connections) {}
    Result<std::vector<problem::Mission>> missions(const organisation::Scope& scope) override;
    Result<std::optional<problem::Mission>> find_mission(const problem::MissionId& id) override;
    Result<std::vector<problem::TakenRemark>> remarks(
        const std::vector<problem::RemarkId>& ids) override;
    Result<organisation::Page<problem::TakenRemark>> taken(
        const organisation::Scope& scope, std::optional<bool> merged,
        const organisation::PageRequest& page) override;
    Result<std::vector<problem::List>> lists(const organisation::Scope& scope,
                                             calendar::Date as_of) override;
    Result<std::optional<problem::List>> find_list(const problem::ListId& id,
                                                   calendar::Date as_of) override;
    Result<std::vector<problem::Problem>> entries(const problem::ListId& list) override;
    Result<std::optional<problem::Problem>> find_problem(const problem::ProblemId& id) override;
    Result<organisation::Page<problem::Problem>> problems(
        const organisation::Scope& scope, const problem::ProblemFilter& filter,
        const organisation::PageRequest& page) override;
    Result<std::vector<problem::GroupTally>> group_tallies(
        const organisation::Scope& scope) override;
    Result<problem::GroupRecords> group_records(const problem::MissionId& mission,
                                                std::int32_t number, std::int64_t limit) override;
    Result<problem::FigureRows> rows(const organisation::Scope& scope, const problem::Query& query,
                                     calendar::Date as_of,
                                     const organisation::PageRequest& page) override;

private:
    Connections& connections_;
};

class RegisterPort final : public registers::RegisterStore {
public:
    explicit RegisterPort(Connections& connections) : connections_(connections) {}
    Result<std::optional<registers::RegisterRow>> find_row(const registers::RowId& id) override;
    Result<organisation::Page<registers::RegisterRow>> rows(
        const organisation::Scope& scope, const registers::RowFilter& filter,
        const organisation::PageRequest& page) override;

private:
    Connections& connections_;
};

class OrganisationPort final : public organisation::OrganisationStore {
public:
    explicit OrganisationPort(Connections& connections) : connections_(connections) {}
    Result<std::optional<organisation::Division>> find_division(
        const ident::DivisionCode& code) override;
    Result<std::vector<organisation::Division>> path(const ident::DivisionCode& code,
                                                     const organisation::View& view) override;
    Result<organisation::Page<organisation::Division>> children(
        const ident::DivisionCode& parent, const organisation::View& view,
        const organisation::PageRequest& page) override;
    Result<std::vector<organisation::Division>> search(const std::string& typed,
                                                       const organisation::Scope& scope,
                                                       const organisation::View& view,
                                                       std::int32_t limit) override;
    Result<std::vector<organisation::LevelCount>> counts_below(
        const ident::DivisionCode& code, const organisation::View& view) override;
    Result<std::vector<organisation::Division>> ever_inside(const ident::DivisionCode& code,
                                                            calendar::Date day,
                                                            std::int64_t limit) override;
    Result<organisation::Page<organisation::RecordedChange>> changes(
        const ident::DivisionCode& inside, const organisation::PageRequest& page) override;
    Result<std::optional<organisation::RecordedChange>> latest_change(
        const ident::DivisionCode& inside, const std::string& but) override;
    Result<std::optional<organisation::FoundChange>> find_change(const std::string& id) override;
    Result<std::vector<organisation::FoundChange>> later_changes(const std::string& id) override;
    Result<std::vector<organisation::Link>> links(const ident::DivisionCode& inside,
                                                  calendar::Date from, calendar::Date to) override;
    Result<std::int64_t> tasks_confirmed(const std::vector<ident::DivisionCode>& divisions,
                                         calendar::Date from, calendar::Date to) override;
    Result<std::int64_t> count_divisions() override;
    Result<std::vector<organisation::Division>> inside(
        const ident::DivisionCode& root, const std::vector<organisation::Level>& levels) override;
    // The store counts the children itself. Errors also: bad_divisions when the rows are not in
    // code order, or the event's digest is not that of the rows (store/project.h says how it is
    // made).
    Result<void> import_divisions(const std::vector<organisation::Division>& rows,
                                  const organisation::DivisionsImported& event) override;
    Result<std::vector<organisation::Unit>> units(const organisation::Scope& scope) override;
    Result<std::vector<organisation::Post>> posts(const organisation::Scope& scope) override;
    Result<std::optional<organisation::Post>> find_post(const ident::PostId& id) override;
    Result<std::optional<organisation::Unit>> find_unit(const ident::UnitId& id) override;
    Result<std::vector<organisation::Appointment>> appointments(const ident::PostId& post) override;
    Result<organisation::Page<organisation::Unit>> find_units(
        const organisation::Scope& scope, const std::string& typed,
        const organisation::PageRequest& page) override;
    Result<std::vector<organisation::Unit>> units_of(
        const std::vector<ident::UnitId>& units) override;
    Result<std::vector<organisation::Post>> posts_of(
        const std::vector<ident::UnitId>& units) override;
    Result<std::vector<organisation::Appointment>> appointments_of(
        const std::vector<ident::UnitId>& units) override;
    Result<std::vector<organisation::Relation>> relations_of(
        const std::vector<ident::UnitId>& units) override;
    Result<std::optional<organisation::Person>> find_person(const ident::PersonId& id) override;
    Result<std::optional<organisation::Person>> find_resident(const std::string& index) override;
    Result<organisation::Page<organisation::Person>> people(
        const organisation::Scope& scope, const organisation::PageRequest& page) override;

private:
    calendar::Date today() const { return connections_.now().date_in_china(); }

    Connections& connections_;
};

class AccountPort final : public authority::AccountStore {
public:
    explicit AccountPort(Connections& connections) : connections_(connections) {}
    Result<std::optional<authority::Account>> find_login(const std::string& login) override;
    Result<std::optional<authority::Account>> find_account(const ident::AccountId& id) override;
    Result<std::vector<authority::Account>> accounts() override;
    Result<std::int64_t> failures_since(const std::string& login, calendar::Instant since) override;
    Result<std::optional<authority::FoundSession>> find_session(const std::string& token_digest,
                                                                calendar::Instant now) override;
    Result<void> open_session(const authority::Session& session, std::int64_t most) override;
    Result<std::vector<authority::Session>> sessions(const ident::AccountId& account,
                                                     calendar::Instant now) override;
    Result<std::int64_t> end_session(const ident::AccountId& account,
                                     const std::string& id) override;
    Result<std::int64_t> end_other_sessions(const ident::AccountId& account,
                                            const std::string& id) override;
    Result<void> prolong_session(const std::string& token_digest,
                                 calendar::Instant idle_until) override;
    Result<void> close_session(const std::string& token_digest) override;
    Result<void> close_sessions(const ident::AccountId& account) override;
    Result<void> set_secret(const ident::AccountId& account, const std::string& secret,
                            std::optional<calendar::Instant> given_until) override;
    Result<std::optional<authority::SecondFactor>> find_second_factor(
        const ident::AccountId& account) override;
    Result<void> put_second_factor(const ident::AccountId& account,
                                   const authority::SecondFactor& factor) override;
    Result<void> remove_second_factor(const ident::AccountId& account) override;
    Result<bool> take_step(const ident::AccountId& account, std::int64_t step) override;
    Result<bool> take_recovery(const ident::AccountId& account, const std::string& digest) override;
    Result<organisation::Page<authority::AuditEntry>> audit(
        const organisation::Scope& scope, const authority::AuditFilter& filter,
        const organisation::PageRequest& page) override;
    Result<bool> is_demo() override;
    Result<void> mark_demo() override;

private:
    Result<std::optional<authority::Account>> find_by(const std::string& column,
                                                      const std::string& value);
    // Divisions that ended and went on whole inside `root`, by way of others too.
    static Result<std::vector<ident::DivisionCode>> former_of(Connection& connection,
                                                              const ident::DivisionCode& root,
                                                              calendar::Instant now);
    // One statement of its own; gives the rows it changed.
    Result<std::int64_t> change(std::string_view sql, std::initializer_list<Parameter> parameters);

    Connections& connections_;
};

}  // namespace anmin::store
