#include <algorithm>
#include <limits>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "document/wrapped_kinds.h"
#include "text/han.h"
#include "text/utf8.h"

namespace anmin::document {
namespace {

constexpr int most_pages = 5000;

Error damaged(const std::string& name, const std::string& finding) {
    return {Fault::invalid,
            "E-INTAKE-006",
            name,
            finding,
            "能用阅读器打开、未加密的 PDF",
            "请用阅读器打开后另存一份，再上传"};
}

Error pictures_only(const std::string& name) {
    return {Fault::unsupported,
            "E-INTAKE-005",
            name,
            "这份 PDF 只有图片，没有文字",
            "带文字的 PDF，或文本、网页、docx",
            "请上传电子版原件；只有扫描件时，请先做文字识别"};
}

std::string page_text(const poppler::page& page) {
    const poppler::byte_array bytes = page.text().to_utf8();
    return {bytes.begin(), bytes.end()};
}

void say_nothing(const std::string& /*message*/, void* /*closure*/) {}

}  // namespace

Result<std::optional<Unwrapped>> unwrap_pdf(const std::string& bytes, const std::string& file_name,
                                            const Limits& limits) {
    if (bytes.substr(0, 1024).find("%PDF-") == std::string::npos) return std::optional<Unwrapped>();
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return damaged(file_name, "PDF 过大");
    poppler::set_debug_error_function(&say_nothing, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return damaged(file_name, "PDF 已损坏");
    if (document->is_locked()) return damaged(file_name, "PDF 加了密码");
    std::string text;
    for (int number = 0; number < std::min(document->pages(), most_pages); ++number) {
        const std::unique_ptr<poppler::page> page(document->create_page(number));
        if (page) text += page_text(*page);
        text += '\n';
        if (text.size() > limits.bytes) {
            return Error{Fault::too_large,   "E-INTAKE-002", file_name,
                         "PDF 中的文字过多", "不超过上限",   "请拆分后分别上传"};
        }
    }
    Unwrapped out;
    out.characters = text::decode(text);
    out.encoding = "UTF-8";
    out.container = "pdf";
    const auto written =
        std::count_if(out.characters.begin(), out.characters.end(),
                      [](char32_t c) { return text::is_han(c) || text::is_latin(c); });
    if (written < 5) return pictures_only(file_name);
    return std::optional(std::move(out));
}

}  // namespace anmin::document
