// Who the tests of a task are about, and what becomes of a task by one event.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <utility>

#include "directive/task.h"

namespace anmin::directive {

inline calendar::Date day(const char* iso) { return calendar::Date::parse(iso).value(); }

inline const Officer issuer{{"a1"}, "沈一", "综合科科长"};
inline const Officer clerk{{"a2"}, "陆二", "民政办经办"};
inline const Evidence photo{"00", "照片.jpg", 10};

inline Task then(Task task, const Result<Event>& event) {
    EXPECT_TRUE(event.ok()) << event.error();
    return event.ok() ? directive::apply(std::move(task), event.value()) : task;
}

template <class Value>
std::string code_of(const Result<Value>& result) {
    return result.ok() ? "" : result.error().code;
}

}  // namespace anmin::directive
