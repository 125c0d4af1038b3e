// packages/indicator/ and packages/load/.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "files/data_file.h"
#include "files/load.h"

namespace anmin::files {
namespace {

using directive::TaskState;

constexpr std::array<std::pair<std::string_view, TaskState>, 9> states{{
    {"confirmed", TaskState::confirmed},
    {"assigned", TaskState::assigned},
    {"objected", TaskState::objected},
    {"reported", TaskState::reported},
    {"verified", TaskState::verified},
    {"struck_off", TaskState::struck_off},
    {"held", TaskState::held},
    {"ended", TaskState::ended},
    {"merged", TaskState::merged},
}};

Error unknown(const std::string& place, const std::string& word, const std::string& expected) {
    return {Fault::invalid, "E-FILES-002", place, "不认识“" + word + "”", expected, "请更正"};
}

Result<TaskState> state_named(const std::string& word, const std::string& place) {
    std::string all;
    for (const auto& [name, state] : states) {
        if (name == word) return state;
        all += (all.empty() ? "" : ", ") + std::string(name);
    }
    return unknown(place + ".states", word, all);
}

Result<std::vector<std::string>> texts(const json::Value& value, const char* name,
                                       const std::string& place) {
    if (!value.is_object() || !value.as_object().contains(name)) return std::vector<std::string>();
    return json::get_strings(value, name, place);
}

Result<measure::Indicator> indicator_from(const json::Value& value, const std::string& place) {
    measure::Indicator made;
    made.id = TRY(json::get_string(value, "id", place));
    made.name = TRY(json::get_string(value, "name", place));
    made.unit = TRY(json::get_string(value, "unit", place));
    made.also = TRY(texts(value, "also", place));
    const std::string of = TRY(json::get_string(value, "of", place));
    if (of != "tasks" && of != "problems") return unknown(place + ".of", of, "tasks, problems");
    made.of = of == "tasks" ? measure::Of::tasks : measure::Of::problems;
    for (const auto& word : TRY(texts(value, "states", place))) {
        made.states.push_back(TRY(state_named(word, place)));
    }
    made.overdue = json::is_true(value, "overdue");
    made.query.of = problem::Of::problems;
    made.query.listed = json::is_true(value, "listed");
    made.query.focused = json::is_true(value, "focused");
    made.query.started = json::is_true(value, "started");
    made.query.done = json::is_true(value, "done");
    return made;
}

// The names of an indicator mean no other: a refusal would point at the wrong figure.
Result<void> expect_own(const measure::Indicator& one, const measure::Wording& wording,
                        std::map<std::string, std::string>& owners, const std::string& place) {
    std::set<std::string> written{one.id, one.name};
    if (written.size() < 2) return unknown(place, one.name, "每个名称只写一次");
    for (const auto& other : one.also) {
        if (!written.insert(other).second) return unknown(place, other, "每个名称只写一次");
    }
    for (const auto& name : written) {
        const auto owner = owners.try_emplace(plain_name(name, wording), one.id).first;
        if (owner->second != one.id) return unknown(place, name, "每个名称只指一个数");
    }
    return {};
}

}  // namespace

Result<measure::Wording> load_wording(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "indicator" / "wording.json"));
    measure::Wording wording;
    for (const auto& group : *TRY(json::get_array(file.root(), "same", file.place()))) {
        const auto* words = group.if_array();
        if (words == nullptr || words->size() < 2) {
            return unknown(file.place() + ".same", "组", "至少两个词");
        }
        wording.same.emplace_back();
        for (const auto& word : *words) {
            const auto* text = word.if_string();
            if (text == nullptr || text->empty()) {
                return unknown(file.place() + ".same", "词", "不为空的词");
            }
            wording.same.back().emplace_back(text->c_str());
        }
    }
    wording.endings = TRY(file.strings("endings"));
    wording.opposites = TRY(file.strings("opposites"));
    const auto longer = [](const std::string& left, const std::string& right) {
        return left.size() > right.size();
    };
    std::stable_sort(wording.endings.begin(), wording.endings.end(), longer);
    constexpr std::int64_t whole = 100;
    const auto percent = TRY(json::get_integer(file.root(), "near_percent", file.place()));
    const auto least = TRY(json::get_integer(file.root(), "near_least", file.place()));
    if (percent < 0 || percent > whole || least < 1 || least > whole) {
        return unknown(file.place(), "数字", "百分数在 0 至 100 之间，字数在 1 至 100 之间");
    }
    wording.near_percent = static_cast<int>(percent);
    wording.near_least = static_cast<std::size_t>(least);
    return wording;
}

Result<std::vector<measure::Indicator>> load_indicators(const std::filesystem::path& packages) {
    const measure::Wording wording = TRY(load_wording(packages));
    const DataFile file = TRY(DataFile::open(packages / "indicator" / "indicators.json"));
    std::vector<measure::Indicator> all;
    std::map<std::string, std::string> owners;  // of plain names
    for (const auto& value : *TRY(json::get_array(file.root(), "indicators", file.place()))) {
        const std::string place = file.place() + ".indicators[" + std::to_string(all.size()) + "]";
        all.push_back(TRY(indicator_from(value, place)));
        TRY(expect_own(all.back(), wording, owners, place));
    }
    return all;
}

Result<measure::Limits> load_load_limits(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "load" / "limits.json"));
    const auto number = [&file](const char* name) {
        return json::get_integer(file.root(), name, file.place());
    };
    measure::Limits limits;
    limits.township = TRY(number("township_monthly"));
    limits.village = TRY(number("village_monthly"));
    const auto percent = TRY(number("warning_percent"));
    constexpr std::int64_t whole = 100;
    if (limits.township < 0 || limits.village < 0 || percent < 1 || percent > whole) {
        return unknown(file.place(), "数字", "限数不为负，百分数在 1 至 100 之间");
    }
    limits.warning_percent = static_cast<int>(percent);
    return limits;
}

}  // namespace anmin::files
