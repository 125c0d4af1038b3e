// A stand-in for XMLHttpRequest whose answers the test gives.
import { vi } from "vitest";

export interface SentFile {
  url: string;
  key: string | undefined;
  aborted: boolean;
  progress: (loaded: number, total: number) => void;
  sent: () => void;
  answer: (status: number, body: unknown) => void;
  fail: () => void;
}

export function take_uploads(): SentFile[] {
  const all: SentFile[] = [];
  class Request {
    upload: {
      onprogress: ((event: unknown) => void) | null;
      onload: (() => void) | null;
    } = { onprogress: null, onload: null };
    status = 0;
    responseText = "";
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onabort: (() => void) | null = null;
    private readonly file_: SentFile = {
      url: "", key: undefined, aborted: false,
      progress: (loaded, total) =>
        this.upload.onprogress?.({ lengthComputable: true, loaded, total }),
      sent: () => this.upload.onload?.(),
      answer: (status, body) => {
        this.status = status;
        this.responseText = JSON.stringify(body);
        this.onload?.();
      },
      fail: () => this.onerror?.(),
    };
    open(_: string, url: string): void {
      this.file_.url = decodeURIComponent(url);
    }
    setRequestHeader(name: string, value: string): void {
      if (name === "Idempotency-Key") this.file_.key = value;
    }
    abort(): void {
      this.file_.aborted = true;
      this.onabort?.();
    }
    send(): void {
      all.push(this.file_);
    }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
  return all;
}
