import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type {
  Account, AuditEntry, Division, DivisionChange, DivisionChangeOrder, StaffedUnit,
} from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { forever, refusal, serve, session_of, show } from "../../../tests/desk";
import AccountsPage from "./accounts-page";
import AuditPage from "./audit-page";
import { order_of, typed_of } from "./change-orders";
import DivisionsPage from "./divisions-page";
import SecurityPage from "./security-page";
import StaffPage from "./staff-page";

const words = zh_cn;
const county: Division = {
  code: "430101", name: "云东县", level: "county", parent: "4301", children: 3,
  from: null, until: null,
};
const city: Division = { ...county, code: "4301", name: "云溪市", level: "prefecture", parent: "43" };
const session = (...actions: Parameters<typeof session_of>) => ({
  "GET /session": { body: session_of(...actions) },
});
const tree = {
  "GET /divisions": { body: { items: [county], next: "" } },
  "GET /divisions/4301": {
    body: { division: city, path: [city], counts: [{ level: "county", count: 12 }] },
  },
  "GET /division-changes": { body: { items: [], next: "" } },
  "GET /divisions/4301/comparison": { body: { from: "2025-12-31", to: "2026-03-01", rows: [] } },
};

test("divisions: facts, children, and no change button without the right", async () => {
  serve({ ...session("see_organisation"), ...tree });
  show(<DivisionsPage />);
  expect(await screen.findByText("云东县")).toBeTruthy();
  expect(screen.getByText(words.administration.levels.county)).toBeTruthy();
  expect(await screen.findByText(words.divisions.no_changes)).toBeTruthy();
  expect(screen.queryByText(words.divisions.record)).toBeNull();
});

test("divisions: as known then, to the end of the day, and back to today", async () => {
  const asked = serve({ ...session("see_organisation"), ...tree });
  show(<DivisionsPage />, "/?division=4301&at=2026-02-01");
  const field = await screen.findByLabelText(words.divisions.known.field);
  fireEvent.change(field, { target: { value: "2026-01-31" } });
  expect(await screen.findByText(/^只算/)).toBeTruthy();
  const known = "2026-01-31T15:59:59.999Z";
  await waitFor(() => {
    for (const path of ["/divisions", "/divisions/4301"]) {
      const last = asked.filter((one) => one.path === path).at(-1)?.query;
      expect(last?.get("known")).toBe(known);
      expect(last?.get("at")).toBe("2026-02-01");
    }
  });
  expect((field as HTMLInputElement).value).toBe("2026-01-31");
  const below = screen.getByRole("link", { name: "云东县" }).getAttribute("href") ?? "";
  expect(new URLSearchParams(below.split("?")[1]).get("known")).toBe(known);
  fireEvent.click(screen.getByRole("button", { name: words.divisions.back_to_today }));
  await waitFor(() => expect(screen.getByTestId("where").textContent).toBe("/?division=4301"));
});

test("divisions: a figure of several divisions is marked as comparable in sum only", async () => {
  const rows = [{ before: [county, city], after: [county], tasks_before: 7, tasks_after: null }];
  serve({
    ...session("see_organisation"), ...tree,
    "GET /divisions/4301/comparison": { body: { from: "2025-12-31", to: "2026-03-01", rows } },
  });
  show(<DivisionsPage />);
  expect(await screen.findByText(words.divisions.together)).toBeTruthy();
  expect(screen.getByText(words.divisions.hidden)).toBeTruthy();
});

const renamed: DivisionChange = {
  id: "C1", kind: "rename", on: "2026-03-01", known: "2026-03-02T01:00:00.000Z",
  basis: "国函1号", summary: "云东县 430101 更名为 云东区", started: 0, ended: 0, withdrawn: null,
};
const with_change = (...changes: DivisionChange[]) => ({
  ...session("see_organisation", "change_divisions"),
  ...tree,
  "GET /division-changes": { body: { items: changes, next: "" } },
});

test("divisions: a change is taken back with its reason", async () => {
  const asked = serve({
    ...with_change(renamed), "POST /division-changes/C1/withdrawals": { body: renamed },
  });
  show(<DivisionsPage />);
  const { corrections } = words.divisions;
  fireEvent.click(await screen.findByText(corrections.withdraw));
  fireEvent.change(await screen.findByLabelText(corrections.reason), {
    target: { value: "批复写的不是这个县" },
  });
  const buttons = screen.getAllByText(corrections.withdraw);
  fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
  await screen.findByText(words.administration.done);
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({
    reason: "批复写的不是这个县",
  });
});

test("divisions: what was taken back says by whom and why, and is so for good", async () => {
  const withdrawn = { known: "2026-03-05T01:00:00.000Z", by: "甲（演示）", reason: "日期记错" };
  serve(with_change({ ...renamed, withdrawn }));
  show(<DivisionsPage />);
  const { corrections } = words.divisions;
  expect(await screen.findByText(corrections.withdrawn)).toBeTruthy();
  expect(screen.getByText(/甲（演示） 于 .* 撤回：日期记错/)).toBeTruthy();
  expect(screen.queryByText(corrections.correct)).toBeNull();
  const before = screen.getByRole("link", { name: words.divisions.known.before_taken_back });
  const shown = new URLSearchParams(before.getAttribute("href")?.split("?")[1]);
  expect(shown.get("known")).toBe(renamed.known);
  expect(shown.get("at")).toBe(renamed.on);
});

test("divisions: a correction starts from the old values and is seen first", async () => {
  const order = {
    kind: "rename" as const, on: "2026-03-01", basis: "国函1号", code: "430101", name: "云东区",
  };
  const planned = {
    id: "C2", kind: "rename", on: "2026-02-01", basis: "国函1号",
    summary: "云东县 430101 更名为 云东区", started_total: 0, ended_total: 0, started: [],
    ended: [], renamed: [{ code: "430101", former: "云东县", name: "云东区" }],
  };
  const asked = serve({
    ...with_change(renamed),
    "GET /division-changes/C1": { body: { change: renamed, order } },
    "POST /division-changes/C1/corrections": { body: planned },
  });
  show(<DivisionsPage />);
  const { corrections } = words.divisions;
  fireEvent.click(await screen.findByText(corrections.correct));
  const name = await screen.findByLabelText<HTMLInputElement>(words.divisions.new_name);
  expect(name.value).toBe("云东区");
  fireEvent.change(screen.getByLabelText(corrections.reason), { target: { value: "日期记错" } });
  fireEvent.change(screen.getByLabelText(words.divisions.on), { target: { value: "2026-02-01" } });
  fireEvent.click(screen.getByText(words.divisions.preview));
  await screen.findByText(words.divisions.preview_title);
  fireEvent.click(screen.getByText(words.divisions.confirm));
  await screen.findByText(words.divisions.recorded_now);
  expect(asked.filter((one) => one.method === "POST").map((one) => one.body)).toEqual(
    [1, 2].map(() => ({ reason: "日期记错", order: { ...order, on: "2026-02-01" } })),
  );
});

test("divisions: each kind of order comes back from the form as it went in", () => {
  const base = { on: "2026-03-01", basis: "国函1号", code: "430101" };
  const orders: DivisionChangeOrder[] = [
    { ...base, kind: "establish", name: "云北县" },
    { ...base, kind: "merge", name: "", sources: ["430102", "430103"] },
    {
      ...base, kind: "split", source_ends: true,
      parts: [
        { code: "430104", name: "云北县", takes: ["430101001"] },
        { code: "430105", name: "云中县", takes: ["430101002"] },
      ],
    },
    { ...base, kind: "move", name: "", to: "430201" },
    { ...base, kind: "abolish", successor: "430102" },
    { ...base, kind: "abolish" },
  ];
  for (const order of orders) expect(order_of(order.kind, typed_of(order), order)).toEqual(order);
});

test("divisions: a refusal is shown as one", async () => {
  serve({ ...session("see_organisation"), ...tree, "GET /divisions/4301": refusal(403) });
  show(<DivisionsPage />);
  expect((await screen.findAllByRole("alert"))[0]?.textContent).toContain("E-TEST-001");
});

const unit: StaffedUnit = {
  id: "u1", name: "云溪市民政局", division: "4301", kind: "bureau", reports_to: "",
  reports_to_name: "", until: null,
  relations: [],
  posts: [
    {
      id: "p1", title: "局长", holder: "甲（演示）", until: null,
      held: [
        { holder: "乙（演示）", from: "2020-01-01", until: "2025-01-01", person: null },
        { holder: "甲（演示）", from: "2025-01-01", until: null, person: null },
      ],
    },
    { id: "p2", title: "副局长", holder: "", until: null, held: [] },
  ],
};

test("staff: who holds a post, who held it, what is vacant", async () => {
  serve({ ...session("see_organisation"), "GET /units": { body: { items: [unit], next: "" } } });
  show(<StaffPage />);
  expect(await screen.findByText("局长")).toBeTruthy();
  expect(screen.getByText(words.staff.vacant)).toBeTruthy();
  expect(screen.getByText(/乙（演示） 2020-01-01/)).toBeTruthy();
  expect(screen.queryByText(words.staff.appoint)).toBeNull();
});

test("staff: units come a page at a time, and the server searches them", async () => {
  const second = { ...unit, id: "u2", name: "云东县民政局", posts: [] };
  const asked = serve({
    ...session("see_organisation"),
    "GET /units": ({ query }) =>
      query.get("after") === "4301/u1"
        ? { body: { items: [second], next: "" } }
        : { body: { items: [unit], next: "4301/u1" } },
  });
  show(<StaffPage />);
  fireEvent.click(await screen.findByText(words.administration.more));
  expect(await screen.findByText("云东县民政局")).toBeTruthy();
  const box = screen.getByLabelText(words.staff.find_unit);
  fireEvent.change(box, { target: { value: " 云东 " } });
  fireEvent.keyDown(box, { key: "Enter", code: "Enter", keyCode: 13 });
  await vi.waitFor(() =>
    expect(asked.some(({ query }) => query.get("q") === "云东")).toBe(true),
  );
});

test("staff: the other unit is looked for on the server", async () => {
  const other = { ...unit, id: "u2", name: "云东县民政局", posts: [] };
  const asked = serve({
    ...session("see_organisation", "manage_staff"),
    "GET /units": { body: { items: [unit, other], next: "" } },
  });
  show(<StaffPage />);
  fireEvent.click((await screen.findAllByText(words.staff.relate))[0] as HTMLElement);
  const picker = await screen.findByLabelText(words.staff.other);
  fireEvent.mouseDown(picker);
  fireEvent.change(picker, { target: { value: "云东" } });
  await vi.waitFor(() =>
    expect(
      asked.some(({ query }) => query.get("limit") === "20" && query.get("q") === "云东"),
    ).toBe(true),
  );
});

test("staff: empty says so", async () => {
  serve({ ...session("see_organisation"), "GET /units": { body: { items: [], next: "" } } });
  show(<StaffPage />);
  expect(await screen.findByText(words.staff.no_units)).toBeTruthy();
});

const account: Account = {
  login: "lin", name: "林甲（演示）", post: "p1", post_title: "局长", unit_name: "云溪市民政局",
  division: "4301", roles: ["leader"], second_factor: true, given_until: null, locked: true,
  lock_reason: "调离", locked_until: null,
};

test("accounts: a lock is asked for its reason before it is taken off", async () => {
  const asked = serve({
    ...session("manage_accounts"), "GET /accounts": { body: { items: [account] } },
    "POST /accounts/lin/unlock": { body: { ...account, locked: false } },
  });
  show(<AccountsPage />);
  expect(await screen.findByText("调离")).toBeTruthy();
  fireEvent.click(screen.getByText(words.accounts.unlock));
  fireEvent.change(await screen.findByLabelText(words.administration.reason), {
    target: { value: "回来了" },
  });
  fireEvent.click(screen.getByText(words.administration.save));
  await screen.findByText(words.administration.done);
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({ reason: "回来了" });
});

const entry: AuditEntry = {
  seq: 7, at: "2026-03-01T00:00:00.000Z", kind: "access_denied", login: "lin", actor: "林甲",
  detail: "E-AUTH-002",
};

test("audit: lines with their words; loading", async () => {
  serve({ "GET /audit": { body: { items: [entry], next: "" } } });
  show(<AuditPage />);
  expect(await screen.findByText("越权被拒")).toBeTruthy();
  expect(screen.getByText("E-AUTH-002")).toBeTruthy();
});

test("audit: loading", async () => {
  serve({ "GET /audit": forever });
  show(<AuditPage />);
  expect(await screen.findByRole("status")).toBeTruthy();
});

test("security: a code confirms the secret, the recovery codes are shown", async () => {
  serve({
    ...session("see_tasks"),
    "GET /sessions": {
      body: {
        items: [
          {
            id: "s1", opened: "2026-11-20T01:00:00.000Z", used: "2026-11-20T02:00:00.000Z",
            until: "2026-11-20T13:00:00.000Z", address: "10.0.0.1", client: "浏览器", demo: false,
            here: true,
          },
        ],
      },
    },
    "POST /session/second-factor": { status: 201, body: { secret: "ABCD", uri: "otpauth://x" } },
    "POST /session/second-factor/confirmation": {
      status: 201, body: { recovery_codes: ["AAAA-BBBB-CCCC"] },
    },
  });
  show(<SecurityPage />);
  expect(await screen.findByText("10.0.0.1")).toBeTruthy();
  fireEvent.change(screen.getByLabelText(words.security.own_password), {
    target: { value: "own words" },
  });
  fireEvent.click(screen.getByText(words.security.start));
  expect(await screen.findByText("ABCD")).toBeTruthy();
  fireEvent.change(screen.getByLabelText(words.security.code), { target: { value: "123456" } });
  fireEvent.click(screen.getByText(words.security.confirm));
  expect(await screen.findByText("AAAA-BBBB-CCCC")).toBeTruthy();
  expect(screen.queryByText(words.security.glass_start)).toBeNull();
});
