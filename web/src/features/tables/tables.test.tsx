import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import {
  refusal, serve, session_of, show, type Asked, type Routes as Answers,
} from "../../../tests/desk";
import TablesPage from "./tables-page";

const words = zh_cn.tables;
const column = (key: string, title: string, more: object = {}) => ({
  key, title, kind: "text", choices: [], needed: false, always: false, held_in: "", note: "",
  ...more,
});
const table = {
  id: "hazards", number: 7, title: "隐患排查整改台账", kept: true, own_unit_only: false, note: "",
  columns: [
    column("place", "单位名称", { needed: true }),
    column("hazard", "隐患描述"),
    column("telephone", "电话", { kind: "masked" }),
  ],
};
const live_table = { ...table, id: "supervision", number: 2, title: "督办台账", kept: false };
const row = {
  id: "R1", version: 3, unit: "局", cells: [{ column: "place", text: "虚城福利院" }],
};

const reader = session_of("see_tasks");
const keeper = session_of("see_tasks", "record_field_work");
const open = (answers: Answers, who = keeper): Asked[] => {
  const asked = serve({
    "GET /session": { body: who },
    "GET /tables": { body: { items: [table, live_table] } },
    ...answers,
  });
  show(
    <Routes>
      <Route path="/tables" element={<TablesPage />} />
    </Routes>,
    "/tables?table=hazards",
  );
  return asked;
};
const rows = (items: unknown[]) => ({ body: { items, next: "" } });

test("empty: says how rows come in", async () => {
  open({ "GET /tables/hazards/rows": rows([]) });
  expect(await screen.findByText(words.none_more(true))).toBeTruthy();
});

test("refused: never an empty table", async () => {
  open({ "GET /tables/hazards/rows": refusal(503) });
  expect((await screen.findByRole("alert")).textContent).toContain("E-TEST-001");
  expect(screen.queryByText(words.none)).toBeNull();
});

test("the words searched for stand in the address, so that back finds them again", async () => {
  open({ "GET /tables/hazards/rows": rows([row]) });
  await screen.findByText("虚城福利院");
  fireEvent.change(screen.getByLabelText(words.words), { target: { value: "福利" } });
  fireEvent.click(screen.getByRole("button", { name: /search/i }));
  await waitFor(() =>
    expect(decodeURIComponent(screen.getByTestId("where").textContent)).toBe(
      "/tables?table=hazards&q=福利",
    ),
  );
});

test("who may only read is offered neither row nor import", async () => {
  open({ "GET /tables/hazards/rows": rows([row]) }, reader);
  await screen.findByText("虚城福利院");
  expect(screen.queryByRole("button", { name: new RegExp(words.add) })).toBeNull();
  expect(screen.queryByText(words.import)).toBeNull();
});

test("an edit sends the changed cells only, against the version that was read", async () => {
  const opened = { ...row, withdrawn: false, open: true, steps: [] };
  const asked = open({
    "GET /tables/hazards/rows": rows([row]),
    "GET /tables/hazards/rows/R1": { body: opened },
    "POST /tables/hazards/rows/R1/amendments": { body: { ...opened, version: 4 } },
  });
  fireEvent.click(await screen.findByText("虚城福利院"));
  const form = await screen.findByRole("dialog");
  fireEvent.change(await within(form).findByLabelText("隐患描述"), { target: { value: "通道堵塞" } });
  expect(within(form).getByText(words.masked)).toBeTruthy();
  fireEvent.click(within(form).getByRole("button", { name: words.save(1) }));
  await waitFor(() => {
    const sent = asked.find((one) => one.method === "POST");
    expect(sent?.body).toEqual({ cells: [{ column: "hazard", text: "通道堵塞" }] });
    expect(sent?.headers["if-match"]).toBe('"3"');
  });
});
