// Every command of `anmin`: one function each, taking the words after the command's name and giving
// the exit code (0 done, 1 refused or failed, 2 not understood). main.cc lists them in one table.
#pragma once

#include <string>
#include <vector>

#include "result/result.h"

namespace anmin::cli {

using Words = std::vector<std::string>;

int run_serve(const Words& words);
int run_demo(const Words& words);
int run_divisions(const Words& words);
int run_account(const Words& words);
int run_document(const Words& words);
int run_task(const Words& words);
int run_source(const Words& words);
int run_morning(const Words& words);
int run_late(const Words& words);
int run_load(const Words& words);
int run_indicator(const Words& words);
int run_problem(const Words& words);
int run_table(const Words& words);
int run_log(const Words& words);
int run_backup(const Words& words);
int run_restore(const Words& words);

// Prints the error to standard error; the exit code that goes with it.
int fail(const Error& error);

// "anmin task: 不认识 ..., 可用: ..." on standard error; exit code 2.
int not_understood(const std::string& command, const std::string& usage);

}  // namespace anmin::cli
