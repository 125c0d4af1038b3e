#pragma once

#include "calendar/date.h"
