// The port to matters that are to be conveyed, implemented on Connections (conveyances.cc).
#pragma once

#include <vector>

#include "source/conveyance_store.h"
#include "store/connections.h"

namespace anmin::store {

class ConveyancePort final : public source::ConveyanceStore {
public:
    explicit ConveyancePort(Connections& connections) : connections_(connections) {}
    Result<std::optional<source::Conveyance>> find_conveyance(
        const source::ConveyanceId& id) override;
    Result<std::optional<source::Conveyance>> find_paper(const ident::DivisionCode& division,
                                                         const std::string& paper) override;
    Result<organisation::Page<source::Conveyance>> conveyances(
        const organisation::Scope& scope, const source::ConveyanceFilter& filter,
        const organisation::PageRequest& page) override;
    Result<std::vector<source::ConveyedBranch>> branches(
        const std::vector<source::ConveyanceId>& of) override;
    Result<std::vector<source::DerivedTask>> derived(
        const std::vector<source::ConveyanceId>& of) override;
    Result<std::vector<source::SessionCount>> sessions(const organisation::Scope& scope,
                                                       int year) override;

private:
    Connections& connections_;
};

}  // namespace anmin::store
