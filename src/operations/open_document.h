// A document with its reading and what became of each proposal.
#pragma once

#include <vector>

#include "operations/desk.h"

namespace anmin::operations {

struct OpenedDocument {
    document::Summary summary;
    document::Reading reading;
    std::vector<directive::DecidedCandidate> candidates;
    std::int64_t version = 0;
};

// Fault::missing when there is none, or none that the actor may see: the two are not told apart.
Result<OpenedDocument> open_document(Desk& desk, const authority::Actor& actor,
                                     const ident::DocumentId& id);

// The bytes as they were handed in, with the file's name.
struct OriginalFile {
    std::string file_name;
    std::string bytes;
};
Result<OriginalFile> open_original(Desk& desk, const authority::Actor& actor,
                                   const ident::DocumentId& id);

Result<organisation::Page<document::Summary>> list_documents(Desk& desk,
                                                             const authority::Actor& actor,
                                                             const organisation::PageRequest& page);

}  // namespace anmin::operations
