import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, test, vi } from "vitest";
import { follow_changes } from "./changes";
import { address_of, call } from "./call";
import { problem_of, Refusal, status_of, Unreached } from "./failure";
import { fresh_key, key_ring } from "./key";
import { refresh_others, session_query, workbench_query } from "./queries";
import { document_query } from "./documents";

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  vi.stubGlobal("fetch", vi.fn(async () => new Response(body, { status, headers })));

afterEach(() => vi.useRealTimers());

describe("addresses", () => {
  test("fill the path and leave out what is empty", () => {
    expect(address_of("getTask", { id: "a/b" })).toBe("/api/v1/tasks/a%2Fb");
    expect(
      address_of("listTasks", {}, { state: ["confirmed", "assigned"], mine: false, q: "" }),
    ).toBe("/api/v1/tasks?state=confirmed&state=assigned");
  });

  test("a forgotten path parameter is our own mistake", () => {
    expect(() => address_of("getTask", {})).toThrow("id");
  });
});

describe("a call", () => {
  test("sends the ETag back as it came, and the key", async () => {
    answer(200, "{}", { ETag: '"7"' });
    const { etag } = await call("verifyTask", {
      path: { id: "t1" }, body: { text: "" }, etag: 'W/"6"', key: "k",
    });
    expect(etag).toBe('"7"');
    const [address, request] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(address).toBe("/api/v1/tasks/t1/verifications");
    expect(request?.headers).toMatchObject({ "If-Match": 'W/"6"', "Idempotency-Key": "k" });
  });

  test("a refusal carries the server's reasons", async () => {
    answer(412, JSON.stringify({ code: "E-STORE-412", title: "已更改", status: 412 }));
    const error: unknown = await call("getWorkbench").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refusal);
    expect(problem_of(error)?.code).toBe("E-STORE-412");
    expect(status_of(error)).toBe(412);
  });

  test.each([
    ["a proxy's page", 502, "<html>"],
    ["a good answer that is no JSON", 200, "<html>"],
  ])("%s is told apart from a refusal", async (_, status, body) => {
    answer(status, body);
    await expect(call("getWorkbench")).rejects.toThrow(Unreached);
  });

  test("silence is told apart too", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("no network")));
    const error: unknown = await call("getWorkbench").catch((caught: unknown) => caught);
    expect(status_of(error)).toBe(0);
    expect(error).toBeInstanceOf(Unreached);
  });
});

describe("idempotency keys", () => {
  test("are version-4 UUIDs", () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(fresh_key()).toMatch(form);
    expect(fresh_key()).not.toBe(fresh_key());
  });

  test("stay while the same thing is sent again, and change with it or after it", () => {
    let count = 0;
    const ring = key_ring(() => `k${(count += 1)}`);
    expect(ring.key_for({ text: "甲" })).toBe("k1");
    expect(ring.key_for({ text: "甲" })).toBe("k1");
    expect(ring.key_for({ text: "乙" })).toBe("k2");
    ring.done();
    expect(ring.key_for({ text: "乙" })).toBe("k3");
  });
});

test("nobody signed in is an answer, another refusal is not", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  answer(401, JSON.stringify({ code: "E-AUTH-100", title: "未登录" }));
  expect(await client.fetchQuery(session_query())).toBeNull();
  answer(503, JSON.stringify({ code: "E-HTTP-503", title: "忙" }));
  const again = client.fetchQuery({ ...session_query(), staleTime: 0 });
  await expect(again).rejects.toThrow("E-HTTP-503");
});

test("after a change everything but the known answer is fetched again", () => {
  const client = new QueryClient();
  client.setQueryData(document_query("d1").queryKey, undefined as never);
  client.setQueryData(workbench_query().queryKey, {} as never);
  client.setQueryData(document_query("d1").queryKey, { data: {}, etag: "" } as never);
  refresh_others(client, document_query("d1").queryKey);
  expect(client.getQueryState(workbench_query().queryKey)?.isInvalidated).toBe(true);
  expect(client.getQueryState(document_query("d1").queryKey)?.isInvalidated).toBe(false);
});

describe("changes", () => {
  class Source extends EventTarget {
    static readonly CLOSED = 2;
    static all: Source[] = [];
    readyState = 1;
    onopen: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor() {
      super();
      Source.all.push(this);
    }
    close(): void {
      this.readyState = Source.CLOSED;
    }
  }
  const follow = () => {
    Source.all = [];
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", Source);
    const client = new QueryClient();
    const refetch = vi.spyOn(client, "invalidateQueries").mockResolvedValue();
    const lines: string[] = [];
    const stop = follow_changes(client, (line) => lines.push(line));
    return { refetch, lines, stop };
  };

  test("several in a row are one refresh", () => {
    const { refetch } = follow();
    Source.all[0]?.dispatchEvent(new Event("change"));
    Source.all[0]?.dispatchEvent(new Event("change"));
    vi.advanceTimersByTime(1000);
    expect(refetch).toHaveBeenCalledOnce();
  });

  test("a lost line is told, restored, and made up for", () => {
    const { refetch, lines } = follow();
    const first = Source.all[0];
    if (!first) throw new Error("not connected");
    first.readyState = Source.CLOSED;
    first.onerror?.();
    expect(lines).toEqual(["lost"]);
    vi.advanceTimersByTime(20_000);
    expect(Source.all.length).toBe(2);
    Source.all[1]?.onopen?.();
    vi.advanceTimersByTime(1000);
    expect(lines).toEqual(["lost", "open"]);
    expect(refetch).toHaveBeenCalledOnce();
  });

  test("stopping stops", () => {
    const { refetch, stop } = follow();
    Source.all[0]?.dispatchEvent(new Event("change"));
    stop();
    vi.advanceTimersByTime(20_000);
    expect(refetch).not.toHaveBeenCalled();
    expect(Source.all.length).toBe(1);
  });
});
