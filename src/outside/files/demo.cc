#include "files/demo.h"

#include <algorithm>

#include "authority/roles.h"
#include "files/data_file.h"

namespace anmin::files {
namespace {

Error wrong(const char* code, std::string place, std::string finding, std::string expectation) {
    return {Fault::invalid,         code,
            std::move(place),       std::move(finding),
            std::move(expectation), "修改 packages/demo/office.json 后重试"};
}

// SPEC: ident::Id: ASCII without spaces, at most 64 characters. Logins keep the same rule.
bool is_identifier(const std::string& text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string member(const std::string& place, std::string_view key) {
    return place + "." + std::string(key);
}

std::string item(const std::string& place, std::string_view key, std::size_t index) {
    return member(place, key) + "[" + std::to_string(index) + "]";
}

Result<std::string> get_text(const json::Value& object, std::string_view key,
                             const std::string& place) {
    std::string text = TRY(json::get_string(object, key, place));
    if (text.empty()) return wrong("E-DEMO-007", member(place, key), "空文本", "至少一个字符");
    return text;
}

// A misspelt member would silently be left out.
Result<void> only_members(const json::Value& value, const std::set<std::string_view>& known,
                          const std::string& place) {
    if (!value.is_object()) return wrong("E-DEMO-007", place, "不是对象", "一个对象");
    for (const auto& entry : value.get_object()) {
        const std::string key(entry.key());
        if (known.contains(key)) continue;
        std::string list;
        for (const std::string_view one : known)
            list += (list.empty() ? "" : "、") + std::string(one);
        return wrong("E-DEMO-007", place, "多出的字段“" + key + "”", "只有：" + list);
    }
    return {};
}

Result<authority::Role> role_of(const std::string& name, const std::string& place) {
    const auto role = authority::role_named(name);
    if (role) return *role;
    std::string known;
    for (const authority::Role one : authority::all_roles) {
        known += (known.empty() ? "" : "、") + std::string(authority::name_of(one));
    }
    return wrong("E-DEMO-005", place, "“" + name + "”", known + " 之一");
}

// Walks the file once; units hold posts, posts hold accounts, so that no reference can dangle.
class OfficeReader {
public:
    Result<DemoOffice> read(const DataFile& file) {
        TRY(only_members(file.root(), {"about", "units"}, file.place()));
        TRY(get_text(file.root(), "about", file.place()));
        const json::Array* const units = TRY(json::get_array(file.root(), "units", file.place()));
        for (std::size_t i = 0; i < units->size(); ++i) {
            TRY(read_unit((*units)[i], item(file.place(), "units", i)));
        }
        TRY(put_in_order(file.place()));
        return std::move(office_);
    }

private:
    Result<void> read_unit(const json::Value& value, const std::string& place) {
        TRY(only_members(value, {"id", "name", "division", "posts"}, place));
        organisation::Unit unit;
        unit.id = {TRY(identifier(value, "id", "unit", place))};
        unit.name = TRY(get_text(value, "name", place));
        const std::string digits = TRY(json::get_string(value, "division", place));
        const auto division = ident::DivisionCode::parse(digits);
        if (!division) {
            return wrong("E-DEMO-003", member(place, "division"), "“" + digits + "”",
                         "2、4、6、9 或 12 位区划代码，全国为 0");
        }
        unit.division = *division;
        office_.units.push_back(unit);
        const json::Array* const posts = TRY(json::get_array(value, "posts", place));
        for (std::size_t i = 0; i < posts->size(); ++i) {
            TRY(read_post(unit, (*posts)[i], item(place, "posts", i)));
        }
        return {};
    }

    Result<void> read_post(const organisation::Unit& unit, const json::Value& value,
                           const std::string& place) {
        TRY(only_members(value, {"id", "title", "holder", "account"}, place));
        organisation::Post post;
        post.id = {TRY(identifier(value, "id", "post", place))};
        post.title = TRY(get_text(value, "title", place));
        post.unit = unit.id;
        post.unit_name = unit.name;
        post.division = unit.division;
        post.holder = TRY(get_text(value, "holder", place));
        // No real person may pass for demonstration data, and none of it for real.
        if (post.holder.find("演示") == std::string::npos) {
            return wrong("E-DEMO-004", member(place, "holder"), "“" + post.holder + "”",
                         "注明“演示”的虚构姓名");
        }
        office_.posts.push_back(post);
        const json::Value* const account = value.get_object().if_contains("account");
        if (account == nullptr) return {};
        return read_account(post, *account, member(place, "account"));
    }

    Result<void> read_account(const organisation::Post& post, const json::Value& value,
                              const std::string& place) {
        TRY(only_members(value, {"login", "roles", "order", "story_zh", "story_en"}, place));
        DemoAccount account;
        account.login = TRY(identifier(value, "login", "login", place));
        account.name = post.holder;
        account.post = post.id;
        account.story_zh = TRY(get_text(value, "story_zh", place));
        account.story_en = TRY(get_text(value, "story_en", place));
        account.order = TRY(json::get_integer(value, "order", place));
        const auto roles = TRY(json::get_strings(value, "roles", place));
        if (roles.empty()) {
            return wrong("E-DEMO-005", member(place, "roles"), "没有职责", "至少一项职责");
        }
        for (std::size_t i = 0; i < roles.size(); ++i) {
            account.roles.insert(TRY(role_of(roles[i], item(place, "roles", i))));
        }
        office_.accounts.push_back(std::move(account));
        return {};
    }

    Result<std::string> identifier(const json::Value& object, std::string_view key,
                                   const char* kind, const std::string& place) {
        std::string id = TRY(json::get_string(object, key, place));
        if (!is_identifier(id)) {
            return wrong("E-DEMO-001", member(place, key), "“" + id + "”",
                         "小写字母、数字和连字符，1 至 64 个");
        }
        if (!seen_.insert(std::string(kind) + " " + id).second) {
            return wrong("E-DEMO-002", member(place, key), "“" + id + "”在前面已经用过",
                         "每个编号只用一次");
        }
        return id;
    }

    Result<void> put_in_order(const std::string& place) {
        auto& accounts = office_.accounts;
        std::sort(accounts.begin(), accounts.end(),
                  [](const auto& left, const auto& right) { return left.order < right.order; });
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            const auto expected = static_cast<std::int64_t>(i) + 1;
            if (accounts[i].order == expected) continue;
            return wrong("E-DEMO-006", place + " 账号“" + accounts[i].login + "”的 order",
                         std::to_string(accounts[i].order),
                         "从 1 起不重不漏，此处应为 " + std::to_string(expected));
        }
        return {};
    }

    std::set<std::string> seen_;
    DemoOffice office_;
};

}  // namespace

Result<DemoOffice> load_demo(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "demo" / "office.json"));
    return OfficeReader().read(file);
}

}  // namespace anmin::files
