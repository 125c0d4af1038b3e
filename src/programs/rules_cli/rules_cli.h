// The commands about rules: feel, decide, model check, tck. Each takes its arguments without the
// name of the command, writes to standard output and error, and gives the exit code: 0 done, 1 the
// input is at fault, 2 wrong usage.
#pragma once

#include <string>
#include <vector>

namespace anmin::rules_cli {

// feel 'EXPRESSION' [--context FILE.json] [--explain]; without an expression, one a line from
// standard input.
int run_feel(const std::vector<std::string>& arguments);

// decide MODEL.dmn [--decision NAME | --service NAME] --input FILE.json|- [--as-of DATE]
// [--explain] [--format json|text]
int run_decide(const std::vector<std::string>& arguments);

// model check MODEL.dmn...
int run_model_check(const std::vector<std::string>& arguments);

// tck DIR [--csv FILE]: a directory of the compatibility kit's layout.
int run_tck(const std::vector<std::string>& arguments);

}  // namespace anmin::rules_cli
