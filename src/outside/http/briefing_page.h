// The page for a meeting as it is printed.
#pragma once

#include "operations/remind.h"
#include "sheets/page_document.h"

namespace anmin::http {

sheets::PrintedPage page_of(const operations::Briefing& briefing);

}  // namespace anmin::http
