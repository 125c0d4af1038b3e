// A sheet that was edited and sent back: first what it would change, then changing it.
import { UploadOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useRef, useState, type ChangeEvent, type ComponentType } from "react";
import { Failed } from "./failed";

export interface ImportWords {
  import: string;
  preview: string;
  applied: string;
  cancel: string;
  close: string;
  apply: (count: number) => string;
}

/** Sending the file, as a mutation tells of it. */
interface Sent<Outcome> {
  data: Outcome | undefined;
  error: Error | null;
  isPending: boolean;
  mutate: (order: { file: File; apply: boolean }) => void;
  reset: () => void;
}

interface ImportDialogProps<Outcome> {
  words: ImportWords;
  width?: number;
  sent: Sent<Outcome>;
  /** How many changes wait to be written; none when there is nothing to write or it may not be. */
  waiting: (outcome: Outcome) => number;
  changes: ComponentType<{ outcome: Outcome }>;
}

interface OpenButtonProps {
  label: string;
  choose: (file: File) => void;
}

function OpenButton({ label, choose }: OpenButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    event.target.value = "";
    if (chosen) choose(chosen);
  };
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" hidden accept=".xlsx" aria-label={label} onChange={take} />
    </>
  );
}

export function ImportDialog<Outcome extends { applied: boolean }>({
  words, width = 520, sent, waiting, changes: Changes,
}: ImportDialogProps<Outcome>) {
  const [file, set_file] = useState<File>();
  const choose = (chosen: File) => {
    set_file(chosen);
    sent.mutate({ file: chosen, apply: false });
  };
  const close = () => {
    set_file(undefined);
    sent.reset();
  };
  const outcome = sent.data;
  const count = outcome && !outcome.applied ? waiting(outcome) : 0;
  return (
    <>
      <OpenButton label={words.import} choose={choose} />
      <Modal
        open={file !== undefined}
        width={width}
        title={`${outcome?.applied ? words.applied : words.preview} ${file?.name ?? ""}`}
        onCancel={close}
        footer={[
          <Button key="close" onClick={close}>
            {count > 0 ? words.cancel : words.close}
          </Button>,
          count > 0 ? (
            <Button
              key="apply"
              type="primary"
              loading={sent.isPending}
              onClick={() => file && sent.mutate({ file, apply: true })}
            >
              {words.apply(count)}
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
