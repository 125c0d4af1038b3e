// The foot of a step's form: what the press does, and that nothing typed is lost.
import { Button } from "antd";
import { useWords } from "@/messages";
import type { Stepping } from "./use-step";

interface SendProps {
  stepping: Stepping;
  /** What pressing it does. */
  name: string;
  danger?: boolean;
  /** Something is still on its way. */
  waits?: boolean;
}

export function Send({ stepping, name, danger = false, waits = false }: SendProps) {
  const { task } = useWords();
  return (
    <div className="step-send">
      <Button
        type="primary"
        danger={danger}
        htmlType="submit"
        loading={stepping.isPending}
        disabled={waits}
      >
        {name}
      </Button>
      <span>{waits ? task.files_sending : task.draft_kept}</span>
    </div>
  );
}
