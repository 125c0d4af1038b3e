#include "files/data_file.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "files/load.h"
#include "text/utf8.h"

namespace anmin::files {

Result<DataFile> DataFile::open(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in.good() && text.empty()) {
        return Error{Fault::unavailable,
                     "E-FILES-001",
                     path.string(),
                     "数据文件读不出来",
                     "安装目录 packages 下应有此文件",
                     "请检查安装是否完整、程序是否有读取权限"};
    }
    DataFile out;
    out.place_ = path.filename().string();
    out.root_ = TRY(json::parse(text, out.place_));
    return out;
}

std::vector<std::u32string> decode_all(const std::vector<std::string>& words) {
    std::vector<std::u32string> out;
    out.reserve(words.size());
    for (const std::string& word : words) out.push_back(text::decode(word));
    return out;
}

Result<std::vector<std::string>> DataFile::strings(std::string_view key) const {
    return json::get_strings(root_, key, place_);
}

Result<text::Matcher> DataFile::words(std::string_view key) const {
    return text::Matcher(decode_all(TRY(strings(key))));
}

Result<text::Matcher> numbered_words(const DataFile& file, std::string_view key,
                                     const std::vector<std::string>& names) {
    const json::Object* const lists = TRY(json::get_object(file.root(), key, file.place()));
    const std::string place = file.place() + "." + std::string(key);
    std::vector<std::pair<std::u32string, std::int32_t>> words;
    for (const auto& member : *lists) {
        const std::string name(member.key());
        const auto at = std::find(names.begin(), names.end(), name);
        if (at == names.end()) {
            return Error{Fault::invalid, "E-FILES-002",        place + "." + name,
                         "不认识的类别", "程序所知的类别之一", "请更正类别名，或升级程序"};
        }
        const auto number = static_cast<std::int32_t>(at - names.begin());
        for (const std::string& word : TRY(json::get_strings(json::Value(*lists), name, place))) {
            words.emplace_back(text::decode(word), number);
        }
    }
    return text::Matcher(words);
}

namespace {

using Masks = std::map<std::u32string, std::int32_t>;

text::Matcher matcher_of(const Masks& masks) {
    return text::Matcher(
        std::vector<std::pair<std::u32string, std::int32_t>>(masks.begin(), masks.end()));
}

}  // namespace

std::filesystem::path find_packages() {
    if (const char* const named = std::getenv("ANMIN_PACKAGES")) return named;
    std::error_code fault;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", fault).parent_path();
    while (!fault && !folder.empty()) {
        if (std::filesystem::is_directory(folder / "packages" / "intake", fault))
            return folder / "packages";
        if (folder == folder.parent_path()) break;
        folder = folder.parent_path();
    }
    return "packages";
}

Result<Domains> load_domains(const std::filesystem::path& packages) {
    const DataFile file = TRY(DataFile::open(packages / "intake" / "domains.json"));
    const json::Array* const list = TRY(json::get_array(file.root(), "domains", file.place()));
    if (list->size() > 30) {
        return Error{Fault::invalid,   "E-FILES-002", file.place(),
                     "领域超过 30 个", "至多 30 个",  "请合并"};
    }
    Domains out;
    Masks strong;
    Masks weak;
    for (const json::Value& entry : *list) {
        const std::string place =
            file.place() + ".domains[" + std::to_string(out.names.size()) + "]";
        const std::int32_t bit = 1 << out.names.size();
        out.names.push_back(TRY(json::get_string(entry, "name", place)));
        out.cutting |= json::is_true(entry, "cuts") ? bit : 0;
        out.study |= json::is_true(entry, "study") ? bit : 0;
        for (const auto& word : decode_all(TRY(json::get_strings(entry, "words", place))))
            strong[word] |= bit;
        for (const auto& word : decode_all(TRY(json::get_strings(entry, "weak", place))))
            weak[word] |= bit;
    }
    out.words = matcher_of(strong);
    out.weak_words = matcher_of(weak);
    return out;
}

}  // namespace anmin::files
