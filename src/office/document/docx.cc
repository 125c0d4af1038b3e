#include <cstring>
#include <memory>
#include <pugixml.hpp>
#include <vector>
#include <zip.h>

#include "document/wrapped_kinds.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

// No page of writing unpacks to more than this many times its packed size; a bomb does.
constexpr std::uint64_t largest_ratio = 200;
// Deeper nesting is no document of an office.
constexpr int deepest = 100;

Error damaged(const std::string& name, const std::string& finding) {
    return {Fault::invalid,
            "E-INTAKE-006",
            name,
            finding,
            "能用 Word 或 WPS 打开的 docx 文件",
            "请在 Word 或 WPS 中打开后另存为 docx，再上传"};
}

Error too_big(const std::string& name) {
    return {Fault::too_large,     "E-INTAKE-002",   name,
            "压缩包内的正文过大", "正文不超过上限", "请拆分后分别上传"};
}

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Entry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Result<std::string> document_xml(const std::string& bytes, const std::string& name,
                                 const Limits& limits) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    if (source == nullptr) return damaged(name, "压缩包读不出来");
    const Archive archive(zip_open_from_source(source, ZIP_RDONLY, &failure), &zip_discard);
    if (!archive) {
        zip_source_free(source);
        return damaged(name, "压缩包已损坏");
    }
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat(archive.get(), "word/document.xml", 0, &about) != 0) {
        return Error{Fault::unsupported,
                     "E-INTAKE-007",
                     name,
                     "这是压缩包，但不是 docx 文档",
                     "docx 文档",
                     "请先解压，再逐个上传其中的文件"};
    }
    const bool sized = (about.valid & ZIP_STAT_SIZE) != 0;
    if (!sized || about.size > limits.bytes || about.size > (bytes.size() + 1024) * largest_ratio)
        return too_big(name);
    const Entry entry(zip_fopen(archive.get(), "word/document.xml", 0), &zip_fclose);
    if (!entry) return damaged(name, "正文部分读不出来（可能加了密码）");
    std::string xml(static_cast<std::size_t>(about.size), '\0');
    const zip_int64_t got = zip_fread(entry.get(), xml.data(), xml.size());
    if (got < 0 || static_cast<std::size_t>(got) != xml.size())
        return damaged(name, "正文部分不完整");
    return xml;
}

bool is(const pugi::xml_node& node, const char* name) {
    const char* const colon = std::strchr(node.name(), ':');
    return std::strcmp(colon == nullptr ? node.name() : colon + 1, name) == 0;
}

class Extractor {
public:
    std::string run(const pugi::xml_node& root) {
        walk(root, 0);
        return std::move(out_);
    }

private:
    void walk(const pugi::xml_node& node, int depth) {
        if (depth > deepest) return;
        for (const pugi::xml_node& child : node.children()) {
            if (is(child, "t")) {
                out_ += child.text().get();
            } else if (is(child, "tab")) {
                out_ += ' ';
            } else if (is(child, "br") || is(child, "cr")) {
                out_ += row_ > 0 ? ' ' : '\n';
            } else if (is(child, "tr")) {
                row(child, depth);
            } else if (is(child, "p")) {
                walk(child, depth + 1);
                if (row_ == 0) out_ += '\n';
            } else if (!is(child, "del") && !is(child, "instrText") && !is(child, "Fallback")) {
                walk(child, depth + 1);
            }
        }
    }

    void row(const pugi::xml_node& node, int depth) {
        ++row_;
        bool first = true;
        for (const pugi::xml_node& cell : node.children()) {
            if (!is(cell, "tc")) continue;
            if (!first) out_ += '\t';
            first = false;
            walk(cell, depth + 1);
        }
        --row_;
        out_ += row_ == 0 ? '\n' : ' ';
    }

    std::string out_;
    int row_ = 0;
};

}  // namespace

Result<std::optional<Unwrapped>> unwrap_docx(const std::string& bytes, const std::string& file_name,
                                             const Limits& limits) {
    if (!bytes.starts_with("PK\x03\x04")) return std::optional<Unwrapped>();
    const std::string xml = TRY(document_xml(bytes, file_name, limits));
    pugi::xml_document document;
    const auto parsed = document.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) return damaged(file_name, "正文部分不是合法的 XML");
    Unwrapped out;
    out.characters = text::decode(Extractor().run(document));
    out.encoding = "UTF-8";
    out.container = "docx";
    return std::optional(std::move(out));
}

}  // namespace anmin::document
