import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Account, AuditEntry, Division, StaffedUnit } from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { forever, refusal, serve, session_of, show } from "../../../tests/desk";
import AccountsPage from "./accounts-page";
import AuditPage from "./audit-page";
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

test("divisions: a refusal is shown as one", async () => {
  serve({ ...session("see_organisation"), ...tree, "GET /divisions/4301": refusal(403) });
  show(<DivisionsPage />);
  expect((await screen.findAllByRole("alert"))[0]?.textContent).toContain("E-TEST-001");
});

const unit: StaffedUnit = {
  id: "u1", name: "云溪市民政局", division: "4301", kind: "bureau", reports_to: "", until: null,
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
  serve({ ...session("see_organisation"), "GET /units": { body: { items: [unit] } } });
  show(<StaffPage />);
  expect(await screen.findByText("局长")).toBeTruthy();
  expect(screen.getByText(words.staff.vacant)).toBeTruthy();
  expect(screen.getByText(/乙（演示） 2020-01-01/)).toBeTruthy();
  expect(screen.queryByText(words.staff.appoint)).toBeNull();
});

test("staff: empty says so", async () => {
  serve({ ...session("see_organisation"), "GET /units": { body: { items: [] } } });
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
