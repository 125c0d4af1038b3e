// Deciding with a loaded model. Start here.
//
// SPEC: DMN 6 and 10.4: a decision is evaluated when its value is asked for, once; what it requires
// only when its logic looks at it. The result is plain data: "no" is a value, "cannot say yet" is
// Undetermined.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dmn/derivation.h"
#include "dmn/load.h"
#include "feel/evaluate.h"

namespace anmin::dmn {

// The values of inputs, by name. A name that is not there was not given: it is null to the model,
// and missing to whoever asks whether the outcome is certain. Decisions may be given too; they are
// then not evaluated. Inputs of imported models by namespace + '\n' + name.
using Inputs = std::map<std::string, Value>;

struct Request {
    enum class Kind : std::uint8_t { decision, service };
    Kind kind = Kind::decision;
    std::vector<std::string> names;  // decisions, or one service; empty: all decisions of the model
    bool explain = false;            // fill Outcome::derivation
    bool certain = false;            // fill Outcome::missing
};

struct Answer {
    std::string name;
    Value value;  // null with its cause when it could not be computed
    // Inputs that were not given and could still change the value; empty: the value is certain.
    std::set<std::string> missing;
};

struct Outcome {
    std::vector<Answer> answers;
    std::shared_ptr<const Derivation> derivation;  // nullptr unless asked for
};

// Errors: E-DMN-201 no such decision or service, 202 the evaluation went over a limit.
Result<Outcome> decide(const Model& model, const Inputs& inputs, const Request& request,
                       const feel::Session::Options& options);

// A knowledge model called with arguments by name; null with its cause when there is none of that
// name.
Value call_knowledge_model(const Model& model, const std::string& name, const Inputs& arguments,
                           feel::Session& session);

// A knowledge model or a service as a value that can be called; lives no longer than the model.
Value function_of(const Model& model, int element);

}  // namespace anmin::dmn
