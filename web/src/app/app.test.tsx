import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import en from "@/messages/en";
import zh_cn from "@/messages/zh-CN";
import { refusal, serve, session_of, show } from "../../tests/desk";
import { workbench } from "../../tests/things";
import { Pages } from "./app";

const demo = { body: { demo: true, roles: [] } };
const bench = { body: workbench() };

test("nobody signed in: the door, with the banner of a demonstration", async () => {
  serve({ "GET /session": refusal(401), "GET /demo": demo });
  show(<Pages />);
  expect(await screen.findByText(zh_cn.session.no_roles)).toBeTruthy();
  expect(await screen.findByText(zh_cn.app.demo)).toBeTruthy();
});

test("a failed session is a failure, not the door", async () => {
  serve({ "GET /session": refusal(503, "E-HTTP-503"), "GET /demo": demo });
  show(<Pages />);
  expect(await screen.findByText("E-HTTP-503")).toBeTruthy();
  expect(screen.queryByText(zh_cn.session.no_roles)).toBeNull();
});

test("the menu offers what the actions allow, on every page the banner", async () => {
  const session = { body: session_of("see_tasks") };
  serve({ "GET /session": session, "GET /demo": demo, "GET /workbench": bench });
  show(<Pages />);
  expect(await screen.findByRole("link", { name: zh_cn.ledger.page })).toBeTruthy();
  expect(screen.queryByRole("link", { name: zh_cn.documents.page })).toBeNull();
  expect(screen.queryByText(zh_cn.log.page)).toBeNull();
  expect(screen.getByText(zh_cn.app.demo)).toBeTruthy();
});

test("an ended session leads to the door and says why", async () => {
  let ended = false;
  serve({
    "GET /session": { body: session_of("see_tasks") }, "GET /demo": demo,
    "GET /workbench": () => (ended ? refusal(401, "E-AUTH-100") : bench),
    "GET /tasks": () => refusal(401, "E-AUTH-100"),
  });
  show(<Pages />);
  const link = await screen.findByRole("link", { name: zh_cn.ledger.page });
  ended = true;
  fireEvent.click(link);
  expect(await screen.findByText("E-AUTH-100")).toBeTruthy();
  expect(await screen.findByText(zh_cn.session.no_roles)).toBeTruthy();
});

test("an unknown address says so and leads home", async () => {
  const session = { body: session_of("see_tasks") };
  serve({ "GET /session": session, "GET /demo": demo, "GET /workbench": bench });
  show(<Pages />, "/nowhere");
  fireEvent.click(await screen.findByText(zh_cn.app.home));
  expect(await screen.findByText(zh_cn.workbench.waiting_none)).toBeTruthy();
});

test("the language switches at once and is remembered", async () => {
  const session = { body: session_of("see_tasks") };
  serve({ "GET /session": session, "GET /demo": demo, "GET /workbench": bench });
  show(<Pages />);
  await screen.findByText(zh_cn.workbench.waiting_none);
  act(() => fireEvent.click(screen.getByText(zh_cn.app.language)));
  expect(await screen.findByText(en.workbench.waiting_none)).toBeTruthy();
  await waitFor(() => expect(document.documentElement.lang).toBe("en"));
  expect(localStorage.getItem("anmin.language")).toBe("en");
});

test("somebody who may see nothing is told so; a keeper of the log begins there", async () => {
  serve({ "GET /session": { body: session_of() }, "GET /demo": demo });
  const first = show(<Pages />);
  expect(await screen.findByText(zh_cn.app.nothing_here)).toBeTruthy();
  first.unmount();
  serve({ "GET /session": { body: session_of("verify_log") }, "GET /demo": demo });
  show(<Pages />);
  expect(await screen.findByText(zh_cn.log.never)).toBeTruthy();
});
