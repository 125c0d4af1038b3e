// Recording a meeting, entering an instruction.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Checkbox, Form, Input, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import type { NewBranch, RecordMeeting } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Failed } from "@/parts/failed";

type Typed = Record<string, string | boolean | undefined>;
const text = (value: Typed[string]): string => (typeof value === "string" ? value.trim() : "");
const lines = (value: Typed[string]): string[] =>
  text(value).split("\n").map((one) => one.trim()).filter((one) => one !== "");

/** Name, code, expected, venue; either kind of comma. Nothing when a line is not complete. */
function branch_of(line: string): NewBranch | undefined {
  const [name = "", division = "", expected = "", venue = ""] = line
    .split(/[,\uff0c]/)
    .map((one) => one.trim());
  const people = Number(expected);
  if (name === "" || !/^\d+$/.test(division) || !Number.isInteger(people)) return undefined;
  return { name, division, expected: people, ...(venue ? { venue } : {}) };
}

function meeting_of(typed: Typed): RecordMeeting {
  const first = typed.first_topic === true;
  return {
    name: text(typed.name),
    held_on: text(typed.held_on),
    chair: text(typed.chair),
    conveyors: text(typed.conveyors).split(/[,\uff0c\u3001]/).map((one) => one.trim())
      .filter((one) => one !== ""),
    agenda: lines(typed.agenda).map((title, at) => ({
      title, first_topic: first && at === 0 ? ("yes" as const) : ("no" as const),
    })),
    branches: lines(typed.branches).flatMap((line) => branch_of(line) ?? []),
  };
}

interface AddProps {
  title: string;
  send: (typed: Typed, key: string) => Promise<unknown>;
  on_close: () => void;
  children: ReactNode;
}

function Add({ title, send, on_close, children }: AddProps) {
  const { sources } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [keys] = useState(() => key_ring());
  const sending = useMutation({
    mutationFn: (typed: Typed) => send(typed, keys.key_for(typed)),
    onSuccess: () => {
      keys.done();
      void client.invalidateQueries({ queryKey: live });
      void message.success(sources.saved);
      on_close();
    },
  });
  return (
    <Modal
      open
      title={title}
      width={720}
      style={{ top: 24 }}
      okText={sources.save}
      cancelText={sources.cancel}
      confirmLoading={sending.isPending}
      onOk={() => form.submit()}
      onCancel={on_close}
    >
      {sending.error ? <Failed error={sending.error} on_close={sending.reset} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => sending.mutate(typed)}
      >
        {children}
      </Form>
    </Modal>
  );
}

export function AddMeeting({ on_close }: { on_close: () => void }) {
  const { sources } = useWords();
  const needed = [{ required: true, message: sources.missing }];
  const whole = {
    validator: (_: unknown, value: string | undefined) =>
      lines(value).every((line) => branch_of(line) !== undefined)
        ? Promise.resolve()
        : Promise.reject(new Error(sources.branch_wrong)),
  };
  return (
    <Add
      title={sources.add_meeting}
      on_close={on_close}
      send={(typed, key) => call("recordMeeting", { body: meeting_of(typed), key })}
    >
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
      </div>
      <Form.Item name="conveyors" label={sources.conveyors} extra={sources.conveyors_hint}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item
        name="agenda"
        label={sources.agenda}
        extra={sources.agenda_hint}
        rules={needed}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="first_topic" valuePropName="checked" style={{ marginTop: -16 }}>
        <Checkbox>{sources.first_topic}</Checkbox>
      </Form.Item>
      <Form.Item
        name="branches"
        label={sources.branches}
        extra={sources.branches_hint}
        rules={[whole]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </Add>
  );
}

export function AddInstruction({ on_close }: { on_close: () => void }) {
  const { sources } = useWords();
  const needed = [{ required: true, message: sources.missing }];
  return (
    <Add
      title={sources.add_instruction}
      on_close={on_close}
      send={(typed, key) =>
        call("enterInstruction", {
          key,
          body: { by: text(typed.by), given_on: text(typed.given_on), text: text(typed.text) },
        })
      }
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
    </Add>
  );
}
