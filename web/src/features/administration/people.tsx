// People of the office. Their numbers are sealed: shown masked, revealed with a reason.
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input, Table } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import type { StaffPerson } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Loaded } from "@/parts/loaded";
import { ActForm, text_of, useNeeded } from "./act-form";
import { DivisionPicker } from "./division-picker";
import { people_query } from "./queries";

type Revealing = { person: StaffPerson; field: "resident" | "telephone" };

interface NumbersProps {
  people: StaffPerson[];
  reveals: boolean;
  on_reveal: (asked: Revealing) => void;
}

function Numbers({ people, reveals, on_reveal }: NumbersProps) {
  const { staff } = useWords();
  const cell = (person: StaffPerson, field: Revealing["field"]) => {
    const mask = field === "resident" ? person.resident_mask : person.telephone_mask;
    if (mask === "") return null;
    return (
      <>
        <code>{mask}</code>{" "}
        {reveals ? (
          <Button type="link" size="small" onClick={() => on_reveal({ person, field })}>
            {staff.reveal}
          </Button>
        ) : null}
      </>
    );
  };
  return (
    <div className="table-card">
      <Table<StaffPerson>
        size="small"
        rowKey="id"
        pagination={false}
        locale={{ emptyText: staff.no_people }}
        dataSource={people}
        columns={[
          { title: staff.person, dataIndex: "name" },
          { title: staff.division, render: (_, one) => <code>{one.division}</code> },
          { title: staff.resident, render: (_, one) => cell(one, "resident") },
          { title: staff.telephone, render: (_, one) => cell(one, "telephone") },
        ]}
      />
    </div>
  );
}

function Register({ division, open, on_close }: {
  division: string; open: boolean; on_close: () => void;
}) {
  const { staff } = useWords();
  const needed = useNeeded();
  return (
    <ActForm
      open={open}
      title={staff.new_person}
      initial={{ division }}
      on_close={on_close}
      act={(typed) =>
        call("registerPerson", {
          body: {
            name: text_of(typed["name"]), division: text_of(typed["division"]),
            resident: text_of(typed["resident"]), telephone: text_of(typed["telephone"]),
          },
        })
      }
    >
      <Form.Item name="name" label={staff.person} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="division" label={staff.division} rules={needed}>
        <DivisionPicker label={staff.division} />
      </Form.Item>
      <Form.Item name="resident" label={staff.resident} extra={staff.sealed}>
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item name="telephone" label={staff.telephone}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </ActForm>
  );
}

function Reveal({ asked, on_close }: { asked: Revealing; on_close: () => void }) {
  const { staff, administration } = useWords();
  const { modal } = App.useApp();
  const needed = useNeeded();
  const show = (value: unknown) => {
    modal.info({
      title: staff.revealed(asked.person.name),
      content: String(value),
    });
  };
  return (
    <ActForm
      open
      title={administration.about(staff.reveal, asked.person.name)}
      on_close={on_close}
      on_done={show}
      act={async (typed) =>
        (await call("revealField", {
          path: { id: asked.person.id },
          body: { field: asked.field, reason: text_of(typed["reason"]) },
        })).data.value
      }
    >
      <Form.Item
        name="reason"
        label={administration.reason}
        rules={needed}
        extra={administration.reason_missing}
      >
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}

export function People({ division, reveals }: { division: string; reveals: boolean }) {
  const { staff } = useWords();
  const [registering, set_registering] = useState(false);
  const [revealing, set_revealing] = useState<Revealing>();
  const query = useInfiniteQuery(people_query());
  const finding = useMutation({
    mutationFn: async (resident: string) =>
      (await call("searchPeople", { body: { resident } })).data,
  });
  return (
    <>
      <div className="administration-bar" role="search">
        <Input.Search
          style={{ width: 340 }}
          aria-label={staff.find}
          placeholder={staff.find}
          autoComplete="off"
          loading={finding.isPending}
          onSearch={(text) => (text ? finding.mutate(text.trim()) : finding.reset())}
        />
        <Button type="primary" onClick={() => set_registering(true)}>
          {staff.new_person}
        </Button>
      </div>
      {finding.error ? <Failed error={finding.error} on_close={finding.reset} /> : null}
      <Loaded query={query}>
        {({ pages }) => (
          <Numbers
            people={finding.data ? finding.data.items : pages.flatMap((page) => page.items)}
            reveals={reveals}
            on_reveal={set_revealing}
          />
        )}
      </Loaded>
      <Register division={division} open={registering} on_close={() => set_registering(false)} />
      {revealing ? <Reveal asked={revealing} on_close={() => set_revealing(undefined)} /> : null}
    </>
  );
}
