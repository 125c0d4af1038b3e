import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import { month_of, month_text, moved, years_around } from "@/parts/months";
import { refusal, serve, session_of, show } from "../../../tests/desk";
import { row } from "../../../tests/things";
import BriefingPage from "./briefing-page";
import IndicatorsPage from "./indicators-page";
import LatePage from "./late-page";
import LoadPage from "./load-page";

const words = zh_cn.reminders;
const session = { body: session_of("see_tasks", "export_ledger") };
const tally = {
  confirmed: 4, assigned: 3, objected: 0, reported: 2, verified: 1, struck_off: 7, held: 6,
  ended: 0, merged: 0, overdue: 5,
};
const lateness = {
  division: "330102", name: "上城区", as_of: "2025-03-12", tally,
  below: [{ division: "330102001", name: "清波街道", open: 9, late: 2 }],
};

test("late: every figure opens its rows, every place the level below", async () => {
  serve({ "GET /late": { body: lateness } });
  show(<LatePage />);
  const place = await screen.findByRole("link", { name: "清波街道" });
  expect(place.getAttribute("href")).toBe("/late?division=330102001");
  const figure = screen.getByRole("link", { name: new RegExp(`^2 .*${words.rows}$`) });
  expect(figure.getAttribute("href")).toBe("/ledger?overdue=1&division=330102001");
});

test("late: a refused place is no empty list", async () => {
  serve({ "GET /late": refusal(404, "E-LOAD-020") });
  show(<LatePage />);
  expect((await screen.findByRole("alert")).textContent).toContain("E-LOAD-020");
  expect(screen.queryByText(words.none_below)).toBeNull();
});

test("the page for a meeting keeps the four dones apart", async () => {
  serve({
    "GET /session": session,
    "GET /briefing": {
      body: {
        lateness, unit: "上城区民政局", late: [row({ text: "晚的事" })], returned: [],
        returned_total: 0, look_backs: 3, problems: [],
      },
    },
  });
  show(<BriefingPage />);
  await screen.findByText("晚的事");
  const dones = Array.from(document.querySelectorAll(".follow-dones li b"), (one) =>
    one.textContent,
  );
  expect(dones).toEqual(["2", "1", "7", "6"]);
  const here = "/ledger?division=330102";
  const opened = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(opened(words.look_back_line(3))).toBe(`${here}&mark=look_back`);
  expect(opened(words.returned_line(0))).toBe(`${here}&mark=returned`);
  expect(opened(words.overdue_count(5))).toBe(`${here}&overdue=1`);
  expect(opened(words.late_rows(2))).toBe("/ledger?overdue=1&division=330102001");
  expect(opened(words.open_rows(9))).toContain("state=verified&division=330102001");
  const figures = Array.from(document.querySelectorAll(".follow-inside"), (one) => one.textContent)
    .join(" ").match(/[0-9]+/g);
  const linked = Array.from(document.querySelectorAll(".follow-inside a"), (one) => one.textContent)
    .join(" ").match(/[0-9]+/g);
  const dates = (row({}).due ?? "").match(/[0-9]+/g) ?? [];
  expect(linked).toHaveLength((figures?.length ?? 0) - dates.length);
  expect(await screen.findByRole("button", { name: words.download })).toBeTruthy();
});

test("load: units over the limit say so in words, and open their asks", async () => {
  const counts = { task: 20, period: 9, figure: 1, form: 2, problem: 0, total: 32 };
  serve({
    "GET /load": {
      body: {
        division: "330102", name: "上城区", month: "2025-03", township_limit: 30, village_limit: 0,
        divisions: 1, over: 1, counts, caused: 12,
        lines: [{ division: "330102001", name: "清波街道", counts, caused: 12, burden: "over" }],
      },
    },
  });
  show(<LoadPage />);
  const unit = await screen.findByRole("link", { name: "清波街道" });
  expect(unit.getAttribute("href")).toBe("/load/330102001?month=2025-03");
  expect(screen.getByText(new RegExp(words.burden.over)).textContent).toContain("32");
});

test("load: the month is chosen in the page's own words, also a month at a time", async () => {
  const counts = { task: 0, period: 0, figure: 0, form: 0, problem: 0, total: 0 };
  const asked = serve({
    "GET /load": ({ query }) => ({
      body: {
        division: "330102", name: "上城区", month: query.get("month") ?? "2025-01",
        township_limit: 0, village_limit: 0, divisions: 0, over: 0, counts, caused: 0, lines: [],
      },
    }),
  });
  show(<LoadPage />, "/load?division=330102");
  expect(await screen.findByText("2025年")).toBeTruthy();
  expect(screen.getByText("1月")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: zh_cn.month.before }));
  expect(await screen.findByText("2024年")).toBeTruthy();
  expect(screen.getByText("12月")).toBeTruthy();
  const month = screen.getByRole("combobox", {
    name: `${words.month} ${zh_cn.month.month_field}`,
  });
  await userEvent.click(month);
  fireEvent.click(await screen.findByText("11月", { selector: ".ant-select-item *" }));
  await waitFor(() => expect(asked.at(-1)?.query.get("month")).toBe("2024-11"));
  expect(asked.at(-1)?.query.get("division")).toBe("330102");
});

test("months are counted across years, and what is no month is none", () => {
  expect(month_of("2025-13")).toBeUndefined();
  expect(month_of("")).toBeUndefined();
  expect(month_text(moved({ year: 2024, month: 12 }, 1))).toBe("2025-01");
  expect(month_text(moved({ year: 2025, month: 1 }, -1))).toBe("2024-12");
  expect(years_around(month_of("2025-03"))).toContain(2026);
});

test("indicators: the figure that a refusal names is marked, and opens its rows", async () => {
  serve({
    "GET /indicators": {
      body: {
        division: "330102", name: "上城区", as_of: "2025-03-12",
        items: [{
          id: "closed", name: "已销号任务数", unit: "项", also: ["办结数"], value: 13, rows: "tasks",
          states: ["struck_off", "held"], overdue: false, focused: false,
        }, {
          id: "done", name: "整改到位问题数", unit: "个", also: [], value: 17, rows: "problems",
          states: ["struck_off", "held"], overdue: false, focused: false,
        }],
      },
    },
  });
  const pages = (
    <Routes>
      <Route path="indicators/:id" element={<IndicatorsPage />} />
    </Routes>
  );
  show(pages, "/indicators/closed");
  const figure = await screen.findByRole("link", { name: /^13/ });
  expect(figure.getAttribute("href")).toBe(
    "/ledger?division=330102&state=struck_off&state=held",
  );
  expect(screen.getByRole("link", { name: /^17/ }).getAttribute("href")).toBe(
    "/problems/rows?division=330102&state=struck_off&state=held",
  );
  expect(document.querySelectorAll(".follow-marked")).toHaveLength(1);
});
