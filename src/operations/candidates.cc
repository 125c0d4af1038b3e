#include "operations/candidates.h"

namespace anmin::operations {

using directive::Candidate;

std::string candidate_place(std::int32_t number) { return "第 " + std::to_string(number) + " 条"; }

Error stale_document(const ident::DocumentId& id) {
    return {Fault::stale,       "E-DOC-002",
            "文件 " + id.value, "您打开之后，这份文件已有新的处理结果",
            "最新的版本",       "刷新后再处理；您填写的内容仍保留在页面上"};
}

Result<Candidate> undecided(const OpenedDocument& document, std::int32_t number) {
    for (const auto& one : document.candidates) {
        if (one.candidate.number != number) continue;
        if (one.state == directive::CandidateState::proposed) return one.candidate;
        return Error{Fault::conflict,    "E-TASK-021",     candidate_place(number),
                     "这一条已经处理过", "尚未处理的条目", "刷新页面查看处理结果"};
    }
    return Error{Fault::invalid,       "E-TASK-020",       candidate_place(number),
                 "没有这一条建议任务", "本文件列出的序号", "刷新页面后重新选择"};
}

}  // namespace anmin::operations
