// How an outcome came about: per decision what went in, which rules held and why the others did
// not.
//
// Versioned JSON by contract/derivation.schema.json, and plain Chinese sentences.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "feel/value.h"

namespace anmin::dmn {

struct UsedValue {
    std::string name;
    feel::Value value;
    std::string source;  // "input", "decision", "missing"
};

struct UsedRule {
    int number = 0;  // from 1
    std::string id;
    bool matched = false;
    int failed_cell = 0;       // from 1; 0 when it matched
    std::string failed_label;  // of the input
    std::string failed_test;   // as written
    feel::Value failed_value;
    std::vector<std::pair<std::string, std::string>> annotations;
};

struct UsedTable {
    std::string policy;
    std::vector<UsedValue> inputs;
    std::vector<UsedRule> rules;
    bool used_default = false;
};

// A part of an expression and what it gave.
struct UsedPart {
    std::string text;
    feel::Value value;
};

// An expression inside a decision, what it gave, and how it came to it: its parts from the inside
// out, without those that were computed once for each item of a list.
struct UsedExpression {
    std::string text;
    feel::Value value;
    std::vector<UsedPart> parts;
};

struct UsedDecision {
    std::string name;
    std::string id;
    std::string kind;  // "decision", "knowledge", "service"
    std::vector<UsedValue> inputs;
    std::vector<UsedTable> tables;
    std::vector<UsedExpression> expressions;
    feel::Value value;
};

struct Derivation {
    std::string model;
    std::vector<UsedDecision> decisions;  // in the order they were finished
};

inline constexpr int derivation_version = 1;

std::string json_of(const Derivation& derivation);
// What an officer can read out; one sentence a line.
std::string chinese_of(const Derivation& derivation);

}  // namespace anmin::dmn
