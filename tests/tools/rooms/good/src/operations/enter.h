#pragma once

#include "register/register.h"
