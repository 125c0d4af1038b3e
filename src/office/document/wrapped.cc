#include "document/wrapped.h"

#include <array>

#include "document/wrapped_kinds.h"

namespace anmin::document {
namespace {

struct Signature {
    std::string_view bytes;
    const char* what;
};

constexpr std::array<Signature, 9> foreign = {
    {{"\xD0\xCF\x11\xE0", "旧版 Office 文件（.doc、.xls、.wps）"},
     {"\x89PNG", "图片"},
     {"\xFF\xD8\xFF", "图片"},
     {"GIF8", "图片"},
     {"Rar!", "压缩包"},
     {"7z\xBC\xAF", "压缩包"},
     {"\x1F\x8B", "压缩包"},
     {"\x7F"
      "ELF",
      "程序文件"},
     {"MZ\x90", "程序文件"}}};

}  // namespace

Result<std::optional<Unwrapped>> unwrap(const std::string& bytes, const std::string& file_name,
                                        const Limits& limits) {
    for (const Signature& signature : foreign) {
        if (!bytes.starts_with(signature.bytes)) continue;
        return Error{Fault::unsupported,
                     "E-INTAKE-007",
                     file_name,
                     std::string("这是") + signature.what + "，本系统不直接读取",
                     "文本、网页、Markdown、JSON、邮件、docx 或带文字的 PDF",
                     "请另存为 docx 或 PDF，或先解压后逐个上传"};
    }
    if (auto docx = TRY(unwrap_docx(bytes, file_name, limits))) return docx;
    if (auto pdf = TRY(unwrap_pdf(bytes, file_name, limits))) return pdf;
    return unwrap_mime(bytes);
}

}  // namespace anmin::document
