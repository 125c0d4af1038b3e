// Small synthetic events for this room's tests.
#pragma once

#include <string>
#include <vector>

#include "journal/journal.h"
#include "store/chain.h"

namespace anmin::store {

inline ident::DivisionCode code(const std::string& digits) {
    return *ident::DivisionCode::parse(digits);
}
inline calendar::Date day(const std::string& iso) { return *calendar::Date::parse(iso); }

// Of the rows of a division table, told apart from DivisionDigest so that its form is held.
inline std::string digest_of(const std::vector<organisation::Division>& rows) {
    std::string text;
    for (const auto& row : rows) text += row.code.digits() + "\t" + row.name + "\n";
    return hexadecimal(view(Sm3().add(text).finish()));
}

inline journal::Command command(const std::string& key = "", const std::string& digest = "d") {
    return {{"ACCOUNT1"}, "张三", "综合科科长", code("3302"), key, key.empty() ? "" : digest};
}

inline const directive::Officer officer{{"ACCOUNT1"}, "张三", "综合科科长"};

inline directive::Candidate candidate(std::int32_t number,
                                      const std::string& text = "完善低保核对机制") {
    directive::Candidate made;
    made.number = number;
    made.span = {number * 10, number * 10 + 8};
    made.text = text;
    made.actors = {"各县（市、区）民政局"};
    made.imperative = "完善核对机制";
    made.confidence = 80;
    made.reason = "祈使句 \"要\"，\n有期限";
    return made;
}

inline document::Received received(const std::string& id, const std::string& division = "3302") {
    document::Received event;
    event.document = {id};
    event.file_name = id + ".txt";
    event.digest = hexadecimal(view(Sm3().add(id).finish()));
    event.bytes = 120;
    event.division = code(division);
    document::Part part;
    part.title = "关于做好" + id + "工作的通知";
    part.kind = "通知";
    part.clean_text = "一、完善低保核对机制。";
    part.quality = "good";
    part.event_date = day("2025-03-01");
    event.reading = {"UTF-8", "plain", part.clean_text, {part}};
    return event;
}

inline journal::Append receive(const std::string& id, std::int32_t candidates = 2,
                               const std::string& division = "3302") {
    directive::TasksProposed proposed{{id}, {}};
    for (std::int32_t number = 1; number <= candidates; ++number) {
        proposed.candidates.push_back(candidate(number));
    }
    return {journal::stream_of(ident::DocumentId{id}),
            0,
            {document::Event{received(id, division)}, directive::Event{proposed}}};
}

inline journal::Append confirm_task(const std::string& id, const std::string& division = "3302",
                                    std::optional<calendar::Date> due = std::nullopt,
                                    const std::string& document = "DOC") {
    const directive::TaskConfirmed event{{id},       {document},        code(division),
                                         "市民政局", "一份通知",        candidate(1),
                                         officer,    day("2025-03-01"), due};
    return {journal::stream_of(ident::TaskId{id}), 0, {directive::Event{event}}};
}

inline directive::TaskAssigned assigned(const std::string& post, const std::string& division) {
    return {{{post}, "社会救助科科长", "江北县民政局", code(division)},
            std::nullopt,
            "请办理",
            officer,
            day("2025-03-02")};
}

inline journal::Append task_event(const std::string& id, std::int64_t expected,
                                  directive::Event event) {
    return {journal::stream_of(ident::TaskId{id}), expected, {std::move(event)}};
}

// A bureau with one post in each division given: unit U<code>, post P<code>, held from 2025-01-01.
inline journal::Append found_offices(const std::vector<std::string>& divisions) {
    journal::Append append{journal::organisation_stream(), journal::any_version, {}};
    for (const std::string& digits : divisions) {
        const ident::UnitId unit{"U" + digits};
        const ident::PostId post{"P" + digits};
        append.events.push_back(organisation::Event{
            organisation::UnitFounded{{unit, digits + "民政局", code(digits)}}});
        append.events.push_back(organisation::Event{
            organisation::PostCreated{{post, "科长", unit, digits + "民政局", code(digits), ""}}});
        append.events.push_back(
            organisation::Event{organisation::Appointed{post, "李四", day("2025-01-01")}});
    }
    return append;
}

inline journal::Append open_account(const std::string& id, const std::string& login,
                                    const std::string& post) {
    const authority::AccountOpened event{
        {id}, login, "王五", {post}, {authority::Role::directive, authority::Role::executor}};
    return {journal::stream_of(ident::AccountId{id}), 0, {authority::Event{event}}};
}

// Commits that together have every kind of event but DivisionsImported: 17 events in 7 streams.
inline std::vector<std::vector<journal::Append>> story() {
    const auto sign = [](authority::Event event) {
        return journal::Append{{"account:A1"}, journal::any_version, {std::move(event)}};
    };
    return {
        {found_offices({"3302"})},
        {open_account("A1", "wangwu", "P3302")},
        {sign(authority::SignedIn{{"A1"}}), sign(authority::SignInRefused{"wangwu"}),
         sign(authority::SignedOut{{"A1"}})},
        {receive("D1", 2)},
        {{{"document:D1"},
          2,
          {directive::Event{directive::CandidateConfirmed{{"D1"}, 1, {"T1"}, officer}},
           directive::Event{directive::CandidateRejected{{"D1"}, 2, "重复", officer}}}},
         confirm_task("T1", "3302", day("2025-03-31"), "D1")},
        {task_event("T1", 1, assigned("P3302", "330205"))},
        {task_event(
            "T1", 2,
            directive::TaskReported{"好", {{"ab", "a.pdf", 1}}, officer, day("2025-04-01")})},
        {task_event("T1", 3, directive::TaskReturned{"不全", officer, day("2025-04-02")})},
        {task_event(
            "T1", 4,
            directive::TaskReported{"全", {{"cd", "b.pdf", 2}}, officer, day("2025-04-03")})},
        {task_event("T1", 5, directive::TaskVerified{"属实", officer, day("2025-04-04")})},
        {task_event("T1", 6, directive::TaskStruckOff{"", officer, day("2025-04-05")})},
    };
}

}  // namespace anmin::store
