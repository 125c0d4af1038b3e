#include "cli/intake.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/intake_output.h"
#include "directive/propose.h"
#include "document/read.h"
#include "files/load.h"

namespace anmin::cli {
namespace {

constexpr const char* usage =
    "anmin intake FILE… [--format json|table] [--out PATH]，FILE 为 - 时读标准输入";

struct Order {
    std::vector<std::string> files;
    std::string format = "json";
    std::string out;
};

Error not_understood_word(const std::string& word, const std::string& finding) {
    return {Fault::invalid, "E-CLI-001", word, finding, usage, "请按用法重新输入"};
}

Result<Order> parse_order(const std::vector<std::string>& args) {
    Order order;
    for (std::size_t at = 0; at < args.size(); ++at) {
        std::string word = args[at];
        std::string value;
        const std::size_t equals = word.find('=');
        if (word.starts_with("--") && equals != std::string::npos) {
            value = word.substr(equals + 1);
            word.resize(equals);
        } else if (word == "--format" || word == "--out") {
            if (at + 1 >= args.size()) return not_understood_word(word, "选项后面缺少取值");
            value = args[++at];
        }
        if (word == "--format") {
            order.format = value;
        } else if (word == "--out") {
            order.out = value;
        } else if (word.starts_with("--")) {
            return not_understood_word(word, "不认识的选项");
        } else {
            order.files.push_back(word);
        }
    }
    if (order.files.empty()) return not_understood_word("FILE", "没有给出文件");
    if (order.format != "json" && order.format != "table")
        return not_understood_word("--format " + order.format, "不认识的格式");
    return order;
}

Error unreadable(const std::string& file) {
    return {Fault::unavailable,     "E-INTAKE-008",   file,
            "文件不存在或读不出来", "一个可读的文件", "请检查路径和读取权限"};
}

// At most one byte over the limit is read: a larger file is refused without filling the memory.
Result<std::string> bytes_of(const std::string& file, const document::Limits& limits) {
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
        if (!opened || opened.peek() == std::ifstream::traits_type::eof()) {
            if (!opened.is_open() || opened.bad()) return unreadable(file);
            return std::string();
        }
    }
    std::istream& in = file == "-" ? std::cin : opened;
    std::string bytes;
    std::vector<char> room(1U << 20U);
    while (bytes.size() <= limits.bytes) {
        in.read(room.data(), static_cast<std::streamsize>(room.size()));
        const auto got = static_cast<std::size_t>(in.gcount());
        if (got == 0) break;
        bytes.append(room.data(), got);
    }
    return in.bad() ? Result<std::string>(unreadable(file)) : Result<std::string>(std::move(bytes));
}

Result<std::string> report_on(const std::string& file, const Order& order,
                              const document::Lexicon& lexicon, const directive::Frames& frames) {
    const document::Limits limits;
    const std::string bytes = TRY(bytes_of(file, limits));
    const document::Reading reading = TRY(document::read(bytes, file, lexicon, limits));
    const auto candidates = directive::propose_all(reading, frames);
    return order.format == "json" ? intake_json(file, reading, candidates)
                                  : intake_table(file, reading, candidates);
}

Result<int> run(const Order& order) {
    const auto packages = files::find_packages();
    const document::Lexicon lexicon = TRY(files::load_lexicon(packages));
    const directive::Frames frames = TRY(files::load_frames(packages));
    std::ofstream written;
    if (!order.out.empty()) {
        written.open(order.out, std::ios::binary | std::ios::trunc);
        if (!written)
            return Error{Fault::unavailable, "E-INTAKE-009", order.out,
                         "写不了这个文件",   "可写的路径",   "请检查目录和权限"};
    }
    std::ostream& out = order.out.empty() ? std::cout : written;
    int failed = 0;
    for (const std::string& file : order.files) {
        const Result<std::string> report = report_on(file, order, lexicon, frames);
        if (!report.ok()) {
            std::cerr << report.error().text() << "\n";
            failed = 1;
            continue;
        }
        out << report.value() << "\n";
    }
    out.flush();
    if (!out)
        return Error{Fault::unavailable, "E-INTAKE-009", order.out.empty() ? "标准输出" : order.out,
                     "写到一半失败",     "足够的空间",   "请检查磁盘"};
    return failed;
}

}  // namespace

int run_intake(const std::vector<std::string>& args) {
    const Result<Order> order = parse_order(args);
    if (!order.ok()) {
        std::cerr << order.error().text() << "\n";
        return 2;
    }
    const Result<int> done = run(order.value());
    if (done.ok()) return done.value();
    std::cerr << done.error().text() << "\n";
    return 1;
}

}  // namespace anmin::cli
