// How things fail in Anmin. Start here.
//
// Four channels, never mixed (docs/decisions/0002-failure-channels.md):
//   our own bug                         CHECK(condition, "what must hold"): the job dies with a
//   report the world failed, or asked the impossible of us                    Result<T> carrying an
//   Error; pass it up with TRY input text has faults               Parsed<T>: always a value, and
//   every finding with its place the law says no, or not yet         plain data of the room that
//   knows (never an Error)
//
// Our code throws nothing. Exceptions of the standard library are caught at the edge of a request
// or job.
#pragma once

#include <cstdlib>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace anmin {

// What kind of failure it is; decides who can act on it. `http` maps it to a status.
enum class Fault {
    invalid,       // the caller's input cannot be accepted as it is (400, 422)
    unidentified,  // no valid session or wrong secret (401)
    denied,        // identified, but not allowed (403)
    missing,       // no such thing, or not visible to the caller (404)
    conflict,      // contradicts what is recorded (409)
    stale,         // the caller looked at an older version (412)
    too_large,     // over a stated limit (413)
    unsupported,   // a kind of input or a version we do not read (415)
    busy,          // a bounded queue is full; try again later (503)
    unavailable,   // the world outside failed: disk, network, database (503)
};

// A failure as its reader needs it. Texts are Chinese first; `code` is stable and listed in
// contract/errors.yaml. Example: E-INTAKE-001 / 文件“通知.txt” / 文件为空 / 至少一个字符的正文 /
// 请检查导出…
struct Error {
    Fault fault = Fault::invalid;
    std::string code;         // E-<AREA>-<nnn>
    std::string place;        // file, field path, row and column, ...: where
    std::string finding;      // what is there
    std::string expectation;  // what should be there
    std::string next_step;    // what the reader can do now

    // One line: "E-FORM-104 place: finding. Expected: .... Next: ....".
    std::string text() const;
};

std::ostream& operator<<(std::ostream& out, const Error& error);

// A value or an Error. Discarding one is a compile error.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // INVARIANT: asking for the side that is not there is our bug and ends the program.
    const T& value() const& { return *expect_value(); }
    T& value() & { return *expect_value(); }
    T&& value() && { return std::move(*expect_value()); }
    const Error& error() const& { return *expect_error(); }
    Error&& error() && { return std::move(*const_cast<Error*>(expect_error())); }

private:
    T* expect_value() {
        if (auto* found = std::get_if<0>(&state_)) return found;
        std::abort();
    }
    const T* expect_value() const {
        if (auto* found = std::get_if<0>(&state_)) return found;
        std::abort();
    }
    const Error* expect_error() const {
        if (auto* found = std::get_if<1>(&state_)) return found;
        std::abort();
    }
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }
    void value() const {
        if (error_) std::abort();
    }
    const Error& error() const& { return error_.value(); }
    Error&& error() && { return std::move(error_).value(); }

private:
    std::optional<Error> error_;
};

// A fault of input text: where and what, for its author. Offsets count Unicode characters unless
// said.
struct Finding {
    std::string code;
    std::string place;
    std::string text;
};

// Reading never fails: there is always a value, and every finding.
template <class T>
struct Parsed {
    T value;
    std::vector<Finding> findings;
};

[[noreturn]] void check_failed(const char* file, int line, const char* what);

}  // namespace anmin

// The value of a Result, or return its Error from the function around.
// SPEC: GCC and Clang statement expression; the only one in the tree.
#define TRY(expression) ANMIN_TRY_NAMED(expression, ANMIN_TRY_NAME(__COUNTER__))
#define ANMIN_TRY_NAME(number) ANMIN_TRY_JOIN(try_result_, number)
#define ANMIN_TRY_JOIN(left, right) left##right
#define ANMIN_TRY_NAMED(expression, name)                 \
    __extension__({                                       \
        auto name = (expression);                         \
        if (!name.ok()) return ::std::move(name).error(); \
        ::std::move(name).value();                        \
    })

// A condition only a bug of ours can break; checked in release too.
#define CHECK(condition, what)                                             \
    do {                                                                   \
        if (!(condition)) ::anmin::check_failed(__FILE__, __LINE__, what); \
    } while (false)
