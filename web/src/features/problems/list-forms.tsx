// Lists: a new one is opened; one is frozen, thawed and closed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, InputNumber, Segmented, Tag } from "antd";
import { useId, useState } from "react";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import type { ListStep, OpenProblemList, ProblemList } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { Labelled } from "@/parts/labelled";

function useListing<Order>(send: (order: Order, key: string) => Promise<unknown>, done: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: (order: Order) => send(order, keys.key_for([order])),
    onSuccess: async () => {
      keys.done();
      void message.success(done);
      await client.invalidateQueries({ queryKey: live });
    },
    onError: () => void client.invalidateQueries({ queryKey: live }),
  });
}

const blank: { name: string; scheme: string; source: string; declared: number | null } = {
  name: "", scheme: "", source: "", declared: null,
};

export function OpenListForm({ draft_key }: { draft_key: string }) {
  const { problems } = useWords();
  const id = useId();
  const { value, change, clear } = useDraft(draft_key, blank);
  const opening = useListing(
    (body: OpenProblemList, key) => call("openProblemList", { body, key }), problems.list_opened,
  );
  const line = (name: "name" | "scheme" | "source", label: string) => (
    <Labelled id={`${id}-${name}`} label={label}>
      <Input
        id={`${id}-${name}`}
        value={value[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
  );
  return (
    <form
      className="step-form"
      aria-label={problems.list_open}
      onSubmit={(event) => {
        event.preventDefault();
        const { declared, ...rest } = value;
        opening.mutate(declared === null ? rest : { ...rest, declared }, { onSuccess: clear });
      }}
    >
      {opening.error ? <Failed error={opening.error} on_close={opening.reset} /> : null}
      {line("name", problems.list_name)}
      {line("scheme", problems.scheme)}
      {line("source", problems.source)}
      <Labelled id={`${id}-declared`} label={problems.declared}>
        <InputNumber
          id={`${id}-declared`}
          min={0}
          value={value.declared}
          onChange={(declared) => change({ declared })}
        />
      </Labelled>
      <div>
        <Button type="primary" htmlType="submit" loading={opening.isPending}>
          {problems.list_open}
        </Button>
      </div>
    </form>
  );
}

/** Whether a list is frozen or closed, in words. */
export function ListTags({ list }: { list: ProblemList }) {
  const { problems } = useWords();
  return (
    <>
      {list.frozen_from ? <Tag color="blue">{problems.frozen_from(list.frozen_from)}</Tag> : null}
      {list.closed_on ? <Tag>{problems.list_closed_on(list.closed_on)}</Tag> : null}
    </>
  );
}

interface Change {
  step: ListStep;
  text: string;
  from: string;
}

function sent(list: ProblemList, { step, text, from }: Change, key: string) {
  const head = { path: { id: list.id }, etag: `"${list.version}"`, key };
  if (step === "freeze") return call("freezeProblemList", { ...head, body: { from, text } });
  if (step === "thaw") return call("thawProblemList", { ...head, body: { text } });
  return call("closeProblemList", { ...head, body: { text } });
}

export function ListLife({ list }: { list: ProblemList }) {
  const { problems } = useWords();
  const id = useId();
  const [chosen, set_chosen] = useState<ListStep>();
  const { value, change, clear } = useDraft(`problem-list.${list.id}`, { text: "", from: "" });
  const changing = useListing(
    (order: Change & { version: number }, key) => sent(list, order, key), problems.done,
  );
  const step = chosen && list.open.includes(chosen) ? chosen : list.open[0];
  if (step === undefined) return null;
  return (
    <form
      className="step-form problems-inside"
      aria-label={problems.list_steps}
      onSubmit={(event) => {
        event.preventDefault();
        const order = { step, text: value.text.trim(), from: value.from, version: list.version };
        changing.mutate(order, { onSuccess: clear });
      }}
    >
      {changing.error ? <Failed error={changing.error} on_close={changing.reset} /> : null}
      <Segmented<ListStep>
        value={step}
        options={list.open.map((each) => ({ value: each, label: problems.list_step[each] }))}
        onChange={(each) => set_chosen(each)}
      />
      {step === "freeze" ? (
        <Labelled id={`${id}-from`} label={problems.freeze_from}>
          <DateField id={`${id}-from`} value={value.from} onChange={(from) => change({ from })} />
        </Labelled>
      ) : null}
      <Labelled id={`${id}-text`} label={problems.reason}>
        <Input.TextArea
          id={`${id}-text`}
          rows={2}
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Labelled>
      <div>
        <Button type="primary" htmlType="submit" loading={changing.isPending}>
          {problems.list_step[step]}
        </Button>
      </div>
    </form>
  );
}
