#pragma once

#include "text/text.h"
