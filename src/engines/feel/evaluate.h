// Running compiled expressions. A session is one evaluation: limits, the moment "now", and the
// trace.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feel/node.h"
#include "feel/value.h"
#include "result/result.h"

namespace anmin::feel {

class Regex;
struct RegexProblem;

struct Limits {
    std::int64_t steps = 50000000;        // nodes evaluated, and other work (Session::charge)
    std::size_t list = 2000000;           // items of one list
    std::size_t text = 16 * 1024 * 1024;  // bytes of one string
    int depth = 3000;                     // nested evaluations
    int regex_milliseconds = 500;
    std::size_t stack = 3 * 1024 * 1024;  // bytes of the running thread's stack
};

// Fills slots on demand: a decision that is required, but perhaps never looked at.
class Provider {
public:
    virtual ~Provider() = default;
    virtual Value provide(int slot) = 0;
};

// Slots of one running expression. Expressions of one element share a frame: the names of their
// scopes come first, what lies behind is scratch.
struct Frame {
    std::vector<Value> slots;
    Provider* provider = nullptr;
    std::vector<bool> pending;  // slots still to be asked for; may be shorter than slots

    const Value& read(int slot) {
        const auto index = static_cast<std::size_t>(slot);
        if (index < pending.size() && pending[index]) {
            pending[index] = false;
            slots[index] = provider->provide(slot);
        }
        return slots[index];
    }
    void make_room(int count) {
        if (slots.size() < static_cast<std::size_t>(count))
            slots.resize(static_cast<std::size_t>(count));
    }
};

// Told of each value on the way, when a derivation is wanted.
class Listener {
public:
    virtual ~Listener() = default;
    virtual void evaluated(const Code& code, const Node& node, const Value& value) = 0;
};

class Session {
public:
    struct Options {
        Limits limits;
        // For now() and today(); without it they are null.
        std::optional<DateTime> now;
        // Functions declared as external Java are answered natively where the engine knows them.
        bool native_java = false;
    };

    Session() = default;
    explicit Session(Options options) : options_(std::move(options)) {}

    // `values` fill the scope's slots in order. Null with a cause when the code fails.
    Value run(const Code& code, std::vector<Value> values);
    // The same in a frame whose first slots are the scope's.
    Value run(const Code& code, Frame& frame);
    // Does the input satisfy the tests? True, false, null (with a cause) or Unknown.
    Value test(const Tests& tests, const Value& input, Frame& frame);

    // INVARIANT: once over a limit, every further evaluation is null and ends at once.
    bool stopped() const { return stop_.has_value(); }
    const std::optional<Cause>& stop() const { return stop_; }
    Value stop_over_limit(const std::string& what);
    // Work beside the nodes evaluated, in their unit: what takes as long as one node, or 32 bytes
    // that a value takes up. Stops over the limit.
    void charge(std::size_t work) {
        steps_ += static_cast<std::int64_t>(work);
        if (steps_ > options_.limits.steps) [[unlikely]]
            stop_over_steps();
    }
    // A null that says a limit was passed stops the session; every other value is just passed on.
    void heed(const Value& value) {
        if (value.is_null() && value.cause() && value.cause()->code == over_limit) [[unlikely]]
            stop_over_limit(value.cause()->reason);
    }

    const Options& options() const { return options_; }
    // The compiled pattern, kept for the next call with it; nullptr with the problem when it is
    // wrong.
    std::shared_ptr<const Regex> regex(const std::string& pattern, const std::string& flags,
                                       RegexProblem& problem);
    Listener* listener = nullptr;

    // For functions that call functions.
    Value call(const Callable& function, std::vector<Value> arguments);
    Value call(const Callable& function, std::vector<Value> arguments,
               const std::vector<std::string>& names);
    // Null with its cause at the place that runs now.
    Value fail(const char* code, std::string reason);
    std::string here() const;

private:
    friend class Evaluator;
    friend class Lambda;
    bool enter();  // one level deeper; false over the limit
    void stop_over_steps();

    Options options_;
    std::optional<Cause> stop_;
    std::int64_t steps_ = 0;
    int depth_ = 0;
    const char* stack_base_ = nullptr;  // where the outermost evaluation stands
    const Code* code_ = nullptr;        // running now
    std::uint32_t offset_ = 0;
    std::shared_ptr<const Regex> prepared_;              // compiled with the call that runs now
    std::vector<std::shared_ptr<const Regex>> regexes_;  // of patterns made while running
};

// The items a range of whole numbers or dates runs through, upwards; false with the problem for
// others.
bool items_of_range(Session& session, const Range& range, List& items, Value& problem);

// One more than the deepest of what a function keeps.
std::uint16_t depth_of(const std::vector<Value>& captured);

// Calls the Java function that the context {class, method signature} names (Options::native_java).
Value call_external(Session& session, const Value& mapping, const std::vector<Value>& arguments);

}  // namespace anmin::feel
