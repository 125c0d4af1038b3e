import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import zh_cn from "@/messages/zh-CN";
import {
  forever, refusal, serve, session_of, show, type Routes as Answers,
} from "../../../tests/desk";
import { summary } from "../../../tests/things";
import { take_uploads } from "../../../tests/uploads";
import DocumentsPage from "./documents-page";
import { UploadQueue } from "./upload-queue";
import { UploadsProvider } from "./uploads";

const words = zh_cn.documents;
const list = (...items: unknown[]) => ({ body: { items, next: "" } });
const open = (answers: Answers, ...actions: Parameters<typeof session_of>) => {
  const asked = serve({ "GET /session": { body: session_of(...actions) }, ...answers });
  show(
    <UploadsProvider login="county-office">
      <DocumentsPage />
    </UploadsProvider>,
  );
  return asked;
};
const choose = (...names: string[]) => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("no file field");
  fireEvent.change(input, { target: { files: names.map((name) => new File([name], name)) } });
};

test("loading", async () => {
  open({ "GET /documents": forever }, "receive_document");
  expect(await screen.findByRole("status", { name: zh_cn.failure.loading })).toBeTruthy();
});

test("refused: never an empty list", async () => {
  open({ "GET /documents": refusal(403) }, "receive_document");
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.queryByText(words.none)).toBeNull();
});

test("empty: says what to do, by what this person may do", async () => {
  open({ "GET /documents": list() }, "receive_document");
  expect(await screen.findByText(words.none_more)).toBeTruthy();
});

test("empty for somebody who may not receive: no drop zone", async () => {
  open({ "GET /documents": list() }, "see_documents");
  expect(await screen.findByText(words.none_readonly)).toBeTruthy();
  expect(screen.queryByText(words.drop)).toBeNull();
});

test("done and incomplete: what was decided, what is open, what to look at", async () => {
  const undecided = { proposed: 0, confirmed: 0, rejected: 0 };
  const empty = summary({ id: "d2", title: "无任务", parts: 3, ...undecided });
  open({ "GET /documents": list(summary(), empty) }, "see_documents");
  const link = await screen.findByText("全市民政工作会议");
  expect(link.getAttribute("href")).toBe("/documents/d1");
  expect(screen.getByText(words.proposals_short(3, 2, 1))).toBeTruthy();
  expect(screen.getAllByText(words.warnings(1)).length).toBe(2);
  expect(screen.getByText(new RegExp(words.parts(3)))).toBeTruthy();
});

test("files go two at a time, each with its progress; a bad one stops no other", async () => {
  const sent = take_uploads();
  open({ "GET /documents": list() }, "receive_document");
  await screen.findByText(words.none_more);
  choose("甲.html", "乙.txt", "丙.txt");
  await waitFor(() => expect(sent.length).toBe(2));
  expect(sent[0]?.url).toBe("/api/v1/documents?name=甲.html");
  expect(screen.getByText(words.waiting)).toBeTruthy();
  sent[0]?.progress(40, 100);
  expect(await screen.findByText(words.sending(40))).toBeTruthy();
  sent[0]?.sent();
  expect(await screen.findByText(words.reading)).toBeTruthy();
  sent[1]?.answer(422, refusal(422, "E-INTAKE-002").body);
  expect(await screen.findByText("E-INTAKE-002")).toBeTruthy();
  await waitFor(() => expect(sent.length).toBe(3));
  sent[0]?.answer(201, summary({ id: "n1", proposed: 4 }));
  sent[2]?.answer(200, summary({ id: "n2" }));
  expect(await screen.findByText(words.received(4))).toBeTruthy();
  expect(await screen.findByText(words.there_already)).toBeTruthy();
  expect(screen.getByText(words.uploads_counted(3, 3, 1))).toBeTruthy();
});

test("a failed file is sent again under the same key", async () => {
  const sent = take_uploads();
  open({ "GET /documents": list() }, "receive_document");
  await screen.findByText(words.none_more);
  choose("甲.html");
  await waitFor(() => expect(sent.length).toBe(1));
  sent[0]?.fail();
  fireEvent.click(await screen.findByRole("button", { name: /重\s?试/ }));
  await waitFor(() => expect(sent.length).toBe(2));
  expect(sent[1]?.key).toBe(sent[0]?.key);
  expect(sent[0]?.key).toBeTruthy();
});

test("the queue lives on while nobody looks, and a stopped file makes room", async () => {
  const sent = take_uploads();
  const received = vi.fn();
  const queue = new UploadQueue("county-office", received);
  queue.add(["甲", "乙", "丙"].map((name) => new File([name], name)));
  expect(sent.length).toBe(2);
  queue.stop(queue.items()[0]?.id ?? 0);
  expect(sent[0]?.aborted).toBe(true);
  await waitFor(() => expect(sent.length).toBe(3));
  sent[1]?.answer(201, summary());
  sent[2]?.answer(201, summary());
  await waitFor(() => expect(received).toHaveBeenCalledTimes(2));
  expect(queue.items().map((item) => item.stage)).toEqual(["stopped", "received", "received"]);
  queue.clear_ended();
  expect(queue.items()).toEqual([]);
});
