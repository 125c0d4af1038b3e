// Reads the data of packages/ from disk into the plain structures that the office rooms work with.
#pragma once

#include <filesystem>
#include <vector>

#include "authority/sign_in_policy.h"
#include "calendar/work_days.h"
#include "directive/frames.h"
#include "directive/stage_scheme.h"
#include "directive/task.h"
#include "document/lexicon.h"
#include "measure/indicator.h"
#include "measure/load.h"
#include "organisation/initials.h"
#include "problem/problem_store.h"
#include "registers/definition.h"
#include "result/result.h"
#include "source/conveyance.h"

namespace anmin::files {

// The packages folder: the environment's ANMIN_PACKAGES, else the nearest "packages" in the folders
// from the program's own upward, else "packages" in the working directory.
std::filesystem::path find_packages();

// `packages` is the folder that holds intake/, duty/ and ledger/. Errors E-FILES-nnn name file and
// place. The script table comes from the dictionaries of Debian's libopencc-data.
Result<document::Lexicon> load_lexicon(const std::filesystem::path& packages);
Result<directive::Frames> load_frames(const std::filesystem::path& packages);
// ledger/lights.json with calendar/work-days.json.
Result<directive::LightRule> load_light_rule(const std::filesystem::path& packages);
Result<directive::LookBackRule> load_look_back_rule(const std::filesystem::path& packages);
Result<calendar::WorkDays> load_work_days(const std::filesystem::path& packages);
// ledger/stages.json: names of stages differ, each has a standard.
Result<std::vector<directive::StageScheme>> load_stage_schemes(
    const std::filesystem::path& packages);
// packages/problem/: rules.json, figures.json.
Result<problem::Rules> load_problem_rules(const std::filesystem::path& packages);
Result<std::vector<problem::SavedQuery>> load_saved_queries(const std::filesystem::path& packages);
// source/rules.json: the limit of conveying and the forms of session.
Result<source::ConveyRule> load_convey_rule(const std::filesystem::path& packages);
// indicator/indicators.json: one name means one figure. load/limits.json.
Result<measure::Wording> load_wording(const std::filesystem::path& packages);
Result<std::vector<measure::Indicator>> load_indicators(const std::filesystem::path& packages);
Result<measure::Limits> load_load_limits(const std::filesystem::path& packages);
// packages/tables/*.json in the order of their numbers; each is fit for use
// (registers/definition.h).
Result<std::vector<registers::Definition>> load_tables(const std::filesystem::path& packages);
// security/sign_in.json with security/common-passwords.txt; divisions/readings.json.
Result<authority::SignInPolicy> load_sign_in_policy(const std::filesystem::path& packages);
Result<organisation::PlaceReadings> load_places(const std::filesystem::path& packages);

}  // namespace anmin::files
