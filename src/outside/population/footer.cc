// The footer of a population file as bytes, and back. Whole numbers are little-endian; a text is
// its length in bytes (u32) and its bytes; a list is its length (u32) and its items.
#include <cstring>
#include <type_traits>

#include "population/layout.h"
#include "text/utf8.h"

namespace anmin::population {
namespace {

class Encoder {
public:
    template <class T>
    void number(T value) {
        static_assert(std::is_integral_v<T>);
        const std::size_t at = bytes_.size();
        bytes_.resize(at + sizeof(T));
        std::memcpy(bytes_.data() + at, &value, sizeof(T));
    }
    void length(std::size_t size) { number(static_cast<std::uint32_t>(size)); }
    void text(const std::string& text) {
        length(text.size());
        const auto* from = reinterpret_cast<const std::byte*>(text.data());
        bytes_.insert(bytes_.end(), from, from + text.size());
    }
    std::vector<std::byte> take() { return std::move(bytes_); }

private:
    std::vector<std::byte> bytes_;
};

// Reads with a limit; after the first fault every read gives zeros and the fault stays.
class Decoder {
public:
    explicit Decoder(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T>
    T number() {
        static_assert(std::is_integral_v<T>);
        T value = 0;
        if (left() < sizeof(T)) {
            fail("到此为止，内容不全");
            return value;
        }
        std::memcpy(&value, bytes_.data() + at_, sizeof(T));
        at_ += sizeof(T);
        return value;
    }
    bool flag() {
        const auto value = number<std::uint8_t>();
        if (value > 1) fail("是非值为 " + std::to_string(value));
        return value == 1;
    }
    // The length of a list whose items take at least `least` bytes each.
    std::size_t length(std::size_t least) {
        const auto size = number<std::uint32_t>();
        if (size > left() / least) {
            fail("列表有 " + std::to_string(size) + " 项，超出剩余字节");
            return 0;
        }
        return size;
    }
    std::string text() {
        const std::size_t size = length(1);
        std::string text(reinterpret_cast<const char*>(bytes_.data() + at_), size);
        if (!text::is_utf8(text)) fail("文本不是 UTF-8");
        at_ += size;
        return text;
    }
    template <class T>
    T choice(T last) {
        const auto value = number<std::uint8_t>();
        if (value > static_cast<std::uint8_t>(last)) fail("未知的代码 " + std::to_string(value));
        return static_cast<T>(value);
    }
    void fail(std::string finding) {
        if (!finding_.empty()) return;
        finding_ = std::move(finding);
        fault_at_ = at_;
        at_ = bytes_.size();
    }
    std::size_t left() const { return bytes_.size() - at_; }
    bool ok() const { return finding_.empty(); }
    const std::string& finding() const { return finding_; }
    std::size_t fault_at() const { return fault_at_; }

private:
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    std::size_t fault_at_ = 0;
    std::string finding_;
};

std::int32_t days_of(calendar::Date date) {
    return static_cast<std::int32_t>(date.days().time_since_epoch().count());
}

void encode(Encoder& out, const Provenance& provenance) {
    out.text(provenance.title);
    out.text(provenance.source);
    out.number(days_of(provenance.as_of));
    out.number(static_cast<std::uint8_t>(provenance.synthetic));
    out.number(static_cast<std::uint8_t>(provenance.estimate));
    out.length(provenance.notes.size());
    for (const auto& [key, value] : provenance.notes) {
        out.text(key);
        out.text(value);
    }
}

Provenance decode_provenance(Decoder& in) {
    Provenance provenance;
    provenance.title = in.text();
    provenance.source = in.text();
    const auto days = in.number<std::int32_t>();
    provenance.as_of = calendar::Date(std::chrono::sys_days{std::chrono::days{days}});
    if (days < first_day || days > last_day) in.fail("数据日期超出公元 1 年到 9999 年");
    provenance.synthetic = in.flag();
    provenance.estimate = in.flag();
    const std::size_t notes = in.length(8);
    for (std::size_t i = 0; i < notes && in.ok(); ++i) {
        std::string key = in.text();
        provenance.notes.emplace_back(std::move(key), in.text());
    }
    return provenance;
}

void encode(Encoder& out, const std::vector<ColumnSpec>& columns) {
    out.length(columns.size());
    for (const ColumnSpec& column : columns) {
        out.text(column.name);
        out.text(column.label);
        out.number(static_cast<std::uint8_t>(column.type.meaning));
        out.number(static_cast<std::uint8_t>(column.type.width));
        out.number(column.type.scale);
        out.number(static_cast<std::uint8_t>(column.type.nullable));
        out.number(static_cast<std::int32_t>(column.dictionary));
    }
}

std::vector<ColumnSpec> decode_columns(Decoder& in) {
    std::vector<ColumnSpec> columns;
    const std::size_t count = in.length(16);
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        ColumnSpec column;
        column.name = in.text();
        column.label = in.text();
        column.type.meaning = in.choice(frame::Meaning::text);
        const auto width = in.number<std::uint8_t>();
        if (width != 1 && width != 2 && width != 4 && width != 8)
            in.fail("列宽为 " + std::to_string(width));
        column.type.width = static_cast<frame::Width>(width);
        column.type.scale = in.number<std::int8_t>();
        column.type.nullable = in.flag();
        column.dictionary = in.number<std::int32_t>();
        columns.push_back(std::move(column));
    }
    return columns;
}

void encode(Encoder& out, const Segment& segment) {
    out.number(segment.position);
    out.number(segment.bytes);
    out.number(segment.households);
    out.number(segment.members);
    out.number(segment.checksum);
    for (const frame::Range& range : segment.ranges) {
        out.number(range.least);
        out.number(range.most);
        out.number(range.nulls);
        out.number(static_cast<std::uint8_t>(range.any));
    }
}

constexpr std::size_t range_bytes = 25;

Segment decode_segment(Decoder& in, std::size_t columns) {
    Segment segment;
    segment.position = in.number<std::uint64_t>();
    segment.bytes = in.number<std::uint64_t>();
    segment.households = in.number<std::uint32_t>();
    segment.members = in.number<std::uint32_t>();
    segment.checksum = in.number<std::uint64_t>();
    for (std::size_t i = 0; i < columns && in.ok(); ++i) {
        frame::Range range;
        range.least = in.number<std::int64_t>();
        range.most = in.number<std::int64_t>();
        range.nulls = in.number<std::uint64_t>();
        range.any = in.flag();
        segment.ranges.push_back(range);
    }
    return segment;
}

std::vector<PlaceName> decode_places(Decoder& in) {
    std::vector<PlaceName> places;
    const std::size_t count = in.length(8);
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        std::string code = in.text();
        places.push_back({std::move(code), in.text()});
    }
    return places;
}

}  // namespace

std::vector<std::byte> encoded(const Footer& footer) {
    Encoder out;
    encode(out, footer.provenance);
    encode(out, footer.schema.household);
    encode(out, footer.schema.members);
    out.length(footer.schema.dictionaries.size());
    for (const frame::Dictionary& dictionary : footer.schema.dictionaries) {
        out.length(dictionary.texts.size());
        for (const std::string& text : dictionary.texts) out.text(text);
    }
    out.length(footer.segments.size());
    for (const Segment& segment : footer.segments) encode(out, segment);
    out.length(footer.schema.places.size());
    for (const PlaceName& place : footer.schema.places) {
        out.text(place.code);
        out.text(place.name);
    }
    return out.take();
}

Result<Footer> decoded(std::span<const std::byte> bytes, const FooterPlace& place) {
    Decoder in(bytes);
    Footer footer;
    footer.provenance = decode_provenance(in);
    footer.schema.household = decode_columns(in);
    footer.schema.members = decode_columns(in);
    const std::size_t dictionaries = in.length(4);
    for (std::size_t i = 0; i < dictionaries && in.ok(); ++i) {
        frame::Dictionary dictionary;
        const std::size_t texts = in.length(4);
        for (std::size_t j = 0; j < texts && in.ok(); ++j) dictionary.texts.push_back(in.text());
        footer.schema.dictionaries.push_back(std::move(dictionary));
    }
    const std::size_t columns = footer.schema.household.size() + footer.schema.members.size();
    const std::size_t segments = in.length(32 + columns * range_bytes);
    for (std::size_t i = 0; i < segments && in.ok(); ++i)
        footer.segments.push_back(decode_segment(in, columns));
    if (place.version != first_version) footer.schema.places = decode_places(in);
    if (in.ok() && in.left() != 0)
        in.fail("之后还有 " + std::to_string(in.left()) + " 个多余的字节");
    if (!in.ok()) {
        return Error{Fault::invalid,
                     "E-POP-004",
                     place.file + " 第 " + std::to_string(place.position + in.fault_at()) + " 字节",
                     "目录读不懂：" + in.finding(),
                     "docs/formats/population.md 所述的目录",
                     "文件已损坏，请从原处重新取得或重新生成"};
    }
    return footer;
}

}  // namespace anmin::population
