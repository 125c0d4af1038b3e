// The ports to reminders (reminders.cc) and to the load meter (loads.cc).
#pragma once

#include <vector>

#include "directive/reminder.h"
#include "measure/load.h"
#include "store/connections.h"

namespace anmin::store {

class ReminderPort final : public directive::ReminderStore {
public:
    explicit ReminderPort(Connections& connections) : connections_(connections) {}
    Result<std::vector<directive::LateRow>> late_below(
        const ident::DivisionCode& division, const std::vector<ident::DivisionCode>& former,
        calendar::Date as_of) override;

private:
    Connections& connections_;
};

class LoadPort final : public measure::LoadStore {
public:
    explicit LoadPort(Connections& connections) : connections_(connections) {}
    Result<measure::LoadPage> load(const organisation::Scope& scope,
                                   const ident::DivisionCode& cause, const measure::Month& month,
                                   calendar::Date today, std::int32_t limit) override;
    Result<std::vector<measure::AskRow>> asks(const ident::DivisionCode& division,
                                              const measure::Month& month,
                                              calendar::Date today) override;

private:
    Connections& connections_;
};

}  // namespace anmin::store
