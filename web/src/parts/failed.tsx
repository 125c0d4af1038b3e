// Shows why something did not work: the server's own words, with the code and the next step.
import { Alert, Button } from "antd";
import { useWords, type Words } from "@/messages";
import "./failed.css";

/** The shape of a refusal as the server words it. */
export interface Reasons {
  code: string;
  title: string;
  place?: string;
  finding?: string;
  expectation?: string;
  next_step?: string;
  request?: string;
}

function text_in(value: unknown, name: string): string | undefined {
  const found = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The server's reasons when it gave some; otherwise that it could not be reached. */
export function reasons_of(error: unknown, words: Words): Reasons {
  const problem = (error as { problem?: Reasons } | null)?.problem;
  if (problem && text_in(problem, "code")) return problem;
  const status = (error as { status?: unknown } | null)?.status;
  return {
    code: "E-WEB-001",
    title: words.failure.unreached,
    finding: words.failure.unreached_found(typeof status === "number" ? status : 0),
    next_step: words.failure.unreached_next,
  };
}

/** A page that the server points to (/indicators/…) can be opened from where it stands. */
const address = /((?<![\w:/.])\/[a-z][\w/.?=&-]*)/;

function Pointing({ text }: { text: string }) {
  return text
    .split(address)
    .map((part) => (address.test(part) ? <a key={part} href={part}>{part}</a> : part));
}

function Lines({ reasons }: { reasons: Reasons }) {
  const { failure } = useWords();
  const rows: Array<[string, string | undefined]> = [
    [failure.place, text_in(reasons, "place")],
    // Where the title says it already, once is enough.
    [failure.finding, reasons.finding === reasons.title ? undefined : text_in(reasons, "finding")],
    [failure.expectation, text_in(reasons, "expectation")],
    [failure.next_step, text_in(reasons, "next_step")],
    [failure.request, text_in(reasons, "request")],
  ];
  return (
    <dl className="failed-lines">
      {rows.map(([name, text]) =>
        text === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{name === failure.next_step ? <Pointing text={text} /> : text}</dd>
          </div>
        ),
      )}
      <div>
        <dt>{failure.code}</dt>
        <dd className="failed-code">{reasons.code}</dd>
      </div>
    </dl>
  );
}

interface FailedProps {
  error: unknown;
  /** Offered as a button when given. */
  on_retry?: (() => void) | undefined;
  on_close?: (() => void) | undefined;
}

export function Failed({ error, on_retry, on_close }: FailedProps) {
  const words = useWords();
  const reasons = reasons_of(error, words);
  const closing = on_close ? { closable: { closeIcon: true, onClose: on_close } } : {};
  return (
    <Alert
      {...closing}
      className="failed"
      type="error"
      showIcon
      role="alert"
      title={reasons.title}
      description={<Lines reasons={reasons} />}
      action={on_retry && <Button onClick={on_retry}>{words.failure.retry}</Button>}
    />
  );
}
