// Recording a meeting, entering an instruction.
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input, Select } from "antd";
import { call } from "@/api/call";
import { conveyance_year_query, pool_query } from "@/api/follow-queries";
import type { Conveyance, NewBranch, RecordMeeting } from "@/api/shapes";
import { useEntry } from "@/api/use-entry";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Failed } from "@/parts/failed";
import { FormDialog } from "@/parts/form-dialog";
import { names_of } from "@/parts/lines";
import { lines, text, type Typed } from "./typed";

/** Name, code, expected, venue; either kind of comma. Nothing when a line is not complete. */
function branch_of(line: string): NewBranch | undefined {
  const [name = "", division = "", expected = "", venue = ""] = line
    .split(/[,\uff0c]/)
    .map((one) => one.trim());
  const people = Number(expected);
  if (name === "" || !/^\d+$/.test(division) || !Number.isInteger(people)) return undefined;
  return { name, division, expected: people, ...(venue ? { venue } : {}) };
}

/** What was taken from the pool stands first, in the order of the pool. */
function agenda_of(typed: Typed, pool: readonly Conveyance[]): RecordMeeting["agenda"] {
  const picked: readonly string[] = Array.isArray(typed.picked) ? typed.picked : [];
  const taken = pool
    .filter((one) => picked.includes(one.id))
    .map((one) => ({
      title: one.title, first_topic: one.first_topic ? ("yes" as const) : ("no" as const),
      conveyance: one.id,
    }));
  const first = typed.first_topic === true && taken.length === 0;
  const written = lines(typed.agenda).map((title, at) => ({
    title, first_topic: first && at === 0 ? ("yes" as const) : ("no" as const),
  }));
  return [...taken, ...written];
}

function meeting_of(typed: Typed, pool: readonly Conveyance[]): RecordMeeting {
  const form = text(typed.form);
  return {
    name: text(typed.name),
    held_on: text(typed.held_on),
    chair: text(typed.chair),
    ...(form ? { form } : {}),
    conveyors: names_of(text(typed.conveyors)),
    agenda: agenda_of(typed, pool),
    branches: lines(typed.branches).flatMap((line) => branch_of(line) ?? []),
  };
}

function FormOfSession() {
  const { conveyances } = useWords();
  const forms = useQuery(conveyance_year_query()).data?.forms ?? [];
  return (
    <Form.Item name="form" label={conveyances.form}>
      <Select allowClear options={forms.map(({ id, label }) => ({ value: id, label }))} />
    </Form.Item>
  );
}

function Pool({ pool }: { pool: readonly Conveyance[] }) {
  const { conveyances } = useWords();
  if (pool.length === 0) return <p className="muted">{conveyances.from_pool_none}</p>;
  const label = (one: Conveyance) =>
    one.first_topic ? `${one.title} · ${conveyances.first}` : one.title;
  return (
    <Form.Item name="picked" label={conveyances.from_pool} extra={conveyances.from_pool_hint}>
      <Checkbox.Group
        className="pool-picker"
        options={pool.map((one) => ({ value: one.id, label: label(one) }))}
      />
    </Form.Item>
  );
}

function Agenda({ pool }: { pool: readonly Conveyance[] }) {
  const { sources, conveyances } = useWords();
  const picked = Form.useWatch<string[] | undefined>("picked") ?? [];
  const needed = picked.length === 0 ? [{ required: true, message: sources.missing }] : [];
  return (
    <>
      <Pool pool={pool} />
      <Form.Item
        name="agenda"
        label={picked.length === 0 ? sources.agenda : conveyances.other_agenda}
        extra={sources.agenda_hint}
        dependencies={["picked"]}
        rules={needed}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
      {picked.length === 0 ? (
        <Form.Item name="first_topic" valuePropName="checked" style={{ marginTop: -16 }}>
          <Checkbox>{sources.first_topic}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

function Branches() {
  const { sources } = useWords();
  const whole = {
    validator: (_: unknown, value: string | undefined) =>
      lines(value).every((line) => branch_of(line) !== undefined)
        ? Promise.resolve()
        : Promise.reject(new Error(sources.branch_wrong)),
  };
  return (
    <Form.Item
      name="branches"
      label={sources.branches}
      extra={sources.branches_hint}
      rules={[whole]}
    >
      <Input.TextArea rows={4} />
    </Form.Item>
  );
}

/** `picked`: what the agenda takes from the pool to begin with. */
export function AddMeeting({ picked, on_close }: { picked?: string; on_close: () => void }) {
  const { sources } = useWords();
  const query = useQuery(pool_query());
  const pool = query.data?.items ?? [];
  const needed = [{ required: true, message: sources.missing }];
  return (
    <FormDialog<Typed>
      title={sources.add_meeting}
      begin={picked ? { picked: [picked] } : {}}
      on_close={on_close}
      sending={useEntry<Typed>((typed, key) =>
        call("recordMeeting", { body: meeting_of(typed, pool), key }),
      )}
    >
      {query.error ? <Failed error={query.error} on_retry={() => void query.refetch()} /> : null}
      <Form.Item name="name" label={sources.name} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="meeting-row">
        <Form.Item name="held_on" label={sources.held_on} rules={needed}>
          <DateField />
        </Form.Item>
        <Form.Item name="chair" label={sources.chair} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="conveyors" label={sources.conveyors} extra={sources.conveyors_hint}>
          <Input maxLength={500} />
        </Form.Item>
        <FormOfSession />
      </div>
      <Agenda pool={pool} />
      <Branches />
    </FormDialog>
  );
}

export function AddInstruction({ on_close }: { on_close: () => void }) {
  const { sources } = useWords();
  const needed = [{ required: true, message: sources.missing }];
  return (
    <FormDialog<Typed>
      title={sources.add_instruction}
      on_close={on_close}
      sending={useEntry<Typed>((typed, key) =>
        call("enterInstruction", {
          key,
          body: { by: text(typed.by), given_on: text(typed.given_on), text: text(typed.text) },
        }),
      )}
    >
      <Form.Item name="by" label={sources.by} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="given_on" label={sources.given_on} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="text" label={sources.text} rules={needed}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
