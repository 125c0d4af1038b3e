// document::read and directive::propose_all on any bytes: an Error, or a Reading whose pieces and
// proposals lie inside its texts. The first byte chooses the kind of file by its name.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "directive/propose.h"
#include "document/read.h"
#include "files/load.h"

namespace {

struct Policy {
    anmin::document::Lexicon lexicon;
    anmin::directive::Frames frames;
};

const Policy& policy() {
    static const Policy loaded = [] {
        auto lexicon = anmin::files::load_lexicon(ANMIN_ROOT "/packages");
        auto frames = anmin::files::load_frames(ANMIN_ROOT "/packages");
        return Policy{std::move(lexicon).value(), std::move(frames).value()};
    }();
    return loaded;
}

void check_pieces(const anmin::document::Part& part) {
    std::int64_t at = 0;
    for (const auto& piece : part.pieces) {
        if (piece.clean.start != at || piece.clean.end < at) __builtin_trap();
        at = piece.clean.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::array names{"a.txt", "a.html", "a.md", "a.docx", "a.pdf", "a.eml", "a"};
    if (size < 1) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto reading = anmin::document::read(bytes, names[data[0] % names.size()],
                                               policy().lexicon, {.bytes = 1 << 20});
    if (!reading.ok()) return 0;
    for (const auto& part : reading.value().parts) check_pieces(part);
    for (const auto& one : anmin::directive::propose_all(reading.value(), policy().frames)) {
        if (one.span.start < 0 || one.span.end < one.span.start) __builtin_trap();
    }
    return 0;
}
