// A 任务分解表 that was handed out, edited and sent back: what it would change, and changing it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "directive/book.h"
#include "operations/desk.h"

namespace anmin::operations {

enum class BookRun { preview, apply };

struct BookRowChange {
    std::int64_t row = 0;  // in the sheet, from 1
    std::string sheet;     // its name; empty when the book has only this one
    ident::TaskId task;
    std::string text;  // of the task, as it is now
    std::vector<directive::BookChange> changes;
};
struct BookRowRefusal {
    std::int64_t row = 0;
    std::string sheet;
    Error error;
};
struct BookOutcome {
    std::vector<BookRowChange> changed;
    std::vector<BookRowRefusal> refused;
    std::vector<directive::SkippedSheet> skipped;
    std::int64_t unchanged = 0;
    bool applied = false;
};

// Rows that can be followed change exactly what was edited; the others are refused one by one.
// Lines that are missing from the sheet change nothing. Applying commits all rows together, and
// none while one of them is refused (E-BOOK-011). One task on two sheets refuses the book as a
// whole (E-BOOK-021): nobody can say which of them is meant. Row refusals: E-BOOK-001 two lines of
// one task, -002 a line without a key, -003 no such task here, and those of changes_of.
Result<BookOutcome> import_book(Desk& desk, const Caller& caller, const directive::Book& book,
                                BookRun run);

}  // namespace anmin::operations
