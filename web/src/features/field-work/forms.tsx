// Opening a mission, forming a group, logging an activity, taking remarks.
import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { call } from "@/api/call";
import type { LogActivity, OpenedMission, RawRemark } from "@/api/shapes";
import { useEntry } from "@/api/use-entry";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { FormDialog } from "@/parts/form-dialog";
import { lines_of, names_of } from "@/parts/lines";

interface Group {
  number: number;
  area: string;
  province?: boolean;
  leader: string;
  members?: string;
}

function useNeeded() {
  const { field_work } = useWords();
  return [{ required: true, whitespace: true, message: field_work.missing }];
}
/** Of fields that hold no text. */
function useChosen() {
  const { field_work } = useWords();
  return [{ required: true, message: field_work.missing }];
}

interface FormProps {
  opened: OpenedMission;
  on_close: () => void;
}

export function FormGroup({ opened, on_close }: FormProps) {
  const { field_work } = useWords();
  const needed = useNeeded();
  const chosen = useChosen();
  const { id } = opened.mission;
  const next = Math.max(0, ...opened.groups.map((one) => one.number)) + 1;
  return (
    <FormDialog<Group>
      title={field_work.form_group}
      begin={{ number: next, province: false }}
      on_close={on_close}
      sending={useEntry<Group>(({ number, area, province, leader, members }, key) =>
        call("formGroup", {
          path: { id },
          key,
          body: {
            number, area: area.trim(), province: province ? "yes" : "no", leader: leader.trim(),
            members: names_of(members).map((name) => ({ name })),
          },
        }),
      )}
    >
      <div className="field-row">
        <Form.Item name="number" label={field_work.number} rules={chosen}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name="area" label={field_work.area} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <Form.Item name="province" valuePropName="checked" className="field-tick">
        <Checkbox>{field_work.province}</Checkbox>
      </Form.Item>
      <Form.Item name="leader" label={field_work.leader} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="members" label={field_work.members} extra={field_work.members_hint}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  );
}

interface GroupFormProps extends FormProps {
  group: number;
}

type Activity = Omit<LogActivity, "group">;

export function LogForm({ opened, group, on_close }: GroupFormProps) {
  const { field_work } = useWords();
  const needed = useNeeded();
  const chosen = useChosen();
  const { id } = opened.mission;
  const kinds = ["session", "interview", "visit"] as const;
  return (
    <FormDialog<Activity>
      title={field_work.log_for(group)}
      begin={{ kind: "session" }}
      on_close={on_close}
      sending={useEntry<Activity>(({ note, ...typed }, key) =>
        call("logActivity", {
          path: { id }, key, body: { ...typed, group, ...(note ? { note: note.trim() } : {}) },
        }),
      )}
    >
      <div className="field-row">
        <Form.Item name="kind" label={field_work.kind} rules={chosen}>
          <Select options={kinds.map((value) => ({ value, label: field_work.kinds[value] }))} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldValue }) => {
            const kind = (getFieldValue("kind") as Activity["kind"] | undefined) ?? "session";
            const label = field_work.amount(field_work.units[kind]);
            return (
              <Form.Item name="amount" label={label} rules={chosen}>
                <InputNumber min={1} precision={0} />
              </Form.Item>
            );
          }}
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item name="held_on" label={field_work.held_on} rules={needed}>
          <DateField />
        </Form.Item>
        <Form.Item name="place" label={field_work.place} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={field_work.note}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

type Heard = Omit<RawRemark, "text"> & { words: string };

export function TakeForm({ opened, group, on_close }: GroupFormProps) {
  const { field_work, problems } = useWords();
  const needed = useNeeded();
  const chosen = useChosen();
  const { id } = opened.mission;
  const kinds = ["problem", "suggestion"] as const;
  return (
    <FormDialog<Heard>
      title={field_work.take_for(group)}
      begin={{ kind: "problem" }}
      on_close={on_close}
      sending={useEntry<Heard>(({ words, ...each }, key) =>
        call("takeRemarks", {
          path: { id }, key,
          body: { group, remarks: lines_of(words).map((text) => ({ ...each, text })) },
        }),
      )}
    >
      <div className="field-row">
        <Form.Item name="kind" label={field_work.kind} rules={chosen}>
          <Select options={kinds.map((value) => ({ value, label: problems.raw_of(value) }))} />
        </Form.Item>
        <Form.Item name="place" label={field_work.place} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <Form.Item
        name="said_by"
        label={field_work.said_by}
        extra={field_work.said_by_hint}
        rules={needed}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="words" label={field_work.words} extra={field_work.words_hint} rules={needed}>
        <Input.TextArea rows={6} />
      </Form.Item>
    </FormDialog>
  );
}
