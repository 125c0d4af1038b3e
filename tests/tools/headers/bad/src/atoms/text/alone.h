#pragma once

std::string needs_string();
