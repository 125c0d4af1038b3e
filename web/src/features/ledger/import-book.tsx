// A task book that was edited and sent back: first what it would change, then changing it.
import { UploadOutlined } from "@ant-design/icons";
import { Alert, Button, Modal } from "antd";
import { useRef, useState, type ChangeEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live, session_query } from "@/api/queries";
import type { BookOutcome } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";

function Changes({ outcome }: { outcome: BookOutcome }) {
  const { book } = useWords();
  return (
    <div className="book-outcome">
      <p role="status">
        {book.counted(outcome.changed.length, outcome.unchanged, outcome.refused.length)}
      </p>
      {outcome.changed.map((row) => (
        <section key={row.row} className="book-row">
          <h3>
            {book.row(row.row)} {row.text}
          </h3>
          <dl>
            {row.changes.map((change) => (
              <div key={change.column}>
                <dt>{change.column}</dt>
                <dd>
                  <del>{change.before || book.empty}</del> → <ins>{change.after || book.empty}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {outcome.refused.map((row) => (
        <Alert
          key={`refused-${row.row}`}
          type="warning"
          showIcon
          title={`${row.place}: ${row.finding}`}
          description={[
            book.expected(row.expectation), book.next(row.next_step), `(${row.code})`,
          ].join(" ")}
        />
      ))}
    </div>
  );
}

function useImport() {
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: async ({ file, apply }: { file: File; apply: boolean }) => {
      const key = keys.key_for([file.name, file.size, file.lastModified, apply]);
      return (await call("importBook", { query: { apply }, body: file, key })).data;
    },
    onSuccess: (_, { apply }) => {
      keys.done();
      if (apply) void client.invalidateQueries({ queryKey: live });
    },
  });
}

export function ImportBook() {
  const { book } = useWords();
  const session = useQuery(session_query());
  const input = useRef<HTMLInputElement>(null);
  const [file, set_file] = useState<File>();
  const sent = useImport();
  if (!session.data?.actions.includes("confirm_tasks")) return null;
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
  const open_changes = outcome && !outcome.applied && outcome.changed.length > 0;
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {book.import}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={book.import}
        onChange={choose}
      />
      <Modal
        open={file !== undefined}
        title={`${outcome?.applied ? book.applied : book.preview} ${file?.name ?? ""}`}
        onCancel={close}
        footer={[
          <Button key="close" onClick={close}>
            {open_changes ? book.cancel : book.close}
          </Button>,
          open_changes ? (
            <Button
              key="apply"
              type="primary"
              loading={sent.isPending}
              onClick={() => file && sent.mutate({ file, apply: true })}
            >
              {book.apply(outcome.changed.length)}
            </Button>
          ) : null,
        ]}
      >
        {sent.error ? <Failed error={sent.error} /> : null}
        {outcome ? <Changes outcome={outcome} /> : null}
      </Modal>
    </>
  );
}
