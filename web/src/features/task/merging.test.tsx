import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import zh_cn from "@/messages/zh-CN";
import { serve, session_of, show, type Routes as Answers } from "../../../tests/desk";
import { row, task } from "../../../tests/things";
import TaskDrawer from "./task-drawer";

const words = zh_cn.merging;
const owner = (post: string, unit_name: string) => ({
  post, post_title: "经办", unit_name, division: "430101",
});

function open(answers: Answers) {
  const asked = serve({ "GET /session": { body: session_of("see_tasks") }, ...answers });
  show(
    <Routes>
      <Route path="/ledger/:id" element={<TaskDrawer />} />
    </Routes>,
    "/ledger/t1",
  );
  return asked;
}

test("merging names the other task, who leads and why; the figure goes along", async () => {
  const other = row({ id: "t2", text: "走访困难群众", owner: owner("p8", "县残联") });
  const mine = row({ id: "t1", state: "assigned", owner: owner("p9", "县民政局") });
  const asked = open({
    "GET /tasks/t1": {
      body: task(["merge"], { row: mine, target: { amount: "12", unit: "户" } }), etag: '"4"',
    },
    "GET /tasks": { body: { items: [mine, other], next: "", total: 2, as_of: "2025-03-12" } },
    "POST /tasks/t1/merges": {
      body: task([], {
        row: { ...mine, state: "merged", light: "closed" },
        merged_into: { id: "t2", text: "走访困难群众", on: "2025-03-12" },
      }),
      etag: '"5"',
    },
  });
  const button = await screen.findByRole("button", { name: /并\s?入/ });
  fireEvent.click(button);
  expect(await screen.findByText(words.into_missing)).toBeTruthy();
  expect(screen.getByText(words.reason_missing)).toBeTruthy();
  await userEvent.click(screen.getByLabelText(words.into));
  fireEvent.click(await screen.findByText(/走访困难群众 · .* · 县残联/));
  fireEvent.change(screen.getByLabelText(words.reason), { target: { value: "同一批户" } });
  fireEvent.click(button);
  expect(await screen.findByText(words.lead_missing)).toBeTruthy();
  await userEvent.click(screen.getByLabelText(words.lead));
  fireEvent.click(await screen.findByText("县残联 经办"));
  fireEvent.click(screen.getByText(words.add("12户")));
  fireEvent.click(button);
  await waitFor(() =>
    expect(asked.find((one) => one.method === "POST")?.body).toEqual({
      into: "t2", reason: "同一批户", lead: "p8", add_target: true,
    }),
  );
  expect(await screen.findByText(words.finished)).toBeTruthy();
  expect(screen.getByRole("link", { name: "走访困难群众" }).getAttribute("href")).toBe("/ledger/t2");
});

test("what was taken in is listed with its source and its figure", async () => {
  open({
    "GET /tasks/t1": {
      body: task([], {
        absorbed: [
          {
            id: "t3", text: "入户核查", document: "d3", source_title: "部工作要点", order: "t9",
            due: "2025-04-30", target: { amount: "5", unit: "户" }, added: false, on: "2025-03-12",
          },
        ],
      }),
      etag: '"4"',
    },
  });
  expect((await screen.findByText(words.absorbed(1))).tagName).toBe("H3");
  const line = screen.getByText("入户核查").closest("li");
  expect(line?.textContent).toContain("（部工作要点）");
  expect(line?.textContent).toContain("指标 5户 未计入");
  expect(screen.getByRole("link", { name: words.order }).getAttribute("href")).toBe("/tree/t9");
});
