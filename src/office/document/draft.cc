#include "document/draft.h"

namespace anmin::document {

void Draft::note(const std::string& code, const std::string& label, std::int64_t count) {
    if (count == 0) return;
    for (Repair& repair : repairs) {
        if (repair.code != code) continue;
        repair.count += count;
        return;
    }
    repairs.push_back({code, label, count});
}

void Draft::warn(const std::string& code, const std::string& text, Span clean) {
    for (const Warning& warning : warnings) {
        if (warning.code == code && warning.clean == clean) return;
    }
    warnings.push_back({code, text, clean});
}

}  // namespace anmin::document
