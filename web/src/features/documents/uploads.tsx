// Keeps the upload queue alive while its owner walks through other pages.
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode,
} from "react";
import { live } from "@/api/queries";
import { UploadQueue, type Item } from "./upload-queue";

const Queue = createContext<UploadQueue | undefined>(undefined);

interface UploadsProviderProps {
  /** Whose files these are: what somebody else left waiting is not sent. */
  login: string;
  children: ReactNode;
}

export function UploadsProvider({ login, children }: UploadsProviderProps) {
  const client = useQueryClient();
  const [queue] = useState(
    () => new UploadQueue(login, () => void client.invalidateQueries({ queryKey: live })),
  );
  useEffect(() => {
    void queue.resume();
    return queue.stop_all;
  }, [queue]);
  return <Queue value={queue}>{children}</Queue>;
}

export function useUploads(): { queue: UploadQueue; items: readonly Item[] } {
  const queue = use(Queue);
  if (!queue) throw new Error("uploads are used outside their provider");
  return { queue, items: useSyncExternalStore(queue.subscribe, queue.items) };
}

/** Asks before the tab is closed while files are on their way. */
export function useLeaveWarning(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [busy]);
}
