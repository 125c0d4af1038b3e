// A policy document as clean text with its structure; no tasks yet. Start here.
//
// read() (document/read.h) turns the bytes of one file into a Reading: the decoded original, one
// Part per article found in it, and a record of every repair. All offsets count Unicode characters
// (code points), end exclusive. What is lost stays U+FFFD and is reported; nothing lost is guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "ident/ident.h"
#include "organisation/organisation.h"
#include "result/result.h"

namespace anmin::document {

// A stretch of characters [start, end).
struct Span {
    std::int64_t start = 0;
    std::int64_t end = 0;

    bool operator==(const Span&) const = default;
};

// How a stretch of clean text came from the original (Reading::original).
enum class Origin {
    same,      // character by character
    replaced,  // this clean stretch stands for that original stretch (script, width, repaired
               // bytes)
    inserted,  // in no place of the original; its span there is empty
};

// The clean text is the concatenation of its pieces; what lies between two pieces' original spans
// was removed.
struct Piece {
    Span clean;
    Span original;
    Origin origin = Origin::same;

    bool operator==(const Piece&) const = default;
};

// One kind of repair that was made, in the order of work.
struct Repair {
    std::string code;   // stable: "pinyin_removed"
    std::string label;  // 去除插入的拼音
    std::int64_t count = 0;

    bool operator==(const Repair&) const = default;
};

// Something the reader of the text must know.
struct Warning {
    std::string code;  // "lost_character"
    std::string text;  // 作者姓名有 2 个字已无法恢复
    Span clean;        // where; empty when it concerns the whole

    bool operator==(const Warning&) const = default;
};

struct Person {
    std::string name;
    std::string post;
    std::string role;  // 主持, 讲话, 传达, 出席, 通报, ...
    Span span;

    bool operator==(const Person&) const = default;
};

enum class QuantityStatus { result, target, event, reference };

struct Quantity {
    std::string text;   // 1.26万户
    std::string value;  // "12600": decimal digits in base units
    std::string unit;   // 户
    std::string of;     // 低保对象
    QuantityStatus status = QuantityStatus::reference;
    Span span;

    bool operator==(const Quantity&) const = default;
};

// A named list, plan, campaign, system, method: “1+3”的问题清单.
struct Programme {
    std::string text;
    std::string type;
    Span span;

    bool operator==(const Programme&) const = default;
};

struct Organs {
    std::optional<std::string> holding;    // who held the meeting
    std::optional<std::string> issuing;    // who issued the document
    std::optional<std::string> publisher;  // whose page it is

    bool operator==(const Organs&) const = default;
};

// One article of a file.
struct Part {
    std::string clean_text;
    std::vector<Piece> pieces;
    std::optional<std::string> title;
    std::string kind;                   // 会议新闻, 通知, 讲话, ...
    std::optional<std::string> number;  // 〔2025〕3号
    Organs organs;
    std::optional<calendar::Date> event_date;
    std::string event_date_text;   // as it stands
    std::string event_date_basis;  // explicit, or "inferred: ..."
    std::vector<Person> persons;
    std::vector<std::string> domains;  // of the closed list of 26
    std::vector<Quantity> quantities;
    std::vector<Programme> programmes;
    std::vector<Repair> repairs;
    std::vector<Warning> warnings;
    std::string quality;  // good, fair, poor

    bool operator==(const Part&) const = default;
};

struct Reading {
    std::string encoding;   // UTF-8, GB18030, ...
    std::string container;  // plain, html, markdown, ...
    std::string original;   // the decoded text of the whole file, UTF-8
    std::vector<Part> parts;

    bool operator==(const Reading&) const = default;
};

// --- events and the store port
// -------------------------------------------------------------------------

struct Received {
    ident::DocumentId document;
    std::string file_name;
    std::string digest;  // SM3 of the original bytes, hexadecimal; the bytes are kept for ever
    std::int64_t bytes = 0;
    ident::DivisionCode division;  // of the office that received it
    Reading reading;
};
using Event = std::variant<Received>;

struct Summary {
    ident::DocumentId id;
    std::string file_name;
    std::string title;  // of the first part; its first words when it has none
    std::string kind;
    std::optional<calendar::Date> event_date;
    ident::DivisionCode division;
    calendar::Instant received;
    std::int64_t parts = 0;
    std::int64_t bytes = 0;
    std::int64_t proposed = 0;  // candidates not decided yet
    std::int64_t confirmed = 0;
    std::int64_t rejected = 0;
    std::int64_t warnings = 0;
    std::string quality;  // the worst of its parts
};

class DocumentStore {
public:
    virtual ~DocumentStore() = default;
    virtual Result<organisation::Page<Summary>> list(const organisation::Scope& scope,
                                                     const organisation::PageRequest& page) = 0;
    // Documents with proposals not decided yet, newest first.
    virtual Result<std::vector<Summary>> undecided(const organisation::Scope& scope,
                                                   std::int32_t limit) = 0;
    virtual Result<std::optional<Summary>> find_summary(const ident::DocumentId& id) = 0;
    virtual Result<std::optional<Reading>> find_reading(const ident::DocumentId& id) = 0;
    // A document already received in this division with the same bytes.
    virtual Result<std::optional<ident::DocumentId>> find_digest(
        const std::string& digest, const ident::DivisionCode& division) = 0;
    // The digest under which the document's original bytes are kept.
    virtual Result<std::optional<std::string>> find_original(const ident::DocumentId& id) = 0;
    virtual Result<std::optional<std::string>> find_bytes(const std::string& digest) = 0;
    // Keeps bytes under their digest; keeping the same again changes nothing. Durable on return.
    virtual Result<void> keep_bytes(const std::string& digest, const std::string& bytes) = 0;
};

}  // namespace anmin::document
