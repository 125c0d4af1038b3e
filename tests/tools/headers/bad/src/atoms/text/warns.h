#pragma once

static int unused_function() { return 1; }
inline unsigned short narrow(int number) { return number; }
