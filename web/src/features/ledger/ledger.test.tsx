import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import {
  forever, refusal, serve, session_of, show, type Asked, type Routes as Answers,
} from "../../../tests/desk";
import { row } from "../../../tests/things";
import { filter_of, nothing_asked, search_of } from "./filters";
import LedgerPage from "./ledger-page";

const words = zh_cn.ledger;
const page = (items: unknown[], next = "", total = items.length) => ({
  body: { items, next, total, is_more: false, as_of: "2025-03-12" },
});
const open = (answers: Answers, address = "/ledger"): Asked[] => {
  const session = { body: session_of("see_tasks", "export_ledger") };
  const asked = serve({ "GET /session": session, ...answers });
  show(
    <Routes>
      <Route path="/ledger" element={<LedgerPage />} />
    </Routes>,
    address,
  );
  return asked;
};
const where = () => decodeURIComponent(screen.getByTestId("where").textContent);

test("filters survive the way through the address", () => {
  const filter = {
    state: ["assigned" as const, "reported" as const],
    document: "d1", mine: true, overdue: true, q: "低保",
  };
  expect(filter_of(search_of(filter))).toEqual(filter);
  const narrow = {
    ...filter, split: true, mark: "look_back" as const, division: "330102", due_within: 7,
  };
  expect(filter_of(search_of(narrow))).toEqual(narrow);
  expect(search_of({ ...narrow, ...nothing_asked }).toString()).toBe("");
  expect(filter_of(new URLSearchParams("mark=nonsense"))).not.toHaveProperty("mark");
  expect(filter_of(new URLSearchParams("state=nonsense&overdue=yes")).state).toEqual([]);
});

test("what came back and what is not signed for is told in the list", async () => {
  const rows = [
    row({ id: "a", state: "assigned", returned_on: "2025-03-10", signed_on: "2025-03-02" }),
    row({ id: "b", state: "assigned" }), row({ id: "c", state: "confirmed" }),
  ];
  open({ "GET /tasks": page(rows) });
  expect(await screen.findAllByText(zh_cn.clerk.returned)).toHaveLength(1);
  // Beside the filter of the same name.
  expect(screen.getAllByText(zh_cn.clerk.unsigned, { selector: ".flag" })).toHaveLength(1);
});

test("what is due soon is asked of the server in days", async () => {
  const asked = open({ "GET /tasks": page([row()]) });
  fireEvent.click(await screen.findByRole("checkbox", { name: zh_cn.clerk.due_within(7) }));
  await waitFor(() => expect(where()).toBe("/ledger?due_within=7"));
  await waitFor(() => expect(asked.at(-1)?.query.get("due_within")).toBe("7"));
  fireEvent.click(screen.getByText(words.clear));
  await waitFor(() => expect(where()).toBe("/ledger"));
});

test("loading", async () => {
  open({ "GET /tasks": forever });
  expect(await screen.findByRole("status", { name: zh_cn.failure.loading })).toBeTruthy();
});

test("refused: never an empty ledger", async () => {
  open({ "GET /tasks": refusal(503) });
  expect((await screen.findByRole("alert")).textContent).toContain("E-TEST-001");
  expect(screen.queryByText(words.none)).toBeNull();
});

test("empty: says where tasks come from", async () => {
  open({ "GET /tasks": page([]) });
  expect(await screen.findByText(words.none)).toBeTruthy();
});

test("empty by filter: offers to clear it", async () => {
  open({ "GET /tasks": page([]) }, "/ledger?overdue=1");
  expect(await screen.findByText(words.none_filtered)).toBeTruthy();
});

test("done: the text's own wording beside the date, and the way to the document", async () => {
  open({ "GET /tasks": page([row({ light: "overdue", due: "2025-03-10" })]) });
  expect(await screen.findByText(words.as_written("3月20日前"))).toBeTruthy();
  expect(screen.getByText("超期 2 天")).toBeTruthy();
  expect(screen.getByText(zh_cn.lights.overdue)).toBeTruthy();
  const source = screen.getByText("全市民政工作会议");
  expect(source.getAttribute("href")).toBe("/documents/d1?task=t1");
  expect(screen.getByText(words.proposed_owner("办公室"))).toBeTruthy();
});

test("the address is what is asked for", async () => {
  const address = "/ledger?state=assigned&state=reported&mine=1&q=低保";
  const asked = open({ "GET /tasks": page([]) }, address);
  await screen.findByText(words.none_filtered);
  const query = asked.find((one) => one.path === "/tasks")?.query;
  expect(query?.getAll("state")).toEqual(["assigned", "reported"]);
  expect(query?.get("mine")).toBe("true");
  expect(query?.get("q")).toBe("低保");
  expect(query?.get("overdue")).toBeNull();
});

test("choosing filters changes the address", async () => {
  open({ "GET /tasks": page([row()]) });
  fireEvent.click(await screen.findByRole("button", { name: zh_cn.states.reported }));
  await waitFor(() => expect(where()).toBe("/ledger?state=reported"));
  fireEvent.click(screen.getByLabelText(words.overdue));
  await waitFor(() => expect(where()).toBe("/ledger?state=reported&overdue=1"));
  await userEvent.type(screen.getByRole("searchbox"), "方案{Enter}");
  await waitFor(() => expect(where()).toBe("/ledger?state=reported&overdue=1&q=方案"));
  fireEvent.click(screen.getByText(words.clear));
  await waitFor(() => expect(where()).toBe("/ledger"));
});

test("incomplete: more is loaded by key, with the total in sight", async () => {
  const asked = open({
    "GET /tasks": ({ query }) =>
      query.get("after") === "k1"
        ? page([row({ id: "t2", text: "第二件" })], "", 2)
        : page([row({ text: "第一件" })], "k1", 2),
  });
  expect(await screen.findByText(words.loaded(1, 2, false))).toBeTruthy();
  fireEvent.click(screen.getByText(words.more));
  expect(await screen.findByText("第二件")).toBeTruthy();
  expect(screen.getByText("第一件")).toBeTruthy();
  expect(screen.getByText(words.loaded(2, 2, false))).toBeTruthy();
  expect(asked.at(-1)?.query.get("after")).toBe("k1");
});

test("what a link asked for is named, and can be taken off", async () => {
  open(
    {
      "GET /tasks": page([row()]),
      "GET /divisions/330102": { body: { division: { code: "330102", name: "上城区" } } },
    },
    "/ledger?mark=returned&division=330102",
  );
  expect(await screen.findByText(zh_cn.filters.division("上城区"))).toBeTruthy();
  const mark = screen.getByText(zh_cn.filters.mark.returned).closest(".ant-tag");
  fireEvent.click(mark?.querySelector(".ant-tag-close-icon") ?? document.body);
  await waitFor(() => expect(where()).toBe("/ledger?division=330102"));
});

test("a file is asked for with every filter of the page", async () => {
  const search =
    "state=assigned&document=d1&mine=1&overdue=1&split=1&unsigned=1&mark=returned&q=低保&division=33";
  const asked = open(
    { "GET /tasks": page([row()]), "GET /ledger.xlsx": refusal(413) },
    `/ledger?${search}`,
  );
  fireEvent.click(await screen.findByText(words.export));
  await screen.findByText(/E-TEST-001/);
  const of = (path: string) => {
    const query = new URLSearchParams(asked.find((one) => one.path === path)?.query);
    query.delete("after");
    query.delete("limit");
    query.sort();
    return query.toString();
  };
  expect(of("/ledger.xlsx")).toBe(of("/tasks"));
  expect([...new URLSearchParams(of("/ledger.xlsx")).keys()]).toHaveLength(9);
});

test("a refused export says why and keeps the page", async () => {
  open({ "GET /tasks": page([row()]), "GET /ledger.xlsx": refusal(413, "E-TASK-090") });
  fireEvent.click(await screen.findByText(words.export));
  expect(await screen.findByText(/E-TASK-090/)).toBeTruthy();
  expect(screen.getByText("各乡镇要在3月20日前报送方案")).toBeTruthy();
});
