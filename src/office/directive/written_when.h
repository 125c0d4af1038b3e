// What a part of a document says about when it was written: for days without a year.
#pragma once

#include "directive/time_point.h"
#include "document/document.h"

namespace anmin::directive {

// The day of the meeting or issue, the year of the document number, else the latest year named.
WrittenWhen written_when(const document::Part& part);

}  // namespace anmin::directive
