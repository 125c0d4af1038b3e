// A table that was filled in: first what it would change, then changing it, all or nothing.
import { UploadOutlined } from "@ant-design/icons";
import { Alert, Button, Modal } from "antd";
import { useRef, useState, type ChangeEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import type { TableFault, TableOutcome, TableRowChange } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";

/** More are counted and not drawn: nobody reads a thousand in a window. */
const drawn_at_most = 100;

function Rows({ rows, title }: { rows: TableRowChange[]; title: string }) {
  const { tables } = useWords();
  return rows.slice(0, drawn_at_most).map((row) => (
    <section key={`${title}-${row.row}`} className="table-change">
      <h3>
        {tables.row(row.row)} {tables.labelled(title, row.title)}
      </h3>
      <dl>
        {row.changes.map((change) => (
          <div key={change.column}>
            <dt>{change.column}</dt>
            <dd>
              {change.before ? <del>{change.before}</del> : null}
              {change.before ? " → " : null}
              <ins>{change.after || tables.empty}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Fault({ fault }: { fault: TableFault }) {
  const { tables } = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      title={tables.labelled(fault.place, fault.finding)}
      description={[
        tables.expected(fault.expectation), tables.next(fault.next_step), `(${fault.code})`,
      ].join(" ")}
    />
  );
}

function Outcome({ outcome }: { outcome: TableOutcome }) {
  const { tables } = useWords();
  const { added, changed, refused, unchanged } = outcome;
  return (
    <div className="table-outcome">
      <p role="status">
        {tables.counted(added.length, changed.length, unchanged, refused.length)}
      </p>
      {refused.length > 0 ? <p>{tables.all_or_nothing}</p> : null}
      {refused.slice(0, drawn_at_most).map((fault) => (
        <Fault key={`${fault.row}-${fault.column}-${fault.code}`} fault={fault} />
      ))}
      {outcome.notes.map((note) => <Alert key={note} type="info" showIcon title={note} />)}
      <Rows rows={changed} title={tables.changed} />
      <Rows rows={added} title={tables.added} />
    </div>
  );
}

function useImport(table: string) {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: async ({ file, apply }: { file: File; apply: boolean }) => {
      const key = keys.key_for([table, file.name, file.size, file.lastModified, apply]);
      const order = { path: { table }, query: { apply }, body: file, key };
      return (await call("importTable", order)).data;
    },
    onSuccess: (_, { apply }) => {
      keys.done();
      if (apply) void client.invalidateQueries({ queryKey: live });
    },
  });
}

export function ImportTable({ table }: { table: string }) {
  const { tables } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, set_file] = useState<File>();
  const sent = useImport(table);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    event.target.value = "";
    if (!chosen) return;
    set_file(chosen);
    sent.mutate({ file: chosen, apply: false });
  };
  const close = () => {
    set_file(undefined);
    sent.reset();
  };
  const outcome = sent.data;
  const count = outcome ? outcome.added.length + outcome.changed.length : 0;
  const ready = outcome && !outcome.applied && outcome.refused.length === 0 && count > 0;
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {tables.import}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={tables.import}
        onChange={choose}
      />
      <Modal
        open={file !== undefined}
        width={720}
        title={`${outcome?.applied ? tables.applied : tables.preview} ${file?.name ?? ""}`}
        onCancel={close}
        footer={[
          <Button key="close" onClick={close}>
            {ready ? tables.cancel : tables.close}
          </Button>,
          ready ? (
            <Button
              key="apply"
              type="primary"
              loading={sent.isPending}
              onClick={() => file && sent.mutate({ file, apply: true })}
            >
              {tables.apply(count)}
            </Button>
          ) : null,
        ]}
      >
        {sent.error ? <Failed error={sent.error} /> : null}
        {outcome ? <Outcome outcome={outcome} /> : null}
      </Modal>
    </>
  );
}
