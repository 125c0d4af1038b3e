// The one place that talks to the server, typed by the contract.
import { failure_of, Unreached } from "./failure";
import { routes, type Operations } from "./operations";

export type OperationId = keyof Operations;
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;
type Given<T> = T extends null ? undefined : T;

export interface Arguments<O extends OperationId> {
  path?: Given<Operations[O]["path"]>;
  query?: Given<Operations[O]["query"]>;
  body?: Given<Operations[O]["body"]>;
  /** Sent back exactly as the server gave it. */
  etag?: string | undefined;
  /** The same key for the same submission, also when it is sent again. */
  key?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface Answer<T> {
  data: T;
  etag: string;
}

const root = "/api/v1";

export function address_of<O extends OperationId>(
  operation: O,
  path?: Record<string, string>,
  query?: Query,
): string {
  const filled = routes[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path?.[name];
    if (value === undefined) throw new Error(`${operation} needs "${name}" in its path`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (Array.isArray(value)) value.forEach((one: string) => search.append(name, one));
    else if (value !== undefined && value !== "" && value !== false) {
      search.set(name, String(value));
    }
  }
  const tail = search.toString();
  return `${root}${filled}${tail === "" ? "" : `?${tail}`}`;
}

function headers_of<O extends OperationId>(given: Arguments<O>): Record<string, string> {
  const headers: Record<string, string> = { Accept: "application/json" };
  const kind = (given.body as unknown) instanceof Blob ? "octet-stream" : "json";
  if (given.body !== undefined) headers["Content-Type"] = `application/${kind}`;
  if (given.etag !== undefined) headers["If-Match"] = given.etag;
  if (given.key !== undefined) headers["Idempotency-Key"] = given.key;
  return headers;
}

async function sent(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreached(0);
  }
}

export async function call<O extends OperationId>(
  operation: O,
  given: Arguments<O> = {},
): Promise<Answer<Operations[O]["answer"]>> {
  const address = address_of(operation, given.path ?? {}, (given.query ?? {}) as Query);
  const request: RequestInit = {
    method: routes[operation].method,
    headers: headers_of(given),
    credentials: "same-origin",
  };
  const body: unknown = given.body;
  if (body !== undefined) request.body = body instanceof Blob ? body : JSON.stringify(body);
  if (given.signal) request.signal = given.signal;
  const response = await sent(address, request);
  const text = await response.text();
  if (!response.ok) throw failure_of(response.status, text);
  const etag = response.headers.get("ETag") ?? "";
  if (text === "") return { data: null as Operations[O]["answer"], etag };
  try {
    return { data: JSON.parse(text) as Operations[O]["answer"], etag };
  } catch {
    throw new Unreached(response.status);
  }
}

/** Fetches a file and hands it to the browser to save; a refusal is thrown, not saved. */
export async function download<O extends OperationId>(
  operation: O,
  name: string,
  given: Pick<Arguments<O>, "path" | "query"> = {},
): Promise<void> {
  const address = address_of(operation, given.path ?? {}, (given.query ?? {}) as Query);
  const response = await sent(address, { credentials: "same-origin" });
  if (!response.ok) throw failure_of(response.status, await response.text());
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Revoking at once would cancel the save in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
