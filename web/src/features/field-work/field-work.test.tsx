import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import { refusal, serve, show } from "../../../tests/desk";
import FieldWorkPage from "./field-work-page";

const words = zh_cn.field_work;
const mission = {
  id: "m1", version: 3, title: "走访调研", division: "330102", from: "2025-02-01", to: "2025-03-31",
  people: 3, groups: [{ number: 2, area: "浙江", province: true, people: 3 }],
};
const group = {
  number: 2, area: "浙江", people: ["甲", "乙", "丙"], sessions: 4, interviews: 12, visits: 1,
  problems: 2, suggestions: 1, merged: 1, told: 0,
};
const opened = (may: boolean, groups = [group]) => ({
  mission, groups, may_manage: may, may_record: may,
});
const page = (
  <Routes>
    <Route path="field-work/:id" element={<FieldWorkPage />} />
  </Routes>
);

test("whoever only reads sees the figures and no forms", async () => {
  serve({ "GET /field-work/m1": { body: opened(false) } });
  show(page, "/field-work/m1");
  expect(await screen.findByRole("heading", { name: "走访调研" })).toBeTruthy();
  expect(screen.getAllByText("12").length).toBe(2); // the group's and the sum
  expect(screen.queryByRole("button", { name: words.form_group })).toBeNull();
  expect(screen.queryByRole("button", { name: words.take })).toBeNull();
});

test("several remarks of one place are taken at once, each with its own words", async () => {
  const asked = serve({
    "GET /field-work/m1": { body: opened(true) },
    "POST /field-work/m1/remarks": { body: mission, etag: '"4"' },
  });
  show(page, "/field-work/m1");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: words.take }));
  const form = within(await screen.findByRole("dialog"));
  await person.type(form.getByLabelText(words.place), "某村");
  await person.type(form.getByLabelText(words.said_by), "村干部");
  await person.type(form.getByLabelText(words.words), "要跑三趟{enter}{enter} 材料多 ");
  await person.click(form.getByRole("button", { name: zh_cn.sources.save }));
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    group: 2,
    remarks: [
      { kind: "problem", place: "某村", said_by: "村干部", text: "要跑三趟" },
      { kind: "problem", place: "某村", said_by: "村干部", text: "材料多" },
    ],
  });
});

test("a refused activity leaves what was typed", async () => {
  serve({
    "GET /field-work/m1": { body: opened(true) },
    "POST /field-work/m1/activities": refusal(422, "E-PROB-002"),
  });
  show(page, "/field-work/m1");
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: words.log }));
  const form = within(await screen.findByRole("dialog"));
  await person.type(form.getByLabelText(words.amount("场次")), "2");
  await person.type(form.getByLabelText(words.held_on), "2025-02-03");
  await person.type(form.getByLabelText(words.place), "某村");
  await person.click(form.getByRole("button", { name: zh_cn.sources.save }));
  expect(await form.findByText(/E-PROB-002/)).toBeTruthy();
  expect(form.getByLabelText<HTMLInputElement>(words.place).value).toBe("某村");
});

test("a group opens its records, merged ones with their problem", async () => {
  const remark = {
    id: "r1", kind: "problem", text: "要跑三趟", said_by: "村干部", place: "某村", mission: "m1",
    group: 2, on: "2025-02-03", problem: "p1",
  };
  const held = { kind: "interview", held_on: "2025-02-02", place: "乙村", amount: 12, note: "" };
  serve({
    "GET /field-work/m1": { body: opened(true) },
    "GET /field-work/m1/groups/2": { body: { activities: [held], remarks: [remark], cut: false } },
  });
  show(page, "/field-work/m1");
  await userEvent.setup().click(await screen.findByRole("button", { name: words.number_of(2) }));
  expect(await screen.findByText("要跑三趟")).toBeTruthy();
  expect(screen.getByRole("link", { name: words.to_problem }).getAttribute("href")).toBe(
    "/problems/p1",
  );
});

test("a mission without groups says what to do first", async () => {
  serve({ "GET /field-work/m1": { body: opened(true, []) } });
  show(page, "/field-work/m1");
  expect(await screen.findByText(words.groups_none_more)).toBeTruthy();
});
