#include "operations/open_document.h"

#include <utility>

namespace anmin::operations {
namespace {

using authority::Action;

Error no_document(const ident::DocumentId& id) {
    return {Fault::missing,       "E-DOC-001",
            "文件 " + id.value,   "没有这个文件，或它不在您的管辖范围内",
            "本地区或上级的文件", "从“文件”列表中打开"};
}

Result<document::Summary> visible_summary(Desk& desk, const authority::Actor& actor,
                                          const ident::DocumentId& id) {
    auto summary = TRY(desk.documents.find_summary(id));
    if (!summary) return no_document(id);
    if (!authority::scope_of(actor, Action::see_documents).covers(summary->division)) {
        return no_document(id);
    }
    return *std::move(summary);
}

}  // namespace

Result<OpenedDocument> open_reading(Desk& desk, const authority::Actor& actor,
                                    const ident::DocumentId& id) {
    OpenedDocument opened;
    // The version is read first: a change in between makes the caller's next step stale, never
    // wrong.
    opened.version = TRY(desk.journal.version(journal::stream_of(id)));
    opened.summary = TRY(visible_summary(desk, actor, id));
    auto reading = TRY(desk.documents.find_reading(id));
    CHECK(reading.has_value(), "a document that is listed has its reading");
    opened.reading = *std::move(reading);
    return opened;
}

Result<OpenedDocument> open_document(Desk& desk, const authority::Actor& actor,
                                     const ident::DocumentId& id) {
    OpenedDocument opened = TRY(open_reading(desk, actor, id));
    opened.candidates = TRY(desk.tasks.candidates(id));
    return opened;
}

Result<CandidatePage> list_candidates(Desk& desk, const authority::Actor& actor,
                                      const ident::DocumentId& id,
                                      const organisation::PageRequest& page) {
    CandidatePage found;
    found.version = TRY(desk.journal.version(journal::stream_of(id)));
    found.summary = TRY(visible_summary(desk, actor, id));
    found.page = TRY(desk.tasks.candidate_page(id, page));
    return found;
}

Result<OriginalFile> open_original(Desk& desk, const authority::Actor& actor,
                                   const ident::DocumentId& id) {
    const auto summary = TRY(visible_summary(desk, actor, id));
    const auto digest = TRY(desk.documents.find_original(id));
    CHECK(digest.has_value(), "a document that is listed has its digest");
    auto bytes = TRY(desk.documents.find_bytes(*digest));
    CHECK(bytes.has_value(), "the original bytes are kept for ever");
    return OriginalFile{summary.file_name, *std::move(bytes)};
}

Result<organisation::Page<document::Summary>> list_documents(
    Desk& desk, const authority::Actor& actor, const organisation::PageRequest& page) {
    return desk.documents.list(authority::scope_of(actor, Action::see_documents), page);
}

}  // namespace anmin::operations
