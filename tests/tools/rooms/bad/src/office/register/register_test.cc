#include "register/register.h"
