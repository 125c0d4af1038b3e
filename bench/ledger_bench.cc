// The fan-out of one order (31 provinces, 2,800 counties, 40,000 townships) as one command, and a
// ledger of many tasks filtered and sorted.
//
//   bench_ledger URL [TASKS]     an empty database: a file's path or postgresql://…; 1,000,000
//   tasks

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "directive/spread.h"
#include "row.h"
#include "store/store.h"

namespace anmin::bench {
namespace {

void must(bool good, const std::string& what) {
    if (good) return;
    std::cerr << "bench_ledger: " << what << "\n";
    std::exit(1);
}
template <class T>
T must(Result<T> result) {
    must(result.ok(), result.ok() ? "" : result.error().text());
    return std::move(result).value();
}

calendar::Instant now() {
    return calendar::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count()};
}
calendar::Date day(int after) { return calendar::Date::parse("2025-01-01")->plus_days(after); }
ident::DivisionCode code(const std::string& digits) {
    return ident::DivisionCode::parse(digits).value_or(ident::DivisionCode());
}

const directive::Officer officer{{"bench"}, "测试员", "综合科科员"};
const journal::Command command{{"bench"}, "测试员", "综合科科员", {}, "", ""};

std::string digits(int number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

directive::Candidate item(const std::string& text) {
    directive::Candidate made;
    made.text = text;
    made.imperative = text;
    made.reason = "会议要求之下的祈使句";
    made.domains = {"社会救助"};
    return made;
}

directive::PartOrder part(const std::string& division, std::int32_t under, int number) {
    directive::PartOrder made;
    made.task = {"S" + digits(number, 8)};
    made.under = under;
    made.owner = {{"P" + division}, "经办", division + "民政局", code(division)};
    return made;
}

constexpr int provinces = 31;
constexpr int counties = 2'800;
constexpr int townships = 40'000;

directive::SpreadOrder whole_country() {
    directive::SpreadOrder order;
    order.lead = directive::Owner{{"P0"}, "督办处处长", "民政部", {}};
    order.due = day(200);
    order.standard = "逐户有记录";
    order.issuer = "民政部";
    std::vector<std::string> codes;
    for (int i = 0; i < provinces; ++i) {
        codes.push_back(std::to_string(11 + i));
        order.parts.push_back(part(codes.back(), -1, i));
    }
    for (int i = 0; i < counties; ++i) {
        codes.push_back(codes[static_cast<std::size_t>(i % provinces)] +
                        digits(i / provinces + 1, 4));
        order.parts.push_back(part(codes.back(), i % provinces, provinces + i));
    }
    for (int i = 0; i < townships; ++i) {
        const int above = provinces + i % counties;
        codes.push_back(codes[static_cast<std::size_t>(above)] + digits(i / counties + 1, 3));
        order.parts.push_back(part(codes.back(), above, provinces + counties + i));
    }
    return order;
}

void fan_out(store::Store& store, const std::string& engine) {
    const ident::TaskId id{"ORDER"};
    const directive::Event confirmed =
        directive::confirm(id, {"document"}, "关于开展核查工作的通知", item("完成低保对象核查"),
                           officer, "民政部", {}, day(0), day(365));
    must(store.journal().commit(command, {{journal::stream_of(id), 0, {confirmed}}}));
    const auto task = *must(store.tasks().find_task(id));
    directive::SpreadOrder order = whole_country();
    const Stopwatch watch;
    const auto event = must(directive::spread(task, {}, std::move(order), officer, day(1)));
    must(store.journal().commit(command, {{journal::stream_of(id), 1, {event}}}));
    print({"fan-out 1 -> 31 -> 2,800 -> 40,000, one command", "s", watch.seconds(),
           engine + ", bound", 2.0});
    const Stopwatch look;
    const auto page =
        must(store.trees().parts(*must(store.tasks().find_task(id)), day(2), {"", 50}));
    must(page.items.size() == provinces, "the provinces are there");
    print({"its first level with all sums", "ms", look.seconds() * 1000, engine + ", bound", 100});
}

void fill(store::Store& store, int tasks) {
    std::vector<journal::Append> appends;
    for (int i = 0; i < tasks; ++i) {
        const ident::TaskId id{"T" + digits(i, 9)};
        const std::string county = std::to_string(11 + i % 31) + digits(i % 90 + 1, 4);
        const std::string text = "第" + std::to_string(i) + "号：健全" +
                                 (i % 1000 == 7 ? "邻里互助" : "动态监测") + "机制，完成入户核查";
        const directive::Event event =
            directive::confirm(id, {"D" + std::to_string(i % 5000)},
                               "关于做好第" + std::to_string(i % 5000) + "批工作的通知", item(text),
                               officer, county + "民政局", code(county), day(0), day(i % 400));
        appends.push_back({journal::stream_of(id), 0, {event}});
        if (appends.size() < 2000 && i + 1 < tasks) continue;
        must(store.journal().commit(command, appends));
        appends.clear();
    }
}

double p95(const std::function<void(int)>& ask) {
    constexpr int times = 40;
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const Stopwatch watch;
        ask(i);
        taken.push_back(watch.seconds() * 1000);
    }
    std::sort(taken.begin(), taken.end());
    return taken[static_cast<std::size_t>(times * 95 / 100)];
}

void ask_ledger(store::Store& store, const std::string& engine) {
    using directive::LedgerFilter;
    using organisation::Reach;
    const organisation::Scope nation{{}, Reach::subtree};
    const auto province = [](int i) {
        return organisation::Scope{code(std::to_string(11 + i % 31)), Reach::subtree};
    };
    const auto row = [&](const std::string& what, const std::function<void(int)>& ask) {
        print({"ledger p95: " + what, "ms", p95(ask), engine + ", bound", 100});
    };
    const auto page = [&](const organisation::Scope& scope, const LedgerFilter& filter) {
        must(store.tasks().ledger(scope, filter, {"", 50}));
    };
    row("whole country, first page", [&](int) { page(nation, {}); });
    row("one province, one state", [&](int i) {
        LedgerFilter filter;
        filter.states = {directive::TaskState::confirmed};
        page(province(i), filter);
    });
    row("overdue in the country", [&](int i) {
        LedgerFilter filter;
        filter.due_before = day(i * 8);
        page(nation, filter);
    });
    LedgerFilter unsigned_ones;
    unsigned_ones.unsigned_for = true;
    row("what nobody signed for, in the country", [&](int) { page(nation, unsigned_ones); });
    row("what nobody signed for, in a township", [&](int i) {
        page({code(std::to_string(11 + i % 31) + "0001001"), Reach::subtree}, unsigned_ones);
    });
    row("one document", [&](int i) {
        LedgerFilter filter;
        filter.document = ident::DocumentId{"D" + std::to_string(i * 100)};
        page(nation, filter);
    });
    row("words found rarely", [&](int) {
        LedgerFilter filter;
        filter.words = "邻里互助";
        page(nation, filter);
    });
    row("words found nearly everywhere", [&](int) {
        LedgerFilter filter;
        filter.words = "动态监测";
        page(nation, filter);
    });
    row("words found now and then", [&](int i) {
        LedgerFilter filter;
        filter.words = "第" + std::to_string(30 + i);
        page(nation, filter);
    });
    row("words of one task", [&](int i) {
        LedgerFilter filter;
        filter.words = "第" + std::to_string(i * 1021) + "号";
        page(province(i), filter);
    });
    row("tally of the country", [&](int i) { must(store.tasks().tally(nation, day(i * 9))); });
}

int run(const std::string& url, int tasks) {
    const std::string engine = url.starts_with("postgres") ? "PostgreSQL" : "SQLite";
    const auto store = must(store::open({.url = url, .now = now}));
    if (tasks == 0) {
        ask_ledger(*store, engine);
        return 0;
    }
    fan_out(*store, engine);
    const Stopwatch watch;
    fill(*store, tasks);
    print({"ledger filled, " + std::to_string(tasks) + " tasks", "1/s", tasks / watch.seconds(),
           engine + ", bound", 1000});
    // The last commands' words are sorted into their index after them.
    std::this_thread::sleep_for(std::chrono::seconds(5));
    ask_ledger(*store, engine);
    return 0;
}

}  // namespace
}  // namespace anmin::bench

int main(int count, char** words) {
    if (count < 2 || count > 3 || words[1][0] == '-') {
        std::cerr << "bench_ledger URL [TASKS]\n";
        return 2;
    }
    constexpr int million = 1'000'000;
    return anmin::bench::run(words[1], count == 3 ? std::atoi(words[2]) : million);
}
