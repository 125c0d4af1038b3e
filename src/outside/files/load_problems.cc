// packages/problem/ and the demonstration's field work.
#include <algorithm>

#include "files/data_file.h"
#include "files/demo_field_work.h"
#include "files/load.h"

namespace anmin::files {
namespace {

using problem::Figure;
using problem::Of;

Error unknown(const std::string& place, const std::string& key, const std::string& word,
              const std::string& expected) {
    return {Fault::invalid,         "E-FILES-002", place + "." + key,
            "不认识“" + word + "”", expected,      "请更正"};
}

Result<Of> of_named(const std::string& word, const std::string& place) {
    if (word == "people") return Of::people;
    if (word == "groups") return Of::groups;
    if (word == "activities") return Of::activities;
    if (word == "remarks") return Of::remarks;
    if (word == "problems") return Of::problems;
    if (word == "lists") return Of::lists;
    return unknown(place, "of", word, "people, groups, activities, remarks, problems, lists");
}

Result<void> read_kinds(const json::Value& value, const std::string& place, problem::Query& query) {
    const std::string activity = json::find_string(value, "activity");
    if (activity == "session") query.activity = problem::ActivityKind::session;
    if (activity == "interview") query.activity = problem::ActivityKind::interview;
    if (activity == "visit") query.activity = problem::ActivityKind::visit;
    if (!activity.empty() && !query.activity) {
        return unknown(place, "activity", activity, "session, interview, visit");
    }
    const std::string remark = json::find_string(value, "remark");
    if (remark == "problem") query.remark = problem::RemarkKind::problem;
    if (remark == "suggestion") query.remark = problem::RemarkKind::suggestion;
    if (!remark.empty() && !query.remark) {
        return unknown(place, "remark", remark, "problem, suggestion");
    }
    const std::string province = json::find_string(value, "province");
    if (!province.empty() && province != "yes" && province != "no") {
        return unknown(place, "province", province, "yes, no");
    }
    if (!province.empty()) query.province = province == "yes";
    const std::string merged = json::find_string(value, "merged");
    if (!merged.empty()) query.merged = merged == "yes";
    return {};
}

Result<Figure> figure_from(const json::Value& value, const std::string& place) {
    Figure figure;
    figure.name = TRY(json::get_string(value, "name", place));
    figure.label = TRY(json::get_string(value, "label", place));
    figure.unit = TRY(json::get_string(value, "unit", place));
    figure.at_least = json::is_true(value, "at_least");
    problem::Query& query = figure.query;
    query.of = TRY(of_named(TRY(json::get_string(value, "of", place)), place));
    TRY(read_kinds(value, place, query));
    query.mission = json::find_string(value, "mission");
    query.scheme = json::find_string(value, "scheme");
    query.list = json::find_string(value, "list");
    query.focused = json::is_true(value, "focused");
    query.listed = json::is_true(value, "listed");
    query.started = json::is_true(value, "started");
    query.done = json::is_true(value, "done");
    query.late = json::is_true(value, "late");
    query.ended = json::is_true(value, "ended");
    query.long_term = json::is_true(value, "long_term");
    query.suspended = json::is_true(value, "suspended");
    return figure;
}

}  // namespace

Result<problem::Rules> load_problem_rules(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "problem" / "rules.json"));
    const auto days = TRY(json::get_integer(file.root(), "immediate_days", file.place()));
    constexpr std::int64_t longest = 366;
    if (days < 1 || days > longest) {
        return unknown(file.place(), "immediate_days", std::to_string(days), "1 至 366");
    }
    const auto months = TRY(json::get_integer(file.root(), "review_months", file.place()));
    constexpr std::int64_t most_months = 120;
    if (months < 1 || months > most_months) {
        return unknown(file.place(), "review_months", std::to_string(months), "1 至 120");
    }
    problem::Rules rules{static_cast<int>(days), static_cast<int>(months)};
    rules.judge_first = json::is_true(file.root(), "judge_first");
    rules.natures = TRY(file.strings("natures"));
    rules.difficulties = TRY(file.strings("difficulties"));
    rules.told_ways = TRY(file.strings("told_ways"));
    return rules;
}

Result<std::vector<problem::SavedQuery>> load_saved_queries(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "problem" / "figures.json"));
    std::vector<problem::SavedQuery> queries;
    for (const auto& value : *TRY(json::get_array(file.root(), "queries", file.place()))) {
        const std::string place = file.place() + ".queries[" + std::to_string(queries.size()) + "]";
        problem::SavedQuery query;
        query.id = TRY(json::get_string(value, "id", place));
        query.title = TRY(json::get_string(value, "title", place));
        query.sentence = TRY(json::get_string(value, "sentence", place));
        for (const auto& one : *TRY(json::get_array(value, "figures", place))) {
            query.figures.push_back(TRY(figure_from(one, place + ".figures")));
            const auto same = [&query](const Figure& other) {
                return other.name == query.figures.back().name;
            };
            if (std::count_if(query.figures.begin(), query.figures.end(), same) > 1) {
                return unknown(place, "figures", query.figures.back().name, "每个数的名称只用一次");
            }
            const std::string slot = "{" + query.figures.back().name + "}";
            if (query.sentence.find(slot) == std::string::npos) {
                return unknown(place, "sentence", slot, "句子里有每个数的位置");
            }
        }
        const auto same = [&query](const problem::SavedQuery& other) {
            return other.id == query.id || other.title == query.title;
        };
        if (std::any_of(queries.begin(), queries.end(), same)) {
            return unknown(place, "id", query.id, "每个保存的查询有自己的 id 和标题");
        }
        queries.push_back(std::move(query));
    }
    return queries;
}

Result<DemoFieldWork> load_demo_field_work(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "demo" / "field-work.json"));
    const auto number = [&file](const char* name) {
        return json::get_integer(file.root(), name, file.place());
    };
    DemoFieldWork work;
    work.title = TRY(json::get_string(file.root(), "title", file.place()));
    work.provinces = TRY(file.strings("provinces"));
    work.others = TRY(file.strings("others"));
    work.topics = TRY(file.strings("topics"));
    work.said_by = TRY(file.strings("said_by"));
    work.lists = TRY(file.strings("lists"));
    work.people = TRY(number("people"));
    work.sessions_each = TRY(number("sessions_each"));
    work.interviews_each = TRY(number("interviews_each"));
    work.problems = TRY(number("problems"));
    work.suggestions = TRY(number("suggestions"));
    work.listed = TRY(number("listed"));
    work.focused = TRY(number("focused"));
    work.inspected = TRY(number("inspected"));
    work.corrected = TRY(number("corrected"));
    return work;
}

}  // namespace anmin::files
