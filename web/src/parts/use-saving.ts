// A file that is fetched on a click: busy until it is there, and why not when it does not come.
import { App } from "antd";
import { useState } from "react";
import { useWords } from "@/messages";
import { reasons_of } from "./failed";

/** Whether a file is on its way, and what fetches one; a failure is told and leaves the page. */
export function useSaving(): [boolean, (fetch_file: () => Promise<void>) => Promise<void>] {
  const words = useWords();
  const { notification } = App.useApp();
  const [busy, set_busy] = useState(false);
  const save = async (fetch_file: () => Promise<void>) => {
    set_busy(true);
    try {
      await fetch_file();
    } catch (error) {
      const reasons = reasons_of(error, words);
      notification.error({
        title: reasons.title,
        description: `${reasons.next_step ?? ""} (${reasons.code})`,
      });
    }
    set_busy(false);
  };
  return [busy, save];
}
