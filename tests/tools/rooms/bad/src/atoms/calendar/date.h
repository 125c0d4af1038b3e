#pragma once

// An arrow that the list does not have, one that goes up, one without a room, one to nowhere.
#include "register/register.h"
#include "operations/enter.h"
#include "text.h"
#include "attic/box.h"
#include "text/gone.h"
