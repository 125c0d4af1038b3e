// Which figure of the system measures the target from now on.
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import { indicators_query } from "@/api/follow-queries";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Field } from "./field";
import type { FormProps } from "./next-step";

export function BindForm({ task, stepping }: FormProps) {
  const { reminders, task: words } = useWords();
  const id = useId();
  const division = task.row.owner?.division ?? task.row.division;
  const query = useQuery(indicators_query(division));
  const [chosen, set_chosen] = useState<string | null>(null);
  if (query.error) return <Failed error={query.error} on_retry={() => void query.refetch()} />;
  const fitting = (query.data?.items ?? []).filter((one) => one.unit === task.target?.unit);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) stepping.mutate({ step: "bind", body: { indicator: chosen } });
      }}
    >
      <Field id={`${id}-indicator`} label={reminders.bind_pick}>
        <Select
          id={`${id}-indicator`}
          value={chosen}
          loading={query.isPending}
          notFoundContent={reminders.bind_none}
          options={fitting.map((one) => ({
            value: one.id, label: `${one.name} ${one.value.toLocaleString()}${one.unit}`,
          }))}
          onChange={(value: string) => set_chosen(value)}
        />
      </Field>
      <div className="step-send">
        <Button type="primary" htmlType="submit" loading={stepping.isPending}>
          {words.step.bind}
        </Button>
      </div>
    </form>
  );
}
