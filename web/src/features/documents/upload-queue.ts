// The files being handed in: two at a time, each with its own progress and its own failure.
import { Unreached } from "@/api/failure";
import { key_ring } from "@/api/key";
import type { DocumentSummary } from "@/api/shapes";
import { upload } from "@/api/upload";
import { forget_file, keep_file, kept_files } from "@/parts/kept-files";

export type Stage = "waiting" | "sending" | "reading" | "received" | "known" | "failed" | "stopped";

export interface Item {
  id: number;
  file: File;
  stage: Stage;
  /** Sent share in percent. */
  percent: number;
  document?: DocumentSummary;
  error?: unknown;
}

const at_once = 2;
const ended: readonly Stage[] = ["received", "known", "failed", "stopped"];
const running: readonly Stage[] = ["sending", "reading"];

export const has_ended = (item: Item): boolean => ended.includes(item.stage);

export class UploadQueue {
  private items_: readonly Item[] = [];
  private readonly listeners_ = new Set<() => void>();
  private readonly stops_ = new Map<number, AbortController>();
  private readonly keys_ = new Map<number, string>();
  private last_id_ = 0;
  private readonly login_: string;
  private readonly received_: () => void;

  /** `received` is called after each file that the server took. */
  constructor(login: string, received: () => void) {
    this.login_ = login;
    this.received_ = received;
  }

  readonly items = (): readonly Item[] => this.items_;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  readonly add = (files: readonly File[]): void => {
    const named = files.map((file) => ({
      key: key_ring().key_for(file.name), login: this.login_, file,
    }));
    named.forEach((one) => void keep_file(one));
    this.take_(named);
  };

  /** Goes on with what an earlier tab left waiting; the server knows what it has already. */
  readonly resume = async (): Promise<void> => {
    const known = new Set(this.keys_.values());
    const kept = await kept_files();
    this.take_(kept.filter((one) => one.login === this.login_ && !known.has(one.key)));
  };

  readonly stop = (id: number): void => {
    this.stops_.get(id)?.abort();
    this.change_(id, { stage: "stopped" });
    this.forget_(id);
    this.advance_();
  };

  readonly retry = (id: number): void => {
    this.change_(id, { stage: "waiting", percent: 0, error: undefined });
    this.advance_();
  };

  readonly clear_ended = (): void => this.set_(this.items_.filter((item) => !has_ended(item)));

  readonly stop_all = (): void => this.stops_.forEach((stop) => stop.abort());

  private take_(named: ReadonlyArray<{ key: string; file: File }>): void {
    const added = named.map(({ key, file }): Item => {
      this.last_id_ += 1;
      this.keys_.set(this.last_id_, key);
      return { id: this.last_id_, file, stage: "waiting", percent: 0 };
    });
    this.set_([...this.items_, ...added]);
    this.advance_();
  }

  private forget_(id: number): void {
    const key = this.keys_.get(id);
    if (key) void forget_file(key);
  }

  private set_(items: readonly Item[]): void {
    this.items_ = items;
    this.listeners_.forEach((listener) => listener());
  }

  private change_(id: number, part: Partial<Item>): void {
    this.set_(this.items_.map((item) => (item.id === id ? { ...item, ...part } : item)));
  }

  private advance_(): void {
    const busy = this.items_.filter((item) => running.includes(item.stage)).length;
    this.items_
      .filter((item) => item.stage === "waiting")
      .slice(0, Math.max(0, at_once - busy))
      .forEach((item) => void this.send_(item));
  }

  private async send_({ id, file }: Item): Promise<void> {
    const stop = new AbortController();
    this.stops_.set(id, stop);
    this.change_(id, { stage: "sending", percent: 0 });
    const key = this.keys_.get(id);
    try {
      const { data, created } = await upload("receiveDocument", file, {
        ...(key ? { key } : {}),
        signal: stop.signal,
        on_progress: (share) =>
          this.change_(id, {
            percent: Math.round(share * 100),
            stage: share >= 1 ? "reading" : "sending",
          }),
      });
      this.change_(id, { stage: created ? "received" : "known", document: data });
      this.forget_(id);
      this.received_();
    } catch (error) {
      if (!stop.signal.aborted) {
        this.change_(id, { stage: "failed", error });
        // What the server refused it would refuse again; what never arrived is tried again.
        if (!(error instanceof Unreached)) this.forget_(id);
      }
    }
    this.stops_.delete(id);
    this.advance_();
  }
}
