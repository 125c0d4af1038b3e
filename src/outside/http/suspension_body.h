// What a suspension, of a task or of a problem, says in a body.
#pragma once

#include "http/json_body.h"
#include "http/json_shapes.h"

namespace anmin::http {

inline directive::SuspensionGround read_ground(BodyObject& body) {
    const std::string name = body.text("ground", {1, 20});
    for (const auto& [ground, known] : suspension_grounds) {
        if (known == name) return ground;
    }
    body.fault("ground", "应为 disaster, policy, others, procedure, objective 之一");
    return directive::SuspensionGround::objective;
}

inline directive::SuspensionClock read_clock(BodyObject& body) {
    const std::string clock = body.text("clock", {1, 10});
    if (clock != "moves" && clock != "runs_on") body.fault("clock", "应为 runs_on 或 moves");
    return clock == "moves" ? directive::SuspensionClock::moves
                            : directive::SuspensionClock::runs_on;
}

}  // namespace anmin::http
