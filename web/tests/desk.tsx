// Renders pages against a server that answers what the test says.
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { App as Widgets, ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { vi } from "vitest";
import type { Action, Session } from "@/api/shapes";
import { create_client } from "@/app/app";
import { LanguageProvider } from "@/messages";

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: unknown;
}
export interface Reply {
  status?: number;
  body?: unknown;
  etag?: string;
}
type Answer = Reply | ((asked: Asked) => Reply | Promise<Reply>);

/** "GET /workbench" and so on; what is not named is refused like an unknown route. */
export type Routes = Record<string, Answer>;

export const forever: Answer = () => new Promise<Reply>(() => undefined);

export function refusal(status: number, code = "E-TEST-001"): Reply {
  return {
    status,
    body: {
      type: `urn:anmin:error:${code}`, title: "服务器说不行", status, code, place: "测试",
      finding: "发现了问题", expectation: "应当没有问题", next_step: "请这样做",
    },
  };
}

function headers_of(request: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(request?.headers).entries());
}

/** Replaces fetch; returns what was asked, in order. */
export function serve(routes: Routes): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal("fetch", async (address: string, request?: RequestInit): Promise<Response> => {
    const url = new URL(address, "http://test");
    const path = url.pathname.replace("/api/v1", "");
    const method = request?.method ?? "GET";
    const text = request?.body;
    const asked: Asked = {
      method, path, query: url.searchParams, headers: headers_of(request),
      body: typeof text === "string" ? (JSON.parse(text) as unknown) : undefined,
    };
    all.push(asked);
    const answer = routes[`${method} ${path}`] ?? refusal(404, "E-TEST-404");
    const reply = typeof answer === "function" ? await answer(asked) : answer;
    const headers = new Headers({ "Content-Type": "application/json" });
    if (reply.etag) headers.set("ETag", reply.etag);
    const body = reply.body === undefined ? null : JSON.stringify(reply.body);
    return new Response(body, { status: reply.status ?? 200, headers });
  });
  return all;
}

export function session_of(...actions: Action[]): Session {
  return {
    name: "林知行", login: "director", post: "p1", post_title: "办公室主任",
    unit_name: "云溪市民政局", division: "4301", division_name: "云溪市", roles: ["directive"],
    actions, demo: true, owes: null,
  };
}

function Where() {
  const { pathname, search } = useLocation();
  return <div data-testid="where">{pathname + search}</div>;
}

export function show(page: ReactNode, address = "/") {
  return render(
    <LanguageProvider>
      <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <Widgets>
          <QueryClientProvider client={create_client()}>
            <MemoryRouter initialEntries={[address]}>
              {page}
              <Where />
            </MemoryRouter>
          </QueryClientProvider>
        </Widgets>
      </ConfigProvider>
    </LanguageProvider>,
  );
}
