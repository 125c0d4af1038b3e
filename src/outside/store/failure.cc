#include "store/failure.h"

#include <array>
#include <utility>

namespace anmin::store {
namespace {

struct Entry {
    Refusal refusal;
    Fault fault;
    const char* code;
    const char* finding;
    const char* expectation;
    const char* next_step;
};

constexpr std::array entries{
    Entry{Refusal::cannot_open, Fault::unavailable, "E-STORE-001", "无法打开数据库",
          "目录存在且本程序有读写权限", "请检查路径、目录和权限后重试"},
    Entry{Refusal::not_a_database, Fault::unavailable, "E-STORE-002", "文件不是数据库或已损坏",
          "本程序建立的数据库文件", "请核对路径；如已损坏，请用最近的备份恢复（anmin restore）"},
    Entry{Refusal::newer_version, Fault::unsupported, "E-STORE-003", "数据库由更新版本的程序建立",
          "不高于本程序的数据库版本", "请升级程序后再打开；不要用旧程序改写"},
    Entry{Refusal::read_only, Fault::unavailable, "E-STORE-004", "数据库只读，无法写入",
          "可写的数据库文件和目录", "请检查文件、目录和磁盘的写权限"},
    Entry{Refusal::full_disk, Fault::unavailable, "E-STORE-005",
          "磁盘空间不足，本次没有写入任何内容", "数据库所在磁盘有可用空间",
          "请清理磁盘或扩容后重试"},
    Entry{Refusal::gone, Fault::unavailable, "E-STORE-006", "数据库服务器无法连接或连接中断",
          "数据库服务器正在运行且可以访问", "请检查数据库服务和网络；重试时请使用同一个幂等键"},
    Entry{Refusal::in_use, Fault::unavailable, "E-STORE-007", "另一个进程正在写这个数据库",
          "同一数据库文件只有一个写入进程", "请先停止另一个进程，或以只读方式打开"},
    Entry{Refusal::busy, Fault::busy, "E-STORE-008", "系统繁忙，等待处理的请求已满", "排队有空位",
          "请稍候几秒再试"},
    Entry{Refusal::stale, Fault::stale, "E-STORE-009", "内容已被他人更新", "以最新版本为准提交",
          "请刷新后核对再提交"},
    Entry{Refusal::other_request, Fault::conflict, "E-STORE-010", "同一个幂等键已用于另一个请求",
          "每个新请求使用新的幂等键", "请更换幂等键后重新提交"},
    Entry{Refusal::unique, Fault::conflict, "E-STORE-011", "与已有记录重复", "唯一的编号或登录名",
          "请更换后重试"},
    Entry{Refusal::foreign_key, Fault::conflict, "E-STORE-012", "引用了不存在的记录",
          "被引用的单位、岗位或账号已经建立", "请先建立被引用的记录"},
    Entry{Refusal::check, Fault::invalid, "E-STORE-013", "数据表不接受这个值", "类型和范围正确的值",
          "请核对输入；如反复出现请联系管理员"},
    Entry{Refusal::serialization, Fault::busy, "E-STORE-014", "与另一台服务器同时写入而冲突",
          "稍后可以成功", "请重试"},
    Entry{Refusal::unknown_event, Fault::unsupported, "E-STORE-015",
          "日志中有本程序不认识的事件种类", "本程序已知的事件种类", "请升级程序后再打开"},
    Entry{Refusal::newer_event, Fault::unsupported, "E-STORE-016", "事件正文的格式版本比本程序新",
          "不高于本程序的格式版本", "请升级程序后再打开"},
    Entry{Refusal::bad_body, Fault::unavailable, "E-STORE-017", "记录的正文无法读回",
          "符合格式的正文", "请运行 anmin log verify 核对日志，必要时从备份恢复"},
    Entry{Refusal::bad_projection, Fault::conflict, "E-STORE-018", "事件与现有记录不符",
          "对象存在且处于允许这一步的状态", "请刷新后核对"},
    Entry{Refusal::bad_text, Fault::invalid, "E-STORE-019", "文本不是有效的 UTF-8 或含有空字符",
          "有效的 UTF-8 文本", "请重新输入或转换编码"},
    Entry{Refusal::target_exists, Fault::conflict, "E-STORE-020", "目标已有内容，不会覆盖",
          "空的目标", "请换一个位置，或先自行移走原有内容"},
    Entry{Refusal::bad_copy, Fault::unavailable, "E-STORE-021", "副本没有通过校验",
          "与日志一致的副本", "请重新备份；如仍失败请运行 anmin log verify"},
    Entry{Refusal::bad_page_key, Fault::invalid, "E-STORE-022", "分页标记无效",
          "上一页返回的 next 值", "请从第一页重新查询"},
    Entry{Refusal::empty_commit, Fault::invalid, "E-STORE-023", "提交中没有事件", "至少一个事件",
          "请检查请求内容"},
    Entry{Refusal::bad_divisions, Fault::invalid, "E-STORE-024", "区划数据与摘要不符或顺序有误",
          "按代码排序且与摘要一致的区划", "请重新取得区划数据后导入"},
    Entry{Refusal::not_anmin, Fault::unsupported, "E-STORE-025", "这是其他程序的数据库",
          "空库或本程序建立的数据库", "请换一个文件或模式（schema）"},
    Entry{Refusal::dated_divisions, Fault::conflict, "E-STORE-026", "不能整体替换区划数据",
          "还没有登记过区划变更的数据库", "用区划变更逐项登记，或导入到新的数据库"},
    Entry{Refusal::other, Fault::unavailable, "E-STORE-099", "数据库操作失败", "操作成功",
          "请把错误代码和时间告知管理员"},
};

const Entry& entry_of(Refusal refusal) {
    for (const Entry& entry : entries) {
        if (entry.refusal == refusal) return entry;
    }
    CHECK(false, "every Refusal has an entry");
}

}  // namespace

Error failure(Refusal refusal, std::string place, const std::string& detail) {
    const Entry& entry = entry_of(refusal);
    std::string finding = entry.finding;
    if (!detail.empty()) finding += "（" + detail + "）";
    return Error{entry.fault,        entry.code,        std::move(place),
                 std::move(finding), entry.expectation, entry.next_step};
}

bool is(const Error& error, Refusal refusal) { return error.code == entry_of(refusal).code; }

}  // namespace anmin::store
