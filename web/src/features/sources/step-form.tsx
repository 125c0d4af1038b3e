// The frame of a step's form: fields, what is missing, the button.
import { Button, Input } from "antd";
import { useId, useState, type ReactNode, type SyntheticEvent } from "react";
import { to_first_wrong } from "@/parts/first-wrong";
import { Labelled } from "@/parts/labelled";

interface WordsFieldProps {
  label: string;
  value: string;
  wrong?: string | undefined;
  rows?: number;
  on_change: (value: string) => void;
}

export function WordsField({ label, value, wrong, rows = 1, on_change }: WordsFieldProps) {
  const id = useId();
  const field = {
    id,
    value,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": `${id}-wrong`,
    onChange: (event: { target: { value: string } }) => on_change(event.target.value),
  };
  return (
    <Labelled id={id} label={label}>
      {rows > 1 ? (
        <Input.TextArea {...field} rows={rows} maxLength={4000} />
      ) : (
        <Input {...field} maxLength={500} />
      )}
      {wrong ? <span id={`${id}-wrong`} className="step-wrong" role="alert">{wrong}</span> : null}
    </Labelled>
  );
}

interface StepFormProps {
  name: string;
  busy: boolean;
  danger?: boolean;
  complete: boolean;
  send: () => void;
  children: (tried: boolean) => ReactNode;
}

/** Sends when it is complete; otherwise goes to the first field that is not. */
export function StepForm({ name, busy, danger = false, complete, send, children }: StepFormProps) {
  const [tried, set_tried] = useState(false);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (complete) send();
    else to_first_wrong(event.currentTarget);
  };
  return (
    <form className="step-form" aria-label={name} onSubmit={submit} noValidate>
      {children(tried)}
      <div>
        <Button type="primary" danger={danger} htmlType="submit" loading={busy}>{name}</Button>
      </div>
    </form>
  );
}
