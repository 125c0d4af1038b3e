// What has to be handed in beside the work; the server refuses what it holds already.
import { Button, Input, Select } from "antd";
import { useWords } from "@/messages";
import "./asks.css";

interface AskedItem {
  kind: "figure" | "form";
  name: string;
  /** From a figure of the system with a name like it. */
  different?: string;
}

interface AsksProps {
  asks: AskedItem[];
  on_change: (asks: AskedItem[]) => void;
}

const kinds = ["form", "figure"] as const;

export function Asks({ asks, on_change }: AsksProps) {
  const { reminders } = useWords();
  const edit = (at: number, part: Partial<AskedItem>) =>
    on_change(asks.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="asks">
      <legend>{reminders.ask_add}</legend>
      {asks.map((one, at) => (
        <div key={`${at}`} className="ask">
          <Select<AskedItem["kind"]>
            aria-label={`${reminders.asks} ${at + 1}`}
            value={one.kind}
            options={kinds.map((value) => ({ value, label: reminders.ask_kind[value] }))}
            onChange={(kind) => edit(at, { kind })}
          />
          <Input
            aria-label={`${reminders.ask_name} ${at + 1}`}
            placeholder={reminders.ask_name}
            maxLength={100}
            value={one.name}
            onChange={(event) => edit(at, { name: event.target.value })}
          />
          <Button onClick={() => on_change(asks.filter((_, index) => index !== at))}>
            {reminders.ask_remove}
          </Button>
          {one.kind === "figure" ? (
            <Input
              className="ask-different"
              aria-label={`${reminders.ask_different} ${at + 1}`}
              placeholder={reminders.ask_different}
              maxLength={200}
              value={one.different ?? ""}
              onChange={(event) => edit(at, { different: event.target.value })}
            />
          ) : null}
        </div>
      ))}
      <Button onClick={() => on_change([...asks, { kind: "form", name: "" }])}>
        {reminders.ask_more}
      </Button>
    </fieldset>
  );
}
