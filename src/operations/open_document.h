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

// The same without its proposals: what never changes, with the counts of today.
Result<OpenedDocument> open_reading(Desk& desk, const authority::Actor& actor,
                                    const ident::DocumentId& id);

// The proposals alone, a page at a time, by number.
struct CandidatePage {
    document::Summary summary;
    organisation::Page<directive::DecidedCandidate> page;
    std::int64_t version = 0;  // of the document; pages of different versions do not fit together
};
Result<CandidatePage> list_candidates(Desk& desk, const authority::Actor& actor,
                                      const ident::DocumentId& id,
                                      const organisation::PageRequest& page);

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
