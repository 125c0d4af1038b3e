// Opening a mission of field work; its page then takes its groups.
import { Form, Input } from "antd";
import { useNavigate } from "react-router";
import { call } from "@/api/call";
import type { OpenMission as Order } from "@/api/shapes";
import { useEntry } from "@/api/use-entry";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { FormDialog } from "@/parts/form-dialog";

export function OpenMission({ on_close }: { on_close: () => void }) {
  const { field_work } = useWords();
  const navigate = useNavigate();
  const needed = [{ required: true, whitespace: true, message: field_work.missing }];
  return (
    <FormDialog<Order>
      title={field_work.open}
      on_close={on_close}
      sending={useEntry<Order>(async (typed, key) => {
        const { data } = await call("openFieldWork", {
          body: { ...typed, title: typed.title.trim() }, key,
        });
        void navigate(`/field-work/${data.id}`);
      })}
    >
      <Form.Item name="title" label={field_work.name} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="from" label={field_work.from} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="to" label={field_work.to} rules={needed}>
        <DateField />
      </Form.Item>
    </FormDialog>
  );
}
