// 阶段方案: the stages by which an office takes a kind of work apart (closed-loop A.3 models 5 to 7).
// Data of packages/ledger/stages.json; names and standards are only proposed, dates and posts are
// given by whoever takes apart.
#pragma once

#include <string>
#include <vector>

namespace anmin::directive {

struct StageOfScheme {
    std::string name;
    std::string standard;
};

struct StageScheme {
    std::string id;
    std::string title;
    std::string source;  // where the stages come from
    std::vector<StageOfScheme> stages;
};

}  // namespace anmin::directive
