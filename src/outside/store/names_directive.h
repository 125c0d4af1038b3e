// The names that the log has for the kinds of directive; stable for ever.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "directive/task.h"

namespace anmin::directive {

constexpr auto names_of(TaskKind) {
    return std::array{std::pair{TaskKind::action, std::string_view("action")},
                      std::pair{TaskKind::study, std::string_view("study")}};
}

constexpr auto names_of(TaskState) {
    return std::array{std::pair{TaskState::confirmed, std::string_view("confirmed")},
                      std::pair{TaskState::assigned, std::string_view("assigned")},
                      std::pair{TaskState::objected, std::string_view("objected")},
                      std::pair{TaskState::reported, std::string_view("reported")},
                      std::pair{TaskState::verified, std::string_view("verified")},
                      std::pair{TaskState::struck_off, std::string_view("struck_off")},
                      std::pair{TaskState::held, std::string_view("held")},
                      std::pair{TaskState::ended, std::string_view("ended")},
                      std::pair{TaskState::merged, std::string_view("merged")}};
}

constexpr auto names_of(AskKind) {
    return std::array{std::pair{AskKind::figure, std::string_view("figure")},
                      std::pair{AskKind::form, std::string_view("form")}};
}

constexpr auto names_of(SuspensionGround) {
    return std::array{std::pair{SuspensionGround::disaster, std::string_view("disaster")},
                      std::pair{SuspensionGround::policy, std::string_view("policy")},
                      std::pair{SuspensionGround::others, std::string_view("others")},
                      std::pair{SuspensionGround::procedure, std::string_view("procedure")},
                      std::pair{SuspensionGround::objective, std::string_view("objective")}};
}

constexpr auto names_of(SuspensionClock) {
    return std::array{std::pair{SuspensionClock::runs_on, std::string_view("runs_on")},
                      std::pair{SuspensionClock::moves, std::string_view("moves")}};
}

constexpr auto names_of(CandidateState) {
    return std::array{std::pair{CandidateState::proposed, std::string_view("proposed")},
                      std::pair{CandidateState::confirmed, std::string_view("confirmed")},
                      std::pair{CandidateState::rejected, std::string_view("rejected")}};
}

}  // namespace anmin::directive
