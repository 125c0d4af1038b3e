#include <set>

#include "files/data_file.h"
#include "files/load.h"

namespace anmin::files {
namespace {

Error unfit(const std::string& place, const std::string& finding, const char* expectation) {
    return {Fault::invalid, "E-FILES-002", place, finding, expectation, "更正数据文件后重新启动"};
}

Result<directive::StageScheme> scheme_from(const json::Value& value, const std::string& place) {
    directive::StageScheme scheme;
    scheme.id = TRY(json::get_string(value, "id", place));
    scheme.title = TRY(json::get_string(value, "title", place));
    scheme.source = TRY(json::get_string(value, "source", place));
    std::set<std::string> names;
    for (const auto& one : *TRY(json::get_array(value, "stages", place))) {
        const std::string here = place + ".stages[" + std::to_string(scheme.stages.size()) + "]";
        scheme.stages.push_back({TRY(json::get_string(one, "name", here)),
                                 TRY(json::get_string(one, "standard", here))});
        const auto& stage = scheme.stages.back();
        if (stage.name.empty() || stage.standard.empty())
            return unfit(here, "名称或标准是空的", "每个阶段有名称和标准");
        if (!names.insert(stage.name).second)
            return unfit(here, "阶段“" + stage.name + "”重复", "阶段名称各不相同");
    }
    if (scheme.stages.empty()) return unfit(place, "没有阶段", "至少一个阶段");
    return scheme;
}

}  // namespace

Result<std::vector<directive::StageScheme>> load_stage_schemes(
    const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "ledger" / "stages.json"));
    std::vector<directive::StageScheme> all;
    std::set<std::string> ids;
    for (const auto& value : *TRY(json::get_array(file.root(), "schemes", file.place()))) {
        const std::string place = file.place() + ".schemes[" + std::to_string(all.size()) + "]";
        all.push_back(TRY(scheme_from(value, place)));
        if (!ids.insert(all.back().id).second)
            return unfit(place, "编号“" + all.back().id + "”重复", "编号各不相同");
    }
    return all;
}

}  // namespace anmin::files
