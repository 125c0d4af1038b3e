#include "http/refusal.h"

namespace anmin::http {
namespace {

std::string size_text(std::uint64_t bytes) {
    constexpr std::uint64_t kibi = 1024;
    if (bytes >= kibi * kibi) return std::to_string(bytes / (kibi * kibi)) + " MiB";
    if (bytes >= kibi) return std::to_string(bytes / kibi) + " KiB";
    return std::to_string(bytes) + " 字节";
}

Refusal busy(std::string code, std::string finding) {
    return {503,
            {Fault::busy, std::move(code), "服务器", std::move(finding), "有空闲时办理",
             "请等待几秒后重试；本次请求没有改动任何数据"}};
}

}  // namespace

Refusal malformed(const std::string& finding) {
    return {400,
            {Fault::invalid, "E-HTTP-010", "HTTP 请求", finding, "符合 HTTP/1.1（RFC 9112）的请求",
             "检查发出请求的程序；用浏览器访问时请刷新页面重试"}};
}

Refusal head_too_large(std::size_t limit) {
    return {431,
            {Fault::too_large, "E-HTTP-011", "HTTP 请求头", "请求行或请求头过长",
             "合计不超过 " + size_text(limit), "清除本站 Cookie 或缩短网址后重试"}};
}

Refusal bad_target() {
    return {400,
            {Fault::invalid, "E-HTTP-012", "网址", "网址的百分号编码有误，或不是 UTF-8 文字",
             "以 / 开头、按 UTF-8 百分号编码的网址", "检查网址；从页面上的链接进入"}};
}

Refusal bad_host() {
    return {400,
            {Fault::invalid, "E-HTTP-013", "Host 请求头", "没有或不止一个 Host", "恰好一个 Host",
             "检查发出请求的程序或中间的代理"}};
}

Refusal bad_version() {
    return {505,
            {Fault::unsupported, "E-HTTP-014", "HTTP 请求", "不支持的 HTTP 版本",
             "HTTP/1.0 或 HTTP/1.1", "改用 HTTP/1.1；需要 HTTP/2 时在前面加反向代理"}};
}

Refusal bad_expectation() {
    return {417,
            {Fault::unsupported, "E-HTTP-015", "Expect 请求头", "不认识的 Expect", "100-continue",
             "去掉 Expect 请求头后重试"}};
}

Refusal bad_transfer_coding() {
    return {501,
            {Fault::unsupported, "E-HTTP-016", "Transfer-Encoding 请求头", "不支持的传输编码",
             "chunked", "改用 Content-Length 或 chunked 发送正文"}};
}

Refusal too_slow() {
    return {408,
            {Fault::invalid, "E-HTTP-017", "HTTP 请求", "请求在时限内没有到齐", "及时发完请求",
             "检查网络后重试"}};
}

Refusal no_route() {
    return {404,
            {Fault::missing, "E-HTTP-020", "网址", "没有这个接口或页面",
             "contract/openapi.yaml 中的接口", "检查网址；从页面上的链接进入"}};
}

Refusal no_method(const std::string& allowed) {
    return {405,
            {Fault::unsupported, "E-HTTP-021", "HTTP 方法", "该网址不支持此方法", allowed,
             "按 contract/openapi.yaml 改用支持的方法"}};
}

Refusal bad_content_type(const std::string& wanted) {
    return {415,
            {Fault::unsupported, "E-HTTP-022", "Content-Type 请求头", "正文的类型不对", wanted,
             "以 Content-Type: " + wanted + " 发送正文"}};
}

Refusal body_too_large(std::uint64_t limit) {
    return {413,
            {Fault::too_large, "E-HTTP-023", "请求正文", "正文超过上限",
             "不超过 " + size_text(limit), "减小文件或拆分后分别提交"}};
}

Refusal bad_json(const std::string& place, const std::string& finding) {
    return {400,
            {Fault::invalid, "E-HTTP-024", place, finding, "一个 JSON 值（RFC 8259）",
             "检查该位置前后的引号、逗号和括号"}};
}

Refusal bad_fields(const std::string& place, const std::string& finding) {
    return {400,
            {Fault::invalid, "E-HTTP-025", place, finding, "符合 contract/openapi.yaml 的正文",
             "逐项改正所列字段后重试"}};
}

Refusal bad_parameter(std::string_view name, const std::string& finding,
                      const std::string& expectation) {
    return {400,
            {Fault::invalid, "E-HTTP-026", "查询参数 " + std::string(name), finding, expectation,
             "改正该参数后重试"}};
}

Refusal no_version() {
    return {428,
            {Fault::invalid, "E-HTTP-027", "If-Match 请求头", "没有说明依据的是哪个版本",
             "读取时得到的 ETag", "重新打开该记录，核对后再提交"}};
}

Refusal bad_version_tag() {
    return {400,
            {Fault::invalid, "E-HTTP-028", "If-Match 请求头", "不是本系统给出的版本标记",
             "读取时得到的 ETag，形如 \"3\"", "原样发送读取该记录时得到的 ETag"}};
}

Refusal bad_key() {
    return {400,
            {Fault::invalid, "E-HTTP-029", "Idempotency-Key 请求头", "长度或字符不符合要求",
             "1 至 64 个可见 ASCII 字符", "每次办理换用一个新的随机标识"}};
}

Refusal foreign_site() {
    return {403,
            {Fault::denied, "E-HTTP-030", "请求来源", "请求由别的网站发起", "由本系统的页面发起",
             "打开本系统的页面办理；经代理访问的，请管理员核对代理传递的 Host"}};
}

Refusal no_session() {
    return {401,
            {Fault::unidentified, "E-HTTP-031", "登录状态", "没有登录", "登录后的会话",
             "请先登录再办理"}};
}

Refusal queue_full() { return busy("E-HTTP-040", "同时办理的请求过多，排队已满"); }
Refusal no_body_memory() { return busy("E-HTTP-041", "正在接收的文件过多"); }
Refusal waited_too_long() { return busy("E-HTTP-042", "请求排队时间过长"); }
Refusal too_many_followers() { return busy("E-HTTP-043", "实时更新的连接过多"); }
Refusal too_many_connections() { return busy("E-HTTP-044", "连接过多"); }

Refusal broken() {
    return {500,
            {Fault::unavailable, "E-HTTP-050", "服务器", "程序出现未预料的错误，请求没有办理完成",
             "正常办理", "请把请求编号告知系统管理员，凭编号可在日志中查到"}};
}

}  // namespace anmin::http
