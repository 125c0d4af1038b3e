// packages/source/: by when what comes in is to be conveyed, and the forms of session.
#include <algorithm>

#include "files/data_file.h"
#include "files/load.h"

namespace anmin::files {

Result<source::ConveyRule> load_convey_rule(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "source" / "rules.json"));
    source::ConveyRule rule;
    rule.basis = TRY(json::get_string(file.root(), "basis", file.place()));
    const auto days = TRY(json::get_integer(file.root(), "convey_days", file.place()));
    constexpr std::int64_t longest = 366;
    if (days < 1 || days > longest) {
        return Error{Fault::invalid,       "E-FILES-002", file.place() + ".convey_days",
                     std::to_string(days), "1 至 366",    "请更正"};
    }
    rule.convey_days = static_cast<int>(days);
    for (const auto& value : *TRY(json::get_array(file.root(), "forms", file.place()))) {
        const std::string place =
            file.place() + ".forms[" + std::to_string(rule.forms.size()) + "]";
        rule.forms.push_back({TRY(json::get_string(value, "id", place)),
                              TRY(json::get_string(value, "label", place))});
        const auto& last = rule.forms.back();
        const auto same = [&last](const source::SessionForm& one) { return one.id == last.id; };
        if (last.id.empty() || std::count_if(rule.forms.begin(), rule.forms.end(), same) > 1) {
            return Error{Fault::invalid,
                         "E-FILES-002",
                         place,
                         "“" + last.id + "”",
                         "每种会议形式的标识不空、只用一次",
                         "请更正"};
        }
    }
    return rule;
}

}  // namespace anmin::files
