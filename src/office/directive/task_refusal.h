// The refusals that several steps of a task have in common.
#pragma once

#include <string>

#include "directive/task.h"

namespace anmin::directive {

inline bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

inline Error step_not_open(const Task& task, const char* code, const char* expected,
                           const char* next) {
    std::string finding = "任务当前为“";
    finding += word(task.state);
    finding += "”";
    return {Fault::conflict, code, "任务 " + task.id.value, finding, expected, next};
}

inline Error text_missing(const Task& task, const char* code, const char* field, const char* next) {
    return {Fault::invalid,
            code,
            "任务 " + task.id.value + " 的“" + field + "”",
            "没有填写",
            std::string("填写") + field,
            next};
}

// closed-loop A.2: a parent is done only when all its parts are done or ended.
inline Error parts_open(const Task& task, std::int64_t open) {
    return {Fault::conflict,          "E-TASK-050",
            "任务 " + task.id.value,  "还有 " + std::to_string(open) + " 项下级任务没有销号或终止",
            "下级任务全部销号或终止", "在“任务分解”中打开未办结的下级任务"};
}

inline bool did(const Task& task, const Officer& officer) {
    for (const Deed& deed : deeds_of(task)) {
        if (deed.account == officer.account) return true;
    }
    return false;
}

// closed-loop A.2: doer and verifier are not the same person, whichever part of it they did.
inline Error did_it_too(const Task& task, const char* code, const Officer& officer,
                        const std::string& what) {
    return {Fault::denied,
            code,
            "任务 " + task.id.value,
            what + "的人（" + officer.name + "）本轮自己填报过进展或报结",
            "由没有参与办理的人" + what,
            "请督查岗位的其他人员办理"};
}

inline Error figure_without_target(const Task& task) {
    return {Fault::invalid,     "E-TASK-053",           "任务 " + task.id.value + " 的“完成数量”",
            "任务没有量化指标", "有指标的任务才填数量", "去掉数量；需要量化的，请分解单位先设指标"};
}

// What the system computes nobody is asked to type in.
inline Error figure_is_measured(const Task& task) {
    return {Fault::conflict,
            "E-TASK-080",
            "任务 " + task.id.value + " 的“完成数量”",
            "进度由指标“" + task.indicator->name + "”自动计算",
            "不填数量",
            "去掉数量再提交；数字见 /indicators/" + task.indicator->id};
}

inline Error beyond_parent(const Task& task, calendar::Date due, calendar::Date limit) {
    return {Fault::invalid,
            "E-TASK-042",
            "任务 " + task.id.value + " 的“完成时限”",
            due.iso() + " 晚于上级任务的时限",
            "不晚于 " + limit.iso(),
            "提前时限；确需延后的，先为上级任务申请延期"};
}

}  // namespace anmin::directive
