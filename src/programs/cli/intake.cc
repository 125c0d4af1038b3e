#include "cli/intake.h"

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/intake_output.h"
#include "directive/book.h"
#include "directive/propose.h"
#include "document/read.h"
#include "files/load.h"
#include "sheets/task_book.h"

namespace anmin::cli {
namespace {

constexpr const char* usage =
    "anmin intake FILE… [--format json|table|xlsx|docx] [--out PATH]，FILE 为 - 时读标准输入；"
    "xlsx、docx 须用 --out 指明文件";

struct Order {
    std::vector<std::string> files;
    std::string format = "json";
    std::string out;
};

Error not_understood_word(const std::string& word, const std::string& finding) {
    return {Fault::invalid, "E-CLI-001", word, finding, usage, "请按用法重新输入"};
}

// The two formats that are one file for all that was read.
bool is_book(const std::string& format) { return format == "xlsx" || format == "docx"; }

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
    const bool book = is_book(order.format);
    if (order.format != "json" && order.format != "table" && !book)
        return not_understood_word("--format " + order.format, "不认识的格式");
    if (book && order.out.empty())
        return not_understood_word("--format " + order.format, "没有用 --out 指明写到哪个文件");
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

struct Read {
    document::Reading reading;
    std::vector<directive::Candidate> candidates;
};

Result<Read> read_file(const std::string& file, const document::Lexicon& lexicon,
                       const directive::Frames& frames) {
    const document::Limits limits;
    const std::string bytes = TRY(bytes_of(file, limits));
    Read read;
    read.reading = TRY(document::read(bytes, file, lexicon, limits));
    read.candidates = directive::propose_all(read.reading, frames);
    return read;
}

Error cannot_write(const Order& order, const char* finding) {
    return {Fault::unavailable,
            "E-INTAKE-009",
            order.out.empty() ? "标准输出" : order.out,
            finding,
            "可写的路径，足够的空间",
            "请检查目录、权限和磁盘"};
}

calendar::Date today() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return calendar::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()}
        .date_in_china();
}

// Every draft of every file in one table; drafts have no key, so that none can be taken for a task.
Result<std::string> draft_book(const std::vector<Read>& all, const std::string& format) {
    sheets::TaskBook book{"任务分解表（草稿，未经确认）", "", today(), {}};
    for (const Read& read : all) {
        for (const directive::Candidate& draft : read.candidates)
            book.lines.push_back({"", directive::book_entry(draft)});
    }
    return format == "xlsx" ? sheets::task_book_workbook(book) : sheets::task_book_document(book);
}

Result<int> run(const Order& order) {
    const auto packages = files::find_packages();
    const document::Lexicon lexicon = TRY(files::load_lexicon(packages));
    const directive::Frames frames = TRY(files::load_frames(packages));
    std::ofstream written;
    if (!order.out.empty()) {
        written.open(order.out, std::ios::binary | std::ios::trunc);
        if (!written) return cannot_write(order, "写不了这个文件");
    }
    std::ostream& out = order.out.empty() ? std::cout : written;
    int failed = 0;
    std::vector<Read> kept;  // for a book only: the other formats are written file by file
    for (const std::string& file : order.files) {
        Result<Read> read = read_file(file, lexicon, frames);
        if (!read.ok()) {
            std::cerr << read.error().text() << "\n";
            failed = 1;
            continue;
        }
        const auto& [reading, candidates] = read.value();
        if (order.format == "json") out << intake_json(file, reading, candidates) << "\n";
        if (order.format == "table") out << intake_table(file, reading, candidates) << "\n";
        if (is_book(order.format)) kept.push_back(std::move(read).value());
    }
    if (is_book(order.format)) out << TRY(draft_book(kept, order.format));
    out.flush();
    return out ? Result<int>(failed) : cannot_write(order, "写到一半失败");
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
