// A file is handed in: its bytes are kept for ever, read, and its task items proposed.
#pragma once

#include <string>

#include "document/document.h"
#include "operations/desk.h"

namespace anmin::operations {

struct ReceiveDocument {
    std::string file_name;
    std::string bytes;
};

struct ReceivedDocument {
    document::Summary summary;
    bool was_there = false;  // the same bytes were received here before; nothing was written
};

// Errors: E-INTAKE-* from reading (nothing is kept then), E-AUTH-* from the gate, E-STORE-*.
Result<ReceivedDocument> receive_document(Desk& desk, const Caller& caller,
                                          const ReceiveDocument& order);

}  // namespace anmin::operations
