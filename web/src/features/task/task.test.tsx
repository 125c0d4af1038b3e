import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import {
  forever, refusal, serve, session_of, show, type Asked, type Routes as Answers,
} from "../../../tests/desk";
import { row, task } from "../../../tests/things";
import { take_uploads } from "../../../tests/uploads";
import TaskDrawer from "./task-drawer";

const words = zh_cn.task;
const posts = {
  body: {
    items: [
      {
        id: "p9", title: "民政经办", unit_name: "青禾镇", division: "430101", division_name: "青禾镇",
        holder: "何小满",
      },
      {
        id: "p8", title: "民政经办", unit_name: "白鹭镇", division: "430102", division_name: "白鹭镇",
        holder: "",
      },
    ],
  },
};

function open(answers: Answers): { asked: Asked[]; unmount: () => void } {
  const asked = serve({
    "GET /session": { body: session_of("see_tasks") }, "GET /posts": posts, ...answers,
  });
  const { unmount } = show(
    <Routes>
      <Route path="/ledger/:id" element={<TaskDrawer />} />
    </Routes>,
    "/ledger/t1?state=confirmed",
  );
  return { asked, unmount };
}
const held = (open_steps: Parameters<typeof task>[0], part = {}) => ({
  "GET /tasks/t1": { body: task(open_steps, part), etag: '"4"' },
});
const sent = (asked: Asked[]) => asked.filter((one) => one.method === "POST");

test("loading", async () => {
  open({ "GET /tasks/t1": forever });
  expect(await screen.findByRole("status", { name: zh_cn.failure.loading })).toBeTruthy();
});

test("refused", async () => {
  open({ "GET /tasks/t1": refusal(404, "E-TASK-001") });
  expect((await screen.findByRole("alert")).textContent).toContain("E-TASK-001");
});

test("empty: nothing has happened and nothing is mine to do", async () => {
  open(held([]));
  expect(await screen.findByText(words.steps_none)).toBeTruthy();
  expect(screen.getByText(words.waiting_others)).toBeTruthy();
});

test("done: a struck-off task says that it is over", async () => {
  open(held([], { row: row({ state: "struck_off", light: "closed", was_late: true }) }));
  expect(await screen.findByText(words.finished)).toBeTruthy();
  expect(screen.getByText(words.was_late)).toBeTruthy();
});

test("the course names who did what when, with the files", async () => {
  const evidence = [{ digest: "e1", file_name: "入户照片.jpg", bytes: 2048 }];
  open(
    held([], {
      steps: [
        {
          label: "报结", text: "已完成", officer: "何小满", post_title: "民政经办", on: "2025-03-18",
          evidence,
        },
      ],
    }),
  );
  expect(await screen.findByText("已完成")).toBeTruthy();
  expect(screen.getByText("民政经办 何小满")).toBeTruthy();
  expect(screen.getByRole("button", { name: /^下载.*入户照片.jpg/ })).toBeTruthy();
});

test("the source link opens the exact span", async () => {
  open(held([]));
  const link = await screen.findByText(words.in_text);
  expect(link.getAttribute("href")).toBe("/documents/d1?task=t1&part=0&start=12");
});

test("incomplete: an assignment without a post is not sent", async () => {
  const { asked } = open(held(["assign"]));
  fireEvent.click(await screen.findByRole("button", { name: /交\s?办/ }));
  expect(await screen.findByText(words.post_missing)).toBeTruthy();
  expect(sent(asked)).toEqual([]);
});

test("a task is handed to a post found by name, with ETag and key", async () => {
  const { asked } = open({
    ...held(["assign"]),
    "POST /tasks/t1/assignments": {
      body: task([], { row: row({ state: "assigned" }) }), etag: '"5"',
    },
  });
  const field = await screen.findByLabelText(words.post);
  await userEvent.click(field);
  await userEvent.type(field, "何小满");
  expect(screen.queryByText("白鹭镇 · 民政经办")).toBeNull();
  fireEvent.click(await screen.findByText("青禾镇 · 民政经办"));
  fireEvent.click(screen.getByRole("button", { name: /交\s?办/ }));
  expect(await screen.findByText(zh_cn.states.assigned)).toBeTruthy();
  const [order] = sent(asked);
  expect(order?.body).toEqual({ post: "p9", due: "2025-03-20" });
  expect(order?.headers["if-match"]).toBe('"4"');
  expect(order?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("what was sent back says why before everything else", async () => {
  const step = {
    label: "退回", text: "缺少入户照片", officer: "沈明远", post_title: "督查专员", on: "2025-03-17",
    evidence: [],
  };
  open(held(["report"], {
    row: row({ state: "assigned", returned_on: "2025-03-17" }), steps: [step], returned: step,
  }));
  const [told] = await screen.findAllByText("缺少入户照片");
  const form = screen.getByLabelText(words.report_text);
  expect(told?.closest("[role=alert]")?.textContent).toContain("督查专员 沈明远");
  expect(told?.compareDocumentPosition(form)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.getByText(zh_cn.clerk.returned)).toBeTruthy();
});

test("signing for it is offered first; too late for an extension says so", async () => {
  open(held(["report", "progress", "sign"], {
    row: row({ state: "assigned", light: "overdue" }),
  }));
  expect(await screen.findByRole("button", { name: words.step.sign })).toBeTruthy();
  expect(screen.getByText(zh_cn.clerk.unsigned)).toBeTruthy();
  expect(screen.getByText(zh_cn.clerk.too_late_to_ask)).toBeTruthy();
});

test("the issuer suspends: cause, clock and both days; what was asked is filled in", async () => {
  const asked_suspension = { ground: "policy" as const, reason: "等新文", until: "2025-04-20" };
  const { asked } = open({
    ...held(["suspend"], { asked_suspension }),
    "POST /tasks/t1/suspensions": { body: task([]), etag: '"5"' },
  });
  const { suspend } = zh_cn;
  expect(await screen.findByText(/申请挂起至 2025-04-20/)).toBeTruthy();
  const name = /^挂\s?起$/;
  fireEvent.click(screen.getByRole("button", { name }));
  expect(await screen.findByText(suspend.day_missing)).toBeTruthy();
  expect(sent(asked)).toEqual([]);
  fireEvent.change(screen.getByLabelText(suspend.from), { target: { value: "2025-03-20" } });
  fireEvent.click(screen.getByText(suspend.clocks.moves));
  fireEvent.click(screen.getByRole("button", { name }));
  await waitFor(() => expect(sent(asked).at(0)?.body).toEqual({
    ground: "policy", reason: "等新文", clock: "moves", from: "2025-03-20", until: "2025-04-20",
  }));
});

test("while it stands still it says so, with the rule of the clock", async () => {
  open(held([], {
    row: row({ state: "assigned", light: "suspended" }),
    suspension: {
      ground: "disaster", reason: "台风", clock: "moves", from: "2025-03-10", until: "2025-04-01",
    },
  }));
  expect((await screen.findAllByText(zh_cn.lights.suspended)).length).toBe(2); // light and row
  expect(screen.getByText(/2025-03-10 至 2025-04-01，期限顺延；自然灾害/)).toBeTruthy();
});

test("before signing for it one may object; the reason is needed", async () => {
  const { asked } = open({
    ...held(["sign", "object"]), "POST /tasks/t1/objections": { body: task([]), etag: '"5"' },
  });
  const { rulings } = zh_cn;
  fireEvent.click(await screen.findByText(rulings.step.object, { selector: "[title]" }));
  fireEvent.click(screen.getByRole("button", { name: rulings.step.object }));
  expect(await screen.findByText(rulings.reason_missing)).toBeTruthy();
  expect(sent(asked)).toEqual([]);
  fireEvent.change(screen.getByLabelText(rulings.reason), { target: { value: "属残联职责" } });
  fireEvent.change(screen.getByLabelText(rulings.proposed), { target: { value: "县残联" } });
  fireEvent.click(screen.getByRole("button", { name: rulings.step.object }));
  await waitFor(() =>
    expect(sent(asked).at(0)?.body).toEqual({ reason: "属残联职责", proposed: "县残联" }),
  );
});

test("the issuer rules: what was objected is shown, a dismissal gives its reason", async () => {
  const objection = { reason: "属残联职责", proposed: "县残联", on: "2025-03-12" };
  const { asked } = open({
    ...held(["rule"], { objection, row: row({ state: "objected" }) }),
    "POST /tasks/t1/rulings": { body: task([]), etag: '"5"' },
  });
  const { rulings } = zh_cn;
  expect((await screen.findAllByText(/属残联职责/)).length).toBe(2); // fact and form
  fireEvent.click(screen.getByRole("button", { name: rulings.step.rule }));
  expect(await screen.findByText(rulings.text_missing)).toBeTruthy();
  expect(sent(asked)).toEqual([]);
  fireEvent.click(screen.getByText(rulings.answers.upheld));
  fireEvent.click(screen.getByRole("button", { name: rulings.step.rule }));
  await waitFor(() => expect(sent(asked).at(0)?.body).toEqual({ answer: "upheld", text: "" }));
});

test("incomplete: a report without evidence is not sent, and says so at the field", async () => {
  const { asked } = open(held(["report"]));
  const field = await screen.findByLabelText(words.report_text);
  fireEvent.click(screen.getByRole("button", { name: /报\s?结/ }));
  await waitFor(() => expect(document.activeElement).toBe(field));
  await userEvent.type(field, "已入户12户");
  expect(screen.getByText(zh_cn.clerk.files_missing)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /报\s?结/ }));
  expect(sent(asked)).toEqual([]);
});

test("a return needs a reason; verifying does not", async () => {
  const { asked } = open({
    ...held(["verify", "return"]), "POST /tasks/t1/verifications": { body: task([]), etag: '"5"' },
  });
  fireEvent.click(await screen.findByText(words.step.return, { selector: "[title]" }));
  fireEvent.click(screen.getByRole("button", { name: /退\s?回/ }));
  expect(await screen.findByText(words.reason_missing)).toBeTruthy();
  expect(sent(asked)).toEqual([]);
  fireEvent.click(screen.getByText(words.step.verify, { selector: "[title]" }));
  fireEvent.click(await screen.findByRole("button", { name: words.step.verify }));
  await waitFor(() => expect(sent(asked).at(0)?.body).toEqual({ text: "" }));
});

test("when it changed meanwhile: said, loaded again, and what was typed is kept", async () => {
  let version = 4;
  const { asked } = open({
    "GET /tasks/t1": () => ({ body: task(["progress"]), etag: `"${version}"` }),
    "POST /tasks/t1/progress": () => {
      version = 5;
      return refusal(412, "E-STORE-412");
    },
  });
  await userEvent.type(await screen.findByLabelText(words.report_text), "已入户12户");
  fireEvent.click(screen.getByRole("button", { name: words.step.progress }));
  expect(await screen.findByText(words.changed)).toBeTruthy();
  expect(screen.getByText("E-STORE-412")).toBeTruthy();
  await waitFor(() => expect(asked.filter((one) => one.path === "/tasks/t1").length).toBe(2));
  expect((screen.getByLabelText(words.report_text) as HTMLTextAreaElement).value).toBe("已入户12户");
  fireEvent.click(screen.getByRole("button", { name: words.step.progress }));
  await waitFor(() => expect(sent(asked).length).toBe(2));
  expect(sent(asked).map((one) => one.headers["if-match"])).toEqual(['"4"', '"5"']);
});

test("sent again after silence it has the same key", async () => {
  let times = 0;
  const { asked } = open({
    ...held(["progress"]),
    "POST /tasks/t1/progress": () => {
      times += 1;
      return times === 1 ? { status: 502 } : { body: task([]), etag: '"5"' };
    },
  });
  await userEvent.type(await screen.findByLabelText(words.report_text), "办好了");
  fireEvent.click(screen.getByRole("button", { name: words.step.progress }));
  expect(await screen.findByText("E-WEB-001")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: words.step.progress }));
  await waitFor(() => expect(sent(asked).length).toBe(2));
  const keys = sent(asked).map((one) => one.headers["idempotency-key"]);
  expect(keys[0]).toBe(keys[1]);
});

test("leaving a form loses nothing; sending it clears it", async () => {
  const first = open(held(["progress"]));
  await userEvent.type(await screen.findByLabelText(words.report_text), "写了一半");
  first.unmount();
  const { asked } = open({
    ...held(["progress"]), "POST /tasks/t1/progress": { body: task(["progress"]), etag: '"5"' },
  });
  const field = (await screen.findByLabelText(words.report_text)) as HTMLTextAreaElement;
  expect(field.value).toBe("写了一半");
  fireEvent.click(screen.getByRole("button", { name: words.step.progress }));
  await waitFor(() => expect(sent(asked).length).toBe(1));
  await waitFor(() => expect(field.value).toBe(""));
});

test("each file of evidence is sent on its own; a failed one stops no other", async () => {
  const requests = take_uploads();
  const { asked } = open({
    ...held(["report"]), "POST /tasks/t1/reports": { body: task([]), etag: '"5"' },
  });
  await userEvent.type(await screen.findByLabelText(words.report_text), "办好了");
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("no file field");
  const files = [new File(["a"], "甲.jpg"), new File(["b"], "乙.jpg")];
  fireEvent.change(input, { target: { files } });
  await waitFor(() => expect(requests.length).toBe(2));
  expect(requests[0]?.url).toBe("/api/v1/evidence?name=甲.jpg");
  expect(screen.getByText(words.files_sending)).toBeTruthy();
  requests[1]?.answer(413, refusal(413, "E-HTTP-413").body);
  requests[0]?.answer(201, { digest: "e1", file_name: "甲.jpg", bytes: 1 });
  expect(await screen.findByText("E-HTTP-413")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /报\s?结/ }));
  await waitFor(() =>
    expect(sent(asked)[0]?.body).toEqual({
      text: "办好了", evidence: [{ digest: "e1", file_name: "甲.jpg", bytes: 1 }],
    }),
  );
});

test("closing goes back to the ledger with its filters", async () => {
  open(held([]));
  await screen.findByText(words.steps_none);
  fireEvent.click(screen.getByRole("button", { name: /close/i }));
  await waitFor(() =>
    expect(screen.getByTestId("where").textContent).toBe("/ledger?state=confirmed"),
  );
});
