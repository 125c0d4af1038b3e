// Entering a matter that is to be conveyed; `source`: the paper or instruction it is about.
import { Checkbox, Form, Input } from "antd";
import { call } from "@/api/call";
import type { SourceEntry } from "@/api/shapes";
import { useEntry } from "@/api/use-entry";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { FormDialog } from "@/parts/form-dialog";
import { text, type Typed } from "./typed";

export function ReceiveForm({ source, on_close }: { source?: SourceEntry; on_close: () => void }) {
  const { conveyances: words } = useWords();
  const needed = [{ required: true, message: words.missing }];
  return (
    <FormDialog<Typed>
      title={words.add}
      begin={source ? { title: source.title, from: source.detail } : {}}
      on_close={on_close}
      sending={useEntry<Typed>((typed, key) =>
        call("receiveConveyance", {
          key,
          body: {
            title: text(typed.title), number: text(typed.number), from: text(typed.from),
            received_on: text(typed.received_on),
            first_topic: typed.first_topic === true ? "yes" : "no",
            ...(source ? { source_kind: source.kind, source: source.id } : {}),
          },
        }),
      )}
    >
      <Form.Item name="title" label={words.title} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="meeting-row">
        <Form.Item name="from" label={words.from} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="number" label={words.number}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="received_on" label={words.received_on} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="first_topic" valuePropName="checked" extra={words.first_note}>
        <Checkbox>{words.first_topic}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
