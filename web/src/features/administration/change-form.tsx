// An order to change divisions: written, seen first, then recorded for ever.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Drawer, Form, Input, Segmented, Space } from "antd";
import { useState, type ReactNode } from "react";
import { call } from "@/api/call";
import { live } from "@/api/queries";
import type { ChangeKind, DivisionChangeOrder, DivisionsChanged } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Failed } from "@/parts/failed";
import { today, useNeeded, type Typed } from "./act-form";
import { order_of } from "./change-orders";
import { DivisionPicker } from "./division-picker";

const kinds: ChangeKind[] = ["establish", "rename", "merge", "split", "move", "abolish"];

function What({ kind }: { kind: ChangeKind }) {
  const { divisions } = useWords();
  const needed = useNeeded();
  if (kind !== "establish" && kind !== "merge") {
    return (
      <Form.Item name="code" rules={needed} label={divisions.division}>
        <DivisionPicker label={divisions.division} />
      </Form.Item>
    );
  }
  return (
    <>
      {kind === "merge" ? (
        <Form.Item
          name="sources"
          label={divisions.sources}
          rules={needed}
          extra={divisions.sources_more}
        >
          <Input />
        </Form.Item>
      ) : null}
      <Form.Item
        name="code"
        rules={needed}
        label={kind === "establish" ? divisions.new_code : divisions.into}
      >
        <Input maxLength={12} />
      </Form.Item>
    </>
  );
}

function Fields({ kind }: { kind: ChangeKind }) {
  const { divisions } = useWords();
  const needed = useNeeded();
  return (
    <>
      <What kind={kind} />
      {kind === "move" || kind === "split" ? (
        <Form.Item name="to" label={divisions.new_code} rules={needed}>
          <Input maxLength={12} />
        </Form.Item>
      ) : null}
      {kind === "abolish" ? (
        <Form.Item name="successor" label={divisions.successor}>
          <DivisionPicker label={divisions.successor} />
        </Form.Item>
      ) : (
        <Form.Item
          name="name"
          label={divisions.new_name}
          rules={kind === "merge" || kind === "move" ? [] : needed}
          extra={kind === "merge" || kind === "move" ? divisions.keep_name : null}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      {kind === "split" ? (
        <>
          <Form.Item name="takes" label={divisions.takes} extra={divisions.sources_more}>
            <Input />
          </Form.Item>
          <Form.Item name="source_ends" valuePropName="checked">
            <Checkbox>{divisions.source_ends}</Checkbox>
          </Form.Item>
        </>
      ) : null}
    </>
  );
}

function Outcome({ change }: { change: DivisionsChanged }) {
  const { divisions } = useWords();
  return (
    <section className="change-outcome" role="status">
      <h3>{divisions.preview_title}</h3>
      <p>{change.summary}</p>
      {change.renamed.map((one) => (
        <p key={one.code}>
          {divisions.renames} {one.former} → {one.name} <code>{one.code}</code>
        </p>
      ))}
      <p>{divisions.starts(change.started_total)}</p>
      <ul>
        {change.started.slice(0, 12).map((one) => (
          <li key={one.code}>
            {one.name} <code>{one.code}</code>
          </li>
        ))}
      </ul>
      <p>{divisions.ends(change.ended_total)}</p>
      <p>
        {change.ended.slice(0, 12).map((code) => (
          <code key={code}>{code} </code>
        ))}
      </p>
    </section>
  );
}

function Order({ kind }: { kind: ChangeKind }) {
  const { divisions } = useWords();
  const needed = useNeeded();
  return (
    <>
      <Fields kind={kind} />
      <Form.Item name="on" label={divisions.on} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="basis" label={divisions.basis} rules={needed}>
        <Input maxLength={200} placeholder={divisions.basis_example} />
      </Form.Item>
    </>
  );
}

function Kinds({ kind, on_pick }: { kind: ChangeKind; on_pick: (kind: ChangeKind) => void }) {
  const { divisions } = useWords();
  return (
    <Form.Item label={divisions.kind}>
      <Segmented<ChangeKind>
        aria-label={divisions.kind}
        value={kind}
        onChange={on_pick}
        options={kinds.map((one) => ({ value: one, label: divisions.kinds[one] }))}
      />
    </Form.Item>
  );
}

interface OrderFormProps {
  kind: ChangeKind;
  initial: Typed;
  wrong?: DivisionChangeOrder;
  /** Fields before those of the order. */
  children?: ReactNode;
  send: (order: DivisionChangeOrder, typed: Typed, preview: boolean) => Promise<DivisionsChanged>;
  on_done: () => void;
}

/** Written, seen first, then recorded; what was typed stays when it is refused. */
export function OrderForm(props: OrderFormProps) {
  const { initial, wrong, children, send, on_done } = props;
  const { divisions } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [kind, set_kind] = useState<ChangeKind>(props.kind);
  const sending = useMutation({
    mutationFn: async ({ preview }: { preview: boolean }) => {
      const typed = await form.validateFields();
      return send(order_of(kind, typed, wrong), typed, preview);
    },
    onSuccess: (_, { preview }) => {
      if (preview) return;
      void message.success(divisions.recorded_now);
      void client.invalidateQueries({ queryKey: live });
      on_done();
    },
  });
  const planned = sending.variables?.preview ? sending.data : undefined;
  const refused = sending.error instanceof Error ? sending.error : null;
  return (
    <>
      {refused ? <Failed error={refused} on_close={sending.reset} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={() => sending.reset()}
      >
        {children}
        <Kinds
          kind={kind}
          on_pick={(chosen) => {
            set_kind(chosen);
            sending.reset();
          }}
        />
        <Order kind={kind} />
        {planned ? <Outcome change={planned} /> : null}
        <Space>
          <Button loading={sending.isPending} onClick={() => sending.mutate({ preview: true })}>
            {divisions.preview}
          </Button>
          <Button
            type="primary"
            disabled={!planned}
            onClick={() => sending.mutate({ preview: false })}
          >
            {divisions.confirm}
          </Button>
        </Space>
      </Form>
    </>
  );
}

interface ChangeFormProps {
  code: string;
  open: boolean;
  on_close: () => void;
}

export function ChangeForm({ code, open, on_close }: ChangeFormProps) {
  const { divisions } = useWords();
  return (
    <Drawer title={divisions.record} open={open} onClose={on_close} size={520} destroyOnHidden>
      <OrderForm
        kind="rename"
        initial={{ code, on: today() }}
        send={async (body, _, preview) =>
          (await call("changeDivisions", { query: { preview }, body })).data
        }
        on_done={on_close}
      />
    </Drawer>
  );
}
