// What can be done to units and posts, one window each.
import { Form, Input, Select } from "antd";
import { call } from "@/api/call";
import type { UnitKind } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { ActForm, text_of, today, useNeeded, type Typed } from "./act-form";
import { DivisionPicker } from "./division-picker";
import { UnitPicker } from "./unit-picker";

export type StaffAct =
  | { kind: "unit"; division: string }
  | { kind: "post"; unit: string; name: string }
  | { kind: "relate"; unit: string; name: string }
  | { kind: "appoint"; post: string; name: string }
  | { kind: "end"; post: string; from: string; name: string };

const day = (name: string, typed: Typed) => {
  const given = text_of(typed[name]);
  return given ? { [name]: given } : {};
};

async function done(act: StaffAct, typed: Typed): Promise<unknown> {
  const text = (name: string) => text_of(typed[name]);
  switch (act.kind) {
    case "unit":
      return call("foundUnit", {
        body: {
          name: text("name"), division: text("division"), kind: text("kind") as UnitKind,
          ...(text("reports_to") ? { reports_to: text("reports_to") } : {}),
        },
      });
    case "post":
      return call("createPost", { body: { unit: act.unit, title: text("title") } });
    case "relate":
      return call("relateUnits", {
        path: { id: act.unit },
        body: {
          other: text("other"), kind: text("relation") as "leads" | "cooperates",
          matter: text("matter"), from: text("from"), ...day("until", typed),
        },
      });
    case "appoint":
      return call("appointHolder", {
        path: { id: act.post },
        body: { holder: text("holder"), from: text("from"), ...day("until", typed) },
      });
    case "end":
      return call("endAppointment", {
        path: { id: act.post, from: act.from }, body: { on: text("on") },
      });
  }
}

function Term() {
  const { staff } = useWords();
  const needed = useNeeded();
  return (
    <>
      <Form.Item name="from" label={staff.from} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="until" label={staff.until}>
        <DateField />
      </Form.Item>
    </>
  );
}

function UnitFields() {
  const { staff } = useWords();
  const needed = useNeeded();
  return (
    <>
      <Form.Item name="name" label={staff.unit_name} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="division" label={staff.division} rules={needed}>
        <DivisionPicker label={staff.division} />
      </Form.Item>
      <Form.Item name="kind" label={staff.kind} rules={needed}>
        <Select options={options(staff.kinds)} />
      </Form.Item>
      <Form.Item name="reports_to" label={staff.reports_to}>
        <UnitPicker placeholder={staff.reports_to_none} />
      </Form.Item>
    </>
  );
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Fields({ act }: { act: StaffAct }) {
  const { staff } = useWords();
  const needed = useNeeded();
  switch (act.kind) {
    case "unit":
      return <UnitFields />;
    case "post":
      return (
        <Form.Item name="title" label={staff.post} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
      );
    case "relate":
      return (
        <>
          <Form.Item name="relation" label={staff.relation} rules={needed}>
            <Select options={options(staff.relations)} />
          </Form.Item>
          <Form.Item name="other" label={staff.other} rules={needed}>
            <UnitPicker but={act.unit} />
          </Form.Item>
          <Form.Item name="matter" label={staff.matter} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Term />
        </>
      );
    case "appoint":
      return (
        <>
          <Form.Item name="holder" label={staff.holder} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Term />
        </>
      );
    case "end":
      return (
        <Form.Item name="on" label={staff.on} rules={needed}>
          <DateField />
        </Form.Item>
      );
  }
}

interface StaffFormsProps {
  act: StaffAct | undefined;
  on_close: () => void;
}

export function StaffForms({ act, on_close }: StaffFormsProps) {
  const { staff, administration } = useWords();
  if (!act) return null;
  const titles = {
    unit: staff.new_unit, post: staff.new_post, relate: staff.relate, appoint: staff.appoint,
    end: staff.end,
  };
  const initial: Typed = { from: today(), on: today() };
  if (act.kind === "unit") initial["division"] = act.division;
  return (
    <ActForm
      open
      title={
        "name" in act ? administration.about(titles[act.kind], act.name) : titles[act.kind]
      }
      initial={initial}
      act={(typed) => done(act, typed)}
      on_close={on_close}
    >
      <Fields act={act} />
    </ActForm>
  );
}
