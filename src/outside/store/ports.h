// The ports of the office, implemented on Connections. Each may be used by many threads at once.
#pragma once

#include <string>
#include <vector>

#include "authority/authority.h"
#include "directive/task.h"
#include "directive/task_tree.h"
#include "document/document.h"
#include "journal/journal.h"
#include "organisation/organisation.h"
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

class OrganisationPort final : public organisation::OrganisationStore {
public:
    explicit OrganisationPort(Connections& connections) : connections_(connections) {}
    Result<std::optional<organisation::Division>> find_division(
        const ident::DivisionCode& code) override;
    Result<std::vector<organisation::Division>> path(const ident::DivisionCode& code) override;
    Result<organisation::Page<organisation::Division>> children(
        const ident::DivisionCode& parent, const organisation::PageRequest& page) override;
    Result<std::vector<organisation::Division>> search(const std::string& typed,
                                                       const organisation::Scope& scope,
                                                       std::int32_t limit) override;
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

private:
    Connections& connections_;
};

class AccountPort final : public authority::AccountStore {
public:
    explicit AccountPort(Connections& connections) : connections_(connections) {}
    Result<std::optional<authority::Account>> find_login(const std::string& login) override;
    Result<std::vector<authority::Account>> accounts() override;
    Result<std::optional<authority::Actor>> find_session(const std::string& token_digest,
                                                         calendar::Instant now) override;
    Result<void> open_session(const authority::Session& session) override;
    Result<void> close_session(const std::string& token_digest) override;
    Result<void> set_secret(const ident::AccountId& account, const std::string& secret) override;
    Result<bool> is_demo() override;
    Result<void> mark_demo() override;

private:
    Connections& connections_;
};

}  // namespace anmin::store
