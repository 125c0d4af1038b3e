// Sending one file with its progress, which fetch() cannot tell.
import { address_of, type Query } from "./call";
import { failure_of, Unreached } from "./failure";
import type { Operations } from "./operations";

export type UploadOperation = "receiveDocument" | "keepEvidence" | "importStaff";

export interface Uploaded<O extends UploadOperation> {
  data: Operations[O]["answer"];
  /** False when the server had these bytes already. */
  created: boolean;
}

export interface UploadOptions {
  key?: string;
  signal?: AbortSignal;
  /** Sent share, 0 to 1. At 1 the server is reading. */
  on_progress?: (share: number) => void;
}

function settle<O extends UploadOperation>(
  request: XMLHttpRequest,
  done: (answer: Uploaded<O>) => void,
  failed: (error: Error) => void,
): void {
  const { status, responseText } = request;
  if (status < 200 || status >= 300) return failed(failure_of(status, responseText));
  try {
    done({ data: JSON.parse(responseText) as Operations[O]["answer"], created: status === 201 });
  } catch {
    failed(new Unreached(status));
  }
}

export function upload<O extends UploadOperation>(
  operation: O,
  file: File,
  options: UploadOptions = {},
): Promise<Uploaded<O>> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const query: Query = { name: file.name };
    request.open("POST", address_of(operation, {}, query));
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    if (options.key) request.setRequestHeader("Idempotency-Key", options.key);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.on_progress?.(event.loaded / event.total);
    };
    request.upload.onload = () => options.on_progress?.(1);
    request.onload = () => settle(request, done, failed);
    request.onerror = () => failed(new Unreached(0));
    request.onabort = () => failed(new DOMException("stopped", "AbortError"));
    options.signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
