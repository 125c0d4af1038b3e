#include "register/register.h"
#include "register/test_register.h"
