// Regular expressions as FEEL has them: XPath and XQuery Functions 3.1, 5.6.1, on ICU's engine.
//
// The pattern is checked against that grammar and rewritten for ICU, where both differ: character
// class subtraction, blocks (\p{IsCJK...}), \i and \c, the flags. Matching is bounded in time and
// memory.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace anmin::feel {

struct RegexProblem {
    std::string text;    // Chinese
    bool limit = false;  // took too long, or too much room
    int ticks = 0;       // ten thousands of steps that matching took
};

// What one call may take, over all its matches.
struct RegexBounds {
    int milliseconds = 500;  // about; counted in ten thousands of steps, so the same on any machine
    std::size_t text = 16 * 1024 * 1024;  // bytes of the result
    std::size_t list = 2000000;           // parts of the result
};

class Regex {
public:
    // Flags: any of "smixq". Nothing with the problem when pattern or flags are wrong. What was
    // compiled never changes and may be used by several threads.
    static std::optional<Regex> compile(const std::string& pattern, const std::string& flags,
                                        RegexProblem& problem);
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    std::optional<bool> found_in(const std::string& input, const RegexBounds& bounds,
                                 RegexProblem& problem) const;
    // "$1" stands for a group, "$0" for the whole; "\$" and "\\" for themselves.
    std::optional<std::string> replace(const std::string& input, const std::string& replacement,
                                       const RegexBounds& bounds, RegexProblem& problem) const;
    std::optional<std::vector<std::string>> split(const std::string& input,
                                                  const RegexBounds& bounds,
                                                  RegexProblem& problem) const;
    // Made of this pattern with these flags?
    bool is_of(const std::string& pattern, const std::string& flags) const;

private:
    struct State;
    explicit Regex(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// The pattern as ICU reads it; nothing with the problem when it is not XPath's. `groups` counts
// captures.
std::optional<std::string> icu_pattern(const std::string& pattern, bool extended,
                                       std::string& problem, int& groups);

}  // namespace anmin::feel
