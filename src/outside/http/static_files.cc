#include "http/static_files.h"

#include <array>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>
#include <zlib.h>

#include "http/gzip.h"

namespace anmin::http {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 256ULL << 20U;
constexpr std::string_view hashed_folder = "assets/";  // Vite puts hashed names there, nothing else

struct Type {
    std::string_view ending;
    std::string_view type;
    bool packs;  // is it worth packing?
};
constexpr std::array<Type, 15> types{{
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".json", "application/json", true},
    {".webmanifest", "application/manifest+json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".map", "application/json", true},
    {".wasm", "application/wasm", true},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".ico", "image/x-icon", false},
    {".woff2", "font/woff2", false},
    {".woff", "font/woff", false},
}};

constexpr std::string_view not_built =
    "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>安民</title>"
    "<style>body{font-family:sans-serif;max-width:40em;margin:4em auto;line-height:1.7}</style>"
    "<h1>网页尚未构建</h1><p>服务器运行正常，接口在 <code>/api/v1</code>，但没有找到网页文件。</p>"
    "<p>在项目目录运行 <code>tools/web</code>，然后重新启动服务器。</p>"
    "<h1>The web pages are not built</h1><p>The server runs; its interface is under "
    "<code>/api/v1</code>. "
    "Run <code>tools/web</code> in the project's folder and start the server again.</p></html>";

Error cannot_load(const fs::path& folder, const std::string& finding) {
    return {Fault::unavailable,
            "E-HTTP-004",
            "网页文件夹 " + folder.string(),
            finding,
            "构建好的网页文件（含 index.html，合计不超过 256 MiB）",
            "运行 tools/web 重新构建，或用 --web 指明文件夹"};
}

Type type_of(std::string_view path) {
    for (const Type& known : types) {
        if (path.ends_with(known.ending)) return known;
    }
    return {"", "application/octet-stream", false};
}

std::string joined(const std::vector<std::string>& segments) {
    std::string path;
    for (const std::string& segment : segments) path += (path.empty() ? "" : "/") + segment;
    return path;
}

bool wants_page(const Request& request) {
    const auto accept = request.find_header("accept");
    return accept && lists_token(*accept, "text/html");
}

}  // namespace

StaticFiles::StaticFiles() {
    files_.emplace("index.html", file_of("index.html", std::string(not_built)));
}

StaticFiles::File StaticFiles::file_of(const std::string& path, std::string bytes) {
    constexpr int smallest = 9;
    const Type type = type_of(path);
    File file;
    file.type = type.type;
    file.is_hashed = path.starts_with(hashed_folder);
    const auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    file.tag = "\"" + std::to_string(bytes.size()) + "-" + std::to_string(sum) + "\"";
    if (type.packs) {
        std::string packed = gzipped(bytes, smallest);
        if (packed.size() < bytes.size())
            file.packed = std::make_shared<std::string>(std::move(packed));
    }
    file.plain = std::make_shared<std::string>(std::move(bytes));
    return file;
}

Result<StaticFiles> StaticFiles::load(const fs::path& folder) {
    StaticFiles loaded;
    loaded.files_.clear();
    std::uint64_t total = 0;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (!entry->is_regular_file(error)) continue;
        std::ifstream stream(entry->path(), std::ios::binary);
        std::ostringstream bytes;
        if (entry->file_size(error) > 0) bytes << stream.rdbuf();
        if (error || !stream)
            return cannot_load(folder, "不能读取 " + entry->path().filename().string());
        total += bytes.view().size();
        if (total > most_bytes) return cannot_load(folder, "文件合计过大");
        const std::string path = entry->path().lexically_relative(folder).generic_string();
        loaded.files_.emplace(path, file_of(path, std::move(bytes).str()));
    }
    if (error) return cannot_load(folder, "不能读取：" + error.message());
    if (!loaded.files_.contains("index.html")) return cannot_load(folder, "没有 index.html");
    return loaded;
}

std::optional<Response> StaticFiles::find(const Request& request) const {
    if (request.method != "GET" && !request.is_head()) return std::nullopt;
    const auto found = files_.find(request.path.empty() ? "index.html" : joined(request.path));
    if (found != files_.end()) return response_of(found->second, request);
    if (!wants_page(request)) return std::nullopt;
    return response_of(files_.at("index.html"), request);
}

Response StaticFiles::response_of(const File& file, const Request& request) {
    Response response;
    response.set("ETag", file.tag);
    response.set("Vary", "Accept-Encoding");
    response.set("Cache-Control",
                 file.is_hashed ? "public, max-age=31536000, immutable" : "no-cache");
    if (lists_token(request.find_header("if-none-match").value_or(""), file.tag)) {
        response.status = 304;
        return response;
    }
    response.set("Content-Type", file.type);
    const bool packed =
        file.packed && accepts_gzip(request.find_header("accept-encoding").value_or(""));
    if (packed) response.set("Content-Encoding", "gzip");
    response.body = packed ? file.packed : file.plain;
    return response;
}

}  // namespace anmin::http
