import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Demo } from "@/api/shapes";
import zh_cn from "@/messages/zh-CN";
import { forever, refusal, serve, session_of, show } from "../../../tests/desk";
import { AccountMenu } from "./account-menu";
import { Entrance } from "./entrance";

const words = zh_cn.session;
const demo: Demo = {
  demo: true,
  roles: [
    {
      login: "clerk", name: "何小满", post_title: "民政经办", unit_name: "青禾镇",
      division_name: "青禾镇", roles: ["executor"], story_zh: "办完后报结。", story_en: "Report it.",
    },
    {
      login: "director", name: "林知行", post_title: "办公室主任", unit_name: "云溪市民政局",
      division_name: "云溪市", roles: ["directive"], story_zh: "审成任务。", story_en: "Confirm.",
    },
  ],
};
const door = (notice: unknown = undefined, on_enter = vi.fn()) => {
  show(<Entrance notice={notice} on_enter={on_enter} />);
  return on_enter;
};

test("loading", async () => {
  serve({ "GET /demo": forever });
  door();
  expect(await screen.findByRole("status")).toBeTruthy();
});

test("refused: no form and no cards", async () => {
  serve({ "GET /demo": refusal(503) });
  door();
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.queryByText(words.login_title)).toBeNull();
});

test("incomplete: a demonstration without roles says what to do", async () => {
  serve({ "GET /demo": { body: { demo: true, roles: [] } } });
  door();
  expect(await screen.findByText(words.no_roles_next)).toBeTruthy();
});

test("a role is taken by its card", async () => {
  const asked = serve({
    "GET /demo": { body: demo }, "POST /demo/session": { body: session_of("see_tasks") },
  });
  const on_enter = door();
  expect(await screen.findByText("办完后报结。")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: words.take("民政经办 何小满") }));
  await waitFor(() => expect(on_enter).toHaveBeenCalled());
  expect(asked.at(-1)?.body).toEqual({ login: "clerk" });
});

test("outside a demonstration there is a form; a wrong password keeps what was typed", async () => {
  const asked = serve({
    "GET /demo": { body: { demo: false, roles: [] } }, "POST /session": refusal(401, "E-AUTH-101"),
  });
  door();
  await userEvent.type(await screen.findByLabelText(words.login), "lin");
  await userEvent.type(screen.getByLabelText(words.password), "secret");
  fireEvent.click(screen.getByRole("button", { name: /登\s?录/ }));
  expect((await screen.findByRole("alert")).textContent).toContain("E-AUTH-101");
  expect(asked.at(-1)?.body).toEqual({ login: "lin", password: "secret" });
  expect((screen.getByLabelText(words.login) as HTMLInputElement).value).toBe("lin");
});

test("an empty form is not sent", async () => {
  const asked = serve({ "GET /demo": { body: { demo: false, roles: [] } } });
  door();
  await screen.findByLabelText(words.login);
  fireEvent.click(screen.getByRole("button", { name: /登\s?录/ }));
  expect(await screen.findByText(words.login_missing)).toBeTruthy();
  expect(asked.filter((one) => one.method === "POST")).toEqual([]);
});

test("the account menu offers the other roles and the way out, which forgets drafts", async () => {
  sessionStorage.setItem("anmin.draft.director.task.t1.report", '{"text":"x"}');
  const asked = serve({ "GET /demo": { body: demo }, "DELETE /session": { status: 204 } });
  const on_change = vi.fn();
  show(<AccountMenu session={session_of("see_tasks")} on_change={on_change} />);
  fireEvent.click(screen.getByRole("button"));
  expect(await screen.findByText("民政经办")).toBeTruthy();
  expect(screen.queryByText("云溪市民政局 林知行")).toBeNull();
  fireEvent.click(screen.getByText(words.sign_out));
  await waitFor(() => expect(on_change).toHaveBeenCalled());
  expect(asked.at(-1)?.method).toBe("DELETE");
  expect(sessionStorage.length).toBe(0);
});
