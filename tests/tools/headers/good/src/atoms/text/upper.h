#pragma once

#include <string>

std::string upper(const std::string& text);
