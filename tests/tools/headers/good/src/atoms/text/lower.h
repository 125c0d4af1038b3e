#pragma once

#include "text/upper.h"

std::string lower(const std::string& text);
