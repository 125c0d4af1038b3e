// The open database as the ports use it: readers, and the writer when it was opened for writing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "store/readers.h"
#include "store/writer.h"

namespace anmin::store {

struct Connections {
    std::unique_ptr<Writer>
        writer;  // none with Access::read; ends after the readers, and tidies up
    std::unique_ptr<Readers> readers;
    Now now;
    std::string place;
    std::int64_t few_by_words = 0;  // Settings::few_by_words

    // Errors: read_only without a writer; those of Writer::perform.
    Result<void> write(const Work& work) {
        if (!writer) return failure(Refusal::read_only, place);
        return writer->perform(work);
    }
};

}  // namespace anmin::store
